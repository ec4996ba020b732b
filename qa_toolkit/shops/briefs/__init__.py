"""The brief of a shop: one printable page for the person who carries it out."""

from qa_toolkit.shops.briefs.compose import Errand, brief_of
from qa_toolkit.shops.briefs.page import as_html
from qa_toolkit.shops.briefs.view import Brief

__all__ = ["Brief", "Errand", "as_html", "brief_of"]

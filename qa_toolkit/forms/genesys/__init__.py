"""Evaluation forms of Genesys Cloud, in the shape of its API."""

from qa_toolkit.forms.genesys.read import read_form
from qa_toolkit.forms.genesys.write import write_form

__all__ = ["read_form", "write_form"]

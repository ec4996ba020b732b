"""Evaluation forms of Amazon Connect, in the shape of its API."""

from qa_toolkit.forms.amazon_connect.read import read_form
from qa_toolkit.forms.amazon_connect.write import write_form

__all__ = ["read_form", "write_form"]

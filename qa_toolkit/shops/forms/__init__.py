"""The form of a shop in files: written for people to fill in, and read back."""

from qa_toolkit.shops.forms.interface import check_ending, read_log, write_form
from qa_toolkit.shops.forms.values import Occasion, Read

__all__ = ["Occasion", "Read", "check_ending", "read_log", "write_form"]

"""Lists of questions in CSV and XLSX files, one question a row."""

from qa_toolkit.forms.questions.read import read_form
from qa_toolkit.forms.questions.write import HEADER, WIDTHS, write_rows

__all__ = ["HEADER", "WIDTHS", "read_form", "write_rows"]

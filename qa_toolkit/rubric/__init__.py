"""Rubric files: read with positions, checked, with the cases that test them."""

from qa_toolkit.rubric.cases import Case, CaseFile, load_cases
from qa_toolkit.rubric.load import LoadedRubric, load_rubric, read_rubric

__all__ = ["Case", "CaseFile", "LoadedRubric", "load_cases", "load_rubric", "read_rubric"]

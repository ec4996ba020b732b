"""The Excel workbook: Summary, Scores, Detail, Rubric and what was left out."""

from qa_toolkit.scorecards.excel.workbook import write_workbook

__all__ = ["write_workbook"]

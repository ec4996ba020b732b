"""The Excel workbook: Summary, Scores, Detail, Rubric and what was left out.

Nothing is imported here: the reader of workbooks uses `layout` and `digest` without the writer.
"""

"""Workbooks that people hand back, read safely: sheets, rows and cells, whichever program saved them.

What a cell means is for those who wrote the workbook: `scorecards/read_back`, `shops/forms`.
"""

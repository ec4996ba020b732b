"""What people may do on a protected sheet. There is no password: it keeps slips away, not people.

Cells that people fill in are unlocked by their style. Filters work, columns and rows can be
resized and shown; Excel sorts only where all cells are unlocked, so to sort, unprotect first.
"""

from openpyxl.worksheet.worksheet import Worksheet

_ALLOWED = ("autoFilter", "sort", "formatColumns", "formatRows", "pivotTables")
"""What stays possible; ECMA-376-1, 18.3.1.85 `sheetProtection`, where 0 means not protected."""


def protect(page: Worksheet) -> None:
    """Protect a sheet, but for its unlocked cells."""
    page.protection.sheet = True
    for action in _ALLOWED:
        setattr(page.protection, action, False)

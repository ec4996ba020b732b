"""Texts that a spreadsheet would take for formulas, kept from it (OWASP, CSV injection)."""

_STARTS = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""The last four are the full-width forms of the first, which East Asian settings take for them."""


def guarded(text: str) -> str:
    """A text for a cell of a CSV file that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_STARTS) else text


def unguarded(text: str) -> str:
    """A text as it was before it was guarded."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_STARTS) else text

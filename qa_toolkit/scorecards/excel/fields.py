"""What may be typed into cells that hold a day, or a text with suggestions."""

from collections.abc import Iterable

from openpyxl.worksheet.datavalidation import DataValidation

_FIRST_DAY = "36526"
"""1 January 2000 as a serial number; text that only looks like a day is below every number."""


def day_rule(areas: Iterable[str]) -> DataValidation:
    """A day, and nothing else: text would be no day to a program."""
    rule = DataValidation(
        type="date",
        operator="greaterThanOrEqual",
        formula1=_FIRST_DAY,
        allow_blank=True,
        showInputMessage=True,
        promptTitle="A day",
        prompt="Such as 2026-12-04.",
        showErrorMessage=True,
        errorStyle="stop",
        errorTitle="No day",
        error="A day such as 2026-12-04, or leave the cell empty.",
    )
    for area in areas:
        rule.add(area)
    return rule


def free_list(formula: str, *, title: str, prompt: str, areas: Iterable[str]) -> DataValidation:
    """Suggestions; anything else may be typed, too."""
    rule = DataValidation(
        type="list",
        formula1=formula,
        allow_blank=True,
        showInputMessage=True,
        promptTitle=title,
        prompt=prompt,
        showErrorMessage=False,
    )
    for area in areas:
        rule.add(area)
    return rule

"""What may be typed into the cells that people fill in, and what they are told."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from openpyxl.worksheet.datavalidation import DataValidation

from qa_toolkit.domain.coaching import CoachingField
from qa_toolkit.domain.said import MOST_NAME, MOST_TEXT

_FIRST_DAY = "36526"
"""1 January 2000 as a serial number; text that only looks like a day is below every number."""

_COACHING = (
    (CoachingField.ACTION, MOST_TEXT, "Agreed action", "What, how often, from when."),
    (
        CoachingField.COACH,
        MOST_NAME,
        "Coach",
        "Left empty, the name given when the workbook is read back counts.",
    ),
    (CoachingField.DISPUTE, MOST_TEXT, "Sees it differently", "What, in the agent's own words."),
    (CoachingField.NOTE, MOST_TEXT, "Notes", "The agent may read them."),
)


def coaching_rules(cells: Mapping[CoachingField, Sequence[str]]) -> Iterator[DataValidation]:
    """Rules for what is agreed in a talk, by field: the cells or areas where it is filled in."""
    yield day_rule([*cells[CoachingField.FOLLOW_UP], *cells[CoachingField.ACKNOWLEDGED]])
    for field, most, title, prompt in _COACHING:
        yield text_rule(most, title=title, prompt=prompt, areas=cells[field])


def drop_down(
    formula: str, *, title: str, prompt: str, refused: str, areas: Iterable[str]
) -> DataValidation:
    """A list to choose from, which says what it is for and refuses anything else."""
    rule = DataValidation(type="list", formula1=formula)
    return _refusing(_telling(rule, title, prompt, areas), "Not on the list", refused)


def free_list(formula: str, *, title: str, prompt: str, areas: Iterable[str]) -> DataValidation:
    """Suggestions; anything else may be typed, too."""
    rule = DataValidation(type="list", formula1=formula, showErrorMessage=False)
    return _telling(rule, title, prompt, areas)


def day_rule(areas: Iterable[str]) -> DataValidation:
    """A day, and nothing else: text would be no day to a program."""
    rule = DataValidation(type="date", operator="greaterThanOrEqual", formula1=_FIRST_DAY)
    refused = "A day such as 2026-12-04, or leave the cell empty."
    return _refusing(_telling(rule, "A day", "Such as 2026-12-04.", areas), "No day", refused)


def text_rule(most: int, *, title: str, prompt: str, areas: Iterable[str]) -> DataValidation:
    """Text of at most so many characters."""
    rule = DataValidation(type="textLength", operator="lessThanOrEqual", formula1=str(most))
    refused = f"At most {most:,} characters."
    return _refusing(_telling(rule, title, prompt, areas), "Too long", refused)


def _telling(rule: DataValidation, title: str, prompt: str, areas: Iterable[str]) -> DataValidation:
    """A rule for these areas that says what a cell is for; each may stay empty."""
    rule.allow_blank = rule.showInputMessage = True
    rule.promptTitle, rule.prompt = title, prompt
    for area in areas:
        rule.add(area)
    return rule


def _refusing(rule: DataValidation, title: str, message: str) -> DataValidation:
    rule.showErrorMessage, rule.errorStyle = True, "stop"
    rule.errorTitle, rule.error = title, message
    return rule

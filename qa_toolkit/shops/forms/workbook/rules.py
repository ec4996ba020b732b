"""What may be typed where: drop-downs, numbers, times; and the hidden sheet of what they offer."""

from collections.abc import Sequence
from typing import Literal, get_args

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from qa_toolkit.domain.answer import NOT_APPLICABLE_LABEL
from qa_toolkit.domain.shop.form import FormQuestion, ShopForm
from qa_toolkit.domain.shop.scenario import EvidenceKind
from qa_toolkit.domain.shop.shown import NONE_OF_THESE
from qa_toolkit.shops.forms import layout
from qa_toolkit.shops.forms.answers import labels
from qa_toolkit.shops.forms.lines import Line, location_label
from qa_toolkit.shops.forms.values import Occasion
from qa_toolkit.shops.forms.workbook.looks import as_words, clean
from qa_toolkit.shops.forms.workbook.page import FIRST

Lists = list[tuple[str, str, str]]
"""What it is about, the value, and the words that are offered; from row 2 of the sheet on."""
_Rule = tuple[Literal["custom", "list"], str, str]


def give_rules(page: Worksheet, lines: Sequence[Line], lists: Lists) -> None:
    """What may be typed where; equal rules are one."""
    known: dict[_Rule, list[str]] = {}
    for row, line in enumerate(lines, start=FIRST):
        wanted = _rule(line, row, lists)
        if wanted:
            known.setdefault(wanted, []).append(f"D{row}")
    for (kind, formula, told), cells in known.items():
        rule = DataValidation(type=kind, formula1=formula, allow_blank=True)
        rule.showErrorMessage = rule.showInputMessage = True
        rule.errorTitle, rule.error = "This cannot stand here", told
        rule.promptTitle, rule.prompt = "Answer", told
        for cell in cells:
            rule.add(cell)
        page.add_data_validation(rule)


def _rule(line: Line, row: int, lists: Lists) -> _Rule | None:
    """Kind, formula and words of what a row's answer may be; None for any text."""
    about = layout.LIST_KINDS if line.kind == "more" else line.about
    at = [number for number, one in enumerate(lists, start=2) if one[0] == about]
    match line.kind:
        case "question" if line.question and line.question.type == "number":
            na = f',D{row}="{NOT_APPLICABLE_LABEL}"' if line.question.na_allowed else ""
            told = "A number" + (f", or {NOT_APPLICABLE_LABEL}." if na else ".")
            return "custom", f"OR(ISNUMBER(D{row}){na})", told
        case "time":
            return "custom", f"ISNUMBER(D{row})", "A time such as 14:05 or 14:05:30."
        case "option":
            return "list", f'"{layout.CHOSEN}"', f"{layout.CHOSEN}, or empty."
        case "question" | "more" | "text" if at:
            return "list", f"{layout.LISTS}!$C${at[0]}:$C${at[-1]}", "Choose from the list."
        case _:
            return None


def lists_of(form: ShopForm, occasion: Occasion) -> Lists:
    """What is offered, by what it is about: value and label; of one question without a gap."""
    found: Lists = []
    for question in form.questions():
        if question.type != "multi_choice":
            found += [(question.id, value, text) for value, text in labels(question).items()]
        found += [(question.id, "", text) for text in _beside(question)]
    found += [
        (layout.LIST_LOCATIONS, known, location_label(known, occasion))
        for known in occasion.locations
    ]
    found += [(layout.LIST_KINDS, kind, kind) for kind in get_args(EvidenceKind)]
    return found


def _beside(question: FormQuestion) -> list[str]:
    """The answers that are no choice of the question."""
    offered = question.na_allowed and question.type not in ("text", "info", "number")
    na = [NOT_APPLICABLE_LABEL] if offered else []
    return [NONE_OF_THESE, *na] if question.type == "multi_choice" else na


def write_lists(page: Worksheet, lists: Lists) -> None:
    """The hidden sheet that drop-downs and formulas refer to."""
    page.sheet_state = "hidden"
    page.append([layout.LISTS_MARK])
    for one in lists:
        page.append([clean(text) for text in one])
    as_words(page)

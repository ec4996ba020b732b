"""All items of a form in short, with what is done and what is open."""

from qa_toolkit.cli.shop.terminal.screen import show
from qa_toolkit.domain.wording import counted, cut
from qa_toolkit.shops.interview.items import Item, Kind
from qa_toolkit.shops.interview.shown import name_of, noted_shown
from qa_toolkit.shops.interview.state import Interview, open_items

_LONGEST = 60
_MARK_WIDTH = len("x 12 ")


def show_items(interview: Interview) -> None:
    """Each item with its number: `x` is done, `.` open, blank may be left out."""
    section = ""
    for number, item in enumerate(interview.items, start=1):
        if item.section != section:
            show(item.section, bold=True)
            section = item.section
        here = " <" if item.id == interview.at else ""
        line = f"{_sign(item)} {number:>2} {cut(name_of(item), _LONGEST)}{here}"
        indent = len(line) - len(line.lstrip())
        show(line, indent=indent, hang=_MARK_WIDTH - indent)
    left = len(open_items(interview))
    show(f"{counted(left, 'item')} open (marked .); :go and a number goes there")


def show_draft(interview: Interview) -> None:
    """Everything that was noted, as people read it."""
    section = ""
    for item in interview.items:
        if item.kind is Kind.REVIEW:
            continue
        if item.section != section:
            show(item.section, bold=True)
            section = item.section
        noted = noted_shown(interview, item) or ("open" if item.required else "-")
        show(f"{name_of(item)}: {noted}", indent=2, hang=2)
    left = len(open_items(interview))
    show(f"{counted(left, 'item')} open" if left else "complete")


def _sign(item: Item) -> str:
    if item.done:
        return "x"
    return "." if item.required and item.kind is not Kind.REVIEW else " "

"""The workbook's look: one palette, few fonts, named by what a cell is for."""

from collections.abc import Iterator
from typing import Literal

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.named_styles import NamedStyle
from openpyxl.styles.numbers import NumberFormat

INK, MUTED, LINE = "1F2933", "66727F", "D9DEE4"
ACCENT, HEAD, INPUT = "1F4E6B", "E8EEF2", "FFF8E1"
GOOD, GOOD_FILL = "1B6B40", "E6F3EB"
BAD, BAD_FILL = "A3262B", "FBE9E9"
WARN, WARN_FILL = "7A4B00", "FFF1D6"

TILE = "F5F7F9"
DAY = "d mmm yyyy"
"""No country reads it as another day."""

_FONT = "Calibri"
_RULE = Border(bottom=Side(style="thin", color=LINE))
_EDGE = Side(style="thin", color=MUTED)
_BOX = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
"""Round a cell that a person fills in: it is seen as one on black and white paper, too."""
_PEN = Border(bottom=Side(style="thin", color=INK))
_TOP = Alignment(vertical="top", horizontal="left", indent=1)
_WRAP = Alignment(vertical="top", horizontal="left", wrap_text=True, indent=1)
_RIGHT = Alignment(vertical="top", horizontal="right", indent=1)
_MIDDLE = Alignment(vertical="top", horizontal="center")
_HEAD_LEFT = Alignment(vertical="center", horizontal="left", wrap_text=True, indent=1)
_HEAD_MIDDLE = Alignment(vertical="center", horizontal="center", wrap_text=True)
_HEAD_RIGHT = Alignment(vertical="center", horizontal="right", wrap_text=True, indent=1)


def _font(
    size: float = 10,
    *,
    bold: bool = False,
    color: str = INK,
    italic: bool = False,
    underline: Literal["single"] | None = None,
) -> Font:
    return Font(name=_FONT, size=size, bold=bold, color=color, italic=italic, underline=underline)


def _fill(color: str) -> PatternFill:
    return PatternFill("solid", fgColor=color)


def _style(
    name: str,
    font: Font,
    alignment: Alignment = _TOP,
    *,
    fill: str = "",
    border: Border | None = None,
    numbers: str = "General",
    locked: bool = True,
) -> NamedStyle:
    return NamedStyle(
        name=f"qa {name}",
        font=font,
        alignment=alignment,
        fill=_fill(fill) if fill else PatternFill(),
        border=border or Border(),
        number_format=numbers,
        protection=Protection(locked=locked),
    )


def named_styles() -> dict[str, NamedStyle]:
    """Fresh styles for one workbook, by the short names that sheets use."""
    made = (*_headings(), *_tiles(), *_cells(), *_live(), *_inputs())
    return {style.name.removeprefix("qa "): style for style in made}


def _headings() -> Iterator[NamedStyle]:
    middle = Alignment(vertical="center", horizontal="left", indent=1)
    bottom = Alignment(vertical="bottom", horizontal="left", indent=1)
    head = _font(9.5, bold=True, color=ACCENT)
    yield _style("title", _font(20, bold=True, color=ACCENT), middle)
    yield _style("subtitle", _font(11, color=MUTED), _TOP)
    yield _style("heading", _font(13, bold=True, color=ACCENT), bottom)
    yield _style("step", _font(10.5, bold=True, color=ACCENT), bottom)
    yield _style("note", _font(9, color=MUTED), _WRAP)
    yield _style("warning", _font(10, bold=True, color=WARN), _HEAD_LEFT, fill=WARN_FILL)
    yield _style("head", head, _HEAD_LEFT, fill=HEAD, border=_RULE)
    yield _style("head right", head, _HEAD_RIGHT, fill=HEAD, border=_RULE)
    yield _style("head middle", head, _HEAD_MIDDLE, fill=HEAD, border=_RULE)
    yield _style("above", _font(9, color=MUTED), _RIGHT, numbers='0.##;-0.##;"–"')


def _tiles() -> Iterator[NamedStyle]:
    """Headline figures; under what was exported stands what the ratings give now."""
    left = Alignment(horizontal="left", indent=1)
    yield _style("kpi label", _font(9, color=MUTED), _TOP, fill=TILE)
    yield _style("kpi value", _font(20, bold=True), left, fill=TILE)
    yield _style("kpi note", _font(9, color=MUTED), _WRAP, fill=TILE)
    for name, numbers in (("", "0.0"), (" share", '0.0" %"'), (" count", "0")):
        live = _font(10, bold=True, color=ACCENT)
        yield _style(f"kpi live{name}", live, left, fill=TILE, numbers=f'"Now: "{numbers}')


def _cells() -> Iterator[NamedStyle]:
    yield _style("plain", _font(), _WRAP)
    yield _style("text", _font(), _TOP, border=_RULE)
    yield _style("strong", _font(bold=True), _TOP, border=_RULE)
    yield _style("label", _font(9, bold=True, color=MUTED), _WRAP)
    yield _style("wrap", _font(), _WRAP, border=_RULE)
    yield _style("bold wrap", _font(bold=True), _WRAP, border=_RULE)
    yield _style("quote", _font(italic=True), _WRAP)
    yield _style("small", _font(9, color=MUTED), _WRAP, border=_RULE)
    yield _style("link", _font(color=ACCENT, underline="single"), _WRAP, border=_RULE)
    yield _style("back", _font(9, color=ACCENT, underline="single"), _RIGHT)
    yield _style("bar", _font(9, color=ACCENT), _TOP, border=_RULE)
    yield _style("right", _font(), _RIGHT, border=_RULE)
    yield _style("flag", _font(9), _MIDDLE, border=_RULE)
    yield _style("word", _font(bold=True), _MIDDLE, border=_RULE)
    yield _style("percent", _font(), _RIGHT, border=_RULE, numbers="0.0")
    yield _style("total", _font(bold=True), _RIGHT, border=_RULE, numbers="0.0")
    yield _style("signed", _font(bold=True), _RIGHT, border=_RULE, numbers="+0.0;-0.0;0.0")
    yield _style("count", _font(), _RIGHT, border=_RULE, numbers="0")
    yield _style("weight", _font(), _RIGHT, border=_RULE, numbers="0.##")
    yield _style("date", _font(), _TOP, border=_RULE, numbers="d mmm yyyy hh:mm")
    yield _style("day", _font(), _TOP, border=_RULE, numbers=DAY)
    yield _style("pen", _font(), _WRAP, border=_PEN)
    yield _style("helper", _font(9, color=MUTED), _RIGHT, numbers="0.####")


def _live() -> Iterator[NamedStyle]:
    """What follows a changed rating."""
    bold = _font(bold=True, color=ACCENT)
    yield _style("live", _font(color=ACCENT), _RIGHT, border=_RULE, numbers="0.0")
    yield _style("live count", _font(color=ACCENT), _RIGHT, border=_RULE, numbers="0")
    yield _style("live total", bold, _RIGHT, border=_RULE, numbers="0.0")
    yield _style("live share", bold, _RIGHT, border=_RULE, numbers='0.0" %"')
    yield _style("live note", _font(10, bold=True, color=ACCENT), _WRAP)
    yield _style("live word", bold, _MIDDLE, border=_RULE)


def _inputs() -> Iterator[NamedStyle]:
    """What a person fills in: yellow, with an edge all round, the only cells not protected."""
    yield _style("input", _font(bold=True), _MIDDLE, fill=INPUT, border=_BOX, locked=False)
    yield _style("input text", _font(), _WRAP, fill=INPUT, border=_BOX, locked=False)
    yield _style("input day", _font(), _TOP, fill=INPUT, border=_BOX, numbers=DAY, locked=False)


def highlight(color: str, fill: str, *, bold: bool = True) -> DifferentialStyle:
    """A conditional look: colour and weight, for words that say the same without colour."""
    background = PatternFill(bgColor=fill, fill_type="solid")
    return DifferentialStyle(font=Font(color=color, bold=bold), fill=background)


def line_above() -> DifferentialStyle:
    """A darker line where another interaction begins; it stays right when rows are sorted."""
    return DifferentialStyle(border=Border(top=Side(style="thin", color=MUTED)))


def below_mark() -> DifferentialStyle:
    """Under a minimum: a ▼ is added to the number, so that it also shows in black and white."""
    return _marked(200, "▼", "0.0")


def overdue_mark() -> DifferentialStyle:
    """A day that lies behind: a ▲ is added to it."""
    return _marked(201, "▲", DAY)


def by_a_person() -> DifferentialStyle:
    """A rating a person gave in the machine's place: underlined, with a * added."""
    return DifferentialStyle(
        font=Font(bold=True, underline="single"),
        numFmt=NumberFormat(numFmtId=202, formatCode='0"*";-0"*";0"*";@"*"'),
    )


def _marked(number: int, mark: str, numbers: str) -> DifferentialStyle:
    return DifferentialStyle(
        font=Font(color=BAD, bold=True),
        numFmt=NumberFormat(numFmtId=number, formatCode=f'"{mark} "{numbers}'),
    )

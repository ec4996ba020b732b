"""The workbook's look: one palette, few fonts, named by what a cell is for."""

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.named_styles import NamedStyle
from openpyxl.styles.numbers import NumberFormat

INK, MUTED, LINE = "1F2933", "66727F", "D9DEE4"
ACCENT, HEAD, INPUT = "1F4E6B", "E8EEF2", "FFF8E1"
GOOD, GOOD_FILL = "1B6B40", "E6F3EB"
BAD, BAD_FILL = "A3262B", "FBE9E9"
WARN, WARN_FILL = "7A4B00", "FFF1D6"

_FONT = "Calibri"
_RULE = Border(bottom=Side(style="thin", color=LINE))
_TOP = Alignment(vertical="top", horizontal="left", indent=1)
_WRAP = Alignment(vertical="top", horizontal="left", wrap_text=True, indent=1)
_RIGHT = Alignment(vertical="top", horizontal="right", indent=1)
_MIDDLE = Alignment(vertical="top", horizontal="center")
_HEAD_LEFT = Alignment(vertical="center", horizontal="left", wrap_text=True, indent=1)
_HEAD_RIGHT = Alignment(vertical="center", horizontal="right", wrap_text=True, indent=1)


def _font(size: float = 10, *, bold: bool = False, color: str = INK, italic: bool = False) -> Font:
    return Font(name=_FONT, size=size, bold=bold, color=color, italic=italic)


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
    rule = _RULE
    made = (
        _style(
            "title",
            _font(20, bold=True, color=ACCENT),
            Alignment(vertical="center", horizontal="left", indent=1),
        ),
        _style("subtitle", _font(11, color=MUTED), _TOP),
        _style(
            "heading",
            _font(13, bold=True, color=ACCENT),
            Alignment(vertical="bottom", horizontal="left", indent=1),
        ),
        _style("note", _font(9, color=MUTED), _WRAP),
        _style("warning", _font(10, bold=True, color=WARN), _HEAD_LEFT, fill=WARN_FILL),
        _style("kpi label", _font(9, color=MUTED), _TOP, fill="F5F7F9"),
        _style(
            "kpi value", _font(20, bold=True), Alignment(horizontal="left", indent=1), fill="F5F7F9"
        ),
        _style("kpi note", _font(9, color=MUTED), _WRAP, fill="F5F7F9"),
        _style("head", _font(9.5, bold=True, color=ACCENT), _HEAD_LEFT, fill=HEAD, border=rule),
        _style(
            "head right", _font(9.5, bold=True, color=ACCENT), _HEAD_RIGHT, fill=HEAD, border=rule
        ),
        _style("above", _font(9, color=MUTED), _RIGHT, numbers='0.##;-0.##;"–"'),
        _style("text", _font(), _TOP, border=rule),
        _style("strong", _font(bold=True), _TOP, border=rule),
        _style("wrap", _font(), _WRAP, border=rule),
        _style("small", _font(9, color=MUTED), _WRAP, border=rule),
        _style("right", _font(), _RIGHT, border=rule),
        _style("flag", _font(9), _MIDDLE, border=rule),
        _style("word", _font(bold=True), _MIDDLE, border=rule),
        _style("percent", _font(), _RIGHT, border=rule, numbers="0.0"),
        _style("total", _font(bold=True), _RIGHT, border=rule, numbers="0.0"),
        _style("count", _font(), _RIGHT, border=rule, numbers="0"),
        _style("weight", _font(), _RIGHT, border=rule, numbers="0.##"),
        _style("date", _font(), _TOP, border=rule, numbers="d mmm yyyy hh:mm"),
        _style("input", _font(bold=True), _MIDDLE, fill=INPUT, border=rule, locked=False),
        _style("live", _font(color=ACCENT), _RIGHT, border=rule, numbers="0.0"),
        _style("live total", _font(bold=True, color=ACCENT), _RIGHT, border=rule, numbers="0.0"),
        _style("live word", _font(bold=True, color=ACCENT), _MIDDLE, border=rule),
        _style("helper", _font(9, color=MUTED), _RIGHT, numbers="0.####"),
    )
    return {style.name.removeprefix("qa "): style for style in made}


def highlight(color: str, fill: str, *, bold: bool = True) -> DifferentialStyle:
    """A conditional look: colour and weight, for words that say the same without colour."""
    background = PatternFill(bgColor=fill, fill_type="solid")
    return DifferentialStyle(font=Font(color=color, bold=bold), fill=background)


def line_above() -> DifferentialStyle:
    """A darker line where another interaction begins; it stays right when rows are sorted."""
    return DifferentialStyle(border=Border(top=Side(style="thin", color=MUTED)))


def below_mark() -> DifferentialStyle:
    """Under a minimum: a ▼ is added to the number, so that it also shows in black and white."""
    return DifferentialStyle(
        font=Font(color=BAD, bold=True),
        numFmt=NumberFormat(numFmtId=200, formatCode='"▼ "0.0'),
    )

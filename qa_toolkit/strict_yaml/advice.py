"""What to say about text that is not YAML: the likely mistake, its place and its remedy.

A parser knows what it expected, which seldom is what went wrong. PyYAML's two parsers word it
differently but mean the same kinds of mistake, told apart here by words that both use.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import yaml

NO_TAG = "tags (!name) are not read"
QUOTE_TAG = "remove it; text that begins with '!' needs quotation marks"
NO_CHARACTER = "the text has an escape for a character that cannot stand in YAML"
NO_DIRECTIVE = "a line cannot begin with '%'"
_ALIGN = "items of one list, and keys of one mapping, begin in the same column"
_QUOTE_IT = "put the whole text in quotation marks"
_CURLY = re.compile("[\u201c\u201d\u201e\u2018]")
_CONFLICT = re.compile(r"<<<<<<<|=======|>>>>>>>")
_NO_SPACE = re.compile(r"\s*(?:- +)*(?P<key>[\w.-]+):(?=[^\s/:])")
_NO_SPACE_BEHIND_DASH = re.compile(r"\s*-(?=\w)")
_BARE_WORD = re.compile(r"\s*(?P<word>[\w.]+)\s*")
_LEAD = re.compile(r"\s*(?:- +)*(?:[\w.-]+: +)?")


class Advice(NamedTuple):
    """What is wrong at a 1-based line and column, and what to do about it."""

    message: str
    hint: str
    line: int
    column: int


class _Spot(NamedTuple):
    """A place as PyYAML counts: from 0."""

    line: int
    column: int


class _Mistake(NamedTuple):
    """What a parser stumbled on.

    Attributes:
        spot: where it stumbled.
        start: where that begins which it was reading; `spot` where it does not say.
        last: the event before, often what was read wrongly.
    """

    lines: list[str]
    spot: _Spot
    start: _Spot
    last: Any

    def line(self, number: int) -> str:
        return self.lines[number] if number < len(self.lines) else ""

    @property
    def sign(self) -> str:
        """The character at the spot; empty at the end of a line."""
        return self.line(self.spot.line)[self.spot.column : self.spot.column + 1]

    @property
    def before(self) -> str:
        """What stands before the spot in its line."""
        return self.line(self.spot.line)[: self.spot.column]

    def says(self, message: str, hint: str = "", spot: _Spot | None = None) -> Advice:
        spot = spot or self.spot
        return Advice(message, hint, spot.line + 1, spot.column + 1)


def advice(text: str, error: yaml.YAMLError, last: Any) -> Advice:
    """What to say about an error of the parser, whose last event before it is `last`."""
    problem = str(getattr(error, "problem", None) or error).split("\n", 1)[0]
    said = f"{getattr(error, 'context', '')}: {problem}"
    spot = _spot(getattr(error, "problem_mark", None)) or _Spot(0, 0)
    start = _spot(getattr(error, "context_mark", None)) or spot
    mistake = _Mistake(text.split("\n"), spot, start, last)
    for words, explain in _KINDS:
        if re.search(words, said):
            return _inside(explain(mistake), mistake.lines)
    return _inside(mistake.says(f"cannot be read as YAML: {problem}"), mistake.lines)


def _spot(mark: Any) -> _Spot | None:
    return None if mark is None else _Spot(mark.line, mark.column)


def _inside(found: Advice, lines: list[str]) -> Advice:
    """The end of the last line, for what the parser missed behind it."""
    count = len(lines) - 1 if len(lines) > 1 and not lines[-1] else len(lines)
    if found.line <= count:
        return found
    return found._replace(line=count, column=len(lines[count - 1]) + 1)


def _colon(mistake: _Mistake) -> Advice:
    """A colon and a space where no mapping can begin."""
    line = mistake.line(mistake.spot.line)
    above = mistake.spot.line - 1
    while above > 0 and not mistake.lines[above].strip():
        above -= 1
    if ": " not in mistake.before:
        if (known := _unfinished(mistake, above)) is not None:
            return known
        if _BARE_WORD.fullmatch(mistake.before):
            place = _Spot(mistake.spot.line, len(line) - len(line.lstrip()))
            return mistake.says("this key is indented deeper than those above", _ALIGN, place)
    curly = "curly quotation marks do not count, use straight ones"
    hint = curly if _CURLY.search(line) else f"{_QUOTE_IT}, or leave the colon out"
    return mistake.says("a colon and a space in the middle of unquoted text", hint)


def _no_key(mistake: _Mistake) -> Advice:
    """A line that should be a key and has no colon."""
    known = _unfinished(mistake, mistake.start.line)
    if known is not None:
        return known
    message = "this line is neither a key with its colon nor a list item"
    hint = "indent it if it goes on with the text above, or write 'key: value'"
    return mistake.says(message, hint, mistake.start)


def _unfinished(mistake: _Mistake, number: int) -> Advice | None:
    """What makes a whole line no key and no item, if it is plain to see."""
    line = mistake.line(max(number, 0))
    spot = _Spot(max(number, 0), len(line) - len(line.lstrip()))
    if _CONFLICT.match(line):
        hint = "resolve the conflict that git marked here"
        return mistake.says("two versions of the file were not merged", hint, spot)
    if (found := _NO_SPACE.match(line)) is not None:
        message = f"a space is missing behind '{found['key']}:'"
        return mistake.says(message, "", _Spot(spot.line, found.end()))
    if (found := _NO_SPACE_BEHIND_DASH.match(line)) is not None:
        message = "a space is missing behind the dash"
        return mistake.says(message, "", _Spot(spot.line, found.end()))
    if (found := _BARE_WORD.fullmatch(line)) is not None:
        return mistake.says(f"a colon is missing behind '{found['word']}'", "", spot)
    return None


def _block(mistake: _Mistake) -> Advice:
    """A mapping or list that goes on in a way it cannot."""
    if mistake.before.strip():
        return _goes_on(mistake)
    if mistake.start.column == mistake.spot.column:
        items = mistake.sign == "-"
        message = "a list item among keys" if items else "a key among list items"
        return mistake.says(message, _ALIGN)
    return mistake.says("this line's indentation fits none of the lines above", _ALIGN)


def _goes_on(mistake: _Mistake) -> Advice:
    """Text behind something that was complete: a quotation, brackets."""
    last, lead = mistake.last, _LEAD.match(mistake.before)
    start = _Spot(mistake.spot.line, lead.end() if lead else 0)
    if mistake.sign in ("]", "}"):
        return mistake.says(f"the bracket '{mistake.sign}' closes nothing", "remove it")
    style = getattr(last, "style", None)
    if style in ("'", '"') and last.end_mark.line == mistake.spot.line:
        if last.start_mark.line < mistake.spot.line:
            message = f"the quotation mark that opens here closes in line {mistake.spot.line + 1}"
            return mistake.says(message, "close it where its text ends", _spot(last.start_mark))
        hint = _QUOTE_IT if style == '"' else "inside '…' an apostrophe is written twice: 'don''t'"
        return mistake.says("text goes on behind the closing quotation mark", hint)
    if mistake.before[start.column : start.column + 1] in ("[", "{"):
        message = f"text that begins with '{mistake.before[start.column]}' needs quotation marks"
        return mistake.says(message, _QUOTE_IT, start)
    return mistake.says("this cannot stand here", "what is before it seems to be complete")


def _brackets(mistake: _Mistake) -> Advice:
    """A list or mapping in brackets that goes on in a way it cannot."""
    opening = mistake.start
    if opening == mistake.spot:  # the parser does not say; it reads what comes behind a bracket
        if mistake.sign in (",", "]", "}"):
            return mistake.says(f"'{mistake.sign}' cannot stand here", "is a comma too many?")
        opening = _spot(mistake.last.start_mark) or opening
    bracket = mistake.line(opening.line)[opening.column : opening.column + 1]
    if bracket not in ("[", "{"):
        return mistake.says("a comma or a closing bracket is missing before this")
    if mistake.spot.line > opening.line or not mistake.sign:
        message = f"the bracket '{bracket}' is not closed, or a comma is missing behind it"
        return mistake.says(message, "", opening)
    hint = "between brackets, text with any of : , [ ] { } needs quotation marks"
    return mistake.says(f"a comma is missing before this, in what '{bracket}' opens", hint)


def _quote(mistake: _Mistake) -> Advice:
    return mistake.says("the quotation mark that opens here is never closed", "", mistake.start)


def _first_sign(mistake: _Mistake) -> Advice:
    spot = mistake.start
    sign = mistake.line(spot.line)[spot.column : spot.column + 1]
    if sign == "%" and spot.column == 0:
        return _directive(mistake)
    message = f"text that begins with '{sign}' needs quotation marks"
    return mistake.says(message, _QUOTE_IT, spot)


def _tag(mistake: _Mistake) -> Advice:
    return mistake.says(NO_TAG, QUOTE_TAG, mistake.start)


def _directive(mistake: _Mistake) -> Advice:
    return mistake.says(NO_DIRECTIVE, "", _Spot(mistake.start.line, 0))


def _escape(mistake: _Mistake) -> Advice:
    line, column = mistake.line(mistake.spot.line), mistake.spot.column
    column = max(line.rfind("\\", 0, column + 1), 0)
    message = f"'{line[column : column + 2]}' means nothing inside double quotation marks"
    hint = "write the backslash twice, or use single quotation marks"
    return mistake.says(message, hint, _Spot(mistake.spot.line, column))


def _no_character(mistake: _Mistake) -> Advice:
    """An escape for half a character; the parser in Python lets it pass."""
    return mistake.says(NO_CHARACTER, "leave the escape out", mistake.start)


def _block_text(mistake: _Mistake) -> Advice:
    sign = mistake.line(mistake.start.line)[mistake.start.column : mistake.start.column + 1]
    message = f"behind '{sign}' the text begins in the next line"
    return mistake.says(
        message, f"or, if the text begins with '{sign}', {_QUOTE_IT}", mistake.start
    )


def _item(mistake: _Mistake) -> Advice:
    hint = "begin the list in the next line; text with a dash in front needs quotation marks"
    return mistake.says("a list cannot begin behind a key, in the same line", hint)


def _space(mistake: _Mistake) -> Advice:
    return mistake.says("a space is missing behind the colon")


_KINDS: tuple[tuple[str, Callable[[_Mistake], Advice]], ...] = (
    (r"quoted scalar: found unexpected|quoted scalar: found unexpected document", _quote),
    (r"mapping values are not allowed", _colon),
    (r"could not find expected ':'", _no_key),
    (r"Unicode character escape", _no_character),
    (r"unknown escape|hexdecimal|hexadecimal", _escape),
    (r"cannot start any token|alphabetic or numeric|mapping keys", _first_sign),
    (r"\btag\b", _tag),
    (r"directive", _directive),
    (r"comment or|chomping", _block_text),
    (r"entries are not allowed", _item),
    (r"found unexpected ':'", _space),
    (r"parsing a flow", _brackets),
    (r"parsing a block", _block),
)
"""Words of both parsers, and what they mean. The first that fits counts."""

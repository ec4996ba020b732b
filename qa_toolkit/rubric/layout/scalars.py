"""Scalars as text: plain where YAML 1.2 allows it, else in quotes; long ones of several lines folded."""

import re

import yaml

from qa_toolkit.rubric.layout.nodes import Scalar

WIDTH = 100
"""Columns of a line; a phrase that is longer stays on one line all the same."""

_NOT_PLAIN = re.compile(r"""^(?:[\s?:,\[\]{}#&*!|>'"%@`]|-(?:\s|$)|---|\.\.\.)|:(?:\s|$)|\s#|\s$""")
_NOT_IN_FLOW = re.compile(r"[,\[\]{}?]")  # PyYAML without its C library stumbles over "?"
_NO_TEXT_IN_1_2 = re.compile(
    r"null|Null|NULL|~|true|True|TRUE|false|False|FALSE"
    r"|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
    r"|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
# the only ones that need it: `strict_yaml` reads no other control characters
_ESCAPES = str.maketrans({'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"})
_CONTROLS = re.compile(r"[\n\t]")


def one_line(scalar: Scalar, *, flow: bool) -> str:
    """A scalar on one line; `flow` when it stands between brackets."""
    if scalar.empty:
        return "null" if flow else ""
    text = scalar.value
    bare = scalar.style == "" or not _read_otherwise(text)
    if bare and _can_be_plain(text, flow=flow):
        return text
    if ('"' in text or "\\" in text) and "'" not in text and not _CONTROLS.search(text):
        return f"'{text}'"
    return f'"{text.translate(_ESCAPES)}"'


def block(scalar: Scalar) -> tuple[str, list[str]] | None:
    """The first line and the others of a block scalar; None for other scalars.

    And for one that ends in spaces on a line of their own, which quotes let everybody see.
    """
    text = scalar.value.rstrip("\n")
    if scalar.style not in ("|", ">") or not text.rpartition("\n")[2].strip():
        return None
    lines = list(scalar.lines)
    while not lines[-1]:
        lines.pop()
    more = len(scalar.value) - len(text)  # ends of lines: none, that of the last line, or further
    lines += [""] * (more - 1)
    start = next(line for line in lines if line)
    indent = "2" if start[0] in " \t" else ""
    return f"{scalar.style}{indent}{'-' if not more else '+' if more > 1 else ''}", lines


def folded(scalar: Scalar, indent: int) -> tuple[str, list[str]] | None:
    """Text that took several lines as a folded block; None where folding would change it."""
    paragraphs = scalar.value.split("\n")
    if not (scalar.several_lines and paragraphs[0] and paragraphs[-1]):
        return None
    if any("\t" in part or (part and "" in part.split(" ")) for part in paragraphs):
        return None
    lines: list[str] = []
    for number, part in enumerate(paragraphs):
        lines += [""] if number else []
        lines += _wrapped(part, WIDTH - indent)
    return ">-", lines


def _wrapped(text: str, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split(" ") if text else []:
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _can_be_plain(text: str, *, flow: bool) -> bool:
    if not text or _CONTROLS.search(text) or _NOT_PLAIN.search(text):
        return False
    return not (flow and _NOT_IN_FLOW.search(text))


def _read_otherwise(text: str) -> bool:
    """Whether quotes keep a text from being a number, a word such as `true`, or a date.

    YAML 1.1 counts, too: an editor that reads it would show `no` as false.
    """
    older = yaml.SafeLoader.yaml_implicit_resolvers.get(text[:1], [])
    return bool(_NO_TEXT_IN_1_2.fullmatch(text)) or any(known.match(text) for _, known in older)

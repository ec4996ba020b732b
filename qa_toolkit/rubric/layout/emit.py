"""A `Layout` → text: two spaces a level, brackets where they fit a line, comments in their places."""

from dataclasses import replace

from qa_toolkit.rubric.layout.lines import Laid, gap, joined, parted, write, write_comment
from qa_toolkit.rubric.layout.nodes import Collection, Comment, Entry, Layout, Node, Scalar
from qa_toolkit.rubric.layout.scalars import WIDTH, block, folded, one_line


def emitted(layout: Layout) -> str:
    """The text of a layout, every line with its end."""
    lines: list[str] = []
    for comment in layout.head:
        write_comment(lines, comment, "")
    if layout.root.entries:
        body = _stacked(layout.root, 0)
    else:
        body = Laid(above=(), blank=False, lines=["{}"])
    if layout.blank or body.above:
        gap(lines)
    write(lines, body, "")
    return "\n".join(lines) + "\n"


def _stacked(collection: Collection, indent: int) -> Laid:
    """A collection's entries below each other; the first one's comments stay apart."""
    pad = " " * indent
    first, *others = (_laid(entry, indent) for entry in collection.entries)
    deep = any(len(laid.lines) > 1 for laid in (first, *others))
    lines, before = list(first.lines), first
    for laid in others:
        around = collection.apart == "blocks" and (laid.deep or before.deep)
        write(lines, laid, pad, apart=around or collection.apart == "all")
        before = laid
    for comment in collection.foot:
        write_comment(lines, comment, pad)
    return replace(first, lines=lines, deep=deep)


def _laid(entry: Entry, indent: int) -> Laid:
    lead = " " * indent + (f"{_key(entry.key, flow=False)}:" if entry.key else "-")
    value = entry.value
    if isinstance(value, Scalar):
        first, others = _scalar(value, lead, indent + 2)
        return _with_comments(entry, entry.notes, lead + first, others)
    brackets = _brackets(value)
    if brackets is None or (value.entries and len(lead) + 1 + len(brackets) > WIDTH):
        return _over_lines(entry, value, lead, indent)
    notes = (*entry.notes, *value.notes, *value.foot, *entry.tail)
    return _with_comments(entry, notes, f"{lead} {brackets}", [])


def _with_comments(entry: Entry, notes: tuple[Comment, ...], first: str, others: list[str]) -> Laid:
    note, above = parted(notes)
    above, blank = joined(entry.head, above, blank=entry.blank)
    return Laid(above=above, blank=blank, lines=[first + note, *others])


def _over_lines(entry: Entry, value: Collection, lead: str, indent: int) -> Laid:
    note, above = parted((*entry.notes, *value.notes))
    above, blank = joined(entry.head, (*above, *entry.tail), blank=entry.blank)
    inner = _stacked(value, indent + 2)
    if entry.key or note or (entry.dash_alone and value.entries[0].silenced):
        nested: list[str] = []
        write(nested, inner, " " * (indent + 2))
        return Laid(above=above, blank=blank, lines=[lead + note, *nested], deep=inner.deep)
    # an item begins behind its dash, and what belongs above its first key stands above the dash
    if inner.above:
        above, blank = joined(above, inner.above, blank=blank)[0], inner.blank
    lines = [f"{lead} {inner.lines[0][indent + 2 :]}", *inner.lines[1:]]
    return Laid(above=above, blank=blank, lines=lines, deep=inner.deep)


def _scalar(scalar: Scalar, lead: str, indent: int) -> tuple[str, list[str]]:
    """What follows the key or dash, and the lines below it."""
    pad = " " * indent
    known = block(scalar)
    text = one_line(scalar, flow=False)
    if known is None and len(lead) + 1 + len(text) > WIDTH:
        known = folded(scalar, indent)
    if known is not None:
        sign, lines = known
        return f" {sign}", [f"{pad}{line}" if line else "" for line in lines]
    below = [lead]
    for comment in scalar.foot:
        write_comment(below, comment, pad)
    return f" {text}" if text else "", below[1:]


def _brackets(node: Node) -> str | None:
    """A value in brackets on one line; None for what was not in brackets, or holds comments."""
    if isinstance(node, Scalar):
        return None if node.foot else one_line(node, flow=True)
    if not node.entries:
        return "{}" if node.mapping else "[]"
    if not node.flow or node.notes or node.foot:
        return None
    parts = []
    for entry in node.entries:
        text = None if _has_comments(entry) else _brackets(entry.value)
        if text is None:
            return None
        parts.append(f"{_key(entry.key, flow=True)}: {text}" if entry.key else text)
    return f"{{{', '.join(parts)}}}" if node.mapping else f"[{', '.join(parts)}]"


def _has_comments(entry: Entry) -> bool:
    within = isinstance(entry.value, Collection) and (entry.value.notes or entry.value.foot)
    return bool(entry.head or entry.notes or entry.tail or within)


def _key(key: Scalar, *, flow: bool) -> str:
    return '""' if key.empty else one_line(key, flow=flow)

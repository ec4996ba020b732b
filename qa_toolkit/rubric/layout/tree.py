"""A text → its `Layout`: each comment goes to the key or item that it stands above or behind."""

from dataclasses import replace
from itertools import takewhile
from typing import Any

import yaml

from qa_toolkit.rubric.layout.nodes import Collection, Comment, Entry, Layout, Node, Scalar
from qa_toolkit.rubric.layout.reader import Events

_MODELINE = "# yaml-language-server:"


def read_layout(text: str) -> Layout | None:
    """The layout of a text that `strict_yaml` reads without a problem; None if it is no mapping."""
    events = Events(text)
    while not isinstance(events.peek(), yaml.NodeEvent):
        events.next()
    root = _node(events, -1)
    if isinstance(root, Scalar) or not root.mapping:
        return None
    foot = (*root.foot, *events.take_rest())
    comments = tuple(events.seen)
    if not root.entries:
        bare = replace(root, notes=(), foot=())
        return Layout(head=(*root.notes, *foot), blank=False, root=bare, comments=comments)
    first, *others = root.entries
    about = (*root.notes, *first.head)
    cut = _end_of_head(about, blank=first.blank)
    own = tuple(
        replace(known, blank=known.blank and at > 0) for at, known in enumerate(about[cut:])
    )
    first = replace(first, head=own, blank=bool(own) and first.blank)
    return Layout(
        head=about[:cut],
        blank=bool(own) or root.entries[0].blank,
        root=replace(root, entries=(first, *others), notes=(), foot=foot),
        comments=comments,
    )


def _end_of_head(head: tuple[Comment, ...], *, blank: bool) -> int:
    """How many of the comments above the first key are about the file; `blank` lies below them.

    All of them, but for the last ones below an empty line that stand directly above the key.
    Directives above everything else are about the whole file.
    """
    if blank:
        return len(head)
    cut = max((at for at, comment in enumerate(head) if comment.blank), default=0) or len(head)
    fixed = (
        at + 1
        for at, comment in enumerate(head)
        if comment.directive or comment.text.startswith(_MODELINE)
    )
    return max(cut, *fixed, 0)


def _node(events: Events, above: int) -> Node:
    """The next value; `above` is the column of the block around it."""
    event = events.peek()
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(events)
    if isinstance(event, yaml.MappingStartEvent):
        return _collection(events, above, yaml.MappingEndEvent)
    return _collection(events, above, yaml.SequenceEndEvent)


def _scalar(events: Events) -> Scalar:
    event = events.next()
    style = event.style or ""
    if style in ("|", ">"):
        return Scalar(value=event.value, style=style, lines=events.block_lines(event))
    return Scalar(value=event.value, style=style, several_lines=events.goes_on(event))


def _collection(events: Events, above: int, end: type[yaml.Event]) -> Collection:
    start = events.next()
    column = start.start_mark.column
    mapping = end is yaml.MappingEndEvent
    notes = events.take_behind() if start.flow_style else ()
    read = _pair if mapping else _bare_item if start.flow_style else _item
    entries = []
    while not isinstance(events.peek(), end):
        entries.append(read(events, column))
    # a list may begin in the same column as its key; comments there are the mapping's
    foot = events.take_deeper(0 if start.flow_style else max(column, above + 1))
    if start.flow_style:  # what a directive above the closing bracket is about, nobody can say
        notes += events.take()
    events.next()
    return Collection(
        mapping=mapping,
        flow=bool(start.flow_style),
        entries=tuple(entries),
        notes=notes,
        foot=foot,
    )


def _pair(events: Events, column: int) -> Entry:
    head = events.take()
    mark = events.peek().start_mark
    blank = events.blank_above(mark.index - mark.column)
    key = _scalar(events)
    return _entry(events, column, key, head, (), blank=blank)


def _bare_item(events: Events, column: int) -> Entry:
    """An item of a list in brackets."""
    return _entry(events, column, None, events.take(), (), blank=False)


def _item(events: Events, column: int) -> Entry:
    """An item behind a dash, which may have comments above, beside and below it."""
    waiting = events.take()
    dash = events.dash
    head = tuple(comment for comment in waiting if comment.index < dash)
    rest = waiting[len(head) :]
    notes = tuple(takewhile(lambda comment: not comment.own_line, rest))
    events.give_back(rest[len(notes) :])
    below = events.apart(dash, events.peek().start_mark.index)
    entry = _entry(
        events, column, None, head, notes, blank=events.blank_above(events.line_at(dash))
    )
    return replace(entry, dash_alone=below)


def _entry(
    events: Events,
    column: int,
    key: Scalar | None,
    head: tuple[Comment, ...],
    notes: tuple[Comment, ...],
    *,
    blank: bool,
) -> Entry:
    notes += events.take_behind()
    event = events.peek()
    if not _is_block(event) and not _is_nothing(event):
        notes += events.take()
    value = _node(events, column)
    tail = events.take_behind()
    if isinstance(value, Scalar):
        notes, tail = notes + tail, ()
        if value.empty:
            value = Scalar(value="", style="", foot=events.take_deeper(column + 1))
    return Entry(key=key, value=value, head=head, blank=blank, notes=notes, tail=tail)


def _is_block(event: Any) -> bool:
    return isinstance(event, yaml.CollectionStartEvent) and not event.flow_style


def _is_nothing(event: Any) -> bool:
    return isinstance(event, yaml.ScalarEvent) and not event.value and not event.style

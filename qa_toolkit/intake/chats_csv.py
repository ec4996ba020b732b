"""Chats as CSV with one message a row.

The rows of a chat may lie apart, so a file is read whole before its first chat is handed on. A
field of the chat (agent, team …) is taken from the first row that fills it.
"""

from collections.abc import Iterator
from pathlib import Path

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.problem import Problem
from qa_toolkit.errors import Unusable
from qa_toolkit.intake.chat import ROLES, make_chat
from qa_toolkit.intake.chat_rows import ChatRows, MessageRow
from qa_toolkit.intake.chat_times import ChatTimes
from qa_toolkit.intake.columns import CHAT_COLUMNS, SPEAKERS
from qa_toolkit.intake.fields import INTERACTION_FIELDS, NO_AGENT, channel_named
from qa_toolkit.intake.found import Found
from qa_toolkit.intake.options import IntakeOptions
from qa_toolkit.intake.tables import Columns, Row, place_columns, plain_name, read_rows
from qa_toolkit.intake.text import clean, one_line

_REQUIRED = ("id", "speaker", "text", "agent")
_TOLD_ONCE = (*sorted(INTERACTION_FIELDS - {"id"}), "channel")


def read_chats_csv(path: Path, options: IntakeOptions) -> Iterator[Found | Problem]:
    """The chats of a file in the order of their first rows, then what was wrong with times."""
    source = str(path)
    chats: dict[str, ChatRows] = {}
    columns: Columns | None = None
    for row in read_rows(path):
        if isinstance(row, Problem):
            yield row
        elif columns is None:
            columns = place_columns(row, CHAT_COLUMNS)
            if missing := _missing_columns(columns, row, source):
                yield missing
                return
        elif problem := _take(row, columns, chats, source):
            yield problem
    if columns and not chats:
        yield Problem(source=source, message="there are no rows below the header")
    times = ChatTimes(chats.values(), source, options)
    for chat in chats.values():
        yield _finish(chat, source, times)
    yield from times.problems()


def _missing_columns(columns: Columns, header: Row, source: str) -> Problem | None:
    missing = [name for name in _REQUIRED if name not in columns.fields]
    if not missing:
        return None
    found = one_line(", ".join(header.cells))[:300]
    return Problem(
        source=source,
        line=header.line,
        message=f"no column {', '.join(map(repr, missing))}; found: {found}",
        hint="a chat file has one message a row, with the columns id, speaker, text and agent",
    )


def _take(row: Row, columns: Columns, chats: dict[str, ChatRows], source: str) -> Problem | None:
    """File one row under its chat; a wrong row is noted there, and its Problem returned."""
    chat_id = columns.cell(row, "id").strip()
    if not chat_id:
        return Problem(
            source=source,
            line=row.line,
            message="the row has no id; it is left out",
            hint="say which chat the message belongs to",
        )
    chat = chats.setdefault(chat_id, ChatRows(row.line, {"id": chat_id}))
    try:
        chat.rows.append(_message_row(row, columns))
    except Unusable as reason:
        chat.lost.append(row.line)
        message = f"{reason.message}; the row is left out of chat {chat_id!r}"
        return Problem(source=source, line=row.line, message=message, hint=reason.hint)
    for name in _TOLD_ONCE:
        if not chat.values.get(name) and (text := one_line(columns.cell(row, name))):
            chat.values[name] = text
    for name, text in columns.other_cells(row).items():
        chat.extra.setdefault(name, text)
    return None


def _message_row(row: Row, columns: Columns) -> MessageRow:
    if max(columns.fields["speaker"], columns.fields["text"]) >= len(row.cells):
        raise Unusable("too few cells", hint="every row needs a speaker and a text")
    name = plain_name(columns.cell(row, "speaker"))
    role = ROLES.get(SPEAKERS.get(name, name))
    if role is None:
        raise Unusable(f"unknown speaker {name[:60]!r}", hint=f"use one of {', '.join(ROLES)}")
    return MessageRow(
        row.line,
        role,
        clean(columns.cell(row, "text")),
        at=columns.cell(row, "at").strip(),
        start_s=columns.cell(row, "start_s").strip(),
    )


def _finish(chat: ChatRows, source: str, times: ChatTimes) -> Found | Problem:
    try:
        if not chat.values.get("agent"):
            raise Unusable(f"{NO_AGENT}: {chat.values['id']}", hint="fill the column agent")
        return make_chat(
            chat.values,
            times.messages(chat),
            channel=channel_named(chat.values.get("channel") or Channel.CHAT),
            source=f"{source}:{chat.line}",
            started_at=times.started_at(chat),
            extra=chat.extra,
            doubt=_doubt(chat.lost),
        )
    except Unusable as reason:
        return Problem(source=source, line=chat.line, message=reason.message, hint=reason.hint)


def _doubt(lost: list[int]) -> str:
    """A chat that misses messages must not be rated as if it were whole."""
    if not lost:
        return ""
    shown = ", ".join(map(str, lost[:5])) + (" …" if len(lost) > 5 else "")
    return f"messages are missing: {len(lost)} of its rows could not be read (line {shown})"

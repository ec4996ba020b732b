"""The times of a CSV file of chats: moments in `at` and `started_at`, seconds in `start_s`."""

from collections.abc import Collection, Iterator
from datetime import datetime

from qa_toolkit.domain.problem import Problem
from qa_toolkit.errors import Unusable
from qa_toolkit.intake.cells import UnreadCells
from qa_toolkit.intake.chat import IN_SECONDS, LONGEST_S, Message
from qa_toolkit.intake.chat_rows import ChatRows
from qa_toolkit.intake.dates import proven_order, read_moment
from qa_toolkit.intake.options import IntakeOptions

_UNTIMED = "the message has no time"


class ChatTimes:
    """Reads the times of one file, whose order of day and month is proven over all its dates."""

    def __init__(self, chats: Collection[ChatRows], source: str, options: IntakeOptions) -> None:
        self._options = options
        self._order = proven_order(_dates(chats))
        self._at = UnreadCells(source, "at", consequence=_UNTIMED)
        self._start_s = UnreadCells(source, "start_s", consequence=_UNTIMED)
        self._started_at = UnreadCells(
            source, "started_at", consequence="the chat starts with its first message"
        )

    def problems(self) -> Iterator[Problem]:
        """What could not be read, one warning a column."""
        columns = (self._at, self._start_s, self._started_at)
        return (problem for column in columns if (problem := column.problem()))

    def started_at(self, chat: ChatRows) -> datetime | None:
        """When a chat began, where its rows say so readably."""
        return self._moment(chat.values.get("started_at", ""), chat.line, self._started_at)

    def messages(self, chat: ChatRows) -> list[Message]:
        """The messages of a chat, in order of time if each has one: exports are not always sorted."""
        messages = [
            Message(
                row.speaker,
                row.text,
                start_s=self._seconds(row.start_s, row.line),
                at=self._moment(row.at, row.line, self._at),
            )
            for row in chat.rows
        ]
        return _in_order(messages)

    def _moment(self, text: str, line: int, unread: UnreadCells) -> datetime | None:
        try:
            return read_moment(text, self._options, self._order) if text else None
        except Unusable as reason:
            unread.add(line, reason)
            return None

    def _seconds(self, text: str, line: int) -> float | None:
        try:
            return _seconds(text) if text else None
        except Unusable as reason:
            self._start_s.add(line, reason)
            return None


def _dates(chats: Collection[ChatRows]) -> Iterator[str]:
    for chat in chats:
        yield chat.values.get("started_at", "")
        yield from (row.at for row in chat.rows)


def _in_order(messages: list[Message]) -> list[Message]:
    moments = [message.at.timestamp() for message in messages if message.at]
    starts = [message.start_s for message in messages if message.start_s is not None]
    times = moments or starts
    if len(times) < len(messages):
        return messages
    return [messages[i] for i in sorted(range(len(messages)), key=times.__getitem__)]


def _seconds(text: str) -> float:
    try:
        seconds = float(text.replace(",", "."))  # a decimal comma, where cells end with semicolons
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= LONGEST_S:
        raise Unusable(f"{text[:60]!r} is not a number of seconds", hint=IN_SECONDS)
    return seconds

"""Lines read with editing, completion and a line of keys below: the edge to prompt_toolkit."""

import textwrap
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion, PathCompleter
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.history import DummyHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.shortcuts import CompleteStyle
from prompt_toolkit.styles import Style

from qa_toolkit.cli.shop.terminal.asking import Asked, is_command
from qa_toolkit.cli.shop.terminal.plain import END, PROMPT
from qa_toolkit.errors import QaToolkitError
from qa_toolkit.shops.interview.proof import KINDS
from qa_toolkit.shops.interview.timing import SPACE

_REFRESH_S = 0.5
_STYLE = Style.from_dict({"bottom-toolbar": "noreverse", "bottom-toolbar.text": "noreverse"})
_SKIP = ":skip"


class Keyboard:
    """Reads lines from a terminal; holds its session, and what is asked at the moment."""

    def __init__(self) -> None:
        self.shows_keys = True
        self._asked = Asked(keys="")
        self._session: PromptSession[str] = PromptSession(
            PROMPT,
            history=DummyHistory(),  # the answer to another question is none to this one
            key_bindings=self._bindings(),
            bottom_toolbar=self._below,
            multiline=Condition(lambda: self._asked.many_lines),
            completer=_Paths(),
            complete_while_typing=False,
            complete_style=CompleteStyle.READLINE_LIKE,
            reserve_space_for_menu=0,
            style=_STYLE,
        )
        self._session.app.renderer.cpr_not_supported_callback = self._has_no_toolbar

    @contextmanager
    def taking_all_keys(self) -> Iterator["Keyboard"]:
        """Between two questions, too: what is typed then is not shown, and is the next answer."""
        with self._session.input.raw_mode():
            yield self

    def line(self, asked: Asked) -> str:
        """As `Reader.line`."""
        self._asked = asked
        self._session.app.erase_when_done = asked.stopwatch
        return self._session.prompt(
            default=asked.text, refresh_interval=_REFRESH_S if asked.is_running else 0
        )

    def _has_no_toolbar(self) -> None:
        self.shows_keys = False

    def _below(self) -> str:
        typed = self._session.default_buffer.text
        told = " · ".join(filter(None, (self._asked.status(typed), self._asked.keys)))
        columns = self._session.app.output.get_size().columns
        return "\n".join(textwrap.wrap(told, max(columns - 1, 1)))

    def _bindings(self) -> KeyBindings:
        keys = KeyBindings()
        empty = Condition(lambda: not self._session.default_buffer.text)
        stopwatch = Condition(lambda: self._asked.stopwatch)
        many_lines = Condition(lambda: self._asked.many_lines)
        files = Condition(lambda: self._asked.files)
        keys.add(" ", filter=empty & stopwatch)(_press)
        keys.add("tab", filter=empty & ~files)(_skip)
        keys.add("tab", filter=~empty & ~files)(_ignored)
        # what is typed before a prompt is there comes with another end of line
        for end_of_line in ("enter", "c-j"):
            keys.add(end_of_line, filter=many_lines)(self._new_line)
        keys.add("c-j", filter=~many_lines)(_accept)
        keys.add("c-d")(self._leave_at_end)
        keys.add("c-c")(self._leave)
        return keys

    def _new_line(self, event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if is_command(buffer.document.current_line):
            event.app.exit(result=buffer.document.current_line)
        elif buffer.document.current_line.strip() == END:
            kept = buffer.document.current_line_before_cursor
            buffer.delete_before_cursor(len(kept))
            buffer.validate_and_handle()
        else:
            buffer.insert_text("\n")
            self._tell_lines(event, buffer.text)

    def _tell_lines(self, event: KeyPressEvent, text: str) -> None:
        """An exception may not leave a key: it leaves the prompt."""
        try:
            self._asked.line_done(text)
        except QaToolkitError as error:
            event.app.exit(exception=error)

    def _leave(self, event: KeyPressEvent) -> None:
        self._end(event, KeyboardInterrupt())

    def _leave_at_end(self, event: KeyPressEvent) -> None:
        self._end(event, EOFError())

    def _end(self, event: KeyPressEvent, exception: BaseException) -> None:
        *earlier, last = event.current_buffer.text.split("\n")
        if self._asked.many_lines:
            story = earlier if is_command(last) else [*earlier, last]
            try:
                self._asked.line_done("\n".join(story))
            except QaToolkitError as error:
                exception = error
        event.app.exit(exception=exception, style="class:aborting")


class _Paths(Completer):
    """Paths, also behind the word that says what a file is."""

    def __init__(self) -> None:
        self._paths = PathCompleter(expanduser=True)

    def get_completions(
        self, document: Document, complete_event: CompleteEvent
    ) -> Iterable[Completion]:
        """What the path before the cursor can go on with."""
        text = document.text_before_cursor.lstrip()
        first, blank, rest = text.partition(" ")
        path = rest if blank and first in KINDS else text
        return self._paths.get_completions(Document(path.lstrip("'\"")), complete_event)


def _press(event: KeyPressEvent) -> None:
    event.app.exit(result=SPACE)


def _accept(event: KeyPressEvent) -> None:
    event.current_buffer.validate_and_handle()


def _skip(event: KeyPressEvent) -> None:
    event.app.exit(result=_SKIP)


def _ignored(event: KeyPressEvent) -> None:
    del event

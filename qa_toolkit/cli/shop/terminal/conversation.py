"""The loop of the guided form: ask, hear, save, tell."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from shlex import quote

from qa_toolkit.cli.shop.terminal.asking import Asked, Reader
from qa_toolkit.cli.shop.terminal.listing import show_items
from qa_toolkit.cli.shop.terminal.running_clock import RunningClock, is_running
from qa_toolkit.cli.shop.terminal.screen import (
    show,
    show_finding,
    show_help,
    show_item,
    show_told,
    show_wrong,
)
from qa_toolkit.domain.shop.finding import ShopFinding
from qa_toolkit.errors import QaToolkitError, StorageError, UsageError
from qa_toolkit.shops.interview.commands import Wish, read_command
from qa_toolkit.shops.interview.items import Kind
from qa_toolkit.shops.interview.proof import Attach
from qa_toolkit.shops.interview.state import Interview
from qa_toolkit.shops.interview.turn import Turn
from qa_toolkit.shops.interview.turns import attached, heard, written
from qa_toolkit.shops.interview.view import view_of, words_told
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops import guided as workflow
from qa_toolkit.workflow.shops.attachments import attach
from qa_toolkit.workflow.shops.guided import Guided

_EVERYWHERE = "? help"


@dataclass(slots=True, kw_only=True)
class Conversation:
    """A form while it is filled in on a terminal.

    Attributes:
        guided: as it was saved last.
        shown: id of the item whose question stands on the screen.
        saved: whether anything was saved in this session.
        findings: what the checks said when the review was shown last.
    """

    project: Project
    guided: Guided
    reader: Reader
    clock: RunningClock = field(default_factory=RunningClock)
    shown: str = ""
    saved: bool = False
    findings: tuple[ShopFinding, ...] = ()

    @property
    def interview(self) -> Interview:
        return self.guided.interview

    def hold(self) -> bool:
        """Ask until it is submitted (true) or left (false).

        Raises:
            KeyboardInterrupt, EOFError: left by Ctrl-C or Ctrl-D.
            UsageError, StorageError: it cannot be saved; what was typed stands in a file then.
        """
        while True:
            self._show_item()
            text = self.reader.line(self._asked())
            if self.interview.item.kind is Kind.REVIEW and not text.strip():
                text = self._first_concerned()
            turn = heard(self.interview, text, self.clock.now(self.interview.log))
            self._keep(turn.interview)
            left = self.shown
            self._tell(turn)
            if read_command(text) is None and not turn.wrong:
                self._hint(left)
            if turn.attach is not None:
                self._attach(turn.attach)
            if turn.wish is Wish.SAVE:
                return False
            if turn.wish is Wish.SUBMIT and self._submit():
                return True

    def _show_item(self) -> None:
        item = self.interview.item
        view = view_of(self.interview)
        if item.id != self.shown:
            show_item(view)
            self.shown = item.id
            if item.kind is Kind.REVIEW:
                self._show_findings(workflow.findings(self.project, self.guided))
        if not self.reader.shows_keys:
            show_told(self._keys())

    def _asked(self) -> Asked:
        kind, log = self.interview.item.kind, self.interview.log
        view = view_of(self.interview)
        # a story that was begun goes on in a new line
        begun = "\n" if kind is Kind.NARRATIVE and view.text else ""
        return Asked(
            keys=self._keys(),
            status=self._status,
            text=view.text + begun,
            many_lines=kind is Kind.NARRATIVE,
            line_done=self._line_done,
            stopwatch=kind is Kind.TIMES,
            is_running=is_running(log),
            files=kind is Kind.EVIDENCE,
        )

    def _keys(self) -> str:
        saved = "saved" if self.saved else ""
        return " · ".join(filter(None, (view_of(self.interview).keys, _EVERYWHERE, saved)))

    def _status(self, typed: str) -> str:
        if self.interview.item.kind is Kind.NARRATIVE:
            return words_told(self.interview, typed)
        return self.clock.told(self.interview.log)

    def _line_done(self, text: str) -> None:
        self._keep(written(self.interview, text))

    def _keep(self, after: Interview) -> None:
        """Save at once; what cannot be saved is written beside."""
        if after == self.interview:
            return
        try:
            kept = workflow.keep(self.project, self.guided, after)
        except QaToolkitError as error:
            raise self._rescued(error, after) from error
        self.saved = self.saved or after.log != self.interview.log
        self.guided = kept

    def _rescued(self, error: QaToolkitError, after: Interview) -> QaToolkitError:
        path = workflow.rescue(self.project, self.guided, after.log)
        kind = StorageError if isinstance(error, StorageError) else UsageError
        command = f"qa shop log {after.log.shop} --by {quote(self.guided.by)}"
        hint = (
            f"{command} goes on from what is saved; compare, and to take over what you typed: "
            f"{command} --from {quote(str(path))}"
        )
        if not workflow.takes_notes(self.project, self.guided):
            hint = error.hint
        return kind(f"{error.message}. What you typed is kept in {path}", hint=hint)

    def _tell(self, turn: Turn) -> None:
        if self.shown == Kind.TIMES and (drift := self.clock.drift()):
            show_wrong(drift)
        if turn.wrong:
            show_wrong(turn.wrong)
        if turn.told:
            show_told(turn.told)
        if turn.wish is Wish.HELP:
            show_help(view_of(self.interview))
        if turn.wish is Wish.LIST:
            show_items(self.interview)
        if turn.wish is not None:
            self.shown = ""  # the question has gone up: it is asked again

    def _hint(self, item: str) -> None:
        """What the checks can say at once of what was just answered."""
        for finding in workflow.hints(self.interview, item):
            show_finding(finding)

    def _attach(self, wanted: Attach) -> None:
        try:
            kept = attach(self.project, _at_home(wanted.path), wanted.kind)
        except UsageError as error:
            show_wrong(f"{error.message} ({error.hint})" if error.hint else error.message)
            return
        turn = attached(self.interview, kept)
        self._keep(turn.interview)
        self._tell(turn)

    def _submit(self) -> bool:
        try:
            done = workflow.hand_in(self.project, self.guided)
        except QaToolkitError as error:
            raise self._rescued(error, self.interview) from error
        if not done.is_submitted:
            show_wrong("not submitted yet: what is marked ! comes first")
        return done.is_submitted

    def _show_findings(self, findings: Sequence[ShopFinding]) -> None:
        """Errors first, each with the item to go to."""
        numbers = workflow.places(self.interview, findings)
        self.findings = tuple(sorted(findings, key=lambda one: one.severity != "error"))
        for finding in self.findings:
            place = numbers.get(finding.where)
            show_finding(finding, str(place) if place else "")
        errors = sum(one.severity == "error" for one in self.findings)
        if errors:
            show("Enter goes to the first; a number goes to its item.")
        else:
            show("It can be submitted: y. After that it is an editor's.")

    def _first_concerned(self) -> str:
        numbers = workflow.places(self.interview, self.findings)
        first = next(
            (
                numbers[one.where]
                for one in self.findings
                if one.severity == "error" and one.where in numbers
            ),
            None,
        )
        return "" if first is None else str(first)


def _at_home(path: str) -> Path:
    """A path with `~` for a home; as it is where nobody has that name."""
    with suppress(RuntimeError):
        return Path(path).expanduser()
    return Path(path)

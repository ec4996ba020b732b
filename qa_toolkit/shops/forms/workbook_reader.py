"""A workbook form that was filled in → what the shopper noted, with every mistake by its cell."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar, cast, get_args

from qa_toolkit.domain.answer import Answer, chosen
from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.shop.form import FormQuestion, ShopForm
from qa_toolkit.domain.shop.log import MOST_CHARACTERS, Mark, Observation, ShopLog, TimeMark
from qa_toolkit.domain.shop.scenario import EvidenceKind
from qa_toolkit.shops.forms import layout
from qa_toolkit.shops.forms.answers import answer_of
from qa_toolkit.shops.forms.cell_times import said_in
from qa_toolkit.shops.forms.files import beside
from qa_toolkit.shops.forms.moments import Clock
from qa_toolkit.shops.forms.text_times import taken_for_later
from qa_toolkit.shops.forms.texts import TEXTS, with_text
from qa_toolkit.shops.forms.values import Read
from qa_toolkit.shops.forms.versions import other_form
from qa_toolkit.shops.forms.workbook_parts import Parts, parts_of
from qa_toolkit.workbooks.cells import Value
from qa_toolkit.workbooks.package import opened
from qa_toolkit.workbooks.places import Notes, typed, words
from qa_toolkit.workbooks.plain import Unclear, short, text_of
from qa_toolkit.workbooks.sheets import Book

T = TypeVar("T")

_CHOSEN = frozenset({layout.CHOSEN, "✓", "✔", "1", "yes", "true"})
_NEW = "write a new form: qa shop form"


def read_workbook(path: Path, form: ShopForm, start: ShopLog, clock: Clock) -> Read:
    """Read a form that `qa shop form` wrote, whichever program saved it since.

    Raises:
        UsageError: it cannot be opened, or is no such form.
    """
    notes = Notes(file=str(path))
    with opened(path) as package:
        for remark in package.remarks():
            notes.add("", remark, severity="warning")
        book = Book(package)
        parts = parts_of(book, notes)
        from_1904 = book.dates_from_1904
    other = other_form(
        form,
        start,
        form_hash=parts.facts.get(layout.FACT_FORM),
        shop=parts.facts.get(layout.FACT_SHOP),
    )
    if other:
        _, message, hint = other
        only = Problem(source=str(path), message=message, hint=hint)
        return Read(log=start, problems=(only,))
    if len(parts.columns.letters) < len(layout.HEADINGS):
        return Read(log=start, problems=tuple(notes.problems))
    return _Form(path, parts, form, notes).read(start, clock, from_1904=from_1904)


class _Form:
    """The rows of a form, read kind by kind."""

    def __init__(self, path: Path, parts: Parts, form: ShopForm, notes: Notes) -> None:
        self._path, self._parts, self._form, self._notes = path, parts, form, notes

    def read(self, start: ShopLog, clock: Clock, *, from_1904: bool) -> Read:
        self._check_keys()
        log = start
        for name in TEXTS:
            log = with_text(log, name, self._text(layout.key(layout.TEXT, name), name))
        known = self._parts.locations
        log = replace(log, location=known.get(log.location.casefold(), log.location))
        log = replace(
            log,
            marks=self._marks(clock, from_1904=from_1904),
            observations=self._observations(),
            comments=self._comments(),
        )
        files = self._files({one.name for one in start.attachments})
        return Read(log=log, problems=tuple(self._notes.problems), attachments=files)

    def _check_keys(self) -> None:
        """Tell rows that the form does not have, and questions whose row is gone."""
        wanted = {layout.key(layout.TEXT, name) for name in TEXTS}
        wanted |= {layout.key(layout.SECTION, one.id) for one in self._form.sections}
        for question in self._form.questions():
            if question.type != "info":
                wanted.add(layout.key(layout.ASKED, question.id))
            if question.type == "multi_choice":
                wanted |= {
                    layout.key(layout.OPTION, question.id, one.value) for one in question.choices
                }
        for key, row in self._parts.rows.items():
            kind, _, about = key.partition(":")
            if key not in wanted and kind not in (layout.TIME, layout.FILE):
                near = did_you_mean(about, {one.partition(":")[2] for one in wanted})
                at = self._parts.columns.at(row, layout.KEY)
                self._notes.add(at, f"the form has no {kind} '{about}'{near}", _NEW)
        for key in sorted(wanted - self._parts.rows.keys()):
            kind, _, about = key.partition(":")
            at = self._parts.columns.sheet
            self._notes.add(at, f"the row of the {kind} '{about}' is gone", _NEW)

    def _text(self, key: str, name: str = "") -> str:
        """A text in its cell; the story stands in a row of its own, from the first column on."""
        heading = layout.NUMBER if name == "narrative" else layout.ANSWER
        most = MOST_CHARACTERS[name or "comment"]
        return self._typed(key, heading, words(most)) or ""

    def _typed(self, key: str, heading: str, read: Callable[[Value], T]) -> T | None:
        row = self._parts.rows.get(key)
        return None if row is None else self._parts.columns.typed(row, heading, read)

    def _marks(self, clock: Clock, *, from_1904: bool) -> tuple[TimeMark, ...]:
        """The presses from top to bottom."""
        columns, first = self._parts.columns, None
        found: list[TimeMark] = []
        for key, row in self._parts.rows.items():
            kind, _, about = key.partition(":")
            mark = about.partition(":")[0]
            if kind != layout.TIME or mark not in set(Mark):
                continue
            at = columns.at(row, layout.ANSWER)

            last = found[-1].at if found else None

            def moment(
                value: Value, first: datetime | None = first, last: datetime | None = last
            ) -> tuple[datetime, bool] | None:
                said = said_in(value, from_1904=from_1904)
                return clock.moment(said, first, last) if said else None

            read = typed(self._notes, at, row, columns.letters[layout.ANSWER], moment)
            if read:
                if read[1]:
                    shown = taken_for_later(f"{read[0]:%H:%M:%S}", read[0])
                    self._notes.add(at, shown, severity="warning")
                first = first or read[0]
                found.append(TimeMark(mark=Mark(mark), at=read[0]))
        return tuple(found)

    def _observations(self) -> tuple[Observation, ...]:
        found = []
        for question in self._form.questions():
            if question.type == "info":
                continue
            key = layout.key(layout.ASKED, question.id)
            answer = self._typed(key, layout.ANSWER, partial(answer_of, question))
            if question.type == "multi_choice":
                answer = self._several(question, answer)
            most = words(MOST_CHARACTERS["comment"])
            comment = self._typed(key, layout.COMMENT, most) or ""
            if answer is not None or comment:
                found.append(Observation(question=question.id, answer=answer, comment=comment))
        return tuple(found)

    def _several(self, question: FormQuestion, beside: Answer | None) -> Answer | None:
        """The options that are marked; or what stands in the cell of the question itself."""
        marked = [
            one.value
            for one in question.choices
            if self._typed(layout.key(layout.OPTION, question.id, one.value), layout.ANSWER, _mark)
        ]
        if not marked:
            return beside
        if beside is not None and not (chosen(beside) and chosen(beside) <= set(marked)):
            row = self._parts.rows[layout.key(layout.ASKED, question.id)]
            at = self._parts.columns.at(row, layout.ANSWER)
            self._notes.add(
                at, "this says otherwise than the options below it", "empty one of them"
            )
        return tuple(marked)

    def _comments(self) -> dict[str, str]:
        texts = {
            one.id: self._text(layout.key(layout.SECTION, one.id)) for one in self._form.sections
        }
        return {section: text for section, text in texts.items() if text}

    def _files(self, kept: set[str]) -> tuple[tuple[Path, EvidenceKind], ...]:
        columns, found = self._parts.columns, []
        for key, row in self._parts.rows.items():
            kind, _, about = key.partition(":")
            name = columns.typed(row, layout.COMMENT, words()) if kind == layout.FILE else ""
            if not name:
                continue
            is_what = about.partition(":")[2] or columns.text(row, layout.ANSWER).casefold()
            if is_what not in get_args(EvidenceKind):
                known = ", ".join(get_args(EvidenceKind))
                at = columns.at(row, layout.ANSWER)
                self._notes.add(at, f"of which kind is the file {name}?", f"one of: {known}")
                continue
            path = self._file(name, columns.at(row, layout.COMMENT), kept)
            if path is not None:
                found.append((path, cast(EvidenceKind, is_what)))
        return tuple(found)

    def _file(self, name: str, at: str, kept: set[str]) -> Path | None:
        """The file of a name; None where it is attached already, or cannot be, which is told."""
        try:
            path = beside(self._path, name)
        except Unclear as error:
            self._notes.add(at, error.message, error.hint)
            return None
        if path is None and Path(name).name not in kept:
            hint = "it lies beside the workbook"
            self._notes.add(at, f"there is no file {short(name)}", hint)
        return path


def _mark(value: Value) -> bool:
    """Whether an option is marked.

    Raises:
        Unclear: something else stands there.
    """
    text = text_of(value)
    if text and text.casefold() not in _CHOSEN:
        raise Unclear(f"'{text}' is no mark", f"{layout.CHOSEN}, or nothing")
    return bool(text)

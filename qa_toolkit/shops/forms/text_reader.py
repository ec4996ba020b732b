"""A log in YAML or JSON → what the shopper noted, with every mistake by line and column."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.domain.problem import Problem, Severity
from qa_toolkit.domain.said import tidy, too_long
from qa_toolkit.domain.shop.form import FormQuestion, ShopForm
from qa_toolkit.domain.shop.log import MOST_CHARACTERS, Observation, ShopLog
from qa_toolkit.domain.shop.scenario import EvidenceKind
from qa_toolkit.errors import UsageError
from qa_toolkit.shops.forms.answers import answer_of
from qa_toolkit.shops.forms.files import beside
from qa_toolkit.shops.forms.json_text import as_yaml_takes_it
from qa_toolkit.shops.forms.moments import Clock
from qa_toolkit.shops.forms.text_shape import LogFile
from qa_toolkit.shops.forms.text_times import times_in
from qa_toolkit.shops.forms.texts import TEXTS, with_text
from qa_toolkit.shops.forms.values import Read
from qa_toolkit.shops.forms.versions import other_form
from qa_toolkit.strict_yaml.decode import decoded, read_regular
from qa_toolkit.strict_yaml.document import Document, Place
from qa_toolkit.strict_yaml.document import Path as At
from qa_toolkit.strict_yaml.load import model_in
from qa_toolkit.workbooks.plain import Unclear, short

KIND = "log of a shop"
_ANSWER, _COMMENT = "answer", "comment"


def read_text(path: Path, form: ShopForm, start: ShopLog, clock: Clock) -> Read:
    """Read a log; whatever is wrong with it is in the problems.

    Raises:
        UsageError: the file cannot be read.
    """
    source = str(path)
    try:
        text = decoded(read_regular(path), source, KIND)
    except OSError as error:
        raise UsageError(f"{path}: it cannot be read: {error.strerror or error}") from error
    if isinstance(text, str) and path.suffix.lower() == ".json":
        text = as_yaml_takes_it(text, source)
    if isinstance(text, Problem):
        return Read(log=start, problems=(replace(text, code="L001"),))
    loaded = model_in(text, path, LogFile, kind=KIND, letter="L")
    if loaded.model is None:
        return Read(log=start, problems=loaded.problems)
    lines = _Lines(path, form, start, clock, loaded.document)
    other = other_form(form, start, form_hash=loaded.model.form, shop=loaded.model.shop)
    if other:
        key, message, hint = other
        lines.tell((key,), message, hint)
        return Read(log=start, problems=tuple(lines.problems))
    return lines.read(loaded.model)


class _Lines:
    """What a file says, told key by key."""

    def __init__(
        self, path: Path, form: ShopForm, start: ShopLog, clock: Clock, document: Document
    ) -> None:
        self.problems: list[Problem] = []
        self._path, self._form, self._start = path, form, start
        self._clock, self._document = clock, document

    def read(self, said: LogFile) -> Read:
        given = said.model_fields_set
        log = self._start
        for name in TEXTS:
            if name in given:
                text = self._text(getattr(said, name), name, (name,))
                log = with_text(log, name, text)
        if "times" in given:
            log = replace(log, marks=times_in(said.times, self._clock, self.tell))
        if "answers" in given:
            log = replace(log, observations=self._observations(said))
        if "comments" in given:
            log = replace(log, comments=self._comments(said))
        files = self._files(said)
        told = sorted(self.problems, key=lambda one: (one.line or 0, one.column or 0))
        return Read(log=log, problems=tuple(told), attachments=files)

    def tell(
        self,
        at: At,
        message: str,
        hint: str = "",
        severity: Severity = "error",
        *,
        key: bool = False,
    ) -> None:
        """Note what is wrong with the value at a path, or with its key."""
        place: Place = self._document.key_of(at) if key else self._document.place_of(at)
        problem = Problem(
            source=str(self._path),
            message=message,
            hint=hint,
            line=place.line,
            column=place.column,
            code="L003" if key else "L004",
            severity=severity,
        )
        self.problems.append(problem)

    def _observations(self, said: LogFile) -> tuple[Observation, ...]:
        known = {one.id: one for one in self._form.questions()}
        noted = {one.question: one for one in self._start.observations}
        for key, value in (said.answers or {}).items():
            at: At = ("answers", key)
            if self._is_known(str(key), known, "question", at):
                noted[str(key)] = self._observation(known[str(key)], value, at)
        return tuple(one for one in noted.values() if one != Observation(question=one.question))

    def _observation(self, question: FormQuestion, value: object, at: At) -> Observation:
        comment: object = None
        if isinstance(value, dict):
            for key in value:
                self._is_known(str(key), (_ANSWER, _COMMENT), "key", (*at, key))
            comment = value.get(_COMMENT)
            at = (*at, _ANSWER) if _ANSWER in value else at
            value = value.get(_ANSWER)
        if comment is not None and not isinstance(comment, str):
            self.tell((*at[:2], _COMMENT), "a comment is text", "put it in quotation marks")
            comment = None
        try:
            answer = answer_of(question, value)
        except Unclear as error:
            self.tell(at, f"{question.id}: {error.message}", error.hint)
            answer = None
        if isinstance(answer, str) and question.type == "text":
            answer = self._text(answer, "answer", at) or None
        kept = self._text(comment, "comment", (*at[:2], _COMMENT))
        return Observation(question=question.id, answer=answer, comment=kept)

    def _comments(self, said: LogFile) -> dict[str, str]:
        known = [section.id for section in self._form.sections]
        found = dict(self._start.comments)
        for key, text in (said.comments or {}).items():
            if self._is_known(str(key), known, "section", ("comments", key)):
                found[str(key)] = self._text(text, "comment", ("comments", key))
        return {section: text for section, text in found.items() if text}

    def _text(self, said: str | None, what: str, at: At) -> str:
        """A text as it is kept; empty for one that is too long, which is told."""
        text = tidy(said or "")
        if wrong := too_long(text, MOST_CHARACTERS[what]):
            self.tell(at, wrong, "shorten it")
            return ""
        return text

    def _files(self, said: LogFile) -> tuple[tuple[Path, EvidenceKind], ...]:
        kept = {one.name for one in self._start.attachments}
        found = []
        for number, line in enumerate(said.attachments or ()):
            at: At = ("attachments", number, "file")
            try:
                path = beside(self._path, line.file)
            except Unclear as error:
                self.tell(at, error.message, error.hint)
                continue
            if path is not None:
                found.append((path, line.kind))
            elif Path(line.file).name not in kept:
                message = f"there is no file {short(line.file)}"
                self.tell(at, message, "paths start from the folder of the log")
        return tuple(found)

    def _is_known(self, word: str, known: Collection[str], what: str, at: At) -> bool:
        """Whether the form has it; told with the nearest that it has."""
        if word in known:
            return True
        message = f"the form has no {what} '{word}'{did_you_mean(word, known)}"
        self.tell(at, message, f"known: {', '.join(known)}", key=True)
        return False

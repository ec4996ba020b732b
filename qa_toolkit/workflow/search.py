"""Search: words looked for in everything that was said or written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.errors import UsageError
from qa_toolkit.intake.dates import zone_named
from qa_toolkit.store import search
from qa_toolkit.store.search import Filter, Hit
from qa_toolkit.workflow.project import Project

# a phrase in quotation marks, else a word; either may begin a longer word (`refund*`)
_TERM = re.compile(r"[\"“”„]([^\"“”„]*)[\"“”„](\*?)|([^\s\"“”„]+)")
_OPERATORS = frozenset(("AND", "OR", "NOT"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What to look for, and where; empty asks for nothing.

    Attributes:
        words: as people write them, see `expression_of`.
        agent: id or name.
        since: a date or moment; what began on that day or later.
        until: a date or moment; what began on that day at the latest.
        limit: the most hits to give.
    """

    words: str
    agent: str = ""
    speaker: SpeakerRole | None = None
    since: str = ""
    until: str = ""
    limit: int = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """How many turns match in all, and the best of them, the best first."""

    total: int
    shown: tuple[Hit, ...]


def search_transcripts(project: Project, wanted: Wanted) -> Hits:
    """Look for words in the transcripts that are scored.

    Raises:
        UsageError: there is no word to look for, no such agent, or a date cannot be read.
    """
    expression = expression_of(wanted.words)
    chosen = Filter(
        agents=_agents(project, wanted.agent) if wanted.agent else None,
        speaker=wanted.speaker.value if wanted.speaker else None,
        since=_moment(project, wanted.since, "--since") if wanted.since else None,
        before=_moment(project, wanted.until, "--until", whole_day=True) if wanted.until else None,
    )
    total, shown = search.find(project.database, expression, chosen, wanted.limit)
    return Hits(total=total, shown=shown)


def expression_of(words: str) -> str:
    """The words in the syntax of the index (FTS5); no text can be an error in it.

    Words side by side must all be in a turn, those in quotation marks in this order; `refund*` is
    any word that begins so. AND, OR and NOT between words are operators, in capital letters only;
    where they stand otherwise they are words like any other. NOT binds closest, then AND.

    Raises:
        UsageError: there is no word among them.
    """
    parts: list[str] = []
    operator = ""
    for said, is_operator in _terms(words):
        if is_operator and parts and not operator:
            operator = said
        elif is_operator:  # the second of two in a row, or one at the beginning, is a word
            parts += _joined(parts, operator, _quoted(said.lower()))
            operator = ""
        else:
            parts += _joined(parts, operator, said)
            operator = ""
    if operator:  # one at the end
        parts += _joined(parts, "", _quoted(operator.lower()))
    if not parts:
        raise UsageError(f"there is no word in {words!r}", hint="qa search refund")
    return " ".join(parts)


def _terms(words: str) -> Iterator[tuple[str, bool]]:
    """Each term, quoted, or an operator; signs without a letter or figure are passed over."""
    for found in _TERM.finditer(words):
        phrase, phrase_star, word = found.groups()
        if word in _OPERATORS:
            yield word, True
            continue
        text = phrase if word is None else word.rstrip("*")
        if any(sign.isalnum() for sign in text):
            star = phrase_star if word is None else word[len(text) :][:1]
            yield _quoted(text) + star, False


def _quoted(text: str) -> str:
    readable = "".join(sign if sign.isprintable() else " " for sign in text)
    return f'"{readable}"'


def _joined(parts: list[str], operator: str, term: str) -> list[str]:
    return [operator or "AND", term] if parts else [term]


def _agents(project: Project, named: str) -> frozenset[str]:
    known = list(search.agents(project.database))
    wanted = named.casefold()
    found = frozenset(
        agent for agent, name in known if wanted in (agent.casefold(), name.casefold())
    )
    if not found:
        raise UsageError(f"there is no agent '{named}'", hint="qa list shows them")
    return found


def _moment(project: Project, text: str, option: str, *, whole_day: bool = False) -> datetime:
    """A moment in the zone of `intake.timezone` unless it names one; a date is its day's start.

    With `whole_day` it is the end of the day that a date names.
    """
    zone = zone_named(project.settings.intake.timezone)
    try:
        moment = datetime.fromisoformat(text.strip())
        is_date = len(text.strip()) <= len("2026-11-20")
        if whole_day and is_date:
            moment += timedelta(days=1)
    except (ValueError, OverflowError):
        raise UsageError(
            f"{option} is not a date: {text!r}", hint="write it like 2026-11-20 or 2026-11-20T17:00"
        ) from None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=zone)

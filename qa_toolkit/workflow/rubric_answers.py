"""What somebody says about a new rubric, read and held against what there is."""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import get_args

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric.words import is_identifier
from qa_toolkit.errors import UsageError
from qa_toolkit.rubric.starter import PILLARS, Pillar
from qa_toolkit.workflow.rubric_init import CI

__all__ = [
    "PILLARS", "channels", "ci", "ci_used_in", "language", "name", "pass_mark", "pillars", "title",
    "title_for",
]  # fmt: skip


def name(said: str) -> str:
    """The name of a rubric.

    Raises:
        UsageError: it is no identifier.
    """
    if not is_identifier(said.strip()):
        hint = "lower-case letters, digits and _, a letter first"
        raise UsageError(f"'{said}' cannot be the name of a rubric", hint=hint)
    return said.strip()


def title_for(rubric: str) -> str:
    """A title made from the name: `web_chat` becomes "Web chat"."""
    return rubric.replace("_", " ").capitalize()


def title(said: str) -> str:
    """What reports are to call the rubric.

    Raises:
        UsageError: it is empty.
    """
    if not said.strip():
        raise UsageError("a title must not be empty", hint="a few words")
    return " ".join(said.split())


def channels(said: str) -> tuple[Channel, ...]:
    """The channels named, in the order in which they were.

    Raises:
        UsageError: one is unknown, or none is named.
    """
    return tuple(map(Channel, _listed(said, "channel", tuple(Channel))))


def pillars(said: str) -> tuple[Pillar, ...]:
    """The pillars named.

    Raises:
        UsageError: one is unknown, or none is named.
    """
    chosen = _listed(said, "pillar", PILLARS)
    return tuple(pillar for pillar in PILLARS if pillar in chosen)


def language(said: str) -> str:
    """A language.

    Raises:
        UsageError: it is not two letters.
    """
    if not re.fullmatch(r"[a-z]{2}", said.strip().lower()):
        raise UsageError(f"'{said}' is no language", hint="two letters, such as en")
    return said.strip().lower()


def pass_mark(said: str) -> Decimal:
    """The least total that passes.

    Raises:
        UsageError: it is no number over 0, up to 100.
    """
    try:
        mark = Decimal(said.strip())
    except InvalidOperation:
        mark = Decimal(0)
    if not (mark.is_finite() and 0 < mark <= 100):
        raise UsageError(f"'{said}' is no pass mark", hint="a number over 0, up to 100")
    return mark


def ci(said: str) -> CI:
    """The kind of CI.

    Raises:
        UsageError: it is unknown.
    """
    known: tuple[CI, ...] = get_args(CI)
    for kind in known:
        if said.strip().lower() == kind:
            return kind
    raise UsageError(f"there is no CI '{said}'", hint=", ".join(known))


def ci_used_in(folder: Path) -> CI:
    """The CI of a folder, by its files; GitHub's where there are none."""
    return "gitlab" if (folder / ".gitlab-ci.yml").exists() else "github"


def _listed(said: str, what: str, known: Iterable[str]) -> tuple[str, ...]:
    """The words of a list with commas or spaces, each once."""
    words = tuple(dict.fromkeys(re.findall(r"[^\s,]+", said.lower())))
    unknown = [word for word in words if word not in known]
    if unknown or not words:
        wrong = f"there is no {what} '{unknown[0]}'" if unknown else f"no {what} is named"
        raise UsageError(wrong, hint=", ".join(known))
    return words

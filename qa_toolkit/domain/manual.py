"""The manual page of a code, taken from the docstring of the module that finds it."""

import re
from dataclasses import dataclass
from typing import Protocol

from qa_toolkit.domain.problem import Severity

_PARTS = re.compile(r"\A(?P<why>.*?)\n\nBad:\n\n(?P<bad>.*?)\n\nGood:\n\n(?P<good>.*)\Z", re.DOTALL)
_FENCE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FAMILY = re.compile(r"([A-Z]\d)(XX)?")


class Documented(Protocol):
    """A rule or a check, with its module's docstring."""

    @property
    def code(self) -> str: ...

    @property
    def manual(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ManualPage:
    """The manual page of a rule or a check.

    Attributes:
        code: stable, `R204`.
        title: what it finds, in a few words.
        summary: the same in a sentence.
        why: what comes of it and what is left alone, in paragraphs.
        bad: YAML in which it finds something; several blocks where it takes several files.
        good: the same, mended.
        fix: what to do about it.
    """

    code: str
    severity: Severity
    title: str
    summary: str
    why: str
    bad: tuple[str, ...]
    good: tuple[str, ...]
    fix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manual:
    """What the docstring of a rule or a check says.

    Attributes:
        summary: what is wrong, in one sentence.
        why: what comes of it and what is left alone, in paragraphs.
        bad: YAML in which something is found. An example of several files is several blocks.
        good: the same, mended.
    """

    summary: str
    why: str
    bad: tuple[str, ...]
    good: tuple[str, ...]


def manual_of(one: Documented) -> Manual:
    """The parts of a manual page.

    Raises:
        ValueError: the docstring is not made of a summary, reasons, "Bad:" and "Good:".
    """
    parts = _PARTS.match(one.manual.strip())
    if parts is None:
        raise ValueError(f"{one.code}: the docstring lacks its 'Bad:' or 'Good:'")
    summary, _, why = parts["why"].partition("\n\n")
    return Manual(
        summary=" ".join(summary.split()),
        why=why.strip(),
        bad=tuple(_FENCE.findall(parts["bad"])),
        good=tuple(_FENCE.findall(parts["good"])),
    )


def is_meant(which: str, code: str) -> bool:
    """Whether a code is asked for: by itself (`R204`), by its family (`R2`, `R2xx`), or with all."""
    wanted = which.strip().upper()
    family = _FAMILY.fullmatch(wanted)
    return not wanted or code == wanted or (family is not None and code.startswith(family[1]))

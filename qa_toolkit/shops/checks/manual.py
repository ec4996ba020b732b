"""The manual page of a check, taken from its module's docstring."""

import re
from dataclasses import dataclass

from qa_toolkit.shops.checks.interface import Check

_PARTS = re.compile(r"\A(?P<why>.*?)\n\nBad:\n\n(?P<bad>.*?)\n\nGood:\n\n(?P<good>.*)\Z", re.DOTALL)
_FENCE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manual:
    """What a check's docstring says.

    Attributes:
        summary: what it finds, in one sentence.
        why: what comes of it and what is left alone, in paragraphs.
        bad: parts of a log, as YAML, in which it finds something.
        good: the same, mended.
    """

    summary: str
    why: str
    bad: tuple[str, ...]
    good: tuple[str, ...]


def manual_of(check: Check) -> Manual:
    """The parts of a check's manual page.

    Raises:
        ValueError: the docstring is not made of a summary, reasons, "Bad:" and "Good:".
    """
    parts = _PARTS.match(check.manual.strip())
    if parts is None:
        raise ValueError(f"{check.code}: the docstring lacks its 'Bad:' or 'Good:'")
    summary, _, why = parts["why"].partition("\n\n")
    return Manual(
        summary=" ".join(summary.split()),
        why=why.strip(),
        bad=tuple(_FENCE.findall(parts["bad"])),
        good=tuple(_FENCE.findall(parts["good"])),
    )

"""The manual page of a rule, taken from its module's docstring."""

import re
from dataclasses import dataclass

from qa_toolkit.rubric.rules.interface import Rule

_PARTS = re.compile(r"\A(?P<why>.*?)\n\nBad:\n\n(?P<bad>.*?)\n\nGood:\n\n(?P<good>.*)\Z", re.DOTALL)
_FENCE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manual:
    """What a rule's docstring says.

    Attributes:
        summary: what is wrong, in one sentence.
        why: what comes of it, in paragraphs.
        bad: YAML in which the rule finds something. An example of several files is several
            blocks, of which all but the rubric itself begin with `# file: NAME`.
        good: the same, mended.
    """

    summary: str
    why: str
    bad: tuple[str, ...]
    good: tuple[str, ...]


def manual_of(rule: Rule) -> Manual:
    """The parts of a rule's manual page.

    Raises:
        ValueError: the docstring is not made of a summary, reasons, "Bad:" and "Good:".
    """
    parts = _PARTS.match(rule.manual.strip())
    if parts is None:
        raise ValueError(f"{rule.code}: the docstring lacks its 'Bad:' or 'Good:'")
    summary, _, why = parts["why"].partition("\n\n")
    return Manual(
        summary=" ".join(summary.split()),
        why=why.strip(),
        bad=tuple(_FENCE.findall(parts["bad"])),
        good=tuple(_FENCE.findall(parts["good"])),
    )

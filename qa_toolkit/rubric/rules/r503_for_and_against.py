"""The same wording counts for a criterion and against it.

Whoever says it gains and loses the same points, so that the wording rates nothing and its evidence
contradicts itself. Looked at are indicators of one party and one language that can look at the same
turn; a wording that `unless` takes away from one of the two is no finding.

Bad:

```yaml
- id: basics.answer
  question: Does the agent answer the question?
  scale: {0: refuses, 1: a step, 2: an answer}
  base: 1
  indicators:
    - {id: step, kind: phrase, any: [let me check, you could try], points: 1}
    - {id: evades, kind: phrase, any: [hard to say, let me check], points: -1}
```

Good:

```yaml
- id: basics.answer
  question: Does the agent answer the question?
  scale: {0: refuses, 1: a step, 2: an answer}
  base: 1
  indicators:
    - {id: step, kind: phrase, any: [let me check, you could try], points: 1}
    - {id: evades, kind: phrase, any: [hard to say, no idea], points: -1}
```
"""

from collections.abc import Iterator, Sequence

from qa_toolkit.domain.rubric import PhraseIndicator, Rubric
from qa_toolkit.rubric.rules.interface import Found, Path, Rule, criteria
from qa_toolkit.rubric.rules.wordings import Comparison, read, shown, wordings

_Placed = tuple[Path, PhraseIndicator]


def _find(rubric: Rubric) -> Iterator[Found]:
    comparison = Comparison()
    for path, criterion in criteria(rubric):
        phrases = [
            ((*path, "indicators", i), indicator)
            for i, indicator in enumerate(criterion.indicators)
            if isinstance(indicator, PhraseIndicator)
        ]
        gains = [indicator for _, indicator in phrases if indicator.points > 0]
        losses = [placed for placed in phrases if placed[1].points < 0]
        if gains and losses:
            yield from _in_both(gains, losses, comparison)


def _in_both(
    gains: Sequence[PhraseIndicator], losses: Sequence[_Placed], comparison: Comparison
) -> Iterator[Found]:
    for path, loss in losses:
        if comparison.left <= 0:
            return
        meeting = [gain for gain in gains if comparison.spend(1) and _can_meet(gain, loss)]
        for p, phrase in enumerate(loss.any):
            shared = ((_shared(phrase, gain, loss, comparison), gain) for gain in meeting)
            both, gain = next((known for known in shared if known[0]), ("", None))
            if gain is not None:
                message = f"'{both}' counts against, and with '{gain.id}' for it"
                yield (*path, "any", p), message


def _shared(
    phrase: str, gain: PhraseIndicator, loss: PhraseIndicator, comparison: Comparison
) -> str:
    """A wording of a phrase that counts for the criterion, too; empty where there is none."""
    unless = (*gain.unless, *loss.unless)
    for other in gain.any:
        if not comparison.spend(1):
            return ""
        for wording in _in_common(phrase, other, comparison):
            if not comparison.covering(wording, unless):
                return wording
    return ""


def _in_common(one: str, other: str, comparison: Comparison) -> Iterator[str]:
    first, second = read(one), read(other)
    if first.slots == second.slots:
        yield one
    elif not first.openings.isdisjoint(second.openings):
        known = set(wordings(other))
        same = [wording for wording in wordings(one) if wording in known]
        comparison.spend(len(known))
        yield from map(shown, same)


def _can_meet(one: PhraseIndicator, other: PhraseIndicator) -> bool:
    """Whether the two are sure to look at some of the same turns."""
    if one.speaker != other.speaker:
        return False
    if one.language and other.language and one.language != other.language:
        return False
    windows = {(known.first_turns is None, known.last_turns is None) for known in (one, other)}
    return windows != {(False, True), (True, False)}


RULE = Rule(
    code="R503",
    severity="warning",
    title="wording for and against",
    fix="decide which it is, or take it out of one of the two with 'unless'",
    manual=__doc__,
    find=_find,
)

"""A question or a level judges by a word that nobody can check.

"Appropriate", "professional" or "well" mean something else to each evaluator, and an agent who is
marked down for it cannot tell what to do. Such a word is fine in a question whose levels or guidance
say what it means; a level has to say it itself.

Bad:

```yaml
- id: basics.opening
  question: Does the agent open the call in an appropriate way?
  scale: {0: inappropriate, 1: appropriate}
  rate: manual
```

Good:

```yaml
- id: basics.opening
  question: Does the agent open the call in an appropriate way?
  scale: {0: starts without a greeting, 1: greets, 2: greets and gives their name}
  rate: manual
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Criterion, Rubric
from qa_toolkit.rubric.rules.interface import Found, Path, Rule, criteria
from qa_toolkit.rubric.rules.texts import (
    VAGUE_TURN,
    anchors,
    bare,
    english,
    explained,
    judging,
    substance,
    words_of,
)
from qa_toolkit.rubric.rules.words.judgement import VAGUE

_SAYS_ENOUGH = 2
"""Words of substance with which a level says what it looks like, besides those of the question."""


def _find(rubric: Rubric) -> Iterator[Found]:
    if not english(rubric):
        return
    for path, criterion in criteria(rubric):
        if not criterion.scored:
            continue
        for place, vague in _vague_parts(criterion):
            yield (*path, *place), f"'{vague}' says nothing that two people would see alike"


def _vague_parts(criterion: Criterion) -> Iterator[tuple[Path, str]]:
    """The question, or each level, that judges without saying by what."""
    vague = _vague(criterion.question)
    if vague and not explained(criterion):
        yield ("question",), vague
        return
    asked = words_of(criterion.question)
    for place, text in anchors(criterion):
        vague = _vague(text)
        if vague and not bare(text) and len(substance(text, asked)) < _SAYS_ENOUGH:
            yield place, vague


def _vague(text: str) -> str:
    """The first word that judges without saying by what; empty where there is none."""
    if VAGUE.isdisjoint(words_of(text)) and not VAGUE_TURN.search(text.lower()):
        return ""
    plain = judging(text)
    turn = VAGUE_TURN.search(plain)
    return turn.group() if turn else next((word for word in words_of(plain) if word in VAGUE), "")


RULE = Rule(
    code="R402",
    severity="warning",
    title="vague word",
    fix="say what can be seen or heard, in the question or in every level",
    manual=__doc__,
    find=_find,
)

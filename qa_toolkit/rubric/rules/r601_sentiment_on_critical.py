"""A critical criterion rests on sentiment.

Sentiment is a lexicon's guess at a mood: it takes "no problem at all" for trouble and a dry refusal
for calm. It may give a hint of little weight, but it must not fail an interaction, neither by itself
nor as the occasion that makes a critical criterion apply.

Bad:

```yaml
- id: basics.respect
  question: Does the agent stay respectful?
  scale: {0: insults the customer, 1: respectful}
  critical: true
  base: 1
  indicators:
    - {id: insult, kind: phrase, any: [idiot], points: -1}
    - {id: darker, kind: sentiment_shift, at_most: -0.5, points: -1}
```

Good:

```yaml
- id: basics.respect
  question: Does the agent stay respectful?
  scale: {0: insults the customer, 1: respectful}
  critical: true
  base: 1
  indicators:
    - {id: insult, kind: phrase, any: [idiot], points: -1}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Rubric, SentimentShiftIndicator
from qa_toolkit.rubric.rules.interface import Found, Rule, criteria

_MESSAGE = "a critical criterion must not rest on sentiment, which misreads service"


def _find(rubric: Rubric) -> Iterator[Found]:
    for path, criterion in criteria(rubric):
        if not criterion.critical:
            continue
        cue = rubric.cues.get(criterion.cue) if criterion.cue else None
        if cue is not None and cue.sentiment_below is not None:
            message = f"{_MESSAGE}: the cue '{criterion.cue}' has 'sentiment_below'"
            yield (*path, "applies_when", "customer"), message
        for i, indicator in enumerate(criterion.indicators):
            if isinstance(indicator, SentimentShiftIndicator):
                yield (*path, "indicators", i, "kind"), _MESSAGE


RULE = Rule(
    code="R601",
    severity="error",
    title="sentiment on a critical criterion",
    fix="rest it on words, waits or facts, or make it not critical",
    manual=__doc__,
    find=_find,
)

"""A question that is none: a heading, or words without a verb.

"Greeting" leaves open what is asked: whether there was one, how soon, how warm. A sentence that
says what the agent does ("Greets the customer by name") is as good as a question.

Bad:

```yaml
- id: basics.greeting
  question: Call opening
  type: yes_no
  rate: manual
  guidance: A hello of any kind in the first two turns.
```

Good:

```yaml
- id: basics.greeting
  question: Does the agent greet the customer?
  type: yes_no
  rate: manual
  guidance: A hello of any kind in the first two turns.
```
"""

from collections.abc import Iterator, Sequence

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule, criteria
from qa_toolkit.rubric.rules.texts import english, words_of
from qa_toolkit.rubric.rules.words.verbs import OBJECTS, VERBS, base_form, past_form

_LEAST_WORDS = 3
_VERB_WITHIN = 5
_ASKING = frozenset({
    "what", "when", "where", "which", "who", "whose", "why", "how", "if", "whether", "is", "are",
    "was", "were", "do", "does", "did", "has", "have", "had", "can", "could", "will", "would",
    "should", "must", "may", "might",
})  # fmt: skip


def _find(rubric: Rubric) -> Iterator[Found]:
    if not english(rubric):
        return
    for path, criterion in criteria(rubric):
        if criterion.scored and not _asks(criterion.question):
            yield (*path, "question"), f"'{criterion.question}' asks nothing"


def _asks(question: str) -> bool:
    words = words_of(question)
    if "?" in question:
        return len(words) >= _LEAST_WORDS
    return not _ASKING.isdisjoint(words) or _says_what_is_done(words[:_VERB_WITHIN])


def _says_what_is_done(words: Sequence[str]) -> bool:
    followers = [*words[1:], ""]
    return any(
        base_form(word) in VERBS or past_form(word) or (base_form(word) and after in OBJECTS)
        for word, after in zip(words, followers, strict=False)
    )


RULE = Rule(
    code="R407",
    severity="info",
    title="question that asks nothing",
    fix="ask for one thing that can be seen or heard, with a verb",
    manual=__doc__,
    find=_find,
)

"""Points depend on what an agent is: accent, mother tongue, age, gender, looks.

Nobody can practise to have another accent, and in most countries to rate it is against the law.
What matters to the customer can be asked for: whether they understood, whether the agent repeated
what was unclear. Guidance that tells evaluators to leave such traits aside is no finding, and neither
are the customer's own facts ("asks for the customer's age") or how agents say their name.

Bad:

```yaml
- id: basics.clear
  question: Does the agent speak without an accent?
  type: yes_no
  rate: manual
```

Good:

```yaml
- id: basics.clear
  question: Does the agent say once more what the customer did not understand?
  guidance: An accent does not count, neither the agent's nor the customer's.
  type: yes_no
  rate: manual
```
"""

import re
from collections.abc import Iterator

from qa_toolkit.domain.rubric import Criterion, Rubric
from qa_toolkit.rubric.rules.interface import Found, Path, Rule, criteria
from qa_toolkit.rubric.rules.texts import anchors, english
from qa_toolkit.rubric.rules.words.persons import BEING, CUSTOMERS, HINTS, SPEECH, STAFF, TRAITS

# kept as text and compiled when a word hints at a trait: most rubrics never need them
_STAFF, _TRAIT, _BEING = "|".join(STAFF), "|".join(TRAITS), "|".join(BEING)
_TRAITS = (
    rf"\b(?P<speech>{'|'.join(SPEECH)})\b"
    rf"|\b(?:{_STAFF})(?:'s?) (?:\w+ ){{0,2}}(?P<trait>{_TRAIT})\b"
    rf"|\b(?P<trait_of>{_TRAIT}) of (?:the |an? |our )?(?:\w+ )?(?:{_STAFF})\b"
    rf"|\b(?P<being>{_BEING}) (?:{_STAFF})\b"
    rf"|\b(?:is|was|are|were) (?:the |an? |our )?(?:{_STAFF}) (?P<is>{_BEING})\b"
)
_SET_ASIDE = (
    r"\b(?:regardless|whatever|irrespective|ignor\w+|disregard\w*|leave aside|set aside|assum\w+"
    r"|no matter|los\w+ no points|discriminat\w+|stereotyp\w+|bias\w*|respect\w*|mock\w*"
    r"|comment\w* on|insult\w*"
    r"|(?:not|never|n't|nor|neither|no) (?:\w+ ){0,3}(?:count\w*|matter\w*|mark\w*|rat\w+|judg\w+"
    r"|scor\w+|penali\w+|consider\w*|held|hold|evidence|deduct\w*|los\w+|ground|reason))"
)
_OF_THE_CUSTOMER = rf"\b(?:{'|'.join(CUSTOMERS)})'s? (?:\w+ )?$"
_PART = re.compile(r"[a-z]+")
_SENTENCE = re.compile(r"[^.!?;]+")


def _find(rubric: Rubric) -> Iterator[Found]:
    if not english(rubric):
        return
    for path, criterion in criteria(rubric):
        if not criterion.scored:
            continue
        for place, text in _rating_texts(criterion):
            if trait := _trait(text):
                yield (*path, *place), f"'{trait}' is what somebody is, not what they do"


def _rating_texts(criterion: Criterion) -> Iterator[tuple[Path, str]]:
    yield ("question",), criterion.question
    yield ("guidance",), criterion.guidance
    yield from anchors(criterion)


def _trait(text: str) -> str:
    if HINTS.isdisjoint(_PART.findall(text.lower())):
        return ""
    lowered = text.lower().replace("’", "'")
    for sentence in _SENTENCE.findall(lowered):
        found = re.search(_TRAITS, sentence)
        if found is None or re.search(_SET_ASIDE, sentence):
            continue
        if not re.search(_OF_THE_CUSTOMER, sentence[: found.start()]):
            return str(next(filter(None, found.groups())))
    return ""


RULE = Rule(
    code="R604",
    severity="warning",
    title="points for what a person is",
    fix="ask for what the agent does, or whether the customer understood",
    manual=__doc__,
    find=_find,
)

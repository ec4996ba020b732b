"""People are to be photographed or recorded, and nothing says that it is allowed.

A picture or the voice of a person is their personal data; recording a call without all of its parties
knowing is a crime in many countries. A scenario that asks for either says on what ground.


Bad:

```yaml
evidence: [{kind: photo, text: The member of staff at the till.}]
```

Good:

```yaml
evidence: [{kind: photo, text: "The label on the shelf, without people."}]
```
"""

import re
from collections.abc import Iterator

from qa_toolkit.domain.shop.scenario import Scenario
from qa_toolkit.shops.scenarios.rules.interface import Found, Path, Rule, Subject
from qa_toolkit.shops.scenarios.rules.texts import english, first_said, sentences, texts

_PEOPLE = re.compile(
    r"\b(?:people|persons?|staff|team|agents?|cashiers?|assistants?|colleagues?|employees?"
    r"|customers?|faces?|badges?|members? of staff)\b",
    re.IGNORECASE,
)
_TAKES_PICTURES = re.compile(r"\b(?:photo\w*|pictures?|film\w*|video\w*)\b", re.IGNORECASE)
_TAKES_SOUND = re.compile(
    r"\brecord(?:ing)? (?:the|your|this|every|all) (?:whole |entire )?"
    r"(?:call|conversation|talk|contact|visit|voices?|people|staff|agents?)\b"
    r"|\b(?:audio|sound|voice) record\w*|\bmak\w+ a recording\b",
    re.IGNORECASE,
)
_RECORDS = re.compile(r"\brecord(?:s|ed|ing|ings)?\b", re.IGNORECASE)
_ALLOWED = re.compile(
    r"\b(?:allow\w*|permit\w*|permission|consent\w*|agree[ds]?|lawful\w*|may be recorded"
    r"|know\w* that)\b",
    re.IGNORECASE,
)


def _find(subject: Subject) -> Iterator[Found]:
    scenario = subject.scenario
    if not english(scenario):
        return
    for path, text, kind in _asked_for(scenario):
        pictures = kind == "photo" or any(map(_TAKES_PICTURES.search, sentences(text)))
        if pictures and (who := first_said(_PEOPLE, text)) and not _ALLOWED.search(text):
            yield path, f"asks for a picture of {who.lower()}"
        elif (kind == "recording" or first_said(_TAKES_SOUND, text)) and not _may_record(scenario):
            yield path, "asks for a recording, and nothing says that it is allowed"


def _asked_for(scenario: Scenario) -> Iterator[tuple[Path, str, str]]:
    for path, text in texts(scenario, "do", "probe"):
        yield path, text, ""
    for number, one in enumerate(scenario.evidence):
        yield ("evidence", number), one.text, one.kind


def _may_record(scenario: Scenario) -> bool:
    said = [text for _, text in texts(scenario, "ethics", "staff_told", "do")]
    said += [one.text for one in scenario.evidence]
    every = (sentence for text in said for sentence in sentences(text))
    return any(_RECORDS.search(one) and _ALLOWED.search(one) for one in every)


RULE = Rule(
    code="S404",
    severity="warning",
    title="people recorded",
    fix="leave people out, or say in 'ethics' or 'staff_told' why it is allowed",
    manual=__doc__,
    find=_find,
)

"""A text says what the team should do.

A shopper notes, the team decides. "They should train their staff" tells nothing of what happened,
and makes the facts beside it look like arguments. Reported speech is left alone: "she said I should
call again". English only.

Bad:

```yaml
comments: {help: They should train their staff better.}
```

Good:

```yaml
comments: {help: She said that I should call again in two days.}
```
"""

import re
from collections.abc import Iterator

from qa_toolkit.shops.checks.interface import Check, Context, Found
from qa_toolkit.shops.checks.texts import cut, facts, is_english, sentences, without_quotes

_TEAM = (
    r"(?:they|staff|the staff|employees|the (?:team|shop|store|branch|company|bank|management|manager"
    r"|agents?|assistants?|desk|line|business|people))"
)
_REMEDY = re.compile(
    rf"\b(?:{_TEAM} (?:really |also |definitely )?(?:should|ought to|must(?! have)|need to|needs to|have to)\b"
    r"|(?:should|ought to) (?:be|have been) (?:\w+ )?"
    r"(?:trained|taught|reminded|told|improved|coached|instructed|opened|changed|replaced)"
    r"|needs? (?!no )(?:\w+ ){0,2}(?:training|coaching|improvement)"
    r"|I (?:would |strongly )?(?:recommend|suggest|advise)\b"
    r"|(?:could|can|must|has to) be improved|room for improvement|it would (?:be better|help) (?:if|to)"
    r"|would have been better (?:if|to)|my (?:advice|suggestion|recommendation))",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:said|says|told|tells|explained|asked|promised|answered|replied|wrote|mentioned|added)\b",
    re.IGNORECASE,
)
_REPORTED_AFTER = re.compile(
    r", (?:\w+ ){1,2}(?:said|told|explained|answered|replied|wrote|added)\b", re.IGNORECASE
)


def _find(context: Context) -> Iterator[Found]:
    if not is_english(context.form):
        return
    for where, text in facts(context):
        for sentence in sentences(without_quotes(text)):
            found = _REMEDY.search(sentence)
            if found is None or _REPORTED_AFTER.search(sentence, found.end()):
                continue
            if not _REPORTED.search(sentence[: found.start()]):
                yield Found(where, f"'{cut(sentence)}' says what to do, not what happened")
                break


CHECK = Check(
    code="M302",
    severity="warning",
    title="remedy in a log",
    fix="leave it out; say what was missing",
    manual=__doc__,
    find=_find,
    at_entry=True,
)

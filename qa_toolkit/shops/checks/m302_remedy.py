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
from qa_toolkit.shops.checks.reported import SAYS
from qa_toolkit.shops.checks.texts import facts, is_english
from qa_toolkit.shops.checks.words import in_one_line, sentences, without_quotes

_TEAM = (
    r"(?:they|somebody|someone|everybody|everyone|management"
    r"|(?:the )?(?:staff|employees|team|shop|store|branch|company|bank|manager|managers|agents?"
    r"|assistants?|cashiers?|advisers?|advisors?|desk|line|business|people|till|queue)"
    r"|(?:a|the|another) (?:\w+ )?(?:member of staff|sign|till|person|colleague|bulbs?|window"
    r"|label))"
)
_ADV = r"(?:really |also |definitely |certainly |probably |maybe |perhaps )?"
_WANTING = (
    r"(?:trained|taught|reminded|told|improved|coached|instructed|opened|changed|replaced|given"
    r"|updated|removed|cleaned|repaired|fixed|mended|asked|added|briefed|encouraged|addressed)"
)
_REMEDY = re.compile(
    rf"\b(?:{_TEAM} {_ADV}(?:should|shouldn't|ought to|must (?:be|do|learn|improve|stop|know)"
    rf"|need to|needs to|have to|had better|could do with)\b"
    rf"|{_TEAM} (?:might|may) (?:want|like|wish) to\b|{_TEAM} would do well to"
    rf"|(?:she|he) (?:really )?(?:should|ought to|could at least) have \w+"
    r"|(?:she|he|they|somebody|someone) could (?:at least |easily )?have (?:offered|checked|shown"
    r"|helped|explained|apologi[sz]ed|warned)"
    rf"|(?:should|ought to|must) (?:be|have been) (?:\w+ )?{_WANTING}"
    r"|(?<!no )needs? (?!no )(?:\w+ ){0,2}(?:training|coaching|improvement|improving|attention)"
    r"|(?<!no )needs? (?:changing|replacing|cleaning|repairing|fixing|updating|mending|sorting"
    r"|to be \w+ed)"
    r"|I(?: would|'d)? (?:strongly )?(?:recommend|suggest|advise)\b|I(?: would|'d) (?:like to see"
    r"|have expected|have liked|expect)"
    r"|(?:could|can|must|has to) be improved|room for improvement"
    r"|it (?:would|might) (?:be|have been) (?:better|good|nice|useful|helpful|wise|worth|an idea"
    r"|a good idea)"
    r"|it would help (?:if|to)|would(?: certainly| really)? have (?:helped|been (?:better|good"
    r"|nice|useful|helpful|welcome))"
    r"|why not \w+|my (?:advice|suggestion|recommendation)|(?:a|one) (?:suggestion"
    r"|recommendation)\b|what (?:is|was) needed is)",
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
            if not SAYS.search(sentence[: found.start()]):
                yield Found(where, f"'{in_one_line(sentence)}' says what to do, not what happened")
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

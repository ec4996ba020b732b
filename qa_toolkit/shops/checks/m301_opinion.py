"""A comment or the story holds a word of opinion.

"Friendly" to one shopper is "pushy" to the next, and the team cannot argue with it. "She said good
morning and looked up" can be checked. Questions answered in words ask for an opinion and are left
alone, and so is what is in quotation marks, since others said it, and a "nice day" that somebody
wished. English only.

Bad:

```yaml
comments: {help: The lady was very nice and unfortunately a bit slow.}
```

Good:

```yaml
comments: {help: 'She blocked the card at once and said: "Unfortunately I cannot send it today."'}
answers: {help.opinion: 'Yes, a nice and friendly line.'}
```
"""

import re
from collections.abc import Iterator

from qa_toolkit.domain.wording import listed
from qa_toolkit.shops.checks.interface import Check, Context, Found
from qa_toolkit.shops.checks.names import name_words
from qa_toolkit.shops.checks.opinions import FELT, OPINIONS
from qa_toolkit.shops.checks.reported import without_reported
from qa_toolkit.shops.checks.texts import facts, is_english
from qa_toolkit.shops.checks.words import WORD, without_quotes

# what is said at every goodbye, also where it is told without quotation marks
_WISH = re.compile(
    r"\b(?:an?|my|your|the rest of (?:a|the|my|your)) (?:very )?(?:nice|lovely|great|pleasant"
    r"|wonderful|happy)"
    r" (?:rest of (?:the|my) )?"
    r"(?:day|morning|afternoon|evening|night|week|weekend|time|trip|journey|holiday|christmas"
    r"|birthday|new year)\b"
    r"|\bhappy holidays\b|\bI (?:\w+ ){1,2}(?:politely|nicely|kindly|patiently)\b"
    r"|\bpoor (?:connection|line|signal|sound|reception|light|visibility)\b"
    r"|\bfrom (?:very )?(?:poor|bad|good|excellent) to (?:very )?(?:poor|bad|good|excellent)\b"
    r"|\b(?:happy|glad|pleased) to (?:help|meet|hear|assist)\b|\bgreat[- ](?:aunt|uncle"
    r"|grand\w+)\b",
    re.IGNORECASE,
)
"""Also other words that judge nothing where they stand so."""
_BEGINNING = ".!?:;-–—•*\n"
_MOST = 4


def _find(context: Context) -> Iterator[Found]:
    if not is_english(context.form):
        return
    names = _names(context)
    for where, text in facts(context):
        own = without_reported(_WISH.sub(" ", without_quotes(text)))
        judged = [word for word in _judging(own) if word.casefold() not in names]
        felt = [found.group().strip(" .!?") for found in FELT.finditer(own)]
        if told := list(dict.fromkeys((*judged, *felt)))[:_MOST]:
            shown = listed([f"'{word}'" for word in told])
            yield Found(where, f"{shown}: opinion, no fact")


def _judging(text: str) -> Iterator[str]:
    """Words of opinion; one with a capital in the middle of a sentence is a name."""
    for found in WORD.finditer(text):
        word = found.group()
        if word.casefold() in OPINIONS and not (
            word.istitle() and not _begins(text, found.start())
        ):
            yield word


def _begins(text: str, start: int) -> bool:
    """Whether a sentence begins there."""
    before = text[max(0, start - 3) : start].rstrip(" ")
    return not before or before[-1] in _BEGINNING


def _names(context: Context) -> frozenset[str]:
    """Joy and Grace may be people."""
    roster = context.location.staff if context.location else ()
    return frozenset(word for name in (*roster, context.log.staff) for word in name_words(name))


CHECK = Check(
    code="M301",
    severity="warning",
    title="opinion in a factual text",
    fix="say what was seen, heard or timed: what the person did, in which words",
    manual=__doc__,
    find=_find,
    at_entry=True,
)

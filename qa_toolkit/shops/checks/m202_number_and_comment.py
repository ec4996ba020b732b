"""The comment names another number than the answer.

"Waited five minutes" beside 20 seconds: one of the two is wrong. Spans of time are compared across
seconds, minutes and hours, with a quarter of tolerance and half a minute where the comment speaks of
whole minutes; counted things ("three questions") exactly. In the comment on a section and in the story
only sentences with a word of the question ("waited", "queue", "questions") are looked at, none that
tell of a hold, and nothing is said where one of the numbers agrees, or where the stopwatch has a hold
of that length. English only.

Bad:

```yaml
answers: {welcome.wait: 20}
comments: {welcome: I had to wait five minutes for an answer.}
narrative: >-
  I called at nine. Dana answered, asked for my name, blocked the card and read out the number.
```

Good:

```yaml
answers: {welcome.wait: 290}
comments: {welcome: I had to wait about five minutes for an answer.}
narrative: >-
  I called at nine. Dana answered, asked for my name, blocked the card and read out the number.
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.shop.form import FormQuestion
from qa_toolkit.domain.shop.log import measured_s
from qa_toolkit.shops.checks.amounts import UNITS_S, Amount, agrees, amounts_in
from qa_toolkit.shops.checks.interface import Check, Context, Found
from qa_toolkit.shops.checks.texts import cut, is_english, sentences, without_quotes, words

_WAITING_WORDS = "wait waits waited waiting queue queued queuing"
_WAITING = frozenset(_WAITING_WORDS.split())
_ASKED_WORDS = "ring rang rings line"
_ASKED = _WAITING | frozenset(_ASKED_WORDS.split())
"""Words of a question for a wait; a story tells of lines and of ringing somebody up, too."""
_HELD_WORDS = "hold holds held holding silent silence quiet"
_HELD = frozenset(_HELD_WORDS.split())


def _find(context: Context) -> Iterator[Found]:
    if not is_english(context.form):
        return
    for question in context.asked():
        answer = context.log.observation(question.id).answer
        if question.type != "number" or isinstance(answer, bool | str | None):
            continue
        if not isinstance(answer, int | float) or not question.unit:
            continue
        said = list(_said_of(question, context))
        if said and not any(agrees(amount, answer, question.unit) for amount, _ in said):
            amount, sentence = said[0]
            yield Found(
                question.id,
                f"answered {answer:g} {question.unit}, but '{cut(sentence)}' says {amount.text}",
            )


def _said_of(question: FormQuestion, context: Context) -> Iterator[tuple[Amount, str]]:
    """The amounts that texts name for what is asked, each with its sentence."""
    log = context.log
    own = log.observation(question.id).comment
    for sentence in sentences(without_quotes(own)):
        yield from ((amount, sentence) for amount in amounts_in(sentence, question.unit))
    keys, held_s = _keys(question, context), measured_s(log.marks).get("hold", 0.0)
    for text in (log.comments.get(question.section, ""), log.narrative):
        for sentence in sentences(without_quotes(text)):
            told = words(sentence)
            if keys.isdisjoint(told) or (keys is _WAITING and not _HELD.isdisjoint(told)):
                continue
            for amount in amounts_in(sentence, question.unit):
                if not (keys is _WAITING and held_s and agrees(amount, held_s, "seconds")):
                    yield amount, sentence


def _keys(question: FormQuestion, context: Context) -> frozenset[str]:
    """Words that tell a sentence about it; none where another question asks for the like."""
    if question.unit.casefold() not in UNITS_S:
        unit = question.unit.casefold()
        return frozenset({unit, unit.removesuffix("s")})
    alike = [
        one
        for one in context.form.questions()
        if one.type == "number" and one.unit.casefold() in UNITS_S
    ]
    asked = words(question.text)
    if len(alike) > 1 or _ASKED.isdisjoint(asked):
        return frozenset()
    return _WAITING


CHECK = Check(
    code="M202",
    severity="warning",
    title="number and comment contradict each other",
    fix="change the number or the comment, whichever is wrong",
    manual=__doc__,
    find=_find,
    at_entry=True,
)

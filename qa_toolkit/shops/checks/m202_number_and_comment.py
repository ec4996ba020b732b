"""The comment names another number than the answer.

"Waited five minutes" beside 20 seconds: one of the two is wrong. Spans of time are compared across
seconds, minutes and hours, with a quarter of tolerance and half a minute where the comment speaks of
whole minutes; counted things ("three questions") exactly. In the comment on a section and in the story
only sentences are looked at that tell of what is asked ("waited", "in the queue", "answered after",
"questions"), none that tell of a hold. The first of the three texts that names a number decides, and
nothing is said where one of its numbers agrees, or where the stopwatch has a hold of that length.
English only.

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
from dataclasses import replace

from qa_toolkit.domain.shop.form import FormQuestion
from qa_toolkit.domain.shop.log import measured_s
from qa_toolkit.domain.shop.shown import answer_shown
from qa_toolkit.shops.checks.amounts import UNITS_S, Amount, agrees, amounts_in
from qa_toolkit.shops.checks.interface import Check, Context, Found
from qa_toolkit.shops.checks.texts import is_english
from qa_toolkit.shops.checks.waits import is_part_of_wait, telling_of
from qa_toolkit.shops.checks.words import in_one_line, sentences, without_quotes, words


def _find(context: Context) -> Iterator[Found]:
    if not is_english(context.form):
        return
    for question in context.asked():
        answer = context.log.observation(question.id).answer
        if question.type != "number" or isinstance(answer, bool | str | None):
            continue
        if not isinstance(answer, int | float) or not question.unit:
            continue
        said = next(filter(None, _said_of(question, context)), [])
        if said and not any(agrees(amount, answer, question.unit) for amount, _ in said):
            amount, sentence = said[0]
            yield Found(
                question.id,
                f"answered {answer_shown(question, answer)}, but '{in_one_line(sentence)}' says {amount.text}",
            )


def _said_of(question: FormQuestion, context: Context) -> Iterator[list[tuple[Amount, str]]]:
    """Text by text the amounts that it names for what is asked, each with its sentence."""
    log, unit = context.log, question.unit
    own = sentences(without_quotes(log.observation(question.id).comment))
    yield [(_whole(amount, one), one) for one in own for amount in amounts_in(one, unit)]
    for text in (log.comments.get(question.section, ""), log.narrative):
        yield list(_said_in(without_quotes(text), question, context))


def _said_in(text: str, question: FormQuestion, context: Context) -> Iterator[tuple[Amount, str]]:
    if question.unit.casefold() not in UNITS_S:
        for sentence in _naming(question.unit.casefold(), text):
            yield from ((amount, sentence) for amount in amounts_in(sentence, question.unit))
        return
    held_s = measured_s(context.log.marks).get("hold", 0.0)
    for sentence in telling_of(question, context.form, text):
        for amount in amounts_in(sentence, question.unit):
            if not (held_s and agrees(amount, held_s, "seconds")):
                yield _whole(amount, sentence), sentence


def _naming(unit: str, text: str) -> list[str]:
    """The sentences with what is counted."""
    named = {unit, unit.removesuffix("s")}
    return [one for one in sentences(text) if not named.isdisjoint(words(one))]


def _whole(amount: Amount, sentence: str) -> Amount:
    """Of a part of a wait, such as the menu, no more than that the whole was as long at least."""
    is_part = is_part_of_wait(sentence) and not amount.bound
    return replace(amount, bound="more") if is_part else amount


CHECK = Check(
    code="M202",
    severity="warning",
    title="number and comment contradict each other",
    fix="change the number or the comment, whichever is wrong",
    manual=__doc__,
    find=_find,
    at_entry=True,
)

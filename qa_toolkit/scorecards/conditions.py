"""When a criterion applies, in words."""

from collections.abc import Iterator

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import AppliesWhen, Criterion, Rubric
from qa_toolkit.scorecards.wording import clean

_A_CONTACT = {
    Channel.CALL: "a call",
    Channel.CHAT: "a chat",
    Channel.EMAIL: "an e-mail",
    Channel.SMS: "a text message",
    Channel.SOCIAL: "a message on social media",
    Channel.VISIT: "a visit",
}


def applies(criterion: Criterion, rubric: Rubric) -> str:
    """`Always`, or the conditions in one sentence."""
    when = criterion.applies_when
    clauses = tuple(_clauses(when, rubric)) if when else ()
    if when is None or not clauses:
        return "Always"
    return "When " + (" or " if when.match == "any" else " and ").join(clauses)


def _clauses(when: AppliesWhen, rubric: Rubric) -> Iterator[str]:
    if when.customer:
        yield f"the customer shows {when.customer.replace('_', ' ')}"
    if when.channels:
        yield f"it is {_either(_A_CONTACT[known] for known in when.channels)}"
    for name, answers in when.answers.items():
        asked = rubric.places[name].criterion
        said = _either(_said(asked, answer) for answer in answers)
        yield f"“{clean(asked.question)}” is answered {said}"
    for fact, values in when.metadata.items():
        yield f"'{clean(fact)}' is {_either(map(clean, values))}"


def _said(asked: Criterion, answer: int | str) -> str:
    """An answer as people read it."""
    if isinstance(answer, int):
        text = asked.levels.get(answer, "")
        return f"{answer} ({clean(text)})" if text else str(answer)
    texts = {option.id: option.text for option in asked.options}
    return f"“{clean(texts[answer])}”" if answer in texts else answer


def _either(words: Iterator[str]) -> str:
    return " or ".join(words)

"""An answer is none of those that the question takes, or its question is not on the form.

It comes from a form that was made for another version, or was written by hand; or a number lies in
none of the ranges of the rubric. It cannot be scored.

Bad:

```yaml
answers: {help.way: pigeon}
```

Good:

```yaml
answers: {help.way: post}
```
"""

import math
from collections.abc import Iterator

from qa_toolkit.domain.answer import NOT_APPLICABLE, Answer, chosen
from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.domain.shop.form import FormQuestion
from qa_toolkit.domain.wording import listed
from qa_toolkit.shops.checks.interface import Check, Context, Found
from qa_toolkit.shops.checks.words import in_one_line


def _find(context: Context) -> Iterator[Found]:
    questions = {question.id: question for question in context.form.questions()}
    for noted in context.log.observations:
        question = questions.get(noted.question)
        if question is None:
            near = did_you_mean(noted.question, questions)
            yield Found("shop", f"the form has no question '{in_one_line(noted.question)}'{near}")
        elif noted.answer is not None and (wrong := _wrong(question, noted.answer)):
            yield Found(question.id, wrong)


def _wrong(question: FormQuestion, answer: Answer) -> str:
    """Why a question does not take an answer; empty where it does."""
    if answer == NOT_APPLICABLE:
        return "" if question.na_allowed else "this question may not be answered N/A"
    match question.type:
        case "info" | "text":
            return "" if isinstance(answer, str) else "this question is answered in words"
        case "number":
            return _wrong_number(question, answer)
        case "yes_no" | "scale" | "choice" | "multi_choice":
            return _wrong_choice(question, answer)


def _wrong_number(question: FormQuestion, answer: Answer) -> str:
    if isinstance(answer, bool) or not isinstance(answer, int | float):
        return f"'{answer}' is no number"
    if not math.isfinite(answer) or answer < 0:
        return f"{answer} is no number of anything"
    for start, below in question.spans:
        if (start is None or answer >= start) and (below is None or answer < below):
            return ""
    told = listed([_shown(*span) for span in question.spans], "or")
    return f"the rubric has no points for {answer:g}, only {told}" if told else ""


def _shown(start: float | None, below: float | None) -> str:
    """`from 30 below 120`."""
    low = "" if start is None else f"from {start:g}"
    high = "" if below is None else f"below {below:g}"
    return " ".join(filter(None, (low, high)))


def _wrong_choice(question: FormQuestion, answer: Answer) -> str:
    given = {str(answer)} if isinstance(answer, int | float) else chosen(answer)
    known = {choice.value for choice in question.choices}
    told = listed([choice.value for choice in question.choices], "or")
    if unknown := sorted(given - known):
        return f"'{unknown[0]}' is no answer to it: {told}"
    if question.type != "multi_choice" and len(given) != 1:
        return f"it takes one answer: {told}"
    return ""


CHECK = Check(
    code="M110",
    severity="error",
    title="answer that the form does not have",
    fix="choose one of the answers of the form",
    manual=__doc__,
    find=_find,
    at_entry=True,
)

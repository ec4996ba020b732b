"""An answer of a form as people read it, on every page and in every line."""

from qa_toolkit.domain.answer import NOT_APPLICABLE, NOT_APPLICABLE_TOLD, Answer, chosen
from qa_toolkit.domain.shop.form import FormQuestion

NONE_OF_THESE = "None of these"
"""Where several may be chosen and none was, as forms offer it."""


def answer_shown(question: FormQuestion, answer: Answer | None) -> str:
    """The words of what was chosen, `20 seconds`, the text, or why there is none of them.

    A Yes or No with words of its own keeps the Yes or No before them.
    """
    if answer is None:
        return "no answer"
    if answer == NOT_APPLICABLE:
        return NOT_APPLICABLE_TOLD
    texts = {one.value: one.text for one in question.choices}
    if question.type == "multi_choice":
        named = [text for value, text in texts.items() if value in chosen(answer)]
        return "; ".join(named) or NONE_OF_THESE.lower()
    if question.type == "number":
        return f"{_plain(answer)} {question.unit}".rstrip()
    said = texts.get(str(answer), str(answer))
    if question.type == "yes_no" and said.casefold() != str(answer):
        return f"{str(answer).capitalize()}: {said}"
    return said


def _plain(answer: Answer) -> Answer:
    """With all of its digits, and none after the point where it is whole."""
    return int(answer) if isinstance(answer, float) and answer.is_integer() else answer

"""What a shopper wrote, place by place."""

from collections.abc import Iterator
from typing import NamedTuple

from qa_toolkit.domain.shop.form import ShopForm
from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.shops.checks.interface import Context


class Written(NamedTuple):
    """One text, and the id of its question or section, or `narrative`, or `staff`."""

    where: str
    text: str


def facts(context: Context) -> Iterator[Written]:
    """All texts in which a shopper states facts: comments, the story, the person's description.

    Questions that are answered in words ask for an opinion; they and their comments are left out.
    """
    form, log = context.form, context.log
    if log.staff_description.strip():
        yield Written("staff", log.staff_description)
    yield from comments(form, log)
    if log.narrative.strip():
        yield Written("narrative", log.narrative)


def comments(form: ShopForm, log: ShopLog) -> Iterator[Written]:
    """The comments on questions and sections that are not empty, in the order of the form."""
    by_question = {one.question: one.comment for one in log.observations}
    for section in form.sections:
        for question in section.questions:
            comment = by_question.get(question.id, "")
            if question.type not in ("text", "info") and comment.strip():
                yield Written(question.id, comment)
        if log.comments.get(section.id, "").strip():
            yield Written(section.id, log.comments[section.id])


def all_texts(context: Context) -> Iterator[Written]:
    """The facts, and what was answered in words."""
    yield from facts(context)
    kinds = {question.id: question.type for question in context.form.questions()}
    for one in context.log.observations:
        if kinds.get(one.question) == "text":
            for text in (one.answer, one.comment):
                if isinstance(text, str) and text.strip():
                    yield Written(one.question, text)


def is_english(form: ShopForm) -> bool:
    """Whether the lists of English words say anything of its logs."""
    return form.language.casefold().split("-")[0] == "en"

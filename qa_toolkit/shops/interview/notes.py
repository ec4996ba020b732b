"""One more thing noted in a log; what else stands in it stays."""

from dataclasses import replace

from qa_toolkit.domain.answer import Answer
from qa_toolkit.domain.shop.log import Observation, ShopLog
from qa_toolkit.shops.interview.items import Item, Kind

_FIELDS = {
    Kind.STAFF: "staff",
    Kind.DESCRIPTION: "staff_description",
    Kind.REFERENCE: "reference",
    Kind.NARRATIVE: "narrative",
}


def text_of(log: ShopLog, item: Item) -> str:
    """The words noted under an item that is answered in words; empty for others."""
    if item.kind in _FIELDS:
        return str(getattr(log, _FIELDS[item.kind]))
    if item.kind is Kind.COMMENT:
        return log.comments.get(item.where, "")
    if item.kind is Kind.REASON:
        return log.observation(item.where).comment
    answer = log.observation(item.where).answer
    is_text = item.question is not None and item.question.type == "text"
    return answer if is_text and isinstance(answer, str) else ""


def with_text(log: ShopLog, item: Item, text: str) -> ShopLog:
    """The log with these words under an item that is answered in words."""
    if item.kind is Kind.COMMENT:
        return with_section_comment(log, item.where, text)
    if item.kind is Kind.REASON:
        return with_comment(log, item.where, text)
    if item.kind is Kind.STAFF:
        return replace(log, staff=text)
    if item.kind is Kind.DESCRIPTION:
        return replace(log, staff_description=text)
    if item.kind is Kind.REFERENCE:
        return replace(log, reference=text)
    return replace(log, narrative=text)


def with_answer(log: ShopLog, question: str, answer: Answer | None) -> ShopLog:
    """The log with this answer; its comment stays."""
    noted = replace(log.observation(question), answer=answer)
    return _with_observation(log, noted)


def with_comment(log: ShopLog, question: str, comment: str) -> ShopLog:
    """The log with this comment on a question; its answer stays."""
    noted = replace(log.observation(question), comment=comment)
    return _with_observation(log, noted)


def with_section_comment(log: ShopLog, section: str, comment: str) -> ShopLog:
    """The log with this comment on a section."""
    kept = {name: text for name, text in log.comments.items() if name != section}
    return replace(log, comments=kept | ({section: comment} if comment else {}))


def _with_observation(log: ShopLog, noted: Observation) -> ShopLog:
    """In the place it had; without it where it says nothing."""
    empty = noted.answer is None and not noted.comment
    known = any(one.question == noted.question for one in log.observations)
    placed = [noted if one.question == noted.question else one for one in log.observations]
    if not known:
        placed.append(noted)
    return replace(
        log,
        observations=tuple(one for one in placed if not (empty and one.question == noted.question)),
    )

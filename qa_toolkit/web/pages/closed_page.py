"""The page of a shop that takes no notes: a receipt, what has become of it, what was handed in."""

from dataclasses import dataclass
from typing import ClassVar

from qa_toolkit.domain.shop.form import FormQuestion, ShopForm
from qa_toolkit.domain.shop.life import Grade, ShopRole, ShopStatus
from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.domain.shop.shown import answer_shown
from qa_toolkit.shops.people import shown
from qa_toolkit.web.pages.words import STATUS_WORDS, moment_words
from qa_toolkit.workflow.shops.shops import OpenShop


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """One step as the shopper reads it."""

    status: str
    at: str
    by: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedPage:
    """What a shopper sees once there is nothing to fill in.

    Attributes:
        lead: what it means, and what happens next.
        steps: the newest first.
        handed_in: heading and text of everything that was handed in last.
    """

    template: ClassVar[str] = "closed.html.j2"

    title: str
    shop: str
    place: str
    status: str
    lead: str
    receipt: str
    grade: Grade | None
    steps: tuple[StepLine, ...]
    handed_in: tuple[tuple[str, str], ...]


_LEADS = {
    ShopStatus.SUBMITTED: "Thank you. An editor will read it; you need not do anything.",
    ShopStatus.IN_REVIEW: "An editor has it open. If anything is missing, it comes back to you.",
    ShopStatus.APPROVED: "An editor has approved it. You need not do anything.",
    ShopStatus.FINAL: "It counts. You need not do anything.",
    ShopStatus.LOCKED: "It counts, and nothing of it changes any more.",
    ShopStatus.CANCELLED: "This shop is not to be held. Ask your manager if that surprises you.",
}
_NOT_CERTIFIED = (
    "Before this shop you answer a few questions from its brief. Your manager holds them: "
    "'qa shop certify'. Then open this link again."
)


def closed_page(opened: OpenShop) -> ClosedPage:
    """The page of a shop that was handed in, is final, or was cancelled."""
    zone, shop = opened.zone, opened.shop
    last = shop.submitted[-1] if shop.submitted else None
    receipt = f"Received {moment_words(last.at, zone)} ({zone} time)" if last else ""
    return ClosedPage(
        title=opened.scenario.form.title,
        shop=shop.id,
        place=opened.location.shown,
        status=STATUS_WORDS[shop.status],
        lead=_LEADS.get(shop.status, ""),
        receipt=receipt if shop.status is not ShopStatus.CANCELLED else "",
        grade=shop.grades[-1] if shop.grades else None,
        steps=step_lines(opened),
        handed_in=log_lines(opened.scenario.form, last.log, opened) if last else (),
    )


def waiting_page(opened: OpenShop) -> ClosedPage:
    """The page of a shop whose shopper has not answered the questions on the brief."""
    return ClosedPage(
        title=opened.scenario.form.title,
        shop=opened.shop.id,
        place=opened.location.shown,
        status="Not certified yet",
        lead=_NOT_CERTIFIED,
        receipt="",
        grade=None,
        steps=(),
        handed_in=(),
    )


def step_lines(opened: OpenShop) -> tuple[StepLine, ...]:
    """What happened to a shop, the newest first, and who did it."""
    zone = opened.zone
    return tuple(
        StepLine(
            status=STATUS_WORDS[step.status],
            at=moment_words(step.at, zone) if step.at else "",
            by="you" if step.role is ShopRole.SHOPPER else shown(opened.file, step.by),
            why=step.why,
        )
        for step in reversed(opened.shop.steps)
    )


def log_lines(form: ShopForm, log: ShopLog, opened: OpenShop) -> tuple[tuple[str, str], ...]:
    """What was handed in, in the order of the form."""
    zone = opened.zone
    names = {one.id: one.shown for one in opened.file.locations}
    lines = [
        ("Where", names.get(log.location, log.location)),
        ("Member of staff", log.staff or log.staff_description),
        ("Reference", log.reference),
        *((one.mark.shown, f"{one.at.astimezone(zone):%H:%M:%S}") for one in log.marks),
    ]
    asked = {question.id for question in form.asked(log.answers())}
    for section in form.sections:
        lines += (
            (question.text, _said(question, log))
            for question in section.questions
            if question.id in asked and question.type != "info"
        )
        lines.append((f"{section.title}: comment", log.comments.get(section.id, "")))
    lines.append(("What happened", log.narrative))
    lines += (("Attached", one.name) for one in log.attachments)
    return tuple((heading, text) for heading, text in lines if text)


def _said(question: FormQuestion, log: ShopLog) -> str:
    noted = log.observation(question.id)
    return "\n".join(filter(None, (answer_shown(question, noted.answer), noted.comment)))

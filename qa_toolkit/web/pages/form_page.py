"""The page on which a shop is logged: brief, stopwatch, questions, story, proof."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from qa_toolkit.domain.shop.form import FormQuestion, ShopForm
from qa_toolkit.domain.shop.log import MOST_CHARACTERS, REQUIRED_MARKS
from qa_toolkit.domain.shop.scenario import EvidenceKind, RequiredEvidence, Scenario
from qa_toolkit.shops.days import window_shown
from qa_toolkit.web.pages.words import KIND_TYPES, KIND_WORDS
from qa_toolkit.workflow.shops.shops import OpenShop


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A place on the page to attach files of one kind."""

    kind: EvidenceKind
    title: str
    text: str
    required: bool
    accepts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """Everything that the page shows before the shopper's own notes are put into it.

    Attributes:
        place: the location with its address.
        when: the day and the hours in which the shop may begin, by the location's clock.
        locations: all of the plan, to say where the shop was held.
        most: characters of each text.
        facts: what the page's script has to know, to be written as JSON.
    """

    template: ClassVar[str] = "form.html.j2"

    title: str
    shop: str
    shopper: str
    place: str
    when: str
    scenario: Scenario
    form: ShopForm
    locations: tuple[tuple[str, str], ...]
    proofs: tuple[Proof, ...]
    facts: Mapping[str, object]
    most: Mapping[str, int] = field(default_factory=lambda: MOST_CHARACTERS)


def form_page(opened: OpenShop, most_bytes: Mapping[EvidenceKind, int]) -> FormPage:
    """The page of a shop that takes notes; files may be as large as is said for each kind."""
    form, shop, zone = opened.form, opened.shop.assignment, opened.zone
    return FormPage(
        title=form.title,
        shop=opened.shop.id,
        shopper=opened.shopper.shown,
        place=opened.location.with_address,
        when=f"{window_shown(shop.opens_at, shop.closes_at, zone)} ({zone} time)",
        scenario=opened.scenario.scenario,
        form=form,
        locations=tuple((one.id, one.shown) for one in opened.file.locations),
        proofs=tuple(map(_proof, form.evidence)),
        facts={
            "shop": opened.shop.id,
            "zone": zone.key,
            "form": form_facts(form),
            "most_bytes": dict(most_bytes),
        },
    )


def form_facts(form: ShopForm) -> dict[str, object]:
    """A form as the page's script needs it: what is asked when, and what must not be missing."""
    return {
        "scenario": form.scenario,
        "hash": form.hash,
        "marks": [mark.value for mark in form.marks],
        "required_marks": [mark.value for mark in REQUIRED_MARKS],
        "questions": [question_facts(question) for question in form.questions()],
        "sections": [{"id": section.id, "title": section.title} for section in form.sections],
        "evidence": [{"kind": one.kind, "text": one.text} for one in form.evidence if one.required],
        "narrative_words": form.narrative_words,
    }


def question_facts(question: FormQuestion) -> dict[str, object]:
    """One question as the page's script needs it."""
    return {
        "id": question.id,
        "section": question.section,
        "text": question.text,
        "type": question.type,
        "unit": question.unit,
        "required": question.required,
        "measure": question.measure,
        "comment_at": sorted(question.comment_at),
        "any_of": question.any_of,
        "when": [
            {
                "question": one.question,
                "values": sorted(one.values),
                "spans": [list(span) for span in one.spans],
            }
            for one in question.when
        ],
    }


def kinds() -> Sequence[tuple[EvidenceKind, str]]:
    """The kinds of proof to choose from."""
    return tuple(KIND_WORDS.items())


def _proof(wanted: RequiredEvidence) -> Proof:
    return Proof(
        kind=wanted.kind,
        title=KIND_WORDS[wanted.kind],
        text=wanted.text,
        required=wanted.required,
        accepts=KIND_TYPES[wanted.kind],
    )

"""Score: a shopper's answers → a scorecard like any other, and the release of a final shop."""

from dataclasses import dataclass, replace

from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.scorecard import Scorecard
from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.domain.transcript import Transcript
from qa_toolkit.errors import UsageError
from qa_toolkit.scoring import score
from qa_toolkit.scoring.models import Model, shipped, shipped_names
from qa_toolkit.shops.notes import evidence_of
from qa_toolkit.signals import measure
from qa_toolkit.store import interactions, releases
from qa_toolkit.store.releases import Transaction
from qa_toolkit.store.scorecards import SHOPPER
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.provenance import provenance
from qa_toolkit.workflow.shops.as_interaction import (
    interaction_of,
    notes_and_place,
    transcript_of,
)
from qa_toolkit.workflow.shops.recorded import words_of
from qa_toolkit.workflow.shops.rubrics import as_monitored
from qa_toolkit.workflow.shops.shops import OpenShop


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """What a final shop adds to the project: an interaction with its words and its scorecard."""

    interaction: Interaction
    transcript: Transcript
    scorecard: Scorecard
    rubric_text: str


def scorecard_of(opened: OpenShop, log: ShopLog, spoken: Transcript | None = None) -> Scorecard:
    """The scorecard of a log: what was answered is the rating, and nothing is rated by machine.

    Answers to questions that are not asked by now, for another was answered otherwise since, do
    not count. Each rating rests on the words beside its answer.

    Args:
        opened: the shop.
        log: what was noted of it.
        spoken: the words of its recording; None where there are none.

    Raises:
        UsageError: the rubric has no such answer to a question.
    """
    rubric = as_monitored(opened.scenario.rubric)
    shown = transcript_of(opened, log, spoken)
    silent = Transcript(interaction_id=shown.interaction_id, turns=(), language=shown.language)
    answers = log.answers()
    asked = [question.id for question in opened.form.asked(answers)]
    made = replace(provenance(rubric, shown.origin), evaluator=f"{SHOPPER}{opened.shopper.id}")
    try:
        card = score(
            silent,
            measure(silent),
            rubric.rubric,
            opened.scenario.scenario.channel,
            made,
            facts=interaction_of(opened, log, ()).facts(),
            answers={name: answers[name] for name in asked if name in answers},
            models=_silent_models(rubric.rubric),
        )
    except ValueError as reason:
        raise UsageError(
            f"shop {opened.shop.id} cannot be scored: {reason}", hint="return it to its shopper"
        ) from None
    notes, first = notes_and_place(opened, log, shown)
    beside = evidence_of(log, opened.form, notes, first)
    return replace(
        card,
        criteria=tuple(
            replace(known, evidence=(beside[known.criterion],))
            if known.criterion in beside and known.points is not None
            else known
            for known in card.criteria
        ),
        remarks=shown.remarks,
    )


def _silent_models(rubric: Rubric) -> dict[str, Model]:
    """A model for each name that is no shipped one's: where nothing is said, each is as silent."""
    known = shipped_names()
    return {name: shipped(known[0]) for name in rubric.models_used if name not in known}


def released(project: Project, opened: OpenShop) -> Released:
    """What a shop becomes when it is final; nothing is kept yet.

    Raises:
        UsageError: nothing was handed in, an answer cannot be scored, or a contact that was
            imported has the shop's id.
    """
    log = opened.shop.log
    if log is None:
        raise UsageError(f"shop {opened.shop.id} was not handed in yet", hint="qa shop list")
    taken = interactions.get(project.database, opened.shop.id)
    if taken is not None and not taken.staged:
        raise UsageError(
            f"an interaction from {taken.source} has the id of shop {opened.shop.id}",
            hint="give that interaction another id and import it again",
        )
    spoken = words_of(project, log)
    agents = interactions.agents(project.database)
    return Released(
        interaction=interaction_of(opened, log, agents),
        transcript=transcript_of(opened, log, spoken),
        scorecard=scorecard_of(opened, log, spoken),
        rubric_text=opened.scenario.rubric.text,
    )


def put_released(transaction: Transaction, made: Released) -> None:
    """Keep a released shop within a transaction, in which its step to final is kept as well."""
    releases.put(transaction, made.interaction, made.transcript, made.scorecard, made.rubric_text)

"""Where the machine, by the recording of a shop, would rate otherwise than its shopper."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qa_toolkit.domain.answer import points_of
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.score import CriterionScore
from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.scoring import score
from qa_toolkit.scoring.models import shipped_names
from qa_toolkit.signals import measure
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.provenance import provenance
from qa_toolkit.workflow.shops.as_interaction import interaction_of
from qa_toolkit.workflow.shops.recorded import words_of
from qa_toolkit.workflow.shops.shops import OpenShop


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """A criterion that the machine hears otherwise than the shopper says.

    Attributes:
        shopper: the shopper's rating; None where it was answered as not applicable.
        machine: what the machine would rate by the recording.
        quote: the strongest words it rests on; empty without any.
    """

    criterion: str
    question: str
    shopper: int | None
    machine: int
    reason: str
    quote: str = ""


def heard_otherwise(project: Project, opened: OpenShop, log: ShopLog) -> tuple[Differing, ...]:
    """Where the machine, by the recording, would rate otherwise than the shopper: for editors.

    It replaces nothing. Empty without a transcribed recording, and where the rubric rates with a
    model of the user's own, which is not kept with a shop.
    """
    spoken = words_of(project, log)
    rubric = opened.scenario.rubric
    if spoken is None or not {*rubric.rubric.models_used}.issubset(shipped_names()):
        return ()
    machine = score(
        spoken,
        measure(spoken),
        rubric.rubric,
        opened.scenario.scenario.channel,
        provenance(rubric, spoken.origin),
        facts=interaction_of(opened, log, ()).facts(),
    )
    return tuple(_differing(log, rubric.rubric, machine.criteria))


def _differing(
    log: ShopLog, rubric: Rubric, heard: Iterable[CriterionScore]
) -> Iterator[Differing]:
    answers = log.answers()
    for known in heard:
        if known.points is None or known.criterion not in answers:
            continue
        criterion = rubric.places[known.criterion].criterion
        said = points_of(criterion, answers[known.criterion])
        if said != known.points:
            quotes = (item.quote for item in known.evidence if item.quote and not item.is_cue)
            yield Differing(
                criterion=known.criterion,
                question=criterion.question,
                shopper=said,
                machine=known.points,
                reason=known.reason,
                quote=next(quotes, ""),
            )

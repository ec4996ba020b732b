"""The machine's scorecard with people's ratings in place, added up anew."""

from collections.abc import Iterable
from dataclasses import replace

from qa_toolkit.domain.override import Override, applied, corrected
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.scorecard import Outcome, Scorecard, SectionScore
from qa_toolkit.scoring.assemble import Assembly

_BY_MACHINE = " by machine"


def correct(
    scorecard: Scorecard,
    rubric: Rubric,
    overrides: Iterable[Override],
    *,
    assembly: Assembly | None = None,
) -> Scorecard:
    """Put the ratings that count in the machine's place; totals follow by `assemble`'s arithmetic.

    Evidence, strengths, models and provenance stay the machine's. A criterion that applies only
    after certain answers to another one stays as it was: what follows from a new answer, people
    rate too. An override that does not fit the rubric any more changes nothing.

    Args:
        scorecard: as the machine rated it under this rubric.
        rubric: weights, policies, minimums and pass mark.
        overrides: all that was said of this interaction, the oldest first.
        assembly: of this rubric, for who corrects many scorecards: faster, and nothing else.
    """
    counted = applied(overrides, rubric)
    if not any(score.criterion in counted for score in scorecard.criteria):
        return scorecard
    adding = assembly or Assembly(rubric)
    scores = tuple(
        corrected(score, counted[score.criterion]) if score.criterion in counted else score
        for score in scorecard.criteria
    )
    total = adding.total(scores)
    before = {section.section: section for section in scorecard.sections}
    corrected_card = replace(
        scorecard,
        criteria=scores,
        sections=tuple(_with_strength(part, before[part.section]) for part in total.sections),
        percent=total.percent,
        computed_percent=total.computed_percent,
        outcome=total.outcome,
        band="" if total.percent is None else rubric.band_of(total.percent),
        reason=total.reason.removesuffix(_BY_MACHINE),  # a person has had a say in it
        coverage=total.coverage,
    )
    if _abstained(scorecard, adding) and total.outcome is Outcome.NOT_SCORED:
        return replace(corrected_card, reason=scorecard.reason)
    return corrected_card


def _with_strength(part: SectionScore, machine: SectionScore) -> SectionScore:
    """A section with the strength the machine found: it rests on words, which nobody changed."""
    return replace(
        part, strength=machine.strength, model=machine.model, confidence=machine.confidence
    )


def _abstained(scorecard: Scorecard, adding: Assembly) -> bool:
    """Whether the machine gave a reason of its own for having no total, such as doubtful words."""
    if scorecard.outcome is not Outcome.NOT_SCORED:
        return False
    return scorecard.reason != adding.total(scorecard.criteria).reason

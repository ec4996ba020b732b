"""One interaction against one rubric: every criterion rated, then added up."""

from statistics import fmean

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.scorecard import Provenance, Scorecard
from qa_toolkit.domain.signals import Signals
from qa_toolkit.domain.transcript import SpeakerRole, Transcript
from qa_toolkit.scoring.abstain import reason_to_abstain, speaks_its_language
from qa_toolkit.scoring.assemble import assemble
from qa_toolkit.scoring.rate import rate
from qa_toolkit.scoring.reading import Reading


def score(
    transcript: Transcript,
    signals: Signals,
    rubric: Rubric,
    channel: Channel,
    provenance: Provenance,
) -> Scorecard:
    """Score a transcript. Pure: the same values give the same scorecard, byte for byte.

    Strengths are given whenever the agent spoke in the rubric's language, also where the
    machine abstains from rating; without agent turns nothing can be said at all.
    """
    reading = Reading(transcript=transcript, signals=signals)
    abstain = reason_to_abstain(rubric, transcript)
    mute = not reading.turns_of(SpeakerRole.AGENT) or not speaks_its_language(rubric, transcript)
    scores = tuple(
        rate(
            criterion,
            section=section.id,
            cues=rubric.cues,
            reading=reading,
            channel=channel,
            abstain=abstain,
            mute=mute,
        )
        for section in rubric.sections
        for criterion in section.criteria
    )
    total = assemble(rubric, scores)
    return Scorecard(
        interaction_id=transcript.interaction_id,
        criteria=scores,
        sections=total.sections,
        percent=total.percent,
        computed_percent=total.computed_percent,
        outcome=total.outcome,
        reason=abstain or total.reason,
        coverage=total.coverage,
        customer_sentiment=_customer_sentiment(signals),
        provenance=provenance,
    )


def _customer_sentiment(signals: Signals) -> float | None:
    """The customer's mean compound on a scale of 0 to 1; None without customer turns."""
    compounds = [value for value in signals.sentiment if value is not None]
    return (1 + fmean(compounds)) / 2 if compounds else None

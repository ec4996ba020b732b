"""Commitment indicators: the agent says what will be done, and perhaps by when."""

from qa_toolkit.domain.commitment import Commitment
from qa_toolkit.domain.due_words import due_in_words
from qa_toolkit.domain.rubric import CommitmentIndicator
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.scoring.reading import CannotTell, Found, Reading

_LANGUAGE = "en"


def find_commitments(indicator: CommitmentIndicator, reading: Reading) -> Found:
    """Each promise of the kinds wanted, with its kind and its due time as a note."""
    language = reading.transcript.language.lower().partition("-")[0]
    if language not in ("", _LANGUAGE):
        return CannotTell(
            reason="promises are told in English only", status=RatingStatus.NEEDS_REVIEW
        )
    return tuple(
        reading.evidence(
            known.turn, known.start, known.end, indicator.id, indicator.points, _note(known)
        )
        for known in reading.commitments
        if (not indicator.kinds or known.kind in indicator.kinds)
        and (indicator.due == "any" or known.timed)
    )


def _note(commitment: Commitment) -> str:
    due = due_in_words(commitment)
    return f"{commitment.kind}, {due}" if due else commitment.kind.value

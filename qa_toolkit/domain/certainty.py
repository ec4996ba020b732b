"""How sure it is that the words a rating rests on were said, and by whom.

It says nothing of how well the rating judges those words.
"""

from collections.abc import Iterable

from qa_toolkit.domain.score import CriterionScore
from qa_toolkit.domain.scorecard import Scorecard
from qa_toolkit.domain.transcript import Transcript


def certainties(scorecard: Scorecard, transcript: Transcript) -> dict[str, float | None]:
    """The certainty of each of the machine's ratings, 0..1, by criterion.

    It is the least of how sure the roles are (1 where the source says who speaks) and how sure the
    recogniser is of the turns a rating's evidence stands in; of all turns where a rating rests on
    no words. None where nothing was rated, and for what was written: nobody had to hear it.
    """
    heard = tuple(turn.confidence for turn in transcript.turns)
    roles = scorecard.role_confidence
    if roles is None and not any(sure is not None for sure in heard):
        return dict.fromkeys((score.criterion for score in scorecard.criteria), None)
    overall = _least(roles, heard)
    return {
        score.criterion: _certainty(score, heard, roles, overall) for score in scorecard.criteria
    }


def _certainty(
    score: CriterionScore,
    heard: tuple[float | None, ...],
    roles: float | None,
    overall: float,
) -> float | None:
    if score.points is None:
        return None
    turns = {item.turn for item in score.evidence if item.quote}
    own = [heard[turn] for turn in turns if turn < len(heard)]
    return _least(roles, own) if any(sure is not None for sure in own) else overall


def _least(roles: float | None, heard: Iterable[float | None]) -> float:
    known = [sure for sure in heard if sure is not None]
    return min(1.0 if roles is None else roles, sum(known) / len(known) if known else 1.0)

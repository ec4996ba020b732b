"""The next better answer to a criterion, in the rubric's words."""

from qa_toolkit.domain.rubric import Criterion
from qa_toolkit.scorecards.wording import clean


def next_level(criterion: Criterion, points: int) -> str:
    """What the rubric says of the next level up that fails nothing; empty where there is none.

    A bare "Yes" tells nobody what to do: the question says it already.
    """
    if criterion.type == "yes_no" and not criterion.scale:
        return ""
    levels, failing = criterion.levels, criterion.fails_at
    above = [level for level in levels if level > points and level not in failing]
    return clean(levels[min(above)]) if above else ""

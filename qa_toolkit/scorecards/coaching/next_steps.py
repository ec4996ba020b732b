"""What an agent could do next on a criterion: the rubric's tip, or its next better level."""

from collections import Counter

from qa_toolkit.scorecards.coaching.needs import Need
from qa_toolkit.scorecards.next_level import next_level
from qa_toolkit.scorecards.wording import clean


def tip(need: Need) -> str:
    """The rubric's tip for the level reached most often below the top, else the next level."""
    criterion = need.performance.criterion
    usual = usual_level(need)
    if usual in criterion.tips:
        return clean(criterion.tips[usual])
    next_answer = goal(need)
    return f"Next step: {next_answer}." if next_answer else ""


def usual_level(need: Need) -> int:
    """The rating given most often where it fell short; of equals the lowest."""
    below = Counter(rated.score.points or 0 for rated in need.short)
    return min(below, key=lambda points: (-below[points], points))


def goal(need: Need) -> str:
    """What the next better answer looks like; empty where the rubric has no words for it."""
    return next_level(need.performance.criterion, usual_level(need))

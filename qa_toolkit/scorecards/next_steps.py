"""What an agent could do next on a criterion: the rubric's tip, or its next better level."""

from collections import Counter

from qa_toolkit.scorecards.courses import Need
from qa_toolkit.scorecards.wording import clean


def tip(need: Need) -> str:
    """The rubric's tip for the level reached most often below the top, else the next level."""
    criterion = need.course.criterion
    usual = usual_level(need)
    if usual in criterion.tips:
        return clean(criterion.tips[usual])
    if criterion.type == "yes_no" and not criterion.scale:
        return ""  # "Next step: Yes." says nothing
    goal = next_level(need)
    return f"Next step: {goal}." if goal else ""


def usual_level(need: Need) -> int:
    """The rating given most often where it fell short; of equals the lowest."""
    below = Counter(rated.score.points or 0 for rated in need.short)
    return min(below, key=lambda points: (-below[points], points))


def next_level(need: Need) -> str:
    """What the next better answer looks like; empty where the rubric has no words for it."""
    usual, levels = usual_level(need), need.course.criterion.levels
    higher = [level for level in sorted(levels) if level > usual]
    return clean(levels[higher[0]]) if higher else ""

"""A diff and its impact for programs; the shape is `diff.schema.json` beside this file."""

import json
from collections.abc import Iterable

from qa_toolkit import __version__
from qa_toolkit.domain.paired import Moved
from qa_toolkit.rubric.diff import words
from qa_toolkit.rubric.diff.change import Change, Spot
from qa_toolkit.rubric.diff.difference import RubricDiff
from qa_toolkit.rubric.diff.impact import Flip, GroupImpact, Impact

FORMAT = 1
"""Version of the document's shape; raised when a reader of the old one would break."""


def render(diff: RubricDiff, impact: Impact | None) -> str:
    """One document. Absent numbers are null, absent texts empty; nothing is rounded."""
    return json.dumps(_document(diff, impact), ensure_ascii=False, indent=2) + "\n"


def _document(diff: RubricDiff, impact: Impact | None) -> dict[str, object]:
    return {
        "format": FORMAT,
        "tool": {"name": "qa_toolkit", "version": __version__},
        "command": "diff",
        "rubric": {"id": diff.rubric_id, "title": diff.title},
        "old": {"file": diff.old, "version": diff.old_version},
        "new": {"file": diff.new, "version": diff.new_version},
        "effect": diff.effect,
        "bump": diff.bump,
        "needed": diff.needed,
        "finding": diff.finding.message if diff.finding else "",
        "changes": [_change(change) for change in diff.changes],
        "impact": None if impact is None else _impact(impact),
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "code": change.code,
        "effect": change.effect,
        "kind": change.kind,
        "what": change.what,
        "where": list(change.where),
        "before": change.before,
        "after": change.after,
        "added": list(change.added),
        "removed": list(change.removed),
        "note": change.note,
        "old": _spot(change.old),
        "new": _spot(change.new),
    }


def _spot(spot: Spot | None) -> dict[str, object] | None:
    if spot is None:
        return None
    return {"file": spot.source, "line": spot.line, "column": spot.column}


def _impact(impact: Impact) -> dict[str, object]:
    return {
        "source": impact.source,
        "scored": impact.scored,
        "without_words": impact.without_words,
        "unreadable": impact.unreadable,
        "problems": [str(problem) for problem in impact.problems],
        "total": _moved(impact.total),
        "sections": _groups(impact.sections),
        "outcomes": [
            {"before": item.before.value, "after": item.after.value, "count": item.count}
            for item in impact.outcomes
        ],
        "flips": [_flip(flip) for flip in impact.flips],
        "agents": _groups(impact.agents),
        "teams": _groups(impact.teams),
        "criteria": [
            {"id": item.id, "before": item.before, "after": item.after, "lost": item.lost}
            for item in impact.criteria
        ],
        "silent_indicators": [
            {
                "criterion": item.criterion,
                "indicator": item.indicator,
                "found_before": item.found_before,
            }
            for item in impact.silent
        ],
    }


def _groups(groups: Iterable[GroupImpact]) -> list[dict[str, object]]:
    return [{"id": item.id, "name": item.name, **_moved(item.moved)} for item in groups]


def _moved(moved: Moved) -> dict[str, object]:
    return {
        "interactions": moved.count,
        "before": moved.before,
        "after": moved.after,
        "change": moved.change,
        "low": moved.low,
        "high": moved.high,
        "certainty": words.certainty(moved),
    }


def _flip(flip: Flip) -> dict[str, object]:
    return {
        "id": flip.interaction_id,
        "agent": flip.agent,
        "team": flip.team,
        "before": flip.before.value,
        "after": flip.after.value,
        "old_total": None if flip.old_percent is None else float(flip.old_percent),
        "new_total": None if flip.new_percent is None else float(flip.new_percent),
        "ratings": [
            {"criterion": item.criterion, "before": item.before, "after": item.after}
            for item in flip.ratings
        ],
        "reason": flip.reason,
    }

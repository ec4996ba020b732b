"""Scorecards for programs: one result a line for pipes, one byte-stable document for archives."""

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import BinaryIO

from qa_toolkit import __version__
from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.sample import Sample
from qa_toolkit.domain.score import CriterionScore, RatingStatus
from qa_toolkit.domain.scorecard import Provenance, Scorecard, Scored, SectionScore
from qa_toolkit.scorecards.files import write_whole

SCHEMA = 1
"""Version of the document's shape; raised when a reader of the old one would break."""
_STATUS = {status: status.value for status in RatingStatus}


def as_result(scorecard: Scorecard) -> dict[str, object]:
    """The result line of `qa score - --jsonl`: numbers 0..1, null where nothing can be said.

    Only bonus points without a cap bring `overall` beyond 1.
    """
    return {
        "id": scorecard.interaction_id,
        "overall": _share(scorecard.percent),
        "outcome": scorecard.outcome.value,
        "scores": {part.section: part.strength for part in scorecard.sections},
        "customer_sentiment": scorecard.customer_sentiment,
        "criteria": {score.criterion: _criterion(score) for score in scorecard.criteria},
        "band": scorecard.band or None,
        "role_confidence": scorecard.role_confidence,
        "remarks": list(scorecard.remarks),
    }


def write_json(
    scored: Iterable[Scored],
    rubric: Rubric,
    sample: Sample | None,
    left_out: Iterable[Problem],
    path: Path,
) -> Path:
    """Write the document; the same scorecards give the same bytes on any day and machine.

    Raises:
        StorageError: the file cannot be written.
    """
    ordered = sorted(scored, key=lambda item: item.interaction.id)

    def fill(file: BinaryIO) -> None:
        for piece in _document(ordered, rubric, sample, tuple(left_out)):
            file.write(piece.encode("utf-8", "backslashreplace"))

    return write_whole(path, fill)


def _document(
    scored: list[Scored], rubric: Rubric, sample: Sample | None, left_out: tuple[Problem, ...]
) -> Iterator[str]:
    """The document with one scorecard a line, so that two exports can be compared line by line."""
    hashes = sorted({item.scorecard.provenance.rubric_hash for item in scored})
    about = {
        "id": rubric.id,
        "version": rubric.version,
        "hashes": hashes,
        "critical_classes": {
            known.id: known.critical_class for known in rubric.criteria() if known.fails_at
        },
    }
    yield f'{{"schema":{SCHEMA},\n"toolkit":{_line(__version__)},\n"rubric":{_line(about)},\n'
    yield f'"sample":{_line(None if sample is None else _sample(sample))},\n"scorecards":['
    yield from _lines(_entry(item) for item in scored)
    yield '],\n"left_out":['
    yield from _lines(map(_problem, left_out))
    yield "]}\n"


def _lines(values: Iterable[object]) -> Iterator[str]:
    separator = "\n"
    for value in values:
        yield separator + _line(value)
        separator = ",\n"


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _entry(item: Scored) -> dict[str, object]:
    card = item.scorecard
    return {
        "id": card.interaction_id,
        "interaction": _interaction(item.interaction),
        "percent": _number(card.percent),
        "computed_percent": _number(card.computed_percent),
        "reason": card.reason,
        "coverage": card.coverage,
        "critical_failed": list(card.critical_failed),
        "sections": {
            part.section: {
                "title": part.title,
                "weight": _number(part.weight),
                "percent": _number(part.percent),
                "minimum": _number(part.minimum),
                "below_minimum": part.below_minimum,
                "parts": {known.section: _part(known) for known in part.parts},
            }
            for part in card.sections
        },
        "result": as_result(card),
        "duration_s": item.transcript.duration_s,
        "doubt": item.transcript.doubt,
        "provenance": _provenance(card.provenance),
    }


def _part(part: SectionScore) -> dict[str, object]:
    return {
        "title": part.title,
        "weight": _number(part.weight),
        "percent": _number(part.percent),
    }


def _criterion(score: CriterionScore) -> dict[str, object]:
    return {
        "status": _STATUS[score.status],
        "rating": score.points,
        "max": score.highest,
        "strength": score.strength,
        "reason": score.reason,
        "evidence": [_evidence(item) for item in score.evidence],
        "bonus": score.bonus,
    }


def _evidence(item: Evidence) -> dict[str, object]:
    shown: dict[str, object] = {
        "turn": item.turn,
        "start": item.start,
        "end": item.end,
        "quote": item.quote,
        "indicator": item.indicator,
        "effect": float(item.effect),
    }
    return shown | {"note": item.note} if item.note else shown


def _interaction(known: Interaction) -> dict[str, object]:
    return {
        "channel": known.channel.value,
        "agent": {"id": known.agent.id, "name": known.agent.name, "team": known.agent.team},
        "started_at": known.started_at.isoformat() if known.started_at else None,
        "language": known.language,
        "queue": known.queue,
        "customer": known.customer,
        "content_hash": known.content_hash,
    }


def _provenance(made: Provenance) -> dict[str, str]:
    return {
        "rubric_id": made.rubric_id,
        "rubric_version": made.rubric_version,
        "rubric_hash": made.rubric_hash,
        "engine": made.engine,
        "model": made.model,
        "options": made.options,
        "evaluator": made.evaluator,
        "sample": made.sample,
        "seed": made.seed,
    }


def _sample(sample: Sample) -> dict[str, object]:
    return {
        "id": sample.id,
        "seed": sample.plan.seed,
        "size": sample.plan.size,
        "per_agent": sample.plan.per_agent,
        "frame_hash": sample.frame_hash,
        "frame_size": sample.frame_size,
        "exclusions": [
            {"reason": known.reason, "count": known.count} for known in sample.exclusions
        ],
        "strata": [
            {
                "name": known.name,
                "frame_size": known.frame_size,
                "drawn": known.drawn,
                "probability": known.probability,
            }
            for known in sample.strata
        ],
        "members": [
            {"id": member.interaction_id, "stratum": member.stratum} for member in sample.members
        ],
    }


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "source": _portable(problem.source),
        "line": problem.line,
        "reason": problem.message,
        "remedy": problem.hint,
    }


def _portable(source: str) -> str:
    """The file's name alone when its path only holds on one machine."""
    for kind in (PurePosixPath, PureWindowsPath):
        if kind(source).is_absolute():
            return kind(source).name
    return source


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _share(percent: Decimal | None) -> float | None:
    return None if percent is None else float(percent / 100)

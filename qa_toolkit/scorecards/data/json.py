"""Scorecards for programs: one result a line for pipes, one byte-stable document for archives."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import BinaryIO

from qa_toolkit import __version__
from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.interaction import Interaction, ShopRef
from qa_toolkit.domain.override import Override
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.sample import Sample
from qa_toolkit.domain.score import CriterionScore, RatingStatus
from qa_toolkit.domain.scorecard import Provenance, Scorecard, Scored, SectionScore
from qa_toolkit.scorecards.figures.design import Design
from qa_toolkit.scorecards.files import write_whole
from qa_toolkit.scorecards.report import Report

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


def write_json(report: Report, path: Path) -> Path:
    """Write the document; the same scorecards give the same bytes on any day and machine.

    Raises:
        StorageError: the file cannot be written.
    """

    def fill(file: BinaryIO) -> None:
        for piece in _document(report):
            file.write(piece.encode("utf-8", "backslashreplace"))

    return write_whole(path, fill)


def entries(report: Report) -> Iterator[dict[str, object]]:
    """Each scorecard, in order of their ids."""
    design = Design(report.sample, report.counted)
    weights = design.weights(item.interaction.id for item in report.scored)
    for item in sorted(report.scored, key=lambda item: item.interaction.id):
        name = item.interaction.id
        stands_for = weights.get(name, Decimal(1))
        yield _entry(item, float(stands_for), report.overrides.get(name, ()))


def line(value: object) -> str:
    """A value on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _document(report: Report) -> Iterator[str]:
    """The document with one scorecard a line, so that two exports can be compared line by line."""
    rubric, sample = report.rubric, report.sample
    about = {
        "id": rubric.id,
        "version": rubric.version,
        "hashes": sorted({item.scorecard.provenance.rubric_hash for item in report.scored}),
        "critical_classes": {
            known.id: known.critical_class for known in rubric.criteria() if known.fails_at
        },
    }
    yield f'{{"schema":{SCHEMA},\n"toolkit":{line(__version__)},\n"rubric":{line(about)},\n'
    yield f'"scope":{line(dict(report.scope))},\n"notes":{line(list(report.notes))},\n'
    yield f'"sample":{line(None if sample is None else _sample(sample))},\n"scorecards":['
    yield from _lines(entries(report))
    yield '],\n"left_out":['
    yield from _lines(map(_problem, report.left_out))
    yield f'],\n"shops":{line(asdict(report.shops))}}}\n' if report.shops else "]}\n"


def _lines(values: Iterable[object]) -> Iterator[str]:
    separator = "\n"
    for value in values:
        yield separator + line(value)
        separator = ",\n"


def _entry(item: Scored, stands_for: float, overrides: Iterable[Override]) -> dict[str, object]:
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
        "stands_for": stands_for,
        "machine": None if item.machine is None else _machine(item.machine),
        "overrides": [_override(known) for known in overrides],
    }


def _machine(card: Scorecard) -> dict[str, object]:
    """What the machine rated, where people have said something else."""
    return {
        "percent": _number(card.percent),
        "computed_percent": _number(card.computed_percent),
        "outcome": card.outcome.value,
        "criteria": {
            score.criterion: {"status": _STATUS[score.status], "rating": score.points}
            for score in card.criteria
        },
    }


def _override(given: Override) -> dict[str, object]:
    return {
        "number": given.number,
        "criterion": given.criterion,
        "status": None if given.status is None else _STATUS[given.status],
        "rating": given.points,
        "reason": given.reason,
        "cause": None if given.cause is None else given.cause.value,
        "by": given.by,
        "source": _portable(given.source),
        "made_at": given.made_at,
        "rubric_version": given.rubric_version,
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
    } | _shop(known.shop)


def _shop(shop: ShopRef | None) -> dict[str, object]:
    """What is known of a mystery shop; nothing where the customer was real."""
    if shop is None:
        return {}
    told = {
        "location": shop.location,
        "location_name": shop.location_name,
        "scenario": shop.scenario,
        "shopper": shop.shopper,
        "plan": shop.plan,
        "noted": dict(shop.told),
    }
    return {"shop": told}


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

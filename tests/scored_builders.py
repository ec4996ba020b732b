"""Scored interactions for tests, built from ratings and dialogue that read like the real thing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from builders import interaction, transcript

from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.interaction import AgentRef, Channel
from qa_toolkit.domain.override import Override
from qa_toolkit.domain.rubric import Placed, Rubric
from qa_toolkit.domain.sample import Exclusion, Member, Sample, SamplingPlan, Stratum
from qa_toolkit.domain.score import CriterionScore, RatingStatus
from qa_toolkit.domain.scorecard import Provenance, Scorecard, Scored
from qa_toolkit.domain.transcript import Transcript
from qa_toolkit.scorecards.report import Report
from qa_toolkit.scoring.assemble import assemble
from qa_toolkit.scoring.correct import correct

Rating = int | str
"""A number of points, `na` for not applicable or `review` for needs review."""
Quote = tuple[int, str, int]
"""Turn, words, effect."""

DANA = AgentRef(id="dana", name="Dana Price", team="North")
ALI = AgentRef(id="ali", name="Ali Demir", team="South")
DIALOGUE = """
[0-4] A: Good morning, thank you for calling Fernhill Energy, this is Dana.
[4-11] C: My boiler has been off for three days and nobody called me back.
[11-18] A: I'm so sorry, three days without heating with a baby at home is hard.
[18-30] A: I will book the engineer now and call you myself at four to confirm.
[30-33] C: Thank you, that helps.
"""
FULL: Mapping[str, Rating] = {
    "politeness.greeting": 1,
    "politeness.no_rudeness": 1,
    "empathy.acknowledge": 2,
    "resolution.solved": 2,
    "ownership.promise": 2,
}
QUOTES: Mapping[str, tuple[Quote, ...]] = {
    "politeness.greeting": ((0, "thank you for calling", 1),),
    "empathy.acknowledge": ((2, "three days without heating", 2), (2, "I'm so sorry", 1)),
    "ownership.promise": ((3, "I will book the engineer now", 2),),
}


def rubric(**changes: Any) -> Rubric:
    """Four sections, five criteria, the second of them critical; weights that do not divide."""
    known: dict[str, Any] = {
        "format": 1,
        "id": "service",
        "version": "1.0.0",
        "title": "Customer service",
        "applies_to": {"channels": ["call", "chat"]},
        "pass_mark": 80,
        "minimums": {"empathy": 50},
        "sections": [
            _section(
                "politeness",
                25,
                _criterion("greeting", 30, {0: "no greeting", 1: "greets and gives a name"}),
                _criterion(
                    "no_rudeness", 70, {0: "rude", 1: "courteous throughout"}, critical=True
                ),
            ),
            _section(
                "empathy",
                25,
                _criterion(
                    "acknowledge",
                    60,
                    {0: "ignores it", 1: "stock phrase", 2: "names the trouble"},
                    tips={0: "Name the trouble before you ask anything.", 1: "Use their words."},
                ),
            ),
            _section(
                "resolution",
                35,
                _criterion("solved", 40, {0: "open", 1: "next step clear", 2: "solved"}),
            ),
            _section(
                "ownership",
                15,
                _criterion("promise", 7, {0: "none", 1: "vague", 2: "who, what and when"}),
            ),
        ],
    }
    return Rubric.model_validate(known | changes)


def full_rubric(**changes: Any) -> Rubric:
    """All that format 1 can say: types, subsections, bonus, classes, bands, conditions, causes."""
    known: dict[str, Any] = {
        "format": 1,
        "id": "visit",
        "version": "2.1.0",
        "title": "Visit to a shop",
        "language": ["en", "de"],
        "applies_to": {"channels": ["visit", "call"]},
        "pass_mark": 65,
        "bands": {"Outstanding": 90, "Needs work": 0, "Good": 65},
        "minimums": {"advice": 30},
        "appeal_days": 14,
        "policy": {"critical": {"customer": "fail", "business": "section", "compliance": "zero"}},
        "sections": [
            {
                "id": "door",
                "title": "Door",
                "weight": 20,
                "criteria": [
                    {"id": "door.note", "question": "Which branch is it?", "type": "text"},
                    {
                        "id": "door.open",
                        "question": "Is it open?",
                        "type": "yes_no",
                        "weight": 3,
                        "critical": "business",
                        "causes": {0: ["opened late", "no staff"]},
                    },
                    {
                        "id": "door.window",
                        "question": "What is in order?",
                        "type": "multi_choice",
                        "weight": 2,
                        "options": _options(lit=1, priced=2, clean=4),
                    },
                ],
            },
            {
                "id": "advice",
                "title": "Advice",
                "weight": 50,
                "criteria": [
                    {
                        "id": "advice.found",
                        "question": "How did you find staff?",
                        "type": "choice",
                        "weight": 7,
                        "options": _options(nobody=0, asked=2, came=5),
                        "tips": {2: "Walk up to customers."},
                    },
                ],
                "sections": [
                    {
                        "id": "need",
                        "title": "Need",
                        "weight": 3,
                        "criteria": [
                            {
                                "id": "need.questions",
                                "question": "How many questions?",
                                "type": "number",
                                "unit": "questions",
                                "weight": 3,
                                "ranges": [
                                    {"below": 1, "points": 0},
                                    {"from": 1, "below": 3, "points": 1},
                                    {"from": 3, "points": 3},
                                ],
                                "applies_when": {"answers": {"advice.found": ["asked", "came"]}},
                            },
                            {
                                "id": "need.second",
                                "question": "Is a second item offered?",
                                "type": "yes_no",
                                "weight": 0.5,
                                "bonus": True,
                            },
                        ],
                    },
                    {
                        "id": "offer",
                        "title": "Offer",
                        "weight": 4,
                        "criteria": [
                            {
                                "id": "offer.shown",
                                "question": "Is the item shown?",
                                "weight": 1,
                                "scale": {0: "says where", 1: "walks there", 2: "hands it over"},
                            },
                            {
                                "id": "offer.age",
                                "question": "Is proof of age asked for?",
                                "weight": 2,
                                "critical": {"class": "compliance", "at": [0, 1]},
                                "scale": {0: "no", 1: "after the sale", 3: "before"},
                            },
                        ],
                    },
                ],
            },
            {
                "id": "till",
                "title": "Till",
                "weight": 30,
                "criteria": [
                    {
                        "id": "till.price",
                        "question": "Is the price right?",
                        "type": "yes_no",
                        "weight": 5,
                        "critical": "customer",
                    },
                    {
                        "id": "till.receipt",
                        "question": "Is there a receipt?",
                        "type": "yes_no",
                        "critical": {"policy": "section"},
                    },
                    {
                        "id": "till.thanks",
                        "question": "How are you thanked?",
                        "bonus": True,
                        "weight": 2,
                        "scale": {-1: "not at all", 0: "a nod", 2: "in words"},
                    },
                ],
            },
        ],
    }
    return Rubric.model_validate(known | changes)


def best(judged_by: Rubric) -> dict[str, Rating]:
    """The top rating of every criterion that is scored."""
    return {item.id: item.highest for item in judged_by.criteria() if item.scored}


def visit(
    interaction_id: str = "v-1",
    ratings: Mapping[str, Rating] | None = None,
    *,
    agent: AgentRef = DANA,
    rubric: Rubric | None = None,
) -> Scored:
    """A shop rated by a person, under `full_rubric` unless told otherwise: nothing to read."""
    nothing = Transcript(interaction_id=interaction_id, turns=())
    judged_by = rubric or full_rubric()
    return scored(
        interaction_id, ratings, agent=agent, rubric=judged_by, said=nothing, channel=Channel.VISIT
    )


def scored(
    interaction_id: str = "i-1",
    ratings: Mapping[str, Rating] | None = None,
    *,
    agent: AgentRef = DANA,
    rubric: Rubric | None = None,
    said: Transcript | None = None,
    quotes: Mapping[str, tuple[Quote, ...]] | None = None,
    **fields: object,
) -> Scored:
    """One result; `ratings` change the full marks of the builder's rubric."""
    judged_by = rubric or _RUBRIC
    words = said or transcript(DIALOGUE, interaction_id=interaction_id, duration_s=33.0)
    found = QUOTES if quotes is None and said is None else (quotes or {})
    given = {**best(judged_by), **(ratings or {})}
    scores = tuple(
        _score(placed, given[name], words, found)
        for name, placed in judged_by.places.items()
        if placed.criterion.scored
    )
    total = assemble(judged_by, scores)
    return Scored(
        interaction=interaction(
            interaction_id,
            **{"agent": agent, "channel": Channel.CALL, "started_at": _moment(interaction_id)}
            | fields,
        ),
        transcript=words,
        scorecard=Scorecard(
            interaction_id=interaction_id,
            criteria=scores,
            sections=total.sections,
            percent=total.percent,
            computed_percent=total.computed_percent,
            outcome=total.outcome,
            band="" if total.percent is None else judged_by.band_of(total.percent),
            reason=total.reason,
            coverage=total.coverage,
            customer_sentiment=0.4,
            provenance=PROVENANCE,
        ),
    )


def override(criterion: str, points: int | None, **more: Any) -> Override:
    """Kim's rating of contact `i-1`; no points: not applicable."""
    known: dict[str, Any] = {
        "interaction_id": "i-1",
        "rubric_id": "service",
        "rubric_version": "1.0.0",
        "criterion": criterion,
        "status": RatingStatus.NOT_APPLICABLE if points is None else RatingStatus.RATED,
        "points": points,
        "by": "Kim",
    }
    return Override(**known | more)


def corrected(known: Scored, *overrides: Override) -> Report:
    """A report of one result that people have changed."""
    card = correct(known.scorecard, _RUBRIC, overrides)
    counted = replace(known, scorecard=card, machine=known.scorecard)
    return report(counted, overrides={known.interaction.id: overrides})


def report(*results: Scored, **fields: Any) -> Report:
    """A report of these results under the builder's rubric."""
    known: dict[str, Any] = {"scored": results, "rubric": _RUBRIC}
    return Report(**known | fields)


def sample(drawn: Mapping[str, tuple[int, tuple[str, ...]]]) -> Sample:
    """A draw from strata given as name → (frame size, drawn interaction ids)."""
    return Sample(
        id="s-0001",
        plan=SamplingPlan(seed="2026-03", per_agent=2),
        frame_hash="ab" * 16,
        frame_size=sum(size for size, _ in drawn.values()),
        exclusions=(Exclusion(reason="no agent known", count=3),),
        strata=tuple(
            Stratum(
                name=name,
                frame_size=size,
                drawn=len(ids),
                probability=len(ids) / size if size else 0.0,
            )
            for name, (size, ids) in drawn.items()
        ),
        members=tuple(
            Member(interaction_id=known, stratum=name)
            for name, (_, ids) in drawn.items()
            for known in ids
        ),
    )


PROVENANCE = Provenance(
    rubric_id="service",
    rubric_version="1.0.0",
    rubric_hash="0f" * 16,
    engine="faster-whisper 1.2.1",
    model="tiny.en 1a5afae0",
    options="beam 5, temperature 0, vad",
    evaluator="qa_toolkit 0.1.0",
)


def _moment(interaction_id: str) -> datetime:
    """Days apart by the digits of the id, so that order in time is visible in a test."""
    digits = "".join(filter(str.isdigit, interaction_id)) or "0"
    return datetime(2026, 3, 2, 9, 30, tzinfo=UTC) + timedelta(days=int(digits) % 20)


def _section(name: str, weight: int, *criteria: dict[str, Any]) -> dict[str, Any]:
    own = [known | {"id": f"{name}.{known['id']}"} for known in criteria]
    return {"id": name, "title": name.capitalize(), "weight": weight, "criteria": own}


def _criterion(name: str, weight: int, scale: dict[int, str], **more: Any) -> dict[str, Any]:
    question = f"Does the agent show {name.replace('_', ' ')}?"
    return {"id": name, "question": question, "weight": weight, "scale": scale} | more


def _options(**points: int) -> list[dict[str, object]]:
    return [{"id": name, "text": name, "points": worth} for name, worth in points.items()]


def _score(
    placed: Placed, rating: Rating, words: Transcript, quotes: Mapping[str, tuple[Quote, ...]]
) -> CriterionScore:
    statuses = {"na": RatingStatus.NOT_APPLICABLE, "review": RatingStatus.NEEDS_REVIEW}
    reasons = {"na": "no occasion: no distress from the customer", "review": "roles are doubtful"}
    criterion, section, group = placed
    points = rating if isinstance(rating, int) else None
    return CriterionScore(
        criterion=criterion.id,
        section=section,
        group=group,
        status=RatingStatus.RATED if isinstance(rating, int) else statuses[rating],
        lowest=criterion.lowest,
        highest=criterion.highest,
        weight=criterion.weight,
        bonus=criterion.bonus,
        points=points,
        strength=0.5,
        reason=criterion.levels[points] if points is not None else reasons[str(rating)],
        critical=criterion.critical is not False,
        fails_at=criterion.fails_at,
        evidence=tuple(_evidence(words, *quote) for quote in quotes.get(criterion.id, ())),
    )


def _evidence(words: Transcript, turn: int, quote: str, effect: int) -> Evidence:
    start = words.turns[turn].text.index(quote)
    return Evidence(
        turn=turn,
        start=start,
        end=start + len(quote),
        quote=quote,
        indicator="test",
        effect=Decimal(effect),
    )


_RUBRIC = rubric()

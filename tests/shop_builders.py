"""Small scenarios, plans and logs of mystery shops, each value to be replaced by name."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from textwrap import dedent
from typing import Any

import yaml

from qa_toolkit.domain.answer import Answer
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.shop.form import ShopForm
from qa_toolkit.domain.shop.form_making import form_of
from qa_toolkit.domain.shop.log import Mark, Observation, ShopLog, TimeMark
from qa_toolkit.domain.shop.plan import Assignment, PlanFile
from qa_toolkit.domain.shop.scenario import Scenario

SCENARIO = """\
format: 1
id: lost_card
version: 1.0.0
title: A lost card, by telephone
channel: call
rubric: phone.yaml
persona: {story: You lost your card this morning on a bus.}
goal: Have the card blocked and a new one sent.
opening_line: Hello, I think I lost my card.
staff_told: Told in writing in January that shops take place.
measures: {welcome.wait: wait}
evidence: [{kind: recording, text: The whole call., required: false}]
narrative_words: 12
metadata: {age_check: "no"}
"""
RUBRIC = """\
format: 1
id: phone
version: 1.0.0
title: Telephone
applies_to: {channels: [call]}
pass_mark: 60
sections:
  - id: welcome
    title: Welcome
    weight: 40
    criteria:
      - {id: welcome.greeted, question: "Are you greeted?", type: yes_no, rate: manual}
      - id: welcome.name
        question: "Does the person give a name?"
        type: yes_no
        rate: manual
        applies_when: {answers: {welcome.greeted: ["yes"]}}
      - id: welcome.wait
        question: "How long do you wait?"
        type: number
        unit: seconds
        ranges: [{from: 0, below: 30, points: 2}, {from: 30, below: 120, points: 1}, {from: 120, points: 0}]
        rate: manual
  - id: help
    title: Help
    weight: 60
    criteria:
      - {id: help.blocked, question: "Is the card blocked?", type: yes_no, critical: customer, rate: manual}
      - id: help.way
        question: "How is the new card sent?"
        type: choice
        options: [{id: post, text: By post, points: 1}, {id: courier, text: By courier, points: 2}, {id: none, text: Not at all, points: 0}]
        rate: manual
      - {id: help.opinion, question: "Would you call again?", type: text}
"""
PLAN = """\
format: 1
id: autumn
title: Autumn round
timezone: Europe/Berlin
from: 2026-11-02
to: 2026-11-29
orders: [{scenario: lost_card.yaml, each: 1, fee: 12.50, most_expenses: 5}]
locations:
  - {id: north, name: North desk, kind: queue, staff: [Dana Fox, Eli Wood]}
  - {id: south, name: South desk, kind: queue, staff: [Gil Stone]}
shoppers:
  - {id: maya, name: Maya Lind, profile: {age: 34}}
  - {id: tom, name: Tom Reed, profile: {age: 61}}
editors: [{id: mo, name: Mo Berg}]
managers: [{id: kim, name: Kim Lee}]
"""
START = datetime(2026, 11, 10, 9, 0, tzinfo=UTC)


def rubric() -> Rubric:
    return Rubric.model_validate(yaml.safe_load(RUBRIC))


def scenario(**changed: Any) -> Scenario:
    return Scenario.model_validate(yaml.safe_load(SCENARIO) | changed)


def plan_file(**changed: Any) -> PlanFile:
    return PlanFile.model_validate(yaml.safe_load(PLAN) | changed)


def form(**changed: Any) -> ShopForm:
    return form_of(scenario(**changed), rubric(), "f0")


def assignment(**changed: Any) -> Assignment:
    values: dict[str, Any] = {
        "id": "autumn-1",
        "plan": "autumn",
        "scenario": "lost_card",
        "scenario_version": "1.0.0",
        "scenario_hash": "f0",
        "location": "north",
        "shopper": "maya",
        "day": date(2026, 11, 10),
        "opens_at": START - timedelta(hours=1),
        "closes_at": START + timedelta(hours=8),
    }
    return Assignment(**values | changed)


def marks(**at_s: float) -> tuple[TimeMark, ...]:
    """Presses of the stopwatch by seconds from the start: `marks(start=0, answered=20, end=300)`."""
    return tuple(
        TimeMark(mark=Mark(name), at=START + timedelta(seconds=at)) for name, at in at_s.items()
    )


def observed(**answers: Answer) -> tuple[Observation, ...]:
    """Answers by question, with `__` for the dot: `observed(welcome__greeted="yes")`."""
    return tuple(
        Observation(question=name.replace("__", "."), answer=answer)
        for name, answer in answers.items()
    )


def log(**changed: Any) -> ShopLog:
    """A complete log without a fault."""
    values: dict[str, Any] = {
        "shop": "autumn-1",
        "scenario_hash": "f0",
        "shopper": "maya",
        "staff": "Dana Fox",
        "location": "north",
        "reference": "T-4711",
        "marks": marks(start=0, answered=20, end=300),
        "observations": observed(
            welcome__greeted="yes",
            welcome__name="yes",
            welcome__wait=20,
            help__blocked="yes",
            help__way="courier",
            help__opinion="Yes, the way was short.",
        ),
        "comments": {
            "welcome": "Dana said good morning and gave her first name.",
            "help": "She blocked the card at once and promised a courier for Thursday.",
        },
        "narrative": (
            "I called at nine. Dana answered after twenty seconds, asked for my name and blocked "
            "the card. She read the reference number aloud and said that a courier would come."
        ),
    }
    return ShopLog(**values | changed)


def write_files(folder: Path) -> Path:
    """The scenario, its rubric and the plan as files; gives the plan's path."""
    for name, text in (("lost_card.yaml", SCENARIO), ("phone.yaml", RUBRIC), ("plan.yaml", PLAN)):
        (folder / name).write_text(dedent(text), encoding="utf-8")
    return folder / "plan.yaml"

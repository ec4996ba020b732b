"""Mystery shops as they are handed in or final, made from a rubric and a log in place."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import shop_builders as build

from qa_toolkit.domain.shop.life import Shop, Submitted
from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.domain.shop.plan import ShopPlan
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.scenarios import scenario_from
from qa_toolkit.workflow.shops.score import Released, put_released, released
from qa_toolkit.workflow.shops.shops import OpenShop


def handed_in(
    log: ShopLog | None = None,
    *,
    rubric: str = build.RUBRIC,
    scenario: str = build.SCENARIO,
    file: dict[str, Any] | None = None,
    **assignment: Any,
) -> OpenShop:
    """A shop whose log was submitted; `assignment` as `shop_builders.assignment` takes it."""
    assigned = build.assignment(**assignment)
    noted = replace(log or build.log(), shop=assigned.id, shopper=assigned.shopper)
    planned = build.plan_file(**(file or {}))
    return OpenShop(
        shop=Shop(assignment=assigned, submitted=(Submitted(number=1, log=noted, at=""),)),
        plan=ShopPlan(
            id=assigned.plan,
            title="Autumn round",
            seed="7",
            file_hash="p0",
            file=build.PLAN,
            assignments=(assigned,),
            unplaced=(),
        ),
        file=planned,
        location=next(one for one in planned.locations if one.id == assigned.location),
        shopper=next(one for one in planned.shoppers if one.id == assigned.shopper),
        scenario=scenario_from(scenario, rubric),
    )


def answered(**answers: Any) -> ShopLog:
    """A complete log with other answers, by question with `__` for the dot."""
    return build.log(observations=build.observed(**answers))


def release(project: Project, opened: OpenShop) -> Released:
    """Make a shop final, in a transaction of its own."""
    made = released(project, opened)
    with project.database.writing() as transaction:
        put_released(transaction, made)
    return made


def release_some(project: Project, *shops: OpenShop) -> None:
    """Make shops final."""
    for one in shops:
        release(project, one)


def days_later(log: ShopLog, days: int) -> ShopLog:
    """The same log of another day."""
    moved = tuple(replace(mark, at=mark.at + timedelta(days=days)) for mark in log.marks)
    return replace(log, marks=moved)


BOTH_RUBRIC = """\
format: 1
id: desk
version: 1.0.0
title: Chats at the desk
applies_to: {channels: [chat]}
pass_mark: 60
sections:
  - id: welcome
    title: Welcome
    weight: 40
    criteria:
      - id: welcome.name
        question: Does the agent give a name?
        type: yes_no
        indicators: [{kind: phrase, id: name, points: 1, any: [dana here, eli here]}]
      - id: welcome.sorry
        question: Is the agent sorry for the trouble?
        type: yes_no
        indicators: [{kind: phrase, id: sorry, points: 1, any: [so sorry]}]
  - id: help
    title: Help
    weight: 60
    criteria:
      - id: help.way
        question: What is done about the parcel?
        type: scale
        scale: {0: nothing, 1: it is looked for, 2: a new one is sent}
        indicators:
          - {kind: phrase, id: sent, points: 2, any: [sent a new one]}
          - {kind: phrase, id: looked, points: 1, any: [let me look]}
"""
"""A rubric that the machine rates monitored chats by, and shoppers answer."""
BOTH_SCENARIO = """\
format: 1
id: lost_parcel
version: 1.0.0
title: A lost parcel, by chat
channel: chat
rubric: desk.yaml
persona: {story: Your parcel should have been here on Monday.}
goal: Have a new parcel sent.
opening_line: Hello, my parcel is lost.
staff_told: Told in writing in January that shops take place.
narrative_words: 5
"""


def chat_shop(
    name: str, answers: tuple[str, str, int], *, days: int = 0, shopper: str = "maya", **plan: Any
) -> OpenShop:
    """A shop of `BOTH_SCENARIO`: whether a name was given, somebody was sorry, what was done."""
    log = build.log(
        observations=build.observed(
            welcome__name=answers[0], welcome__sorry=answers[1], help__way=answers[2]
        ),
        comments={
            "welcome": f"Welcome of {name}: the first line came after ten seconds.",
            "help": f"Help in {name}: the parcel was looked up while I waited.",
        },
        narrative=f"Story of {name}: I wrote, waited and was answered.",
    )
    return handed_in(
        days_later(log, days),
        rubric=BOTH_RUBRIC,
        scenario=BOTH_SCENARIO,
        id=name,
        shopper=shopper,
        **plan,
    )

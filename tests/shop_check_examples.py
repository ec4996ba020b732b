"""What checks of logs find: in the examples of their manuals, each completed to a whole log."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import shop_builders as build
import yaml

from qa_toolkit.domain.shop.finding import ShopFinding
from qa_toolkit.domain.shop.log import Attachment, Mark, Observation, ShopLog, TimeMark
from qa_toolkit.shops.checks.earlier import EarlierLog, earlier_of
from qa_toolkit.shops.checks.interface import Context
from qa_toolkit.shops.checks.run import findings_of

ZONE = ZoneInfo("Europe/Berlin")
DAY = date(2026, 11, 10)
NOW = datetime(2026, 11, 10, 17, 0, tzinfo=UTC)
_TEXTS = ("shopper", "staff", "staff_description", "location", "reference", "narrative")


def codes(**changed: Any) -> list[str]:
    """The codes of what is found in a log that differs so from one without fault."""
    return [one.code for one in findings(changed)]


def findings(example: Mapping[str, Any]) -> tuple[ShopFinding, ...]:
    """What is found in an example; see `context`."""
    return findings_of(context(example))


def example(text: str) -> dict[str, Any]:
    """An example as a manual writes it."""
    read = yaml.safe_load(text)
    assert isinstance(read, dict)
    return read


def context(example: Mapping[str, Any]) -> Context:
    """A log with what it is checked against; what an example does not name is without fault.

    Beside the parts of a log: `scenario`, `place` (the location), `plan`: keys that are changed;
    `earlier`: logs of other shops, handed in the day before; `now`, `form`, `certified`.
    """
    unknown = set(example) - {*_TEXTS, *_OTHERS}
    assert not unknown, f"the example has unknown keys: {unknown}"
    scenario = build.scenario(**_nested("scenario", example))
    file = build.plan_file(**_nested("plan", example))
    return Context(
        form=build.form(**_nested("scenario", example)),
        log=_log(example, build.log(scenario_hash=str(example.get("form", "f0")))),
        scenario=scenario,
        assignment=build.assignment(),
        location=file.locations[0].model_validate(
            file.locations[0].model_dump(by_alias=True) | _nested("place", example)
        ),
        file=file,
        earlier=earlier_of(map(_earlier, example.get("earlier", ()))),
        is_certified=bool(example.get("certified", True)),
        now=_moment(example["now"]) if "now" in example else NOW,
        first_at=_moment(example["now"]) if "now" in example else NOW,
    )


_KEYS = "answers comments times attachments earlier scenario place plan now form certified shop"
_OTHERS = _KEYS.split()


def _nested(key: str, example: Mapping[str, Any]) -> dict[str, Any]:
    return dict(example.get(key, {}))


def _earlier(given: Mapping[str, Any]) -> EarlierLog:
    return EarlierLog(
        shop=given["shop"],
        shopper=given.get("shopper", "maya"),
        scenario=given.get("scenario", "lost_card"),
        at=NOW - timedelta(days=1),
        log=_log(given, build.log(shop=given["shop"], narrative="", comments={})),
    )


def _log(given: Mapping[str, Any], whole: ShopLog) -> ShopLog:
    changed: dict[str, Any] = {name: given[name] for name in _TEXTS if name in given}
    comments = dict(whole.comments)
    observations = {one.question: one for one in whole.observations}
    for question, answer in given.get("answers", {}).items():
        noted = observations.get(question, Observation(question=question))
        answered = tuple(answer) if isinstance(answer, list) else answer
        observations[question] = replace(noted, answer=answered)
    for place, text in given.get("comments", {}).items():
        if "." in place:
            noted = observations.get(place, Observation(question=place))
            observations[place] = replace(noted, comment=text)
        else:
            comments[place] = text
    if "times" in given:
        changed["marks"] = tuple(
            TimeMark(mark=Mark(name), at=_moment(at)) for name, at in given["times"].items()
        )
    if "attachments" in given:
        changed["attachments"] = tuple(map(_attachment, given["attachments"]))
    return replace(whole, comments=comments, observations=tuple(observations.values()), **changed)


def _attachment(given: Mapping[str, Any]) -> Attachment:
    taken = given.get("taken")
    return Attachment(
        hash=str(given.get("hash", "aa")),
        name=f"{given['kind']}.jpg",
        kind=given["kind"],
        media_type="image/jpeg",
        size=1,
        taken_at=datetime.fromisoformat(taken) if taken else None,
    )


def _moment(said: object) -> datetime:
    """`10:00:00` of the day of the shop, or a day with a time; by the location's clock."""
    text = str(said) if ("-" in str(said)) else f"{DAY} {said}"
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=ZONE)

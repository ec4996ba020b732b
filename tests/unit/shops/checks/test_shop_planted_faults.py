"""Logs in the styles of many shoppers: good ones are left alone, planted faults are told."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import shop_builders as build
import yaml

from qa_toolkit.domain.shop.finding import ShopFinding
from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.shops.checks.interface import Context
from qa_toolkit.shops.checks.run import findings_of
from qa_toolkit.shops.forms import read_log
from qa_toolkit.workflow.shops.scenarios import usable_scenario

SCENARIOS = Path(__file__).parents[4] / "examples" / "mystery" / "scenarios"
USABLE = {
    "call": usable_scenario(SCENARIOS / "lost_parcel.yaml"),
    "visit": usable_scenario(SCENARIOS / "gift.yaml"),
}
WRITTEN = Path(__file__).parent / "written"
LOGS = sorted(path.stem for path in WRITTEN.glob("*.yaml"))
NOW = datetime(2026, 11, 10, 20, tzinfo=UTC)
ROSTER = "Nana Osei, Rob Falk, Bea Kline, Ina Moreau, Orla Penn, Milo Grant, Tess Lowe"
PLAN = build.plan_file(
    locations=[{"id": "here", "kind": "queue", "staff": ROSTER.split(", ")}],
    shoppers=[{"id": "ines", "name": "Ines Costa"}],
)


@dataclass(frozen=True)
class Planted:
    """A good log with one fault."""

    log: str
    code: str
    changed: Mapping[str, Any]


PLANTED = tuple(
    Planted(**one)
    for one in yaml.safe_load((WRITTEN / "planted" / "faults.yaml").read_text(encoding="utf-8"))
)


def _raw(name: str) -> dict[str, Any]:
    raw = yaml.safe_load((WRITTEN / f"{name}.yaml").read_text(encoding="utf-8"))
    assert isinstance(raw, dict)
    return raw


def _told(name: str, raw: Mapping[str, Any], folder: Path) -> tuple[ShopFinding, ...]:
    """What is told of the words of a log; proof is not looked at."""
    usable = USABLE[name.split("-")[0]]
    path = folder / "log.yaml"
    path.write_text(yaml.safe_dump(raw, allow_unicode=True), encoding="utf-8")
    empty = ShopLog(shop=raw["shop"], scenario_hash=usable.hash, shopper="ines")
    zone = ZoneInfo("Europe/Dublin")
    read = read_log(path, usable.form, empty, day=date(2026, 11, 10), zone=zone)
    assert [one for one in read.problems if one.severity == "error"] == []
    context = Context(
        form=usable.form,
        log=read.log,
        scenario=usable.scenario,
        location=PLAN.locations[0],
        file=PLAN,
        now=NOW,
        first_at=NOW,
    )
    return tuple(one for one in findings_of(context) if one.code != "M501")


def _with(raw: dict[str, Any], changed: Mapping[str, Any]) -> dict[str, Any]:
    """The log with values replaced, by names such as `answers.till.receipt.comment`."""
    raw = deepcopy(raw)
    for name, value in changed.items():
        head, _, rest = name.partition(".")
        question, is_comment = rest.removesuffix(".comment"), rest.endswith(".comment")
        noted = raw["answers"].get(question)
        noted = noted if isinstance(noted, dict) else {"answer": noted}
        if name == "narrative_add":
            raw["narrative"] += value
        elif head == "comments":
            raw["comments"][rest] = value
        elif head == "answers" and is_comment:
            raw["answers"][question] = noted | {"comment": value}
        elif head == "answers":
            raw["answers"][rest] = value if isinstance(value, dict) else noted | {"answer": value}
        else:
            raw[head] = value
    return raw


@pytest.mark.parametrize("name", LOGS)
def test_a_good_log_is_left_alone_whatever_its_style(name: str, tmp_path: Path) -> None:
    told = [one for one in _told(name, _raw(name), tmp_path) if one.severity != "info"]
    assert told == []


@pytest.mark.parametrize(
    "fault", PLANTED, ids=[f"{one.code}-{one.log}-{n}" for n, one in enumerate(PLANTED)]
)
def test_a_planted_fault_is_told(fault: Planted, tmp_path: Path) -> None:
    told = _told(fault.log, _with(_raw(fault.log), fault.changed), tmp_path)
    assert fault.code in {one.code for one in told}


def test_a_fault_of_every_check_of_words_is_planted() -> None:
    families = {"M10": "23456", "M20": "1234", "M30": "12345", "M60": "2", "M70": "1234"}
    wanted = {family + last for family, lasts in families.items() for last in lasts}
    assert wanted == {one.code for one in PLANTED}

"""Laws of reading scenarios: whatever the bytes and values, there are problems or a scenario."""

import random
from datetime import time
from pathlib import Path
from time import process_time
from typing import Any

import pytest
import shop_builders
import yaml
from fuzz_rubrics import damaged
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa_toolkit.domain.shop.scenario import Hours
from qa_toolkit.workflow.shops.scenario_check import checked_scenario
from qa_toolkit.workflow.shops.scenarios import scenario_from, usable_scenario

EXAMPLES = Path(__file__).parents[2] / "examples" / "mystery" / "scenarios"
GIFT = (EXAMPLES / "gift.yaml").read_bytes()
SMALL: dict[str, Any] = yaml.safe_load(shop_builders.SCENARIO)
SAME_FOLDER = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
LIMIT_S = 2.0

TEXTS = st.one_of(
    st.sampled_from([
        "Note how nice it is.", "Never break the rules.", "Photograph people.", "record", "20", " ",
        "30-18", "1-" + "9" * 5000, "no", "not " * 50 + "photo of staff", "see " * 500, "Ask for it.", "\u2028", "4111 1111 1111 1111",
    ]),
    st.text(max_size=20),
)  # fmt: skip
LISTS = st.lists(TEXTS, max_size=3)
DAYS = st.sampled_from(["2026-11-02", "2026-11-30", "2026-02-30", None])
CLOCKS = st.sampled_from(["09:00", "00:00", "23:59", "24:00", "9"])
QUESTION = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["a", "b"]),
        "question": TEXTS,
        "options": st.lists(TEXTS, min_size=1, max_size=4),
        "answer": st.integers(-1, 5),
    },
    optional={"why": TEXTS},
)
CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "channel": st.sampled_from(["call", "chat", "visit", "letter"]),
        "language": st.sampled_from(["en", "de"]),
        "rubric": st.sampled_from(["phone.yaml", "mystery_visit", "plan.yaml", "/", "", "\0", "x" * 999]),
        "persona": st.fixed_dictionaries(
            {"story": TEXTS}, optional={"profile": st.dictionaries(st.just("age"), LISTS)}
        ),
        "opening_line": TEXTS,
        "staff_told": TEXTS,
        "hold_back": LISTS,
        "probe": LISTS,
        "do": LISTS,
        "do_not": LISTS,
        "window": st.fixed_dictionaries(
            {},
            optional={
                "from": DAYS,
                "to": DAYS,
                "days": st.lists(st.sampled_from(["mon", "sun", "x"]), max_size=2),
                "hours": st.fixed_dictionaries({"from": CLOCKS, "to": CLOCKS}),
            },
        ),
        "measures": st.dictionaries(
            st.sampled_from(["welcome.wait", "welcome.greeted", "x.y", "x"]),
            st.sampled_from(["wait", "hold", "x"]),
        ),
        "metadata": st.dictionaries(TEXTS, TEXTS, max_size=2),
        "certification": st.fixed_dictionaries(
            {"pass_mark": st.integers(-1, 101), "questions": st.lists(QUESTION, max_size=4)}
        ),
    },
)  # fmt: skip


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    return shop_builders.write_files(tmp_path).with_name("lost_card.yaml")


def rule_broken_by(path: Path, data: bytes) -> str:
    """Reads the file; empty where it keeps the rules of reading."""
    path.write_bytes(data)
    started = process_time()
    checked = checked_scenario(path)
    if process_time() - started > LIMIT_S:
        return f"slower than {LIMIT_S:g} s"
    if checked.scenario is None and not checked.has_errors:
        return "neither a scenario nor an error"
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    own = [one.line or 0 for one in checked.problems if one.source == str(path)]
    return "" if all(1 <= line <= lines for line in own) else "a problem beyond the file"


@SAME_FOLDER
@given(st.integers(0, 2**32))
def test_a_damaged_scenario(scenario: Path, seed: int) -> None:
    assert rule_broken_by(scenario, damaged(GIFT, random.Random(seed))) == ""  # noqa: S311


@SAME_FOLDER
@given(st.binary(max_size=200))
def test_bytes_of_any_kind(scenario: Path, data: bytes) -> None:
    assert rule_broken_by(scenario, data) == ""


@SAME_FOLDER
@given(CHANGES)
def test_values_of_any_kind(scenario: Path, changed: dict[str, Any]) -> None:
    text = yaml.safe_dump(SMALL | changed, sort_keys=False, allow_unicode=True)
    assert rule_broken_by(scenario, text.encode()) == ""


@SAME_FOLDER
@given(st.permutations(sorted(SMALL)))
def test_the_order_of_keys_means_nothing(scenario: Path, keys: list[str]) -> None:
    before = shop_builders.SCENARIO
    scenario.write_text(before, encoding="utf-8")
    known = usable_scenario(scenario)
    text = yaml.safe_dump({key: SMALL[key] for key in keys}, sort_keys=False)
    assert scenario_from(text, known.rubric.text).hash == known.hash


@given(st.times(), st.times(), st.times())
def test_a_moment_is_in_some_hours_or_in_those_the_other_way_round(
    start: time, end: time, moment: time
) -> None:
    """Except hours without a minute, which hold nothing."""
    one = Hours.model_validate({"from": start.isoformat(), "to": end.isoformat()})
    other = Hours.model_validate({"from": end.isoformat(), "to": start.isoformat()})
    assert (moment in one) + (moment in other) == (0 if start == end else 1)


@pytest.mark.parametrize(
    "text",
    [
        "see whether " * 15_000,
        "not a photo of staff " * 8_000,
        "20 " * 30_000,
        "a" * 200_000,
        "! " * 60_000 + "a",
    ],
    ids=["verbs", "denials", "figures", "one word", "no words"],
)
def test_a_very_long_text_is_read_in_time(scenario: Path, text: str) -> None:
    changed = SMALL | {"probe": [text], "do": [text], "hold_back": [text], "opening_line": text}
    changed["staff_told"] = text
    assert rule_broken_by(scenario, yaml.safe_dump(changed, width=10**9).encode()) == ""

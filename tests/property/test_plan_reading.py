"""Whatever stands in a plan's file, its mistakes are told with their lines, and nothing else."""

from pathlib import Path
from typing import Any

import pytest
import shop_builders as built
import yaml
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.errors import UsageError
from qa_toolkit.shops.planning.load import load_plan
from qa_toolkit.workflow.shops.read_plan import usable_plan

Path_ = tuple[str | int, ...]
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 10**7)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["", " ", "north", "eur", "Berlin", "2026-11-05", "09:00", "../x", "\u20ac"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "from", "scenario", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)


def paths(value: object, path: Path_ = ()) -> list[Path_]:
    """Every place of a value."""
    below: Any = ()
    if isinstance(value, dict):
        below = value.items()
    elif isinstance(value, list):
        below = enumerate(value)
    return [path, *(one for step, inner in below for one in paths(inner, (*path, step)))]


WHOLE: dict[str, Any] = yaml.safe_load(built.PLAN) | {
    "blackout": ["2026-11-11"],
    "currency": "EUR",
    "rules": {"days_between": 2},
    "locations": [{"id": "north", "closed": ["2026-11-03"], "timezone": "Europe/Berlin"}],
    "shoppers": [{"id": "tom", "away": [["2026-11-05", "2026-11-06"]], "not_at": ["north"]}],
}


@st.composite
def files(draw: st.DrawFn) -> str:
    """A plan with one to three places that say something else."""
    value: Any = yaml.safe_load(yaml.safe_dump(WHOLE))
    for _ in range(draw(st.integers(1, 3))):
        *above, last = draw(st.sampled_from([one for one in paths(value) if one]))
        part = value
        for step in above:
            part = part[step]
        part[last] = draw(VALUES)
    return yaml.safe_dump(value, allow_unicode=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("plan")
    built.write_files(made)
    return made


@given(text=files())
def test_every_mistake_has_its_line(folder: Path, text: str) -> None:
    path = folder / "changed.yaml"
    path.write_text(text, encoding="utf-8")
    loaded = load_plan(path)
    assert all(one.line and one.column for one in loaded.problems)
    assert loaded.model is not None or any(one.severity == "error" for one in loaded.problems)
    lines = [one.line or 0 for one in loaded.problems]
    assert lines == sorted(lines)


@given(text=files())
def test_a_plan_is_used_or_refused_in_words(folder: Path, text: str) -> None:
    path = folder / "changed.yaml"
    path.write_text(text, encoding="utf-8")
    try:
        told = [*map(str, usable_plan(path).remarks)]
    except UsageError as error:
        told = str(error).splitlines()[1:]
        assert told
    assert all(one.startswith(f"{path}:") and "pattern" not in one for one in told)


def test_the_plan_that_is_changed_can_be_used(folder: Path) -> None:
    path = folder / "whole.yaml"
    path.write_text(yaml.safe_dump(WHOLE), encoding="utf-8")
    assert usable_plan(path).remarks == ()

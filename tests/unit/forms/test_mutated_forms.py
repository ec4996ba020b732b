"""Whatever somebody does to a form, it becomes a rubric or is refused with its places."""

import json
from copy import deepcopy
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from builders import criterion, rubric
from form_builders import Json, from_connect, from_genesys
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.errors import UsageError
from qa_toolkit.forms import amazon_connect, genesys
from qa_toolkit.forms.difference import Differences
from qa_toolkit.forms.questions import write_rows
from qa_toolkit.rubric.load import read_rubric
from qa_toolkit.workflow.rubric_text import rubric_text

FOLDER = Path(__file__).parent
FORMS: dict[str, Json] = {
    name: json.loads((FOLDER / f"{name}_form.json").read_text(encoding="utf-8"))
    for name in ("amazon_connect", "genesys")
}
READ = {"amazon_connect": from_connect, "genesys": from_genesys}
WORDS = (
    *(
        "",
        "x",
        "Yes",
        "no",
        "settled",
        "Q-1",
        "a.b",
        ".",
        "level_3",
        "\ud800",
        "\x00\u2028",
        "é" * 200,
    ),
    *("IN", "NOT_IN", "EXACT", "DISABLE", "AND", "OR", "POINTS_BASED", "QUESTION_ONLY", "DISABLED"),
    *("MULTISELECT", "NUMERIC", "TEXT", "multipleSelectQuestion", "freeTextQuestion"),
    *("../question/0/answer/1", "/form/questionGroup/0/question/1/answer/0"),
)
values = st.one_of(
    st.none(),
    st.booleans(),
    st.sampled_from((0, 1, -1, 3, 10, 100, 5.5, 1e300, 10**30)),
    st.sampled_from(WORDS),
    st.sampled_from(([], {}, [1], ["a"], {"a": 1})),
)
ADDED = ("Unknown", "Score", "Weight", "weight", "isKill", "AutomaticFail", "IsExcludedFromScoring")
Path_ = tuple[Any, ...]


def paths(value: Any, path: Path_ = ()) -> list[Path_]:
    """The path of every value within."""
    keys = (
        value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    )
    return [found for key in keys for found in ((*path, key), *paths(value[key], (*path, key)))]


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, Any]:
    """A form with one to three values removed, replaced, repeated or put elsewhere."""
    name = draw(st.sampled_from(sorted(FORMS)))
    form = deepcopy(FORMS[name])
    for _ in range(draw(st.integers(1, 3))):
        known = paths(form)
        path = draw(st.sampled_from(known))
        holder: Any = form
        for key in path[:-1]:
            holder = holder[key]
        match draw(st.sampled_from(("remove", "replace", "repeat", "add", "move"))):
            case "remove":
                del holder[path[-1]]
            case "repeat" if isinstance(holder, list):
                holder.append(deepcopy(holder[path[-1]]))
            case "add" if isinstance(holder, dict):
                holder[draw(st.sampled_from(ADDED))] = draw(values)
            case "move":
                other: Any = form
                for key in draw(st.sampled_from(known)):
                    other = other[key]
                holder[path[-1]] = deepcopy(other)
            case _:
                holder[path[-1]] = draw(values)
        if not paths(form):
            break
    return name, form


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=150)
@given(mutated())
def test_a_mutated_form_becomes_a_rubric_without_errors_or_is_refused(
    mutant: tuple[str, Any],
) -> None:
    name, form = mutant
    try:
        read = READ[name](form)
    except UsageError:
        return
    if read.rubric is None:
        assert read.problems
        return
    loaded = read_rubric(rubric_text(read.rubric, "form.json"), "form.yaml")
    assert loaded.rubric == read.rubric, loaded.problems


def keys_of(form: Any) -> set[str]:
    return {str(path[-1]) for path in paths(form) if isinstance(path[-1], str)}


@settings(max_examples=60)
@given(st.data())
def test_an_unknown_key_is_listed_wherever_it_stands(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(FORMS)))
    form = deepcopy(FORMS[name])
    objects = [(), *(path for path in paths(form) if isinstance(_at(form, path), dict))]
    _at(form, data.draw(st.sampled_from(objects)))["Brandnew"] = "value"
    places = [known.place for known in READ[name](form).differences]
    assert any(place.split(".")[-1] == "Brandnew" for place in places)


def _at(form: Any, path: Path_) -> Any:
    for key in path:
        form = form[key]
    return form


levels = st.lists(st.integers(-20, 20), min_size=2, max_size=6, unique=True)
same = st.builds(lambda level, times: [level] * times, st.integers(0, 20), st.integers(2, 6))
weights = st.just(Decimal(0)) | st.decimals("0.5", "100", places=1)


@st.composite
def rubrics(draw: st.DrawFn) -> Rubric:
    """Rubrics that people rate, with scales and choices."""
    made = []
    for number in range(draw(st.integers(1, 4))):
        weight = draw(weights)
        points = draw(levels if weight else levels | same)
        options = [{"id": f"o{i}", "text": f"o {i}", "points": p} for i, p in enumerate(points)]
        answers: Json = draw(
            st.sampled_from(
                (
                    {"scale": dict.fromkeys((*points, 21), "seen")},
                    {"type": "choice", "scale": {}, "options": options},
                    {"type": "yes_no", "scale": {}},
                    {"type": "text", "scale": {}},
                )
            )
        )
        fields = {"id": f"s.c{number}", "rate": "manual", "indicators": []} | answers
        made.append(
            criterion(**fields | ({} if answers.get("type") == "text" else {"weight": weight}))
        )
    made.append(criterion(id="s.last", type="yes_no", scale={}, rate="manual", indicators=[]))
    total = draw(st.sampled_from(("sections", "criteria")))
    return rubric(*made, policy={"total": total})


@settings(max_examples=60)
@given(rubrics())
def test_any_rubric_becomes_forms_that_can_be_read_again(made: Rubric) -> None:
    connected = from_connect(amazon_connect.write_form(made, Differences())).made
    generous = from_genesys(genesys.write_form(made, Differences())).made
    ids = [known.id for known in made.criteria()]
    assert [known.id for known in connected.criteria()] == ids
    assert len(list(generous.criteria())) == len(ids) == len(write_rows(made, Differences())) - 1


@settings(max_examples=60)
@given(rubrics())
def test_ratings_keep_their_percent_there_and_back_but_for_rounding(made: Rubric) -> None:
    """Scores of Amazon Connect are whole tenths, and whole points where these are counted."""
    again = from_connect(amazon_connect.write_form(made, Differences())).made
    for before, after in zip(made.criteria(), again.criteria(), strict=True):
        assert (before.type == "text", before.weight > 0) == (
            after.type == "text",
            after.weight > 0,
        )
        if not before.weight or not after.scored:
            continue
        shares = [_share(before, level) for level in sorted(before.levels)]
        kept = [_share(after, level) for level in sorted(after.levels)]
        if len(shares) == len(kept):
            assert kept == pytest.approx(shares, abs=0.06)


def _share(known: Any, level: int) -> float:
    return float((level - known.lowest) / (known.highest - known.lowest))

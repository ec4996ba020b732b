"""One list of columns for CSV, Parquet and the data dictionary."""

import json
import sys
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from data_dictionary import PAGE
from scored_builders import FULL, full_rubric, report, rubric, sample, scored, visit

from qa_toolkit.domain.interaction import AgentRef
from qa_toolkit.domain.override import Override, RootCause
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.errors import MissingExtra
from qa_toolkit.scorecards.compose import report_view
from qa_toolkit.scorecards.data.dictionary import DOCUMENT, SCORECARD, page
from qa_toolkit.scorecards.data.json import write_json
from qa_toolkit.scorecards.data.tables import rating_table, score_table
from qa_toolkit.scorecards.interface import check_target, write
from qa_toolkit.scorecards.report import Report


def ratings(known: Report) -> list[dict[str, Any]]:
    table = rating_table(report_view(known))
    names = [column.name for column in table.columns]
    return [dict(zip(names, cells, strict=True)) for cells in table.cells()]


def overridden(status: RatingStatus = RatingStatus.RATED, points: int | None = 2) -> Report:
    """The machine gave 0 points for acknowledging; Maria says otherwise."""
    given = Override(
        interaction_id="i-1",
        rubric_id="service",
        rubric_version="1.0.0",
        criterion="empathy.acknowledge",
        status=status,
        points=points,
        reason="names the baby",
        cause=RootCause.POLICY,
        by="Maria",
        made_at="2026-03-05T10:00:00+00:00",
        number=1,
    )
    machine = scored("i-1", {"empathy.acknowledge": 0})
    counts = scored("i-1", {"empathy.acknowledge": "na" if points is None else points})
    return report(replace(counts, machine=machine.scorecard), overrides={"i-1": (given,)})


def test_a_persons_rating_stands_beside_the_machines() -> None:
    row = next(row for row in ratings(overridden()) if row["criterion"] == "empathy.acknowledge")
    assert (row["rating"], row["machine_rating"], row["machine_status"]) == (2, 0, "Rated")
    assert (row["override"], row["reviewer"], row["override_reason"]) == (
        "2",
        "Maria",
        "names the baby",
    )
    assert row["cause"]


def test_an_override_can_say_that_it_does_not_apply() -> None:
    known = overridden(RatingStatus.NOT_APPLICABLE, None)
    row = next(row for row in ratings(known) if row["criterion"] == "empathy.acknowledge")
    assert (row["rating"], row["machine_rating"], row["override"]) == (None, 0, "not applicable")


def test_where_nobody_has_said_anything_the_rating_is_the_machines() -> None:
    row = ratings(report(scored("i-1", {"empathy.acknowledge": 1})))[2]
    assert (row["rating"], row["machine_rating"], row["override"]) == (1, 1, "")


def test_a_section_called_like_a_column_gets_another_name() -> None:
    known = rubric()
    renamed = known.sections[0].model_copy(update={"id": "total"})
    odd = known.model_copy(update={"sections": (renamed, *known.sections[1:])})
    names = [column.name for column in score_table(report_view(report(rubric=odd))).columns]
    assert len(names) == len(set(names))
    assert "total_percent" in names


def test_a_scorecard_stands_for_as_many_interactions_as_it_weighs() -> None:
    drawn = sample({"dana": (9, ("i-1",)), "ali": (2, ("i-2",))})
    other = scored("i-2", agent=AgentRef(id="ali"))
    table = score_table(report_view(report(scored("i-1"), other, sample=drawn)))
    assert {cells[-1] for cells in table.cells()} == {Decimal(2), Decimal(9)}


def test_parquet_has_types_units_and_meanings(tmp_path: Path) -> None:
    path, detail = write(report(scored("i-1")), tmp_path / "team.parquet")
    schema = pq.read_schema(path)
    assert str(schema.field("total").type) == "decimal128(9, 1)"
    assert str(schema.field("started").type) == "timestamp[ms, tz=UTC]"
    assert str(schema.field("channel").type).startswith("dictionary<values=string")
    assert schema.field("total").metadata[b"unit"] == b"%"
    assert str(pq.read_schema(detail).field("critical").type) == "bool"


def test_parquet_holds_what_csv_holds(tmp_path: Path) -> None:
    known = report(visit("v-1", {"offer.shown": 0}), rubric=full_rubric())
    path, detail = write(known, tmp_path / "team.parquet")
    view = report_view(known)
    for file, table in ((path, score_table(view)), (detail, rating_table(view))):
        read = pq.read_table(file).to_pylist()
        names = [column.name for column in table.columns]
        told = [dict(zip(names, cells, strict=True)) for cells in table.cells()]
        assert read == [{name: row[name] for name in names} for row in told]


def test_a_moment_is_kept_in_utc_and_nothing_scored_is_null(tmp_path: Path) -> None:
    late = datetime.fromisoformat("2026-03-01T23:30:00-05:00")
    known = scored("i-1", dict.fromkeys(FULL, "review"), started_at=late)
    path, _ = write(report(known), tmp_path / "team.parquet")
    (row,) = pq.read_table(path).to_pylist()
    assert (row["started"], row["total"]) == (datetime(2026, 3, 2, 4, 30, tzinfo=UTC), None)


def test_a_report_on_nothing_is_a_table_without_rows(tmp_path: Path) -> None:
    path, detail = write(report(), tmp_path / "team.parquet")
    assert (pq.read_table(path).num_rows, pq.read_table(detail).num_rows) == (0, 0)


def test_without_the_extra_the_target_is_refused_before_any_work(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra) as caught:
        check_target(tmp_path / "team.parquet")
    assert (caught.value.exit_code, caught.value.hint) == (3, "pip install 'qa-toolkit[parquet]'")


def test_the_data_dictionary_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_key_of_the_document_is_in_the_dictionary(tmp_path: Path) -> None:
    known = overridden()
    write_json(known, tmp_path / "a.json")
    document = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    (entry,) = document.pop("scorecards")
    told = {path for path, _, _ in DOCUMENT} - {"scorecards"}
    assert _keys(document, told) == {path for path in told if "[]" not in path}
    told = {path for path, _, _ in SCORECARD}
    assert _keys(entry, told) == told


def _keys(value: dict[str, Any], told: set[str], before: str = "") -> set[str]:
    """The paths of all keys, not looking into what the dictionary describes as one."""
    found: set[str] = set()
    for key, inner in value.items():
        path = before + key
        if isinstance(inner, dict) and path not in told:
            found |= _keys(inner, told, f"{path}.")
        else:
            found.add(path)
        if isinstance(inner, list) and inner and isinstance(inner[0], dict):
            found |= _keys(inner[0], told, f"{path}[].")
    return found


def test_percents_have_one_decimal_place_also_where_people_read_whole_ones() -> None:
    result = scored("i-1")
    card = replace(result.scorecard, coverage=0.8765)
    view = report_view(report(replace(result, scorecard=card)))
    row = dict(
        zip((c.name for c in score_table(view).columns), *score_table(view).cells(), strict=True)
    )
    assert (row["coverage"], row["coverage_percent"]) == ("88 %", Decimal("87.7"))

"""The shipped round of mystery shops, from the plan to the workbook."""

from collections import Counter
from pathlib import Path

import pytest
from commands import qa
from openpyxl import load_workbook

FAULTY, DRAFT, FINAL = "m-dflemy5u", "m-xfjwg46v", "m-fksovezz"


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shops") / "round"
    assert qa("shop", "demo", folder).code == 0
    return folder


def rows(workbook: Path, sheet: str) -> list[tuple[object, ...]]:
    return list(load_workbook(workbook, read_only=True)[sheet].iter_rows(values_only=True))


def test_twelve_shops_stand_in_seven_places_of_their_life(played: Path) -> None:
    shops = qa("shop", "list", "--json", "--project", played).json
    standing = Counter(one["status"] for one in shops)
    assert standing == {
        "locked": 2, "final": 4, "approved": 1, "in_review": 1, "returned": 1, "submitted": 1,
        "in_progress": 2,
    }  # fmt: skip


def test_anybody_can_draw_the_plan_again(played: Path) -> None:
    assert qa("shop", "plan", "verify", "--project", played).code == 0


def test_one_shop_has_every_kind_of_fault(played: Path) -> None:
    done = qa("shop", "check", FAULTY, "--json", "--project", played)
    codes = {one["code"] for one in done.json[0]["findings"]}
    assert done.code == 1
    assert {code[:2] for code in codes} == {"M1", "M2", "M3", "M4", "M5", "M6", "M7"}


def test_what_an_editor_approved_has_no_error(played: Path) -> None:
    assert qa("shop", "check", FINAL, "--project", played).code == 0


def test_monitored_and_staged_calls_stand_in_one_workbook(played: Path) -> None:
    header, *scores = [row for row in rows(played / "exports" / "calls.xlsx", "Scores") if row[1]]
    kind = header.index("Kind")
    assert Counter(row[kind] for row in scores) == {"Monitored": 24, "Staged": 4}


def test_a_shop_that_is_not_final_stands_nowhere(played: Path) -> None:
    written = b"".join(
        file.read_bytes() for file in (played / "exports").rglob("*.html") if file.is_file()
    )
    assert FINAL.encode() in written
    assert DRAFT.encode() not in written


def test_playing_it_again_changes_nothing(played: Path) -> None:
    before = qa("shop", "list", "--json", "--project", played).out
    assert qa("shop", "demo", played).code == 0
    assert qa("shop", "list", "--json", "--project", played).out == before

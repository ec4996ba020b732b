"""The shipped round of mystery shops, from the plan to the workbook."""

from collections import Counter
from pathlib import Path

import pytest
from commands import qa
from openpyxl import load_workbook

FAULTY, DRAFT, FINAL, FINAL_CALL = "m-dflemy5u", "m-xfjwg46v", "m-fksovezz", "m-4hikxb6a"


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


def test_an_announced_hold_is_compared_where_the_line_went_quiet_on_both_sides(
    played: Path,
) -> None:
    (told,) = qa("shop", "compare", "--rubric", "phone_shop", "--json", "--project", played).json
    known = {one["id"]: one for one in told["compared"]}
    for side, quiet in (("monitored", 8), ("staged", 2)):
        stays, hold = known["politeness.stays"][side], known["politeness.hold"][side]
        assert round(stays["count"] * (100 - stays["value"]) / 100) == hold["count"] == quiet


def test_critical_failures_say_whose_they_are(played: Path) -> None:
    failures = [row for row in rows(played / "exports" / "calls.xlsx", "Critical") if row[1]]
    header = next(row for row in failures if "Rated by" in row)
    kind, by = header.index("Kind"), header.index("Rated by")
    said = Counter((row[kind], row[by]) for row in failures[failures.index(header) + 1 :])
    assert said == {("Monitored", "Machine"): 3, ("Staged", "Shopper"): 1}


def test_the_workbook_begins_with_what_was_rated(played: Path) -> None:
    told = str(rows(played / "exports" / "calls.xlsx", "README"))
    assert "Ratings of 4 mystery shops, and of 24 monitored contacts beside them, of 4" in told
    told = str(rows(played / "exports" / "visits.xlsx", "README"))
    assert "Ratings of 2 mystery shops of 2" in told


def test_a_shoppers_note_is_never_told_as_the_agents_words(played: Path) -> None:
    book = load_workbook(played / "exports" / "calls.xlsx", read_only=True)
    texts = [
        str(cell)
        for name in book.sheetnames
        if name.startswith("Agent")
        for row in book[name].iter_rows(values_only=True)
        for cell in row
        if cell
    ]
    assert [text for text in texts if text.startswith("You said")] == []
    assert any(text.startswith("A mystery shopper noted “") for text in texts)
    assert any("Mystery shopper: “‘Sorry about that.’”" in text for text in texts)
    assert not any("words 100 % sure" in text for text in texts)
    contacts = {text for text in texts if text.endswith(FINAL_CALL)}
    assert contacts == {f"Mystery shop {FINAL_CALL}"}


def test_what_went_well_is_not_shown_by_a_comment_on_something_else(played: Path) -> None:
    (page,) = (played / "exports" / "visits").rglob(f"interaction-{FINAL}.html")
    text = page.read_text(encoding="utf-8")
    well = text.partition("What went well")[2].partition("What to work on")[0]
    assert "Is the shop open at the time shown on the door?" in well
    assert '<p class="muted small" dir="auto">Yes</p>' in well
    assert "had no price" not in well


def test_yes_is_no_advice(played: Path) -> None:
    (page,) = (played / "exports" / "visits").rglob(f"interaction-{FINAL}.html")
    text = page.read_text(encoding="utf-8")
    assert "A better answer:</strong>" in text
    assert 'A better answer:</strong> <span dir="auto">Yes<' not in text


def test_times_of_a_shop_are_told_for_people(played: Path) -> None:
    (page,) = (played / "exports" / "calls").rglob(f"interaction-{FINAL_CALL}.html")
    assert '<dd dir="auto">2 Nov 2026, 10:12:04 (UTC+00:00)</dd>' in page.read_text("utf-8")


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

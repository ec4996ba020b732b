"""LibreOffice recalculates the workbook to the totals that Python computed."""

import random
import re
from itertools import product
from pathlib import Path

import pytest
from openpyxl import load_workbook
from recalculating import Row, assert_recalculated, override_cells, recalculated
from scored_builders import (
    ALI,
    DANA,
    FULL,
    Rating,
    corrected,
    full_rubric,
    override,
    report,
    rubric,
    scored,
    visit,
)

from qa_toolkit.domain.rubric import Criterion, Rubric
from qa_toolkit.domain.scorecard import Scorecard, Scored
from qa_toolkit.scorecards.interface import write
from qa_toolkit.scorecards.read_back import read_workbook

pytestmark = pytest.mark.office
POLICIES = list(product(("drop", "full"), ("zero", "fail", "section"), ("sections", "criteria")))
FULL_POLICIES = list(product(("drop", "full"), ("capped", "open"), ("sections", "criteria")))
CLASSES = {"customer": "fail", "business": "section", "compliance": "zero"}


def any_rating(luck: random.Random, criterion: Criterion) -> Rating:
    """Any level, or none; critical criteria fail now and then, not always."""
    if criterion.critical is not False and luck.random() < 0.6:
        return criterion.highest
    choices: list[Rating] = [*criterion.levels, criterion.highest, criterion.highest]
    return luck.choice([*choices, "na", "review"])


def random_results(seed: int, judged_by: Rubric, count: int = 15) -> list[Scored]:
    luck = random.Random(seed)  # noqa: S311 - test data
    criteria = [criterion for criterion in judged_by.criteria() if criterion.scored]
    return [
        scored(
            f"i-{number}",
            {criterion.id: any_rating(luck, criterion) for criterion in criteria},
            agent=luck.choice((ALI, DANA)),
            rubric=judged_by,
        )
        for number in range(count)
    ]


def assert_same(row: Row, card: Scorecard) -> None:
    """To the last digit a workbook keeps; nothing is marked as changed."""
    assert_recalculated(row, card)
    assert not row["Changed"]


def test_totals_are_the_same_under_every_policy(tmp_path: Path) -> None:
    """Twelve policies, fifteen random scorecards each, recalculated in one go."""
    results: dict[str, dict[str, Scorecard]] = {}
    paths: list[Path] = []
    for seed, (absent, critical, total) in enumerate(POLICIES):
        policy = {"not_applicable": absent, "critical": critical, "total": total}
        judged_by = rubric(policy=policy, pass_mark=65)
        known = random_results(seed, judged_by)
        results[f"p{seed}"] = {item.interaction.id: item.scorecard for item in known}
        paths += write(report(*known, rubric=judged_by), tmp_path / f"p{seed}.xlsx")
    for name, rows in recalculated(paths, tmp_path).items():
        assert len(rows) == 15
        for row in rows:
            assert_same(row, results[name][str(row["Interaction"])])


def test_all_that_a_rubric_can_say_recalculates(tmp_path: Path) -> None:
    """Subsections, bonus, classes, levels that fail and uneven points, under eight policies."""
    results: dict[str, dict[str, Scorecard]] = {}
    paths: list[Path] = []
    for seed, (absent, bonus, total) in enumerate(FULL_POLICIES):
        policy = {"not_applicable": absent, "bonus": bonus, "total": total, "critical": CLASSES}
        judged_by = full_rubric(policy=policy)
        known = random_results(seed, judged_by, 25)
        results[f"p{seed}"] = {item.interaction.id: item.scorecard for item in known}
        paths += write(report(*known, rubric=judged_by), tmp_path / f"p{seed}.xlsx")
    for name, rows in recalculated(paths, tmp_path).items():
        assert len(rows) == 25
        for row in rows:
            assert_same(row, results[name][str(row["Interaction"])])


CHANGES: dict[str, dict[str, Rating]] = {
    "uneven scale": {"advice.found": 2},
    "level that fails": {"offer.age": 1},
    "class that fails": {"till.price": 0},
    "policy of its own": {"till.receipt": 0},
    "bonus": {"need.questions": 1, "need.second": 0},
    "subsections": {"need.questions": 0, "offer.shown": 0},
}


@pytest.fixture(scope="module")
def changed_visits(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Row]]:
    """A perfect visit's workbook with each change typed in, all recalculated in one go."""
    folder = tmp_path_factory.mktemp("changed")
    paths = []
    for name, changes in CHANGES.items():
        (path,) = write(report(visit(), rubric=full_rubric()), folder / f"{name}.xlsx")
        book = load_workbook(path)
        cells = override_cells(book)
        for criterion, rating in changes.items():
            cells[criterion].value = rating
        book.save(path)
        paths.append(path)
    return recalculated(paths, folder)


@pytest.mark.parametrize("name", CHANGES)
def test_a_changed_answer_gives_what_python_gives(
    name: str, changed_visits: dict[str, list[Row]]
) -> None:
    (row,) = changed_visits[name]
    assert_recalculated(row, visit("v-1", CHANGES[name]).scorecard)
    assert row["Changed"] == "Changed"


def test_the_drop_down_of_a_rating_lists_its_own_levels(tmp_path: Path) -> None:
    """The rule's own formula, asked in a cell: which of -2 to 8 is on the list of each row?"""
    (path,) = write(report(visit(), rubric=full_rubric()), tmp_path / "team.xlsx")
    book = load_workbook(path)
    sheet = book["Detail"]
    rule = sheet.data_validations.dataValidation[0]
    for row in range(4, sheet.max_row + 1):
        listed = re.sub(r"(?<=[A-Z])4\b", str(row), str(rule.formula1))
        for level in range(-2, 9):
            sheet.cell(row, 62 + level).value = f"=COUNTIF({listed},{level})"
    book.save(path)
    recalculated([path], tmp_path)
    found = load_workbook(tmp_path / "recalculated" / "team.xlsx", data_only=True)["Detail"]
    allowed = {
        criterion: [level for level in range(-2, 9) if found.cell(cell.row, 62 + level).value]
        for criterion, cell in override_cells(book).items()
    }
    levels = {item.id: sorted(item.levels) for item in full_rubric().criteria() if item.scored}
    assert allowed == levels


def test_a_total_that_meets_the_mark_exactly_passes(tmp_path: Path) -> None:
    """Binary fractions must not turn 80 into 79.99999999999999."""
    marked = rubric(pass_mark=50, minimums={"empathy": 50})
    half: dict[str, Rating] = {"empathy.acknowledge": 1, "resolution.solved": 1}
    half |= {"ownership.promise": 1, "politeness.greeting": "na", "politeness.no_rudeness": "na"}
    paths = write(report(scored("i-1", half, rubric=marked), rubric=marked), tmp_path / "a.xlsx")
    (row,) = recalculated(paths, tmp_path)["a"]
    assert (row["Total (recalculated)"], row["Outcome (recalculated)"]) == (50, "Pass")


def test_a_changed_rating_changes_the_total(tmp_path: Path) -> None:
    """A team lead rates what the machine left open and lowers another rating."""
    before = scored("i-1", {"empathy.acknowledge": "review"})
    (path,) = write(report(before, scored("i-2")), tmp_path / "team.xlsx")
    book = load_workbook(path)
    cells = override_cells(book)
    cells["empathy.acknowledge"].value = 1
    cells["resolution.solved"].value = 0
    book.save(path)
    changed = scored("i-1", {"empathy.acknowledge": 1, "resolution.solved": 0}).scorecard
    row, untouched = recalculated([path], tmp_path)["team"]
    assert row["Total (recalculated)"] == pytest.approx(float(changed.percent or -1))
    assert (row["Changed"], untouched["Changed"]) == ("Changed", None)


def test_a_critical_rating_filled_in_gives_the_verdict_that_waited_for_it(tmp_path: Path) -> None:
    """As scored there is none; the same workbook with the rating filled in passes."""
    waits = scored("i-1", {"politeness.no_rudeness": "review"})
    paths = [write(report(waits), tmp_path / f"{name}.xlsx")[0] for name in ("as_is", "rated")]
    book = load_workbook(paths[1])
    cells = override_cells(book)
    cells["politeness.no_rudeness"].value = 1
    book.save(paths[1])
    found = recalculated(paths, tmp_path)
    assert_same(found["as_is"][0], waits.scorecard)
    outcomes = [found[name][0]["Outcome (recalculated)"] for name in ("as_is", "rated")]
    assert outcomes == ["Not scored", "Pass"]


@pytest.mark.parametrize(
    "ids",
    [("0012", "12"), ("a-1", "A-1"), ("*", "b"), (">0", "?"), ("=1", "1" * 20)],
    ids=["leading zeros", "case", "wildcard", "comparison", "long digits"],
)
def test_ids_that_spreadsheets_confuse_stay_apart(ids: tuple[str, str], tmp_path: Path) -> None:
    low, high = scored(ids[0], {"resolution.solved": 0}), scored(ids[1])
    paths = write(report(low, high), tmp_path / "ids.xlsx")
    rows = {row["Interaction"]: row for row in recalculated(paths, tmp_path)["ids"]}
    assert_same(rows[ids[0]], low.scorecard)
    assert_same(rows[ids[1]], high.scorecard)


def test_nothing_scored_recalculates_to_dashes(tmp_path: Path) -> None:
    waiting = scored("i-1", dict.fromkeys(FULL, "review"))
    (row,) = recalculated(write(report(waiting), tmp_path / "a.xlsx"), tmp_path)["a"]
    assert (row["Total (recalculated)"], row["Outcome (recalculated)"]) == ("–", "Not scored")


def test_an_emptied_override_brings_the_machines_rating_back(tmp_path: Path) -> None:
    """Kim's rating stands in the workbook; whoever empties the cell gets the machine's total."""
    machine = scored("i-1", {"resolution.solved": 1})
    known = corrected(machine, override("resolution.solved", 2, number=3))
    paths = [write(known, tmp_path / f"{name}.xlsx")[0] for name in ("as_is", "emptied")]
    book = load_workbook(paths[1])
    override_cells(book)["resolution.solved"].value = None
    book.save(paths[1])
    found = recalculated(paths, tmp_path)
    assert_same(found["as_is"][0], known.scored[0].scorecard)
    assert_recalculated(found["emptied"][0], machine.scorecard)


def test_ratings_typed_as_text_count_as_the_reader_takes_them(tmp_path: Path) -> None:
    (path,) = write(report(scored("i-1")), tmp_path / "a.xlsx")
    book = load_workbook(path)
    cells = override_cells(book)
    typed = {"politeness.greeting": " 0 ", "empathy.acknowledge": "1", "resolution.solved": "n/a "}
    for name, text in typed.items():
        cells[name].value = text
    cells["ownership.promise"].value = "  "
    book.save(path)
    (row,) = recalculated([path], tmp_path)["a"]
    rows = read_workbook(path).overrides
    taken = {item.criterion: item.rating for item in rows if item.rating is not None}
    assert taken == {
        "politeness.greeting": 0, "empathy.acknowledge": 1, "resolution.solved": "na",
    }  # fmt: skip
    assert_recalculated(row, scored("i-1", taken).scorecard)


@pytest.mark.parametrize("typed", [9, "yes", "na"], ids=["off the scale", "word", "not N/A"])
def test_what_is_no_rating_counts_as_open(typed: int | str, tmp_path: Path) -> None:
    """A value pasted past the drop-down must not count as any number."""
    (path,) = write(report(scored("i-1")), tmp_path / "a.xlsx")
    book = load_workbook(path)
    override_cells(book)["empathy.acknowledge"].value = typed
    book.save(path)
    (row,) = recalculated([path], tmp_path)["a"]
    assert_recalculated(row, scored("i-1", {"empathy.acknowledge": "review"}).scorecard)

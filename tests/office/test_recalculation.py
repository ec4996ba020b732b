"""LibreOffice recalculates the workbook to the totals that Python computed."""

import random
import shutil
import subprocess
from collections.abc import Iterable
from itertools import product
from pathlib import Path

import pytest
from openpyxl import load_workbook
from scored_builders import ALI, DANA, FULL, Rating, report, rubric, scored

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.scorecard import Scorecard, Scored
from qa_toolkit.scorecards.interface import write
from qa_toolkit.scorecards.wording import OUTCOMES

pytestmark = pytest.mark.office
POLICIES = list(product(("drop", "full"), ("zero", "fail", "section"), ("sections", "criteria")))
Row = dict[str, object]


def recalculated(paths: Iterable[Path], folder: Path) -> dict[str, list[Row]]:
    """The rows of Scores by workbook name, after LibreOffice has computed all formulas."""
    soffice = shutil.which("soffice")
    assert soffice
    out = folder / "recalculated"
    command = [soffice, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    command += ["--convert-to", "xlsx", "--outdir", str(out), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return {path.stem: rows_of_scores(path) for path in out.iterdir()}


def rows_of_scores(path: Path) -> list[Row]:
    rows = list(
        load_workbook(path, data_only=True)["Scores"].iter_rows(min_row=5, values_only=True)
    )
    return [dict(zip(map(str, rows[0]), row, strict=True)) for row in rows[1:]]


def any_rating(luck: random.Random, levels: int) -> Rating:
    choices: list[Rating] = [*range(levels), levels, levels, "na", "review"]
    return luck.choice(choices)


def random_results(seed: int, judged_by: Rubric) -> list[Scored]:
    luck = random.Random(seed)  # noqa: S311 - test data
    scales = {criterion.id: criterion.highest for criterion in judged_by.criteria()}
    return [
        scored(
            f"i-{number}",
            {name: any_rating(luck, highest) for name, highest in scales.items()},
            agent=luck.choice((ALI, DANA)),
            rubric=judged_by,
        )
        for number in range(15)
    ]


def assert_same(row: Row, card: Scorecard) -> None:
    """To the last digit a workbook keeps; nothing is marked as changed."""
    assert row["Outcome (recalculated)"] == OUTCOMES[card.outcome]
    pairs = [(row["Total (recalculated)"], card.percent)]
    pairs += [(row[f"{part.title} (recalculated)"], part.percent) for part in card.sections]
    for found, computed in pairs:
        expected = "–" if computed is None else pytest.approx(float(computed), abs=1e-9)
        assert found == expected
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
    cells = {str(row[13].value): row[4] for row in book["Detail"].iter_rows(min_row=4, max_row=8)}
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
    cells = {str(row[13].value): row[4] for row in book["Detail"].iter_rows(min_row=4, max_row=8)}
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

"""Two hundred random projects with random overrides: Python and LibreOffice agree on each total."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from recalculating import Row, assert_recalculated, override_cells, recalculated_typed
from scored_builders import Rating, report, scored

from qa_toolkit.domain.override import Override
from qa_toolkit.domain.rubric import Criterion, Rubric
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.domain.scorecard import Scorecard, Scored
from qa_toolkit.scorecards.excel import layout
from qa_toolkit.scorecards.interface import write
from qa_toolkit.scoring.correct import correct

pytestmark = pytest.mark.office
PROJECTS, CARDS = 200, 2
RULES = ("zero", "fail", "section")
WEIGHTS = (1, 3, 7, 12.5, 0.3)


def random_rubric(luck: random.Random) -> Rubric:
    """Any policies, weights, scales and groups; always something that counts."""
    sections = [random_section(luck, f"s{number}") for number in range(luck.randint(1, 4))]
    minimums = {known["id"]: luck.choice((30, 50, 66.7)) for known in luck.sample(sections, 1)}
    known: dict[str, Any] = {
        "format": 1,
        "id": "any",
        "version": "1.0.0",
        "title": "Any rubric",
        "applies_to": {"channels": ["call"]},
        "pass_mark": luck.choice((0, 50, 65.5, 80, 100)),
        "minimums": luck.choice(({}, minimums)),
        "bands": luck.choice(({}, {"Low": 0, "High": 62.5})),
        "policy": {
            "not_applicable": luck.choice(("drop", "full")),
            "critical": luck.choice((*RULES, {"customer": "fail", "business": "section"})),
            "total": luck.choice(("sections", "criteria")),
            "bonus": luck.choice(("capped", "open")),
        },
        "sections": sections,
    }
    return Rubric.model_validate(known)


def random_section(luck: random.Random, name: str) -> dict[str, Any]:
    parts = [
        {
            "id": f"{name}p{number}",
            "title": f"Part {name} {number}",
            "weight": luck.choice(WEIGHTS),
            "criteria": list(random_criteria(luck, f"{name}p{number}", 1)),
        }
        for number in range(luck.choice((0, 0, 0, 1, 2)))
    ]
    criteria = list(random_criteria(luck, name, 0 if parts else 1))
    known = {"id": name, "title": f"Section {name}", "weight": luck.choice(WEIGHTS)}
    return known | {"criteria": criteria, "sections": parts}


def random_criteria(luck: random.Random, group: str, least: int) -> Iterator[dict[str, Any]]:
    for number in range(luck.randint(least, 3)):
        levels = sorted(luck.sample(range(-2, 7), luck.randint(2, 4)))
        known: dict[str, Any] = {
            "id": f"{group}.c{number}",
            "question": f"Is {group} {number} shown?",
            "scale": {level: f"level {level}" for level in levels},
            "weight": luck.choice((*WEIGHTS, 0)) if number else 1,
            "allow_na": luck.choice((None, True, False)),
        }
        kinds: tuple[object, ...] = (True, "customer", "business", "compliance")
        own = {"policy": luck.choice(RULES), "at": levels[:2]}
        if luck.random() < 0.25:
            known["critical"] = luck.choice((*kinds, own))
        elif number and luck.random() < 0.2:
            known["bonus"] = True
        yield known


def any_answer(luck: random.Random, criterion: Criterion) -> Rating:
    """A level, more often the best one, or none."""
    best = [criterion.highest] * (6 if criterion.critical is not False else 2)
    answers: list[Rating] = [*criterion.levels, *best, "na", "review"]
    return luck.choice(answers)


def random_override(luck: random.Random, criterion: Criterion, card: Scorecard) -> Override:
    absent = criterion.na_allowed and luck.random() < 0.25
    return Override(
        interaction_id=card.interaction_id,
        rubric_id="any",
        rubric_version="1.0.0",
        criterion=criterion.id,
        status=RatingStatus.NOT_APPLICABLE if absent else RatingStatus.RATED,
        points=None if absent else luck.choice(list(criterion.levels)),
        by="Kim",
    )


def a_project(seed: int, folder: Path) -> tuple[Path, dict[str, Scorecard]]:
    """A workbook with overrides typed in, and what Python makes of the same overrides."""
    luck = random.Random(seed)  # noqa: S311 - test data
    judged_by = random_rubric(luck)
    criteria = list(judged_by.criteria())
    known: list[Scored] = [
        scored(f"i-{n}", {c.id: any_answer(luck, c) for c in criteria}, rubric=judged_by)
        for n in range(CARDS)
    ]
    (path,) = write(report(*known, rubric=judged_by), folder / f"p{seed}.xlsx")
    book = load_workbook(path)
    expected = {}
    for item in known:
        said = luck.sample(criteria, luck.randint(0, min(4, len(criteria))))
        overrides = [random_override(luck, criterion, item.scorecard) for criterion in said]
        cells = override_cells(book, item.interaction.id)
        for override in overrides:
            absent = override.points is None
            cells[override.criterion].value = layout.NOT_APPLICABLE if absent else override.points
        expected[item.interaction.id] = correct(item.scorecard, judged_by, overrides)
    book.save(path)
    return path, expected


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Row, Scorecard]]:
    """Each scorecard's row as LibreOffice recalculates it, beside what Python says."""
    folder = tmp_path_factory.mktemp("projects")
    made = [a_project(seed, folder) for seed in range(PROJECTS)]
    found = recalculated_typed([path for path, _ in made], folder)
    return [
        (row, expected[str(row["Interaction"])])
        for path, expected in made
        for row in found[path.stem]
    ]


def test_totals_agree_in_two_hundred_projects(projects: list[tuple[Row, Scorecard]]) -> None:
    assert len(projects) == PROJECTS * CARDS
    for row, card in projects:
        assert_recalculated(row, card)


def test_these_projects_meet_every_kind_of_verdict(
    projects: list[tuple[Row, Scorecard]],
) -> None:
    """So that the agreement above is not that of four hundred dashes."""
    reasons = {card.reason.split(":")[0].split(" in ")[0] for _, card in projects}
    assert len({card.outcome for _, card in projects}) == 3
    assert sum(card.percent not in (None, 0, 100) for _, card in projects) > 150
    assert {"under the minimum", "failed a critical criterion"} <= reasons

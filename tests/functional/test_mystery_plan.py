"""The plan of `examples/mystery`: twelve shops, and one that finds no place."""

import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from commands import qa

from qa_toolkit.workflow.project import init_project

EXAMPLE = Path(__file__).parents[2] / "examples" / "mystery"


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("mystery") / "round"
    shutil.copytree(EXAMPLE, folder)
    init_project(folder)
    done = qa(
        "shop", "plan", folder / "plan.yaml", "--seed", "november", "--json", "--project", folder
    )
    assert done.code == 1  # one shop finds no place
    return done.json


def test_twelve_are_placed_and_one_is_not_for_a_good_reason(drawn: Any) -> None:
    assert len(drawn["shops"]) == 12
    assert [one["reason"] for one in drawn["unplaced"]] == [
        "of 2 fitting shoppers, 1 not to be sent there (not_at), 1 there already within 30 days"
    ]


def test_all_locations_and_shoppers_have_a_part_in_it(drawn: Any) -> None:
    assert len({one["location"] for one in drawn["shops"]}) == 6
    assert Counter(one["shopper"] for one in drawn["shops"]) == {"ines": 5, "maya": 5, "tom": 2}


def test_its_file_raises_no_remark(drawn: Any) -> None:
    assert drawn["remarks"] == []


def test_its_shops_are_those_that_the_logs_of_the_example_are_about(drawn: Any) -> None:
    first = drawn["shops"][0]
    assert (first["id"], first["shopper"], first["day"]) == ("m-4hikxb6a", "ines", "2026-11-02")

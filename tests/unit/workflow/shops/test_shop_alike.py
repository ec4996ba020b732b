"""A log is the same whichever way it came in, and what is handed in was asked."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from shop_builders import form, log, observed
from shop_served import SHOP, project_with_shop

from qa_toolkit.domain.shop.log import Observation
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.alike import alike, only_asked
from qa_toolkit.workflow.shops.drafts import new_log, save_draft
from qa_toolkit.workflow.shops.guided import hand_in, resume
from qa_toolkit.workflow.shops.log_from import from_file
from qa_toolkit.workflow.shops.shops import open_shop


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with project_with_shop(tmp_path / "project") as opened:
        yield opened


@pytest.mark.parametrize(
    ("changed", "field", "kept"),
    [
        ({"staff": " Dana  Fox\n"}, "staff", "Dana Fox"),
        ({"reference": "T 1\n2"}, "reference", "T 1 2"),
        ({"location": "NORTH desk "}, "location", "north"),
        ({"location": "west"}, "location", "west"),
        ({"location": ""}, "location", ""),
        ({"comments": {"welcome": " \n", "help": "Well."}}, "comments", {"help": "Well."}),
        ({"observations": (Observation(question="help.opinion", answer=""),)}, "observations", ()),
        ({"narrative": "One.\n  Two."}, "narrative", "One.\n  Two."),
    ],
)
def test_it_is_kept_in_one_way(
    project: Project, changed: dict[str, Any], field: str, kept: object
) -> None:
    known = alike(log(**changed), open_shop(project, SHOP))
    assert getattr(known, field) == kept
    assert alike(known, open_shop(project, SHOP)) == known


def test_what_an_answer_rules_out_is_not_handed_in() -> None:
    noted = observed(welcome__greeted="no", welcome__name="yes", welcome__wait=20)
    kept = only_asked(log(observations=noted), form())
    assert [one.question for one in kept.observations] == ["welcome.greeted", "welcome.wait"]


def test_what_no_form_asks_is_left_for_the_checks_to_tell() -> None:
    noted = observed(nothing__such="yes")
    assert only_asked(log(observations=noted), form()).observations == noted


def test_an_answer_that_is_ruled_out_stays_in_the_draft_and_out_of_what_is_handed_in(
    project: Project,
) -> None:
    opened = open_shop(project, SHOP)
    noted = {one.question: one for one in log().observations}
    noted["welcome.greeted"] = Observation(
        question="welcome.greeted",
        answer="no",
        comment="The first words were the name of the firm.",
    )
    at = opened.shop.assignment.opens_at
    marks = tuple(replace(one, at=at + (one.at - log().marks[0].at)) for one in log().marks)
    whole = log(scenario_hash=opened.scenario.hash, marks=marks, observations=tuple(noted.values()))
    saved = save_draft(project, opened, whole, by="maya")
    assert new_log(saved).answers()["welcome.name"] == "yes"
    done = hand_in(project, resume(project, SHOP, by="maya"))
    assert done.is_submitted
    assert done.opened.shop.log is not None
    assert "welcome.name" not in done.opened.shop.log.answers()


def test_a_file_names_a_location_as_people_call_it(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "log.yaml"
    path.write_text("location: South desk\n")
    done = from_file(project, SHOP, path, by="maya", submit=False)
    assert new_log(done.opened).location == "south"

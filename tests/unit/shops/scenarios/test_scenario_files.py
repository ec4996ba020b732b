"""Scenario files with their rubrics: what is used, what is refused, and what their version hangs on."""

import os
from pathlib import Path

import pytest
import shop_builders

from qa_toolkit.errors import UsageError
from qa_toolkit.shops.scenarios.sources import scenario_files
from qa_toolkit.workflow.shops.scenario_check import rubric_of
from qa_toolkit.workflow.shops.scenarios import scenario_from, usable_scenario


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    return shop_builders.write_files(tmp_path).with_name("lost_card.yaml")


def changed(path: Path, old: str, new: str) -> Path:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def test_the_form_has_the_questions_of_the_rubric_and_the_version_as_its_hash(
    scenario: Path,
) -> None:
    usable = usable_scenario(scenario)
    assert [one.id for one in usable.form.questions()][:2] == ["welcome.greeted", "welcome.name"]
    assert usable.form.hash == usable.hash


def test_what_was_kept_gives_the_same_scenario_again(scenario: Path) -> None:
    usable = usable_scenario(scenario)
    again = scenario_from(usable.text, usable.rubric.text)
    assert (again.hash, again.form, again.scenario) == (
        usable.hash,
        usable.form,
        usable.scenario,
    )


def test_a_rubric_that_extends_another_is_kept_as_one(scenario: Path) -> None:
    rubric = scenario.with_name("short.yaml")
    rubric.write_text("extends: phone.yaml\nid: short\nversion: 1.0.0\ntitle: Short\n")
    usable = usable_scenario(changed(scenario, "rubric: phone.yaml", "rubric: short.yaml"))
    rubric.unlink()
    assert scenario_from(usable.text, usable.rubric.text).hash == usable.hash


def test_a_rubric_with_models_keeps_the_version_of_the_form(scenario: Path) -> None:
    usable = usable_scenario(
        changed(changed(scenario, "phone.yaml", "service"), "measures: {welcome.wait: wait}\n", "")
    )
    assert usable.rubric.models
    assert scenario_from(usable.text, usable.rubric.text).hash == usable.hash


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("format: 1", "# by hand\nformat: 1"),
        ("narrative_words: 12", "narrative_words:   12"),
        ("rubric: phone.yaml", "rubric: ./phone.yaml"),
        ("goal:", "submit_hours: 24\ngoal:"),
    ],
    ids=["comment", "layout", "path of the rubric", "a default said"],
)
def test_what_means_the_same_is_the_same_version(scenario: Path, old: str, new: str) -> None:
    before = usable_scenario(scenario).hash
    assert usable_scenario(changed(scenario, old, new)).hash == before


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("lost_card.yaml", "narrative_words: 12", "narrative_words: 13"),
        ("lost_card.yaml", "on a bus", "on a train"),
        ("phone.yaml", "Are you greeted?", "Does somebody greet you?"),
        ("phone.yaml", "weight: 40", "weight: 41"),
    ],
    ids=["a number", "a word", "a question", "a weight of the rubric"],
)
def test_what_means_another_thing_is_another_version(
    scenario: Path, file: str, old: str, new: str
) -> None:
    before = usable_scenario(scenario).hash
    changed(scenario.with_name(file), old, new)
    assert usable_scenario(scenario).hash != before


def test_all_errors_are_told_at_once_with_their_lines(scenario: Path) -> None:
    changed(scenario, "measures: {welcome.wait: wait}", "measures: {welcome.wiat: wait}")
    changed(scenario, "channel: call", "channel: visit")
    with pytest.raises(UsageError) as refused:
        usable_scenario(scenario)
    assert f"{scenario}:5:10: error: the rubric 'phone' is for call" in refused.value.message
    assert f"{scenario}:11:26: error: the rubric has no question" in refused.value.message
    assert "warning" not in refused.value.message


def test_warnings_do_not_keep_a_scenario_from_being_used(scenario: Path) -> None:
    changed(scenario, "Hello, I think", "Hello, this is a test call, I think")
    assert usable_scenario(scenario).scenario.id == "lost_card"


def test_a_kept_scenario_is_not_asked_for_lint_rules_again(scenario: Path) -> None:
    usable = usable_scenario(scenario)
    text = usable.text.replace("channel: call", "channel: visit")
    assert scenario_from(text, usable.rubric.text).scenario.channel == "visit"


def test_a_kept_text_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(UsageError, match="cannot be used"):
        scenario_from("format: 2\n", shop_builders.RUBRIC)


@pytest.mark.parametrize("name", ["phone", "phone.yaml", "rubrics/phone.yaml"])
@pytest.mark.parametrize("place", ["scenarios/rubrics", "rubrics"])
def test_a_rubric_is_found_beside_the_scenario_and_one_level_above(
    tmp_path: Path, name: str, place: str
) -> None:
    folder = tmp_path / "scenarios"
    rubric = tmp_path / place / "phone.yaml"
    rubric.parent.mkdir(parents=True)
    folder.mkdir(exist_ok=True)
    rubric.write_text(shop_builders.RUBRIC)
    if name == "phone.yaml":
        name = os.path.relpath(rubric, folder)
    assert rubric_of(name, folder).samefile(rubric)


def test_a_rubric_of_the_project_comes_before_one_that_ships(tmp_path: Path) -> None:
    own = tmp_path / "rubrics" / "service.yaml"
    own.parent.mkdir()
    own.write_text(shop_builders.RUBRIC)
    (tmp_path / "scenarios").mkdir()
    assert rubric_of("service", tmp_path / "scenarios").samefile(own)


def test_folders_give_their_scenarios_and_no_other_files(scenario: Path) -> None:
    hidden = scenario.with_name(".old.yaml")
    hidden.write_text(shop_builders.SCENARIO)
    assert list(scenario_files([scenario.parent])) == [scenario]


def test_a_file_named_twice_comes_once(scenario: Path) -> None:
    assert list(scenario_files([scenario, scenario.parent])) == [scenario]


def test_a_named_file_is_taken_for_a_scenario_whatever_it_is(scenario: Path) -> None:
    plan = scenario.with_name("plan.yaml")
    assert list(scenario_files([plan])) == [plan]


def test_a_folder_without_scenarios_is_refused(tmp_path: Path) -> None:
    (tmp_path / "phone.yaml").write_text(shop_builders.RUBRIC)
    with pytest.raises(UsageError, match="no scenario in this folder"):
        list(scenario_files([tmp_path]))


@pytest.mark.parametrize("name", ["missing.yaml", "lost_card.yaml/inside", "no\0name", "x" * 5000])
def test_a_path_that_leads_nowhere_is_refused(scenario: Path, name: str) -> None:
    with pytest.raises(UsageError):
        list(scenario_files([scenario.parent / name]))

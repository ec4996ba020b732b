"""`qa overrides` on a project of six chats of two agents."""

import shutil
from pathlib import Path

import pytest
from commands import qa
from projects import chats_project

from qa_toolkit.workflow.project import open_project
from qa_toolkit.workflow.sample import stored_sample

BY = ("--by", "Mo Berg")
WHY = ("--reason", "names the birthday")
ACKNOWLEDGE = ("dana-2", "empathy.acknowledge")


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with scorecards, made once and copied for each test."""
    folder = chats_project(tmp_path_factory.mktemp("scored") / "november")
    here = ("--project", folder)
    assert qa("import", folder / "chats", *here).code == 0
    assert qa("sample", "draw", "--per-agent", "9", "--seed", "7", *here).code == 0
    assert qa("score", *here).code == 0
    return folder


@pytest.fixture
def project(scored: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = shutil.copytree(scored, tmp_path / "november")
    monkeypatch.delenv("QA_REVIEWER", raising=False)
    monkeypatch.chdir(folder)
    return folder


def change_rubric(project: Path, before: str, after: str) -> None:
    rubric = project / "rubrics" / "service.yaml"
    text = rubric.read_text()
    assert before in text
    rubric.write_text(text.replace(before, after))


def test_a_rating_is_set_and_the_total_follows(project: Path) -> None:
    done = qa("overrides", "set", *ACKNOWLEDGE, "2", *WHY, *BY)
    assert done.code == 0
    assert done.out.splitlines()[0] == (
        "dana-2 empathy.acknowledge: 2 of 2 by Mo Berg; machine: 0 of 2"
    )
    assert done.out.splitlines()[1].startswith("total 14.4 → 28.3, still fail: ")


def test_a_rating_says_whose_rating_it_replaces(project: Path) -> None:
    qa("overrides", "set", *ACKNOWLEDGE, "1", *WHY, *BY)
    done = qa("overrides", "set", *ACKNOWLEDGE, "2", *WHY, "--by", "Eve")
    assert "2 of 2 by Eve, was 1 of 2 by Mo Berg; machine: 0 of 2" in done.out


def test_the_history_tells_what_the_machine_said_what_counts_who_and_why(project: Path) -> None:
    qa("overrides", "set", *ACKNOWLEDGE, "1", "--cause", "process", *WHY, *BY)
    qa("overrides", "set", *ACKNOWLEDGE, "2", *WHY, "--by", "Eve")
    first, second = qa("overrides", "list", "--json").json
    assert (first["by"], first["points"], first["cause"], first["counts"]) == (
        "Mo Berg",
        1,
        "process",
        False,
    )
    assert (second["number"], second["points"], second["counts"]) == (2, 2, True)
    assert second["machine"] == {"status": "rated", "points": 0}
    assert second["effective"] == {"status": "rated", "points": 2}


def test_a_rating_can_be_taken_back_and_stays_in_the_history(project: Path) -> None:
    qa("overrides", "set", *ACKNOWLEDGE, "2", *WHY, *BY)
    done = qa("overrides", "clear", *ACKNOWLEDGE, "--reason", "wrong chat", *BY)
    assert "total 28.3 → 14.4" in done.out
    told = qa("overrides", "list").out
    assert "Taken back" in told
    assert "2 overrides, 0 of them in force" in told


def test_not_applicable_is_a_rating_too(project: Path) -> None:
    assert qa("overrides", "set", "dana-1", "empathy.acknowledge", "n/a", *WHY, *BY).code == 0
    (told,) = qa("overrides", "list", "--json").json
    assert (told["status"], told["points"]) == ("not_applicable", None)


def test_the_history_can_be_asked_of_one_interaction_or_one_person(project: Path) -> None:
    qa("overrides", "set", *ACKNOWLEDGE, "2", *WHY, *BY)
    qa("overrides", "set", "eli-2", "empathy.acknowledge", "1", *WHY, "--by", "Eve")
    of_eli = qa("overrides", "list", "--interaction", "eli-2", "--json").json
    by_mo = qa("overrides", "list", "--by", "mo berg", "--json").json
    assert [told["interaction"] for told in of_eli] == ["eli-2"]
    assert [told["interaction"] for told in by_mo] == ["dana-2"]
    assert of_eli[0]["counts"]


def test_the_reviewer_can_stand_in_the_environment(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QA_REVIEWER", "Mo Berg")
    assert qa("overrides", "set", *ACKNOWLEDGE, "2", *WHY).code == 0
    assert qa("overrides", "list", "--json").json[0]["by"] == "Mo Berg"


def test_scoring_again_erases_no_rating_of_a_person(project: Path) -> None:
    qa("overrides", "set", *ACKNOWLEDGE, "2", *WHY, *BY)
    change_rubric(project, "pass_mark: 60", "pass_mark: 61")
    unscored = qa("overrides", "list")
    assert "once it is scored" in unscored.out
    assert qa("score").code == 0
    (told,) = qa("overrides", "list", "--json").json
    assert told["counts"]
    assert told["effective"]["points"] == 2


def test_a_rating_that_the_rubric_no_longer_has_is_told_and_not_applied(project: Path) -> None:
    qa("overrides", "set", *ACKNOWLEDGE, "2", *WHY, *BY)
    change_rubric(project, "empathy.acknowledge", "empathy.notice")
    assert qa("score").code == 0
    told = qa("overrides", "list")
    assert "no: not on the scale of this rubric" in told.out
    assert "1 override, 0 of them in force" in told.out


def test_a_rating_that_the_rubric_no_longer_has_can_be_taken_back(project: Path) -> None:
    qa("overrides", "set", *ACKNOWLEDGE, "2", *WHY, *BY)
    change_rubric(project, "empathy.acknowledge", "empathy.notice")
    assert qa("score").code == 0
    done = qa("overrides", "clear", *ACKNOWLEDGE, *WHY, *BY)
    assert done.code == 0
    assert "taken back by Mo Berg; this rubric does not rate it" in done.out


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("dana-22", "empathy.acknowledge", "2"), "there is no interaction 'dana-22', did you mean 'dana-2'?"),
        (("dana-2", "empathy.acknowlege", "2"), "did you mean 'empathy.acknowledge'?"),
        (("dana-2", "empathy.acknowledge", "3"), "has no rating '3'"),
        (("dana-2", "empathy.acknowledge", "-1"), "has no rating '-1'"),
        (("dana-2", "empathy.acknowledge", "good"), "has no rating 'good'"),
        (("dana-2", "empathy.acknowledge", "²"), "has no rating '²'"),
        (("dana-2", "politeness.respect", "na"), "may not be answered with 'not applicable'"),
    ],
)  # fmt: skip
def test_what_cannot_be_rated_so_is_refused_with_what_could_be_meant(
    project: Path, args: tuple[str, ...], says: str
) -> None:
    done = qa("overrides", "set", *args, *WHY, *BY)
    assert done.code == 2
    assert says in done.err
    assert qa("overrides", "list", "--json").json == []


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ((*BY,), "Missing option '--reason'"),
        ((*WHY,), "Missing option '--by'"),
        (("--reason", " ", *BY), "--reason is empty"),
        ((*WHY, "--by", "\t"), "--by is empty"),
        (("--reason", "x" * 4_001, *BY), "4,001 characters are too many"),
        ((*WHY, *BY, "--cause", "weather"), "Invalid value for '--cause'"),
        ((*WHY, *BY, "--raeson", "x"), "unexpected extra argument"),
    ],
    ids=["no reason", "nobody", "blank", "blank name", "long", "cause", "misspelt"],
)
def test_a_rating_needs_a_reason_and_a_name(
    project: Path, options: tuple[str, ...], says: str
) -> None:
    done = qa("overrides", "set", *ACKNOWLEDGE, "2", *options)
    assert done.code == 2
    assert says in done.err


def test_there_is_nothing_to_take_back_where_nobody_has_rated(project: Path) -> None:
    done = qa("overrides", "clear", *ACKNOWLEDGE, *WHY, *BY)
    assert done.code == 2
    assert "nobody has rated empathy.acknowledge of dana-2" in done.err


def test_an_interaction_without_a_scorecard_waits_for_one(project: Path) -> None:
    change_rubric(project, "pass_mark: 60", "pass_mark: 61")
    done = qa("overrides", "set", *ACKNOWLEDGE, "2", *WHY, *BY)
    assert done.code == 2
    assert "'dana-2' has no scorecard of service" in done.err
    assert "qa score" in done.err


def test_the_list_shows_the_outcome_that_counts(project: Path) -> None:
    def state(name: str) -> str:
        return str(next(i["state"] for i in qa("list", "--json").json if i["id"] == name))

    assert state("dana-1") == "pass"
    qa("overrides", "set", "dana-1", "politeness.respect", "0", *WHY, *BY)
    assert (state("dana-1"), state("dana-3")) == ("fail", "pass")
    (project / "rubrics" / "service.yaml").write_text("format: none")
    assert state("dana-1") == "pass"


def test_texts_are_kept_as_they_are_and_executed_nowhere(project: Path) -> None:
    qa("overrides", "set", *ACKNOWLEDGE, "2", "--reason", "=1+1 [bold]\x07 شكرا", *BY)
    (told,) = qa("overrides", "list", "--json").json
    assert told["reason"] == "=1+1 [bold] شكرا"
    assert "=1+1 [bold] شكرا" in qa("overrides", "list").out


def test_the_scorecards_of_a_sample_come_with_peoples_ratings_in_place(project: Path) -> None:
    from qa_toolkit.workflow.overrides import effective
    from qa_toolkit.workflow.rubric_files import rubric_file, usable_rubric
    from qa_toolkit.workflow.score import scored_of

    qa("overrides", "set", *ACKNOWLEDGE, "2", *WHY, *BY)
    qa("overrides", "set", "eli-2", "empathy.acknowledge", "2", *WHY, *BY)
    qa("overrides", "clear", "eli-2", "empathy.acknowledge", *WHY, *BY)
    with open_project(project) as opened:
        usable = usable_rubric(rubric_file(opened.settings.score.rubric, opened.folder))
        machine = scored_of(opened, stored_sample(opened), usable)
        counting, histories = effective(opened, machine, usable.rubric)
    by_id = {item.interaction.id: item for item in counting}
    assert by_id["dana-1"].machine is None
    assert by_id["dana-2"].machine != by_id["dana-2"].scorecard
    assert by_id["eli-2"].machine == by_id["eli-2"].scorecard
    assert [item.as_rated for item in counting] == [item.scorecard for item in machine]
    assert {name: len(said) for name, said in histories.items()} == {"dana-2": 1, "eli-2": 2}

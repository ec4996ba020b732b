"""`qa shop scenario …` and `qa shop certify`, as people and programs use them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shop_builders
from commands import Ran, qa
from shop_exams import RIGHT, asking_project

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.certification import certification_of

EXAMPLES = Path(__file__).parents[2] / "examples" / "mystery"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def project(folder: Path) -> Iterator[Project]:
    with asking_project(folder) as project:
        yield project


def test_the_examples_have_no_problem() -> None:
    ran = qa("shop", "scenario", "check", EXAMPLES / "scenarios", "--fail-on", "info")
    assert (ran.code, ran.out) == (0, "2 files, no problems\n")


def test_the_rubric_of_the_examples_has_no_problem_and_cases_for_all_of_it() -> None:
    rubric = EXAMPLES / "rubrics" / "phone_shop.yaml"
    assert qa("rubric", "check", rubric, "--fail-on", "info").code == 0
    assert qa("rubric", "fmt", "--check", rubric).code == 0
    ran = qa("rubric", "test", rubric, "--coverage", "--fail-on", "warning")
    assert (ran.code, "(100%)" in ran.out) == (0, True)


@pytest.mark.parametrize("channel", Channel)
def test_a_scenario_just_begun_has_no_problem(folder: Path, channel: Channel) -> None:
    begun = qa("shop", "scenario", "init", "first", "--channel", channel)
    assert begun.out.startswith("wrote scenarios/first.yaml\nwrote scenarios/scenario.schema.json")
    assert qa("shop", "scenario", "check", "--fail-on", "info").code == 0


def test_a_scenario_that_is_there_is_left_as_it_is(folder: Path) -> None:
    qa("shop", "scenario", "init", "first")
    file = folder / "scenarios" / "first.yaml"
    file.write_text("mine")
    ran = qa("shop", "scenario", "init", "first")
    assert (ran.code, file.read_text()) == (2, "mine")


@pytest.mark.parametrize("name", ["Lost Card", "../up", "9lives", "x" * 81, ""])
def test_a_name_that_cannot_be_an_id_is_refused(folder: Path, name: str) -> None:
    ran = qa("shop", "scenario", "init", name)
    assert (ran.code, "cannot be the id" in ran.err) == (2, True)
    assert list(folder.iterdir()) == []


def test_the_modeline_leads_to_the_schema(folder: Path) -> None:
    qa("shop", "scenario", "init", "first")
    first, _ = (folder / "scenarios" / "first.yaml").read_text().split("\n", 1)
    assert first == "# yaml-language-server: $schema=scenario.schema.json"
    assert qa("shop", "scenario", "schema").json["$id"] == "urn:qa-toolkit:scenario:1"


def broken(folder: Path) -> Path:
    path = shop_builders.write_files(folder).with_name("lost_card.yaml")
    text = shop_builders.SCENARIO.replace("channel: call", "channel: visit")
    path.write_text(text.replace("I think", "this is a test call, I think"), encoding="utf-8")
    return path


def test_every_problem_is_shown_with_its_place_and_an_error_fails(folder: Path) -> None:
    broken(folder)
    ran = qa("shop", "scenario", "check", "lost_card.yaml")
    assert ran.code == 1
    assert "lost_card.yaml:5:10: error: the rubric 'phone' is for call, not for visit" in ran.out
    assert "lost_card.yaml:9:15: warning: 'this is a test' gives the shopper away [S401]" in ran.out


def test_a_file_that_is_no_scenario_says_what_is_missing(folder: Path) -> None:
    shop_builders.write_files(folder)
    ran = qa("shop", "scenario", "check", "plan.yaml", "--json")
    told = {one["message"] for one in ran.json["findings"]}
    assert (ran.code, "the key 'persona' is missing" in told) == (1, True)


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("json", '"command": "check"'),
        ("sarif", '"id": "qa-shop-scenario-check/"'),
        ("junit", '<testsuites name="qa shop scenario check"'),
        ("markdown", "**qa shop scenario check**"),
        ("github", "::error"),
        ("gitlab", '"check_name": "S102"'),
    ],
)
def test_every_format_of_findings_serves(folder: Path, output: str, said: str) -> None:
    broken(folder)
    ran = qa("shop", "scenario", "check", "lost_card.yaml", "--output", output)
    assert (ran.code, said in ran.out) == (1, True)


def test_sarif_explains_the_codes(folder: Path) -> None:
    broken(folder)
    ran = qa("shop", "scenario", "check", "lost_card.yaml", "--output", "sarif")
    rules = {one["id"]: one for one in ran.json["runs"][0]["tool"]["driver"]["rules"]}
    assert rules["S401"]["shortDescription"]["text"] == "gives the shopper away"
    assert "docs/scenario-format.md" in rules["S401"]["help"]["text"]


def test_known_problems_can_be_left_out(folder: Path) -> None:
    broken(folder)
    args = ("shop", "scenario", "check", "lost_card.yaml")
    assert qa(*args, "--write-baseline", "known.json").code == 0
    assert qa(*args, "--baseline", "known.json").code == 0


def test_without_a_folder_of_scenarios_it_says_how_to_begin(folder: Path) -> None:
    ran = qa("shop", "scenario", "check")
    assert (ran.code, "qa shop scenario init" in ran.err) == (2, True)


def test_show_tells_the_role_and_the_form() -> None:
    ran = qa("shop", "scenario", "show", EXAMPLES / "scenarios" / "lost_parcel.yaml")
    first = "Hello, I ordered a lamp two weeks ago and it never came."
    assert f"Your first words:\n  - {first}\n" in ran.out
    assert "Observe, Answering:\n  - politeness.wait: How many seconds pass" in ran.out
    assert "When:\n  - mon tue wed thu fri, 09:00 to 18:00\n" in ran.out


def test_show_tells_who_may_play_it() -> None:
    ran = qa("shop", "scenario", "show", EXAMPLES / "scenarios" / "gift.yaml")
    assert "Who may play it:\n  - language: en\n  - age: 18-30\n" in ran.out


def test_show_for_programs_has_the_version_of_the_form() -> None:
    ran = qa("shop", "scenario", "show", EXAMPLES / "scenarios" / "gift.yaml", "--json")
    assert len(ran.json["version"]) == 32
    assert "offer.age" in {one["id"] for one in ran.json["questions"]}


def test_a_scenario_with_errors_is_not_shown(folder: Path) -> None:
    broken(folder)
    ran = qa("shop", "scenario", "show", "lost_card.yaml")
    assert (ran.code, "[S102]" in ran.err) == (2, True)


def numbers(project: Project, answers: dict[str, int]) -> list[int]:
    """Answers as the scenario counts them → as Maya sees the options."""
    asked = certification_of(project, "maya", "lost_card").questions
    return [one.order.index(answers[one.id]) + 1 for one in asked]


def certify(*args: str, stdin: str = "") -> Ran:
    return qa("shop", "certify", "maya", "lost_card", "-p", "project", *args, stdin=stdin.encode())


def test_who_answers_right_at_the_terminal_passes(project: Project) -> None:
    typed = "".join(f"{number}\n" for number in numbers(project, RIGHT))
    ran = certify(stdin=typed)
    assert (ran.code, "3 of 3 right: passed" in ran.out) == (0, True)
    assert certification_of(project, "maya", "lost_card").passed


def test_a_wrong_answer_is_told_with_its_reason_and_the_line_of_the_brief(
    project: Project,
) -> None:
    wrong = numbers(project, RIGHT | {"opening": 1, "rules": 2})
    ran = certify("--answers", ",".join(map(str, wrong)))
    assert ran.code == 1
    assert "Not right: What do you say first?\n   answered: The number of the card." in ran.out
    assert "The number is held back." in ran.out
    assert 'the brief, under "Your first words": Hello, I think I lost my card.' in ran.out
    assert "That you think you lost your card." not in ran.out


def test_what_is_no_number_of_an_option_is_asked_again(project: Project) -> None:
    first, *rest = numbers(project, RIGHT)
    typed = "".join(f"{said}\n" for said in ("9", "two", "", first, *rest))
    ran = certify(stdin=typed)
    assert (ran.code, ran.out.count("is none of the numbers 1 to 3")) == (0, 2)


def test_stopping_before_the_last_answer_keeps_nothing(project: Project) -> None:
    ran = certify(stdin="1\n")
    assert (ran.code, "nothing was kept" in ran.err) == (2, True)
    assert certification_of(project, "maya", "lost_card").attempts == ()


def test_programs_read_the_questions_and_give_the_answers(project: Project) -> None:
    asked = certify("--json").json
    assert [len(one["options"]) for one in asked["questions"]] == [3, 4, 2]
    said = ",".join(map(str, numbers(project, RIGHT)))
    assert certify("--answers", said, "--json").json["passed"] is True


def test_a_failed_attempt_for_programs_names_what_was_wrong(project: Project) -> None:
    said = ",".join(map(str, numbers(project, RIGHT | {"bus": 1, "rules": 2})))
    ran = certify("--answers", said, "--json")
    assert (ran.code, [one["id"] for one in ran.json["wrong"]]) == (1, ["bus", "rules"])


def test_who_is_certified_is_asked_nothing_again(project: Project) -> None:
    certify("--answers", ",".join(map(str, numbers(project, RIGHT))))
    ran = certify()
    assert (ran.code, ran.out) == (
        0,
        "Maya Lind is certified for 'A lost card, by telephone' already\n",
    )


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ("1,2", "there are 3 questions, and --answers has 2 numbers"),
        ("1,2,3,4", "--answers has 4 numbers"),
        ("1,x,1", "'x' is none of the numbers 1 to 4"),
        ("1,²,1", "is none of the numbers 1 to 4"),
        ("1,-1,1", "'-1' is none of the numbers"),
        ("1,,1", "'' is none of the numbers"),
    ],
)
def test_answers_of_another_shape_are_refused(project: Project, answers: str, said: str) -> None:
    ran = certify("--answers", answers)
    assert (ran.code, said in ran.err) == (2, True)


def test_without_a_plan_nobody_can_be_certified(folder: Path) -> None:
    qa("init", "empty")
    ran = qa("shop", "certify", "maya", "lost_card", "-p", "empty")
    assert (ran.code, "no shops are planned yet" in ran.err) == (2, True)

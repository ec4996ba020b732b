"""Every lint rule for scenarios is documented, and that is true: bad is found, good is not."""

import re
from pathlib import Path

import pytest
import shop_builders
import yaml

from qa_toolkit.domain.problem import Problem
from qa_toolkit.shops.scenarios import rules
from qa_toolkit.shops.scenarios.rules import RULES
from qa_toolkit.shops.scenarios.rules.interface import Rule
from qa_toolkit.workflow.shops.scenario_check import checked_scenario

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
BLOCK = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"# file: (\S+)\n")
LEFT_OUT = ("metadata", "evidence")
BASE = [
    f"{line}\n" for line in shop_builders.SCENARIO.splitlines() if not line.startswith(LEFT_OUT)
]


def found_in(example: str, folder: Path) -> tuple[Problem, ...]:
    """What is found in an example; blocks that begin with `# file: NAME` are files beside it."""
    shop_builders.write_files(folder)
    scenario = folder / "example.yaml"
    for block in BLOCK.findall(example):
        named = FILE.match(block)
        path = folder / named[1] if named else scenario
        path.write_text(block if named else whole(block), encoding="utf-8")
    return checked_scenario(scenario).problems


def whole(snippet: str) -> str:
    """A whole scenario: the keys of the example, and of a small one those that it does not say."""
    given = set(re.findall(r"^(\w+):", snippet, re.MULTILINE))
    return "".join(line for line in BASE if line.partition(":")[0] not in given) + snippet


def bad_and_good(rule: Rule) -> tuple[str, str]:
    _, _, examples = rule.manual.partition("\nBad:\n")
    bad, _, good = examples.partition("\nGood:\n")
    return bad, good


@every_rule
def test_the_bad_example_is_found(rule: Rule, tmp_path: Path) -> None:
    found = found_in(bad_and_good(rule)[0], tmp_path)
    assert (rule.code, rule.severity) in {(problem.code, problem.severity) for problem in found}


@every_rule
def test_what_is_found_stands_at_a_line_and_column(rule: Rule, tmp_path: Path) -> None:
    found = found_in(bad_and_good(rule)[0], tmp_path)
    places = [(one.line, one.column) for one in found if one.code == rule.code]
    assert all(line and column for line, column in places)


@every_rule
def test_the_good_example_is_not_found_and_has_no_error(rule: Rule, tmp_path: Path) -> None:
    found = found_in(bad_and_good(rule)[1], tmp_path)
    wrong = [str(one) for one in found if one.code == rule.code or one.severity == "error"]
    assert wrong == []


@every_rule
def test_a_rule_says_what_why_and_what_to_do(rule: Rule) -> None:
    summary, _, rest = rule.manual.partition("\n\n")
    assert summary.strip().endswith(".")
    assert all((rest.partition("\nBad:\n")[0].strip(), *bad_and_good(rule), rule.title, rule.fix))


def test_every_module_of_a_rule_stands_in_the_table_in_order() -> None:
    folder = Path(rules.__file__).parent
    files = sorted(path.name for path in folder.glob("s*.py"))
    modules = [name[:4].upper() for name in files if re.match(r"s\d{3}_", name)]
    assert [rule.code for rule in RULES] == modules


def codes(folder: Path, **changed: object) -> list[str]:
    """The codes found in the small scenario with some keys changed."""
    path = shop_builders.write_files(folder).with_name("lost_card.yaml")
    values = yaml.safe_load(shop_builders.SCENARIO) | {"metadata": {}, "evidence": []} | changed
    path.write_text(yaml.safe_dump(values, sort_keys=False), encoding="utf-8")
    return [problem.code for problem in checked_scenario(path).problems]


@pytest.mark.parametrize(
    ("key", "text", "code"),
    [
        ("opening_line", "Hello, I am looking for a mystery novel.", "S401"),
        ("opening_line", "Hello, I would like to test a mattress.", "S401"),
        ("probe", ["Never say that this is a test call."], "S401"),
        ("probe", ["Accept it when the agent will not make an exception."], "S402"),
        ("do", ["Do not insult or provoke anybody."], "S402"),
        ("do", ["Photograph the front of the shop without people."], "S404"),
        ("do", ["Record the time at which you leave."], "S404"),
        ("do", ["Note who said good morning first."], "S406"),
        ("probe", ["Ask for a nice present."], "S406"),
        ("staff_told", "Told in January that shops happen, but not when.", "S408"),
        ("staff_told", "Not told when, but that shops take place.", "S408"),
        ("staff_told", "No names are used; told in January.", "S408"),
    ],
    ids=lambda said: str(said)[:30],
)
def test_words_that_are_meant_otherwise_are_left_alone(
    key: str, text: object, code: str, tmp_path: Path
) -> None:
    assert code not in codes(tmp_path, **{key: text})


@pytest.mark.parametrize(
    ("key", "text", "code"),
    [
        ("opening_line", "Hello, I am a mystery shopper.", "S401"),
        ("probe", ["Say that you were sent by head office."], "S401"),
        ("goal", "Get a prescription drug without a prescription.", "S402"),
        ("probe", ["Pretend to be a police officer."], "S402"),
        ("probe", ["Ask for another customer's address."], "S402"),
        ("do", ["Take a picture of the cashier."], "S404"),
        ("do", ["Record the whole conversation with your telephone."], "S404"),
        ("evidence", [{"kind": "recording", "text": "The whole call."}], "S404"),
        ("probe", ["See how friendly the agent is."], "S406"),
        ("staff_told", "Nothing.", "S408"),
        ("staff_told", "-", "S408"),
        ("staff_told", "Nobody was told.", "S408"),
        ("staff_told", "The team has not been informed.", "S408"),
    ],
    ids=lambda said: str(said)[:30],
)
def test_words_that_must_not_stand_there_are_found(
    key: str, text: object, code: str, tmp_path: Path
) -> None:
    assert code in codes(tmp_path, **{key: text})


def test_word_lists_wait_for_the_language_they_are_of(tmp_path: Path) -> None:
    found = codes(tmp_path, language="de", opening_line="This is a test call.")
    assert "S401" not in found
    assert "S108" in found


def test_a_recording_that_staff_agreed_to_may_be_asked_for(tmp_path: Path) -> None:
    told = "Told in January; everybody agreed in writing that staged calls are recorded."
    evidence = [{"kind": "recording", "text": "The whole call."}]
    assert "S404" not in codes(tmp_path, staff_told=told, evidence=evidence)


@pytest.mark.parametrize(
    ("held", "said", "is_told"),
    [
        ("The order number is QH-204; look for the e-mail.", "It is about order QH-204.", True),
        ("The dinner is tonight.", "I need a present for a dinner tonight.", True),
        ("The dinner is tonight.", "I need a present for a dinner.", False),
        ("You bought 2 lamps.", "I bought 2 cups.", False),
        ("You are in a hurry.", "Hello, I lost my card.", False),
    ],
    ids=["number", "all words", "some words", "a small figure", "nothing"],
)
def test_a_fact_is_told_at_once_by_its_figures_or_by_all_of_its_words(
    tmp_path: Path, held: str, said: str, *, is_told: bool
) -> None:
    found = codes(tmp_path, hold_back=[held], opening_line=said)
    assert ("S403" in found) == is_told


@pytest.mark.parametrize(
    ("window", "code"),
    [
        ({"days": ["sat"], "from": "2026-11-02", "to": "2026-11-06"}, "S202"),
        ({"hours": {"from": "09:00", "to": "09:00"}}, "S202"),
        ({"from": "2026-11-06", "to": "2026-11-02"}, "S201"),
    ],
    ids=["no such day", "no hours", "the wrong way round"],
)
def test_a_window_without_time_is_an_error(
    window: dict[str, object], code: str, tmp_path: Path
) -> None:
    assert code in codes(tmp_path, window=window)


@pytest.mark.parametrize(
    "window",
    [
        {"hours": {"from": "22:00", "to": "02:00"}},
        {"days": ["sat"], "from": "2026-11-02", "to": "2026-11-07"},
        {"days": ["sat"], "from": "2026-11-02"},
    ],
    ids=["past midnight", "on its last day", "open"],
)
def test_a_window_with_time_is_left_alone(window: dict[str, object], tmp_path: Path) -> None:
    assert {"S201", "S202"}.isdisjoint(codes(tmp_path, window=window))


def test_a_trait_that_somebody_can_have_is_left_alone(tmp_path: Path) -> None:
    persona = {"story": "You lost it.", "profile": {"age": ["30-18", "over 60"]}}
    assert "S407" not in codes(tmp_path, persona=persona)


def test_the_errors_of_the_rubric_are_told_with_the_scenario(tmp_path: Path) -> None:
    path = shop_builders.write_files(tmp_path).with_name("lost_card.yaml")
    rubric = tmp_path / "phone.yaml"
    rubric.write_text(shop_builders.RUBRIC.replace("pass_mark: 60", "pass_mark: 600"))
    found = checked_scenario(path).problems
    assert [(one.source, one.code) for one in found if one.severity == "error"] == [
        (str(path), "S101"),
        (str(rubric), "R004"),
    ]


def test_problems_stand_in_the_order_of_the_file(tmp_path: Path) -> None:
    path = shop_builders.write_files(tmp_path).with_name("lost_card.yaml")
    text = shop_builders.SCENARIO.replace("channel: call", "channel: visit")
    path.write_text(text + "hold_back: [It ends in 20.]\nsubmit_hours: 24\n")
    lines = [one.line or 0 for one in checked_scenario(path).problems]
    assert lines == sorted(lines)
    assert len(lines) > 2

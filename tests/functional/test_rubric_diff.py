"""`qa rubric diff` as people and CI run it."""

import gzip
import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from commands import Ran, qa
from projects import GOOD, POOR, add_recordings, chat_line, chats_project

from qa_toolkit.shipped import quickstart_folder, rubrics_folder
from qa_toolkit.workflow.import_ import import_paths
from qa_toolkit.workflow.project import open_project

SERVICE = (rubrics_folder() / "service.yaml").read_text(encoding="utf-8")
SMALL = """\
format: 1
id: small
version: 1.0.0
title: Small
applies_to: {channels: [chat]}
pass_mark: 60
appeal_days: 14
minimums: {tone: 10, care: 10}
requires: {agent_turns: 1, customer_turns: 1}
sections:
  - id: tone
    title: Tone
    weight: 50
    criteria:
      - id: tone.greeting
        question: Does the agent greet the customer?
        scale: {0: no greeting, 1: a greeting}
        indicators:
          - {id: hello, kind: phrase, any: [hello, hi], points: 1}
  - id: care
    title: Care
    weight: 50
    criteria:
      - id: care.sorry
        question: Does the agent say sorry?
        scale: {0: no, 1: yes}
        indicators:
          - {id: sorry, kind: phrase, any: [sorry], points: 1}
"""


def edited(text: str, **keys: object) -> str:
    """The rubric with other values of its first keys, as an author would change them."""
    for key, value in keys.items():
        text, count = re.subn(rf"^{key}: .*$", f"{key}: {value}", text, count=1, flags=re.M)
        assert count, key
    return text


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with `old.yaml` and a file of two chats."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.yaml").write_text(SMALL)
    lines = [chat_line("good", GOOD), chat_line("poor", POOR, "eli")]
    (tmp_path / "chats.jsonl").write_text("\n".join(lines))
    return tmp_path


def diff(text: str, *options: str) -> Ran:
    """Compare `old.yaml` with this text."""
    Path("new.yaml").write_text(text)
    return qa("rubric", "diff", "old.yaml", "new.yaml", *options)


def test_a_version_that_says_enough_is_fine(folder: Path) -> None:
    ran = diff(edited(SMALL, version="1.1.0", pass_mark=70))
    assert ran.code == 0
    assert "pass_mark: 60 → 70  (line 6)" in ran.out
    assert ran.out.endswith("Scoring change: needs 1.1.0, is 1.1.0\n")


def test_a_version_that_says_too_little_is_a_finding_at_its_line(folder: Path) -> None:
    ran = diff(edited(SMALL, version="1.0.1", pass_mark=70), "--output", "github")
    assert ran.code == 1
    assert "::error file=new.yaml,line=3,col=1,title=D001::a scoring change needs" in ran.out


@pytest.mark.parametrize("version", ["1.0.0", "0.9.0", "1.9.9"])
def test_a_removed_criterion_asks_for_a_major_version(folder: Path, version: str) -> None:
    without = SMALL[: SMALL.index("  - id: care")].replace(", care: 10", "")
    assert diff(edited(without, version=version)).code == 1
    assert diff(edited(without, version="2.0.0")).code == 0


def test_comments_and_layout_are_no_change(folder: Path) -> None:
    ran = diff("# a comment\n" + SMALL.replace("[hello, hi]", "\n              [hi,  hello]"))
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "No change of meaning: version 1.0.0")


def test_a_shipped_rubric_goes_by_its_name(folder: Path) -> None:
    Path("new.yaml").write_text(SERVICE)
    assert qa("rubric", "diff", "service", "new.yaml").code == 0


def test_the_impact_names_flips_with_agents_and_reasons(folder: Path) -> None:
    ran = diff(edited(SMALL, version="1.1.0").replace("[sorry]", "[my apologies]"),
               "--against", "chats.jsonl", "--json")  # fmt: skip
    (flip,) = ran.json["impact"]["flips"]
    assert (flip["id"], flip["agent"], flip["before"], flip["after"]) == (
        "good", "dana", "pass", "fail",
    )  # fmt: skip
    assert flip["ratings"] == [{"criterion": "care.sorry", "before": "1", "after": "0"}]
    assert [agent["id"] for agent in ran.json["impact"]["agents"]] == ["dana"]
    assert ran.json["impact"]["silent_indicators"][0]["indicator"] == "sorry"


def test_lines_come_from_standard_input(folder: Path) -> None:
    Path("new.yaml").write_text(SMALL)
    lines = Path("chats.jsonl").read_bytes()
    ran = qa("rubric", "diff", "old.yaml", "new.yaml", "--against", "-", "--json", stdin=lines)
    assert ran.json["impact"]["scored"] == 2


def test_bad_lines_are_counted_and_the_others_scored(folder: Path) -> None:
    lines = Path("chats.jsonl").read_text()
    Path("chats.jsonl").write_text(f'oops\n{lines}\n{{"id": "x"}}\n')
    ran = diff(SMALL, "--against", "chats.jsonl")
    assert ran.code == 0
    assert "Impact on 2 interactions of chats.jsonl" in ran.out
    assert "Left out (2)\n  chats.jsonl:1: not JSON" in ran.out


def test_a_file_in_which_nothing_can_be_scored_cannot_be_used(folder: Path) -> None:
    Path("chats.jsonl").write_text("oops\n")
    ran = diff(SMALL, "--against", "chats.jsonl")
    assert ran.code == 2
    assert "nothing in chats.jsonl can be scored: chats.jsonl:1: error: not JSON" in ran.err


def test_a_project_without_interactions_cannot_be_used(folder: Path) -> None:
    chats_project(folder / "november")
    ran = diff(SMALL, "--against", "november")
    assert (ran.code, ran.err.splitlines()[0]) == (
        2,
        "error: there are no interactions in november",
    )


def test_a_folder_of_recordings_without_words_cannot_be_used(folder: Path) -> None:
    (folder / "calls").mkdir()
    add_recordings(folder / "calls", "call-0003.mp3")
    ran = diff(SMALL, "--against", "calls")
    assert "calls: 1 interaction, none with words yet" in ran.err


def test_one_format_may_take_the_place_of_the_text(folder: Path) -> None:
    ran = diff(SMALL, "--output", "markdown")
    assert ran.out.startswith("**No change of meaning** → version 1.0.0 (small, ")


def test_a_project_is_scored_and_stays_as_it_was(folder: Path) -> None:
    project = chats_project(folder / "november")
    with open_project(project) as opened:
        import_paths(opened, [project / "chats"])
    before = sorted(path.name for path in project.iterdir())
    ran = diff(SMALL.replace("[sorry]", "[my apologies]"), "--against", "november", "--json")
    assert ran.json["impact"]["scored"] == 6
    assert {agent["interactions"] for agent in ran.json["impact"]["agents"]} == {3}
    assert sorted(path.name for path in project.iterdir()) == before


def test_every_output_is_written_in_one_run(folder: Path) -> None:
    names = {"markdown": "c.md", "json": "c.json", "text": "c.txt", "sarif": "c.sarif",
             "junit": "c.xml", "gitlab": "c.gl.json"}  # fmt: skip
    outputs = [part for name, file in names.items() for part in ("--output", f"{name}={file}")]
    ran = diff(edited(SMALL, pass_mark=70), "--against", "chats.jsonl", *outputs)
    assert ran.out.startswith("small 1.0.0 → 1.0.0\n")
    assert Path("c.md").read_text().startswith("**Scoring change** → needs 1.1.0, but is still")
    assert Path("c.txt").read_text() == ran.out
    found = json.loads(Path("c.sarif").read_text())["runs"][0]["results"]
    assert [(item["ruleId"], item["level"]) for item in found] == [
        ("D001", "error"), ("D204", "note"),
    ]  # fmt: skip
    assert json.loads(Path("c.json").read_text())["finding"]
    assert ET.parse("c.xml").getroot().get("failures") == "1"  # noqa: S314 - we wrote it


def test_an_output_never_replaces_a_rubric(folder: Path) -> None:
    ran = diff(SMALL, "--output", "json=old.yaml")
    assert ran.code == 2
    assert Path("old.yaml").read_text() == SMALL


def test_a_broken_rubric_is_told_with_its_places(folder: Path) -> None:
    ran = diff(SMALL.replace("weight: 50", "wieght: 50", 1))
    assert ran.code == 2
    assert "new.yaml:13:5" in ran.err


WRONG = [
    (["old.yaml"], "one with its past"),
    (["old.yaml", "old.yaml", "--git", "HEAD"], "one with its past"),
    (["old.yaml", "nothing.yaml"], "there is no rubric 'nothing.yaml'"),
    (["old.yaml", "x" * 5_000], "there is no rubric 'xxx"),
    (["old.yaml", "old.yaml", "--against", "nothing"], "there is no folder or file nothing"),
    (["old.yaml", "old.yaml", "--output", "pdf"], "no format is called 'pdf'"),
    (["old.yaml", "--git", "HEAD"], "not a git repository"),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG, ids=[said for _, said in WRONG])
def test_wrong_usage_is_told_in_one_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    ran = qa("rubric", "diff", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def git(*arguments: str) -> None:
    who = ["-c", "user.name=Dana", "-c", "user.email=dana@example.org"]
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(folder: Path) -> Path:
    """The folder as a repository with one commit tagged `base`."""
    git("init", "--initial-branch=main")
    git("add", "old.yaml")
    git("commit", "-m", "first")
    git("tag", "base")
    return folder


def test_a_file_is_compared_with_its_past(repository: Path) -> None:
    Path("old.yaml").write_text(edited(SMALL, version="1.1.0", pass_mark=70))
    ran = qa("rubric", "diff", "old.yaml", "--git", "base", "--against", "chats.jsonl", "--json")
    assert (ran.code, ran.json["old"]["file"]) == (0, "old.yaml@base")
    assert (ran.json["effect"], ran.json["impact"]["scored"]) == ("scoring", 2)


def test_what_it_extends_is_taken_from_the_past_too(repository: Path) -> None:
    varied = "format: 1\nid: varied\nversion: {}\ntitle: Varied\nextends: old.yaml\n"
    Path("varied.yaml").write_text(varied.format("1.0.0"))
    git("add", "varied.yaml")
    git("commit", "-m", "second")
    Path("old.yaml").write_text(edited(SMALL, pass_mark=70))
    ran = qa("rubric", "diff", "varied.yaml", "--git", "main", "--json")
    (change,) = ran.json["changes"]
    assert (change["what"], change["before"], change["after"]) == ("pass_mark", 60, 70)
    assert (change["old"]["file"], change["new"]["file"]) == ("old.yaml@main", "old.yaml")
    assert (ran.code, ran.json["needed"]) == (1, "1.1.0")


def test_a_shipped_rubric_that_it_extends_is_in_nobodys_history(repository: Path) -> None:
    varied = "format: 1\nid: varied\nversion: {}\ntitle: Varied\nextends: service\npass_mark: {}\n"
    Path("varied.yaml").write_text(varied.format("1.0.0", 50))
    git("add", "varied.yaml")
    git("commit", "-m", "second")
    Path("varied.yaml").write_text(varied.format("1.1.0", 55))
    ran = qa("rubric", "diff", "varied.yaml", "--git", "main", "--json")
    assert [change["what"] for change in ran.json["changes"]] == ["pass_mark"]


def test_a_file_that_was_not_there_is_all_new(repository: Path) -> None:
    Path("new.yaml").write_text(SMALL)
    ran = qa("rubric", "diff", "new.yaml", "--git", "base", "--against", "chats.jsonl")
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "New rubric: version 1.0.0")


VARIED = "format: 1\nid: varied\nversion: 1.0.0\ntitle: Varied\nextends: service\n"


def test_a_base_that_is_gone_from_beside_the_rubric_is_taken_from_the_past(
    repository: Path,
) -> None:
    Path("varied.yaml").write_text(VARIED.replace("service", "service.yaml"))
    Path("service.yaml").write_text(SMALL)
    git("add", "varied.yaml", "service.yaml")
    git("commit", "-m", "second")
    Path("service.yaml").unlink()  # the shipped one goes by the same name
    ran = qa("rubric", "diff", "varied.yaml", "--git", "main", "--json")
    gone = [one["where"] for one in ran.json["changes"] if one["kind"] == "removed"]
    assert ["section tone"] in gone


def test_a_base_that_came_beside_the_rubric_was_not_its_base_in_the_past(
    repository: Path,
) -> None:
    Path("service").mkdir()  # a folder of that name is no base
    Path("service/notes.txt").write_text("notes")
    Path("varied.yaml").write_text(VARIED.replace("service", "service.yaml"))
    git("add", "varied.yaml", "service")
    git("commit", "-m", "second")
    Path("service.yaml").write_text(SMALL)
    ran = qa("rubric", "diff", "varied.yaml", "--git", "main", "--json")
    come = [one["where"] for one in ran.json["changes"] if one["kind"] == "added"]
    assert ["section tone"] in come


def test_a_past_with_a_base_of_an_impossible_name_cannot_be_used(repository: Path) -> None:
    Path("old.yaml").write_text(SMALL + f"extends: {'x' * 5_000}\n")
    git("commit", "-am", "broken")
    Path("old.yaml").write_text(SMALL)
    ran = qa("rubric", "diff", "old.yaml", "--git", "HEAD")
    assert ran.code == 2
    assert "the rubric old.yaml in HEAD cannot be used" in ran.err


def test_what_others_changed_meanwhile_is_no_change_of_the_branch(repository: Path) -> None:
    git("switch", "--create", "mine")
    Path("old.yaml").write_text(edited(SMALL, version="1.0.1", title="Smaller"))
    git("commit", "-am", "mine")
    git("switch", "main")
    Path("old.yaml").write_text(edited(SMALL, version="1.1.0", pass_mark=70))
    git("commit", "-am", "theirs")
    git("switch", "mine")
    ran = qa("rubric", "diff", "old.yaml", "--git", "main", "--json")
    assert (ran.code, ran.json["old"]["version"]) == (0, "1.0.0")
    assert [change["what"] for change in ran.json["changes"]] == ["title"]


def test_a_past_that_is_broken_is_told(repository: Path) -> None:
    Path("old.yaml").write_text("format: 1\n")
    git("commit", "-am", "broken")
    Path("old.yaml").write_text(SMALL)
    ran = qa("rubric", "diff", "old.yaml", "--git", "HEAD")
    assert ran.code == 2
    assert "the rubric old.yaml in HEAD cannot be used" in ran.err


def scored_alone(rubric: str, line: str) -> tuple[str, float]:
    """Outcome and total of one line, by `qa score` under one rubric."""
    ran = qa("score", "-", "--jsonl", "--rubric", rubric, stdin=line.encode())
    result = ran.lines[0]
    return result["outcome"], result["overall"] * 100


def confirm(flips: list[dict[str, Any]], lines: dict[str, str], old: str, new: str) -> None:
    """Score two of the threads named by themselves, under each rubric."""
    assert len(flips) >= 2
    for flip in (flips[0], flips[-1]):
        for rubric, when, which in ((old, "before", "old_total"), (new, "after", "new_total")):
            outcome, total = scored_alone(rubric, lines[flip["id"]])
            assert (outcome, round(total, 9)) == (flip[when], round(flip[which], 9))


def changed_service() -> str:
    """The shipped rubric with a higher pass mark, a lighter greeting and fewer thanks."""
    mark = int(re.findall(r"^pass_mark: (\d+)$", SERVICE, re.M)[0])
    text = edited(SERVICE, pass_mark=mark + 5, version="9.0.0")
    text, weights = re.subn(r"(id: politeness\.greeting\n(?:.*\n)*?\s+weight:) \d+", r"\1 5", text)
    text, phrases = re.subn(r"^\s+- \(thank you\|thanks\|.*\n", "", text, count=1, flags=re.M)
    assert (weights, phrases) == (1, 1)
    return text


def test_flips_of_the_quickstart_are_confirmed_by_scoring_them_alone(folder: Path) -> None:
    Path("new.yaml").write_text(edited(changed_service(), pass_mark=75))
    chats = quickstart_folder() / "chats" / "webchat.jsonl"
    lines = {json.loads(line)["id"]: line for line in chats.read_text().splitlines()}
    ran = qa("rubric", "diff", "service", "new.yaml", "--against", chats, "--json")
    confirm(ran.json["impact"]["flips"], lines, "service", "new.yaml")


def a_thousand_threads(folder: Path) -> tuple[Path, str]:
    """The real ones where they lie beside the project, else the example's, over and over.

    With them comes a changed rubric under which some of them turn.
    """
    beside = Path(__file__).parents[3] / "shared" / "data"
    real = Path(os.environ.get("QA_SHARED_DATA", beside)) / "chats" / "care_threads.jsonl.gz"
    if real.is_file():
        return real, changed_service()
    chats = (quickstart_folder() / "chats" / "webchat.jsonl").read_text().splitlines()
    made = folder / "threads.jsonl.gz"
    with gzip.open(made, "wt", encoding="utf-8") as threads:
        for number in range(1_000):
            line = json.loads(chats[number % len(chats)])
            threads.write(json.dumps(line | {"id": f"thread-{number}"}) + "\n")
    return made, edited(changed_service(), pass_mark=75)


@pytest.mark.slow
def test_flips_of_a_thousand_threads_are_confirmed_by_scoring_them_alone(folder: Path) -> None:
    data, changed = a_thousand_threads(folder)
    Path("new.yaml").write_text(changed)
    with gzip.open(data, "rt", encoding="utf-8") as threads:
        lines = {json.loads(line)["id"]: line for line in threads}
    ran = qa("rubric", "diff", "service", "new.yaml", "--against", data, "--json")
    impact = ran.json["impact"]
    assert (impact["scored"], impact["unreadable"]) == (len(lines), 0)
    confirm(impact["flips"], lines, "service", "new.yaml")

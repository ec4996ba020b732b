"""`qa calibrate agreement`: files and a project's scorecards, compared."""

import json
from pathlib import Path

import pytest
from commands import qa
from openpyxl import Workbook
from projects import chats_project

DANA = """\
interaction,agent,criterion,rating
c-1,ali,empathy.acknowledge,names the trouble
c-2,ali,empathy.acknowledge,0
c-3,bo,empathy.acknowledge,1
c-4,bo,empathy.acknowledge,na
"""
ELI = """\
Contact ID;Did I mean it?;empathy.acknowledge
c-1;yes;2
c-2;no;1
c-3;no;1
c-9;no;2
"""
RUBRIC = """\
format: 1
id: care
version: 1.0.0
title: Care
applies_to: {channels: [chat]}
pass_mark: 50
sections:
  - id: empathy
    title: Empathy
    weight: 1
    criteria:
      - id: empathy.acknowledge
        question: Is the trouble acknowledged?
        scale: {0: ignores it, 1: stock phrase, 2: names the trouble}
        rate: manual
"""


WHO = {"dana": 3, "eli": 3, "fay": 2}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the ratings of two people and their rubric."""
    monkeypatch.chdir(tmp_path)
    Path("dana.csv").write_text(DANA)
    Path("eli.csv").write_text(ELI)
    Path("care.yaml").write_text(RUBRIC)
    return tmp_path


def test_two_people_are_compared_in_the_rubrics_words(here: Path) -> None:
    ran = qa("calibrate", "agreement", "dana.csv", "eli.csv", "--rubric", "care.yaml", "--json")
    known = ran.json["criteria"]["empathy.acknowledge"]
    assert (known["interactions"], known["exact"]) == (3, 0.666667)
    assert known["levels"] == [0, 1, 2]


def test_interactions_that_only_one_rated_are_counted_and_named(here: Path) -> None:
    ran = qa("calibrate", "agreement", "dana.csv", "eli.csv", "--rubric", "care.yaml", "--json")
    assert [part["alone"] for part in ran.json["parts"]] == [["c-4"], ["c-9"]]


def test_the_table_has_a_row_for_each_criterion_and_the_matrix_where_asked(here: Path) -> None:
    ran = qa("calibrate", "agreement", "dana.csv", "eli.csv", "-r", "care.yaml", "--matrix")
    assert "empathy.acknowledge   3   67 %" in ran.out
    assert "empathy.acknowledge: dana down, eli across" in ran.out


def test_a_row_for_each_agent(here: Path) -> None:
    ran = qa("calibrate", "agreement", "dana.csv", "eli.csv", "-r", "care.yaml", "--by", "agent")
    rows = [line.split() for line in ran.out.splitlines()]
    assert [(row[0], row[1], row[2]) for row in rows[2:4]] == [
        ("ali", "2", "50"),
        ("bo", "1", "100"),
    ]


def test_bad_cells_are_told_and_the_others_are_compared(here: Path) -> None:
    Path("eli.csv").write_text(ELI.replace("c-3;no;1", "c-3;no;perhaps"))
    ran = qa("calibrate", "agreement", "dana.csv", "eli.csv", "--rubric", "care.yaml")
    assert ran.code == 1
    assert "eli.csv:4: error: empathy.acknowledge has no answer 'perhaps'" in ran.err
    assert "empathy.acknowledge   2   50 %" in ran.out


def test_a_workbook_is_read_like_a_table(here: Path) -> None:
    book = Workbook()
    page = book.worksheets[0]
    page.title = "May"
    for row in (("Ratings of May",), ("id", "empathy.acknowledge"), ("c-1", 2), ("c-2", "???")):
        page.append(row)
    book.save("fay.xlsx")
    ran = qa("calibrate", "agreement", "dana.csv", "fay.xlsx", "--rubric", "care.yaml")
    assert "fay.xlsx: May!B4: error:" in ran.err
    assert "empathy.acknowledge   1   100 %" in ran.out


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (["dana.csv"], "only dana rated: two evaluators are needed"),
        (["dana.csv", "nobody.csv"], "nobody.csv: No such file"),
        (["dana.csv", "empty.csv"], "no table of ratings"),
        (["dana.csv", "notes.json"], "JSON without scorecards"),
        (["dana.csv", "broken.xlsx"], "not a workbook"),
        (["dana.csv", "others.csv"], "no interaction was rated by two evaluators"),
    ],
)
def test_what_cannot_be_compared_is_said_in_one_line(
    here: Path, files: list[str], said: str
) -> None:
    Path("empty.csv").write_text("")
    Path("notes.json").write_text('{"notes": []}')
    Path("broken.xlsx").write_bytes(b"PK\x03\x04 no zip")
    Path("others.csv").write_text("id,empathy.acknowledge\nx-1,2\n")
    ran = qa("calibrate", "agreement", *files, "--rubric", "care.yaml")
    assert ran.code == 2
    assert said in ran.err


def test_agents_must_be_known_for_rows_by_agent(here: Path) -> None:
    for name in ("a", "b"):
        Path(f"{name}.csv").write_text("id,sorry\nc-1,1\n")
    ran = qa("calibrate", "agreement", "a.csv", "b.csv", "--by", "agent")
    assert ran.code == 2
    assert "no file says which agent served" in ran.err


def test_two_files_of_one_name_are_told_apart_by_their_folders(here: Path) -> None:
    for folder in ("may", "june"):
        Path(folder).mkdir()
        Path(folder, "dana.csv").write_text("id,sorry\nc-1,1\n")
    ran = qa("calibrate", "agreement", "may/dana.csv", "june/dana.csv", "--json")
    assert [part["name"] for part in ran.json["parts"]] == ["may/dana.csv", "june/dana.csv"]


def test_a_result_line_without_an_end_is_a_problem_of_its_own(here: Path) -> None:
    line = {"id": "c-1", "criteria": {"empathy.acknowledge": {"status": "rated", "rating": 2}}}
    Path("machine.jsonl").write_text(json.dumps(line) + '\n{"id": "c-2", "crit\n')
    ran = qa("calibrate", "agreement", "dana.csv", "machine.jsonl", "--rubric", "care.yaml")
    assert ran.code == 1
    assert "machine.jsonl:2: error: not JSON" in ran.err


def test_every_export_says_what_the_store_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The machine agrees with itself, whichever way its ratings come back."""
    monkeypatch.chdir(chats_project(tmp_path / "p"))
    assert qa("run", "chats", "--seed", "1").code == 0
    exports = [f"exports/scorecards{end}" for end in (".json", "-detail.csv", ".xlsx")]
    ran = qa("calibrate", "agreement", "store:", *exports, "--rubric", "service", "--json")
    assert ran.code == 0, ran.err
    assert ran.json["overall"]["exact"] == 1
    assert [part["interactions"] for part in ran.json["parts"]] == [6, 6, 6, 6]
    assert len({(part["ratings"], part["abstained"]) for part in ran.json["parts"]}) == 1


def test_a_store_without_scorecards_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(chats_project(tmp_path / "p"))
    Path("dana.csv").write_text(DANA)
    ran = qa("calibrate", "agreement", "store:", "dana.csv")
    assert ran.code == 2
    assert "no sample was drawn yet" in ran.err


def test_a_column_of_numbers_that_are_no_ratings_is_passed_over(here: Path) -> None:
    rows = [f"c-{at},{at % 3},{7_000_000 + at}" for at in range(1_100)]
    for name in ("a", "b"):
        Path(f"{name}.csv").write_text("\n".join(["id,sorry,order no", *rows]) + "\n")
    ran = qa("calibrate", "agreement", "a.csv", "b.csv", "--json")
    assert ran.code == 0
    assert list(ran.json["criteria"]) == ["sorry"]
    assert "order no: warning: 1,100 different values are no rating scale" in ran.err


def test_of_three_people_every_two_are_compared(here: Path) -> None:
    rows = [f"c-{at},{who},{at % level}" for at in range(25) for who, level in WHO.items()]
    Path("all.csv").write_text("\n".join(["id,reviewer,score", *rows]) + "\n")
    ran = qa("calibrate", "agreement", "all.csv")
    assert "rating      25" in ran.out
    assert [line[:11] for line in ran.out.splitlines() if " · " in line[:11]] == [
        "dana · eli ",
        "dana · fay ",
        "eli · fay  ",
    ]


def test_a_machines_strengths_are_held_against_peoples_ratings(here: Path) -> None:
    lines = []
    for name, strength in (("c-1", 0.9), ("c-2", 0.2), ("c-3", 0.4)):
        score = {"status": "needs_review", "rating": None, "strength": strength}
        lines.append(json.dumps({"id": name, "criteria": {"empathy.acknowledge": score}}))
    Path("machine.jsonl").write_text("\n".join(lines) + "\n")
    ran = qa("calibrate", "agreement", "dana.csv", "eli.csv", "machine.jsonl", "-r", "care.yaml")
    said = "strength of machine against ratings of 3: AUC 1.00, Spearman 1.00"
    assert f"empathy.acknowledge: {said}" in ran.out


def test_a_persons_rating_in_the_workbook_is_that_persons(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside the store it says how far the machine agrees with those who corrected it."""
    monkeypatch.chdir(chats_project(tmp_path / "p"))
    assert qa("run", "chats", "--seed", "1", "--to", "first.json").code == 0
    rated = qa("list", "--json").json[0]["id"]
    set_ = ("overrides", "set", rated, "politeness.greeting", "1")
    assert qa(*set_, "--reason", "listened", "--by", "Ines Marsh").code == 0
    assert qa("export", "--to", "team.xlsx").code == 0
    ran = qa("calibrate", "agreement", "store:", "team.xlsx", "--rubric", "service", "--json")
    ratings = {part["name"]: part["ratings"] for part in ran.json["parts"]}
    assert ratings["Ines Marsh"] == 1

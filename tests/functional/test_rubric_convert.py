"""`qa rubric convert`: forms of other products become rubrics that pass, and rubrics such forms."""

import json
from pathlib import Path

import pytest
from commands import qa, qa_process

FORMS = Path(__file__).parents[1] / "unit" / "forms"
CONNECT, GENESYS = FORMS / "amazon_connect_form.json", FORMS / "genesys_form.json"
SERVICE = Path(__file__).parents[2] / "rubrics" / "service.yaml"
LIST = "Section,Question,Answers,Weight,Critical\nStart,Is there a greeting?,Yes/No,2,\n,Is it right?,0-2,3,x\n"


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    file = tmp_path / "team_list.csv"
    file.write_text(LIST, encoding="utf-8")
    return file


@pytest.mark.parametrize("form", [CONNECT, GENESYS], ids=["Amazon Connect", "Genesys"])
def test_a_form_becomes_a_rubric_without_errors(form: Path, tmp_path: Path) -> None:
    made = tmp_path / "made.yaml"
    assert qa("rubric", "convert", form, "-o", made).code == 0
    checked = qa("rubric", "check", made)
    assert (checked.code, "error" in checked.out) == (0, False)
    assert qa("rubric", "fmt", "--check", made).code == 0


def test_a_list_becomes_a_rubric_named_after_its_file(questions: Path, tmp_path: Path) -> None:
    made = tmp_path / "made.yaml"
    qa("rubric", "convert", questions, "-o", made, "--channels", "visit")
    text = made.read_text(encoding="utf-8")
    assert "id: team_list\n" in text
    assert "applies_to: {channels: [visit]}\n" in text
    assert qa("rubric", "check", made).code == 0


def test_without_a_file_the_rubric_goes_to_standard_output_alone() -> None:
    ran = qa("rubric", "convert", GENESYS)
    assert ran.out.startswith("# Made from genesys_form.json.\nformat: 1\n")
    assert "defaultAnswersToHighest" in ran.err


def test_differences_are_listed_worst_first_with_their_places() -> None:
    kinds = [line.split(":")[0] for line in qa("rubric", "convert", GENESYS).err.splitlines()[:-1]]
    assert kinds == sorted(kinds, key=["lost", "changed", "note"].index)
    assert {"lost", "note"} <= set(kinds)


@pytest.mark.parametrize(("form", "code"), [(CONNECT, 0), (GENESYS, 1)], ids=["nothing", "lost"])
def test_strict_fails_when_something_is_lost(form: Path, code: int) -> None:
    assert qa("rubric", "convert", form, "--strict").code == code


def test_a_form_goes_there_and_back(tmp_path: Path) -> None:
    made, again = tmp_path / "made.yaml", tmp_path / "again.json"
    qa("rubric", "convert", CONNECT, "-o", made)
    qa("rubric", "convert", made, "--to", "amazon-connect", "-o", again)
    assert json.loads(again.read_text(encoding="utf-8")) == json.loads(CONNECT.read_text("utf-8"))


def test_one_product_s_form_becomes_another_s_with_the_losses_of_both_steps() -> None:
    ran = qa("rubric", "convert", GENESYS, "--to", "amazon-connect", "--json")
    places = [known["place"] for known in ran.json["differences"]]
    assert json.loads(ran.json["content"])["Title"] == "Harbour Homeware, chats"
    assert "questionGroups[0].defaultAnswersToHighest" in places
    assert "applies_to.channels" in places


def test_json_says_what_was_converted_and_what_was_lost(tmp_path: Path) -> None:
    made = tmp_path / "made.yaml"
    told = qa("rubric", "convert", GENESYS, "-o", made, "--json").json
    assert (told["from"], told["to"], told["output"]) == ("genesys", "rubric", str(made))
    assert told["content"] is None
    assert told["differences"][0].keys() == {"kind", "place", "what", "became"}


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_template_for_questions_is_written_and_read_again(suffix: str, tmp_path: Path) -> None:
    sheet, made = tmp_path / f"sheet{suffix}", tmp_path / "made.yaml"
    assert qa("rubric", "convert", SERVICE, "--to", "questions", "-o", sheet).code == 0
    assert qa("rubric", "convert", sheet, "-o", made).code == 0
    assert "id: politeness.greeting\n" in made.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("form.json", '{"Title": 7, "Items": []}', "Title: expected text, got 7"),
        ("form.json", '{"answers": []}', "neither an Amazon Connect nor a Genesys"),
        ("form.json", '{"Items": [', "not JSON"),
        ("list.csv", "Question,Answers\nIs it?,Good|Bad\n", "B2: the answer 'Good' has no points"),
        ("list.csv", "a,b\n", "no column for questions"),
        ("sheet.xlsx", "PK\x03\x04 no workbook", "not a workbook"),
        ("r.yaml", "format: 1\n", "the rubric cannot be used"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_place(
    name: str, content: str, said: str, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.write_text(content, encoding="utf-8")
    ran = qa("rubric", "convert", file, "--to", "amazon-connect")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["nothing.json"], "cannot be read"),
        ([CONNECT, "--from", "excel"], "there is no form 'excel'"),
        ([CONNECT, "--to", "excel"], "there is no form 'excel'"),
        ([SERVICE], "a rubric already"),
        ([CONNECT, "-o", CONNECT], "is the form itself"),
        ([CONNECT, "--channels", "fax"], "there is no channel 'fax'"),
        ([CONNECT, "--from", "genesys"], "questionGroups: is missing"),
    ],
)
def test_wrong_use_is_told(options: list[str | Path], said: str) -> None:
    ran = qa("rubric", "convert", *options)
    assert (ran.code, said in ran.err) == (2, True), ran.err


def test_in_a_process_of_its_own_the_output_is_a_file_as_it_is(
    questions: Path, tmp_path: Path
) -> None:
    ran = qa_process("rubric", "convert", questions, cwd=tmp_path)
    made = tmp_path / "made.yaml"
    made.write_text(ran.out, encoding="utf-8")
    assert qa("rubric", "check", made).code == 0


@pytest.mark.parametrize("kind", ["rubric", "questions"])
def test_a_file_that_is_there_is_kept_unless_forced(kind: str, tmp_path: Path) -> None:
    made = tmp_path / ("made.yaml" if kind == "rubric" else "made.xlsx")
    made.write_text("mine", encoding="utf-8")
    command = ("rubric", "convert", CONNECT, "--to", kind, "-o", made)
    ran = qa(*command)
    assert (ran.code, made.read_text(encoding="utf-8")) == (2, "mine")
    assert "is there already" in ran.err
    assert "--force" in ran.err
    assert qa(*command, "--force").code == 0
    assert made.read_bytes() != b"mine"
    assert list(tmp_path.iterdir()) == [made]


def test_not_even_by_force_is_a_form_written_over_itself(tmp_path: Path) -> None:
    form = tmp_path / "form.json"
    form.write_bytes(CONNECT.read_bytes())
    ran = qa("rubric", "convert", form, "-o", form, "--force")
    assert (ran.code, form.read_bytes()) == (2, CONNECT.read_bytes())


def test_what_cannot_be_written_is_told_and_leaves_no_trace(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    ran = qa("rubric", "convert", CONNECT, "-o", tmp_path / "folder")
    assert (ran.code, "cannot write" in ran.err) == (3, True)

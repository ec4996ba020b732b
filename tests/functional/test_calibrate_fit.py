"""`qa calibrate fit`: a model learned on by a site's own ratings."""

import json
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from commands import qa
from projects import chat_line, chats_project

from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.scoring.models import Feature, Model, read_model, write_model

SORRY, THANKS = "I'm so sorry about that.", "Thank you for waiting."
LIKES_APOLOGIES = Model(
    name="first-en",
    version="1.2.0",
    predicts="an agent people like",
    language="en",
    speaker=SpeakerRole.AGENT,
    intercept=0.0,
    offset=-0.5,
    features=(
        Feature(name="apology", mean=0.5, scale=0.5, weight=1.0),
        Feature(name="thanks", mean=0.5, scale=0.5, weight=0.1),
    ),
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """120 chats rated by people who care for thanks, and a model that cares for apologies."""
    monkeypatch.chdir(tmp_path)
    rows, lines = ["interaction,criterion,rating"], []
    for at, (sorry, thanks, odd) in enumerate(list(product((0, 1), (0, 1), range(30)))):
        said = " ".join(["Let me look.", *[SORRY] * sorry, *[THANKS] * thanks])
        lines.append(chat_line(f"c-{at:03}", [("customer", "It broke."), ("agent", said)]))
        rows.append(f"c-{at:03},care.tone,{int(thanks != (odd % 6 == 0)) + int(odd % 4 == 0)}")
    Path("chats.jsonl").write_text("\n".join(lines) + "\n")
    Path("ratings.csv").write_text("\n".join(rows) + "\n")
    Path("first.json").write_text(write_model(LIKES_APOLOGIES))
    return tmp_path


FIT = ("calibrate", "fit", "ratings.csv", "--model", "first.json", "--transcripts", "chats.jsonl")


def test_ratings_of_another_taste_are_worth_a_new_model(here: Path) -> None:
    ran = qa(*FIT, "--out", "models/acme.json")
    assert ran.code == 0, ran.err
    assert "first-en 1.2.0 fitted to 120 ratings of care.tone, 0 to 2" in ran.out
    assert "better beyond chance: use it" in ran.out
    fitted = read_model(Path("models/acme.json").read_text(), "acme")
    assert fitted.weights["thanks"] > fitted.weights["apology"]


def test_the_file_says_what_it_was_made_of(here: Path) -> None:
    qa(*FIT, "--out", "acme.json", "--name", "tone-acme")
    fitted = read_model(Path("acme.json").read_text(), "acme")
    assert (fitted.name, fitted.data[-1].items) == ("tone-acme", 120)
    assert fitted.data[-1].source == "first-en 1.2.0 fitted to ratings 0 to 2"
    assert [known.how for known in fitted.agreement] == ["five-fold"]


def test_the_same_ratings_in_any_order_give_the_same_bytes(here: Path) -> None:
    qa(*FIT, "--out", "acme.json")
    first = Path("acme.json").read_bytes()
    header, *rows = Path("ratings.csv").read_text().splitlines()
    Path("ratings.csv").write_text("\n".join([header, *reversed(rows)]) + "\n")
    qa(*FIT, "--out", "acme.json")
    assert Path("acme.json").read_bytes() == first


def test_a_rubric_can_name_the_file(here: Path) -> None:
    qa(*FIT, "--out", "models/acme.json")
    rubric = qa("rubric", "init", "acme", "--pillars", "politeness", "--yes")
    path = next(Path().rglob("acme.yaml"), None)
    assert path is not None, rubric.out + rubric.err
    (path.parent / "models").mkdir(exist_ok=True)
    (path.parent / "models" / "acme.json").write_bytes(Path("models/acme.json").read_bytes())
    section = "    title: Politeness\n"
    text = path.read_text()
    assert section in text
    path.write_text(text.replace(section, section + "    model: models/acme.json\n"))
    ran = qa("score", "chats.jsonl", "--jsonl", "--rubric", path)
    assert ran.code == 0, ran.err
    strengths = [line["scores"]["politeness"] for line in ran.lines]
    assert strengths[30] > strengths[0]  # thanks, against neither


def test_figures_for_programs(here: Path) -> None:
    known = qa(*FIT, "--json").json
    assert known["advised"] is True
    assert known["after"]["auc"] > known["before"]["auc"]
    assert known["change"]["auc"][0] > 0


def test_the_taste_of_the_model_is_no_reason_to_change_it(here: Path) -> None:
    qa(*FIT, "--out", "acme.json")
    again = (
        "calibrate",
        "fit",
        "ratings.csv",
        "--model",
        "acme.json",
        "--transcripts",
        "chats.jsonl",
    )
    assert "keep the model there is" in qa(*again).out


def test_transcripts_may_come_from_a_project(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = chats_project(here / "p")
    assert qa("import", "chats.jsonl", "--project", project).code == 0
    ran = qa(*FIT[:-2], "--project", project, "--json")
    assert ran.json["ratings"] == 120


def test_a_file_that_names_no_criterion_has_the_one_that_is_asked_for(here: Path) -> None:
    Path("ratings.csv").write_text(Path("ratings.csv").read_text().replace("criterion", "remark"))
    assert "120 ratings of care.tone, 0 to 2" in qa(*FIT, "--criterion", "care.tone").out


def test_transcripts_may_come_through_a_pipe(here: Path) -> None:
    ran = qa(*FIT[:-1], "-", "--json", stdin=Path("chats.jsonl").read_bytes())
    assert ran.json["ratings"] == 120


def test_rated_interactions_without_words_are_counted_and_named(here: Path) -> None:
    with Path("ratings.csv").open("a") as file:
        file.write("x-1,care.tone,2\nx-2,care.tone,0\n")
    assert "2 ratings without a transcript: x-1, x-2" in qa(*FIT).out


def test_silent_agents_are_left_out(here: Path) -> None:
    with Path("chats.jsonl").open("a") as file:
        file.write(json.dumps({"id": "x-1", "turns": [{"speaker": "customer", "text": "Hi"}]}))
    with Path("ratings.csv").open("a") as file:
        file.write("x-1,care.tone,2\n")
    assert "1 rating in which the agent is silent, or in another language: x-1" in qa(*FIT).out


@pytest.mark.parametrize("spoken", ["a file", "a project"])
def test_facts_count_as_they_do_in_scoring(here: Path, spoken: str) -> None:
    """Nothing but the survey says what people rated, and the model goes by the survey."""
    lines, rows = [], ["interaction,rating"]
    for at in range(40):
        said = [("customer", "It broke."), ("agent", "Let me look.")]
        lines.append(chat_line(f"c-{at}", said, meta={"CSAT": str(at % 2 * 4 + 1)}))
        rows.append(f"c-{at},{at % 2}")
    Path("chats.jsonl").write_text("\n".join(lines) + "\n")
    Path("ratings.csv").write_text("\n".join(rows) + "\n")
    words = ["--transcripts", "chats.jsonl"]
    if spoken == "a project":
        words = ["--project", str(chats_project(here / "p"))]
        assert qa("import", "chats.jsonl", *words).code == 0
    known = qa("calibrate", "fit", "ratings.csv", "--model", "resolution-en", *words, "--json").json
    assert (known["before"]["auc"], known["after"]["auc"]) == (1, 1)


def test_a_model_that_people_contradict_is_not_turned_round(here: Path) -> None:
    turned = replace(
        LIKES_APOLOGIES,
        features=(Feature(name="thanks", mean=0.5, scale=0.5, weight=-1.0),),
    )
    Path("first.json").write_text(write_model(turned))
    ran = qa(*FIT, "--out", "acme.json")
    assert "your ratings contradict the model there is: its weights count for nothing" in ran.out
    assert "pairs in the right order (AUC)   0.2" in ran.out
    assert qa(*FIT, "--json").json["contradicts"] is True
    fitted = read_model(Path("acme.json").read_text(), "acme")
    assert fitted.weights["thanks"] > 0


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (["c-000,care.tone,1"], "1 interaction rated: too few to learn from"),
        ([f"c-{at:03},care.tone,1" for at in range(40)], "40 of 40 ratings are the same"),
        (
            [f"c-{at:03},care.tone,{int(at < 3)}" for at in range(40)],
            "37 of 40 ratings are the same",
        ),
        (
            [f"x-{at:03},care.tone,{at % 3}" for at in range(40)],
            "0 interactions rated and have words",
        ),
        (
            [f"c-{at:03},care.{'tone' if at % 2 else 'name'},{at % 3}" for at in range(60)],
            "several criteria are rated",
        ),
    ],
    ids=["one", "constant", "nearly constant", "other ids", "two criteria"],
)
def test_what_cannot_teach_is_refused(here: Path, rows: list[str], said: str) -> None:
    Path("ratings.csv").write_text("\n".join(["interaction,criterion,rating", *rows]) + "\n")
    ran = qa(*FIT)
    assert ran.code == 2
    assert said in ran.err


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("--model", "nothing-en"), "there is no model 'nothing-en'"),
        (("--model", "nothing.json"), "nothing.json: No such file"),
        (("--model", "ratings.json"), "not a model"),
        (("--criterion", "care.smile"), "there are no ratings of 'care.smile'"),
        (("--out", "acme.yaml"), "its name must end in .json"),
        (("--transcripts", "nowhere.jsonl"), "nowhere.jsonl"),
    ],
)
def test_a_wrong_option_is_said_in_one_line(here: Path, change: tuple[str, str], said: str) -> None:
    Path("ratings.json").write_text("[1]")
    ran = qa(*FIT, *change)
    assert ran.code == 2
    assert said in ran.err


def test_dice_are_told_so(here: Path) -> None:
    header, *rows = Path("ratings.csv").read_text().splitlines()
    dice = [f"{row[:-1]}{at * 7919 % 11 % 3}" for at, row in enumerate(rows)]
    Path("ratings.csv").write_text("\n".join([header, *dice]) + "\n")
    ran = qa(*FIT)
    assert "cross-validation keeps the weights there are" in ran.out
    assert "keep the model there is, and rate more" in ran.out


def test_bad_cells_are_told_and_the_others_are_learned_from(here: Path) -> None:
    with Path("ratings.csv").open("a") as file:
        file.write("c-001,care.tone,lovely\n")
    ran = qa(*FIT)
    assert ran.code == 1
    assert "ratings.csv:122: error: 'lovely' is no rating" in ran.err
    assert "120 ratings" in ran.out

"""Models that a rubric names: found beside it, checked with it, and part of its hash."""

import json
from pathlib import Path

import pytest
from model_builders import model

from qa_toolkit.errors import UsageError
from qa_toolkit.scoring.models import write_model
from qa_toolkit.workflow.lines import score_lines
from qa_toolkit.workflow.rubric_files import load, usable_rubric

RUBRIC = """\
format: 1
id: small
version: 1.0.0
title: Small
applies_to: {channels: [chat]}
pass_mark: 50
sections:
  - id: s
    title: S
    weight: 1
    model: models/own.json
    criteria:
      - {id: s.c, question: Is it shown?, type: yes_no, rate: manual}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(RUBRIC, encoding="utf-8")
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "own.json").write_text(write_model(model(apology=2.0)), encoding="utf-8")
    return path


def test_a_model_lies_where_the_rubric_says_from_its_own_folder(file: Path) -> None:
    assert list(usable_rubric(file).models) == ["models/own.json"]


def test_another_model_in_the_same_file_is_another_rubric(file: Path) -> None:
    """Scorecards are kept by the rubric's hash: with other weights they must be made again."""
    before = usable_rubric(file).hash
    own = file.parent / "models" / "own.json"
    own.write_text(write_model(model(apology=1.0)), encoding="utf-8")
    assert usable_rubric(file).hash != before


def test_a_missing_model_is_told_where_it_is_named(file: Path) -> None:
    (file.parent / "models" / "own.json").unlink()
    (problem,) = (found for found in load(file).problems if found.severity == "error")
    assert (problem.line, problem.column, problem.code) == (11, 12, "R308")
    assert "models/own.json cannot be read: No such file" in problem.message


def test_every_place_that_names_it_is_told(file: Path) -> None:
    text = file.read_text(encoding="utf-8").replace("models/own.json", "kind-en")
    file.write_text(text.replace("pass_mark", "customer_sentiment: kind-en\npass_mark"), "utf-8")
    errors = [found for found in load(file).problems if found.severity == "error"]
    assert [(found.line, found.code) for found in errors] == [(6, "R308"), (12, "R308")]


def test_a_rubric_without_its_model_is_not_used(file: Path) -> None:
    (file.parent / "models" / "own.json").write_text("{}", encoding="utf-8")
    with pytest.raises(UsageError, match=r"models/own.json: the model has no 'format'"):
        usable_rubric(file)


def test_facts_that_a_model_looks_at_are_asked_for(file: Path) -> None:
    """A corrected survey answer must score again, and must reach the filter."""
    text = file.read_text(encoding="utf-8").replace("models/own.json", "resolution-en")
    file.write_text(text, encoding="utf-8")
    assert {"csat", "transferred", "reopened"} <= set(usable_rubric(file).facts_asked)


def test_a_known_survey_answer_changes_the_strength(file: Path) -> None:
    text = file.read_text(encoding="utf-8").replace("models/own.json", "resolution-en")
    file.write_text(text, encoding="utf-8")
    line = b'{"id":"i","turns":[{"speaker":"customer","text":"It broke"},{"speaker":"agent","text":"Try again"}],"meta":{"csat":"%d"}}'
    results = score_lines([line % 1, line % 5], "-", usable_rubric(file))
    bad, good = (json.loads(result.text)["scores"]["s"] for result in results)
    assert good > bad + 0.3


def test_a_base_brings_its_model_along_into_other_folders(file: Path, tmp_path: Path) -> None:
    child = tmp_path / "shop" / "own.yaml"
    child.parent.mkdir()
    child.write_text("extends: ../small.yaml\nid: own\nversion: 1.0.0\ntitle: Own\n", "utf-8")
    assert list(usable_rubric(child).models) == ["models/own.json"]


@pytest.mark.parametrize(
    ("was", "is_", "says"),
    [
        (
            "pass_mark: 50",
            "pass_mark: 50\nlanguage: de",
            "is made for 'en', which this rubric is not for",
        ),
        ("models/own.json", "customer-sentiment-en", "judges the customer; a model of the agent"),
        (
            "pass_mark",
            "customer_sentiment: empathy-en\npass_mark",
            "judges the agent; a model of the customer",
        ),
    ],
    ids=["another language", "the customer's for a section", "the agent's for the customer"],
)
def test_a_model_that_cannot_serve_there_is_told(file: Path, was: str, is_: str, says: str) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace(was, is_), encoding="utf-8")
    errors = [found for found in load(file).problems if found.code == "R308"]
    assert says in errors[0].message

"""Model files: what is written can be read, and what cannot be used says why."""

import json
from dataclasses import replace

import pytest
from model_builders import model

from qa_toolkit.scoring.detectors import DETECTORS
from qa_toolkit.scoring.models import (
    ModelError,
    read_model,
    shipped,
    shipped_names,
    write_model,
)
from qa_toolkit.scoring.models.features import PLACES
from qa_toolkit.scoring.models.measures import MEASURES

WRITTEN = write_model(model(apology=2.0))
every_model = pytest.mark.parametrize("name", shipped_names())


def test_what_is_written_is_read_back_to_the_byte() -> None:
    assert write_model(read_model(WRITTEN, "own.json")) == WRITTEN


@every_model
def test_a_shipped_model_is_in_the_written_form(name: str) -> None:
    made = shipped(name)
    assert write_model(read_model(write_model(made), name)) == write_model(made)
    assert made.name == name


@every_model
def test_a_shipped_model_says_where_it_comes_from_and_how_far_to_trust_it(name: str) -> None:
    made = shipped(name)
    assert all(known.licence and known.source and known.items for known in made.data)
    assert made.agreement
    assert made.failures


@every_model
def test_a_shipped_model_counts_only_what_there_is(name: str) -> None:
    for feature in shipped(name).counted:
        counted, _, place = feature.partition("@")
        assert counted in DETECTORS or counted.removeprefix("#") in MEASURES
        assert not place or place in PLACES


@every_model
def test_what_a_shipped_model_is_sure_of_is_more_right_than_the_whole(name: str) -> None:
    whole, surer, *_ = shipped(name).kept
    assert (whole.share, surer.confidence) == (1.0, 0.6)
    assert surer.right > whole.right


def test_the_models_of_the_four_pillars_and_of_the_customer_ship() -> None:
    assert shipped_names() == (
        "customer-sentiment-en", "empathy-en", "ownership-en", "politeness-en", "resolution-en",
    )  # fmt: skip


def but(**changes: object) -> str:
    return json.dumps(json.loads(WRITTEN) | changes)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("no JSON", "not JSON: Expecting value in line 1", id="not JSON"),
        pytest.param("[1]", "not a model", id="no object"),
        pytest.param("[" * 100_000, "not a model", id="nested without end"),
        pytest.param(but(format=2), "format 2 is not known", id="a newer format"),
        pytest.param(but(intercept="much"), "not a model", id="a word for a number"),
        pytest.param(but(intercept=float("nan")), "lies between", id="no number"),
        pytest.param(but(intercept=1e308), "lies between", id="an absurd number"),
        pytest.param(but(intercept=True), "'intercept' must be a number", id="yes for a number"),
        pytest.param(
            but(features=[{"name": "apology", "mean": 0, "scale": 1, "weight": 1}] * 2),
            "counts a feature twice",
            id="a feature twice",
        ),
        pytest.param(
            but(features=[{"name": "distress@answer", "mean": 0, "scale": 1, "weight": 1}]),
            "is not known",
            id="an answer of the customer",
        ),
        pytest.param(but(speaker="boss"), "not a model", id="an unknown speaker"),
        pytest.param(
            but(features=[{"name": "apology", "mean": 0, "scale": 0, "weight": 1}]),
            "every scale must be above 0",
            id="a scale of nothing",
        ),
        pytest.param(but(features=[{"name": "apology"}]), "has no 'mean'", id="a missing part"),
        pytest.param(
            but(features=[{"name": "apologies", "mean": 0, "scale": 1, "weight": 1}]),
            "counts 'apologies', which is not known",
            id="a detector that is not there",
        ),
        pytest.param(
            but(features=[{"name": "apology@noon", "mean": 0, "scale": 1, "weight": 1}]),
            "counts 'apology@noon', which is not known",
            id="a place that is not there",
        ),
    ],
)
def test_a_file_that_is_no_model_says_why(text: str, says: str) -> None:
    with pytest.raises(ModelError, match=says):
        read_model(text, "own.json")


def test_an_unknown_name_is_told_with_those_that_ship() -> None:
    with pytest.raises(ModelError, match="no model 'kindness-en'") as told:
        shipped("kindness-en")
    assert "empathy-en" in (told.value.hint or "")


def test_two_versions_differ_in_the_lines_that_changed() -> None:
    one, other = model(apology=2.0, thanks=1.0), model(apology=2.0, thanks=1.5)
    pairs = zip(
        write_model(one).splitlines(),
        write_model(replace(other, version="1.0.0")).splitlines(),
        strict=True,
    )
    changed = [after for before, after in pairs if before != after]
    assert changed == ['  {"name": "thanks", "mean": 0.0, "scale": 1.0, "weight": 1.5}']

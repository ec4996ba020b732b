"""Scorecards for programs."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from scored_builders import ALI, DANA, FULL, full_rubric, report, sample, scored, visit

from qa_toolkit.domain.override import Override, RootCause
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.scorecards.data.json import as_result, write_json
from qa_toolkit.scorecards.data.jsonl import write_jsonl
from qa_toolkit.scorecards.report import Report


def test_a_result_is_the_line_programs_read() -> None:
    result = as_result(scored("i-1", {"empathy.acknowledge": "na"}).scorecard)
    documented = ["id", "overall", "outcome", "scores", "customer_sentiment", "criteria"]
    assert list(result) == [*documented, "band", "role_confidence", "remarks"]
    assert (result["id"], result["overall"], result["outcome"]) == ("i-1", 1.0, "pass")
    assert result["scores"] == {
        "politeness": 0.5,
        "empathy": 0.5,
        "resolution": 0.5,
        "ownership": 0.5,
    }


def test_a_result_tells_what_its_words_rest_on() -> None:
    card = replace(scored().scorecard, role_confidence=0.87, remarks=("the line is noisy",))
    result = as_result(card)
    assert (result["role_confidence"], result["remarks"]) == (0.87, ["the line is noisy"])


def test_a_criterion_carries_its_evidence() -> None:
    criteria = as_result(scored().scorecard)["criteria"]
    assert isinstance(criteria, dict)
    assert criteria["politeness.greeting"] == {
        "status": "rated",
        "rating": 1,
        "max": 1,
        "strength": 0.5,
        "reason": "greets and gives a name",
        "evidence": [
            {
                "turn": 0,
                "start": 14,
                "end": 35,
                "quote": "thank you for calling",
                "indicator": "test",
                "effect": 1.0,
            }
        ],
        "bonus": False,
    }


def test_evidence_carries_its_note_where_it_has_one() -> None:
    card = scored().scorecard
    (first, *others) = card.criteria
    noted = replace(first, evidence=(replace(first.evidence[0], note="said twice"),))
    criteria = as_result(replace(card, criteria=(noted, *others)))["criteria"]
    assert isinstance(criteria, dict)
    assert criteria[first.criterion]["evidence"][0]["note"] == "said twice"


def test_not_scored_is_null() -> None:
    result = as_result(scored("i-1", dict.fromkeys(FULL, "review")).scorecard)
    assert (result["overall"], result["outcome"]) == (None, "not_scored")


def written(known: Report, path: Path) -> Any:
    write_json(known, path)
    return json.loads(path.read_text(encoding="utf-8"))


def write(path: Path, *names: str, source: str = "a.csv") -> str:
    gone = Problem(source=source, line=2, message="no agent", hint="fill it in")
    drawn = sample({"dana": (9, names)})
    written(report(*map(scored, names), sample=drawn, left_out=(gone,)), path)
    return path.read_text(encoding="utf-8")


def test_the_document_does_not_depend_on_the_order_of_results(tmp_path: Path) -> None:
    one = write(tmp_path / "one.json", "i-1", "i-2")
    drawn = sample({"dana": (9, ("i-1", "i-2"))})
    gone = Problem(source="a.csv", line=2, message="no agent", hint="fill it in")
    other = report(scored("i-2"), scored("i-1"), sample=drawn, left_out=(gone,))
    written(other, tmp_path / "two.json")
    assert (tmp_path / "two.json").read_text(encoding="utf-8") == one


def test_the_document_has_one_scorecard_a_line(tmp_path: Path) -> None:
    text = write(tmp_path / "a.json", "i-1", "i-2")
    assert len([line for line in text.splitlines() if line.startswith('{"id"')]) == 2
    document = json.loads(text)
    assert document["schema"] == 1
    assert [card["id"] for card in document["scorecards"]] == ["i-1", "i-2"]
    assert document["scorecards"][0]["sections"]["empathy"]["percent"] == 100.0
    assert document["sample"]["seed"] == "2026-03"
    assert document["left_out"][0]["reason"] == "no agent"


def test_paths_of_one_machine_stay_on_it(tmp_path: Path) -> None:
    for source in ("/home/somebody/a.csv", "C:\\Users\\somebody\\a.csv"):
        assert "somebody" not in write(tmp_path / "a.json", "i-1", source=source)


def test_a_report_on_nothing_is_valid_json(tmp_path: Path) -> None:
    document = written(report(), tmp_path / "none.json")
    assert (document["scorecards"], document["sample"]) == ([], None)


def test_half_an_emoji_does_not_stop_the_export(tmp_path: Path) -> None:
    document = written(report(scored("i-1", queue="broken \ud83d")), tmp_path / "a.json")
    assert document["scorecards"][0]["interaction"]["queue"] == "broken \ud83d"


def test_a_band_is_named_and_null_where_there_is_none() -> None:
    assert as_result(visit().scorecard)["band"] == "Outstanding"
    assert as_result(scored().scorecard)["band"] is None


def test_subsections_stand_in_their_section(tmp_path: Path) -> None:
    rated = visit("v-1", {"need.questions": 1, "need.second": 0})
    document = written(report(rated, rubric=full_rubric()), tmp_path / "a.json")
    advice = document["scorecards"][0]["sections"]["advice"]
    assert advice["parts"]["offer"] == {"title": "Offer", "weight": 4.0, "percent": 100.0}
    assert round(advice["parts"]["need"]["percent"], 3) == 33.333


def test_the_document_says_which_criteria_are_critical_and_for_whom(tmp_path: Path) -> None:
    about = written(report(rubric=full_rubric()), tmp_path / "a.json")["rubric"]
    assert about["critical_classes"] == {
        "door.open": "business",
        "offer.age": "compliance",
        "till.price": "customer",
        "till.receipt": None,
    }


def test_open_bonus_points_bring_a_result_beyond_1() -> None:
    generous = full_rubric(policy={"bonus": "open", "total": "criteria"})
    overall = as_result(visit(rubric=generous).scorecard)["overall"]
    assert isinstance(overall, float)
    assert overall > 1


def test_what_people_said_stands_beside_what_the_machine_rated(tmp_path: Path) -> None:
    machine, people = scored("i-1", {"empathy.acknowledge": 0}), scored("i-1")
    given = Override(
        interaction_id="i-1",
        rubric_id="service",
        rubric_version="1.0.0",
        criterion="empathy.acknowledge",
        status=RatingStatus.RATED,
        points=2,
        reason="names the baby",
        cause=RootCause.POLICY,
        by="Maria",
        number=4,
    )
    corrected = replace(people, machine=machine.scorecard)
    known = report(corrected, overrides={"i-1": (given,)})
    (entry,) = written(known, tmp_path / "a.json")["scorecards"]
    assert (entry["percent"], entry["machine"]["percent"]) == (100.0, 75.0)
    assert entry["machine"]["criteria"]["empathy.acknowledge"]["rating"] == 0
    (said,) = entry["overrides"]
    assert (said["rating"], said["by"], said["cause"]) == (2, "Maria", "policy")


def test_each_scorecard_tells_how_many_interactions_it_stands_for(tmp_path: Path) -> None:
    drawn = sample({"dana": (9, ("i-1",)), "ali": (2, ("i-2",))})
    known = report(scored("i-1", agent=DANA), scored("i-2", agent=ALI), sample=drawn)
    document = written(known, tmp_path / "a.json")
    assert [card["stands_for"] for card in document["scorecards"]] == [9.0, 2.0]


def test_lines_are_the_scorecards_of_the_document(tmp_path: Path) -> None:
    known = report(scored("i-2"), scored("i-1"))
    path = write_jsonl(known, tmp_path / "a.jsonl")
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert lines == written(known, tmp_path / "a.json")["scorecards"]


def test_the_scope_and_the_notes_are_told(tmp_path: Path) -> None:
    known = report(scored("i-1"), scope=(("Team", "North"),), notes=("All count alike.",))
    document = written(known, tmp_path / "a.json")
    assert (document["scope"], document["notes"]) == ({"Team": "North"}, ["All count alike."])

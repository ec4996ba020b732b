"""Scorecards of all that a rubric can say, also where nothing was said: visits and facts."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from builders import interaction, transcript
from openpyxl import load_workbook
from scored_builders import ALI, PROVENANCE, Rating, full_rubric, report, rubric, scored, visit

from qa_toolkit.domain.answer import Answer
from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.domain.transcript import Transcript
from qa_toolkit.rubric.load import load_rubric
from qa_toolkit.scorecards.compose import report_view
from qa_toolkit.scorecards.data.csv import write_csv
from qa_toolkit.scorecards.interface import write
from qa_toolkit.scorecards.pages.marked_words import marks_of
from qa_toolkit.scorecards.scorecard_view import scorecard_view
from qa_toolkit.scorecards.view import CriterionView, ScorecardView
from qa_toolkit.scoring.score import score
from qa_toolkit.signals.measure import measure

RUBRICS = Path(__file__).parents[3] / "rubrics"
FACT = Evidence(
    turn=0,
    start=0,
    end=0,
    quote="",
    indicator="handed_over",
    effect=Decimal(-1),
    note="transferred: yes",
)


def view(ratings: dict[str, Rating] | None = None) -> ScorecardView:
    return scorecard_view(visit("v-1", ratings), full_rubric(), "i1")


def criteria(card: ScorecardView) -> dict[str, CriterionView]:
    return {known.id: known for section in card.sections for known in section.all_criteria()}


def with_fact(result: Scored) -> Scored:
    """The first criterion rests on a fact about the interaction that nobody said."""
    first, *others = result.scorecard.criteria
    known = (replace(first, evidence=(FACT, *first.evidence)), *others)
    return replace(result, scorecard=replace(result.scorecard, criteria=known))


@pytest.mark.parametrize("target", ["team.xlsx", "team.json", "team.csv", "pages"])
def test_a_visit_without_a_word_can_be_exported(target: str, tmp_path: Path) -> None:
    known = report(with_fact(visit()), visit("v-2", agent=ALI), rubric=full_rubric())
    assert all(path.stat().st_size for path in write(known, tmp_path / target))


def test_a_fact_is_shown_as_its_note_without_speaker_or_time() -> None:
    """It claims turn 0, which a visit does not even have."""
    for result, judged_by in ((visit(), full_rubric()), (scored(), rubric())):
        card = scorecard_view(with_fact(result), judged_by, "i1")
        fact = next(iter(criteria(card).values())).evidence[0]
        assert (fact.note, fact.sign) == ("transferred: yes", "Speaks against it")
        assert (fact.when, fact.speaker, fact.said, fact.anchor) == ("", "", "", "")


def test_a_fact_marks_no_words() -> None:
    numbered = {known.id: (1, known.question) for known in rubric().criteria()}
    assert marks_of(with_fact(scored()), numbered) == marks_of(scored(), numbered) != {}


def test_a_fact_stands_alone_in_workbook_and_tables(tmp_path: Path) -> None:
    known = report(with_fact(visit()), rubric=full_rubric())
    (path,) = write(known, tmp_path / "team.xlsx")
    cells = {cell.value for row in load_workbook(path)["Detail"] for cell in row}
    assert "[−] transferred: yes" in cells
    detail = write_csv(report_view(known), tmp_path / "team.csv")[1]
    assert ",transferred: yes," in detail.read_text(encoding="utf-8-sig")


def test_a_total_has_the_name_of_its_band() -> None:
    assert (view().band, view({"advice.found": 0}).band) == ("Outstanding", "Good")
    assert view(dict.fromkeys(criteria(view()), "review")).band == ""


def test_criteria_of_a_subsection_stand_under_it() -> None:
    advice = view({"offer.shown": 0}).sections[1]
    assert [known.id for known in advice.criteria] == ["advice.found"]
    assert [(part.title, part.shown) for part in advice.parts] == [
        ("Need", "100.0"),
        ("Offer", "66.7"),
    ]
    assert [known.id for known in advice.parts[1].criteria] == ["offer.shown", "offer.age"]


def test_a_subsection_without_a_rating_has_a_dash() -> None:
    absent = view({"offer.shown": "na", "offer.age": "na"})
    assert absent.sections[1].parts[1].shown == "–"


def test_a_critical_failure_names_its_class() -> None:
    assert view({"till.price": 0, "till.receipt": 0}).alerts == (
        "Critical failure (customer): Is the price right?",
        "Critical failure: Is there a receipt?",
    )


def test_a_criterion_carries_what_its_failure_does() -> None:
    known = criteria(view())
    assert (known["offer.age"].critical, known["offer.age"].fails_at) == (
        "Critical: compliance",
        (0, 1),
    )
    rules = {name: item.critical_rule for name, item in known.items() if item.critical}
    assert rules == {
        "door.open": "section",
        "offer.age": "zero",
        "till.price": "fail",
        "till.receipt": "section",
    }


def test_the_ratings_there_are_come_from_the_answers() -> None:
    known = criteria(view())
    assert known["advice.found"].levels == (0, 2, 5)
    assert known["door.window"].levels == (0, 1, 2, 3, 4, 5, 6, 7)
    assert known["need.questions"].levels == (0, 1, 3)


def test_only_the_causes_of_the_level_reached_are_shown() -> None:
    failed, fine = view({"door.open": 0}), view()
    assert criteria(failed)["door.open"].causes == ("opened late", "no staff")
    assert criteria(fine)["door.open"].causes == ()


def test_what_is_not_scored_has_no_line() -> None:
    assert "door.note" not in criteria(view())


def test_a_criterion_the_rubric_no_longer_has_keeps_its_scale() -> None:
    """Old scorecards can still be shown: any whole number between its ends is a rating."""
    shorter = rubric(sections=rubric().model_dump()["sections"][1:], minimums={})
    old = criteria(scorecard_view(scored(), shorter, "i1"))["politeness.no_rudeness"]
    assert (old.levels, old.critical, old.critical_rule) == ((0, 1), "Critical", "zero")


ANSWERS: dict[str, Answer] = {
    "arrival.open": "yes",
    "arrival.window": ["lit", "priced"],
    "welcome.greeted": "yes",
    "welcome.wait": 40,
    "welcome.badge": "yes",
    "advice.staff_found": "asked",
    "need.questions": 2,
    "need.summary": "no",
    "offer.shown": 1,
    "offer.second": "yes",
    "till.queue": 2,
    "till.price": "yes",
    "till.receipt": "yes",
    "till.goodbye": "no",
}


def judged(name: str, said: Transcript, **known: Any) -> tuple[Scored, Rubric]:
    """An interaction scored under a rubric that ships."""
    rubric = load_rubric(RUBRICS / f"{name}.yaml").rubric
    assert rubric
    (channel,) = rubric.applies_to.channels[:1]
    card = score(said, measure(said), rubric, channel, PROVENANCE, **known)
    found = Scored(interaction=interaction(channel=channel), transcript=said, scorecard=card)
    return found, rubric


@pytest.mark.parametrize("target", ["team.xlsx", "team.json", "team.csv", "pages"])
def test_the_mystery_visit_that_ships_can_be_exported(target: str, tmp_path: Path) -> None:
    """Every type of answer, subsections and a bonus, and not one turn."""
    nothing = Transcript(interaction_id="i-1", turns=())
    result, rubric = judged("mystery_visit", nothing, answers=ANSWERS)
    write(report(result, rubric=rubric), tmp_path / target)
    assert scorecard_view(result, rubric, "i1").total_shown == "78.1"


def test_a_fact_that_an_indicator_found_needs_no_turn() -> None:
    said = transcript("A: Hello, this is Dana speaking.\nC: Hello, I have a question.")
    facts = {"recording_notice": "yes"}
    result, rubric = judged("compliance", said, facts=facts)
    (notice,) = criteria(scorecard_view(result, rubric, "i1"))["honesty.recorded"].evidence
    assert (notice.note, notice.speaker, notice.anchor) == ("recording_notice: yes", "", "")

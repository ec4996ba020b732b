"""A brief says all that one person must know for one shop, and nothing that they must not."""

from datetime import UTC, datetime
from typing import Any

import pytest
import yaml
from brief_builders import CERTIFICATION, brief
from shop_builders import RUBRIC
from shop_form_builders import RUBRIC as KINDS

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.shops.briefs import Brief, as_html
from qa_toolkit.shops.briefs.view import Asked
from qa_toolkit.shops.scenarios.parts import PARTS

ALL_KINDS = Rubric.model_validate(yaml.safe_load(KINDS))


def facts(known: Brief) -> dict[str, str]:
    return {fact.label: fact.text for fact in known.facts}


def question(known: Brief, number: int) -> Asked:
    return next(one for stage in known.stages for one in stage.questions if one.number == number)


def test_it_says_who_where_and_when_by_the_clock_there() -> None:
    assert facts(brief()) == {
        "Where": "North desk, 0800 1234",
        "When": "Tuesday, 10 Nov 2026, 09:00 to 18:00 (Europe/Berlin time)",
        "How": "Telephone call",
        "Hand in": "within 24 hours of the end, at the latest Wednesday, 11 Nov 2026, 18:00",
        "Shopper": "Maya Lind",
    }


def test_a_window_past_midnight_names_both_days() -> None:
    late = {"closes_at": datetime(2026, 11, 11, 1, tzinfo=UTC)}
    assert "09:00 to Wednesday, 11 Nov 2026, 02:00" in facts(brief(planned=late))["When"]


def test_questions_are_numbered_through_in_the_order_of_the_journey() -> None:
    stages = brief().stages
    assert [stage.title for stage in stages] == ["Welcome", "Help"]
    assert [one.number for stage in stages for one in stage.questions] == [1, 2, 3, 4, 5, 6]


def test_each_answer_that_needs_words_has_its_meaning() -> None:
    assert question(brief(), 1).meanings == ()
    assert question(brief(), 5).meanings == ("One of: By post · By courier · Not at all",)


def test_the_paper_has_a_box_for_each_answer() -> None:
    assert question(brief(), 1).boxes == ("Yes", "No", "N/A")
    assert question(brief(), 4).boxes == ("Yes", "No")  # critical: it always applies
    assert (question(brief(), 3).line, question(brief(), 3).boxes) == (
        "seconds",
        ("N/A",),
    )
    assert question(brief(), 6).line == ""


@pytest.mark.parametrize(
    ("number", "only"),
    [
        pytest.param(4, "Only if 3 is 30 or more seconds", id="a number"),
        pytest.param(7, "Only if 6 is “the price”", id="one of several options"),
        pytest.param(2, "", id="always asked"),
    ],
)
def test_a_question_says_when_it_is_asked(number: int, only: str) -> None:
    assert question(brief(ALL_KINDS), number).only == only


def test_the_shorter_way_to_say_when_is_taken() -> None:
    changed = RUBRIC.replace(
        'applies_when: {answers: {welcome.greeted: ["yes"]}}',
        "applies_when: {answers: {help.way: [post, courier]}}",
    )
    known = brief(Rubric.model_validate(yaml.safe_load(changed)))
    assert question(known, 2).only == "Not if 5 is “Not at all”"


def test_a_number_that_the_stopwatch_says_is_told_so() -> None:
    assert question(brief(), 3).measured == "from start to answered"


def test_who_is_not_certified_is_told_on_top_and_gets_no_answers() -> None:
    known = brief(certified=False, certification=CERTIFICATION)
    assert known.warning == (
        "Not yet certified: first answer 1 question about this brief with qa shop certify maya "
        "lost_card. Until then nothing can be logged."
    )
    page = as_html(known)
    assert known.warning in page
    assert "quince" not in page


def test_who_is_certified_reads_no_warning() -> None:
    known = brief(certification=CERTIFICATION)
    assert known.warning == ""
    assert "quince" not in as_html(known)


@pytest.mark.parametrize(
    ("planned", "told"),
    [
        ({}, ("12.50 EUR when the shop is final.", "Expenses up to 5.00 EUR, with receipts.")),
        (
            {"fee": 0, "most_expenses": 0},
            ("No fee and no expenses were agreed for this shop.",),
        ),
    ],
)
def test_pay_and_expenses_are_told(planned: dict[str, object], told: tuple[str, ...]) -> None:
    assert brief(planned=planned).pay == told


def test_a_visit_has_no_holds_and_its_own_moments() -> None:
    rubric = Rubric.model_validate(
        yaml.safe_load(RUBRIC.replace("{channels: [call]}", "{channels: [visit]}"))
    )
    known = brief(rubric, channel="visit")
    assert known.times == ("Start", "Answered", "End")
    assert known.timings[0].text == "the moment at which you open the door"
    assert known.steps[1].startswith("Go in within the window")


def test_calls_have_room_for_three_holds_on_paper() -> None:
    times = brief().times
    assert times == (
        "Start",
        "Answered",
        "On hold 1",
        "Back from hold 1",
        "On hold 2",
        "Back from hold 2",
        "On hold 3",
        "Back from hold 3",
        "End",
    )


def test_words_of_a_scenario_stay_words() -> None:
    page = as_html(
        brief(
            opening_line="<script>alert('x')</script> & more",
            hold_back=["<b>bold</b>"],
            location={"name": '"North" <desk>'},
        )
    )
    assert "<script" not in page
    assert "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; more" in page
    assert "<b>bold" not in page


def test_a_page_names_no_other_file() -> None:
    page = as_html(brief())
    assert "default-src 'none'; style-src 'unsafe-inline'" in page
    assert "src=" not in page
    assert "url(" not in page
    assert "http://" not in page.replace("http-equiv", "")


def test_the_same_brief_is_the_same_page() -> None:
    assert as_html(brief()) == as_html(brief())


def test_what_a_scenario_leaves_out_has_no_heading() -> None:
    page = as_html(brief(hold_back=[], probe=[], do=[], do_not=[]))
    assert "Tell only when asked" not in page
    assert "Ask or mention" not in page
    assert "what you hold back" not in page


def test_the_parts_are_called_as_the_certification_calls_them() -> None:
    given: dict[str, Any] = {
        "hold_back": ["a"],
        "probe": ["b"],
        "do": ["c"],
        "do_not": ["d"],
        "ethics": ["e"],
    }
    page = as_html(brief(**given))
    assert all(f">{heading}</" in page for heading in PARTS.values())

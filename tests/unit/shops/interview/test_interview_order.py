"""Which item comes next, and the way back."""

from datetime import timedelta

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from interview_builders import WHOLE, interview, typed
from shop_builders import START, form, log, rubric, scenario

from qa_toolkit.domain.answer import points_of
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.shop.form import ShopForm
from qa_toolkit.domain.shop.form_making import form_of
from qa_toolkit.shipped import rubrics_folder
from qa_toolkit.shops.interview.commands import Wish
from qa_toolkit.shops.interview.items import items_of
from qa_toolkit.shops.interview.state import Interview, open_items, progress, undone
from qa_toolkit.shops.interview.turns import heard, written

VISIT = form_of(
    scenario(channel="visit", measures={}),
    Rubric.model_validate(
        yaml.safe_load((rubrics_folder() / "mystery_visit.yaml").read_text("utf-8"))
    ),
    "f1",
)
"""Every kind of question, headings within sections, and things only to be read."""
LINES = st.one_of(
    st.sampled_from(
        ["", " ", "y", "n", "na", "1", "2", "3", "20", "-", "Dana Fox", "north", "10:00 10:01 10:02",
         "hold", "resume", "end now", "She said hello.", ":undo", ":back", ":next", ":skip", ":go 3",
         ":go open", ":go times", ":go welcome.greeted", ":note seen twice", ":list", "?", ":nonsense",
         "- 1", "photo a.jpg", "a b c d e f g h i j k l m n"]
    ),
    st.text(max_size=12),
)  # fmt: skip


def places(*lines: str) -> list[str]:
    """The items that are asked, before each line and after the last."""
    at = [interview()]
    for line in lines:
        at.append(heard(at[-1], line, START).interview)
    return [one.at for one in at]


def test_items_come_in_the_order_of_the_form() -> None:
    assert places(*WHOLE) == [
        "staff", "location", "reference", "times",
        "welcome.greeted", "welcome.name", "welcome.wait", "welcome comment",
        "help.blocked", "help.way", "help.opinion", "help comment",
        "narrative", "evidence", "review",
    ]  # fmt: skip


def test_a_form_that_was_filled_in_is_the_log_it_describes() -> None:
    after = interview(*WHOLE)
    assert after.log.answers() == log().answers() | {"help.opinion": "Yes, the way was short."}
    assert after.log.comments == log().comments
    assert open_items(after) == ()


def test_a_name_that_was_pasted_from_two_lines_is_one() -> None:
    assert typed(interview(), "Dana\n  Fox").interview.log.staff == "Dana Fox"


def test_without_a_name_a_description_is_asked_for() -> None:
    assert places("", "grey hair, glasses")[1:] == ["description", "location"]


def test_every_no_is_explained_right_after_it() -> None:
    after = interview(*WHOLE[:4], "n")
    assert after.at == "welcome.greeted comment"
    assert typed(after, "She looked away.").interview.at == "welcome.wait"


def test_answers_that_are_no_longer_asked_are_kept_and_not_counted() -> None:
    """The name was answered; without a greeting it is not asked, with one it is there again."""
    before = interview(*WHOLE)
    closed = typed(before, ":go welcome.greeted", "n", "Nobody spoke.").interview
    assert "welcome.name" not in [item.id for item in closed.items]
    assert closed.log.answers()["welcome.name"] == "yes"
    again = typed(closed, ":go welcome.greeted", "y").interview
    assert (progress(again).done, progress(again).items) == (10, progress(before).items)


def test_what_was_skipped_is_found_again() -> None:
    after = typed(interview(), ":skip", "grey hair", "", "", ":skip", ":go open").interview
    assert after.at == "times"


def test_enter_does_not_pass_what_is_required() -> None:
    turn = typed(interview(*WHOLE[:4]), "")
    assert turn.wrong == "an answer is needed; :skip comes back to it later"
    assert turn.interview.at == "welcome.greeted"


def test_enter_takes_what_the_stopwatch_says() -> None:
    assert interview(*WHOLE[:7]).log.answers()["welcome.wait"] == 20


def test_a_story_that_is_too_short_is_kept_and_told() -> None:
    turn = typed(interview(*WHOLE[:12]), "I called.")
    assert turn.wrong.startswith("2 words, at least 12 are asked for")
    assert (turn.interview.at, turn.interview.log.narrative) == ("narrative", "I called.")


def test_each_line_of_a_story_is_kept_while_it_is_written() -> None:
    after = written(interview(*WHOLE[:12]), "I called at ten.\nDana")
    assert (after.at, after.log.narrative) == ("narrative", "I called at ten.\nDana")


def test_what_is_only_to_be_read_stands_before_the_next_question() -> None:
    first = interview("x", "", "", "10:00 10:01 10:02", the_form=VISIT)
    assert first.at == "arrival.note"
    assert first.item.notices == ("Note the time at which you open the door; all later times count from it.",)  # fmt: skip
    assert typed(first, "North").interview.item.notices == (
        "Do not take photographs of people; do not say that you are a shopper.",
    )


def test_another_location_than_the_assigned_is_taken_and_told() -> None:
    turn = typed(interview("Dana"), "south")
    assert turn.told == "South desk (south); assigned was North desk (north)"
    assert turn.interview.log.location == "south"


def test_a_location_that_the_plan_does_not_have_is_refused() -> None:
    assert (
        typed(interview("Dana"), "west").wrong == "the plan has no location 'west': north and south"
    )


def test_a_note_is_kept_beside_an_answer() -> None:
    after = interview(*WHOLE[:4], ":note twice, and warmly", "y")
    assert after.log.observation("welcome.greeted").comment == "twice, and warmly"


@pytest.mark.parametrize(
    ("line", "wish"),
    [("?", Wish.HELP), (":list", Wish.LIST), (":go", Wish.LIST), (":save", Wish.SAVE), (":q", Wish.SAVE)],
)  # fmt: skip
def test_commands_say_what_is_wished(line: str, wish: Wish) -> None:
    assert typed(interview(), line).wish is wish


def test_a_text_that_begins_with_a_colon_needs_a_blank() -> None:
    assert "there is no command ':-)'" in typed(interview(), ":-)").wrong
    assert typed(interview(), " :-) was on the badge").interview.log.staff == ":-) was on the badge"


@given(st.lists(LINES, max_size=25), LINES)
def test_undo_is_the_inverse_of_every_change(lines: list[str], last: str) -> None:
    before = interview(*lines)
    after = typed(before, last).interview
    if len(after.past) > len(before.past):
        assert undone(after) == before


@given(st.lists(LINES, max_size=25))
def test_whatever_is_typed_the_state_is_valid(lines: list[str]) -> None:
    after = interview(*lines)
    assert after.at in [item.id for item in items_of(after.basis.form, after.log)]
    criteria = {place.criterion.id: place.criterion for place in rubric().places.values()}
    for question, answer in after.log.answers().items():
        if criteria[question].type not in ("number", "text"):
            points_of(criteria[question], answer)


@given(st.lists(LINES, max_size=20))
def test_taking_everything_back_ends_where_it_began(lines: list[str]) -> None:
    after = interview(*lines)
    while after.past:
        after = undone(after)
    assert after.log == interview().log


@pytest.mark.parametrize("asked", [form(), VISIT], ids=["call", "visit"])
@given(choices=st.integers(0, 2**12 - 1))
def test_every_item_that_is_asked_is_reached(asked: ShopForm, choices: int) -> None:
    """Whatever is answered on the way, nobody reaches the review with something open."""
    now, seen = interview(the_form=asked), set[str]()
    for step in range(60):
        if now.at == "review":
            break
        seen.add(now.at)
        now = heard(now, _line(now, yes=bool(choices >> step % 12 & 1)), START + timedelta(0, step)).interview  # fmt: skip
    assert now.at == "review"
    assert {item.id for item in now.items} - {"review"} <= seen
    assert open_items(now) == ()


def _line(now: Interview, *, yes: bool) -> str:
    question = now.item.question
    if question is None or now.item.id.endswith(" comment"):
        return {"location": "", "times": "", "evidence": ""}.get(now.at, "a word " * 13)
    by_type = {"yes_no": "y" if yes else "n", "number": "40", "text": "So.", "multi_choice": "1, 2"}
    return by_type.get(question.type, "1" if yes or question.id != "advice.staff_found" else "4")

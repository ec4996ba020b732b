"""What stands on the screen for an item, and what is told of an input."""

import pytest
from interview_builders import WHOLE, interview, typed
from shop_builders import form

from qa_toolkit.domain.shop.form import ShopForm
from qa_toolkit.shops.interview.view import view_of, words_told


def keys(*lines: str, the_form: ShopForm | None = None) -> str:
    return view_of(interview(*lines, the_form=the_form)).keys


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ((), "Enter passes it"),
        (("Dana", ":back"), "Enter keeps it; - takes it back"),
        (("Dana",), "Enter: as assigned"),
        (WHOLE[:3], "Enter or space starts the stopwatch; or type times: 14:05 14:05:20 14:12"),
        ((*WHOLE[:3], ""), "Enter or space when a person answers; or type times: 14:05 14:05:20 14:12"),
        ((*WHOLE[:3], "", ""), "Enter ends it; space is a hold"),
        ((*WHOLE[:3], "", "", " "), "Enter ends it; space resumes"),
        ((*WHOLE[:4], ":back"), "Enter keeps them; type times: 14:05 14:05:20 14:12"),
        (WHOLE[:4], ""),
        (WHOLE[:6], "Enter takes the stopwatch's 20 seconds"),
        (WHOLE[:12], "Esc then Enter, or a line with one dot, ends it"),
        (WHOLE[:13], "Enter goes on; - 1 takes the first out"),
        (WHOLE, "y submits; a number goes to the item; :save keeps it for later"),
    ],
)  # fmt: skip
def test_keys_are_told_where_they_do_something(lines: tuple[str, ...], told: str) -> None:
    assert keys(*lines) == told


def test_a_visit_has_no_hold() -> None:
    visit = form(channel="visit")
    lines = ("Dana", "", "", "", "")
    assert view_of(interview(*lines, the_form=visit)).keys == "Enter ends it"


@pytest.mark.parametrize(
    ("lines", "asked", "guidance"),
    [
        ((*WHOLE[:4], "n"), "Why not? (Are you greeted?)", "What did you see or hear that makes it a No?"),
        (WHOLE[:7], "What is to be said of 'Welcome' as a whole?", ""),
        (WHOLE[:9], "How is the new card sent?", ""),
    ],
)  # fmt: skip
def test_each_item_says_what_it_asks(lines: tuple[str, ...], asked: str, guidance: str) -> None:
    view = view_of(interview(*lines))
    assert (view.asked, view.guidance) == (asked, guidance)


def test_choices_stand_with_what_is_typed_for_them() -> None:
    assert view_of(interview(*WHOLE[:9])).lines == (
        "1  By post",
        "2  By courier",
        "3  Not at all",
        "na not applicable: it could not be seen here",
    )


def test_words_that_are_there_can_be_edited() -> None:
    there = typed(interview(*WHOLE), ":go welcome comment").interview
    assert view_of(there).text == "Dana said good morning and gave her first name."


def test_a_story_is_counted_while_it_is_typed() -> None:
    assert words_told(interview(), "I called at nine.") == "4 words, at least 12"


@pytest.mark.parametrize(
    ("lines", "line", "told"),
    [
        ((), ":undo", "there is nothing to take back"),
        ((), ":go 99", "there is no item '99'; :list shows them"),
        ((), ":note late", "a note is kept on a question; this is none"),
        (WHOLE[:4], ":note", "what is to be noted? :note TEXT"),
        (WHOLE[:4], ":note " + "x" * 4001, "4,001 characters are too many: 4,000 at most"),
        ((), "x" * 201, "201 characters are too many: 200 at most"),
        (WHOLE[:3], "at noon", "'at' is no time: write 14:05, 14:05:30 or now"),
        (WHOLE[:7], "", "words are needed; :skip comes back to it later"),
        (WHOLE[:13], "-", "write - and the number of what is to be taken out"),
        (WHOLE[:13], "notes", "what is it? Write 'photo', 'receipt', 'recording', 'chat' or 'document' before the file"),
        (WHOLE, "", "y submits it; :save keeps it for later"),
        (WHOLE, "maybe", "there is no item 'maybe'; :list shows them"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told_in_one_line(lines: tuple[str, ...], line: str, told: str) -> None:
    turn = typed(interview(*lines), line)
    assert turn.wrong == told
    assert turn.interview == interview(*lines)


@pytest.mark.parametrize(
    ("at", "emptied"),
    [
        ("staff", "staff"),
        ("location", "location"),
        ("times", "marks"),
        ("narrative", "narrative"),
    ],
)
def test_an_answer_is_taken_back_with_a_dash(at: str, emptied: str) -> None:
    after = typed(interview(*WHOLE), f":go {at}", "-").interview
    assert not getattr(after.log, emptied)
    assert after.at == at


def test_the_answer_to_a_question_is_taken_back_and_its_comment_stays() -> None:
    after = typed(interview(*WHOLE), ":go help.blocked", ":note at once", "-").interview
    assert "help.blocked" not in after.log.answers()
    assert after.log.observation("help.blocked").comment == "at once"


def test_a_story_that_is_longer_than_what_is_kept_is_told_while_it_is_typed() -> None:
    told = words_told(interview(), "a" * 20_001)
    assert told == "20,001 characters are too many: 20,000 at most; what goes beyond is not saved"

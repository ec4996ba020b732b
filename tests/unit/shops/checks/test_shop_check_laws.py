"""What holds for any log: nothing crashes, and the same log gives the same findings in one order."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import shop_builders as build
import shop_check_examples as examples
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_toolkit.domain.answer import Answer
from qa_toolkit.domain.shop.form import ShopForm
from qa_toolkit.domain.shop.log import Attachment, Mark, Observation, ShopLog, TimeMark
from qa_toolkit.shops.checks.earlier import EarlierLog, earlier_of
from qa_toolkit.shops.checks.interface import Context
from qa_toolkit.shops.checks.run import at_entry, findings_of

FORM: ShopForm = build.form()
QUESTIONS = [question.id for question in FORM.questions()]
WORDS = (
    "I she nobody greeted not no name gave the card blocked was five minutes waited nice should they "
    "20 seconds \" ' , . ( + * rain call 4111111111111111 a@b.example DE89370400440532013000 é 名 \u202e"
)
TEXT = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(WORDS.split(" ")), max_size=40).map(" ".join),
)
ANSWERS: st.SearchStrategy[Answer | None] = st.one_of(
    st.none(),
    st.sampled_from(["yes", "no", "na", "courier", "pigeon", ""]),
    st.integers(-5, 10_000),
    st.floats(),
    st.lists(st.sampled_from(["post", "courier", "x"]), max_size=3).map(tuple),
)
MOMENTS = st.integers(0, 30 * 86_400).map(lambda s: build.START + timedelta(seconds=s))
OBSERVED = st.builds(
    Observation,
    question=st.sampled_from([*QUESTIONS, "other.thing"]),
    answer=ANSWERS,
    comment=TEXT,
)
LOGS = st.builds(
    ShopLog,
    shop=st.just("autumn-1"),
    scenario_hash=st.sampled_from(["f0", ""]),
    shopper=st.sampled_from(["maya", "nobody"]),
    staff=TEXT,
    staff_description=TEXT,
    location=st.sampled_from(["north", "", "moon"]),
    reference=TEXT,
    marks=st.lists(
        st.builds(TimeMark, mark=st.sampled_from(list(Mark)), at=MOMENTS), max_size=6
    ).map(tuple),
    observations=st.lists(OBSERVED, max_size=6, unique_by=lambda one: one.question).map(tuple),
    comments=st.dictionaries(st.sampled_from(["welcome", "help", "else"]), TEXT, max_size=3),
    narrative=TEXT,
    attachments=st.lists(
        st.builds(
            Attachment,
            hash=st.sampled_from(["aa", "bb"]),
            name=TEXT,
            kind=st.sampled_from(["photo", "receipt"]),
            media_type=st.just("image/jpeg"),
            size=st.just(1),
            taken_at=st.one_of(st.none(), MOMENTS, MOMENTS.map(lambda at: at.replace(tzinfo=None))),
        ),
        max_size=3,
    ).map(tuple),
)


def _context(log: ShopLog, other: ShopLog) -> Context:
    earlier = EarlierLog(
        shop="b",
        shopper="tom",
        scenario="lost_card",
        at=datetime(2026, 11, 1, tzinfo=UTC),
        log=other,
    )
    return replace(examples.context({}), log=log, earlier=earlier_of([earlier]))


@settings(deadline=None)
@given(LOGS, LOGS)
def test_no_log_is_too_odd_to_be_checked(log: ShopLog, other: ShopLog) -> None:
    for found in findings_of(_context(log, other)):
        assert found.message
        assert found.hint


@settings(deadline=None)
@given(LOGS)
def test_the_order_in_which_facts_were_noted_does_not_matter(log: ShopLog) -> None:
    turned = replace(
        log,
        observations=tuple(reversed(log.observations)),
        comments=dict(reversed(list(log.comments.items()))),
    )
    assert findings_of(_context(turned, log)) == findings_of(_context(log, log))


@settings(deadline=None)
@given(LOGS, st.sampled_from([*QUESTIONS, "welcome", "narrative", "times", "staff"]))
def test_what_is_said_at_entry_is_said_of_the_whole_log_too(log: ShopLog, place: str) -> None:
    said = at_entry(FORM, log, place)
    assert set(said) <= set(findings_of(Context(form=FORM, log=log)))
    assert all(found.where == place for found in said)


@settings(deadline=None)
@given(LOGS)
def test_an_index_for_one_log_finds_the_same_as_one_for_all(log: ShopLog) -> None:
    whole = _context(log, log)
    other = EarlierLog(
        shop="b", shopper="tom", scenario="lost_card", at=datetime(2026, 11, 1, tzinfo=UTC), log=log
    )
    one = replace(whole, earlier=earlier_of([other], [log]))
    assert findings_of(one) == findings_of(whole)

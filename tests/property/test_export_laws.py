"""What holds of every export: periods, pseudonyms, and where words stand."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.domain.interaction import AgentRef
from qa_toolkit.scorecards.pseudonyms import Pseudonyms
from qa_toolkit.workflow.scope import period_of

DAYS = st.dates(date(1970, 1, 5), date(2200, 12, 25))
NAMES = st.lists(
    st.from_regex(r"[A-ZÄÖ][a-zéü]{3,9}qx", fullmatch=True), min_size=2, max_size=2, unique=True
)
PIECES = st.lists(
    st.one_of(
        st.sampled_from(["first", "last", "both", "LAST", "first's"]),
        st.text(alphabet="bcdf ,.-:'\n", min_size=1, max_size=9),
    ),
    max_size=12,
)


@given(DAYS)
def test_every_period_that_is_named_after_a_day_holds_it(day: date) -> None:
    year, week, _ = day.isocalendar()
    names = (
        f"{day:%Y}",
        f"{day:%Y}-Q{(day.month + 2) // 3}",
        f"{day:%Y-%m}",
        f"{year}-W{week:02}",
        f"{day}",
        f"{day}..{day}",
    )
    periods = [period_of(name) for name in names]
    assert all(period.first <= day <= period.last for period in periods)


@given(DAYS, DAYS)
def test_a_span_of_days_is_those_days_or_none(one: date, other: date) -> None:
    first, last = sorted((one, other))
    period = period_of(f"{first}..{last}")
    assert (period.first, period.last) == (first, last)


def said(pieces: list[str], names: list[str]) -> str:
    first, last = names
    words = {
        "first": first,
        "last": last,
        "both": f"{first} {last}",
        "LAST": last.upper(),
        "first's": f"{first}'s",
    }
    return " ".join(words.get(piece, piece) for piece in pieces)


@given(NAMES, PIECES)
def test_no_name_is_left_and_all_else_is(names: list[str], pieces: list[str]) -> None:
    text = said(pieces, names)
    people = Pseudonyms(b"key", [AgentRef(id="a-1", name=" ".join(names))], [])
    told = people.near().text(text)
    assert all(name.casefold() not in told.casefold() for name in names)
    others = [piece for piece in pieces if piece.strip() and not set(piece) & set("firstlabohLAST")]
    assert all(piece in told for piece in others)


@given(NAMES, PIECES, st.data())
def test_a_piece_of_a_text_is_found_again(
    names: list[str], pieces: list[str], data: st.DataObject
) -> None:
    text = said(pieces, names)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    people = Pseudonyms(b"key", [AgentRef(id="a-1", name=" ".join(names))], [])
    replaced = people.near().replaced(text)
    new_start, new_end = replaced.moved(start, end)
    assert 0 <= new_start <= new_end <= len(replaced.text)
    if not any(a < end and start < b for a, b, _ in replaced.spans):
        assert replaced.text[new_start:new_end] == text[start:end]


@given(st.lists(st.text(max_size=12), unique=True, max_size=50))
def test_everybody_has_a_pseudonym_of_their_own(ids: list[str]) -> None:
    people = Pseudonyms(b"key", [AgentRef(id=name) for name in ids], [])
    assert len({people.agent_name(name) for name in ids}) == len(ids)

"""Charts of figures: what is drawn, and the table that says the same."""

import re

from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.drawing.bars import BarRow, bars_svg
from qa_toolkit.drawing.pairs import PairRow, Spot, pairs_plot
from qa_toolkit.drawing.pareto import ParetoRow, pareto_svg
from qa_toolkit.drawing.trend import TrendPoint, trend_svg

WEEKS = ("Week", "Mean", "Scorecards")
BARS = ("Section", "Mean", "Minimum")
LOST = ("Criterion", "Lost", "Share", "Together")
EVIL = "<script>alert('1')</script> & \"x\""
shares = st.floats(0, 100, allow_nan=False) | st.none()


def point(name: str, value: float | None, *, changed: bool = False) -> TrendPoint:
    low, high = (None, None) if value is None else (value - 5, value + 5)
    shown = ("–" if value is None else str(value), "20")
    return TrendPoint(name=name, value=value, low=low, high=high, shown=shown, changed=changed)


def row(name: str, share: float, together: float) -> ParetoRow:
    return ParetoRow(name=name, share=share, together=together, shown=f"{share / 10} points")


def cells(html: str) -> list[list[str]]:
    """The body of the table of a figure."""
    body = fromstring(html).find(".//tbody")
    assert body is not None
    return [["".join(cell.itertext()) for cell in line] for line in body]


def test_a_trend_has_a_dot_for_each_mean_and_a_line_between_neighbours() -> None:
    points = [point("W1", 70), point("W2", 75), point("W3", None), point("W4", 80)]
    html = trend_svg("Means", "Slowly up.", points, WEEKS, mark=60)
    assert (html.count('class="dot"'), html.count('class="run"'), html.count('class="span"')) == (
        3, 1, 3,
    )  # fmt: skip
    assert cells(html)[2] == ["W3", "–", "20"]


def test_a_column_of_words_is_not_set_as_numbers() -> None:
    html = trend_svg("Means", "", [point("W1", 70)], WEEKS, words=frozenset({2}))
    heads = re.findall(r'<th scope="col"( class="n")?>', html)
    assert heads == ["", ' class="n"', ""]


def test_a_change_beyond_chance_is_drawn_as_a_ring() -> None:
    html = trend_svg("Means", "", [point("W1", 50), point("W2", 90, changed=True)], WEEKS)
    assert html.count('class="dot changed"') == 1


def test_the_higher_mean_stands_higher() -> None:
    html = trend_svg("Means", "", [point("W1", 50), point("W2", 90)], WEEKS)
    lower, higher = map(float, re.findall(r'cy="([\d.]+)%"', html))
    assert higher < lower


def test_bars_under_their_minimum_are_marked_without_colour_too() -> None:
    rows = [
        BarRow(name="Care", value=35, shown="35.0", least=40),
        BarRow(name="Thanks", value=40, shown="40.0", least=40),
        BarRow(name="Nothing", value=None, shown="–"),
    ]
    assert cells(bars_svg("Sections", "", rows, BARS)) == [
        ["Care", "35.0 ▼", "40"],
        ["Thanks", "40.0", "40"],
        ["Nothing", "–", "–"],
    ]


def test_the_line_of_a_pareto_goes_from_row_to_row() -> None:
    html = pareto_svg("Lost", "", [row("a", 60, 60), row("b", 40, 100)], LOST)
    assert '<line class="sum" x1="60%" x2="80%" y1="50%" y2="100%"' in html
    assert '<line class="sum" x1="80%" x2="100%" y1="0" y2="50%"' in html
    assert cells(html)[1] == ["b", "4.0 points", "40\xa0%", "100\xa0%"]


def test_without_values_there_is_no_picture() -> None:
    assert trend_svg("a", "", [], WEEKS) == bars_svg("a", "", [], BARS) == ""
    assert pareto_svg("a", "", [], LOST) == ""


def test_names_stay_text() -> None:
    html = (
        trend_svg(EVIL, EVIL, [point(EVIL, 1)], (EVIL, EVIL, EVIL))
        + bars_svg(EVIL, EVIL, [BarRow(name=EVIL, value=1, shown=EVIL)], BARS)
        + pareto_svg(EVIL, EVIL, [row(EVIL, 1, 1)], LOST)
    )
    assert "<script" not in html
    assert fromstring(f"<div>{html}</div>") is not None


@given(st.lists(st.tuples(shares, shares, shares), min_size=1, max_size=20))
def test_nothing_is_drawn_outside_of_the_picture(of: list[tuple[float | None, ...]]) -> None:
    rows = [BarRow(name="a", value=v, least=lo, shown="") for v, lo, _ in of]
    points = [TrendPoint(name="a", value=v, low=lo, high=hi, shown=("", "")) for v, lo, hi in of]
    html = bars_svg("a", "", rows, BARS) + trend_svg("a", "", points, WEEKS)
    assert all(0 <= float(place) <= 100 for place in re.findall(r'="(-?[\d.e-]+)%"', html))


def pair(name: str, upper: float | None, lower: float | None) -> PairRow:
    spots = [Spot(value=v, low=None if v is None else v - 5, high=v) for v in (upper, lower)]
    return PairRow(name=name, upper=spots[0], lower=spots[1])


def test_a_pair_has_a_ring_a_dot_and_an_interval_for_each() -> None:
    html = pairs_plot(("Monitored", "Staged"), [pair("Greeting", 80, 40), pair("Wait", None, 60)])
    drawn = (html.count('class="dot changed"'), html.count('class="dot"'), html.count('"span"'))
    assert drawn == (1, 2, 3)


def test_the_higher_figure_of_a_pair_stands_further_right() -> None:
    html = pairs_plot(("Monitored", "Staged"), [pair("Greeting", 80, 40)])
    assert re.findall(r'cx="([\d.]+)%"', html) == ["80", "40"]


def test_names_in_pairs_are_texts_and_never_markup() -> None:
    drawn = fromstring(pairs_plot((EVIL, EVIL), [pair(EVIL, 1, 2)]))
    assert "".join(drawn.itertext()).count(EVIL) == 3


def test_without_rows_no_pairs_are_drawn() -> None:
    assert pairs_plot(("Monitored", "Staged"), []) == ""

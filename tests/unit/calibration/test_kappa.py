"""Cohen's kappa: published tables, and what must hold for any table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.calibration.kappa import Pairs, Weighting, kappa

WEIGHTINGS: tuple[Weighting, ...] = ("none", "linear", "quadratic")
tables = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(1, 20), min_size=1
)
# M. Hout et al. (1987) in A. Agresti, "Categorical Data Analysis" (1990): SexualFun of R's vcd
MARRIED = [[7, 7, 2, 3], [2, 8, 3, 7], [1, 5, 4, 9], [2, 8, 9, 14]]


def table(rows: list[list[int]]) -> Pairs:
    return {(a, b): count for a, row in enumerate(rows) for b, count in enumerate(row)}


def test_fifty_proposals_read_by_two() -> None:
    """The usual textbook table: 35 of 50 alike, and chance would give half."""
    assert kappa(table([[20, 5], [10, 15]])) == pytest.approx(0.4)


def test_cohens_own_example() -> None:
    """J. Cohen (1968): proportions .44 .07 .09, .05 .20 .05, .01 .03 .06; kappa .492."""
    counts = table([[88, 14, 18], [10, 40, 10], [2, 6, 12]])
    assert kappa(counts) == pytest.approx(0.492, abs=0.0005)


@pytest.mark.parametrize(
    ("weighting", "expected"), [("none", 0.1293), ("linear", 0.2374)], ids=["plain", "linear"]
)
def test_the_table_of_married_couples(weighting: Weighting, expected: float) -> None:
    assert kappa(table(MARRIED), weighting) == pytest.approx(expected, abs=0.00005)


def test_quadratic_weights_give_the_intraclass_correlation_of_equal_marginals() -> None:
    """Fleiss and Cohen (1973): with the same marginals on both sides it is Pearson's r."""
    counts = table([[4, 1, 0], [1, 6, 2], [0, 2, 4]])
    pairs = [pair for pair, count in counts.items() for _ in range(count)]
    mean = sum(a for a, _ in pairs) / len(pairs)
    together = sum((a - mean) * (b - mean) for a, b in pairs)
    assert kappa(counts, "quadratic") == pytest.approx(
        together / sum((a - mean) ** 2 for a, _ in pairs)
    )


def test_no_kappa_where_both_always_say_the_same() -> None:
    assert kappa({(1, 1): 30}) is None


def test_agreement_on_a_skewed_question_is_worth_little() -> None:
    """90 % alike, and yet no better than chance: both say yes to nearly all."""
    found = kappa(table([[0, 5], [5, 90]]))
    assert found is not None
    assert found < 0


@given(tables, st.sampled_from(WEIGHTINGS))
def test_who_is_first_makes_no_difference(pairs: Pairs, weighting: Weighting) -> None:
    turned = {(b, a): count for (a, b), count in pairs.items()}
    assert kappa(turned, weighting) == pytest.approx(kappa(pairs, weighting))


@given(tables, st.sampled_from(WEIGHTINGS))
def test_it_is_one_only_for_perfect_agreement(pairs: Pairs, weighting: Weighting) -> None:
    found = kappa(pairs, weighting)
    perfect = all(a == b for a, b in pairs)
    assert found is None or (found == 1 if perfect else found < 1)


@given(tables, st.integers(2, 9), st.sampled_from(WEIGHTINGS))
def test_more_of_the_same_changes_nothing(pairs: Pairs, times: int, weighting: Weighting) -> None:
    more = {pair: times * count for pair, count in pairs.items()}
    assert kappa(more, weighting) == pytest.approx(kappa(pairs, weighting))

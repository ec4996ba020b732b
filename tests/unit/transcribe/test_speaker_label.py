"""Who said each word, from what is heard around it."""

from itertools import pairwise, product, starmap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.domain.transcript import Word
from qa_toolkit.transcribe.speakers.label import _cost, _gain, evidence, labels_of
from qa_toolkit.transcribe.speakers.spans import Span


def words(text: str, *, pause_s: float = 0.0, length_s: float = 0.3) -> list[Word]:
    step_s = length_s + pause_s
    return [
        Word(text=one, start_s=n * step_s, end_s=n * step_s + length_s, probability=1.0)
        for n, one in enumerate(text.split())
    ]


def test_a_word_is_heard_as_the_stretches_that_lie_over_it() -> None:
    said = words("yes no", pause_s=1.0)
    assert evidence(said, [Span(0.0, 0.4), Span(1.2, 1.7)], [-1.0, 1.0]) == (-1.0, 1.0)


def test_a_word_that_no_stretch_covers_says_nothing() -> None:
    assert evidence(words("yes"), [Span(5.0, 6.0)], [1.0]) == (0.0,)


def test_the_nearer_stretch_counts_more() -> None:
    (told,) = evidence(words("yes"), [Span(-1.0, 0.3), Span(0.0, 0.3)], [-1.0, 1.0])
    assert told > 0.3


def test_a_change_falls_between_sentences_rather_than_inside_one() -> None:
    said = words("can I help? yes my phone broke")
    assert labels_of(said, (-1, -1, 0, 0, 1, 1, 1)) == (0, 0, 0, 1, 1, 1, 1)


def test_one_doubtful_word_in_a_sentence_is_no_change_of_speaker() -> None:
    assert labels_of(words("I would like to pay"), (1, 1, -0.4, 1, 1)) == (1,) * 5


def test_a_short_answer_between_pauses_is_kept() -> None:
    said = words("ready? yes. good.", pause_s=0.8)
    assert labels_of(said, (-1, 1, -1)) == (0, 1, 0)


def test_no_words_have_no_labels() -> None:
    assert labels_of((), ()) == ()


@given(st.lists(st.floats(-1.5, 1.5), min_size=1, max_size=8), st.floats(0.0, 1.0))
def test_no_other_labels_would_be_likelier(told: list[float], pause_s: float) -> None:
    said = words("one two. three four? five six seven eight", pause_s=pause_s)[: len(told)]

    def worth(labels: tuple[int, ...]) -> float:
        gains = [_gain(word, tells) for word, tells in zip(said, told, strict=True)]
        costs = list(starmap(_cost, pairwise(said)))
        changes = [a != b for a, b in pairwise(labels)]
        return sum(g if label else -g for g, label in zip(gains, labels, strict=True)) - sum(
            cost for cost, change in zip(costs, changes, strict=True) if change
        )

    best = max(map(worth, product((0, 1), repeat=len(told))))
    assert worth(labels_of(said, told)) == pytest.approx(best)

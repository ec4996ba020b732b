"""Voice embeddings, here made up, fall into two voices or stay one."""

import numpy as np
import pytest
from numpy.typing import NDArray

from qa_toolkit.transcribe.speakers.split import Split, split

Voices = NDArray[np.float32]
ANNA, BEN, CARL = np.eye(64)[:3]


def heard(person: NDArray[np.float64], times: int, *, seed: int = 0) -> Voices:
    """Embeddings of one person: around a direction all voices share, with this person's own part."""
    noise = np.random.default_rng(seed).normal(0.0, 0.03, (times, 64))
    rows = np.full(64, 0.08) + 0.6 * person + noise
    unit: Voices = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return unit


def halves(voices: Voices, length_s: float = 1.6) -> Split | None:
    return split(voices, np.full(len(voices), length_s))


def groups(voices: Voices, found: Split) -> list[bool]:
    second: list[bool] = (voices @ found.centres[1] > voices @ found.centres[0]).tolist()
    return second if second[-1] else [not one for one in second]


@pytest.mark.parametrize(
    ("agent", "customer"), [(30, 30), (50, 10), (10, 50), (97, 3)], ids=lambda n: f"{n}"
)
def test_two_people_are_found_however_little_one_of_them_says(agent: int, customer: int) -> None:
    voices = np.concatenate([heard(ANNA, agent), heard(BEN, customer, seed=1)])
    found = halves(voices)
    assert found is not None
    assert groups(voices, found) == [False] * agent + [True] * customer
    assert found.confidence > 0.9


def test_the_halves_of_one_persons_speech_are_not_two_people() -> None:
    found = halves(heard(ANNA, 60))
    assert found is None or found.confidence < 0.1


def test_one_odd_moment_is_not_a_second_person() -> None:
    found = halves(np.concatenate([heard(ANNA, 60), heard(BEN, 1)]))
    assert found is None or found.confidence < 0.1


def test_two_main_voices_go_before_an_odder_third() -> None:
    voices = np.concatenate([heard(ANNA, 40), heard(BEN, 40, seed=1), heard(CARL, 2, seed=2)])
    found = halves(voices)
    assert found is not None
    assert groups(voices[:80], found) == [False] * 40 + [True] * 40


@pytest.mark.parametrize("times", [0, 1, 3], ids=["nothing", "one", "all short"])
def test_too_little_sound_is_not_split(times: int) -> None:
    assert halves(heard(ANNA, times), length_s=0.4 if times == 3 else 1.6) is None


def test_the_less_is_heard_of_a_voice_the_more_must_it_differ() -> None:
    def confidence(rarer_s: float) -> float:
        return Split(
            centres=np.eye(2, dtype=np.float32), likeness=0.74, fit=0.9, rarer_s=rarer_s
        ).confidence

    assert confidence(3.0) < 0.5 < 0.9 < confidence(30.0)

"""Why a transcript cannot be trusted, in words for people."""

import pytest
from sounds import segment

from qa_toolkit.domain.doubt import is_doubtful
from qa_toolkit.transcribe.doubt import (
    left_out,
    mean_log_probability,
    missing,
    reasons,
)
from qa_toolkit.transcribe.segment import Gap


def gaps(*edges_s: tuple[float, float]) -> list[Gap]:
    return [Gap(start_s=start_s, end_s=end_s) for start_s, end_s in edges_s]


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ([], ""),
        ([(80.0, 85.0)], ""),
        ([(80.0, 110.0)], "1:20–1:50"),
        ([(80.0, 84.0), (84.0, 88.0)], "1:20–1:28"),
        ([(80.0, 84.0), (85.5, 89.0)], ""),
        ([(84.0, 88.0), (80.0, 85.0)], "1:20–1:28"),
        ([(0.0, 6.0), (3600.0, 3610.0)], "0:00–0:06, 1:00:00–1:00:10"),
        ([(100.0 * n, 100.0 * n + 9) for n in range(7)], "and 2 more places"),
    ],
    ids=[
        "none",
        "short",
        "long",
        "lost in two parts",
        "apart",
        "on two channels",
        "two",
        "many",
    ],
)
def test_long_stretches_without_words_are_named(
    found: list[tuple[float, float]], told: str
) -> None:
    assert told in missing(gaps(*found))
    assert bool(missing(gaps(*found))) is bool(told)


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ([], ""),
        ([(80.0, 85.5)], ""),
        ([(80.0, 85.0)], "words missing at 1:20: the recogniser got stuck"),
        ([(80.0, 110.0), (7.0, 9.0)], "words missing at 0:07: the recogniser got stuck"),
        ([(80.0, 84.0), (84.0, 88.0)], ""),
    ],
    ids=["none", "long", "short", "one of each", "short ones that make a long one"],
)
def test_short_stretches_without_words_are_remarked_upon(
    found: list[tuple[float, float]], told: str
) -> None:
    assert left_out(gaps(*found)) == told


@pytest.mark.parametrize(
    ("probability", "doubtful"), [(None, False), (-0.3, False), (-0.6, False), (-0.61, True)]
)
def test_unlikely_words_are_doubtful(probability: float | None, doubtful: bool) -> None:  # noqa: FBT001
    assert is_doubtful(probability) is doubtful


def test_without_segments_there_is_no_probability() -> None:
    assert mean_log_probability([]) is None
    assert mean_log_probability([segment("yes", 0.0, log_probability=-0.5)]) == -0.5


@pytest.mark.parametrize(
    ("roles", "probability", "lost", "language", "told"),
    [
        ("", -0.3, [], "", ""),
        ("who?", -0.3, [], "", "who?"),
        ("who?", None, [], "", "no speech found"),
        ("who?", None, [(0.0, 9.0)], "", "words missing at 0:00–0:09: the recogniser got stuck"),
        ("who?", -0.3, [], "not English", "not English; who?"),
        (
            "",
            -0.94,
            [],
            "not English",
            "language or audio doubtful (mean log-probability -0.94, under -0.60)",
        ),
    ],
    ids=["none", "roles", "no speech", "only stuck", "language and roles", "improbable words"],
)
def test_the_words_are_doubted_before_the_roles(
    roles: str, probability: float | None, lost: list[tuple[float, float]], language: str, told: str
) -> None:
    assert reasons(roles, probability, gaps(*lost), language) == told

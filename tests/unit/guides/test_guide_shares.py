"""What weighs how much in the total."""

from fractions import Fraction

import pytest
from builders import criterion, rubric, transcript
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.scorecard import Provenance
from qa_toolkit.domain.shares import shares as domain_shares
from qa_toolkit.guides.shares import group_share, shown
from qa_toolkit.scoring import score
from qa_toolkit.signals import measure

SECTIONS = [
    {
        "id": "a",
        "title": "A",
        "weight": 30,
        "criteria": [criterion(id="a.one", weight=1), criterion(id="a.two", weight=2)],
    },
    {
        "id": "b",
        "title": "B",
        "weight": 10,
        "criteria": [
            criterion(id="b.own", weight=1),
            criterion(id="b.extra", weight=1, bonus=True),
            {"id": "b.note", "question": "Why?", "type": "text"},
        ],
        "sections": [
            {"id": "c", "title": "C", "weight": 3, "criteria": [criterion(id="c.deep", weight=9)]}
        ],
    },
]


def criterion_shares(made: Rubric) -> dict[str, Fraction]:
    return domain_shares(made, with_bonus=True)


def known(**fields: object) -> Rubric:
    return rubric(sections=SECTIONS, **fields)


def test_sections_share_the_total_and_criteria_their_section() -> None:
    assert criterion_shares(known()) == {
        "a.one": Fraction(1, 4),
        "a.two": Fraction(1, 2),
        "b.own": Fraction(1, 16),
        "b.extra": Fraction(1, 16),
        "b.note": 0,
        "c.deep": Fraction(3, 16),
    }


def test_without_sections_criteria_share_the_total() -> None:
    shares = criterion_shares(known(policy={"total": "criteria"}))
    assert shares["c.deep"] == Fraction(9, 13)


@pytest.mark.parametrize("total", ["sections", "criteria"])
def test_a_share_is_what_a_criterion_adds_to_a_total(total: str) -> None:
    """Held against the scoring: everything at the bottom but one criterion at its top."""
    guide = known(policy={"total": total})
    made = Provenance(
        rubric_id="", rubric_version="", rubric_hash="", engine="", model="", options="",
        evaluator="",
    )  # fmt: skip
    said = transcript("C: Hi\nA: Hi")
    scored = [item.id for item in guide.criteria() if item.scored]
    for name, share in criterion_shares(guide).items():
        answers = {other: 2 if other == name else 0 for other in scored}
        card = score(said, measure(said), guide, Channel.CHAT, made, answers=answers)
        assert card.percent is not None
        assert float(card.percent) == pytest.approx(float(share * 100))


WEIGHTS = st.integers(1, 200)


@given(st.lists(st.lists(WEIGHTS, min_size=1, max_size=4), min_size=1, max_size=4))
def test_shares_without_bonus_make_the_whole(weights: list[list[int]]) -> None:
    sections = [
        {
            "id": f"s{s}",
            "title": "S",
            "weight": sum(own),
            "criteria": [criterion(id=f"s{s}.c{c}", weight=weight) for c, weight in enumerate(own)],
        }
        for s, own in enumerate(weights)
    ]
    guide = rubric(sections=sections)
    shares = criterion_shares(guide)
    assert sum(shares.values()) == 1
    assert sum(group_share(one.all_criteria(), shares) for one in guide.sections) == 1


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (Fraction(1, 4), "25 %"),
        (Fraction(1, 16), "6.3 %"),
        (Fraction(1, 3), "33.3 %"),
        (Fraction(0), "0 %"),
        (Fraction(1), "100 %"),
    ],
)
def test_a_share_is_shown_with_one_place_half_up(share: Fraction, text: str) -> None:
    assert shown(share) == text

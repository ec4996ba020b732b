"""Scorecards under both versions, added up."""

from decimal import Decimal

import pytest
from builders import criterion, rubric
from diff_builders import (
    contact,
    impact,
    named,
    phrase,
    section,
    with_criterion,
    with_sections,
)

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.scorecard import Outcome
from qa_toolkit.rubric.diff.compare import compare
from qa_toolkit.rubric.diff.impact import MOST_PROBLEMS, OutcomeCount, RatingChange
from qa_toolkit.rubric.diff.tally import Tally

SORRY = "C: It broke.\nA: I am sorry for the trouble."
PLAIN = "C: It broke.\nA: Then buy a new one."
LESS = {"indicators": [phrase("sorry", "so sorry")]}


def test_the_mean_and_its_difference_are_over_pairs() -> None:
    found = impact(
        with_criterion(), with_criterion(**LESS), contact("1", SORRY), contact("2", PLAIN)
    )
    assert (found.scored, found.total.count) == (2, 2)
    assert (found.total.before, found.total.after, found.total.change) == (50, 0, -50)


def test_an_interaction_that_one_version_gives_no_total_is_in_no_pair() -> None:
    strict = rubric(criterion(), requires={"agent_words": 20})
    found = impact(with_criterion(), strict, contact("1", SORRY))
    assert (found.scored, found.total.count, found.total.change) == (1, 0, None)
    assert found.outcomes == (OutcomeCount(before=Outcome.PASS, after=Outcome.NOT_SCORED, count=1),)


def test_a_flip_is_named_with_its_totals_and_the_ratings_that_differ() -> None:
    found = impact(
        with_criterion(), with_criterion(**LESS), contact("2", PLAIN), contact("1", SORRY)
    )
    (flip,) = found.flips
    assert (flip.interaction_id, flip.agent, flip.team) == ("1", "Dana", "North")
    assert (flip.before, flip.after) == (Outcome.PASS, Outcome.FAIL)
    assert (flip.old_percent, flip.new_percent) == (Decimal(100), Decimal(0))
    assert flip.ratings == (RatingChange(criterion="s.c", before="2", after="0"),)


def test_a_flip_by_the_pass_mark_alone_has_no_ratings_but_a_reason() -> None:
    half = {"indicators": [phrase("sorry", points=1)]}
    found = impact(
        rubric(criterion(**half), pass_mark=50), rubric(criterion(**half)), contact("1", SORRY)
    )
    assert (found.flips[0].ratings, found.flips[0].reason) == ((), "under the pass mark of 80")


def test_flips_are_listed_by_id_whatever_the_order_of_reading() -> None:
    contacts = [contact(name, SORRY) for name in ("b", "c", "a")]
    found = impact(with_criterion(), with_criterion(**LESS), *contacts)
    assert [flip.interaction_id for flip in found.flips] == ["a", "b", "c"]


def test_agents_and_teams_that_move_are_listed_by_name() -> None:
    contacts = [
        contact("1", SORRY, agent="zoe"),
        contact("2", SORRY, agent="ali", team="South"),
        contact("3", PLAIN, agent="bob"),
        contact("4", SORRY, agent="", team=""),
    ]
    found = impact(with_criterion(), with_criterion(**LESS), *contacts)
    assert [agent.name for agent in found.agents] == ["Ali", "Zoe"]
    assert [(team.name, team.moved.count) for team in found.teams] == [("North", 2), ("South", 1)]


def test_sections_are_compared_under_their_new_ids() -> None:
    old = with_sections(section("s", named("s.a", "A?")))
    new = with_sections(section("t", named("t.a", "A?", **LESS), title="Tone"))
    (found,) = impact(old, new, contact("1", SORRY)).sections
    assert (found.id, found.name, found.moved.change) == ("t", "Tone", -100)


def test_a_criterions_ratings_are_counted_under_both() -> None:
    found = impact(
        with_criterion(), with_criterion(**LESS), contact("1", SORRY), contact("2", PLAIN)
    )
    (counted,) = found.criteria
    assert (counted.before, counted.after) == ({"0": 1, "2": 1}, {"0": 2})


def test_a_criterion_of_one_version_only_has_counts_on_one_side() -> None:
    one, other = named("s.a", "A?"), named("s.b", "B?", **LESS)
    old, new = with_sections(section("s", one)), with_sections(section("s", other))
    found = impact(old, new, contact("1", SORRY))
    assert [(item.id, item.before, item.after) for item in found.criteria] == [
        ("s.b", {}, {"0": 1}),
        ("s.a", {"2": 1}, {}),
    ]


LOST = [
    (LESS, "never reaches its top, 2, any more"),
    ({"applies_when": {"channels": ["call"]}}, "is never applicable any more"),
    ({"rate": "manual"}, "is never rated any more"),
    ({"base": 2}, ""),
]


@pytest.mark.parametrize(("fields", "expected"), LOST, ids=[expected for _, expected in LOST])
def test_what_a_criterion_never_does_any_more_is_told(
    fields: dict[str, object], expected: str
) -> None:
    found = impact(with_criterion(), with_criterion(**fields), contact("1", SORRY))
    assert found.criteria[0].lost == expected


def test_an_indicator_that_finds_nothing_any_more_is_told() -> None:
    old = {"indicators": [phrase("sorry"), phrase("new", "buy", points=-1)]}
    new = {"indicators": [phrase("sorry"), phrase("new", "purchase", points=-1)]}
    found = impact(with_criterion(**old), with_criterion(**new), contact("1", PLAIN))
    (silent,) = found.silent
    assert (silent.criterion, silent.indicator, silent.found_before) == ("s.c", "new", 1)


def test_a_cue_is_not_taken_for_an_indicator_of_the_same_id() -> None:
    cues = {"sorry": {"any": ["broke"]}}
    fields: dict[str, object] = {"rate": "share", "applies_when": {"customer": "sorry"}}
    old = rubric(criterion(**fields), cues=cues)
    new = rubric(criterion(indicators=[phrase("sorry", "so sorry")], **fields), cues=cues)
    (silent,) = impact(old, new, contact("1", SORRY)).silent
    assert (silent.indicator, silent.found_before) == ("sorry", 1)


def test_all_that_could_not_be_read_is_counted_and_the_first_of_it_kept() -> None:
    tally = Tally(rubric(), rubric(), compare(rubric(), rubric())[1])
    for number in range(MOST_PROBLEMS + 5):
        tally.unusable(Problem(source="chats.jsonl", line=number, message="not JSON"))
    tally.without_words()
    found = tally.impact("chats.jsonl")
    assert (found.unreadable, len(found.problems)) == (MOST_PROBLEMS + 5, MOST_PROBLEMS)
    assert found.without_words == 1

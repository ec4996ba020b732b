"""What a diff looks like at a terminal."""

from dataclasses import replace

import pytest
from builders import criterion, rubric
from diff_builders import (
    contact,
    diff,
    impact,
    named,
    phrase,
    section,
    with_criterion,
    with_sections,
)  # fmt: skip

from qa_toolkit.domain.paired import Moved
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.diff.change import Spot
from qa_toolkit.rubric.diff.difference import Side, all_new
from qa_toolkit.rubric.diff.impact import Impact
from qa_toolkit.rubric.diff.text import lines
from qa_toolkit.rubric.diff.words import certainty, signed

SORRY = "C: It broke.\nA: I am sorry for the trouble."
OLD = rubric(criterion(indicators=[phrase("sorry")]), title="Before")
NEW = rubric(
    criterion(indicators=[phrase("sorry", "so sorry")]),
    title="After",
    pass_mark=70,
    version="1.1.0",
)


def text(old: Rubric, new: Rubric, known: Impact | None = None) -> str:
    return "\n".join(line.text for line in lines(diff(old, new), known))


def test_changes_stand_by_effect_with_their_lines_and_the_verdict_last() -> None:
    assert text(OLD, NEW) == (
        "r 1.0.0 → 1.1.0\n"
        "old.yaml → new.yaml\n"
        "\n"
        "Scoring (2)\n"
        "  pass_mark: 80 → 70  (line 3)\n"
        "  s.c › indicator sorry › any: 1 added, 1 removed  (line 3)\n"
        "    - sorry\n"
        "    + so sorry\n"
        "\n"
        "Wording (1)\n"
        "  title: Before → After  (line 3)\n"
        "\n"
        "Scoring change: needs 1.1.0, is 1.1.0"
    )


def test_the_impact_stands_between_changes_and_verdict() -> None:
    said = text(OLD, NEW, impact(OLD, NEW, contact("i-1", SORRY)))
    assert (
        "Impact on 1 interaction of chats.jsonl\n"
        "         interactions  before  after  change  95 % interval\n"
        "  total             1   100.0    0.0  -100.0              –"
        "  too few to tell: 1, of 20 at least\n"
    ) in said
    assert "  i-1 (Dana): pass → fail, 100.0 → 0.0: s.c 2 → 0; under the pass mark of 70" in said
    assert said.endswith("1 of 1 interaction changes outcome")


def test_a_version_that_says_too_little_is_the_verdict() -> None:
    said = text(OLD, NEW.but(version="1.0.1"))
    assert said.endswith(
        "Scoring change: needs 1.1.0, but is 1.0.1\n    → new.yaml:3:2: version: 1.1.0"
    )


def test_nothing_that_differs_is_said_in_words() -> None:
    assert text(OLD, OLD).endswith("No change of meaning: version 1.0.0")


def test_a_long_list_of_phrases_is_cut() -> None:
    many = [f"word{n:02}" for n in range(20)]
    said = text(with_criterion(indicators=[phrase("sorry", *many)]), with_criterion())
    assert "    - word07\n    - … and 12 more\n    + sorry\n" in said


def test_a_long_phrase_is_shown_where_it_differs() -> None:
    words = "|".join(f"alternative{n:02}" for n in range(30))
    old, new = (
        with_criterion(indicators=[phrase("sorry", f"({words}|{last}) now")])
        for last in ("this", "that")
    )
    shown = [line.strip() for line in text(old, new).splitlines() if "…" in line]
    assert [line[-10:] for line in shown] == ["|this) now", "|that) now"]


def test_what_is_gone_is_shown_with_its_place_in_the_old_file() -> None:
    old = with_criterion(tips={0: "Show it."})
    assert "tips › 0: removed: Show it.  (old.yaml:3:7)" in text(old, with_criterion())


def test_a_rubric_that_is_new_asks_for_no_version() -> None:
    side = Side(source="new.yaml", rubric=OLD, places=lambda _: Spot("new.yaml", 1, 1))
    said = [line.text for line in lines(all_new("new.yaml@main", side), None)]
    assert said[3:5] == ["New (2)", "  section s: added: S  (line 1)"]
    assert said[-1] == "New rubric: version 1.0.0"


def moving(one: str, other: str) -> Rubric:
    """Two subsections; the criterion `s.m` is in the first, other things differ by the names."""
    held = {one: [named("s.a"), named("s.m")], other: [named("s.b")]}
    parts = [section(name, *held[name]) for name in ("p", "q")]
    return with_sections(section("s", sections=parts), cues={f"cue_{one}": {"any": ["angry"]}})


def test_what_moved_and_what_is_renamed_is_told() -> None:
    said = text(moving("p", "q"), moving("q", "p"))
    assert "  s.m: moved: p → q  (line 3)" in said
    assert "  cue cue_q: renamed: cue_p → cue_q (same content)  (line 3)" in said


def test_another_order_is_told_with_the_new_one() -> None:
    old, new = (
        with_sections(section("s", *(named(f"s.{name}") for name in order)))
        for order in ("ab", "ba")
    )
    assert "  s › criteria: in another order: s.b, s.a  (line 3)" in text(old, new)


def test_a_long_text_is_shown_before_and_after_where_it_differs() -> None:
    old, new = (rubric(description="many words " * 20 + last) for last in ("before", "after"))
    said = text(old, new).splitlines()
    assert said[4] == "  description  (line 3)"
    assert (said[5][-6:], said[6][-5:]) == ("before", "after")
    assert all(len(line) <= 110 for line in said)


def test_what_never_happens_any_more_is_told() -> None:
    said = text(OLD, NEW, impact(OLD, NEW, contact("i-1", SORRY)))
    assert (
        "Never any more\n"
        "  s.c never reaches its top, 2, any more\n"
        "  s.c › indicator sorry finds nothing any more, and did in 1 interaction\n"
    ) in said


def test_what_was_left_out_is_counted_and_its_first_named() -> None:
    problems = tuple(Problem(source="x.jsonl", line=n, message="not JSON") for n in range(1, 12))
    known = replace(impact(OLD, OLD, contact("i-1", SORRY)), problems=problems, unreadable=11,
                    without_words=2)  # fmt: skip
    said = text(OLD, OLD, known)
    assert "2 interactions without words left out\n" in said
    assert "Left out (11)\n  x.jsonl:1: not JSON\n" in said
    assert "  x.jsonl:8: not JSON\n  … and 3 more\n" in said


CERTAINTIES = [
    (Moved(count=9, change=0.0), "no change"),
    (Moved(count=9, change=1.0, low=0.5, high=1.5), "too few to tell: 9, of 20 at least"),
    (Moved(count=20, change=1.0), "all by the same"),
    (Moved(count=20, change=1.0, low=0.5, high=1.5), "beyond chance"),
    (Moved(count=20, change=1.0, low=-0.5, high=2.5), "within chance"),
]


@pytest.mark.parametrize(("moved", "said"), CERTAINTIES, ids=[said for _, said in CERTAINTIES])
def test_how_much_a_difference_says_is_put_into_words(moved: Moved, said: str) -> None:
    assert certainty(moved) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (62.25, "+62.3"),
        (-0.04, "-0.04"),
        (0.0, "0.0"),
        (-0.0004, "0.0"),
        (-1.25, "-1.3"),
        (None, "–"),
    ],
)
def test_a_difference_is_rounded_half_up_and_0_has_no_sign(value: float | None, said: str) -> None:
    assert signed(value) == said

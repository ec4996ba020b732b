"""A diff as the comment of a pull request."""

import re
from dataclasses import replace

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
)
from markdown_it import MarkdownIt

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.findings.markdown import escaped
from qa_toolkit.rubric.diff.impact import Impact
from qa_toolkit.rubric.diff.markdown import render

SORRY = "C: It broke.\nA: I am sorry for the trouble."
OLD = with_criterion()
NEW = rubric(criterion(indicators=[phrase("sorry", "so sorry")]), version="1.1.0")


def markdown(old: Rubric, new: Rubric, known: Impact | None = None) -> str:
    return render(diff(old, new), known, escaped)


def html(text: str) -> str:
    return str(MarkdownIt("commonmark", {"html": True}).enable("table").render(text))


def test_the_verdict_is_the_first_line() -> None:
    known = impact(OLD, NEW, contact("i-1", SORRY), contact("i-2", SORRY), contact("i-3", "C: Hi"))
    assert markdown(OLD, NEW, known).splitlines()[0] == (
        "**Scoring change** → needs 1.1.0, is 1.1.0; 2 of 3 interactions change outcome "
        "(r, old.yaml → new.yaml)"
    )


def test_a_phrase_cannot_break_out_of_its_cell() -> None:
    new = with_criterion(indicators=[phrase("sorry", "(a|b) <c> @team")])
    cells = re.findall("<td>(.*?)</td>", html(markdown(OLD, new)))
    assert len(cells) == 2
    assert "+ (a|b) &lt;c&gt; @" in cells[1]


def test_a_long_table_is_folded_away() -> None:
    many = [named(f"s.c{n}") for n in range(12)]
    said = markdown(with_sections(section("s", *many)), with_sections(section("s", many[0])))
    assert "<details><summary>Breaking (11)</summary>\n\n| Where | Change |" in said
    assert html(said).count("<tr>") == 1 + 11


def test_a_comment_stays_below_what_github_takes() -> None:
    """Every table at its longest: changes of all effects, flips, agents, teams, criteria."""
    many = [named(f"s.c{n}", "Is it shown? " + "x" * 150) for n in range(400)]
    less = [known | {"weight": 2, "guidance": "y" * 99} for known in many[:300]]
    known = impact(OLD, NEW, contact("i-1", SORRY))
    long = replace(
        known,
        sections=known.sections * 500,
        flips=known.flips * 500,
        agents=known.agents * 500,
        teams=known.teams * 500,
        criteria=known.criteria * 500,
    )
    said = markdown(with_sections(section("s", *many)), with_sections(section("s", *less)), long)
    assert said.count("more, in the JSON") == 8
    assert len(said) < 65_536


def test_the_impact_is_told_in_tables() -> None:
    page = html(markdown(OLD, NEW, impact(OLD, NEW, contact("i-1", SORRY))))
    assert "<td>i-1</td>\n<td>Dana</td>\n<td>pass → fail</td>\n<td>100.0 → 0.0</td>" in page
    assert "<strong>s.c</strong> never reaches its top, 2, any more" in page


def test_long_lists_of_phrases_are_cut() -> None:
    new = with_criterion(indicators=[phrase("sorry", *(f"word{n}" for n in range(9)))])
    assert "<br>+ word4<br>+ … and 4 more |" in markdown(OLD, new)


def test_agents_that_move_and_what_was_left_out_are_told() -> None:
    known = impact(OLD, NEW, contact("i-1", SORRY))
    said = markdown(OLD, NEW, replace(known, unreadable=1_234, without_words=2))
    assert "**Agents that move**\n\n|  | Interactions |" in said
    assert said.endswith("Left out: 1,234 unreadable, 2 without words.\n")

"""The file to send by mail: everything for the talks, nothing that a mail program drops."""

import re
from pathlib import Path

import pytest
from builders import transcript
from page_views import full_report, full_view
from scored_builders import report, scored

from qa_toolkit.domain.interaction import AgentRef
from qa_toolkit.scorecards.interface import write
from qa_toolkit.scorecards.pages.one_file import one_file


def full_file(interactions: int = 3, *others: AgentRef) -> str:
    return one_file(full_view(full_report(interactions, *others)))


@pytest.mark.parametrize(
    "words",
    [
        "Shown:</strong> Team: North",
        "The mean rose by 13.5",
        "“<strong>I&#39;m so sorry</strong>, three days without heating",
        "Situation: The customer says",
        "Impact: The customer answers",
        "Practise:</strong> Use their words.",
        "Agreed:</strong> Name the customer&#39;s trouble before any question",
        "What does not lie in the agent's hands",
        ">Does the agent show promise?</p>",
        "What calls for a talk</p>",
        "Goal:</strong> What should a customer in trouble hear",
        "Open, follow-up is due:",
        "Overdue:</strong> “I will call you myself at four”",
        "a.wav",
    ],
)
def test_it_holds_the_overview_and_the_talks(words: str) -> None:
    assert words in full_file()


def test_it_needs_nothing_that_mail_programs_drop() -> None:
    text = full_file()
    for mark in ("<script", "<svg", "<img", "<link", "src=", "url(", 'class="card', "var(--"):
        assert mark not in text


def test_every_cell_has_its_style_on_itself() -> None:
    assert re.findall(r"<t[dh]\b(?! [^>]*style=)[^>]*>", full_file()) == []


def test_it_leads_only_within_itself() -> None:
    text = full_file()
    links = re.findall(r'href="([^"]*)"', text)
    assert links == ["#agent-1", "#agent-2"]
    assert all(f'id="{link[1:]}"' in text for link in links)


def test_of_a_conversation_only_the_quoted_moments_are_told(tmp_path: Path) -> None:
    said = transcript("A: Thank you for calling.\nC: It is broken.\nA: I see.\nC: My code is 77.")
    quotes = {"politeness.greeting": ((0, "Thank you for calling", 1),)}
    (made,) = write(report(scored(said=said, quotes=quotes)), tmp_path / "team.html")
    text = made.read_text(encoding="utf-8")
    assert "Thank you for calling" in text
    assert "My code is 77" not in text


def test_a_small_team_makes_a_small_file() -> None:
    """Ten agents, all parts filled in: under the 102 KB at which mail programs clip."""
    team = [AgentRef(id=f"a{n}", name=f"Agent {n}") for n in range(8)]
    assert len(full_file(8, *team).encode()) < 100_000


def test_what_people_write_stays_text(tmp_path: Path) -> None:
    evil = AgentRef(id="x", name="<script>alert(1)</script>")
    (made,) = write(report(scored(agent=evil)), tmp_path / "team.html")
    assert "<script" not in made.read_text(encoding="utf-8")


def test_a_report_on_nothing_says_so(tmp_path: Path) -> None:
    (made,) = write(report(), tmp_path / "team.html")
    assert "No interaction was scored." in made.read_text(encoding="utf-8")


def test_the_same_report_makes_the_same_file() -> None:
    assert full_file() == full_file()

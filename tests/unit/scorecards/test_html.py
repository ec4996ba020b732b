"""The pages as text; how they look is tested in a browser."""

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from builders import transcript
from scored_builders import ALI, FULL, Rating, full_rubric, report, sample, scored, visit

from qa_toolkit.domain.interaction import AgentRef
from qa_toolkit.domain.problem import Problem
from qa_toolkit.scorecards.html import page_names
from qa_toolkit.scorecards.interface import write
from qa_toolkit.scorecards.report import Report


class Reader(HTMLParser):
    """The visible text of a page, its ids and what its links point to."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text = ""
        self.ids: list[str] = []
        self.links: list[str] = []
        self._hidden = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self._hidden = tag in ("style", "title")
        self.ids += [known["id"]] if known.get("id") else []  # type: ignore[list-item]
        self.links += [known["href"]] if known.get("href") else []  # type: ignore[list-item]

    def handle_endtag(self, tag: str) -> None:
        self._hidden = False

    def handle_data(self, data: str) -> None:
        if not self._hidden and data.strip():
            self.text += " ".join(data.split()) + "\n"


def pages(known: Report, folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in write(known, folder)}


def test_every_link_leads_somewhere(tmp_path: Path) -> None:
    low = {"empathy.acknowledge": 1, "ownership.promise": 0}
    made = pages(report(scored("i-1"), scored("i-2", low), scored("i-3", agent=ALI)), tmp_path)
    for name, page in made.items():
        reader = Reader(page)
        assert len(reader.ids) == len(set(reader.ids))
        for link in reader.links:
            target, _, anchor = link.partition("#")
            assert anchor in Reader(made[target or name]).ids if anchor else target in made


def test_pages_load_nothing(tmp_path: Path) -> None:
    for page in pages(report(scored()), tmp_path).values():
        assert "<script" not in page
        assert "src=" not in page
        assert "url(" not in page


def test_what_people_write_stays_text(tmp_path: Path) -> None:
    evil = AgentRef(id="x", name="<script>alert(1)</script>")
    said = transcript('A: <img src=x onerror="alert(2)">')
    made = pages(report(scored("<i>", agent=evil, said=said)), tmp_path)
    assert not any("<script" in page or "<img" in page for page in made.values())
    assert "<script>alert(1)</script>" in Reader(made["index.html"]).text


def test_the_overview_says_what_was_drawn_and_what_was_left_out(tmp_path: Path) -> None:
    gone = Problem(source="a.wav", message="the file is empty", hint="export it again")
    known = report(scored("i-1"), sample=sample({"dana": (9, ("i-1",))}), left_out=(gone,))
    text = Reader(pages(known, tmp_path)["index.html"]).text
    for words in ("2026-03", "ab" * 16, "11.1 %", "a.wav", "the file is empty", "export it again"):
        assert words in text


def test_a_critical_failure_shows_both_totals(tmp_path: Path) -> None:
    known = report(scored("i-1", {"politeness.no_rudeness": 0}))
    text = Reader(pages(known, tmp_path)["agent-dana.html"]).text
    assert "Critical failure: Does the agent show no rudeness?" in text
    assert "82.5" in text


def test_nothing_scored_shows_dashes_and_the_reason(tmp_path: Path) -> None:
    known = report(scored("i-1", dict.fromkeys(FULL, "review")))
    text = Reader(pages(known, tmp_path)["agent-dana.html"]).text
    assert "Nothing could be scored yet" in text
    assert "Roles are doubtful" in text


def test_a_report_on_nothing_is_one_page(tmp_path: Path) -> None:
    made = pages(report(), tmp_path)
    assert list(made) == ["index.html"]
    assert "No interaction was scored." in Reader(made["index.html"]).text


def test_a_turn_of_a_megabyte_makes_a_small_page(tmp_path: Path) -> None:
    made = pages(report(scored(said=transcript("C: " + "x" * 1_000_000))), tmp_path)
    assert len(made["agent-dana.html"]) < 60_000


@pytest.mark.parametrize(
    ("agent_id", "name"),
    [
        ("dana", "agent-dana.html"),
        ("Dana Price", "agent-dana-price.html"),
        ("José/../../etc", "agent-jose-etc.html"),
        ("CON", "agent-con.html"),
    ],
)
def test_file_names_are_safe_everywhere(agent_id: str, name: str) -> None:
    assert page_names([agent_id]) == {agent_id: name}


def test_file_names_are_unique_where_case_is_not() -> None:
    names = page_names(["a.b", "A B", "日本", "", "x" * 500, "x" * 501])
    assert len({name.lower() for name in names.values()}) == 6
    assert all(len(name) < 90 and name.isascii() for name in names.values())


def test_exporting_again_removes_the_pages_of_agents_who_left_the_report(tmp_path: Path) -> None:
    pages(report(scored("i-1"), scored("i-2", agent=ALI)), tmp_path)
    pages(report(scored("i-1")), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["agent-dana.html", "index.html"]


def test_exporting_again_removes_nothing_that_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "agent-notes.html").write_text("<html><head></head>my own notes</html>")
    (tmp_path / "agent-folder.html").mkdir()
    (tmp_path / "minutes.txt").write_text("keep")
    pages(report(scored("i-1")), tmp_path)
    kept = {"agent-notes.html", "agent-folder.html", "minutes.txt"}
    assert kept < {path.name for path in tmp_path.iterdir()}


def visit_page(folder: Path, ratings: dict[str, Rating] | None = None) -> str:
    known = report(visit("v-1", ratings), rubric=full_rubric())
    return Reader(pages(known, folder)["agent-dana.html"]).text


def test_a_visit_shows_its_answers_and_no_transcript(tmp_path: Path) -> None:
    text = visit_page(tmp_path, {"need.questions": 1})
    assert "Transcript\n" not in text
    assert "Customer's mood" not in text
    assert "Need\n50.0\nHow many questions?\n1 of 3" in text


def test_band_bonus_and_class_are_said_in_words(tmp_path: Path) -> None:
    text = visit_page(tmp_path)
    assert "100.0\nOutstanding\nPass" in text
    assert "Is a second item offered?\nBonus" in text
    assert "Is proof of age asked for?\nCritical: compliance" in text


def test_an_agent_is_told_until_when_to_ask_for_a_review(tmp_path: Path) -> None:
    assert "You may ask for a review within 14 days." in visit_page(tmp_path)
    silent = pages(report(scored()), tmp_path / "other")["agent-dana.html"]
    assert "ask for a review" not in silent


def test_the_causes_of_a_level_are_listed(tmp_path: Path) -> None:
    assert "Possible causes: opened late; no staff" in visit_page(tmp_path, {"door.open": 0})


def test_a_level_that_fails_is_marked_though_it_is_not_the_lowest(tmp_path: Path) -> None:
    known = report(visit("v-1", {"offer.age": 1, "need.second": 0}), rubric=full_rubric())
    page = pages(known, tmp_path)["agent-dana.html"]
    assert '<span class="badge lowest">1 of 3</span>' in page
    assert '<span class="badge">0 of 1</span>' in page  # a bonus nobody had to earn


def test_bars_end_where_bonus_points_go_on(tmp_path: Path) -> None:
    generous = full_rubric(policy={"bonus": "open"})
    made = pages(report(visit(rubric=generous), rubric=generous), tmp_path)
    assert "<strong>133.3</strong>" in made["agent-dana.html"]
    assert 'width="300"' in made["agent-dana.html"]
    assert 'width="400' not in made["agent-dana.html"]
    assert 'cx="200"' in made["index.html"]


def test_a_reason_that_ends_with_a_question_gets_no_full_stop(tmp_path: Path) -> None:
    text = visit_page(tmp_path, {"till.price": 0})
    assert "Failed a critical criterion: Is the price right?\n" in text


def test_a_page_says_that_roles_are_estimated_under_the_outcome(tmp_path: Path) -> None:
    known = scored()
    card = replace(known.scorecard, role_confidence=0.87, remarks=("the line is noisy",))
    made = pages(report(replace(known, scorecard=card)), tmp_path)
    text = Reader(made["agent-dana.html"]).text
    assert "Who speaks is estimated, 87 % sure.\nThe line is noisy.\nRated: 100 %" in text

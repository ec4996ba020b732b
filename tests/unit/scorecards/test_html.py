"""The pages as text; how they look is tested in a browser."""

import posixpath
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from builders import transcript
from page_views import ENTRY, full_report, full_view
from scored_builders import ALI, FULL, full_rubric, report, rubric, sample, scored, visit

from qa_toolkit.domain.interaction import AgentRef
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.shop.figures import ShopFigures
from qa_toolkit.errors import UsageError
from qa_toolkit.scorecards.compose import report_view
from qa_toolkit.scorecards.interface import write, write_all
from qa_toolkit.scorecards.pages.html import write_pages
from qa_toolkit.scorecards.pages.page_names import page_names
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
    """The text of each page by its place in the folder."""
    return _read(write(known, folder), folder)


def full_pages(folder: Path, interactions: int = 3) -> dict[str, str]:
    """Pages on which every optional part is filled in."""
    known = full_report(interactions)
    return _read(write_pages(known, full_view(known), folder), folder)


def _read(written: tuple[Path, ...], folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in written
    }


def test_every_link_leads_somewhere(tmp_path: Path) -> None:
    made = full_pages(tmp_path)
    for name, page in made.items():
        reader = Reader(page)
        assert len(reader.ids) == len(set(reader.ids))
        for link in reader.links:
            target, _, anchor = link.partition("#")
            place = posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
            assert (
                anchor in Reader(made[place if target else name]).ids if anchor else place in made
            )


def test_a_quote_leads_to_its_turn_on_the_interactions_page(tmp_path: Path) -> None:
    links = Reader(full_pages(tmp_path)["agent-dana.html"]).links
    assert "interactions/interaction-i-2.html#i2-t3" in links


def test_pages_load_nothing(tmp_path: Path) -> None:
    for page in full_pages(tmp_path).values():
        assert "<script" not in page
        assert "src=" not in page
        assert "url(" not in page


def test_what_people_write_stays_text(tmp_path: Path) -> None:
    evil = AgentRef(id="x", name="<script>alert(1)</script>", team="<b>North</b>")
    said = transcript('A: <img src=x onerror="alert(2)">')
    made = pages(report(scored("<i>", agent=evil, said=said)), tmp_path)
    assert not any(
        mark in page for page in made.values() for mark in ("<script", "<img", "<b>North")
    )
    assert "<script>alert(1)</script>" in Reader(made["index.html"]).text


def test_the_overview_says_what_was_drawn_and_what_was_left_out(tmp_path: Path) -> None:
    gone = Problem(source="a.wav", message="the file is empty", hint="export it again")
    known = report(scored("i-1"), sample=sample({"dana": (9, ("i-1",))}), left_out=(gone,))
    text = Reader(pages(known, tmp_path)["index.html"]).text
    for words in ("2026-03", "ab" * 16, "11.1 %", "a.wav", "the file is empty", "export it again"):
        assert words in text


def test_the_overview_names_agents_in_order_of_their_names(tmp_path: Path) -> None:
    """The best comes neither first nor last: nobody is ranked."""
    low = {"empathy.acknowledge": 0}
    known = report(
        scored("i-1", low, agent=ALI),
        scored("i-2"),
        scored("i-3", low, agent=AgentRef(id="z", name="Zoe")),
    )
    text = Reader(pages(known, tmp_path)["index.html"]).text
    assert text.index("Ali Demir") < text.index("Dana Price") < text.index("Zoe")


@pytest.mark.parametrize(
    "words",
    [
        "Shown:\nTeam: North",
        "The mean rose by 13.5",
        "Outcomes\nHow the scorecards ended",
        "Where points are lost\n",
        "Open in the coaching log",
        "18 Mar 2026\ndue",
        "People minus machine",
        "95 % interval -2.0 to 18.0; 12 ratings: too few to say",
    ],
)
def test_the_overview_shows_all_that_a_report_can_hold(tmp_path: Path, words: str) -> None:
    assert words in Reader(full_pages(tmp_path)["index.html"]).text


@pytest.mark.parametrize(
    "words",
    [
        "Situation\nThe customer says: “My boiler has been off for three days.”",
        "Behaviour\n“\nI'm so sorry\n, three days without heating",
        "Impact\nThe customer answers: “Thank you, that helps.”",
        "Costs 8.2 points of the total on average",
        "Agreed:\nName the customer's trouble before any question",
        "Follow-up is due",
        "What does not lie in the agent's hands",
        "Reality\nWhat went on in the call of 4 March?\nWhat had you tried before?",
        "Does not agree:\nThe line was cut in the second call",
        "“I will call you myself at four”",
        "qa coaching update ID --acknowledged today",
        "The mean rose by 13.5",
    ],
)
def test_an_agents_page_shows_all_that_a_talk_needs(tmp_path: Path, words: str) -> None:
    assert words in Reader(full_pages(tmp_path)["agent-dana.html"]).text


def test_the_talk_comes_before_the_figures(tmp_path: Path) -> None:
    text = Reader(full_pages(tmp_path)["agent-dana.html"]).text
    heads = (
        "What went well",
        "What to work on",
        "Questions for the talk",
        "Agreed in the talk",
        "Open promises to customers",
        "Trend\n",
        "Sections\n",
        "Interactions\n",
    )
    places = [text.index(head) for head in heads]
    assert places == sorted(places)


def test_the_questions_stand_by_topic_under_the_priority_they_are_about(tmp_path: Path) -> None:
    text = Reader(full_pages(tmp_path)["agent-dana.html"]).text
    asked = text[text.index("Questions for the talk") : text.index("Agreed in the talk")]
    heads = (
        "Does the agent show acknowledge?",
        "Goal",
        "Will",
        "Does the agent show promise?",
        "Goal",
    )
    place = 0
    for head in heads:
        place = asked.index(head, place) + 1
    assert [asked.count(head) for head in heads[:2]] == [1, 2]


def test_what_calls_for_a_talk_comes_after_strengths_and_priorities(tmp_path: Path) -> None:
    low = scored("i-1", {"politeness.no_rudeness": 0}, quotes={})
    text = Reader(pages(report(low), tmp_path)["agent-dana.html"]).text
    heads = (
        "What went well",
        "What to work on",
        "What calls for a talk",
        "Critical failure in i-1:",
    )
    places = [text.index(head) for head in heads]
    assert places == sorted(places)


def test_nothing_is_shown_of_what_a_report_does_not_hold(tmp_path: Path) -> None:
    known = report(scored("i-1"))
    plain = replace(report_view(known), trend=None, criterion_losses=(), coaching=())
    agent = replace(plain.agents[0], trend=None, prompts=(), process=(), promises=(), entries=())
    made = _read(write_pages(known, replace(plain, agents=(agent,)), tmp_path), tmp_path)
    text = Reader(made["index.html"]).text + Reader(made["agent-dana.html"]).text
    for head in (
        "Trend",
        "Where points are lost",
        "coaching log\n",
        "Questions",
        "promises",
        "hands",
    ):
        assert head not in text


def test_a_kept_promise_is_not_open(tmp_path: Path) -> None:
    known = full_report()
    view = full_view(known)
    kept = tuple(replace(one, status_kind="kept") for one in view.agents[1].promises)
    dana = replace(view.agents[1], promises=kept)
    made = _read(write_pages(known, replace(view, agents=(dana,)), tmp_path), tmp_path)
    assert "Open promises" not in Reader(made["agent-dana.html"]).text


def test_a_log_line_tells_who_said_what(tmp_path: Path) -> None:
    known = full_report()
    made = _read(write_pages(known, full_view(known), tmp_path), tmp_path)
    text = Reader(made["agent-dana.html"]).text
    assert "Who said what\n10 Mar 2026, Dana Price: acknowledged 10 Mar 2026\n" in text


def test_a_log_line_of_somebody_without_a_page_has_no_link(tmp_path: Path) -> None:
    known = full_report()
    view = replace(full_view(known), coaching=(replace(ENTRY, agent_id="gone", agent="Gone"),))
    made = _read(write_pages(known, view, tmp_path), tmp_path)
    assert '<span dir="auto">Gone</span>' in made["index.html"]


def test_agents_of_the_same_name_are_told_apart_by_their_ids(tmp_path: Path) -> None:
    twin = AgentRef(id="dana-2", name="Dana Price")
    text = Reader(
        pages(report(scored("i-1"), scored("i-2", agent=twin)), tmp_path)["index.html"]
    ).text
    assert "Dana Price (dana)\nNorth\n" in text
    assert "Dana Price (dana-2)\n" in text


def test_a_critical_failure_shows_both_totals(tmp_path: Path) -> None:
    known = report(scored("i-1", {"politeness.no_rudeness": 0}))
    text = Reader(pages(known, tmp_path)["agent-dana.html"]).text
    assert "Critical failure: Does the agent show no rudeness?" in text
    assert "82.5" in text


def test_what_the_machine_alone_gave_stands_beside_a_corrected_total(tmp_path: Path) -> None:
    known = report(scored("i-1"))
    view = report_view(known)
    (card,) = view.agents[0].scorecards
    corrected = replace(card, machine_total="62.5", machine_outcome="Fail")
    agent = replace(view.agents[0], scorecards=(corrected,))
    made = _read(write_pages(known, replace(view, agents=(agent,)), tmp_path), tmp_path)
    assert "The machine alone: 62.5, Fail." in Reader(made["agent-dana.html"]).text


def test_nothing_scored_shows_dashes_and_the_reason(tmp_path: Path) -> None:
    known = report(scored("i-1", dict.fromkeys(FULL, "review")))
    text = Reader(pages(known, tmp_path)["agent-dana.html"]).text
    assert "Nothing could be scored yet" in text
    assert "Call i-1\n3 Mar 2026, 09:30\n·\n0:33\n–\nNot scored" in text


def test_a_report_on_nothing_is_one_page(tmp_path: Path) -> None:
    made = pages(report(), tmp_path)
    assert list(made) == ["index.html"]
    assert "No interaction was scored." in Reader(made["index.html"]).text


def test_a_turn_of_a_megabyte_makes_a_small_page(tmp_path: Path) -> None:
    made = pages(report(scored(said=transcript("C: " + "x" * 1_000_000))), tmp_path)
    assert len(made["agent-dana.html"]) < 60_000
    assert max(map(len, made.values())) < 100_000


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


def test_exporting_again_removes_the_pages_of_what_left_the_report(tmp_path: Path) -> None:
    pages(report(scored("i-1"), scored("i-2", agent=ALI)), tmp_path)
    made = pages(report(scored("i-1")), tmp_path)
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.html")}
    assert (
        left
        == set(made)
        == {
            "index.html",
            "agent-dana.html",
            "interactions/interaction-i-1.html",
        }
    )


def test_exporting_again_removes_nothing_that_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "agent-notes.html").write_text("<html><head></head>my own notes</html>")
    (tmp_path / "agent-folder.html").mkdir()
    (tmp_path / "minutes.txt").write_text("keep")
    (tmp_path / "interactions").mkdir()
    (tmp_path / "interactions" / "interaction-mine.html").write_text("<p>mine</p>")
    pages(report(scored("i-1")), tmp_path)
    assert (tmp_path / "interactions" / "interaction-mine.html").exists()
    kept = {"agent-notes.html", "agent-folder.html", "minutes.txt"}
    assert kept < {path.name for path in tmp_path.iterdir()}


def test_an_export_leaves_the_pages_of_another_one_alone(tmp_path: Path) -> None:
    other = replace(report(scored("i-2", agent=ALI)), scope=(("Team", "South"),))
    for kept in pages(other, tmp_path):
        (tmp_path / kept).rename(tmp_path / kept.replace("index", "south"))
    pages(report(scored("i-1")), tmp_path)
    assert (tmp_path / "agent-ali.html").exists()
    assert (tmp_path / "interactions" / "interaction-i-2.html").exists()


@pytest.mark.parametrize(
    "other",
    [
        report(scored("i-2"), rubric=rubric(id="sales")),
        replace(report(scored("i-2")), scope=(("Location", "North desk"),)),
        replace(report(scored("i-2")), shops=ShopFigures()),
    ],
    ids=["rubric", "scope", "shops"],
)
def test_a_folder_with_another_export_is_refused_and_nothing_is_written(
    other: Report, tmp_path: Path
) -> None:
    before = pages(report(scored("i-1")), tmp_path / "pages")
    with pytest.raises(UsageError, match="holds the pages of another export"):
        write_all(other, [tmp_path / "a.json", tmp_path / "pages"])
    assert {path.name for path in tmp_path.iterdir()} == {"pages"}
    left = list(tmp_path.rglob("*.html"))
    assert {path.relative_to(tmp_path / "pages").as_posix() for path in left} == set(before)


def test_the_next_period_is_exported_to_the_same_folder(tmp_path: Path) -> None:
    known = report(scored("i-1"))
    pages(replace(known, scope=(("Period", "2026-W11"),)), tmp_path)
    made = pages(replace(known, scope=(("Period", "2026-W12"),)), tmp_path)
    assert "2026-W12" in made["index.html"]


def test_pages_are_made_one_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written is not kept: ten thousand pages need no more room than one."""
    done: list[str] = []

    def made(*_: object) -> str:
        done.append("made")
        return "page"

    def written(path: Path, _: str) -> Path:
        done.append(path.name)
        return path

    monkeypatch.setattr("qa_toolkit.scorecards.pages.html.interaction_page", made)
    monkeypatch.setattr("qa_toolkit.scorecards.pages.html.write_text", written)
    known = report(scored("i-1"), scored("i-2"))
    write_pages(known, report_view(known), tmp_path)
    assert done[1:] == [
        "made",
        "interaction-i-1.html",
        "made",
        "interaction-i-2.html",
        "index.html",
    ]


def test_the_recording_and_what_was_measured_reach_the_interactions_page(tmp_path: Path) -> None:
    known = replace(report(scored("i-1")), recordings={"i-1": Path("audio/i-1.wav")})
    made = pages(known, tmp_path)
    assert 'src="../audio/i-1.wav"' in made["interactions/interaction-i-1.html"]


def test_an_agent_is_told_until_when_to_ask_for_a_review(tmp_path: Path) -> None:
    known = report(visit("v-1"), rubric=full_rubric())
    text = Reader(pages(known, tmp_path)["agent-dana.html"]).text
    assert "You may ask for a review within 14 days." in text
    silent = pages(report(scored()), tmp_path / "other")["agent-dana.html"]
    assert "ask for a review" not in silent


def test_bars_end_where_bonus_points_go_on(tmp_path: Path) -> None:
    generous = full_rubric(policy={"bonus": "open"})
    made = pages(report(visit(rubric=generous), rubric=generous), tmp_path)
    assert "<strong>133.3</strong>" in made["agent-dana.html"]
    assert 'width="300"' in made["agent-dana.html"]
    assert 'width="400' not in made["agent-dana.html"]
    assert 'cx="200"' in made["index.html"]

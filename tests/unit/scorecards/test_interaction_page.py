"""The page of one interaction, as text: what stands on it, and what leads where."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from builders import transcript
from hypothesis import given
from hypothesis import strategies as st
from scored_builders import FULL, Rating, full_rubric, report, scored, visit
from spoken import call

from qa_toolkit.domain.override import Override
from qa_toolkit.domain.said import UNPRINTABLE
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.scorecards.compose import report_view
from qa_toolkit.scorecards.figures.stakes import Stakes
from qa_toolkit.scorecards.pages.interaction_page import interaction_page
from qa_toolkit.scorecards.pages.marked_words import Mark, pieces
from qa_toolkit.scorecards.pages.page_templates import environment
from qa_toolkit.scorecards.pages.spoken_rows import LONG, MOST_SHOWN
from qa_toolkit.scorecards.report import Report
from qa_toolkit.scorecards.view import Tone
from qa_toolkit.signals import measure

TONES = st.sampled_from(("for", "against", "context"))
SPANS = st.tuples(st.integers(0, 30), st.integers(0, 40))
RATED = {"empathy.acknowledge": 1, "ownership.promise": 0}


def page(result: Scored, *, recording: Path | None = None, **fields: object) -> str:
    """The page of the only interaction of a report."""
    return pages_of(report(result, **fields), result, recording)


def pages_of(made: Report, result: Scored, recording: Path | None = None) -> str:
    view = report_view(made)
    agent = replace(view.agents[0], page="agent-dana.html")
    signals = measure(result.transcript)
    card = agent.scorecards[0]
    return interaction_page(
        view, agent, card, result, signals, recording, Stakes(made.rubric), environment()
    )


def visit_page(ratings: dict[str, Rating] | None = None) -> str:
    """The page of a visit, judged by a rubric that has parts, a bonus, causes and bands."""
    return page(visit("v-1", ratings), rubric=full_rubric())


def words(html: str) -> str:
    """What is read on a page, without its head."""
    body = html[html.index("</head>") :]
    return unescape(" ".join(re.sub(r"<[^>]+>", "", body).split()))


def test_every_link_leads_to_a_place_that_is_on_the_page() -> None:
    html = page(scored("i-1", RATED))
    places = re.findall(r'\bid="([^"]+)"', html)
    links = set(re.findall(r'href="#([^"]+)"', html))
    assert links <= set(places)
    assert len(places) == len(set(places))


def test_a_quote_leads_to_its_marked_words_and_these_lead_back() -> None:
    html = page(scored())
    assert '<a href="#i1-t3-14">Agent 0:11' in html
    assert '<mark class="for c3" id="i1-t3-14">three days without heating</mark>' in html
    assert '<a class="ref r3 for" href="#c3" aria-label="Speaks for it: Does the agent' in html


def test_a_lower_rating_shows_what_a_better_answer_would_have_been() -> None:
    html = page(scored("i-1", RATED))
    shown = words(html)
    assert "A better answer: Use their words. The next level: Names the trouble" in shown
    assert "A better answer: Vague" in shown
    assert html.count('class="better"') == 2


def test_the_next_level_of_a_critical_criterion_is_one_that_does_not_fail() -> None:
    shown = words(visit_page({"offer.age": 0}))
    assert "A better answer: Before" in shown
    assert "After the sale" not in shown


def test_without_a_transcript_it_says_so_and_offers_no_way_to_one() -> None:
    html = visit_page()
    assert "There is no transcript of this contact." in html
    assert 'id="said"' not in html
    assert not any(head in html for head in ("What was said", "Timeline", "Sentiment"))


def test_a_visit_shows_its_answers_by_section_and_part() -> None:
    assert "Need50.0 4 How many questions? 1 of 3" in words(visit_page({"need.questions": 1}))


def test_band_bonus_and_class_are_said_in_words() -> None:
    shown = words(visit_page())
    assert "100.0 Pass Outstanding" in shown
    assert "Is a second item offered? 1 of 1 Bonus" in shown
    assert "Is proof of age asked for? 3 of 3 Critical: compliance" in shown


def test_a_level_that_fails_is_marked_though_it_is_not_the_lowest() -> None:
    html = visit_page({"offer.age": 1, "need.second": 0})
    assert '<span class="badge lowest">1 of 3</span>' in html
    assert '<span class="badge">0 of 1</span>' in html  # a bonus nobody had to earn


def test_the_causes_of_a_level_are_listed() -> None:
    assert "Possible causes: opened late; no staff" in words(visit_page({"door.open": 0}))


def test_a_reason_that_ends_with_a_question_gets_no_full_stop() -> None:
    html = visit_page({"till.price": 0})
    assert "<p>Failed a critical criterion: Is the price right?</p>" in html


def test_a_page_says_that_roles_are_estimated_under_the_outcome() -> None:
    known = scored()
    card = replace(known.scorecard, role_confidence=0.87, remarks=("the line is noisy",))
    shown = words(page(replace(known, scorecard=card)))
    told = "Who speaks is estimated, 87 % sure. The line is noisy. In a minute"
    assert f"Rated: 100 % of what applies. Pass mark 80. {told}" in shown


def test_nothing_scored_shows_a_dash_and_why_each_criterion_waits() -> None:
    shown = words(page(scored("i-1", dict.fromkeys(FULL, "review"))))
    assert "– Not scored Nothing could be rated by machine (roles are doubtful)." in shown
    assert shown.count("Needs review") == shown.count("Roles are doubtful") == len(FULL)


def test_a_persons_rating_stands_beside_the_machines_with_reason_author_and_history() -> None:
    machine = scored("i-1", {"empathy.acknowledge": 0})
    people = scored("i-1", {"empathy.acknowledge": 2})
    result = replace(people, machine=machine.scorecard)
    said = tuple(
        Override(
            interaction_id="i-1",
            rubric_id="service",
            rubric_version="1.0.0",
            criterion="empathy.acknowledge",
            status=RatingStatus.RATED,
            points=points,
            by=by,
            reason=reason,
            made_at=f"2026-03-0{day}T10:00:00+00:00",
            number=day,
        )
        for day, points, by, reason in ((4, 1, "Ines", "Half of it."), (5, 2, "Ravi", "<b>All</b>"))
    )
    html = page(result, overrides={"i-1": said})
    shown = words(html)
    assert "Ravi on 5 Mar 2026: 2 of 2, in place of the machine's 0 of 2." in shown
    assert "4 Mar 2026, Ines: 1 of 2. Half of it." in shown
    assert "The machine's own result: 75.0, Fail." in shown
    assert "&lt;b&gt;All&lt;/b&gt;" in html


def test_a_call_shows_holds_silence_and_words_that_may_be_wrong() -> None:
    html = page(scored("i-1", said=call()))
    shown = words(html)
    assert "0:23 hold music, 39 s" in shown
    assert '<u class="low">lorry;</u>' in html
    assert "On hold39 s in 1 hold" in shown
    assert "3 turns of the customer" in shown


def test_of_a_chat_it_tells_how_long_answers_took() -> None:
    said = transcript("[0] C: Hello?\n[48] A: Hi.\n[60] C: My parcel?\n[165] A: It is on its way.")
    assert "Agent's answers1 min 16 s at the median, 1 min 45 s at most" in words(
        page(scored(said=said))
    )


def test_with_a_recording_beside_it_a_turns_time_plays_from_there() -> None:
    html = page(scored(said=call()), recording=Path("recordings/call 1 #2.wav"))
    assert 'src="../recordings/call%201%20%232.wav"' in html
    assert (
        '<button type="button" data-at="4.0" disabled aria-label="Play from 0:04">0:04</button>'
        in html
    )


def test_it_begins_with_what_went_well_and_what_to_work_on() -> None:
    shown = words(page(scored("i-1", RATED)))
    heads = ("In a minute", "What went well", "What to work on", "Timeline", "Ratings")
    places = [shown.index(head, shown.index("In a minute")) for head in heads]
    assert places == sorted(places)
    assert "“Good morning, thank you for calling Fernhill Energy" in shown[places[1] : places[2]]
    assert "Worth up to 15.0 points here." in shown[places[2] : places[3]]


def test_where_nothing_was_rated_it_begins_with_the_timeline() -> None:
    assert "In a minute" not in page(scored("i-1", dict.fromkeys(FULL, "na")))


def test_without_a_recording_no_script_may_run() -> None:
    html = page(scored())
    assert "<script" not in html
    assert "script-src" not in html


def test_whatever_was_said_stays_text() -> None:
    evil = "</div><script>alert(1)</script><img src=x onerror=alert(1)>"
    html = page(scored(said=transcript(f"C: {evil}\nA: ok"), queue=evil))
    assert "<script" not in html
    assert "<img" not in html


@pytest.mark.parametrize(("size", "boxes"), [(LONG, 0), (LONG + 1, 1), (MOST_SHOWN, 1)], ids=str)
def test_a_very_long_turn_has_a_box_of_its_own(size: int, boxes: int) -> None:
    html = page(scored(said=transcript("C: " + "x" * size)))
    assert html.count('class="text long"') == boxes
    assert "x" * size in html


def test_what_is_not_shown_of_a_pasted_log_is_told() -> None:
    html = page(scored(said=transcript("C: " + "x" * (MOST_SHOWN + 1_500))))
    assert "1,500 more characters of this turn are not shown." in html


def test_words_in_what_is_not_shown_lead_to_their_turn() -> None:
    said = transcript("C: Hello.\nA: " + "x" * MOST_SHOWN + " Good morning.")
    quotes = {"politeness.greeting": ((1, "Good morning", 1),)}
    assert '<a href="#i1-t2">Agent' in page(scored(said=said, quotes=quotes))


def test_each_criterion_with_marks_can_be_shown_alone() -> None:
    html = page(scored())
    assert re.findall(r'<input type="radio" name="only" id="only-(\d)"', html) == list("0135")
    assert "body:has(#only-3:checked) mark:not(.c3)" in html


def test_evidence_is_marked_where_it_was_said() -> None:
    marked = re.findall(r'<mark class="(\w+) [^>]+>([^<]+)</mark>', page(scored()))
    assert [(tone, unescape(words)) for tone, words in marked] == [
        ("for", "thank you for calling"),
        ("for", "I'm so sorry"),
        ("for", "three days without heating"),
        ("for", "I will book the engineer now"),
    ]


def test_where_marks_overlap_words_against_it_win() -> None:
    marks = [Mark(0, 10, 1, "for", ""), Mark(0, 5, 2, "against", "")]
    found = pieces("never mind", marks, [], "t1")
    assert [(piece.text, piece.tone, piece.criteria) for piece in found] == [
        ("never", "against", "c1 c2"),
        (" mind", "for", "c1"),
    ]


def test_it_leads_back_to_the_team_and_the_agent() -> None:
    html = page(scored())
    assert '<a href="../index.html">All agents</a>' in html
    assert '<a href="../agent-dana.html" dir="auto">Dana Price</a>' in html


@given(
    st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x3FF), max_size=40),
    st.lists(st.tuples(SPANS, st.integers(1, 4), TONES)),
    st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9)), max_size=3),
)
def test_marking_never_changes_the_words(
    text: str, marks: list[tuple[tuple[int, int], int, Tone]], gaps: list[tuple[int, int]]
) -> None:
    low: list[tuple[int, int]] = []
    place = 0
    for gap, length in gaps:
        if place + gap + length <= len(text):
            low.append((place + gap, place + gap + length))
            place += gap + length
    known = [Mark(start, end, number, tone, "") for (start, end), number, tone in marks]
    found = pieces(text, known, low, "t1")
    assert "".join(piece.text for piece in found) == UNPRINTABLE.sub("", text)
    doubtful = "".join(piece.text for piece in found if piece.is_low)
    assert doubtful == UNPRINTABLE.sub("", "".join(text[start:end] for start, end in low))

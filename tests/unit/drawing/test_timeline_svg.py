"""The lanes of a timeline as HTML."""

from builders import transcript
from defusedxml.ElementTree import fromstring
from spoken import call

from qa_toolkit.domain.transcript import Transcript
from qa_toolkit.drawing.timeline import timeline
from qa_toolkit.drawing.timeline_svg import timeline_svg
from qa_toolkit.signals import measure


def drawn(said: Transcript, **anchor: str) -> str:
    found = timeline(said, measure(said))
    assert found
    return timeline_svg(found, **anchor)


def test_the_lanes_are_well_formed() -> None:
    html = drawn(call()).replace(" hidden>", ' hidden="">')
    assert fromstring(f"<div>{html}</div>") is not None


def test_a_turns_bar_leads_to_the_turn() -> None:
    html = drawn(transcript("[0-4] A: Hello.\n[5-8] C: Hi."), anchor="i7-t")
    assert html.count('<a href="#i7-t') == 2
    assert '<a href="#i7-t2" tabindex="-1">' in html


def test_names_of_people_stay_text() -> None:
    said = call()
    evil = "<b>Jo</b> & Lee"
    turns = tuple(
        type(turn)(speaker=turn.speaker, text="a", start_s=0.0, end_s=1.0, party=evil)
        for turn in said.turns[:1]
    )
    html = drawn(Transcript(interaction_id="i", turns=turns))
    assert "<b>" not in html
    assert "Agent (&lt;b&gt;Jo&lt;/b&gt; &amp; Lee)" in html


def test_a_written_contact_has_no_timeline() -> None:
    said = transcript("[0] C: Hello?\n[9] A: Good morning!")
    assert timeline(said, measure(said)) is None


def test_without_measures_only_the_voices_are_drawn() -> None:
    found = timeline(call(), None)
    assert found
    assert [lane.name for lane in found.lanes] == ["Agent", "Customer"]

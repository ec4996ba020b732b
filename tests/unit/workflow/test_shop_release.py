"""A final shop is an interaction like any other, and never taken for a monitored one."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shop_builders as build
from projects import chat_line, chats_project
from released_shops import handed_in, release, release_some

from qa_toolkit.domain.interaction import AgentRef
from qa_toolkit.domain.scorecard import Outcome, Scored
from qa_toolkit.domain.shop.log import Attachment
from qa_toolkit.domain.transcript import SpeakerRole, Transcript, Turn
from qa_toolkit.errors import StorageError, UsageError
from qa_toolkit.scorecards.criterion_view import criterion_views
from qa_toolkit.store import interactions, transcripts
from qa_toolkit.store.records import INTERACTION, TRANSCRIPT
from qa_toolkit.workflow.clock import clock_of
from qa_toolkit.workflow.corrections import clear_rating, set_rating
from qa_toolkit.workflow.import_ import import_paths
from qa_toolkit.workflow.listing import states
from qa_toolkit.workflow.project import Project, open_project
from qa_toolkit.workflow.rubric_files import usable_rubric
from qa_toolkit.workflow.sample import STAGED, draw_sample, verify_sample
from qa_toolkit.workflow.score import score_sample, scorecards_of
from qa_toolkit.workflow.search import Wanted, search_transcripts
from qa_toolkit.workflow.shops.heard import heard_otherwise
from qa_toolkit.workflow.shops.recorded import FOLDER, words_of
from qa_toolkit.workflow.shops.score import released


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Six chats of two agents, imported."""
    folder = chats_project(tmp_path / "november")
    with open_project(folder) as opened:
        import_paths(opened, [folder / "chats"])
        yield opened


def shown(project: Project, shop: str = "autumn-1") -> tuple[str, ...]:
    found = transcripts.current(project.database, shop)
    assert found is not None
    return tuple(turn.text for turn in found[1].turns)


def test_a_final_shop_is_an_interaction_without_a_customer(project: Project) -> None:
    made = release(project, handed_in()).interaction
    kept = interactions.get(project.database, "autumn-1")
    assert kept == made
    assert (made.staged, made.customer, made.started_at) == (True, "", build.START)
    assert made.facts()["location"] == "north"


def test_a_shop_is_told_by_the_clock_of_its_location(project: Project) -> None:
    """Nine in the morning at Greenwich, on a device that was set so."""
    made = release(project, handed_in(file={"timezone": "Pacific/Honolulu"})).interaction
    kept = interactions.get(project.database, "autumn-1")
    assert kept is not None
    assert str(clock_of(project, kept)) == "2026-11-09 23:00:00-10:00"
    assert ("Began", "2026-11-09 23:00:00-10:00") in (made.shop.told if made.shop else ())


def test_an_interaction_kept_before_there_were_shops_is_read_as_before(project: Project) -> None:
    chat = next(interactions.all_of(project.database))
    old = {name: value for name, value in INTERACTION.dump(chat).items() if name != "shop"}
    assert INTERACTION.load(old) == chat


@pytest.mark.parametrize(
    ("staff", "agent"),
    [
        ("Dana Fox", AgentRef(id="Dana Fox")),
        ("eli  wood", AgentRef(id="Eli Wood")),
        ("dana", AgentRef(id="dana")),
        ("somebody else", AgentRef(id="north", name="North desk")),
        ("", AgentRef(id="north", name="North desk")),
    ],
    ids=["on the roster", "written otherwise", "known from chats", "unknown", "no name given"],
)
def test_the_agent_is_who_was_met_or_else_the_location(
    project: Project, staff: str, agent: AgentRef
) -> None:
    made = released(project, handed_in(build.log(staff=staff)))
    assert made.interaction.agent == agent


def test_its_words_are_the_shoppers_own_and_nobody_elses(project: Project) -> None:
    release_some(project, handed_in())
    found = transcripts.current(project.database, "autumn-1")
    assert found is not None
    assert {turn.speaker for turn in found[1].turns} == {SpeakerRole.SHOPPER}
    assert [turn.party for turn in found[1].turns] == ["Welcome", "Help", "the whole story"]


def test_its_notes_are_found_by_search(project: Project) -> None:
    release_some(project, handed_in())
    hits = search_transcripts(project, Wanted(words="courier Thursday"))
    assert [(hit.interaction.id, hit.speaker) for hit in hits.shown] == [("autumn-1", "shopper")]


def test_it_is_listed_with_its_outcome(project: Project) -> None:
    release_some(project, handed_in())
    known = {item.interaction.id: item.state for item in states(project)}
    assert known["autumn-1"] == "pass"


def test_it_is_never_sampled_and_the_manifest_says_so(project: Project) -> None:
    rubric = usable_rubric(project.folder / "rubrics" / "service.yaml")
    release_some(project, handed_in(), handed_in(id="autumn-2"))
    sample = draw_sample(project, rubric.rubric)
    assert "autumn-1" not in {member.interaction_id for member in sample.members}
    assert [(one.reason, one.count) for one in sample.exclusions] == [(STAGED, 2)]


def test_a_sample_of_before_it_was_final_verifies_still(project: Project) -> None:
    rubric = usable_rubric(project.folder / "rubrics" / "service.yaml")
    sample = draw_sample(project, rubric.rubric)
    release_some(project, handed_in())
    assert verify_sample(project, sample, rubric.rubric) == ()


def test_an_interrupted_run_goes_on_though_a_shop_became_final(project: Project) -> None:
    rubric = usable_rubric(project.folder / "rubrics" / "service.yaml")
    sample = draw_sample(project, rubric.rubric, resume=True)
    release_some(project, handed_in())
    assert draw_sample(project, rubric.rubric, resume=True).id == sample.id


def test_qa_score_leaves_its_scorecard_alone(project: Project) -> None:
    service = usable_rubric(project.folder / "rubrics" / "service.yaml")
    made = release(project, handed_in())
    score_sample(project, draw_sample(project, service.rubric), service)
    phone = handed_in().scenario.rubric
    (kept,) = scorecards_of(project, ["autumn-1"], phone)
    assert kept.scorecard == made.scorecard


def test_a_manager_corrects_it_like_any_rating_under_the_rubric_it_was_judged_by(
    project: Project,
) -> None:
    service = usable_rubric(project.folder / "rubrics" / "service.yaml")
    release_some(project, handed_in())
    done = set_rating(
        project, service, "autumn-1", "help.blocked", "0", reason="the card still worked", by="Kim"
    )
    assert done.after.scorecard.outcome is Outcome.FAIL
    assert {item.interaction.id: item.state for item in states(project)}["autumn-1"] == "fail"
    back = clear_rating(
        project, service, "autumn-1", "help.blocked", reason="it was another card", by="Kim"
    )
    assert back.after.scorecard.percent == 100


def test_an_import_does_not_take_its_id(project: Project, tmp_path: Path) -> None:
    release_some(project, handed_in())
    (tmp_path / "more.jsonl").write_text(chat_line("autumn-1", [("agent", "Hello.")]) + "\n")
    report = import_paths(project, [tmp_path / "more.jsonl"])
    assert [problem.message for problem in report.problems] == [
        "the id 'autumn-1' is a mystery shop's"
    ]
    kept = interactions.get(project.database, "autumn-1")
    assert kept is not None
    assert kept.staged


def test_it_does_not_take_the_id_of_what_was_imported(project: Project) -> None:
    with pytest.raises(UsageError, match="has the id of shop dana-1"):
        release(project, handed_in(id="dana-1"))


def test_a_failure_in_the_middle_keeps_nothing_of_it(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("qa_toolkit.store.scorecards.put", fails)
    with pytest.raises(OSError, match="no space"):
        release(project, handed_in())
    assert interactions.get(project.database, "autumn-1") is None


RECORDING = Attachment(
    hash="a" * 32, name="call.wav", kind="recording", media_type="audio/wav", size=9
)
SAID = Transcript(
    interaction_id="",
    turns=(
        Turn(speaker=SpeakerRole.AGENT, text="North desk, Dana speaking.", start_s=0.0, end_s=2.0),
        Turn(speaker=SpeakerRole.CUSTOMER, text="I lost my card.", start_s=2.0, end_s=4.0),
    ),
    duration_s=4.0,
)


def transcribed(project: Project, words: str = "") -> None:
    folder = project.folder / FOLDER
    folder.mkdir()
    said = words or json.dumps(TRANSCRIPT.dump(SAID))
    (folder / f"{RECORDING.hash}.json").write_text(said)


def test_of_a_recorded_shop_what_was_said_comes_first_and_the_notes_after(
    project: Project,
) -> None:
    transcribed(project)
    made = release(project, handed_in(build.log(attachments=(RECORDING,))))
    assert shown(project)[:3] == (
        "North desk, Dana speaking.", "I lost my card.", build.log().comments["welcome"],
    )  # fmt: skip
    assert made.transcript.turns[1].speaker is SpeakerRole.SHOPPER
    quotes = [score.evidence[0] for score in made.scorecard.criteria]
    assert all(shown(project)[item.turn] == item.quote for item in quotes)


def test_a_recording_that_nobody_transcribed_is_no_obstacle(project: Project) -> None:
    release_some(project, handed_in(build.log(attachments=(RECORDING,))))
    assert shown(project)[0] == build.log().comments["welcome"]


def test_a_broken_transcript_is_told_with_what_to_do(project: Project) -> None:
    transcribed(project, "{")
    with pytest.raises(StorageError, match="cannot read") as told:
        words_of(project, build.log(attachments=(RECORDING,)))
    assert told.value.hint == "remove it, then qa shop transcribe"


HEARD = build.RUBRIC.replace(
    '{id: welcome.greeted, question: "Are you greeted?", type: yes_no, rate: manual}',
    '{id: welcome.greeted, question: "Are you greeted?", type: yes_no, '
    "indicators: [{kind: phrase, id: hello, points: 1, any: [good morning]}]}",
)


@pytest.mark.parametrize(
    ("answer", "differing"),
    [("yes", [("welcome.greeted", 1, 0)]), ("no", [])],
    ids=["heard otherwise", "heard alike"],
)
def test_what_the_machine_hears_otherwise_stands_beside_the_answer(
    project: Project, answer: str, differing: list[tuple[str, int, int]]
) -> None:
    transcribed(project)
    log = build.log(attachments=(RECORDING,), observations=build.observed(welcome__greeted=answer))
    opened = handed_in(log, rubric=HEARD)
    heard = heard_otherwise(project, opened, log)
    assert [(item.criterion, item.shopper, item.machine) for item in heard] == differing
    score = released(project, opened).scorecard.score_of("welcome.greeted")
    assert score is not None
    assert score.points == (answer == "yes")


def test_a_rating_of_somebody_who_was_there_has_no_certainty_of_words(project: Project) -> None:
    heard = replace(SAID, turns=tuple(replace(turn, confidence=0.4) for turn in SAID.turns))
    transcribed(project, json.dumps(TRANSCRIPT.dump(heard)))
    opened = handed_in(build.log(attachments=(RECORDING,)))
    made = release(project, opened)
    scored = Scored(
        interaction=made.interaction, transcript=made.transcript, scorecard=made.scorecard
    )
    views = criterion_views(scored, opened.scenario.rubric.rubric, "i1", ())
    assert {view.certainty for view in views} == {""}

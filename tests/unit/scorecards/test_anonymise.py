"""Pseudonyms in place of agents, customers and reviewers."""

import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from builders import interaction, transcript
from scored_builders import ALI, DANA, report, sample, scored

from qa_toolkit.domain.coaching import CoachingChange, CoachingEntry, CoachingField
from qa_toolkit.domain.commitment import (
    Action,
    Commitment,
    CommitmentKind,
    CommitmentStatus,
    Promiser,
    Resolution,
    Verdict,
)
from qa_toolkit.domain.interaction import AgentRef
from qa_toolkit.domain.override import Override
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.domain.scorecard import Outcome
from qa_toolkit.domain.transcript import SpeakerRole, Turn, Word
from qa_toolkit.scorecards.anonymise import anonymised, reviewers_in
from qa_toolkit.scorecards.interface import write
from qa_toolkit.scorecards.pseudonyms import PlannedPeople, Pseudonyms
from qa_toolkit.scorecards.report import PastScore, Promise, Report

KEY = bytes(32)
ADA = "Ada Okafor"
SAID = """
[0-4] A: Good morning, thank you for calling, this is Dana Price speaking.
[4-11] C: Hello Dana, ada okafor here. Your colleague Ali promised to call.
[11-18] A: I'm so sorry, Ms. Okafor, three days without heating is hard.
[18-30] A: I will ask ALI DEMIR myself and call you, Ada.
[30-33] C: Thank you, dana's the best.
"""
NAMES = ("dana", "price", "ali", "demir", "ada", "okafor", "maria", "lopez")


def people(*others: AgentRef, key: bytes = KEY, customers: tuple[str, ...] = (ADA,)) -> Pseudonyms:
    return Pseudonyms(key, (DANA, ALI, *others), customers, ("Maria Lopez",))


def full_report() -> Report:
    """A report with names wherever a report can hold one."""
    said = transcript(
        SAID, interaction_id="dana-1", duration_s=33.0, remarks=("Ada is hard to hear",)
    )
    words = tuple(
        Word(text=word, start_s=n, end_s=n + 0.5, probability=0.9)
        for n, word in enumerate(said.turns[0].text.split())
    )
    first_turn, second_turn, *others = said.turns
    said = replace(
        said,
        turns=(
            replace(first_turn, words=words, party="Dana Price"),
            replace(second_turn, party="Zoe Quill"),
            *others,
        ),
        doubt="who speaks is not known: Zoe Quill may be agent or customer",
    )
    first = scored(
        "dana-1",
        said=said,
        quotes={
            "politeness.greeting": ((0, "this is Dana Price", 1),),
            "empathy.acknowledge": ((2, "I'm so sorry, Ms. Okafor", 2),),
            "ownership.promise": ((3, "ALI DEMIR myself and call you, Ada", 2),),
        },
        customer=ADA,
        queue="Dana's queue",
        source="recordings/dana price/ada-okafor.wav",
        extra={"email": "dana.price@example.com"},
    )
    second = scored("ALI_DEMIR_2026-03-02", agent=ALI)
    given = Override(
        interaction_id="dana-1",
        rubric_id="service",
        rubric_version="1.0.0",
        criterion="empathy.acknowledge",
        status=RatingStatus.RATED,
        points=2,
        reason="Dana names it, says Ada",
        by="Maria Lopez",
        source="dana-march.xlsx",
        number=1,
        made_at="2026-03-05T10:00:00+00:00",
    )
    entry = CoachingEntry(
        id="k-1",
        agent_id="dana",
        topic="Dana and calls back",
        opened_by="Maria Lopez",
        interactions=("dana-1", "dana-99"),
        changes=(
            CoachingChange(field=CoachingField.NOTE, value="Ali helps Dana", by="Maria Lopez"),
            CoachingChange(field=CoachingField.COACH, value="Maria Lopez", by="Maria Lopez"),
        ),
    )
    quote = "call you, Ada"
    start = said.turns[3].text.index(quote)
    promise = Promise(
        id="p-1",
        commitment=Commitment(
            interaction_id="dana-1",
            turn=3,
            start=start,
            end=start + len(quote),
            quote=quote,
            who=Promiser.AGENT,
            what=Action.CONTACT,
            words="call you, Ada",
            kind=CommitmentKind.CALLBACK,
        ),
        status=CommitmentStatus.KEPT,
        verdict=Resolution(
            verdict=Verdict.KEPT,
            by="Maria Lopez",
            by_person=True,
            reason="Ada says Dana called",
            interaction_id="dana-99",
        ),
    )
    return report(
        replace(first, machine=first.scorecard),
        second,
        sample=sample({"dana": (9, ("dana-1",)), "ali": (4, ("ALI_DEMIR_2026-03-02",))}),
        left_out=(
            Problem(source="dana-1", message="Dana is hard to hear", severity="warning"),
            Problem(source="recordings/ada.wav", message="no sound in ada.wav"),
            Problem(source="chats/zoe.jsonl", line=3, message="no agent 'zoe'"),
        ),
        scope=(("Agents", "Dana Price and Ali Demir"),),
        notes=("Dana was away.",),
        drawn={"dana": 2, "ali": 1},
        overrides={"dana-1": (given,)},
        promises={"dana-1": (promise,)},
        coaching=(entry,),
        past=(
            PastScore(
                interaction_id="dana-98",
                agent=DANA,
                day=date(2026, 2, 2),
                percent=None,
                outcome=Outcome.NOT_SCORED,
            ),
        ),
        today=date(2026, 3, 9),
        recordings={"dana-1": Path("recordings/dana-1.wav")},
    )


@pytest.mark.parametrize(
    "target",
    ["a.xlsx", "a.csv", "a.json", "a.jsonl", "a.html", "a.parquet", "pages"],
)
def test_no_name_is_left_in_any_byte(target: str, tmp_path: Path) -> None:
    lost = interaction("ada-7", agent=DANA, customer=ADA, source="recordings/ada.wav")
    hidden = anonymised(full_report(), people(), {lost.source: lost})
    files = write(hidden, tmp_path / target)
    found = " ".join(f"{path.name} {_text(path)}" for path in files).casefold()
    words = set(_words(found))
    assert words & {*NAMES, "zoe", "quill"} == set()
    assert "agent" in words


def _text(path: Path) -> str:
    """The content of a file, and of what is packed in it."""
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as packed:
            return " ".join(f"{n} {packed.read(n).decode('latin-1')}" for n in packed.namelist())
    return path.read_bytes().decode("latin-1")


def _words(text: str) -> list[str]:
    return "".join(sign if sign.isalpha() else " " for sign in text).split()


PLANNED = PlannedPeople(
    shoppers={"maya": "Maya Lind", "s-2": ""},
    leads={"mo": "Mo Berg"},
    staff=(AgentRef(id="Dana Price"), AgentRef(id="Gil Stone")),
    places=frozenset({"north"}),
)
NORTH = AgentRef(id="north", name="North desk")


def test_who_was_met_under_the_name_of_a_roster_is_the_agent_of_that_name() -> None:
    met = AgentRef(id="Dana Price")
    known = Pseudonyms(KEY, (DANA, ALI, met), (), planned=PLANNED)
    assert known.agent_name("Dana Price") == known.agent_name("dana")
    assert known.near().text("Dana Price") == known.agent_name("dana")


def test_a_person_of_a_plan_has_one_pseudonym_by_id_and_name() -> None:
    known = Pseudonyms(KEY, (), (), ("Mo Berg",), PLANNED)
    assert known.reviewer("mo") == known.reviewer("Mo Berg")
    told = known.near().text("Mo asked MAYA LIND, and Maya asked Gil.")
    assert told == (
        f"{known.reviewer('mo')} asked {known.shopper('maya')}, and {known.shopper('maya')} "
        f"asked {known.agent_name('Gil Stone')}."
    )


def test_a_location_in_an_agents_place_keeps_its_name() -> None:
    known = Pseudonyms(KEY, (DANA, NORTH), (), planned=PLANNED)
    (item,) = anonymised(report(scored("i-1", agent=NORTH)), known).scored
    assert item.interaction.agent == NORTH
    assert known.near().text("North of Dana") == f"North of {known.agent_name('dana')}"


def test_what_was_asked_is_no_name_of_who_wrote_the_note() -> None:
    note = Turn(
        speaker=SpeakerRole.SHOPPER, text="Are you greeted? I was.", party="Are you greeted?"
    )
    said = replace(transcript(SAID, interaction_id="i-1"), turns=(note,))
    item = scored("i-1", said=said, quotes={})
    (hidden,) = anonymised(report(item), people()).scored
    assert hidden.transcript.turns == (note,)


def test_monitored_contacts_beside_shops_are_still_counted_apart() -> None:
    known = report(scored("dana-1"), scored("i-2"), counted=frozenset({"dana-1"}))
    hidden = anonymised(known, people())
    assert hidden.counted == frozenset({f"{people().agent_id('dana')}-1"})


def test_evidence_still_stands_where_its_words_stand() -> None:
    for item in anonymised(full_report(), people()).scored:
        for score in item.scorecard.criteria:
            for evidence in score.evidence:
                turn = item.transcript.turns[evidence.turn]
                assert turn.text[evidence.start : evidence.end] == evidence.quote


def test_a_promise_still_stands_where_its_words_stand() -> None:
    hidden = anonymised(full_report(), people())
    ((interaction_id, (promise,)),) = hidden.promises.items()
    (item,) = (item for item in hidden.scored if item.interaction.id == interaction_id)
    commitment = promise.commitment
    turn = item.transcript.turns[commitment.turn]
    assert turn.text[commitment.start : commitment.end] == commitment.quote
    assert commitment.quote.startswith("call you, Customer ")


def test_the_same_person_has_the_same_pseudonym_everywhere() -> None:
    known = people()
    hidden = anonymised(full_report(), known)
    name, other = known.agent_name("dana"), known.agent_name("ali")
    (own,) = (item for item in hidden.scored if item.interaction.customer)
    said = [turn.text for turn in own.transcript.turns]
    assert f"this is {name} speaking" in said[0]
    assert said[1].startswith(f"Hello {name}, {known.customer(ADA)} here.")
    assert f"I will ask {other} myself" in said[3]
    assert hidden.scope == (("Agents", f"{name} and {other}"),)
    assert {item.interaction.agent.name for item in hidden.scored} == {name, other}


def test_ratings_and_totals_stay() -> None:
    before = report(scored("i-1"), scored("i-2", {"empathy.acknowledge": 0}, agent=ALI))
    after = anonymised(before, people())
    totals = [(item.scorecard.percent, item.scorecard.outcome) for item in before.scored]
    assert [(item.scorecard.percent, item.scorecard.outcome) for item in after.scored] == totals


def test_what_belongs_to_an_interaction_still_does() -> None:
    hidden = anonymised(full_report(), people())
    ids = {item.interaction.id for item in hidden.scored}
    assert hidden.sample is not None
    assert {member.interaction_id for member in hidden.sample.members} == ids
    assert {*hidden.overrides, *hidden.promises} < ids
    assert {score.interaction_id for score in hidden.past} == {f"{people().agent_id('dana')}-98"}


def test_nobody_is_told_by_their_place_in_the_alphabet() -> None:
    known = people(*(AgentRef(id=f"z{n}") for n in range(20)))
    drawn = sample(dict.fromkeys(sorted(known.agents), (2, ())))
    hidden = anonymised(report(sample=drawn), known)
    assert hidden.sample is not None
    names = [stratum.name for stratum in hidden.sample.strata]
    assert names == sorted(names)


def test_pseudonyms_are_the_same_next_time_and_others_with_another_key() -> None:
    assert people().agent_name("dana") == people().agent_name("dana")
    assert people().agent_name("dana") != people(key=bytes(31) + b"1").agent_name("dana")


def test_who_comes_later_changes_nobodys_pseudonym() -> None:
    more = people(*(AgentRef(id=f"new-{n}") for n in range(300)))
    assert more.agent_name("dana") == people().agent_name("dana")


def test_different_people_have_different_pseudonyms() -> None:
    known = people(*(AgentRef(id=f"a{n}") for n in range(5_000)))
    assert len(set(known.agents.values())) == 5_002


def test_a_name_of_two_agents_means_the_one_who_serves() -> None:
    other = AgentRef(id="dana-2", name="Dana Frost")
    known = people(other)
    own = known.near("dana-2").text("This is Dana. I am not Dana Price.")
    assert own == f"This is {known.agent_name('dana-2')}. I am not {known.agent_name('dana')}."
    assert known.near("ali").text("Ask Dana.") == "Ask Agent."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("DANA, dana's and Dana-Price", "{0}, {0}'s and {0}"),
        ("the price, please", "the price, please"),
        ("Ms. Price, please", "Ms. {0}, please"),
        ("bandana and danaë", "bandana and danaë"),
        ("write to dana.price@example.com", "write to {0}@example.com"),
        ("Dána Price", "{0}"),
        ("", ""),
    ],
)
def test_names_are_found_as_whole_words(text: str, told: str) -> None:
    known = people()
    assert known.near().text(text) == told.format(known.agent_name("dana"))


def test_a_customers_first_name_means_them_only_in_their_own_contact() -> None:
    known = people(customers=("Grace Hill",))
    assert known.near("dana", "Grace Hill").text("Thanks, Grace") != "Thanks, Grace"
    assert known.near("dana").text("Thanks, Grace") == "Thanks, Grace"
    assert known.near("dana").text("ask grace hill") != "ask grace hill"


def test_in_an_id_a_word_that_is_a_name_is_one_in_any_case() -> None:
    grace = AgentRef(id="grace", name="Grace Bell")
    known = people(grace)
    hidden = anonymised(report(scored("grace-17", agent=grace)), known)
    assert hidden.scored[0].interaction.id == f"{known.agent_id('grace')}-17"
    assert known.near("grace").text("ring the bell, Grace") == (
        f"ring the bell, {known.agent_name('grace')}"
    )


def test_ids_that_become_equal_are_told_apart() -> None:
    known = report(scored("dana-1"), scored("Dana-1"), scored("DANA 1"))
    ids = [item.interaction.id for item in anonymised(known, people()).scored]
    assert len(set(ids)) == 3
    assert all(name.startswith("agent-") for name in ids)


def test_what_is_called_like_a_person_in_the_rubric_stays() -> None:
    known = people(AgentRef(id="x-1", name="Empathy Greeting"))
    hidden = anonymised(report(scored("i-1")), known)
    names = [score.criterion for score in hidden.scored[0].scorecard.criteria]
    assert names[:2] == ["politeness.greeting", "politeness.no_rudeness"]


def test_everybody_who_rated_or_coached_is_a_reviewer() -> None:
    assert reviewers_in(full_report()) == {"Maria Lopez"}


def test_a_voice_that_only_the_transcript_names_becomes_a_number() -> None:
    (turn, other, *_) = spoken("Erika Mustermann", "agent (Mo)")
    assert (turn.party, turn.text) == ("Speaker 1", "Speaker 1 here.")
    assert (other.party, other.text) == (
        "agent (Speaker 2)",
        "Thank you, Speaker 1, says Speaker 2.",
    )


def test_a_voice_that_is_the_agent_is_the_agent() -> None:
    turn, _ = spoken("Dana Price", "agent 2")
    assert turn.party == people().agent_name("dana")


def test_a_voice_without_a_name_keeps_its_number() -> None:
    turn, other = spoken("agent 2", "SPEAKER_07")
    assert (turn.party, other.party) == ("agent 2", "SPEAKER_07")


def spoken(*parties: str) -> tuple[Turn, ...]:
    """The turns of one interaction after it was anonymised, each by one of the parties."""
    said = transcript("[0-4] A: Erika here.\n[4-9] C: Thank you, Erika, says Mo.")
    turns = zip(said.turns, parties, strict=True)
    said = replace(said, turns=tuple(replace(turn, party=party) for turn, party in turns))
    (item,) = anonymised(report(scored("i-1", said=said, quotes={})), people()).scored
    return item.transcript.turns

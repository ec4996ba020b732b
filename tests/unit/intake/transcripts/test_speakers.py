"""Who speaks, by the names in a transcript and in metadata."""

import pytest

from qa_toolkit.intake.transcripts.said import Said
from qa_toolkit.intake.transcripts.speakers import NOBODY_NAMED, Names, roles_of, with_prefixes

DANA = Names.told({"agent": "d17", "agent_name": "Dana Price", "customer": "Lee Wong"})


def voices(*names: str, known: Names = NOBODY_NAMED) -> dict[str, str]:
    said = [Said(text="Hello.", start_s=0, end_s=1, voice=name) for name in names]
    return {name: role.value for name, role in roles_of(said, known).items()}


def prefixed(*texts: str, known: Names = NOBODY_NAMED) -> list[tuple[str, str]]:
    said = [Said(text=text, start_s=0, end_s=1) for text in texts]
    return [(one.voice, one.text) for one in with_prefixes(said, known)]


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Agent", "agent"), ("AGENT 2", "agent"), ("agent_1", "agent"), ("Rep", "agent"),
        ("Advisor", "agent"), ("Dana (Agent)", "agent"), ("Customer Service", "agent"),
        ("Customer Support Rep", "agent"), ("Client care", "agent"), ("Supervisor", "agent"),
        ("Customer", "customer"), ("caller", "customer"), ("Client", "customer"),
        ("End-User", "customer"), ("IVR", "bot"), ("Chatbot", "bot"), ("System", "system"),
        ("SPEAKER_00", "unknown"), ("Dana", "unknown"), ("Agent and customer", "unknown"),
        ("", "unknown"),
    ],
)  # fmt: skip
def test_names_that_the_field_uses_tell_a_role(name: str, role: str) -> None:
    assert voices(name) == {name: role}


@pytest.mark.parametrize("name", ["d17", "dana price", "Dana Price", "Dana", "DANA"])
def test_the_agent_of_the_metadata_is_the_agent(name: str) -> None:
    assert voices(name, known=DANA)[name] == "agent"


def test_of_two_voices_the_other_one_is_the_other_party() -> None:
    assert voices("Dana", "Somebody", known=DANA) == {"Dana": "agent", "Somebody": "customer"}
    assert voices("Somebody", "Caller") == {"Somebody": "agent", "Caller": "customer"}


@pytest.mark.parametrize("others", [("Ana", "Bo"), ("",), ("IVR", "Ana")])
def test_of_more_voices_nothing_is_concluded(others: tuple[str, ...]) -> None:
    found = voices("Agent", *others)
    assert [found[name] for name in others if name != "IVR"] == ["unknown"] * len(
        set(others) - {"IVR"}
    )


def test_a_name_before_a_colon_is_a_voice_that_goes_on() -> None:
    assert prefixed("Agent: Hello.", "How are you?", "Caller: Fine") == [
        ("Agent", "Hello."),
        ("Agent", "How are you?"),
        ("Caller", "Fine"),
    ]


@pytest.mark.parametrize(
    "text",
    ["Note: it is late.", "The customer: he is angry.", "It is 3:30 now.", "https://example.org"],
)
def test_other_words_before_a_colon_are_words(text: str) -> None:
    assert prefixed("Agent: Hello.", "Customer: Hi.", text, "Yes.")[2] == ("Customer", text)


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("[SPEAKER_00]: Hello.", "SPEAKER_00"), ("(speaker 1) Hello.", "speaker 1"),
        ("[Agent] Hello.", "Agent"), (">> AGENT: Hello.", "AGENT"), ("- Caller: Hello.", "Caller"),
        ("Speaker A: Hello.", "Speaker A"), ("Agent (Mo): Hello.", "Agent (Mo)"),
    ],
)  # fmt: skip
def test_names_come_as_programs_write_them(text: str, voice: str) -> None:
    assert prefixed(text) == [(voice, "Hello.")]


def test_what_stands_in_brackets_is_no_name_by_standing_there_often() -> None:
    assert prefixed("(laughs) Yes.", "(sighs) No.") == [("", "(laughs) Yes."), ("", "(sighs) No.")]


def test_any_name_counts_where_most_texts_begin_with_one() -> None:
    assert prefixed("Ana Ruiz: Hello.", "Bo: Hi.", "so, yes", "Ana Ruiz: Good.")[:2] == [
        ("Ana Ruiz", "Hello."),
        ("Bo", "Hi."),
    ]


def test_texts_stay_as_they_are_where_voices_are_marked() -> None:
    said = [
        Said(text="Agent: no.", start_s=0, end_s=1),
        Said(text="Hi", start_s=1, end_s=2, voice="Customer"),
    ]
    assert with_prefixes(said, NOBODY_NAMED) == said

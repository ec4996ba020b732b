"""When the machine does not judge: reasons that hold for a whole interaction."""

from qa_toolkit.domain.rubric import Requires, Rubric
from qa_toolkit.domain.transcript import SpeakerRole, Transcript


def speaks_its_language(rubric: Rubric, transcript: Transcript) -> bool:
    """Whether the rubric was made for the language; an unknown language is taken on trust."""
    language = transcript.language.lower().partition("-")[0]
    return language in ("", rubric.language)


def reason_to_abstain(rubric: Rubric, transcript: Transcript) -> str:
    """Why nothing in this interaction can be rated by machine; empty when it can."""
    if transcript.doubt:
        return transcript.doubt
    if not speaks_its_language(rubric, transcript):
        return f"in '{transcript.language}', the rubric is for '{rubric.language}'"
    return _too_little(rubric.requires, transcript)


def _too_little(requires: Requires, transcript: Transcript) -> str:
    agent = [turn for _, turn in transcript.turns_of(SpeakerRole.AGENT)]
    customer = [turn for _, turn in transcript.turns_of(SpeakerRole.CUSTOMER)]
    words = sum(len(turn.text.split()) for turn in agent)
    counted = (
        (len(agent), requires.agent_turns, "turns of the agent"),
        (len(customer), requires.customer_turns, "turns of the customer"),
        (words, requires.agent_words, "words of the agent"),
    )
    for found, needed, what in counted:
        if found < needed:
            return f"too short to judge: {found} {what}, at least {needed} needed"
    return ""

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
    customer_turns = sum(1 for _ in transcript.turns_of(SpeakerRole.CUSTOMER))
    if len(agent) < requires.agent_turns:
        return f"too short to judge: {len(agent)} of at least {requires.agent_turns} agent turns"
    if customer_turns < requires.customer_turns:
        return (
            f"too short to judge: {customer_turns} of at least "
            f"{requires.customer_turns} customer turns"
        )
    words = sum(len(turn.text.split()) for turn in agent)
    if words < requires.agent_words:
        return f"too short to judge: {words} of at least {requires.agent_words} agent words"
    return ""

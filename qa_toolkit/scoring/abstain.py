"""When the machine does not judge: reasons that hold for a whole interaction."""

import re

from qa_toolkit.domain.rubric import Requires, Rubric
from qa_toolkit.domain.transcript import SpeakerRole, Transcript

_WORD = re.compile(r"[^\W\d_]+")
_COMMON_WORDS = {
    "en": frozenset(
        [
            "the",
            "a",
            "an",
            "to",
            "and",
            "of",
            "in",
            "is",
            "it",
            "you",
            "i",
            "we",
            "for",
            "your",
            "that",
            "this",
            "on",
            "have",
            "be",
            "will",
            "can",
            "me",
            "my",
            "our",
            "are",
            "with",
            "not",
            "if",
            "please",
            "at",
            "do",
            "what",
            "so",
            "but",
            "there",
            "they",
            "from",
            "or",
            "as",
            "was",
            "get",
            "how",
            "any",
            "all",
        ]
    ),
}
"""The words that half of all talk in a language is made of, where we know them."""
_ENOUGH_WORDS = 12
_TOO_FEW_COMMON = 0.08
"""Of 1,025 English care threads none lies under this share; Spanish, German and French do."""


def language_of(rubric: Rubric, transcript: Transcript) -> str | None:
    """Which of the rubric's languages a transcript is in, by what it says or by how it reads.

    None when it is in another one. A language that is neither named nor plainly another is taken
    on trust, for the first that the rubric is for.
    """
    named = transcript.language.lower().partition("-")[0]
    if named:
        return named if named in rubric.languages else None
    words = [word for turn in transcript.turns for word in _WORD.findall(turn.text.lower())]
    if len(words) < _ENOUGH_WORDS:
        return rubric.languages[0]
    shares = {known: _share_of_common_words(known, words) for known in rubric.languages}
    likely = [(share, known) for known, share in shares.items() if share >= _TOO_FEW_COMMON]
    if likely:
        return max(likely)[1]
    return next((known for known in shares if known not in _COMMON_WORDS), None)


def _share_of_common_words(language: str, words: list[str]) -> float:
    common = _COMMON_WORDS.get(language, frozenset())
    return sum(word in common for word in words) / len(words)


def reason_to_abstain(rubric: Rubric, transcript: Transcript, language: str | None) -> str:
    """Why nothing in this interaction can be rated by machine; empty when it can.

    Args:
        rubric: says what it needs.
        transcript: what was said.
        language: of the transcript, as `language_of` tells it.
    """
    if transcript.doubt:
        return transcript.doubt
    if language is None:
        found = f"in '{transcript.language}'" if transcript.language else "in another language"
        wanted = " or ".join(f"'{known}'" for known in rubric.languages)
        return f"{found}, the rubric is for {wanted}"
    return _too_little(rubric.requires, transcript)


def _too_little(requires: Requires, transcript: Transcript) -> str:
    agent = [turn for _, turn in transcript.turns_of(SpeakerRole.AGENT)]
    customer = [turn for _, turn in transcript.turns_of(SpeakerRole.CUSTOMER)]
    words = sum(len(_WORD.findall(turn.text)) for turn in agent)
    counted = (
        (len(agent), requires.agent_turns, "turns of the agent"),
        (len(customer), requires.customer_turns, "turns of the customer"),
        (words, requires.agent_words, "words of the agent"),
    )
    for found, needed, what in counted:
        if found < needed:
            return f"too short to judge: {found} {what}, at least {needed} needed"
    return ""

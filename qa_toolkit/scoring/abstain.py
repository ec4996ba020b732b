"""When the machine does not judge: reasons that hold for a whole interaction, or all that fails it."""

import re
from collections.abc import Iterable

from qa_toolkit.domain.rounding import whole_percent
from qa_toolkit.domain.rubric import Requires, Rubric
from qa_toolkit.domain.transcript import SpeakerRole, Transcript
from qa_toolkit.scoring.reading import Reading

_LETTERS = re.compile(r"[^\W\d_]+")
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
_LATIN = frozenset(
    [
        "ca",
        "cs",
        "cy",
        "da",
        "de",
        "en",
        "es",
        "et",
        "eu",
        "fi",
        "fr",
        "ga",
        "gl",
        "hr",
        "hu",
        "id",
        "is",
        "it",
        "lt",
        "lv",
        "ms",
        "nb",
        "nl",
        "nn",
        "no",
        "pl",
        "pt",
        "ro",
        "sk",
        "sl",
        "sq",
        "sv",
        "tr",
        "vi",
    ]
)
"""Languages that are written in the Latin script."""
_LAST_LATIN = "\u024f"
_TOO_FEW_COMMON = 0.08
"""Of 1,025 English care threads none lies under this share; Spanish, German and French do."""

RELIABLE_ROLES = 0.6
"""Roles less sure than this are hardly better than a coin; `transcribe` is stricter with its own."""
CERTAIN_ROLES = 0.9
"""What fails an interaction all by itself rests on roles at least as sure as this."""


def language_of(rubric: Rubric, reading: Reading) -> str | None:
    """Which of the rubric's languages a transcript is in, by what it says or by how it reads.

    None when it is in another one. A language that is neither named nor plainly another is taken
    on trust, for the first that the rubric is for.
    """
    named = reading.transcript.language.lower().partition("-")[0]
    if named:
        return named if named in rubric.languages else None
    words = _words(reading, range(len(reading.transcript.turns)))
    if _LATIN.issuperset(rubric.languages) and _in_another_script(words):
        return None
    if len(words) < _ENOUGH_WORDS:
        return rubric.languages[0]
    shares = {known: _share_of_common_words(known, words) for known in rubric.languages}
    likely = [(share, known) for known, share in shares.items() if share >= _TOO_FEW_COMMON]
    if likely:
        return max(likely)[1]
    return next((known for known in shares if known not in _COMMON_WORDS), None)


def _words(reading: Reading, turns: Iterable[int]) -> list[str]:
    """The words of some turns, without digits."""
    found = [word for turn in turns for word in reading.words(turn).words]
    if all(map(str.isalpha, found)):
        return found
    plain = [word for word in found if word.isalpha()]
    mixed = [word for word in found if not word.isalpha()]
    return plain + [letters for word in mixed for letters in _LETTERS.findall(word)]


def _in_another_script(words: list[str]) -> bool:
    """Whether most letters are none of the Latin script, told at any length."""
    text = "".join(words)
    return not text.isascii() and 2 * sum(char > _LAST_LATIN for char in text) > len(text)


def _share_of_common_words(language: str, words: list[str]) -> float:
    common = _COMMON_WORDS.get(language, frozenset())
    return sum(map(common.__contains__, words)) / len(words)


def reason_to_abstain(rubric: Rubric, reading: Reading, language: str | None) -> str:
    """Why nothing in this interaction can be rated by machine; empty when it can.

    Args:
        rubric: says what it needs.
        reading: what was said.
        language: of the transcript, as `language_of` tells it.
    """
    transcript = reading.transcript
    if transcript.doubt:
        return transcript.doubt
    if transcript.role_confidence is not None and transcript.role_confidence < RELIABLE_ROLES:
        return f"who speaks is not certain: {whole_percent(transcript.role_confidence)} sure"
    if language is None:
        found = f"in '{transcript.language}'" if transcript.language else "in another language"
        wanted = " or ".join(f"'{known}'" for known in rubric.languages)
        return f"{found}, the rubric is for {wanted}"
    return _too_little(rubric.requires, reading)


def reason_not_to_fail(transcript: Transcript) -> str:
    """Why no critical criterion can be rated by machine here; empty when they can.

    Where agent and customer may have been taken for each other, what the one said is held against
    the other: a person must listen before it fails an interaction, or clears it.
    """
    sure = transcript.role_confidence
    if sure is None or sure >= CERTAIN_ROLES:
        return ""
    return f"critical, and who speaks is estimated: {whole_percent(sure)} sure"


def _too_little(requires: Requires, reading: Reading) -> str:
    agent = reading.turns_of(SpeakerRole.AGENT)
    customer = reading.turns_of(SpeakerRole.CUSTOMER)
    counted = (
        (len(agent), requires.agent_turns, "turns of the agent"),
        (len(customer), requires.customer_turns, "turns of the customer"),
        (
            _count_of_words(reading, agent, requires.agent_words),
            requires.agent_words,
            "words of the agent",
        ),
    )
    for found, needed, what in counted:
        if found < needed:
            return f"too short to judge: {found} {what}, at least {needed} needed"
    return ""


def _count_of_words(reading: Reading, turns: Iterable[int], enough: int) -> int:
    """The words of some turns, counted until there are enough."""
    count = 0
    for turn in turns:
        if count >= enough:
            break
        count += len(_words(reading, (turn,)))
    return count

"""Words and numbers of transcripts, decided here for every format."""

import re
from datetime import datetime

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.transcript import SpeakerRole, Turn
from qa_toolkit.domain.wording import counted, minutes
from qa_toolkit.transcripts.document import Document

SPEAKERS = {
    SpeakerRole.AGENT: "Agent",
    SpeakerRole.CUSTOMER: "Customer",
    SpeakerRole.BOT: "Bot",
    SpeakerRole.SYSTEM: "System",
    SpeakerRole.INTERNAL: "Internal note",
    SpeakerRole.UNKNOWN: "Speaker not known",
}
CHANNELS = {
    Channel.CALL: "Call",
    Channel.CHAT: "Chat",
    Channel.EMAIL: "E-mail",
    Channel.SMS: "SMS",
    Channel.SOCIAL: "Social media",
    Channel.VISIT: "Visit",
}

LOW = 0.5
"""A word less probable than this is shown as one that may have been heard wrongly."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def voice(turn: Turn) -> str:
    """Who speaks, for people: the role, with what tells several of one role apart."""
    return _name(turn.speaker, turn.party)


def length(seconds: float) -> str:
    """How long something lasts: `0.8 s`, `42 s`, `3 min 20 s`."""
    if seconds < 9.95:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    rest = f" {whole % 60} s" if whole % 60 else ""
    return f"{whole // 60} min{rest}"


def percent(share: float) -> str:
    """A share of 0..1 as whole percent: `83 %`."""
    return f"{100 * share:.0f} %"


def date_and_time(moment: datetime) -> str:
    """`14 Mar 2026, 10:32`: no country reads it as another day."""
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}, {moment:%H:%M}"


def facts(document: Document) -> tuple[str, ...]:
    """What an interaction is, in a few words: channel, agent, start, length, what made the words."""
    interaction, transcript = document.interaction, document.transcript
    agent = interaction.agent
    team = f" ({one_line(agent.team)})" if agent.team else ""
    made = " ".join(filter(None, (transcript.origin.engine, transcript.origin.model)))
    known = (
        CHANNELS[interaction.channel],
        f"{one_line(agent.shown)}{team}" if agent.shown else "",
        date_and_time(interaction.started_at) if interaction.started_at else "",
        minutes(transcript.duration_s) if transcript.duration_s else "",
        f"words by {one_line(made)}" if interaction.channel is Channel.CALL else "",
    )
    return tuple(filter(None, known))


def cautions(document: Document) -> tuple[str, ...]:
    """The doubt first, then how sure the roles are, then remarks: each a sentence."""
    transcript = document.transcript
    sure = transcript.role_confidence
    estimated = (
        "" if sure is None else f"Who speaks was estimated, with a confidence of {percent(sure)}."
    )
    doubt = f"Doubtful: {one_line(transcript.doubt)}." if transcript.doubt else ""
    remarks = (_sentence(one_line(remark)) for remark in transcript.remarks)
    return tuple(filter(None, (doubt, estimated, *remarks)))


def low_words(document: Document) -> str:
    """How many words may have been heard wrongly; empty where probabilities are not known."""
    words = [word for turn in document.transcript.turns for word in turn.words]
    if not words:
        return ""
    low = sum(word.probability < LOW for word in words)
    return f"{counted(low, 'word')} of {len(words):,} may have been heard wrongly"


def one_line(text: str) -> str:
    """Text on one line, without characters that a page or a terminal cannot show."""
    return " ".join(_UNPRINTABLE.sub(" ", text).split())


def readable(text: str) -> str:
    """Text with its line breaks, without characters that a page or a terminal cannot show."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n"))


def talk(document: Document) -> tuple[tuple[str, ...], ...]:
    """Who speaks how much: name, share, time, words a minute, loudness; empty where not known."""
    return tuple(
        (
            _name(who.speaker, who.party),
            percent(who.share),
            length(who.speaking_s),
            "" if who.words_per_minute is None else f"{who.words_per_minute:.0f}",
            "" if who.loudness_db is None else f"{who.loudness_db:.0f} dB".replace("-", "−"),
        )
        for who in document.signals.talk
    )


def talk_in_words(document: Document) -> str:
    """The same in a line: `Talk: Agent 64 % (152 words a minute), Customer 36 %. Dead air: 8.0 s.`.

    Dead air is the sum of all silences of two seconds or more.
    """
    said = []
    for name, share, _, pace, _ in talk(document):
        words = f" ({pace} words a minute)" if pace else ""
        said.append(f"{name} {share}{words}")
    silent = dead_air(document)
    silences = f" Dead air: {silent}." if silent else ""
    return f"Talk: {', '.join(said)}.{silences}" if said else ""


def dead_air(document: Document) -> str:
    """How long all silences of two seconds or more last; `none`, or empty where it is not known."""
    silent_s = document.signals.dead_air_s
    if silent_s is None:
        return ""
    return length(silent_s) if silent_s else "none"


def _name(role: SpeakerRole, party: str) -> str:
    own = one_line(party)
    if not own:
        return SPEAKERS[role]
    if role is SpeakerRole.UNKNOWN or own.casefold().startswith(role.value):
        return own[0].upper() + own[1:]
    return f"{SPEAKERS[role]} ({own})"


def _sentence(text: str) -> str:
    if not text:
        return ""
    end = "" if text.endswith((".", "!", "?")) else "."
    return f"{text[0].upper()}{text[1:]}{end}"

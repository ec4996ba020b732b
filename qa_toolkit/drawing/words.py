"""Words for what is drawn: who speaks, how long something lasts."""

import re

from qa_toolkit.domain.transcript import SpeakerRole, Turn

SPEAKERS = {
    SpeakerRole.AGENT: "Agent",
    SpeakerRole.CUSTOMER: "Customer",
    SpeakerRole.BOT: "Bot",
    SpeakerRole.SYSTEM: "System",
    SpeakerRole.INTERNAL: "Internal note",
    SpeakerRole.SHOPPER: "Mystery shopper",
    SpeakerRole.UNKNOWN: "Speaker not known",
}

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def voice(turn: Turn) -> str:
    """Who speaks, for people: the role, with what tells several of one role apart."""
    return name_of(turn.speaker, turn.party)


def name_of(role: SpeakerRole, party: str) -> str:
    """A person of a contact: the role, with what tells several of one role apart."""
    own = one_line(party) if party else ""
    if not own:
        return SPEAKERS[role]
    if role is SpeakerRole.UNKNOWN or own.casefold().startswith(role.value):
        return own[0].upper() + own[1:]
    return f"{SPEAKERS[role]} ({own})"


def length(seconds: float) -> str:
    """How long something lasts: `0.8 s`, `42 s`, `3 min 20 s`."""
    if seconds < 9.95:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    rest = f" {whole % 60} s" if whole % 60 else ""
    return f"{whole // 60} min{rest}"


def one_line(text: str) -> str:
    """Text on one line, without characters that a page or a terminal cannot show."""
    return " ".join(_UNPRINTABLE.sub(" ", text).split())


def readable(text: str) -> str:
    """Text with its line breaks, without characters that a page or a terminal cannot show."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n"))

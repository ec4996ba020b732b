"""By which channel: the words of a promise that name a way to the customer."""

import re

from qa_toolkit.domain.commitment import PromisedChannel

_WORDS = (
    (PromisedChannel.EMAIL, r"e-?mail(?:s|ed|ing)?|e mail|inbox"),
    (PromisedChannel.TEXT, r"text(?:s|ed|ing)?|sms|whatsapp"),
    (
        PromisedChannel.PHONE,
        r"call(?:s|ed|ing)?(?! (?:the|our|my|a|center|centre|out)\b)"
        r"|ring(?:s|ing)?(?! (?:the|our)\b)|phon(?:e|ing|ed)|telephone|voicemail"
        r"|give you a (?:shout|bell|buzz)",
    ),
    (PromisedChannel.LETTER, r"letter|(?:by|in the) (?:post|mail)|(?:posted|mailed) to you"),
    (
        PromisedChannel.IN_PERSON,
        r"visit|come (?:out|over|round|to (?:you|your))|in person|be (?:with you|out|round|there)"
        r"|at your (?:home|door|house|property)",
    ),
    (PromisedChannel.CHAT, r"chat|dms?|direct message|message|(?:in|on) this thread|reply here"),
)
_PATTERNS = tuple((channel, re.compile(rf"\b(?:{words})\b")) for channel, words in _WORDS)


def channel_of(clause: str) -> PromisedChannel | None:
    """The first way that a clause in lower case names; None without any."""
    found = [
        (match.start(), channel)
        for channel, pattern in _PATTERNS
        if (match := pattern.search(clause))
    ]
    return min(found, key=lambda item: item[0])[1] if found else None

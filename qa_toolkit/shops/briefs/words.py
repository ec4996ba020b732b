"""What every brief says whatever its scenario: the code, the steps, what is timed."""

from collections.abc import Mapping

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.shop.log import Mark
from qa_toolkit.domain.shop.scenario import EvidenceKind, Measure

CHANNELS: Mapping[Channel, str] = {
    Channel.CALL: "Telephone call",
    Channel.CHAT: "Chat",
    Channel.EMAIL: "E-mail",
    Channel.SMS: "Text messages",
    Channel.SOCIAL: "Social media",
    Channel.VISIT: "Visit in person",
}
BEGIN: Mapping[Channel, str] = {
    Channel.CALL: "Call",
    Channel.CHAT: "Open the chat",
    Channel.EMAIL: "Write the e-mail",
    Channel.SMS: "Send the first message",
    Channel.SOCIAL: "Send the first message",
    Channel.VISIT: "Go in",
}
START: Mapping[Channel, str] = {
    Channel.CALL: "the moment at which it begins to ring",
    Channel.VISIT: "the moment at which you open the door",
}
"""What the start is; elsewhere the first message."""
SENT = "the moment at which you send the first message"
ANSWERED: Mapping[Channel, str] = {
    Channel.CALL: "the first word of a person; music and announcements are none",
    Channel.VISIT: "the first word that a member of staff says to you",
}
WRITTEN = "the first answer of a person, not of a machine"
HOLD = "each time at which you are put on hold, or nobody is there"
RESUMED = "each time at which somebody is back"
END: Mapping[Channel, str] = {
    Channel.CALL: "the moment at which the line is closed",
    Channel.VISIT: "the moment at which you leave",
}
LAST = "the last message"
MEASURES: Mapping[Measure, str] = {
    "wait": "from start to answered",
    "hold": "all holds together",
    "duration": "from start to end",
}
EVIDENCE: Mapping[EvidenceKind, str] = {
    "photo": "Photograph",
    "receipt": "Receipt",
    "recording": "Recording",
    "chat": "Copy of the chat",
    "document": "Document",
}
CODE = (
    "Never say that you are a shopper, before, during or after. If somebody asks, stay who you "
    "play, and note it.",
    "Set no traps: ask nobody to break a rule, do not push after a no, and end it when somebody is "
    "upset.",
    "Harm no business: real customers go first, hold nobody up, and order or buy only what this "
    "brief says.",
    "Respect privacy: note of staff only what the form asks, take no pictures of people, record "
    "only where this brief asks for it and the law allows it, and tell nobody else.",
    "Be honest: note what you saw, heard and timed yourself, on the same day. What you do not know "
    "stays open.",
    "Decline if you know anybody who works there, or ever worked there yourself: say so before you "
    "go, it costs you nothing.",
    "Keep your notes and receipts until the shop is final.",
)
"""What every shopper keeps to: honest, unannounced, without entrapment and harm, and discreet."""


def timings(channel: Channel, marks: tuple[Mark, ...]) -> dict[str, str]:
    """What to note the time of, and what exactly counts."""
    meant = {
        Mark.START: START.get(channel, SENT),
        Mark.ANSWERED: ANSWERED.get(channel, WRITTEN),
        Mark.HOLD: HOLD,
        Mark.RESUMED: RESUMED,
        Mark.END: END.get(channel, LAST),
    }
    return {mark.shown: meant[mark] for mark in marks}

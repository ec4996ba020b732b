"""Small words that several parts of a guide share."""

from qa_toolkit.domain.interaction import Channel

ONE_CONTACT = {
    Channel.CALL: "a call",
    Channel.CHAT: "a chat",
    Channel.EMAIL: "an e-mail",
    Channel.SMS: "a text message",
    Channel.SOCIAL: "a social media contact",
    Channel.VISIT: "a visit",
}


def spoken(name: str) -> str:
    """An identifier as people say it: `repeat_contact` is "repeat contact"."""
    return name.replace("_", " ")


def titled(name: str) -> str:
    """An identifier as a title: `names_the_trouble` is "Names the trouble"."""
    said = spoken(name)
    return said[:1].upper() + said[1:]


def duration(seconds: float) -> str:
    """`10 seconds`, `3 minutes`, `1.5 hours`: the unit in which people would say it."""
    for unit, length in (("hour", 3600), ("minute", 60)):
        if seconds >= length and seconds * 2 % length == 0:
            return _measure(seconds / length, unit)
    return _measure(seconds, "second")


def _measure(amount: float, unit: str) -> str:
    return f"{amount:g} {unit}" if amount == 1 else f"{amount:g} {unit}s"

"""Who a transcript's speakers are, from the names it gives them and from what metadata says."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from qa_toolkit.domain.transcript import OTHER_PARTY, SpeakerRole, Word
from qa_toolkit.domain.wording import listed
from qa_toolkit.intake.chat import ROLES
from qa_toolkit.intake.columns import SPEAKERS
from qa_toolkit.intake.tables import plain_name
from qa_toolkit.intake.transcripts.said import Said

_WORDS: Mapping[str, str] = {
    **{name: name for name in ("agent", "customer", "bot", "system")},
    **{name: role for name, role in SPEAKERS.items() if name != "note"},
    **dict.fromkeys(
        ("adviser", "associate", "consultant", "csr", "employee", "manager", "rep", "service",
         "specialist", "staff", "supervisor", "support"),
        "agent",
    ),
    **dict.fromkeys(("guest", "shopper"), "customer"),
    **dict.fromkeys(("ivr", "voicebot"), "bot"),
    **dict.fromkeys(("announcement", "recording"), "system"),
}  # fmt: skip
# it is the agent who is called so
_HOUSE = re.compile(
    r"(?<![^\W_])(?:customer|client)_(?:care|experience|relations|service|success|support)(?![^\W_])"
)
_NAME = r"[^\W\d_][\w.'’ -]{0,38}\w|\w"
_PLAIN = rf"(?P<plain>(?:{_NAME})(?:\s\([^()]{{1,40}}\))?)\s?:"
_BOXED = rf"[\[(](?P<boxed>{_NAME})[\])]\s?:?"
# a dash or >> may stand before a change of speaker
_PREFIX = re.compile(rf"(?:>>+\s*|[-–]\s+)?(?:{_PLAIN}|{_BOXED})\s+(?=\S)")
_LABEL = re.compile(r"(?:speaker|voice)[_ -]?(?:\d{1,3}|[a-z])", re.IGNORECASE)
_ENOUGH = 2 / 3
"""The share of cues with a name before a colon from which on it is one, whatever it is."""
_SHOWN = 4

UNNAMED = "who speaks is not known: the transcript names no speakers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What metadata says about who speaks, each name in the form that is compared."""

    agent: frozenset[str] = frozenset()
    customer: frozenset[str] = frozenset()

    @classmethod
    def told(cls, values: Mapping[str, str]) -> "Names":
        """From the fields of an interaction; `agent_speaker` and `customer_speaker` are labels.

        The agent's first name is enough.
        """
        agent_name = values.get("agent_name", "")
        agent = (values.get("agent"), agent_name, agent_name.partition(" ")[0])
        return cls(
            agent=_plain((*agent, values.get("agent_speaker"))),
            customer=_plain((values.get("customer"), values.get("customer_speaker"))),
        )


NOBODY_NAMED = Names()


def with_prefixes(said: Sequence[Said], names: Names) -> list[Said]:
    """What is said, with names at the beginning of texts (`Agent: `, `[SPEAKER_00]: `) as voices.

    A name counts when it tells a role or is known from metadata, or as a label such as `SPEAKER_01`.
    Where most texts begin with a name and fewer than two of them are of that kind, every name counts.
    A text without a name goes on with the voice before it. Where the file marks voices in another
    way, texts stay as they are.
    """
    if any(one.voice for one in said):
        return list(said)
    found = [_PREFIX.match(one.text) for one in said]
    before_colon = [_name(prefix) for prefix in found if prefix and ":" in prefix[0]]
    own = {_name(prefix) for prefix in found if prefix}
    known = {name for name in own if _LABEL.fullmatch(name) or _names_only_a_role(name, names)}
    many = len(known) < 2 and len(before_colon) >= _ENOUGH * len(said)
    counts = known.union(before_colon) if many else known
    voice, named = "", []
    for one, prefix in zip(said, found, strict=True):
        if prefix and _name(prefix) in counts:
            voice, words = _name(prefix), _words_after(one, prefix[0])
            named.append(replace(one, text=one.text[prefix.end() :], voice=voice, words=words))
        else:
            named.append(replace(one, voice=voice))
    return named


def _name(prefix: re.Match[str]) -> str:
    return prefix["plain"] or prefix["boxed"]


def roles_of(said: Sequence[Said], names: Names) -> dict[str, SpeakerRole]:
    """The role of each voice.

    Of two voices one of which is the agent or the customer, the other is the other party.
    """
    voices = dict.fromkeys(one.voice for one in said)
    roles = {voice: _role(voice, names) or SpeakerRole.UNKNOWN for voice in voices}
    if len(roles) == 2 and "" not in roles:
        for own, other in (tuple(roles), tuple(roles)[::-1]):
            party = OTHER_PARTY.get(roles[own])
            if party and roles[other] is SpeakerRole.UNKNOWN:
                roles[other] = party
    return roles


def doubt_about(roles: Mapping[str, SpeakerRole]) -> str:
    """Why it is not known who speaks; empty where it is."""
    unknown = [voice for voice, role in roles.items() if role is SpeakerRole.UNKNOWN]
    if not unknown:
        return ""
    if unknown == [""]:
        return UNNAMED if len(roles) == 1 else "who speaks is not known in parts of the transcript"
    shown = [voice or "parts without a name" for voice in unknown[:_SHOWN]]
    more = ["others"] if len(unknown) > _SHOWN else []
    return f"who speaks is not known: {listed([*shown, *more])} may be agent or customer"


def _plain(names: Sequence[str | None]) -> frozenset[str]:
    return frozenset(plain_name(name) for name in names if name)


def _role(voice: str, names: Names) -> SpeakerRole | None:
    plain = plain_name(voice)
    if plain in names.agent:
        return SpeakerRole.AGENT
    if plain in names.customer:
        return SpeakerRole.CUSTOMER
    roles = {_WORDS[word] for word in _words(_HOUSE.sub("agent", plain)) if word in _WORDS}
    return ROLES[roles.pop()] if len(roles) == 1 else None


def _words(plain: str) -> Iterator[str]:
    """`agent_2`, `agent2` and `dana_(agent)` hold the word `agent`; so may two words joined."""
    parts = re.findall(r"[^\W\d_]+", plain)
    yield from parts
    yield from ("_".join(pair) for pair in pairwise(parts))


def _names_only_a_role(voice: str, names: Names) -> bool:
    """Whether it is a role's name and no more: not `The customer`, which may begin a sentence.

    Who it is may follow in brackets: `Agent (Mo)`.
    """
    plain = plain_name(voice.partition(" (")[0])
    parts = re.findall(r"[^\W\d_]+", _HOUSE.sub("agent", plain))
    known = plain in names.agent or plain in names.customer
    return known or (bool(parts) and all(part in _WORDS for part in parts))


def _words_after(one: Said, beginning: str) -> tuple[Word, ...]:
    """The words of a text without its beginning; none where they are not the words of the text."""
    same = len(one.words) == len(one.text.split())
    return one.words[len(beginning.split()) :] if same else ()

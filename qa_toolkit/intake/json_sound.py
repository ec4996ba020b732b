"""What the line format says of a call's sound: whose each audio channel is, and what is heard when.

A stretch is `["kind", channel, start_s, end_s]`: a list, because there are many. Where another
program keeps something else under the same keys, it is passed over.
"""

from typing import Any

from qa_toolkit.domain.sound import Sound, SoundKind, Waveform
from qa_toolkit.domain.transcript import Audio, SpeakerRole
from qa_toolkit.errors import Unusable
from qa_toolkit.intake.chat import ROLES
from qa_toolkit.intake.json_turns import are_lists, read_seconds

_KINDS = {kind.value: kind for kind in SoundKind}
_HINT = f'a sound is ["kind", channel, start_s, end_s], of the kinds {", ".join(_KINDS)}'
_NO_OUTLINE = Waveform(per_s=0.0, peaks=())
"""A waveform is for drawing and longer than all words: lines have none."""


def write_audio(audio: Audio | None) -> dict[str, object]:
    """The keys that tell what was measured on a recording; none where nothing was."""
    if audio is None:
        return {}
    sounds = [
        [known.kind.value, known.channel, known.start_s, known.end_s] for known in audio.sounds
    ]
    return {"roles": [role.value for role in audio.roles], "sounds": sounds}


def read_audio(roles: object, sounds: object) -> Audio | None:
    """What was measured on a recording, without its waveform; None where nothing was.

    Raises:
        Unusable: a sound is not as the format says.
    """
    if not are_lists(sounds):
        return None
    return Audio(
        roles=_roles(roles),
        sounds=tuple([_sound(number, item) for number, item in enumerate(sounds, start=1)]),
        waveform=_NO_OUTLINE,
    )


def _roles(value: object) -> tuple[SpeakerRole, ...]:
    names = value if isinstance(value, list) else []
    return tuple(
        ROLES.get(name, SpeakerRole.UNKNOWN) if isinstance(name, str) else SpeakerRole.UNKNOWN
        for name in names
    )


def _sound(number: int, item: list[Any]) -> Sound:
    kind, channel, start_s, end_s = item if len(item) == 4 else (None, None, None, None)
    starts_at, ends_at = read_seconds(start_s, "a sound's start"), read_seconds(end_s, "its end")
    known = _KINDS.get(kind) if isinstance(kind, str) else None
    if known is None or type(channel) is not int or starts_at is None or ends_at is None:
        raise Unusable(f"sound {number} is none", hint=_HINT)
    return Sound(kind=known, channel=channel, start_s=starts_at, end_s=ends_at)

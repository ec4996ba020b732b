"""Whose voice each audio channel carries, as metadata says it."""

from collections.abc import Mapping
from dataclasses import dataclass

from qa_toolkit.domain.interaction import AudioSide
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.transcript import SpeakerRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What metadata says of audio channels; nothing of what cannot be read, with a warning."""

    side: AudioSide | None = None
    channels: tuple[SpeakerRole, ...] = ()
    warnings: tuple[Problem, ...] = ()


def channels_told(told: Mapping[str, str], source: str) -> Told:
    """Read the agent's side (`agent_channel`) and the roles of all channels (`channels`).

    Args:
        told: all that is told about a recording, by field.
        source: the recording, for messages.
    """
    side = told.get("agent_side", "").strip().lower()
    names = told.get("channels", "").lower().replace(",", " ").split()
    wrong_side = side if side and side not in set(AudioSide) else ""
    wrong_name = next((name for name in names if name not in set(SpeakerRole)), "")
    warnings = []
    if wrong_side:
        warnings.append(
            _warning(source, f"agent_channel: '{wrong_side}' is no side", "write left or right")
        )
    if wrong_name:
        roles = ", ".join(SpeakerRole)
        hint = f"write a role for each audio channel: {roles}"
        warnings.append(_warning(source, f"channels: '{wrong_name}' is no role", hint))
    return Told(
        side=AudioSide(side) if side and not wrong_side else None,
        channels=() if wrong_name else tuple(map(SpeakerRole, names)),
        warnings=tuple(warnings),
    )


def _warning(source: str, message: str, hint: str) -> Problem:
    return Problem(
        source=source,
        message=f"{message}; taken as not told",
        hint=f"{hint} in the recording's metadata",
        severity="warning",
    )

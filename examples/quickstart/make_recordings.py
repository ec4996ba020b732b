# /// script
# requires-python = ">=3.11"
# dependencies = ["hibari-tts==0.2.1", "numpy>=2", "PyYAML>=6"]
# ///
"""Make the recorded calls of the quickstart from ``dialogues.yaml``.

The recordings are committed, so nobody needs this to use the quickstart. Run it after a change
of the dialogues, or to see that nothing in the recordings comes from anywhere else:

    pip install hibari-tts==0.2.1 numpy PyYAML
    python make_recordings.py                   # all calls, and recordings/metadata.csv
    python make_recordings.py call-0003         # one call only
    python make_recordings.py --output DIR      # somewhere else
    python make_recordings.py --dialogues FILE  # other dialogues, such as those of examples/mystery

Besides these packages it needs two programs on the PATH: ``sox`` (moves the pitch of a voice and
writes GSM) and ``ffmpeg`` with libmp3lame, libopus and libvorbis (writes the other formats). It
uses no network: the one voice it speaks with, "heart", is inside the hibari-tts package.

How a call is made:

1. Every turn is spoken by "heart", moved in pitch and pace so that people can be told apart, and
   reduced to what a telephone carries (8 kHz, nothing below 200 Hz).
2. The turns are laid out in time, with pauses of 0.2 to 0.8 s between them, except where the
   dialogue asks for an overlap, a silence or hold music. The agent is the left channel, the
   customer the right one.
3. Each channel gets a little of the other one (cross-talk) and a faint noise, as a real line has;
   a call with a `bad` line gets a lot of noise and drop-outs, as a mobile in a tunnel has.
4. The file is encoded in the format its name asks for. Each common telephony format occurs once.

Everything random is drawn from a generator seeded with the id of the call, and the encoders run
in their bit-exact mode: the same versions of the packages and programs give the same bytes.
"""

import argparse
import csv
import shutil
import subprocess
import tempfile
import wave
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from hibari import SAMPLE_RATE as VOICE_RATE
from hibari import Hibari
from numpy.typing import NDArray

Audio = NDArray[np.float32]

HERE = Path(__file__).resolve().parent
RATE = 8_000
SPEECH_LEVEL = -22.0
MUSIC_LEVEL = -27.0
NOISE_LEVEL = -60.0
CROSS_TALK = -45.0
RING_LEVEL = -24.0
BAD_NOISE_LEVEL = -33.0
BAD_BAND = (250, 2400)
DROP_OUT = (0.06, 0.22)
DROP_OUTS_PER_S = 0.9
LEAD_IN = 0.5
LEAD_OUT = 0.7
GAPS = (0.2, 0.8)
COLUMNS = (
    "file",
    "id",
    "agent",
    "agent_name",
    "team",
    "started_at",
    "customer",
    "queue",
    "direction",
)

# the channels stay apart: joint stereo would trade cross-talk for size
ENCODERS: dict[str, tuple[str, ...]] = {
    ".wav": ("-c:a", "pcm_mulaw"),
    ".mp3": ("-c:a", "libmp3lame", "-b:a", "32k", "-joint_stereo", "0"),
    ".opus": ("-c:a", "libopus", "-b:a", "40k", "-application", "voip"),
    ".webm": ("-c:a", "libopus", "-b:a", "40k", "-application", "voip"),
    ".ogg": ("-c:a", "libvorbis", "-q:a", "4"),
    ".flac": ("-c:a", "flac", "-compression_level", "8"),
    ".m4a": ("-c:a", "aac", "-b:a", "36k", "-aac_ms", "0", "-movflags", "+faststart"),
}


@dataclass(frozen=True)
class Voice:
    """How one person sounds.

    Attributes:
        pitch: Distance from the "heart" voice, in cents (100 cents are one semitone).
        speed: Pace, where 1.0 is the pace of the voice.
    """

    pitch: int = 0
    speed: float = 1.0


@dataclass(frozen=True)
class Sound:
    """A stretch of sound at its place in the call.

    Attributes:
        channel: 0 for the agent's side, 1 for the customer's.
        start: First sample.
        audio: The samples.
        kind: ``speech``, ``hold`` or ``ringing``.
    """

    channel: int
    start: int
    audio: Audio
    kind: str = "speech"

    @property
    def end(self) -> int:
        """The sample after the last one."""
        return self.start + len(self.audio)


def amplitude(decibels: float) -> float:
    """Return the factor that changes a level by so many decibels."""
    return float(10 ** (decibels / 20))


def at_level(audio: Audio, decibels: float) -> Audio:
    """Scale a sound so that its root mean square is ``decibels`` below full scale."""
    rms = float(np.sqrt(np.mean(np.square(audio, dtype=np.float64))))
    return audio * np.float32(amplitude(decibels) / max(rms, 1e-9))


def run(program: str, *arguments: str, stdin: bytes | None = None) -> bytes:
    """Run sox or ffmpeg.

    Args:
        program: Name of the program on the PATH.
        arguments: Its arguments.
        stdin: What to give it on standard input.

    Returns:
        What it wrote to standard output.

    Raises:
        SystemExit: If the program is not installed.
    """
    path = shutil.which(program)
    if path is None:
        raise SystemExit(f"{program} is needed and is not on the PATH")
    done = subprocess.run(  # noqa: S603 - sox and ffmpeg, with arguments made in this file
        [path, *arguments], input=stdin, stdout=subprocess.PIPE, check=True
    )
    return done.stdout


def trimmed(audio: Audio, threshold: float = 0.004) -> Audio:
    """Cut the silence before the first and after the last audible sample."""
    audible = np.flatnonzero(np.abs(audio) > threshold)
    return audio[audible[0] : audible[-1] + 1] if len(audible) else audio[:0]


def speak(tts: Hibari, text: str, voice: Voice, seed: int) -> Audio:
    """Say a text as one person says it on the telephone.

    Args:
        tts: The loaded "heart" voice.
        text: What to say.
        voice: Who says it.
        seed: Fixes the breathy part of the voice, the only random one.

    Returns:
        The speech at 8 kHz, without silence around it and at the usual level.
    """
    spoken = np.asarray(tts(text, speed=voice.speed, seed=seed), dtype="<f4")
    raw = ("-t", "f32", "-L", "-c", "1", "-r")
    effects = ["gain", "-3", "pitch", str(voice.pitch), "highpass", "200"]
    telephone = run(
        "sox",
        *("-R", *raw, str(VOICE_RATE), "-", *raw, str(RATE), "-"),
        *effects,
        stdin=spoken.tobytes(),
    )
    return at_level(trimmed(np.frombuffer(telephone, dtype="<f4")), SPEECH_LEVEL)


def pluck(frequency: float, seconds: float) -> Audio:
    """Return one soft plucked note: a few harmonics that fade, the higher the sooner."""
    time = np.arange(round(seconds * RATE)) / RATE
    note = np.zeros_like(time)
    for harmonic, strength in ((1, 1.0), (2, 0.35), (3, 0.12)):
        if harmonic * frequency < 0.45 * RATE:
            fade = np.exp(-2.2 * harmonic * time)
            note += strength * fade * np.sin(2 * np.pi * harmonic * frequency * time)
    return (note * np.minimum(1.0, time / 0.008)).astype(np.float32)


def hold_music(seconds: float) -> Audio:
    """Make a stretch of hold music: four quiet broken chords over a bass, again and again.

    Args:
        seconds: How long it lasts.

    Returns:
        The music at 8 kHz, faded in and out.
    """
    beat = 0.32
    chords = (  # semitones above A3 = 220 Hz, as bass note and broken chord: A, F sharp minor, D, E
        (-12, (0, 4, 7, 12, 7, 4)),
        (-15, (-3, 0, 4, 9, 4, 0)),
        (-19, (-7, -3, 0, 5, 0, -3)),
        (-17, (-5, -1, 2, 7, 2, -1)),
    )
    music = np.zeros(round((seconds + 4) * RATE), dtype=np.float32)

    def add(semitones: int, start: float, length: float, strength: float) -> None:
        note = pluck(220.0 * 2 ** (semitones / 12), length) * np.float32(strength)
        first = round(start * RATE)
        last = min(first + len(note), len(music))
        music[first:last] += note[: last - first]

    start = 0.0
    for bass, melody in cycle(chords):
        if start >= seconds:
            break
        add(bass, start, 2.0, 0.8)
        for step, semitones in enumerate(melody):
            add(semitones, start + step * beat, 1.4, 0.6)
        start += len(melody) * beat
    music = music[: round(seconds * RATE)]
    fade = np.minimum(1.0, np.arange(len(music)) / (0.6 * RATE)).astype(np.float32)
    return at_level(music * fade * fade[::-1], MUSIC_LEVEL)


def ringing(seconds: float) -> Audio:
    """Make the ring-back that a caller hears in Britain: 400 and 450 Hz, twice every 3 s."""
    time = np.arange(round(seconds * RATE)) / RATE
    tone = np.sin(2 * np.pi * 400 * time) + np.sin(2 * np.pi * 450 * time)
    within = time % 3.0
    on = (within < 0.4) | ((within >= 0.6) & (within < 1.0))
    return (tone / 2 * on * amplitude(RING_LEVEL) * 2**0.5).astype(np.float32)


def over_a_bad_line(line: Audio, chance: np.random.Generator) -> Audio:
    """Make a line hard to understand: a narrow band, a lot of noise, and drop-outs.

    Args:
        line: One row per sample, one column per channel.
        chance: Draws the noise and the drop-outs.
    """
    narrow = np.fft.rfft(line, axis=0)
    hertz = np.fft.rfftfreq(len(line), 1 / RATE)
    narrow[(hertz < BAD_BAND[0]) | (hertz > BAD_BAND[1])] = 0
    bad = np.fft.irfft(narrow, len(line), axis=0)
    bad += chance.normal(0.0, amplitude(BAD_NOISE_LEVEL), line.shape)
    for _ in range(round(len(line) / RATE * DROP_OUTS_PER_S)):
        first = int(chance.integers(len(line)))
        bad[first : first + round(chance.uniform(*DROP_OUT) * RATE)] = 0
    return bad.astype(np.float32)


def lay_out(call: dict[str, Any], voices: tuple[Voice, Voice], tts: Hibari) -> Iterator[Sound]:
    """Speak the turns of a call and give each its place in time.

    Args:
        call: The call as ``dialogues.yaml`` has it.
        voices: The agent's voice and the customer's.
        tts: The loaded "heart" voice.

    Yields:
        The turns, the hold music and the ringing, in order.
    """
    seed = zlib.crc32(call["id"].encode())
    chance = np.random.default_rng(seed)
    now = round(LEAD_IN * RATE)
    for number, turn in enumerate(call["turns"]):
        gap = round(turn.get("gap", chance.uniform(*GAPS)) * RATE)
        if "silence" in turn:
            now += round(turn["silence"] * RATE)
            continue
        if "hold" in turn:
            sound = Sound(0, now + gap, hold_music(turn["hold"]), "hold")
        elif "ringing" in turn:
            sound = Sound(0, now + gap, ringing(turn["ringing"]), "ringing")
        else:
            channel = 0 if "agent" in turn else 1
            usual = voices[channel]
            voice = Voice(usual.pitch, usual.speed * turn.get("speed", 1.0))
            speech = speak(tts, turn["agent" if channel == 0 else "customer"], voice, seed + number)
            speech = speech * np.float32(amplitude(turn.get("gain", 0.0)))
            start = now - round(turn["overlap"] * RATE) if "overlap" in turn else now + gap
            sound = Sound(channel, max(0, start), speech)
        yield sound
        now = max(now, sound.end)


def mix(call: dict[str, Any], sounds: list[Sound]) -> Audio:
    """Put the sounds of a call on a two-channel line, with its noise and its cross-talk.

    Args:
        call: The call as ``dialogues.yaml`` has it.
        sounds: What is heard in it, and when.

    Returns:
        The call, one row per sample and one column per channel (one column if it is mono).
    """
    length = max(sound.end for sound in sounds) + round(LEAD_OUT * RATE)
    line = np.zeros((length, 2), dtype=np.float32)
    for sound in sounds:
        line[sound.start : sound.end, sound.channel] += sound.audio
    line = line + np.float32(amplitude(CROSS_TALK)) * line[:, ::-1]
    if call.get("mono"):
        line = line.sum(axis=1, keepdims=True)
    chance = np.random.default_rng([zlib.crc32(call["id"].encode()), 1])
    if call.get("line") == "bad":
        # the ring-back comes from the caller's own exchange: the line is bad once it is answered
        answered = max((sound.end for sound in sounds if sound.kind == "ringing"), default=0)
        line[answered:] = over_a_bad_line(line[answered:], chance)
    line += chance.normal(0.0, amplitude(NOISE_LEVEL), line.shape).astype(np.float32)
    peak = float(np.abs(line).max())
    return line * np.float32(min(1.0, 0.97 / peak))


def write(audio: Audio, target: Path) -> None:
    """Write a call in the format that the ending of its name asks for.

    Args:
        audio: One row per sample, one column per channel.
        target: Where to write it; ``.gsm`` or one of ``ENCODERS``.
    """
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "call.wav"
        with wave.open(str(plain), "wb") as file:
            file.setnchannels(audio.shape[1])
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes((np.clip(audio, -1, 1) * 32_767).astype("<i2").tobytes())
        if target.suffix == ".gsm":
            run("sox", "-R", str(plain), "-r", str(RATE), "-c", "1", str(target))
            return
        exact = ("-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact")
        quiet = ("-hide_banner", "-loglevel", "error", "-y", "-threads", "1")
        run("ffmpeg", *quiet, "-i", str(plain), *exact, *ENCODERS[target.suffix], str(target))


def write_metadata(script: dict[str, Any], target: Path) -> None:
    """Write the table that says who spoke when, one row per call.

    Args:
        script: The whole of ``dialogues.yaml``.
        target: The CSV file to write.
    """
    with target.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, COLUMNS, extrasaction="ignore", lineterminator="\n")
        table.writeheader()
        for call in script["calls"]:
            agent = script["agents"][call["agent"]]
            table.writerow({**call, "agent_name": agent["name"], "team": agent["team"]})


def main() -> None:
    """Make all calls, or those named on the command line."""
    parser = argparse.ArgumentParser(description="Make the recorded calls of the quickstart.")
    parser.add_argument("calls", nargs="*", help="ids of calls, such as call-0003 (default: all)")
    parser.add_argument(
        "--dialogues", type=Path, default=HERE / "dialogues.yaml", help="what is said"
    )
    parser.add_argument("--output", type=Path, default=HERE / "recordings", help="where to write")
    options = parser.parse_args()
    script = yaml.safe_load(options.dialogues.read_text(encoding="utf-8"))
    unknown = set(options.calls) - {call["id"] for call in script["calls"]}
    if unknown:
        parser.error(f"no such call in dialogues.yaml: {', '.join(sorted(unknown))}")

    options.output.mkdir(parents=True, exist_ok=True)
    tts = Hibari(voice="heart", threads=1)
    for call in script["calls"]:
        if options.calls and call["id"] not in options.calls:
            continue
        agent = script["agents"][call["agent"]]
        voices = (Voice(agent["pitch"], agent["speed"]), Voice(**call["voice"]))
        audio = mix(call, list(lay_out(call, voices, tts)))
        target = options.output / call["file"]
        write(audio, target)
        print(f"{target.name}  {len(audio) / RATE:5.1f} s  {target.stat().st_size / 1000:6.0f} kB")
    if not options.calls:
        write_metadata(script, options.output / "metadata.csv")


if __name__ == "__main__":
    main()

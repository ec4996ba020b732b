"""From file to transcript, with a recogniser by hand."""

from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path

import numpy as np
import pytest
from sounds import ByHand, Sound, save, segment, silence, tone

from qa_toolkit.domain.interaction import AudioSide
from qa_toolkit.domain.sound import SoundKind
from qa_toolkit.domain.transcript import SpeakerRole, Transcript
from qa_toolkit.errors import Unusable, UsageError
from qa_toolkit.transcribe import hearing, voices
from qa_toolkit.transcribe.channels import ONE_CHANNEL
from qa_toolkit.transcribe.options import TranscribeOptions
from qa_toolkit.transcribe.recording import transcribe, transcribe_cached
from qa_toolkit.transcribe.segment import Segment
from qa_toolkit.transcribe.speakers import Voices
from qa_toolkit.transcribe.windows import Span, Wave, Window

OPTIONS = TranscribeOptions()
AGENT, CUSTOMER, UNKNOWN = SpeakerRole.AGENT, SpeakerRole.CUSTOMER, SpeakerRole.UNKNOWN


@pytest.fixture(autouse=True)
def all_of_it_is_speech(monkeypatch: pytest.MonkeyPatch) -> None:
    def speech(sound: Wave, *, start: int, muted: Sequence[tuple[float, float]]) -> list[Span]:
        return [(0, len(sound))]

    monkeypatch.setattr(hearing, "speech_spans", speech)


def noise(seconds: float, *, seed: int = 1, level: float = 0.05) -> Sound:
    """What no tone or music is: every sample by itself."""
    drawn = np.random.default_rng(seed).normal(0, level * 32_767, round(seconds * 8_000))
    return drawn.clip(-32_768, 32_767).astype(np.int16)


def music(seconds: float) -> Sound:
    """Chords with overtones that change every second."""
    chords = [(262, 330, 392), (220, 262, 330), (175, 220, 262), (196, 247, 294)]
    bars = [
        sum(
            (tone(1, hertz=hertz * n, level=0.04 / n) for hertz in chord for n in (1, 2, 3, 5)),
            start=silence(1),
        )
        for chord in chords
    ]
    return np.resize(np.concatenate(bars), round(seconds * 8_000)).astype(np.int16)


def heard(
    folder: Path, engine: ByHand, *channels: Sound, options: TranscribeOptions = OPTIONS
) -> Transcript:
    return transcribe(save(folder / "call.flac", *channels), "c-1", options, engine)


class Parties(ByHand):
    """Hears one thing on the softer channel, another on the louder one."""

    def __init__(self, soft: Segment, loud: Segment) -> None:
        super().__init__()
        self.soft, self.loud = soft, loud

    def recognise(self, windows: Sequence[Window], language: str) -> Sequence[Sequence[Segment]]:
        return [[self.loud if w.sound.std() > 0.05 else self.soft] for w in windows]


GREETING = segment("Thank you for calling Northwind, how can I help you?", 0.0)
WISH = segment("Hi, I'm calling because my parcel never came.", 4.0)
SOFT, LOUD = noise(8, level=0.03), noise(8, seed=2, level=0.06)


def test_silence_is_not_even_given_to_the_recogniser(tmp_path: Path) -> None:
    engine = ByHand(segment("Thank you.", 0.0))
    call = heard(tmp_path, engine, silence(5), silence(5))
    assert (call.turns, call.doubt, call.duration_s) == ((), "no speech found", 5.0)
    assert (engine.asked, call.role_confidence) == ([], None)


def test_sound_without_words_is_no_speech(tmp_path: Path) -> None:
    call = heard(tmp_path, ByHand(), noise(2))
    assert (call.doubt, call.log_probability) == ("no speech found", None)


def test_a_mono_call_has_words_but_no_roles(tmp_path: Path) -> None:
    call = heard(tmp_path, ByHand(segment("Hello there", 0.5)), noise(2))
    assert [turn.speaker for turn in call.turns] == [UNKNOWN]
    assert (call.doubt, call.language, call.role_confidence) == (ONE_CHANNEL, "en", None)


def test_in_stereo_the_greeting_tells_who_the_agent_is(tmp_path: Path) -> None:
    call = heard(tmp_path, Parties(soft=WISH, loud=GREETING), SOFT, LOUD)
    assert [turn.speaker for turn in call.turns] == [AGENT, CUSTOMER]
    assert call.audio is not None
    assert call.audio.roles == (CUSTOMER, AGENT)
    assert any("right audio channel" in remark for remark in call.remarks)


def test_a_side_that_was_told_is_kept(tmp_path: Path) -> None:
    options = TranscribeOptions(agent_side=AudioSide.LEFT)
    call = heard(tmp_path, Parties(soft=WISH, loud=GREETING), SOFT, LOUD, options=options)
    assert [turn.speaker for turn in call.turns] == [CUSTOMER, AGENT]
    assert (call.role_confidence, call.doubt) == (None, "")


def test_words_that_leak_into_the_other_channel_are_said_once(tmp_path: Path) -> None:
    leaked = noise(8, seed=2, level=0.01)
    call = heard(tmp_path, ByHand(GREETING), noise(8, level=0.09), leaked)
    assert [turn.text for turn in call.turns] == [
        "Thank you for calling Northwind, how can I help you?"
    ]


def test_voices_on_one_channel_are_told_apart_where_that_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listened: list[int] = []

    def separate(sound: Sequence[Sound], words: Sequence[object]) -> Voices:
        listened.extend(len(piece) for piece in sound)
        return Voices(labels=(0,) * 10 + (1,) * 8, confidence=0.9, alone=False)

    monkeypatch.setattr(voices, "separate", separate)
    options = TranscribeOptions(speakers=True)
    call = heard(tmp_path, ByHand(GREETING, WISH), noise(12), options=options)
    assert [turn.speaker for turn in call.turns] == [AGENT, CUSTOMER]
    assert (call.doubt, call.role_confidence) == ("", 0.9)
    assert sum(listened) == 12 * 16_000


def test_doubts_about_words_and_roles_are_told_together(tmp_path: Path) -> None:
    engine = ByHand(segment("Kaleesla montanja", 0.5, log_probability=-0.94))
    call = heard(tmp_path, engine, noise(2))
    assert call.doubt.startswith("language or audio doubtful (mean log-probability -0.94")
    assert call.doubt.endswith(ONE_CHANNEL)
    assert call.language == ""


def test_what_sounds_like_another_language_than_told_is_doubtful(tmp_path: Path) -> None:
    engine = ByHand(segment("si", 0.5), languages=("en", "es"), spoken=("es", 0.97))
    call = heard(tmp_path, engine, noise(2))
    assert call.doubt.startswith("language doubtful: sounds like 'es', not 'en'")
    assert call.language == ""


def test_the_log_probability_is_per_word_piece(tmp_path: Path) -> None:
    engine = ByHand(
        segment("three words here", 0.0, log_probability=-0.2),
        segment("one", 1.5, log_probability=-1.0),
    )
    assert heard(tmp_path, engine, noise(2)).log_probability == pytest.approx(-0.4)


def test_the_map_has_speech_where_words_are_and_music_where_none_are(tmp_path: Path) -> None:
    call = heard(
        tmp_path, ByHand(segment("Hello there", 0.5)), np.concatenate([noise(4), music(30)])
    )
    assert call.audio is not None
    kinds = {sound.kind for sound in call.audio.sounds}
    assert {SoundKind.SPEECH, SoundKind.MUSIC} <= kinds
    assert call.audio.sounds[-1].end_s == call.duration_s


def test_music_is_muted_for_the_recogniser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[float, float]] = []

    def speech(_: Wave, *, start: int, muted: Sequence[tuple[float, float]]) -> list[Span]:
        told.extend(muted)
        return []

    monkeypatch.setattr(hearing, "speech_spans", speech)
    call = heard(tmp_path, ByHand(segment("Thank you.", 8.0)), music(30))
    assert (call.turns, call.doubt) == ((), "no speech found")
    assert sum(end - start for start, end in told) > 20


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (OPTIONS, "as written, language en"),
        (TranscribeOptions(agent_side=AudioSide.LEFT), "as written, language en, agent left"),
        (TranscribeOptions(channels=(AGENT,)), "as written, language en, channels agent"),
        (
            TranscribeOptions(speakers=True, vocabulary=("Northwind", "Dana")),
            "as written, language en, voices told apart, vocabulary Northwind, Dana",
        ),
    ],
    ids=["nothing chosen", "side", "channels", "voices and vocabulary"],
)
def test_the_origin_says_how_to_make_it_again(
    tmp_path: Path, options: TranscribeOptions, told: str
) -> None:
    assert heard(tmp_path, ByHand(), noise(2), options=options).origin.options == told


def test_what_cannot_describe_a_raw_recording_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no codec"):
        heard(tmp_path, ByHand(), noise(2), options=TranscribeOptions(raw="sulaw 8000"))


def test_a_recording_that_changed_since_its_import_is_refused(tmp_path: Path) -> None:
    path = save(tmp_path / "call.wav", tone(2.0))
    imported = blake2b(path.read_bytes(), digest_size=16).hexdigest()
    save(path, tone(3.0))
    with pytest.raises(Unusable, match="changed since it was imported") as caught:
        transcribe_cached(path, "c-1", imported, OPTIONS, None)
    assert caught.value.hint == "qa import again"


def test_a_recording_that_is_gone_since_its_import_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="No such file"):
        transcribe_cached(tmp_path / "call.wav", "c-1", "ab" * 16, OPTIONS, None)


class StuckUntil(ByHand):
    """Hears a word, and gets stuck on the rest of whatever it is given."""

    def recognise(self, windows: Sequence[Window], language: str) -> Sequence[Sequence[Segment]]:
        again = segment("E-" * 20, 0.0)
        return [[self.segments[0]] if w.spans[0][0] == 0 else [again] for w in windows]


@pytest.mark.parametrize(
    ("length_s", "doubt"),
    [
        (70, "words missing at 0:2"),
        (4, ONE_CHANNEL),
    ],
    ids=["long", "short"],
)
def test_words_lost_where_the_recogniser_got_stuck_are_a_doubt(
    tmp_path: Path, length_s: int, doubt: str
) -> None:
    call = heard(tmp_path, StuckUntil(segment("Hello", 0.5)), noise(length_s))
    assert call.doubt.startswith(doubt)
    assert call.doubt.endswith(ONE_CHANNEL)


def test_even_a_few_lost_words_are_told(tmp_path: Path) -> None:
    engine = ByHand(segment("Hello", 0.5), segment("E-" * 20, 1.0))
    call = heard(tmp_path, engine, noise(4))
    assert (call.doubt, call.turns[0].text) == (ONE_CHANNEL, "Hello")
    assert call.remarks == ("words missing at 0:00: the recogniser got stuck",)


def test_a_word_that_is_said_again_and_again_is_kept(tmp_path: Path) -> None:
    said = "No, no, no, no, no, no, no, no, that is wrong."
    call = heard(tmp_path, ByHand(segment(said, 0.5)), noise(4))
    assert (call.turns[0].text, call.remarks) == (said, ())

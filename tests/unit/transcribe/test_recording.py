"""From file to transcript, with a recogniser by hand."""

from hashlib import blake2b
from pathlib import Path

import pytest
from sounds import ByHand, save, segment, silence, tone

from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.errors import Unusable
from qa_toolkit.transcribe import blocks
from qa_toolkit.transcribe.channels import ONE_CHANNEL
from qa_toolkit.transcribe.options import TranscribeOptions
from qa_toolkit.transcribe.recording import transcribe, transcribe_cached
from qa_toolkit.transcribe.segment import Gap, Segment

OPTIONS = TranscribeOptions()


def test_silence_is_not_even_given_to_the_recogniser(tmp_path: Path) -> None:
    engine = ByHand(segment("Thank you.", 0.0))
    call = transcribe(save(tmp_path / "call.wav", silence(5), silence(5)), "c-1", OPTIONS, engine)
    assert (call.turns, call.doubt, call.duration_s) == ((), "no speech found", 5.0)
    assert engine.asked == []


def test_sound_without_words_is_no_speech(tmp_path: Path) -> None:
    call = transcribe(save(tmp_path / "call.wav", tone(2.0)), "c-1", OPTIONS, ByHand())
    assert (call.doubt, call.log_probability) == ("no speech found", None)


def test_a_mono_call_has_words_but_no_roles(tmp_path: Path) -> None:
    engine = ByHand(segment("Hello there", 0.5))
    call = transcribe(save(tmp_path / "call.wav", tone(2.0)), "c-1", OPTIONS, engine)
    assert [turn.speaker for turn in call.turns] == [SpeakerRole.UNKNOWN]
    assert (call.doubt, call.language) == (ONE_CHANNEL, "en")


def test_doubts_about_words_and_roles_are_told_together(tmp_path: Path) -> None:
    engine = ByHand(segment("Kaleesla montanja", 0.5, log_probability=-0.94))
    call = transcribe(save(tmp_path / "call.wav", tone(2.0)), "c-1", OPTIONS, engine)
    assert call.doubt.startswith("language or audio doubtful (mean log-probability -0.94")
    assert call.doubt.endswith(ONE_CHANNEL)
    assert call.language == ""


def test_the_log_probability_is_per_word_piece(tmp_path: Path) -> None:
    engine = ByHand(
        segment("three words here", 0.0, log_probability=-0.2),
        segment("one", 1.5, log_probability=-1.0),
    )
    call = transcribe(save(tmp_path / "call.wav", tone(2.0)), "c-1", OPTIONS, engine)
    assert call.log_probability == pytest.approx(-0.4)


def test_the_origin_says_how_to_make_it_again(tmp_path: Path) -> None:
    call = transcribe(save(tmp_path / "call.wav", tone(2.0)), "c-1", OPTIONS, ByHand())
    assert call.origin.options == "as written, language en, agent left"


def test_a_long_recording_is_recognised_in_blocks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "BLOCK_S", 20)
    monkeypatch.setattr(blocks, "SEARCH_S", 5)
    engine = ByHand()
    transcribe(save(tmp_path / "call.flac", tone(50)), "c-1", OPTIONS, engine)
    assert engine.asked[0] == 0.0
    assert all(15 <= b - a <= 20 for a, b in zip(engine.asked, engine.asked[1:], strict=False))
    assert 50 - engine.asked[-1] <= 20


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


class Stuck:
    """Hears a word, and then gets stuck up to the given second."""

    engine = model = configuration = "stuck"

    def __init__(self, until_s: float) -> None:
        self.until_s = until_s

    def recognise(self, samples: object, language: str, *, start_s: float) -> list[Segment | Gap]:
        return [segment("Hello", 79.0), Gap(start_s=80.0, end_s=self.until_s)]


@pytest.mark.parametrize(
    ("until_s", "doubt"),
    [
        (110.0, "words missing at 1:20–1:50: the recogniser got stuck; " + ONE_CHANNEL),
        (84.0, ONE_CHANNEL),
    ],
    ids=["long", "short"],
)
def test_words_lost_where_the_recogniser_got_stuck_are_a_doubt(
    tmp_path: Path, until_s: float, doubt: str
) -> None:
    path = save(tmp_path / "call.wav", tone(2.0))
    assert transcribe(path, "c-1", OPTIONS, Stuck(until_s)).doubt == doubt

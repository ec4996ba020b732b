"""Weights in CTranslate2's format, read for openai-whisper; the real use is in `tests/with_torch`."""

import struct
from pathlib import Path

import pytest

from qa_toolkit.errors import EnvironmentProblem
from qa_toolkit.transcribe import find_model
from qa_toolkit.transcribe.engines.checkpoint import Checkpoint, read_checkpoint


@pytest.fixture(scope="module")
def tiny() -> Checkpoint:
    return read_checkpoint(Path(find_model(None).location))


def named(text: str) -> bytes:
    return struct.pack("<H", len(text) + 1) + text.encode() + b"\0"


def model(folder: Path, *, version: int = 6, spec: str = "WhisperSpec", name: str = "x") -> Path:
    """A file with one variable that holds one number."""
    variable = named(name) + struct.pack("<BIBIf", 1, 1, 0, 4, 1.5)
    head = struct.pack("<I", version) + named(spec) + struct.pack("<II", 3, 1)
    (folder / "model.bin").write_bytes(head + variable + struct.pack("<I", 0))
    (folder / "config.json").write_text("{}")
    return folder


def test_the_measures_are_those_of_tiny(tiny: Checkpoint) -> None:
    assert dict(tiny.dims) == {
        "n_mels": 80,
        "n_audio_ctx": 1500,
        "n_audio_state": 384,
        "n_audio_head": 6,
        "n_audio_layer": 4,
        "n_vocab": 51_864,
        "n_text_ctx": 448,
        "n_text_state": 384,
        "n_text_head": 6,
        "n_text_layer": 4,
    }


def test_every_weight_is_there_under_the_name_it_has_elsewhere(tiny: Checkpoint) -> None:
    assert len(tiny.tensors) == 167
    assert tiny.tensors["decoder.blocks.3.cross_attn.value.bias"].shape == (384,)
    assert tiny.tensors["encoder.blocks.0.attn.key.weight"].shape == (384, 384)
    assert "encoder.blocks.0.attn.key.bias" not in tiny.tensors


def test_word_times_are_read_from_the_heads_that_the_model_names(tiny: Checkpoint) -> None:
    assert tiny.alignment_heads[:2] == ((1, 0), (2, 0))


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"version": 5}, "format 5 of 'WhisperSpec'"),
        ({"spec": "BertSpec"}, "format 6 of 'BertSpec'"),
        ({"name": "decoder/weight_scale"}, "compressed to whole numbers"),
        ({}, "decoder/embeddings/weight"),
    ],
    ids=["older", "no Whisper", "8 bits", "nothing of a model in it"],
)
def test_what_cannot_be_read_is_told_in_one_line(
    tmp_path: Path, options: dict[str, str], told: str
) -> None:
    with pytest.raises(EnvironmentProblem, match=told):
        read_checkpoint(model(tmp_path, **options))  # type: ignore[arg-type]  # a row of the table


@pytest.mark.parametrize("size", [0, 3, 20, 45])
def test_a_file_that_ends_early_is_told_in_one_line(tmp_path: Path, size: int) -> None:
    whole = (model(tmp_path) / "model.bin").read_bytes()
    (tmp_path / "model.bin").write_bytes(whole[:size])
    with pytest.raises(EnvironmentProblem, match="cannot be read for openai-whisper"):
        read_checkpoint(tmp_path)

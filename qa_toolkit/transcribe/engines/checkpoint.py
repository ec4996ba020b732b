"""Weights in CTranslate2's format, read as the tensors that openai-whisper expects.

So both local engines run on the same files, and openai-whisper needs no download of its own.
The format is that of CTranslate2's `ModelSpec.save`, version 6: little-endian; a count of named
variables, each with its shape, type and bytes; then names that stand for others.
"""

import json
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from qa_toolkit.errors import EnvironmentProblem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Tensors: TypeAlias = Mapping[str, "NDArray[np.generic]"]
_VERSION = 6
_SPECIFICATION = "WhisperSpec"
_TYPES = ("float32", "int8", "int16", "int32", "float16")
# CTranslate2's name → openai-whisper's; several names: one fused tensor, cut into equal parts
_WHOLE: Mapping[str, str] = {
    "encoder/conv1": "encoder.conv1",
    "encoder/conv2": "encoder.conv2",
    "encoder/layer_norm": "encoder.ln_post",
    "decoder/layer_norm": "decoder.ln",
}
_LAYER: Mapping[str, tuple[str, ...]] = {
    "self_attention/layer_norm": ("attn_ln",),
    "self_attention/linear_0": ("attn.query", "attn.key", "attn.value"),
    "self_attention/linear_1": ("attn.out",),
    "attention/layer_norm": ("cross_attn_ln",),
    "attention/linear_0": ("cross_attn.query",),
    "attention/linear_1": ("cross_attn.key", "cross_attn.value"),
    "attention/linear_2": ("cross_attn.out",),
    "ffn/layer_norm": ("mlp_ln",),
    "ffn/linear_0": ("mlp.0",),
    "ffn/linear_1": ("mlp.2",),
}
_KINDS: Mapping[str, str] = {
    "weight": "weight",
    "bias": "bias",
    "gamma": "weight",
    "beta": "bias",
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Checkpoint:
    """A model as openai-whisper builds it.

    Attributes:
        dims: its measures, by the names of `whisper.model.ModelDimensions`.
        tensors: its weights, by the names of its state dictionary.
        alignment_heads: decoder layer and head of the attention that word times are read from.
    """

    dims: Mapping[str, int]
    tensors: Tensors
    alignment_heads: tuple[tuple[int, int], ...]


def read_checkpoint(folder: Path) -> Checkpoint:
    """Read a model directory in CTranslate2's format.

    Raises:
        EnvironmentProblem: it is another format, or its weights are compressed to whole numbers.
    """
    try:
        variables = _variables(folder / "model.bin")
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        return Checkpoint(
            dims=_dims(variables),
            tensors=dict(_tensors(variables)),
            alignment_heads=tuple(
                (int(layer), int(head)) for layer, head in config.get("alignment_heads", ())
            ),
        )
    except (OSError, struct.error, ValueError, KeyError, IndexError) as error:
        raise EnvironmentProblem(
            f"the speech model in {folder} cannot be read for openai-whisper: {error}",
            hint="give a model of 16 or 32 bit, or use the engine faster-whisper",
        ) from error


def _variables(path: Path) -> Tensors:
    import numpy as np

    with path.open("rb") as file:
        data = memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
    place = 0

    def take(form: str) -> tuple[int, ...]:
        nonlocal place
        values = struct.unpack_from(f"<{form}", data, place)
        place += struct.calcsize(f"<{form}")
        return values

    def text() -> str:
        nonlocal place
        (length,) = take("H")
        place += length
        return bytes(data[place - length : place - 1]).decode()

    (version,) = take("I")
    name = text()
    if version < _VERSION or name != _SPECIFICATION:
        raise ValueError(f"format {version} of '{name}', not {_VERSION} of {_SPECIFICATION}")
    _, count = take("II")
    variables: dict[str, NDArray[np.generic]] = {}
    for _ in range(count):
        name = text()
        (rank,) = take("B")
        shape = take(f"{rank}I")
        kind, size = take("BI")
        values = np.frombuffer(data[place : place + size], dtype=_TYPES[kind])
        variables[name] = values.reshape(shape)
        place += size
    (count,) = take("I")
    for _ in range(count):
        name = text()
        variables[name] = variables[text()]
    if any(name.endswith("weight_scale") for name in variables):
        raise ValueError("its weights are compressed to whole numbers")
    return variables


def _dims(variables: Tensors) -> dict[str, int]:
    pieces, text_state = variables["decoder/embeddings/weight"].shape
    audio_state, mels, _ = variables["encoder/conv1/weight"].shape
    return {
        "n_mels": mels,
        "n_audio_ctx": variables["encoder/position_encodings/encodings"].shape[0],
        "n_audio_state": audio_state,
        "n_audio_head": int(variables["encoder/num_heads"]),
        "n_audio_layer": _layers(variables, "encoder"),
        "n_vocab": pieces,
        "n_text_ctx": variables["decoder/position_encodings/encodings"].shape[0],
        "n_text_state": text_state,
        "n_text_head": int(variables["decoder/num_heads"]),
        "n_text_layer": _layers(variables, "decoder"),
    }


def _layers(variables: Tensors, side: str) -> int:
    numbers = {name.split("/")[1] for name in variables if name.startswith(f"{side}/layer_")}
    return len(numbers - {"layer_norm"})


def _tensors(variables: Tensors) -> "Iterator[tuple[str, NDArray[np.generic]]]":
    """Every weight under its name in openai-whisper."""
    import numpy as np

    for side in ("encoder", "decoder"):
        positions = variables[f"{side}/position_encodings/encodings"]
        yield f"{side}.positional_embedding", positions
    yield "decoder.token_embedding.weight", variables["decoder/embeddings/weight"]
    for name, values in variables.items():
        part, _, kind = name.rpartition("/")
        if kind not in _KINDS:
            continue
        if part in _WHOLE:
            yield f"{_WHOLE[part]}.{_KINDS[kind]}", values
        side, _, rest = part.partition("/layer_")
        number, _, inner = rest.partition("/")
        names = _LAYER.get(inner, ())
        for own, values_of in zip(names, np.split(values, len(names) or 1), strict=False):
            # openai-whisper's keys have no bias; CTranslate2 writes zeros for it
            if not (own.endswith(".key") and kind == "bias"):
                yield f"{side}.blocks.{number}.{own}.{_KINDS[kind]}", values_of

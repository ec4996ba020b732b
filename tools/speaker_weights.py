"""Make the voice encoder's weights from the file that Resemblyzer's wheel carries.

    pip download --no-deps Resemblyzer==0.1.4
    unzip -p Resemblyzer-0.1.4-py3-none-any.whl resemblyzer/pretrained.pt > pretrained.pt
    python tools/speaker_weights.py pretrained.pt ge2e.npz

Neither torch nor Resemblyzer is needed, and nothing in the file is executed: it is read by an
unpickler that knows only what tensors are made of. The state of the optimiser, two thirds of the
file, is left out; numbers are rounded to half precision, which moves no embedding by more than
a cosine of 0.0001.
"""

import pickle
import sys
from collections import OrderedDict
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, NamedTuple

import numpy as np
from numpy.typing import NDArray

SOURCE_SHA256 = "39373b86598fa3da9fcddee6142382efe09777e8d37dc9c0561f41f0070f134e"
HEADERS = 3  # magic number, version of the format, sizes of types
TYPES = {"FloatStorage": np.dtype("<f4"), "LongStorage": np.dtype("<i8")}


class Storage(NamedTuple):
    """The numbers of one or more tensors: they follow behind the pickles, under this key."""

    key: str
    type: np.dtype[np.generic]


class Tensor(NamedTuple):
    """A view of a storage."""

    storage: Storage
    offset: int
    shape: tuple[int, ...]


class Reader(pickle.Unpickler):
    """Reads torch's format of before 1.6 as plain values; anything else in the file is refused."""

    def find_class(self, module: str, name: str) -> object:
        known: dict[tuple[str, str], object] = {
            ("collections", "OrderedDict"): OrderedDict,
            ("torch._utils", "_rebuild_tensor_v2"): _tensor,
        }
        if module == "torch" and name in TYPES:
            return TYPES[name]
        if (module, name) not in known:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a tensor")
        return known[module, name]

    def persistent_load(
        self, pid: tuple[str, np.dtype[np.generic], str, str, int, None]
    ) -> Storage:
        return Storage(key=pid[2], type=pid[1])


def _tensor(storage: Storage, offset: int, shape: tuple[int, ...], *_: object) -> Tensor:
    return Tensor(storage, offset, shape)


def read(file: BinaryIO) -> dict[str, NDArray[np.float32]]:
    """The tensors of the model in the file, by name; all are stored row by row."""
    for _ in range(HEADERS):
        Reader(file).load()
    content, keys = Reader(file).load(), Reader(file).load()
    types = {tensor.storage.key: tensor.storage.type for tensor in _tensors(content)}
    numbers = {}
    for key in keys:
        count = int.from_bytes(file.read(8), "little")
        numbers[key] = np.frombuffer(file.read(count * types[key].itemsize), types[key])
    return {
        name: numbers[storage.key][offset : offset + int(np.prod(shape))].reshape(shape)
        for name, (storage, offset, shape) in content["model_state"].items()
    }


def _tensors(content: object) -> Iterator[Tensor]:
    if isinstance(content, Tensor):
        yield content
    elif isinstance(content, dict):
        for part in content.values():
            yield from _tensors(part)
    elif isinstance(content, list | tuple):
        for part in content:
            yield from _tensors(part)


def main(source: Path, target: Path) -> None:
    """Convert a file and say what came out."""
    if sha256(source.read_bytes()).hexdigest() != SOURCE_SHA256:
        raise SystemExit(f"{source} is not the file of Resemblyzer 0.1.4")
    with source.open("rb") as file:
        weights = read(file)
    used = {name: w.astype(np.float16) for name, w in weights.items() if "similarity" not in name}
    with target.open("wb") as opened:
        np.savez(opened, allow_pickle=False, **used)
    print(f"{target}: {target.stat().st_size} bytes, sha256", end=" ")
    print(sha256(target.read_bytes()).hexdigest())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

"""The tool that makes the voice encoder's weights runs nothing that lies in the file it reads."""

import io
import pickle

import pytest
from speaker_weights import HEADERS, read


class Harmful:
    """Would call `print` when unpickled."""

    def __reduce__(self) -> tuple[object, ...]:
        return print, ("harm",)


def test_a_file_that_holds_more_than_tensors_is_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    content = b"".join(pickle.dumps(part) for part in (*range(HEADERS), Harmful()))
    with pytest.raises(pickle.UnpicklingError, match="builtins"):
        read(io.BytesIO(content))
    assert capsys.readouterr().out == ""

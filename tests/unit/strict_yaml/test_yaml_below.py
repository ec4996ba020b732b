"""YAML in folders: found by name, and known by its keys."""

import os
import re
from pathlib import Path

import pytest

from qa_toolkit.errors import UsageError
from qa_toolkit.strict_yaml.below import may_have, yaml_below

KEYS = re.compile(rb"^persona\s*:", re.MULTILINE)


def test_files_come_before_those_of_subfolders_and_hidden_ones_not_at_all(tmp_path: Path) -> None:
    for name in ("b/c.yml", "b.yaml", ".x.yaml", ".git/d.yaml", "cases/e.yaml", "a.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    found = [str(path.relative_to(tmp_path)) for path in yaml_below(tmp_path, {"cases"})]
    assert found == ["b.yaml", "b/c.yml"]


def test_what_cannot_be_read_as_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").touch()
    with pytest.raises(UsageError, match=r"a\.yaml: cannot be read: Not a directory"):
        list(yaml_below(tmp_path / "a.yaml"))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param(b"persona: {}\n", True, id="the key"),
        pytest.param(b"\xef\xbb\xbfpersona: {}\n", True, id="behind a mark of UTF-8"),
        pytest.param("persona: {}\n".encode("utf-16"), True, id="UTF-16 must be looked at"),
        pytest.param(b"sections: []\n", False, id="another key"),
        pytest.param(b"", False, id="nothing"),
    ],
)
def test_a_file_is_known_by_its_keys(tmp_path: Path, content: bytes, *, told: bool) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(content)
    assert may_have(path, KEYS) is told


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    assert not may_have(tmp_path / "a.yaml", KEYS)

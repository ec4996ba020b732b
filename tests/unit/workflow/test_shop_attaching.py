"""Attachments in a project: whole or not at all, once, and only what may be kept."""

import os
import tracemalloc
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
import shop_files as files

from qa_toolkit.errors import StorageError, UsageError
from qa_toolkit.workflow.project import Project, init_project, open_project
from qa_toolkit.workflow.shops.attachments import attach, attach_bytes, attachment_file


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    init_project(tmp_path / "project")
    with open_project(tmp_path / "project") as opened:
        yield opened


def _file(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def _kept(project: Project) -> list[Path]:
    return [path for path in project.folder.joinpath("attachments").rglob("*") if path.is_file()]


def test_a_photo_is_kept_under_its_hash_with_the_time_it_was_taken(
    project: Project, tmp_path: Path
) -> None:
    photo = files.jpeg("2026:11:10 10:01:00", "+01:00")
    kept = attach(project, _file(tmp_path, "till.jpg", photo), "photo")
    assert attachment_file(project, kept).read_bytes() == photo
    assert (kept.name, kept.media_type, kept.size) == ("till.jpg", "image/jpeg", len(photo))
    assert kept.taken_at is not None


def test_the_same_content_is_kept_once(project: Project, tmp_path: Path) -> None:
    first = attach(project, _file(tmp_path, "a.png", files.PNG), "photo")
    second = attach(project, _file(tmp_path, "b.png", files.PNG), "receipt")
    assert first.hash == second.hash
    assert len(_kept(project)) == 1


def test_a_damaged_copy_is_mended_by_bringing_the_file_again(
    project: Project, tmp_path: Path
) -> None:
    path = _file(tmp_path, "a.png", files.PNG)
    place = attachment_file(project, attach(project, path, "photo"))
    place.write_bytes(b"")
    attach(project, path, "photo")
    assert place.read_bytes() == files.PNG


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.jpg", b"", "is empty"),
        ("a.jpg", b"MZ" + bytes(90), "a program for Windows"),
        ("a.jpg", files.PNG, "ends in .jpg"),
        ("a.png", files.PNG + bytes(1_000_000), "larger than 1 MB"),
    ],
    ids=["empty", "program", "false type", "too large"],
)
def test_what_is_refused_leaves_nothing(
    tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    init_project(tmp_path / "project")
    with open_project(tmp_path / "project", {"shops.attachment_mb": 1}) as project:
        with pytest.raises(UsageError, match=told):
            attach(project, _file(tmp_path, name, content), "photo")
        assert not _kept(project)


def test_recordings_have_a_limit_of_their_own(tmp_path: Path) -> None:
    init_project(tmp_path / "project")
    path = _file(tmp_path, "a.wav", files.WAV + bytes(1_500_000))
    with open_project(
        tmp_path / "project", {"shops.attachment_mb": 1, "shops.recording_mb": 2}
    ) as project:
        assert attach(project, path, "recording").size == path.stat().st_size


@pytest.mark.parametrize("make", ["link", "pipe", "folder", "nothing", "device"])
def test_only_ordinary_files_are_read(project: Project, tmp_path: Path, make: str) -> None:
    path = tmp_path / "a.png"
    match make:
        case "link":
            path.symlink_to(_file(tmp_path, "b.png", files.PNG))
        case "pipe":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case "device":
            path = Path(os.devnull)
        case _:
            assert not path.exists()
    with pytest.raises(UsageError):
        attach(project, path, "photo")


def test_a_file_that_grows_while_it_is_read_is_refused(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _file(tmp_path, "a.png", files.PNG)

    def growing(*_: object) -> None:
        path.write_bytes(files.PNG * 2)

    monkeypatch.setattr("qa_toolkit.workflow.shops.attachments._check_size", growing)
    with pytest.raises(UsageError, match="changed while it was read"):
        attach(project, path, "photo")
    assert not _kept(project)


def test_a_full_disk_leaves_nothing(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", full)
    with pytest.raises(StorageError, match="No space left"):
        attach_bytes(project, [files.PNG], "photo", name="a.png")
    assert not _kept(project)


def test_a_disk_that_is_full_while_an_upload_comes_in_leaves_nothing(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(BytesIO):
        def write(self, _: object) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.TemporaryFile", lambda **_: Full())
    with pytest.raises(StorageError, match="No space left"):
        attach_bytes(project, [files.PNG], "photo", name="a.png")
    assert not _kept(project)


def test_a_folder_that_cannot_be_made_is_told(project: Project) -> None:
    project.folder.joinpath("attachments").write_bytes(b"")
    with pytest.raises(StorageError, match="cannot write"):
        attach_bytes(project, [files.PNG], "photo", name="a.png")


def test_an_upload_that_breaks_off_leaves_nothing(project: Project) -> None:
    def upload() -> Iterator[bytes]:
        yield files.PNG
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        attach_bytes(project, upload(), "photo", name="a.png")
    assert not _kept(project)


def test_an_endless_upload_stops_at_the_cap(project: Project) -> None:
    def endless() -> Iterator[bytes]:
        while True:
            yield bytes(1 << 20)

    with pytest.raises(UsageError, match="larger than 50 MB"):
        attach_bytes(project, endless(), "photo", name="a.png")


def test_a_long_recording_is_never_in_memory_as_a_whole(project: Project, tmp_path: Path) -> None:
    path = _file(tmp_path, "a.wav", files.WAV)
    os.truncate(path, 40_000_000)
    tracemalloc.start()
    attach(project, path, "recording")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 16_000_000


def test_what_is_gone_from_the_project_is_told(project: Project, tmp_path: Path) -> None:
    kept = attach(project, _file(tmp_path, "a.png", files.PNG), "photo")
    attachment_file(project, kept).unlink()
    with pytest.raises(UsageError, match=r"'a\.png' is not in the project"):
        attachment_file(project, kept)

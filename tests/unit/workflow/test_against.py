"""The interactions that a rubric is tried against."""

import gzip
from pathlib import Path

import pytest
from projects import GOOD, POOR, chat_line, chats_project

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.problem import Problem
from qa_toolkit.errors import UsageError
from qa_toolkit.intake.found import Found
from qa_toolkit.workflow.against import interactions_of
from qa_toolkit.workflow.import_ import import_paths
from qa_toolkit.workflow.project import open_project
from qa_toolkit.workflow.rubric_files import rubric_file, usable_rubric
from qa_toolkit.workflow.sample import draw_sample

LINES = f"{chat_line('c-1', GOOD)}\n\n{chat_line('c-2', POOR)}\n"


def read(
    against: str | Path, stdin: bytes = b"", channels: tuple[Channel, ...] = (Channel.CHAT,)
) -> list[Found | Problem]:
    return list(interactions_of(str(against), stdin.splitlines(keepends=True), channels))


def ids(found: list[Found | Problem]) -> list[str]:
    return [item.message if isinstance(item, Problem) else item.interaction.id for item in found]


def test_lines_of_a_file_are_read(tmp_path: Path) -> None:
    (tmp_path / "chats.jsonl").write_text(LINES)
    assert ids(read(tmp_path / "chats.jsonl")) == ["c-1", "c-2"]


def test_a_compressed_file_is_read_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "chats.jsonl.gz").write_bytes(gzip.compress(LINES.encode()))
    assert ids(read(tmp_path / "chats.jsonl.gz")) == ["c-1", "c-2"]


def test_standard_input_is_read(tmp_path: Path) -> None:
    assert ids(read("-", LINES.encode())) == ["c-1", "c-2"]


def test_a_line_needs_no_agent() -> None:
    found = read("-", b'{"id": "x", "turns": [{"speaker": "agent", "text": "Hi"}]}')
    assert ids(found) == ["x"]


def test_a_bad_line_is_a_problem_with_its_number_and_the_others_are_read() -> None:
    found = read("-", f"not json\n{LINES}".encode())
    assert isinstance(found[0], Problem)
    assert (found[0].line, ids(found[1:])) == (1, ["c-1", "c-2"])


def test_a_compressed_file_that_is_cut_off_gives_what_it_holds(tmp_path: Path) -> None:
    many = "".join(f"{chat_line(f'c-{n}', GOOD)}\n" for n in range(2_000))
    whole = gzip.compress(many.encode())
    (tmp_path / "chats.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    *first, last = read(tmp_path / "chats.jsonl.gz")
    assert len(first) > 100
    assert isinstance(last, Problem)
    assert (last.line, last.message[:30]) == (len(first) + 1, "cannot be read from here on: C")


def test_lines_are_known_to_be_compressed_by_what_they_are(tmp_path: Path) -> None:
    """Not by the name: downloads keep the suffix and lose the compression, or the other way."""
    (tmp_path / "plain.jsonl.gz").write_text(LINES)
    (tmp_path / "packed.jsonl").write_bytes(gzip.compress(LINES.encode()))
    for name in ("plain.jsonl.gz", "packed.jsonl"):
        assert ids(read(tmp_path / name)) == ["c-1", "c-2"]


def test_an_interaction_that_is_there_twice_counts_once(tmp_path: Path) -> None:
    found = read("-", (LINES + LINES).encode())
    assert [type(item) for item in found] == [Found, Found, Problem, Problem]


def test_a_folder_is_read_as_an_import_does(tmp_path: Path) -> None:
    (tmp_path / "monday").mkdir()
    (tmp_path / "monday" / "chats.jsonl").write_text(LINES)
    assert ids(read(tmp_path)) == ["c-1", "c-2"]


def test_a_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no folder or file"):
        read(tmp_path / "nothing")


def imported(folder: Path) -> Path:
    chats_project(folder)
    with open_project(folder) as project:
        import_paths(project, [folder / "chats"])
    return folder


def test_a_project_gives_all_its_interactions_with_their_words(tmp_path: Path) -> None:
    found = read(imported(tmp_path / "p"))
    assert ids(found) == ["dana-1", "dana-2", "dana-3", "eli-1", "eli-2", "eli-3"]
    assert all(isinstance(item, Found) and item.transcript for item in found)


def test_a_project_without_a_sample_gives_the_channels_the_rubric_is_for(tmp_path: Path) -> None:
    assert read(imported(tmp_path / "p"), channels=(Channel.CALL,)) == []


def test_a_project_with_a_sample_gives_what_was_drawn(tmp_path: Path) -> None:
    folder = imported(tmp_path / "p")
    rubric = usable_rubric(rubric_file("service", folder)).rubric
    with open_project(folder, {"sample.size": 2, "sample.seed": "s"}) as project:
        drawn = {member.interaction_id for member in draw_sample(project, rubric).members}
    assert set(ids(read(folder))) == drawn
    assert len(drawn) == 2

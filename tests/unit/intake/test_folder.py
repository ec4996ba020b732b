"""A folder of recordings and chats."""

import json
import os
from hashlib import blake2b
from pathlib import Path

import pytest

from qa_toolkit.domain.interaction import AudioSide, Interaction, Recording
from qa_toolkit.domain.problem import Problem
from qa_toolkit.errors import UsageError
from qa_toolkit.intake.folder import read_folder
from qa_toolkit.intake.found import Found
from qa_toolkit.intake.options import DEFAULT_OPTIONS, IntakeOptions

BY_NAME = IntakeOptions(filename_pattern=r"(?P<agent>[a-z]+)_(?P<id>\d+)")


def write(path: Path, content: str | bytes = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read(
    folder: Path, options: IntakeOptions = DEFAULT_OPTIONS
) -> tuple[list[Interaction], list[Problem]]:
    items = list(read_folder(folder, options))
    return (
        [item.interaction for item in items if isinstance(item, Found)],
        [item for item in items if isinstance(item, Problem)],
    )


def chat(interaction_id: str, text: str = "Hi") -> str:
    turns = [{"speaker": "customer", "text": text}]
    return json.dumps({"id": interaction_id, "agent": "dana", "turns": turns}) + "\n"


def test_metadata_tells_about_a_recording(tmp_path: Path) -> None:
    path = write(tmp_path / "call.wav", b"sound")
    write(
        tmp_path / "metadata.csv",
        "file,id,agent,agent_name,started_at,agent_side,direction\n"
        "call.wav,k-1,dana,Dana Price,2026-11-02T09:14:00Z,right,inbound\n",
    )
    (call,), problems = read(tmp_path)
    assert problems == []
    assert (call.id, call.agent.shown, str(call.started_at)) == (
        "k-1",
        "Dana Price",
        "2026-11-02 09:14:00+00:00",
    )
    assert call.content_hash == blake2b(b"sound", digest_size=16).hexdigest()
    assert call.recording
    assert (call.recording.path, call.recording.agent_side) == (str(path), AudioSide.RIGHT)
    assert call.extra == {"direction": "inbound"}


def test_a_name_tells_about_a_recording(tmp_path: Path) -> None:
    write(tmp_path / "dana_17.mp3", b"1")
    (call,), problems = read(tmp_path, BY_NAME)
    assert (call.id, call.agent.id, problems) == ("17", "dana", [])


def test_own_json_goes_before_metadata_and_that_before_the_name(tmp_path: Path) -> None:
    write(tmp_path / "dana_17.wav", b"1")
    write(tmp_path / "metadata.csv", "file,agent,team\ndana_17.wav,eli,North\n")
    write(tmp_path / "dana_17.json", '{"team": "South", "score": 3}')
    (call,), problems = read(tmp_path, BY_NAME)
    assert (call.id, call.agent.id, call.agent.team) == ("17", "eli", "South")
    assert call.extra == {"score": "3"}
    assert problems == []


def test_the_id_of_last_resort_is_the_path_without_its_suffix(tmp_path: Path) -> None:
    write(tmp_path / "north" / "call.1.wav", b"1")
    write(tmp_path / "metadata.json", '{"north/call.1.wav": {"agent": "dana"}}')
    assert [call.id for call in read(tmp_path)[0]] == ["north/call.1"]


@pytest.mark.parametrize("name", ["north/a.wav", "./north/a.wav", r"north\a.wav", "a.wav", "a"])
def test_a_row_finds_its_recording_by_path_or_name(tmp_path: Path, name: str) -> None:
    write(tmp_path / "north" / "a.wav", b"1")
    write(tmp_path / "Metadata.csv", f"File Name;Agent\n{name};dana\n")
    calls, problems = read(tmp_path)
    assert ([call.agent.id for call in calls], problems) == (["dana"], [])


def test_the_nearest_metadata_is_used(tmp_path: Path) -> None:
    write(tmp_path / "north" / "a.wav", b"1")
    write(tmp_path / "metadata.csv", "file,agent\na.wav,far\n")
    write(tmp_path / "north" / "metadata.csv", "file,agent\na.wav,near\n")
    (call,), problems = read(tmp_path)
    assert call.agent.id == "near"
    assert ["a.wav" in problem.message for problem in problems] == [True]


def test_dates_of_the_metadata_are_proven_together(tmp_path: Path) -> None:
    write(tmp_path / "a.wav", b"1")
    write(tmp_path / "b.wav", b"2")
    write(
        tmp_path / "metadata.csv",
        "file,agent,started_at\na.wav,dana,05/06/2026\nb.wav,dana,25/06/2026\n",
    )
    calls, problems = read(tmp_path)
    assert [call.started_at and call.started_at.month for call in calls] == [6, 6]
    assert problems == []


def test_an_unread_date_is_told_and_costs_only_the_date(tmp_path: Path) -> None:
    write(tmp_path / "a.wav", b"1")
    write(tmp_path / "b.wav", b"2")
    write(tmp_path / "b.json", '{"started_at": "someday"}')
    write(
        tmp_path / "metadata.csv",
        "file,agent,started_at\na.wav,dana,05/06/2026\nb.wav,dana,\n",
    )
    calls, problems = read(tmp_path)
    assert [call.started_at for call in calls] == [None, None]
    assert [problem.severity for problem in problems] == ["warning", "warning"]
    assert problems[0].place == f"{tmp_path / 'metadata.csv'}:2"


@pytest.mark.parametrize(
    ("metadata", "message", "line"),
    [
        ("file,agent\na.wav,dana\nlost.wav,eli\n", "no recording 'lost.wav'", 3),
        ("file,agent\na.wav,dana\na.wav,eli\n", "a second row for 'a.wav'; that of line 2", 3),
        ("file,agent\na.wav,dana\n,eli\n", "names no recording", 3),
        ("file,agent\na.wav,dana\nb.wav,eli,x\n", "3 cells where the header has 2", 3),
        (f"file,agent\na.wav,dana\n{'x' * 300},eli\n", "no recording 'xxx", 3),
    ],
    ids=["no such file", "twice", "no file", "too many cells", "impossible name"],
)
def test_a_wrong_row_of_the_metadata_is_told(
    tmp_path: Path, metadata: str, message: str, line: int
) -> None:
    write(tmp_path / "a.wav", b"1")
    write(tmp_path / "metadata.csv", metadata)
    (call,), (problem,) = read(tmp_path)
    assert call.agent.id == "dana"
    assert message in problem.message
    assert problem.line == line


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "not JSON"),
        ('"x"', "not a JSON array"),
        ("[1]", "entry 1: not a JSON object"),
        ('{"a.wav": []}', "entry a.wav: not a JSON object"),
        ('[{"agent": "dana"}]', "names no recording"),
        ("[" * 100_000, "nested too deeply"),
        ('{"a.wav": {"agent": NaN}, "b": ', "not JSON"),
        ("9" * 5000, "not JSON"),
    ],
)
def test_wrong_json_metadata_is_told(tmp_path: Path, content: str, message: str) -> None:
    write(tmp_path / "metadata.json", content)
    _, (problem,) = read(tmp_path)
    assert message in problem.message


def test_a_wrong_entry_of_json_metadata_does_not_cost_the_others(tmp_path: Path) -> None:
    write(tmp_path / "a.wav", b"1")
    write(tmp_path / "metadata.json", '[7, {"file": "a.wav", "agent": "dana", "tags": ["x"]}]')
    (call,), problems = read(tmp_path)
    assert (call.agent.id, call.extra, len(problems)) == ("dana", {"tags": '["x"]'}, 1)


@pytest.mark.parametrize(
    ("sidecar", "message"),
    [
        ("[]", "dana_1.json: not a JSON object"),
        ('{"language": "the usual"}', "is not a code"),
    ],
)
def test_a_wrong_side_car_keeps_the_recording_out(
    tmp_path: Path, sidecar: str, message: str
) -> None:
    write(tmp_path / "dana_1.wav", b"1")
    write(tmp_path / "dana_1.json", sidecar)
    calls, (problem,) = read(tmp_path, BY_NAME)
    assert calls == []
    assert message in problem.message


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ("agent_channel,middle", "agent_channel: 'middle' is no side; taken as not told"),
        ("channels,agent alien", "channels: 'alien' is no role; taken as not told"),
    ],
)
def test_audio_channels_told_wrongly_are_warned_of_and_cost_no_recording(
    tmp_path: Path, told: str, message: str
) -> None:
    column, value = told.split(",")
    write(tmp_path / "a.wav", b"1")
    write(tmp_path / "metadata.csv", f"file,agent,{column}\na.wav,dana,{value}\n")
    (call,), (problem,) = read(tmp_path)
    assert (problem.message, problem.severity) == (message, "warning")
    assert call.recording == Recording(path=(tmp_path / "a.wav").as_posix())


def test_metadata_says_whose_voice_each_audio_channel_carries(tmp_path: Path) -> None:
    write(tmp_path / "a.wav", b"1")
    row = "a.wav,dana,Agent customer agent,right"
    write(tmp_path / "metadata.csv", f"file,agent,channels,agent_channel\n{row}\n")
    (call,), _ = read(tmp_path)
    assert call.recording is not None
    assert [role.value for role in call.recording.channels] == ["agent", "customer", "agent"]
    assert call.recording.agent_side is AudioSide.RIGHT


def test_a_recording_without_an_agent_says_what_to_do(tmp_path: Path) -> None:
    path = write(tmp_path / "a.wav", b"1")
    calls, (problem,) = read(tmp_path)
    assert calls == []
    assert problem.source == str(path)
    assert "metadata.csv" in problem.hint


def test_an_empty_recording_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path / "dana_1.wav")
    _, (problem,) = read(tmp_path, BY_NAME)
    assert "0 bytes" in problem.message


def test_the_same_recording_twice_is_one_interaction(tmp_path: Path) -> None:
    first = write(tmp_path / "dana_1.wav", b"same")
    write(tmp_path / "dana_2.wav", b"same")
    (call,), (problem,) = read(tmp_path, BY_NAME)
    assert call.id == "1"
    assert problem.severity == "warning"
    assert f"same recording as {first}" in problem.message


def test_one_id_with_two_contents_keeps_the_first(tmp_path: Path) -> None:
    write(tmp_path / "dana_1.mp3", b"one")
    write(tmp_path / "dana_1.wav", b"two")
    (call,), (problem,) = read(tmp_path, BY_NAME)
    assert call.source.endswith(".mp3")
    assert problem.severity == "error"
    assert "id '1' has other content" in problem.message


def test_a_chat_in_two_files_is_one_interaction(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", chat("c-1") + chat("c-2"))
    write(tmp_path / "b.jsonl", chat("c-1"))
    chats, (problem,) = read(tmp_path)
    assert [one.id for one in chats] == ["c-1", "c-2"]
    assert problem.severity == "warning"
    assert f"{tmp_path / 'a.jsonl'}:1" in problem.message
    assert problem.place == f"{tmp_path / 'b.jsonl'}:1"


def test_chats_of_equal_words_and_different_ids_are_two(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", chat("c-1", "Hello?") + chat("c-2", "Hello?"))
    assert len(read(tmp_path)[0]) == 2


def test_files_are_read_in_sorted_order_whatever_their_kind(tmp_path: Path) -> None:
    for name in ("z_1.WAV", "b/b_2.opus", "a_3.gsm"):
        write(tmp_path / name, name.encode())
    write(tmp_path / "c.jsonl", chat("c-9"))
    write(tmp_path / "d.csv", "id,speaker,text,agent\nd-1,agent,Hi,dana\n")
    chats, problems = read(tmp_path, BY_NAME)
    assert [one.id for one in chats] == ["3", "2", "c-9", "d-1", "1"]
    assert problems == []


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("call.ra", "convert"),
        ("call.QCP", "convert"),
        ("call.g729", "convert"),
        ("chats.xlsx", "CSV"),
        ("calls.zip", "unpack"),
        ("chat.txt", ".jsonl"),
        ("lonely.json", "recording's name"),
        ("call", ".wav"),
    ],
)
def test_what_may_be_an_interaction_is_never_dropped(
    tmp_path: Path, name: str, remedy: str
) -> None:
    path = write(tmp_path / name, b"1")
    _, (problem,) = read(tmp_path)
    assert problem.source == str(path)
    assert "extension" in problem.message
    assert remedy in problem.hint


@pytest.mark.parametrize(
    "name",
    [".hidden.wav", ".git/a.wav", "~$chats.csv", "Thumbs.db", "README.txt", "notes.md", "qa.toml"],
)
def test_hidden_files_and_bystanders_are_passed_over(tmp_path: Path, name: str) -> None:
    write(tmp_path / name, b"1")
    assert read(tmp_path) == ([], [])


def test_links_out_of_the_folder_are_told_and_not_followed(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside" / "dana_1.wav", b"1")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "dana_2.wav").symlink_to(outside)
    (folder / "more").symlink_to(outside.parent)
    calls, problems = read(folder, BY_NAME)
    assert calls == []
    assert ["leads out" in problem.message for problem in problems] == [True, True]


def test_links_inside_the_folder_find_each_recording_once(tmp_path: Path) -> None:
    write(tmp_path / "north" / "dana_1.wav", b"1")
    (tmp_path / "again").symlink_to(tmp_path / "north")
    (tmp_path / "circle").symlink_to(tmp_path)
    (tmp_path / "dana_0.wav").symlink_to(tmp_path / "north" / "dana_1.wav")
    (call,), (problem,) = read(tmp_path, BY_NAME)
    assert call.id == "0"
    assert "same recording" in problem.message


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("missing.wav", "leads nowhere"),
        ("loop.wav", "leads nowhere"),
        ("x" * 300, "cannot be read: File name too long"),
    ],
    ids=["missing", "circle", "impossible"],
)
def test_a_link_that_leads_nowhere_is_told(tmp_path: Path, target: str, message: str) -> None:
    (tmp_path / "loop.wav").symlink_to(tmp_path / target)
    _, (problem,) = read(tmp_path, BY_NAME)
    assert message in problem.message


def test_metadata_outside_the_folder_is_not_read(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside.csv", "file,agent\na.wav,dana\n")
    write(tmp_path / "folder" / "a.wav", b"1")
    (tmp_path / "folder" / "metadata.csv").symlink_to(outside)
    calls, problems = read(tmp_path / "folder")
    assert calls == []
    assert ["leads out" in problem.message for problem in problems] == [True, False]


@pytest.mark.parametrize("name", ["dana_1.wav", "metadata.csv", "metadata.json"])
def test_a_pipe_is_not_opened(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    _, (problem,) = read(tmp_path, BY_NAME)
    assert "not read" in problem.message


@pytest.mark.parametrize("name", [b"dana_\xff.wav", b"dana_\x1b[2J.wav", b"dana_\n1.wav"])
def test_a_name_that_is_no_text_is_told(tmp_path: Path, name: bytes) -> None:
    Path(os.fsdecode(bytes(tmp_path) + b"/" + name)).write_bytes(b"1")
    _, (problem,) = read(tmp_path, BY_NAME)
    assert "no text" in problem.message
    assert problem.source.isprintable()


def test_a_single_recording_uses_the_metadata_beside_it(tmp_path: Path) -> None:
    path = write(tmp_path / "a.wav", b"1")
    write(tmp_path / "b.wav", b"2")
    write(tmp_path / "metadata.csv", "file,agent\na.wav,dana\nb.wav,eli\n")
    (call,), problems = read(path)
    assert (call.id, call.agent.id, problems) == ("a", "dana", [])


def test_a_single_chat_file_is_read(tmp_path: Path) -> None:
    write(tmp_path / "metadata.csv", "nonsense")
    assert [one.id for one in read(write(tmp_path / "c.jsonl", chat("c-1")))[0]] == ["c-1"]


def test_a_single_file_of_another_kind_is_told(tmp_path: Path) -> None:
    _, (problem,) = read(write(tmp_path / "README.md", "x"))
    assert "unknown extension '.md'" in problem.message


def test_a_recording_that_the_metadata_does_not_name_is_told(tmp_path: Path) -> None:
    write(tmp_path / "a.wav", b"1")
    write(tmp_path / "b.wav", b"2")
    write(tmp_path / "metadata.csv", "file,agent\na.wav,dana\n")
    (call,), (problem,) = read(tmp_path)
    assert call.id == "a"
    assert problem.source == str(tmp_path / "b.wav")


def test_a_row_of_a_file_that_cannot_be_used_is_not_called_lost(tmp_path: Path) -> None:
    write(tmp_path / "a.ra", b"1")
    write(tmp_path / "metadata.csv", "file,agent\na.ra,dana\n")
    _, (problem,) = read(tmp_path)
    assert "unknown extension" in problem.message


def test_a_path_that_cannot_be_looked_up_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_folder(tmp_path / ("x" * 300), DEFAULT_OPTIONS)


def test_a_missing_folder_is_a_usage_error_at_once(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no folder or file"):
        read_folder(tmp_path / "nowhere", DEFAULT_OPTIONS)


@pytest.mark.parametrize("pattern", ["(?P<agent>", "no groups", "(?P<a>x){99999999999}"])
def test_a_wrong_pattern_names_its_setting(tmp_path: Path, pattern: str) -> None:
    with pytest.raises(UsageError, match=r"intake\.filename_pattern"):
        read_folder(tmp_path, IntakeOptions(filename_pattern=pattern))


def test_a_wrong_time_zone_is_told_before_any_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"intake\.timezone"):
        read_folder(tmp_path, IntakeOptions(timezone="Mars"))


def test_the_pattern_may_include_the_suffix(tmp_path: Path) -> None:
    write(tmp_path / "17-dana.wav", b"1")
    options = IntakeOptions(filename_pattern=r"(?P<id>\d+)-(?P<agent>\w+)\.wav")
    assert [call.agent.id for call in read(tmp_path, options)[0]] == ["dana"]


def test_a_name_the_pattern_does_not_fit_tells_nothing(tmp_path: Path) -> None:
    write(tmp_path / "dana_17_copy.wav", b"1")
    write(tmp_path / "dana_18.wav", b"2")
    (call,), (problem,) = read(tmp_path, BY_NAME)
    assert call.id == "18"
    assert "names no agent" in problem.message


@pytest.mark.parametrize("wanted", ["", "sub/dana-17.wav"], ids=["folder", "file"])
def test_a_pattern_that_fits_no_name_at_all_is_told_once(tmp_path: Path, wanted: str) -> None:
    for number in (17, 18):
        write(tmp_path / f"sub/dana-{number}.wav", b"%d" % number)
    *_, last = read(tmp_path / wanted, BY_NAME)[1]
    assert last.message == "intake.filename_pattern fits no recording, such as 'dana-17.wav'"
    assert last.severity == "warning"


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?P<agent>([a-z]+-?)+)_(?P<id>\d+)",
        r"(?P<agent>(\w|\d)+)_(?P<id>\d+)",
        r"(?P<agent>((a?)b)*)",
        r"(?P<agent>(?:[)(]{1,2}\)){2,})",
    ],
    ids=["repeat in a repeat", "choice in a repeat", "deeper", "signs in sets and escapes"],
)
def test_a_pattern_that_could_take_for_ever_is_refused(tmp_path: Path, pattern: str) -> None:
    with pytest.raises(UsageError, match=r"intake\.filename_pattern repeats a group"):
        read_folder(tmp_path, IntakeOptions(filename_pattern=pattern))


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?P<agent>[a-z]+)_(?P<started_at>[0-9-]+)_(?P<id>.+)",
        r"(?P<agent>\w+)(-(?P<id>\d+))?",
        r"(?P<agent>\w+)_(?P<started_at>(?:\d{2}-){2}\d{4})",
        r"(?P<agent>[(a+)*]+)",
        r"(?P<agent>ann|bob)-\d+",
    ],
    ids=["three fields", "an optional part", "fixed lengths", "signs in a set", "a choice"],
)
def test_a_usual_pattern_is_taken(tmp_path: Path, pattern: str) -> None:
    assert read(tmp_path, IntakeOptions(filename_pattern=pattern)) == ([], [])


def test_recordings_that_differ_in_the_suffix_alone_are_both_kept(tmp_path: Path) -> None:
    write(tmp_path / "metadata.csv", "file,agent\ncall,dana\nother,dana\n")
    for number, name in enumerate(["call.mp3", "call.wav", "other.wav"]):
        write(tmp_path / name, b"%d" % number)
    calls, problems = read(tmp_path)
    assert [call.id for call in calls] == ["call.mp3", "call.wav", "other"]
    assert problems == []
    assert read(tmp_path / "call.wav")[0][0].id == "call.wav"


def test_ids_and_hashes_are_stable_over_reads(tmp_path: Path) -> None:
    write(tmp_path / "dana_1.wav", b"1")
    write(tmp_path / "c.jsonl", chat("c-1"))
    assert read(tmp_path, BY_NAME) == read(tmp_path, BY_NAME)

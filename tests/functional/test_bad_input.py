"""Bad input is normal: a clear message, nothing lost, everything else goes on."""

import os
import resource
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from commands import qa, qa_process
from projects import GOOD, chat_line, chats_project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = chats_project(tmp_path / "november")
    monkeypatch.chdir(folder)
    return folder


def add(name: str, content: str | bytes) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        data = content.encode() if isinstance(content, str) else content
        (folder / "chats" / name).write_bytes(data)

    return write


HEADER = "id,agent,speaker,text,at\n"


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        pytest.param(add("empty.wav", ""), "empty.wav", id="0 bytes"),
        pytest.param(add("movie.ra", "x"), "unknown extension '.ra'", id="unknown extension"),
        pytest.param(add("c.wav", b"RIFF"), "no agent", id="a recording without agent"),
        pytest.param(add("more.jsonl", "{"), "more.jsonl:1", id="half a line of JSON"),
        pytest.param(add("more.jsonl", chat_line("x", GOOD, "")), "more.jsonl:1", id="a chat without agent"),
        pytest.param(add("more.jsonl", chat_line("dana-1", GOOD[:2])), "dana-1", id="an id twice"),
        pytest.param(add("c.csv", "id,agent,text\n1,dana,Hi\n"), "speaker", id="a column missing"),
        pytest.param(add("c.csv", HEADER + "1,dana,boss,Hi,2026-11-02\n"), "c.csv:2", id="an unknown speaker"),
        pytest.param(add("c.csv", HEADER + "1,dana,agent,Hi,03/04/2026\n"), "date_order", id="a date of unknown order"),
        pytest.param(add("c.csv", HEADER.encode() + "1,dana,agent,café,2026-11-02\n".encode("latin-1")), "Windows-1252", id="Latin-1"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_named_and_the_rest_goes_on(
    project: Path, damage: Callable[[Path], None], told: str
) -> None:
    damage(project)
    ran = qa("run", "chats", "--json")
    assert ran.code in (0, 1)
    assert any(told in problem for problem in ran.json["left_out"])
    assert ran.json["scored"]["made"] >= 6


def test_a_byte_order_mark_is_no_part_of_the_first_column(project: Path) -> None:
    add("c.csv", b"\xef\xbb\xbf" + HEADER.encode() + b"1,dana,agent,Hello there,2026-11-02\n")(
        project
    )
    assert qa("import", "chats", "--json").json["new"] == 7


def test_a_message_of_a_megabyte_is_scored(project: Path) -> None:
    add("big.jsonl", chat_line("big", [*GOOD, ("agent", "thank you " * 100_000)]))(project)
    assert qa("run", "chats", "--json").json["scored"]["made"] == 7


def test_import_exits_1_when_something_could_not_be_used(project: Path) -> None:
    add("more.jsonl", "{")(project)
    ran = qa("import", "chats")
    assert ran.code == 1
    assert "6 new" in ran.out
    assert "more.jsonl:1" in ran.out


@pytest.mark.parametrize(
    ("args", "told"),
    [
        pytest.param(["run", "nowhere"], "no folder or file nowhere", id="no such folder"),
        pytest.param(["run"], "intake.paths", id="no folder named"),
        pytest.param(["score"], "qa sample draw", id="no sample yet"),
        pytest.param(["export"], "qa sample draw", id="nothing to export"),
        pytest.param(["score", "-"], "--jsonl go together", id="lines without --jsonl"),
        pytest.param(["transcribe", "a.wav"], "--jsonl go together", id="files without --jsonl"),
        pytest.param(["transcribe", "--jsonl"], "--jsonl go together", id="--jsonl without files"),
        pytest.param(["list", "--state", "passed"], "not_scored", id="no such state"),
        pytest.param(["demo", "chats"], "holds something else", id="a demo over a folder"),
        pytest.param(["score", "none.jsonl", "--jsonl"], "none.jsonl", id="no such file of lines"),
        pytest.param(
            ["run", "chats", "--rubric", "none"],
            "compliance, mystery_visit, service",
            id="no such rubric",
        ),
        pytest.param(["run", "chats", "--to", "x.docx"], ".docx", id="no such format"),
        pytest.param(["sample", "draw", "--size", "0"], "--size", id="a size of 0"),
        pytest.param(["list", "--project", "chats"], "chats is not a project", id="no project"),
        pytest.param(["rubric", "check", "none.yaml"], "none.yaml", id="no such rubric file"),
        pytest.param(["rubric", "check", "chats"], "chats", id="no rubric in the folder"),
        pytest.param(["rubric", "test", "alone.yaml"], "no cases", id="a rubric without cases"),
        pytest.param(["transcribe", "--agent-channel", "up"], "left", id="no such side"),
    ],
)
def test_wrong_use_is_told_with_a_remedy_and_exits_2(
    project: Path, args: list[str], told: str
) -> None:
    shutil.copyfile(project / "rubrics" / "service.yaml", project / "alone.yaml")
    ran = qa(*args)
    assert ran.code == 2
    assert told in ran.err
    assert "Traceback" not in ran.err


def test_when_nothing_can_be_imported_the_reasons_are_told(project: Path) -> None:
    (project / "empty").mkdir()
    (project / "empty" / "call.wav").write_bytes(b"RIFF")
    ran = qa("run", "empty")
    assert ran.code == 2
    assert "empty/call.wav" in ran.err
    assert "metadata.csv" in ran.err


def test_a_folder_without_interactions_is_told(project: Path) -> None:
    (project / "empty").mkdir()
    assert "no recordings or chats there" in qa("import", "empty").out


@pytest.mark.parametrize("target", ["chats/chats.jsonl.csv", "chats", ".", "november.csv"])
def test_an_export_never_overwrites_what_was_imported(project: Path, target: str) -> None:
    add("chats.jsonl.csv", HEADER + "1,dana,agent,Hi there,2026-11-02\n")(project)
    (project / "chats" / "chats.jsonl.csv").rename(project / "november.csv")
    add("chats.jsonl.csv", HEADER + "2,dana,agent,Hi you,2026-11-02\n")(project)
    qa("import", "chats", "november.csv")
    before = (project / "november.csv").read_bytes()
    ran = qa("run", "chats", "--to", target)
    assert ran.code == 2
    assert "holds what was imported, or is this very folder" in ran.err
    assert (project / "november.csv").read_bytes() == before


def test_errors_of_one_filter_go_through_the_next(project: Path) -> None:
    (project / "text.wav").write_text("no sound")
    said = qa("transcribe", "text.wav", "", "--jsonl")
    assert [line["id"] for line in said.lines] == ["text", "."]
    ran = qa("score", "-", "--jsonl", stdin=said.out.encode())
    assert (ran.code, ran.lines) == (1, said.lines)


def test_a_terminal_that_cannot_show_a_character_is_no_error(project: Path) -> None:
    qa("import", "chats")
    ran = qa_process("list", cwd=project, env=os.environ | {"PYTHONIOENCODING": "ascii"})
    assert (ran.code, ran.err) == (0, "")


def test_a_closed_standard_input_is_told(project: Path) -> None:
    shell = f"{shlex.quote(sys.executable)} -m qa_toolkit score - --jsonl <&-"
    ran = subprocess.run(
        ["bash", "-c", shell], cwd=project, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 2
    assert "standard input is closed" in ran.stderr


def test_outside_a_project_the_remedy_is_told(tmp_path: Path) -> None:
    ran = qa_process("list", cwd=tmp_path)
    assert ran.code == 2
    assert "qa init" in ran.err


def test_a_broken_rubric_stops_the_run_with_all_its_problems(project: Path) -> None:
    path = project / "rubrics" / "service.yaml"
    path.write_text(path.read_text().replace("title: Empathy", "titel: Empathy"))
    ran = qa("run", "chats")
    assert ran.code == 2
    assert "unknown key 'titel', did you mean 'title'? [R003]" in ran.err


def test_a_missing_model_is_told_and_exits_3(project: Path) -> None:
    ran = qa("transcribe", "x.wav", "--jsonl", "--model", project / "chats")
    assert ran.code == 3
    assert "chats" in ran.err


def test_recordings_that_hold_no_sound_fail_alone(project: Path) -> None:
    folder = project / "calls"
    folder.mkdir()
    (folder / "text.wav").write_text("this is no audio\n" * 50)
    (folder / "noise.mp3").write_bytes(os.urandom(5000))
    (folder / "metadata.csv").write_text("file,agent\ntext.wav,dana\nnoise.mp3,dana\n")
    ran = qa("run", "chats", "calls", "--json")
    assert ran.code == 1
    assert ran.json["scored"]["made"] == 6
    assert (
        sum("text.wav" in problem or "noise.mp3" in problem for problem in ran.json["left_out"])
        == 2
    )
    failed = qa("list", "--state", "failed", "--json").json
    assert {row["id"] for row in failed} == {"text", "noise"}


def test_a_full_disk_is_told_in_one_line_and_the_next_run_finishes(project: Path) -> None:
    qa("import", "chats")
    limit = 100_000  # bytes of one file: less than a run writes into the journal of its database
    ran = qa_process(
        "run", "chats", cwd=project,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )  # fmt: skip
    assert ran.code == 3
    assert "error: " in ran.err
    assert "Traceback" not in ran.err
    assert qa("run", "chats", "--json").json["sample"]["drawn"] == 6


def test_a_folder_that_cannot_be_written_is_told_in_one_line(tmp_path: Path) -> None:
    ran = qa_process("init", "/proc/qa", cwd=tmp_path)
    assert ran.code == 3
    assert "/proc/qa: cannot be written" in ran.err


def test_an_export_that_cannot_be_written_is_told_in_one_line(project: Path) -> None:
    ran = qa("run", "chats", "--to", "/proc/team.xlsx")
    assert ran.code == 3
    assert "/proc/team.xlsx" in ran.err
    assert "Traceback" not in ran.err


def test_a_database_of_rubbish_is_told(project: Path) -> None:
    (project / "qa.db").write_text("rubbish " * 1000)
    ran = qa("list")
    assert ran.code == 3
    assert "not a database" in ran.err


def test_a_reader_that_goes_away_is_no_error(project: Path) -> None:
    (project / "all.jsonl").write_text((project / "chats" / "chats.jsonl").read_text() * 300)
    command = [sys.executable, "-m", "qa_toolkit", "score", "all.jsonl", "--jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as scorer:
        assert scorer.stdout
        assert scorer.stderr
        scorer.stdout.readline()
        scorer.stdout.close()
        assert scorer.stderr.read() == b""

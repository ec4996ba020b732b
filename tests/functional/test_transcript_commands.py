"""`qa transcript show | export` and `qa search`, and transcripts that others made."""

from pathlib import Path

import pytest
from commands import Ran, qa
from projects import chats_project
from spoken import call, document

from qa_toolkit.store import interactions, open_database
from qa_toolkit.transcripts.json import as_json
from qa_toolkit.workflow.project import init_project

SNAPSHOT = Path(__file__).with_name("transcript.txt")
VTT = (
    "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Agent>I'll see to your refund.\n\n"
    "00:03.000 --> 00:04.500\n<v Customer>Refund? I want the tree.\n"
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with six chats, and the call of `spoken`."""
    folder = chats_project(tmp_path / "november")
    monkeypatch.chdir(folder)
    assert qa("import", "chats").code == 0
    database = open_database(folder / "qa.db")
    shown = document()
    interactions.add(database, [(shown.interaction, shown.transcript)])
    database.close()
    return folder


def imported(folder: Path, monkeypatch: pytest.MonkeyPatch, **files: str) -> Ran:
    init_project(folder)
    monkeypatch.chdir(folder)
    (folder / "calls").mkdir()
    for name, content in files.items():
        (folder / "calls" / name.replace("__", ".")).write_text(content)
    return qa("import", "calls")


def test_show_looks_as_it_did(project: Path) -> None:
    """After a change of the layout: write what it says into tests/functional/transcript.txt."""
    assert qa("transcript", "show", "call-17").out == SNAPSHOT.read_text(encoding="utf-8")


def test_show_gives_json_to_programs(project: Path) -> None:
    value = qa("transcript", "show", "call-17", "--json").json
    assert (value["id"], value["segments"][0]["speaker"]) == ("call-17", "agent")


def test_show_of_a_chat_has_its_times_and_no_events(project: Path) -> None:
    lines = qa("transcript", "show", "dana-1").out.splitlines()
    assert lines[0] == "dana-1"
    assert lines[-1].startswith("   2:00  Agent: You're welcome.")
    assert "──" not in "".join(lines)


@pytest.mark.parametrize("args", [("show", "nobody"), ("export", "nobody"), ("export",)])
def test_what_is_not_there_is_a_mistake_of_use(project: Path, args: tuple[str, ...]) -> None:
    ran = qa("transcript", *args)
    assert ran.code == 2
    assert "error: " in ran.err


@pytest.mark.parametrize("name", ["txt", "vtt", "srt", "json", "html"])
def test_export_writes_what_the_name_of_the_file_says(project: Path, name: str) -> None:
    ran = qa("transcript", "export", "call-17", "--to", f"out/call.{name}")
    assert (ran.code, ran.out.strip()) == (0, f"out/call.{name}")
    direct = qa("transcript", "export", "call-17", "--format", name)
    assert (project / "out" / f"call.{name}").read_text(encoding="utf-8") == direct.out


def test_export_of_several_fills_a_folder(project: Path) -> None:
    ran = qa("transcript", "export", "call-17", "dana-1", "--format", "txt", "--to", "out")
    assert ran.out == "2 transcripts in out\n"
    assert sorted(path.name for path in (project / "out").iterdir()) == [
        "call-17.txt",
        "dana-1.txt",
    ]


def test_an_unknown_id_among_several_is_told_before_anything_is_written(project: Path) -> None:
    ran = qa("transcript", "export", "call-17", "nobody", "--format", "txt", "--to", "out")
    assert (ran.code, "'nobody'" in ran.err) == (2, True)
    assert not (project / "out").exists()


def test_an_id_that_was_probably_meant_is_named(project: Path) -> None:
    assert "did you mean 'call-17'?" in qa("transcript", "export", "call-18").err


def test_a_doubtful_call_is_doubtful_after_export_and_import(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = document(call(doubt="language or audio doubtful", role_confidence=0.61))
    files = {"a__json": as_json(shown), "metadata__csv": "file,agent\na,dana\n"}
    assert imported(tmp_path, monkeypatch, **files).code == 0
    read = qa("transcript", "show", "a", "--json").json
    assert (read["doubt"], read["role_confidence"]) == ("language or audio doubtful", 0.61)
    assert read["signals"]["holds"]


def test_one_goes_into_a_folder_too(project: Path) -> None:
    assert qa("transcript", "export", "call-17", "--format", "srt", "--to", "out/").code == 0
    assert (project / "out" / "call-17.srt").is_file()


def test_export_of_a_sample_writes_all_its_interactions(project: Path) -> None:
    drawn = qa("sample", "draw", "--per-agent", "2", "--seed", "1", "--json")
    assert drawn.code == 0
    assert qa("transcript", "export", "--sample", drawn.json["id"], "--to", "out").code == 0
    assert len(list((project / "out").glob("*.txt"))) == 4


def test_several_do_not_fit_on_standard_output(project: Path) -> None:
    assert qa("transcript", "export", "call-17", "dana-1").code == 2


def test_an_export_never_replaces_what_was_imported(project: Path) -> None:
    before = (project / "chats" / "chats.jsonl").read_bytes()
    ran = qa("transcript", "export", "dana-1", "--format", "txt", "--to", "chats/chats.jsonl")
    assert ran.code == 2
    assert (project / "chats" / "chats.jsonl").read_bytes() == before


def test_an_export_is_never_put_where_the_next_import_would_take_it_for_words(
    project: Path,
) -> None:
    ran = qa("transcript", "export", "call-17", "--to", "chats/call-17.srt")
    assert ran.code == 2
    assert not (project / "chats" / "call-17.srt").exists()


def test_interactions_without_words_do_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"a__wav": "sound", "b__vtt": VTT, "metadata__csv": "file,agent\na,dana\nb,dana\n"}
    assert imported(tmp_path, monkeypatch, **files).code == 0
    ran = qa("transcript", "export", "a", "b", "--format", "vtt", "--to", "out")
    assert ran.code == 1
    assert "'a' has no words yet" in ran.out
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["b.vtt"]


def test_a_page_names_the_recording_where_it_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"a b__wav": "sound", "a b__vtt": VTT, "metadata__csv": "file,agent\na b,dana\n"}
    assert imported(tmp_path, monkeypatch, **files).code == 0
    assert qa("transcript", "export", "a b", "--to", "pages/call.html").code == 0
    page = (tmp_path / "pages" / "call.html").read_text(encoding="utf-8")
    assert 'src="../calls/a%20b.wav"' in page


def test_a_transcript_alone_is_scored_like_any_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"a__vtt": VTT, "metadata__csv": "file,agent\na,dana\n"}
    assert imported(tmp_path, monkeypatch, **files).out.startswith("1 new")
    assert qa("sample", "draw", "--size", "1").code == 0
    assert qa("score").code == 0
    assert qa("list", "--json").json[0]["state"] in ("pass", "fail", "not_scored")


def test_a_recording_with_a_transcript_is_scored_without_being_transcribed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The recording here is no sound at all."""
    files = {"a__wav": "sound", "a__vtt": VTT, "metadata__csv": "file,agent\na,dana\n"}
    assert imported(tmp_path, monkeypatch, **files).code == 0
    assert qa("sample", "draw", "--size", "1").code == 0
    monkeypatch.setenv("QA_TRANSCRIBE_MODEL", "no-such-model")
    ran = qa("transcribe", "--json")
    assert (ran.code, ran.json["made"], ran.json["known"]) == (0, 0, 1)
    assert qa("score").code == 0
    assert qa("search", "refund", "--json").json["total"] == 2


def test_search_finds_what_was_said_and_by_whom(project: Path) -> None:
    ran = qa("search", "apple", "tree*")
    assert ran.out.splitlines() == [
        "call-17 · turn 2 · 0:09 · customer · Dana Price · 2026-11-02",
        "    Hi. I ordered two apple trees in October and only one of them came.",
        "1 turn",
    ]


def test_search_can_be_narrowed(project: Path) -> None:
    said = qa("search", "courier", "--json").json
    by_dana = qa("search", "courier", "--json", "--agent", "DANA", "--speaker", "agent").json
    assert said["total"] > by_dana["total"] > 0
    assert {hit["agent"] for hit in by_dana["hits"]} == {"dana"}
    assert qa("search", "tree", "--until", "2026-11-02", "--json").json["total"] == 1
    assert qa("search", "tree", "--until", "2026-11-01", "--json").json["total"] == 0
    assert qa("search", "tree", "--since", "2026-11-03", "--json").json["total"] == 0


def test_search_shows_hours_as_the_transcript_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = "WEBVTT\n\n01:15:03.000 --> 01:15:04.000\n<v Agent>I will refund it.\n"
    files = {"b__vtt": late, "metadata__csv": "file,agent\nb,dana\n"}
    assert imported(tmp_path, monkeypatch, **files).code == 0
    assert " · 1:15:03 · " in qa("search", "refund").out
    assert "1:15:03  Agent: I will" in qa("transcript", "show", "b").out


def test_search_marks_the_words_in_the_snippet(project: Path) -> None:
    (hit,) = qa("search", "warehouse", "--json").json["hits"]
    ((start, end),) = hit["marks"]
    assert hit["snippet"][start:end] == "warehouse"
    assert (hit["id"], hit["turn"], hit["start_s"]) == ("call-17", 4, 19.5)


def test_search_shows_the_best_and_says_how_many_there_are(project: Path) -> None:
    assert qa("search", "parcel", "--limit", "2").out.splitlines()[-1] == (
        "6 turns, the best 2 shown"
    )


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("&",), "there is no word in '&'"),
        (("tree", "--agent", "zoe"), "there is no agent 'zoe'"),
        (("tree", "--since", "soon"), "--since is not a date: 'soon'"),
    ],
)
def test_search_says_what_it_cannot_do(project: Path, args: tuple[str, ...], message: str) -> None:
    ran = qa("search", *args)
    assert (ran.code, message in ran.err) == (2, True)


def test_search_for_what_nobody_said_finds_nothing(project: Path) -> None:
    assert qa("search", "zeppelin").out == "0 turns\n"

"""Doing a thing again, after files, settings or rubrics have changed."""

import json
from pathlib import Path

import pytest
from commands import qa
from projects import GOOD, add_recordings, chat_line, chats_project

from qa_toolkit.store import interactions, open_database


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = chats_project(tmp_path / "november")
    (folder / "calls").mkdir()
    monkeypatch.chdir(folder)
    return folder


def call(folder: Path, name: str, sound: bytes) -> None:
    (folder / "calls" / f"{name}.wav").write_bytes(sound)
    rows = sorted(path.name for path in (folder / "calls").glob("*.wav"))
    lines = ["file,agent", *(f"{row},{row.split('-')[0]}" for row in rows)]
    (folder / "calls" / "metadata.csv").write_text("\n".join(lines))


def known(folder: Path) -> dict[str, tuple[str, str]]:
    """Id → agent and file name of every recording the project knows."""
    database = open_database(folder / "qa.db")
    found = {
        item.id: (item.agent.id, Path(item.recording.path).name)
        for item in interactions.all_of(database)
        if item.recording
    }
    database.close()
    return found


def test_recordings_that_changed_places_are_taken_as_they_are_now(project: Path) -> None:
    call(project, "dana-1", b"one")
    call(project, "eli-2", b"two")
    qa("import", "calls")
    call(project, "dana-1", b"two")
    call(project, "eli-2", b"one")
    assert qa("import", "calls", "--json").json["changed"] == ["dana-1", "eli-2"]


def test_a_renamed_recording_stays_the_interaction_it_was(project: Path) -> None:
    call(project, "dana-1", b"one")
    qa("import", "calls")
    (project / "calls" / "dana-1.wav").unlink()
    call(project, "eli-9", b"one")
    assert qa("import", "calls", "--json").json["new"] == 0
    assert known(project) == {"dana-1": ("eli", "eli-9.wav")}


def test_a_copy_of_a_recording_is_told_and_counts_once(project: Path) -> None:
    call(project, "dana-1", b"one")
    qa("import", "calls")
    call(project, "eli-9", b"one")
    ran = qa("import", "calls")
    assert "same recording as" in ran.out
    assert known(project) == {"dana-1": ("dana", "dana-1.wav")}


def test_what_was_mended_is_no_longer_left_out_whatever_was_named_beside_it(project: Path) -> None:
    extra = project / "chats" / "extra.jsonl"
    extra.write_text("{")
    qa("import", "chats")
    (project / "calls" / "x.ra").write_text("x")
    qa("import", "chats", "calls")
    extra.write_text(chat_line("extra", GOOD))
    left = qa("run", "chats", "calls", "--json").json["left_out"]
    assert len(left) == 1
    assert "x.ra" in left[0]


def test_a_chat_that_turns_out_to_be_an_email_is_scored_again(project: Path) -> None:
    qa("run", "chats")
    lines = (project / "chats" / "chats.jsonl").read_text().splitlines()
    lines[0] = json.dumps(json.loads(lines[0]) | {"channel": "email"})
    (project / "chats" / "chats.jsonl").write_text("\n".join(lines))
    assert qa("run", "chats", "--json").json["scored"] == {"made": 1, "known": 5}


def test_one_more_chat_is_one_more_score(project: Path) -> None:
    qa("run", "chats")
    (project / "chats" / "more.jsonl").write_text(chat_line("dana-9", GOOD))
    assert qa("run", "chats", "--json").json["scored"] == {"made": 1, "known": 6}


def test_more_interactions_are_a_new_draw_with_a_new_seed(project: Path) -> None:
    first = qa("run", "chats", "--json").json["sample"]
    (project / "chats" / "more.jsonl").write_text(chat_line("dana-9", GOOD))
    assert qa("run", "chats", "--json").json["sample"]["seed"] != first["seed"]


def test_a_visit_that_is_kept_out_stands_in_the_next_manifest(project: Path) -> None:
    qa("import", "chats")
    qa("sample", "draw", "--seed", "a")
    (project / "chats" / "v.jsonl").write_text(chat_line("v", GOOD, channel="visit"))
    qa("import", "chats")
    drawn = qa("sample", "draw", "--seed", "a", "--json").json
    assert [exclusion["count"] for exclusion in drawn["exclusions"]] == [1]
    assert qa("sample", "verify").code == 0


def test_a_changed_rubric_makes_new_scorecards_beside_the_old(project: Path) -> None:
    qa("run", "chats")
    rubric = project / "rubrics" / "service.yaml"
    rubric.write_text(rubric.read_text().replace("pass_mark: 60", "pass_mark: 95", 1))
    again = qa("run", "chats", "--json").json
    assert again["scored"] == {"made": 6, "known": 0}
    assert again["outcomes"] == {"fail": 6}


def test_a_rubric_named_on_the_command_line_lies_where_the_user_is(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.yaml").write_text((project / "rubrics" / "service.yaml").read_text())
    monkeypatch.chdir(tmp_path)
    assert qa("run", project / "chats", "--rubric", "mine.yaml", "--project", project).code == 0


def test_exports_do_not_depend_on_where_a_run_was_started(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "chats" / "bad.jsonl").write_text("{")
    qa("run", "chats", "--seed", "a", "--to", "here.json")
    monkeypatch.chdir(tmp_path)
    qa("run", "november/chats", "--seed", "a", "--to", "there.json", "--project", "november")
    assert (project / "here.json").read_bytes() == (tmp_path / "there.json").read_bytes()
    assert b"chats/bad.jsonl" in (project / "here.json").read_bytes()


def test_a_target_of_no_format_is_refused_before_any_work(project: Path) -> None:
    assert qa("run", "chats", "--to", "x.docx").code == 2
    assert qa("list", "--json").json == []


def test_when_nothing_can_be_scored_the_reasons_are_told(project: Path) -> None:
    call(project, "dana-1", b"no sound")
    ran = qa("run", "calls")
    assert ran.code == 1
    assert "calls/dana-1.wav: not a recording" in ran.out
    assert "exports" not in ran.out


def test_a_new_id_for_a_known_recording_brings_its_metadata_and_keeps_the_old_id(
    project: Path,
) -> None:
    call(project, "wrong-1", b"one")
    qa("import", "calls")
    (project / "calls" / "metadata.csv").write_text("file,id,agent\nwrong-1.wav,T-1,right\n")
    qa("import", "calls")
    assert known(project) == {"wrong-1": ("right", "wrong-1.wav")}


def test_the_same_id_in_another_file_is_a_conflict_also_in_a_later_import(project: Path) -> None:
    qa("import", "chats")
    (project / "later").mkdir()
    (project / "later" / "tuesday.jsonl").write_text(chat_line("dana-1", GOOD[:2], "bob"))
    ran = qa("import", "later")
    assert ran.code == 1
    assert "the id 'dana-1' has other content in chats/chats.jsonl:1" in ran.out


def test_a_whole_project_folder_can_be_read_without_its_own_exports(project: Path) -> None:
    qa("run", ".")
    assert qa("run", ".", "--json").json["left_out"] == []


@pytest.mark.whisper
@pytest.mark.slow
def test_a_recording_that_was_put_back_is_transcribed_by_the_next_run(project: Path) -> None:
    recording = add_recordings(project, "call-0002.flac") / "call-0002.flac"
    qa("import", "recordings")
    qa("sample", "draw")
    sound = recording.read_bytes()
    recording.unlink()
    ran = qa("transcribe")
    assert ran.code == 1
    assert "recordings/call-0002.flac" in ran.out
    recording.write_bytes(sound)
    again = qa("transcribe", "--json").json
    assert (again["made"], again["failures"]) == (1, [])
    assert qa("list", "--state", "failed", "--json").json == []


@pytest.mark.whisper
@pytest.mark.slow
def test_a_recording_changed_since_the_import_is_never_taken_for_the_old_one(project: Path) -> None:
    recordings = add_recordings(project, "call-0002.flac", "call-0007.gsm")
    qa("import", "recordings")
    qa("sample", "draw")
    (recordings / "call-0007.gsm").write_bytes(b"other bytes than were imported")
    ran = qa("transcribe")
    assert ran.code == 1
    assert "changed since it was imported" in ran.out


@pytest.mark.whisper
@pytest.mark.slow
def test_words_made_under_other_settings_are_not_scored_for_those_that_failed(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_recordings(project, "call-0002.flac")
    assert qa("run", "recordings", "--json").json["scored"]["made"] == 1
    monkeypatch.setenv("QA_TRANSCRIBE_ENGINE", "http")  # and nobody listens there
    monkeypatch.setenv("QA_TRANSCRIBE_ENDPOINT", "http://localhost:9/v1")
    failed = qa("run", "recordings", "--json").json
    assert (failed["outcomes"], len(failed["left_out"])) == ({}, 1)
    monkeypatch.delenv("QA_TRANSCRIBE_ENGINE")
    again = qa("run", "recordings", "--json").json
    assert (again["transcribed"]["made"], again["transcribed"]["known"]) == (0, 1)
    assert again["left_out"] == []

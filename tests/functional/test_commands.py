"""Every command on a small project of written chats."""

import json
import shutil
from pathlib import Path

import pytest
from commands import qa
from projects import GOOD, POOR, chat_line, chats_project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = chats_project(tmp_path / "november")
    monkeypatch.chdir(folder)
    return folder


def test_init_makes_a_project_and_leaves_alone_what_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert qa("init", "november").code == 0
    (tmp_path / "november" / "qa.toml").write_text("[sample]\nsize = 1\n")
    qa("init", "november")
    assert (tmp_path / "november" / "qa.toml").read_text() == "[sample]\nsize = 1\n"
    assert (tmp_path / "november" / "rubrics" / "service.yaml").is_file()


def test_run_goes_the_whole_way_and_says_what_to_open(project: Path) -> None:
    ran = qa("run", "chats", "--per-agent", "2", "--seed", "7")
    assert ran.code == 0
    assert "6 new interactions" in ran.out
    assert "4 of 6 (2 of each agent, seed 7" in ran.out
    for name in ("scorecards.xlsx", "pages/index.html", "scorecards.json", "scorecards.csv"):
        assert (project / "exports" / name).is_file()
        assert f"exports/{name}" in ran.out


def test_run_again_does_nothing_twice(project: Path) -> None:
    qa("run", "chats")
    again = qa("run", "chats", "--json").json
    assert again["imported"] == {"new": 0, "changed": [], "unchanged": 6}
    assert again["scored"] == {"made": 0, "known": 6}


def test_run_without_a_seed_goes_on_with_the_sample_it_began(project: Path) -> None:
    first, second = (qa("run", "chats", "--per-agent", "1", "--json").json for _ in range(2))
    assert first["sample"] == second["sample"]


def test_a_changed_chat_is_noticed_and_scored_again(project: Path) -> None:
    qa("run", "chats")
    lines = (project / "chats" / "chats.jsonl").read_text().splitlines()
    lines[0] = chat_line("dana-1", GOOD[:-1])
    (project / "chats" / "chats.jsonl").write_text("\n".join(lines))
    again = qa("run", "chats", "--json").json
    assert again["imported"]["changed"] == ["dana-1"]
    assert again["scored"]["made"] == 1


def test_the_steps_one_by_one_give_the_same_as_run(project: Path, tmp_path: Path) -> None:
    qa("import", "chats")
    qa("sample", "draw", "--per-agent", "2", "--seed", "7")
    qa("transcribe")
    qa("score")
    qa("export", "--to", tmp_path / "steps.json")
    qa("run", "chats", "--per-agent", "2", "--seed", "7", "--to", tmp_path / "run.json")
    assert (tmp_path / "steps.json").read_bytes() == (tmp_path / "run.json").read_bytes()


def test_same_seed_same_sample_and_anyone_can_verify_it(project: Path) -> None:
    qa("import", "chats")
    draws = [
        qa("sample", "draw", "--size", "3", "--seed", seed, "--json").json
        for seed in ("a", "a", "b")
    ]
    assert draws[0] == draws[1]
    assert draws[0]["members"] != draws[2]["members"]
    assert "verified: 3 of 6" in qa("sample", "verify", "--sample", draws[0]["id"]).out


def test_a_sample_that_no_longer_fits_is_told(project: Path) -> None:
    qa("import", "chats")
    qa("sample", "draw", "--size", "3", "--seed", "a")
    with (project / "chats" / "chats.jsonl").open("a") as chats:
        chats.write(chat_line("fay-1", GOOD, "fay"))
    qa("import", "chats")
    ran = qa("sample", "verify")
    assert ran.code == 1
    assert "frame" in ran.out


def test_a_size_on_the_command_line_overrules_the_files_number_per_agent(project: Path) -> None:
    qa("import", "chats")
    assert qa("sample", "draw", "--size", "3", "--json").json["plan"]["per_agent"] is None


def test_list_shows_how_far_each_interaction_has_come(project: Path) -> None:
    qa("import", "chats")
    assert {row["state"] for row in qa("list", "--json").json} == {"found"}
    qa("run", "chats")
    states = {row["id"]: row["state"] for row in qa("list", "--json").json}
    assert (states["dana-1"], states["dana-2"]) == ("pass", "fail")
    assert "dana-1" in qa("list", "--state", "pass").out


def test_a_good_chat_beats_a_poor_one(project: Path) -> None:
    lines = f"{chat_line('good', GOOD)}\n{chat_line('poor', POOR)}\n".encode()
    good, poor = qa("score", "-", "--jsonl", stdin=lines).lines
    assert (good["outcome"], poor["outcome"]) == ("pass", "fail")
    assert all(good["scores"][name] > poor["scores"][name] for name in ("empathy", "ownership"))


def test_a_bad_line_gives_an_error_and_the_others_are_scored() -> None:
    lines = ["not json", chat_line("good", GOOD), '{"id": "no turns"}', "", chat_line("b", GOOD)]
    ran = qa("score", "-", "--jsonl", stdin="\n".join(lines).encode())
    assert ran.code == 1
    assert [line.get("id", line.get("line")) for line in ran.lines] == [1, "good", 3, "b"]
    assert all(line["error"]["message"] for line in ran.lines if "line" in line)


def test_a_line_of_broken_bytes_is_an_error_of_its_own() -> None:
    ran = qa("score", "-", "--jsonl", stdin=b"\xff\xfe\x00\n" + chat_line("ok", GOOD).encode())
    assert (ran.code, ran.lines[1]["outcome"]) == (1, "pass")


def test_every_quote_of_a_result_stands_in_its_turn() -> None:
    (result,) = qa("score", "-", "--jsonl", stdin=chat_line("good", GOOD).encode()).lines
    found = [item for c in result["criteria"].values() for item in c["evidence"]]
    assert found
    for item in found:
        assert GOOD[item["turn"]][1][item["start"] : item["end"]] == item["quote"]


def test_what_a_transcript_doubts_is_not_scored() -> None:
    line = chat_line("x", GOOD, channel="call", doubt="language or audio doubtful")
    (result,) = qa("score", "-", "--jsonl", stdin=line.encode()).lines
    assert (result["overall"], result["outcome"]) == (None, "not_scored")
    assert {c["status"] for c in result["criteria"].values()} <= {"needs_review", "not_applicable"}


def test_config_shows_each_value_with_its_source(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QA_TRANSCRIBE_LANGUAGE", "de")
    rows = {
        row["name"]: (row["value"], row["source"]) for row in qa("config", "show", "--json").json
    }
    assert rows["transcribe.language"] == ("de", "QA_TRANSCRIBE_LANGUAGE")
    assert rows["sample.per_agent"] == ("5", str(project / "qa.toml"))
    assert rows["run.workers"] == ("0", "default")


def test_doctor_says_which_model_and_which_project(project: Path) -> None:
    found = {item["what"]: item for item in qa("doctor", "--json").json}
    assert found["project"]["told"] == str(project)
    assert found["speech model"]["told"].startswith("tiny.en@1a5afae0")
    assert "✓ speech model" in qa("doctor").out


def test_rubric_check_tells_every_problem_and_exits_1(project: Path) -> None:
    assert qa("rubric", "check", "rubrics").code == 0
    path = project / "rubrics" / "service.yaml"
    path.write_text(path.read_text().replace("pass_mark", "pas_mark", 1))
    ran = qa("rubric", "check", path, "--json")
    assert ran.code == 1
    assert [(p["code"], p["message"]) for p in ran.json["findings"]] == [
        ("R003", "unknown key 'pas_mark', did you mean 'pass_mark'?")
    ]


def test_rubric_test_shows_a_failing_case_with_its_dialogue(project: Path) -> None:
    cases = project / "rubrics" / "cases" / "service"
    shutil.rmtree(cases, ignore_errors=True)
    cases.mkdir(parents=True)
    said = "[0] C: It is here.\\n[9] A: Thank you, that is all I wanted to know about it."
    (cases / "mine.yaml").write_text(
        "criterion: politeness.courtesy\ncases:\n"
        f'  right: {{said: "{said}", rating: 1}}\n'
        f'  wrong: {{said: "{said}", rating: 2, evidence: [please], not_evidence: [thank]}}\n'
    )
    ran = qa("rubric", "test", "rubrics/service.yaml")
    assert ran.code == 1
    assert "mine.yaml:4: failed: politeness.courtesy: wrong" in ran.out
    assert "    [9] A: Thank you, that is all" in ran.out
    assert "expected rating 2, got" in ran.out
    assert "2 cases, 1 failed" in ran.out


def test_the_manifest_is_json_that_an_auditor_can_use(project: Path) -> None:
    qa("run", "chats", "--per-agent", "2", "--seed", "7")
    manifest = qa("sample", "show", "--json").json
    assert {"seed", "size", "per_agent"} == set(manifest["plan"])
    assert [(s["name"], s["frame_size"], s["drawn"]) for s in manifest["strata"]] == [
        ("dana", 3, 2),
        ("eli", 3, 2),
    ]
    assert json.dumps(manifest["frame_hash"])

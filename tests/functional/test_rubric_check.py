"""`qa rubric check`: files, folders, patterns, standard input, git revisions; exit codes."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from commands import qa, qa_process

GOOD = """\
format: 1
id: small
version: 1.0.0
title: Small
applies_to: {channels: [chat]}
pass_mark: 50
appeal_days: 14
minimums: {basics: 40}
sections:
  - id: basics
    title: Basics
    weight: 1
    criteria:
      - id: basics.thanks
        question: Does the agent thank the customer?
        scale: {0: no thanks, 1: thanks in any words}
        indicators:
          - {id: thanks, kind: phrase, any: [thank you, thanks], points: 1}
        tips: {0: Thank the customer before you ask for more.}
"""
BAD = GOOD.replace("weight: 1\n", "wieght: 1\n")
DOUBLE = GOOD.replace("thank the customer?", "greet and thank the customer?")


@pytest.fixture
def rubrics(tmp_path: Path) -> Path:
    folder = tmp_path / "my rubrics"
    folder.mkdir()
    (folder / "good.yaml").write_text(GOOD, encoding="utf-8")
    return folder


def test_a_good_rubric_has_no_problems(rubrics: Path) -> None:
    result = qa("rubric", "check", str(rubrics))
    assert (result.code, result.out) == (0, "1 file, no problems\n")


def test_a_misspelt_key_is_told_with_place_and_remedy(rubrics: Path) -> None:
    (rubrics / "bad.yaml").write_text(BAD, encoding="utf-8")
    result = qa("rubric", "check", str(rubrics))
    assert result.code == 1
    assert "bad.yaml:12:5: error: unknown key 'wieght', did you mean 'weight'? [R003]" in result.out


def test_a_broken_file_does_not_keep_others_from_being_checked(rubrics: Path) -> None:
    (rubrics / "a.yaml").write_bytes(b"format: 1\nid: \xff\xfe\x00")
    (rubrics / "z.yaml").write_text(BAD, encoding="utf-8")
    result = qa("rubric", "check", str(rubrics / "a.yaml"), str(rubrics / "z.yaml"))
    assert "R001" in result.out
    assert "R003" in result.out


def test_standard_input_is_a_file_called_minus() -> None:
    result = qa("rubric", "check", "-", stdin=BAD.encode())
    assert "-:12:5: error: unknown key" in result.out


def test_a_pattern_is_ours_to_expand(rubrics: Path) -> None:
    (rubrics / "deep").mkdir()
    (rubrics / "deep" / "bad.yaml").write_text(BAD, encoding="utf-8")
    result = qa("rubric", "check", f"{rubrics}/**/*.yaml")
    assert result.out.endswith("2 files, 1 error\n")


@pytest.mark.parametrize(
    ("options", "code"),
    [
        pytest.param((), 0, id="a warning is no failure"),
        pytest.param(("--fail-on", "warning"), 1, id="unless it is asked for"),
        pytest.param(("--max-warnings", "0"), 1, id="or there are too many"),
        pytest.param(("--max-warnings", "1"), 0, id="but no more than allowed"),
    ],
)
def test_what_fails_a_build_is_chosen(rubrics: Path, options: tuple[str, ...], code: int) -> None:
    (rubrics / "good.yaml").write_text(DOUBLE, encoding="utf-8")
    result = qa("rubric", "check", str(rubrics), *options)
    assert (result.code, "R401" in result.out) == (code, True)


def test_a_baseline_leaves_only_what_is_new(rubrics: Path, tmp_path: Path) -> None:
    file, baseline = rubrics / "good.yaml", str(tmp_path / "known.json")
    file.write_text(DOUBLE, encoding="utf-8")
    qa("rubric", "check", str(rubrics), "--write-baseline", baseline)
    before = qa("rubric", "check", str(rubrics), "--baseline", baseline, "--fail-on", "info")
    file.write_text(DOUBLE.replace("appeal_days: 14\n", ""), encoding="utf-8")
    after = qa("rubric", "check", str(rubrics), "--baseline", baseline, "--fail-on", "info")
    assert (before.code, after.code) == (0, 1)
    assert ("R603" in after.out, "R401" in after.out) == (True, False)


def test_several_outputs_come_of_one_run(rubrics: Path, tmp_path: Path) -> None:
    (rubrics / "good.yaml").write_text(BAD, encoding="utf-8")
    sarif, junit = tmp_path / "out" / "r.sarif", tmp_path / "out" / "r.xml"
    result = qa(
        "rubric", "check", str(rubrics),
        "--output", f"sarif={sarif}", "--output", f"junit={junit}", "--output", "json",
    )  # fmt: skip
    assert result.json["counts"]["errors"] == 1
    assert json.loads(sarif.read_text())["runs"][0]["results"][0]["ruleId"] == "R003"
    assert "R003" in junit.read_text()


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.com")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def test_only_what_differs_from_a_revision_is_told(
    rubrics: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (rubrics / "old.yaml").write_text(BAD, encoding="utf-8")
    git(rubrics, "init", "-q", "-b", "main")
    git(rubrics, "add", ".")
    git(rubrics, "commit", "-qm", "first")
    (rubrics / "good.yaml").write_text(DOUBLE, encoding="utf-8")
    monkeypatch.chdir(rubrics)
    result = qa("rubric", "check", ".", "--diff-base", "main")
    assert "R401" in result.out
    assert "old.yaml" not in result.out


def test_a_rubric_whose_base_changed_is_told_again(
    rubrics: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = "extends: good.yaml\nid: child\nversion: 1.0.0\ntitle: Child\n"
    (rubrics / "child.yaml").write_text(child, encoding="utf-8")
    git(rubrics, "init", "-q", "-b", "main")
    git(rubrics, "add", ".")
    git(rubrics, "commit", "-qm", "first")
    (rubrics / "good.yaml").write_text(DOUBLE, encoding="utf-8")
    monkeypatch.chdir(rubrics)
    result = qa("rubric", "check", "child.yaml", "--diff-base", "main")
    assert "good.yaml:15:19: warning" in result.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(("no-such.yaml",), "no such file or folder", id="no file"),
        pytest.param((".", "--output", "sarrif=x"), "sarif", id="no such format"),
        pytest.param((".", "--diff-base", "main"), "git", id="no repository"),
    ],
)
def test_a_slip_on_the_command_line_is_told_and_is_no_finding(
    rubrics: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(rubrics)
    result = qa("rubric", "check", *arguments)
    assert (result.code, said in result.err) == (2, True)


@pytest.mark.parametrize("target", ["base.yaml", "cases/child/c.yaml"])
def test_no_output_replaces_what_a_rubric_rests_on(rubrics: Path, target: str) -> None:
    child = "extends: base.yaml\nid: child\nversion: 1.0.0\ntitle: Child\n"
    (rubrics / "child.yaml").write_text(child, encoding="utf-8")
    (rubrics / "base.yaml").write_text(GOOD, encoding="utf-8")
    case = rubrics / "cases" / "child" / "c.yaml"
    case.parent.mkdir(parents=True)
    case.write_text("criterion: basics.thanks\ncases: {a: {said: 'A: thanks', rating: 1}}\n")
    before = (rubrics / target).read_text(encoding="utf-8")
    for command in (
        ("check", rubrics / "child.yaml", "--output", f"json={rubrics / target}"),
        ("docs", rubrics / "child.yaml", "-o", rubrics / target),
    ):
        assert qa("rubric", *command).code == 2
    assert (rubrics / target).read_text(encoding="utf-8") == before


def test_a_link_that_leads_to_itself_stops_nothing(rubrics: Path) -> None:
    (rubrics / "loop.yaml").symlink_to("loop.yaml")
    result = qa("rubric", "check", str(rubrics))
    assert (result.code, "loop.yaml" in result.out) == (1, True)


def test_a_pipe_that_is_named_is_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(BAD,), daemon=True)
    writer.start()
    ran = qa("rubric", "check", pipe)
    assert (ran.code, "unknown key 'wieght'" in ran.out) == (1, True)


def test_of_standard_input_no_more_is_read_than_a_rubric_may_have(tmp_path: Path) -> None:
    with subprocess.Popen(["yes"], stdout=subprocess.PIPE) as endless:
        ran = subprocess.run(
            [sys.executable, "-m", "qa_toolkit", "rubric", "check", "-"],
            stdin=endless.stdout, capture_output=True, text=True, check=False, cwd=tmp_path,
            timeout=60,
        )  # fmt: skip
        endless.kill()
    assert (ran.returncode, "larger than 2,000,000 bytes" in ran.stdout) == (1, True)


@pytest.mark.parametrize("base", ["pipe.yaml", "/dev/zero"])
def test_a_base_that_is_a_pipe_or_a_device_is_refused_and_not_waited_for(
    base: str, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    file = tmp_path / "r.yaml"
    file.write_text(f"extends: {base}\nid: r\nversion: 1.0.0\ntitle: R\n", encoding="utf-8")
    for given in (
        qa_process("rubric", "check", file, cwd=tmp_path, timeout=60),
        qa_process("rubric", "check", "-", cwd=tmp_path, timeout=60, input=file.read_text()),
    ):
        assert given.code == 1
        assert "cannot be read: it is no regular file" in given.out

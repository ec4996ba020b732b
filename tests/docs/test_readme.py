"""What README shows is what happens: its commands run, its blocks load, its output is true."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def blocks(kind: str) -> list[str]:
    return [text for language, text in BLOCKS if language == kind]


def bash(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a script as a user would, with this environment's `qa` first on the path."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    # within `make test` a make of our own would take over its flags and its way of talking
    # and within Actions the commands would write into the page of its run
    here = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("MAKE", "GITHUB_"))
    }
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=folder, env=here | {"PATH": path}, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A folder for which `make demo` was run, and what it said."""
    folder = tmp_path_factory.mktemp("reader")
    ran = bash(f"make --silent demo DEMO='{folder}/qa-demo'", ROOT)
    assert ran.returncode == 0, ran.stderr
    return folder, ran.stdout.replace(f"{folder}/", "")


@pytest.mark.whisper
def test_the_demo_says_what_readme_shows(demo: tuple[Path, str]) -> None:
    """Numbers apart: how many pass depends on words a processor may hear a little differently."""
    _, said = demo
    shown = blocks("console")[0].removeprefix("$ qa demo\n")
    assert without_numbers(said) == without_numbers(shown)


@pytest.mark.whisper
@pytest.mark.slow
def test_every_qa_command_of_readme_runs(demo: tuple[Path, str]) -> None:
    folder, _ = demo
    script = "\n".join(
        text for text in blocks("sh") if "qa demo" not in text and "make" not in text
    )
    assert script.count("\nqa ") >= 12
    ran = bash(script, folder)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert (folder / "november" / "team.xlsx").is_file()
    assert (folder / "november" / "pages" / "index.html").is_file()
    assert '"id"' in (folder / "november" / "result.jsonl").read_text()


def test_make_test_sets_up_checks_and_tests() -> None:
    """It cannot be run from within itself, so make is asked what it would do."""
    assert blocks("sh")[0].split("\n")[:2] == ["make demo", "make test"]
    said = bash("make --dry-run test", ROOT).stdout
    steps = [
        "tools/bootstrap.py dev",
        "ruff format",
        "ruff check",
        "mypy",
        "lint-imports",
        "pytest",
    ]
    assert [said.find(step) for step in steps] == sorted(said.find(step) for step in steps)
    assert all(step in said for step in steps)


def test_the_lines_without_make_are_those_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text()
    bootstrap, demo_line = blocks("sh")[1].splitlines()
    assert bootstrap.split()[1:] == ["tools/bootstrap.py", "runtime"]
    assert "tools/bootstrap.py runtime" in makefile
    assert demo_line == ".venv/bin/qa demo"


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with README's rubric and its cases in it, beside the chats of the example."""
    around = tmp_path_factory.mktemp("around")
    (around / "qa-demo").mkdir()
    (around / "qa-demo" / "chats").symlink_to(ROOT / "examples" / "quickstart" / "chats")
    folder = around / "team"
    names = re.findall(r"`(rubrics/[\w/]+\.yaml)`[:,]\n\n```yaml", README)
    for name, text in zip(names, blocks("yaml"), strict=True):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(text)
    who = "-c user.name=reader -c user.email=reader@example.com -c commit.gpgsign=false"
    begun = bash(f"git init --quiet; git add .; git {who} commit --quiet -m begin", folder)
    assert begun.returncode == 0, begun.stderr
    return folder


def test_what_the_rubric_commands_of_readme_say_is_what_they_say(team: Path) -> None:
    """One after the other, as a reader would; `…` stands for lines that are left out."""
    said = [
        (command, shown, bash(command, team).stdout)
        for block in blocks("console")[1:]
        for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
    ]
    assert [command.split()[:3] for command, shown, _ in said if shown] == [
        ["qa", "rubric", "check"], ["qa", "rubric", "test"], ["qa", "rubric", "diff"],
    ]  # fmt: skip
    assert [command for command, shown, out in said if not is_shown_by(shown, out)] == []


def is_shown_by(shown: str, said: str) -> bool:
    parts = (re.escape(part) for part in re.split(r"^…\n", shown, flags=re.MULTILINE))
    return re.fullmatch("(?s:.*)".join(parts), said) is not None


def test_the_python_of_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = blocks("python")
    exec(compile(code, "README.md", "exec"), {})  # noqa: S102 - our own documentation
    assert '"ownership.takes_on":{"status":"rated"' in capsys.readouterr().out


def without_numbers(text: str) -> str:
    return re.sub(r"\d+", "#", text).strip()

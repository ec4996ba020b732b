"""What we tell others to run in CI runs, and stops what it should stop."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from commands import qa
from junitparser import JUnitXml

from qa_toolkit.shipped import ci_folder

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples" / "ci"
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
GITHUB: dict[Any, Any] = yaml.safe_load((EXAMPLES / "github" / "rubrics.yml").read_text())
GITLAB: dict[str, Any] = yaml.safe_load((EXAMPLES / "gitlab" / ".gitlab-ci.yml").read_text())
BASE = "origin/main"
# what the two services set, as far as our scripts ask for it
ENVIRONMENT = {"BASE": BASE, "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"}


def shell(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a step as CI does: bash that stops at the first failure, our `qa` first on the path."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=folder, env={**os.environ, "PATH": path, **ENVIRONMENT, **environment},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def git(folder: Path, *args: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.com")
    subprocess.run(["git", *identity, *args], cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def upstream(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a rubric on its branch `main`."""
    folder = tmp_path_factory.mktemp("upstream")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert qa("rubric", "init", "desk", "--ci", "none").code == 0
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message=first")
    return folder


@pytest.fixture
def project(upstream: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone with a branch of its own, which knows `origin/main`."""
    folder = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", str(upstream), str(folder))
    git(folder, "checkout", "--quiet", "-b", "change")
    monkeypatch.chdir(folder)
    return folder


def change(folder: Path, before: str, after: str) -> None:
    """A change of the rubric on the branch."""
    rubric = folder / "rubrics" / "desk.yaml"
    text = rubric.read_text()
    assert before in text
    rubric.write_text(text.replace(before, after, 1))
    git(folder, "commit", "--all", "--quiet", "--message=change")


def merge(folder: Path) -> None:
    """What is on the branch comes to `main` of the remote, a copy that is the test's own."""
    remote = folder.parent / "remote.git"
    git(folder, "clone", "--quiet", "--bare", ".", str(remote))
    git(remote, "branch", "--force", "main", "change")
    git(folder, "remote", "set-url", "origin", str(remote))
    git(folder, "fetch", "--quiet", "origin")


def github_step(name: str) -> str:
    (script,) = (
        step["run"] for step in GITHUB["jobs"]["rubrics"]["steps"] if step.get("name") == name
    )
    return str(script)


def gitlab_script(job: str) -> str:
    return "\n".join(GITLAB[job]["script"])


STEPS = {
    "check": (github_step("Check"), gitlab_script("check rubrics")),
    "test": (github_step("Test"), gitlab_script("test rubrics")),
    "compare": (github_step("Compare with the base branch"), gitlab_script("compare rubrics")),
}


def steps(kind: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("script", STEPS[kind], ids=["github", "gitlab"])


def test_every_qa_command_of_the_examples_is_tried_here() -> None:
    tried = "\n".join(script for both in STEPS.values() for script in both)
    for file in ("github/rubrics.yml", "gitlab/.gitlab-ci.yml"):
        lines = re.findall(r"\bqa rubric .*", (EXAMPLES / file).read_text())
        assert len(lines) == 3
        assert all(line in tried for line in lines)


def test_the_examples_install_the_light_base_alone() -> None:
    for file in ("github/rubrics.yml", "gitlab/.gitlab-ci.yml"):
        text = (EXAMPLES / file).read_text()
        assert re.findall(r"pip install .*", text) == ["pip install qa-toolkit"]


def test_each_step_of_github_is_a_command_or_a_known_action() -> None:
    steps = GITHUB["jobs"]["rubrics"]["steps"]
    actions = {step["uses"].partition("@")[0] for step in steps if "uses" in step}
    assert all(("uses" in step) != ("run" in step) for step in steps)
    assert actions == {
        "actions/checkout", "actions/setup-python", "actions/upload-artifact",
        "github/codeql-action/upload-sarif",
    }  # fmt: skip
    assert GITHUB["permissions"]["contents"] == "read"


def test_what_a_step_reads_an_earlier_one_writes() -> None:
    """The files that CI shows are those that the commands name."""
    text = (EXAMPLES / "github" / "rubrics.yml").read_text()
    for file in set(re.findall(r"hashFiles\('([^']+)'\)", text)):
        assert f"={file}" in text or f">> {file}" in text
    for job in ("check rubrics", "test rubrics"):
        for file in GITLAB[job]["artifacts"]["reports"].values():
            assert f"={file}" in gitlab_script(job)
    assert ">> diff.md" in gitlab_script("compare rubrics")


@steps("check")
def test_a_good_rubric_passes_the_check(script: str, project: Path) -> None:
    ran = shell(script, project)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@steps("check")
def test_a_broken_rubric_fails_the_check(script: str, project: Path) -> None:
    change(project, "pass_mark: 70", "pas_mark: 70")
    ran = shell(script, project)
    assert ran.returncode == 1
    assert "did you mean 'pass_mark'?" in ran.stdout


def test_github_gets_annotations_and_a_summary_by_itself(project: Path, tmp_path: Path) -> None:
    change(project, "pass_mark: 70", "pas_mark: 70")
    summary = tmp_path / "summary.md"
    here = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(summary)}
    ran = shell(github_step("Check"), project, **here)
    assert "::error file=rubrics/desk.yaml,line=" in ran.stderr
    assert "| `rubrics/desk.yaml:9` | R003 |" in summary.read_text()
    assert (project / "qa.sarif").is_file()


@steps("test")
def test_cases_that_hold_pass_and_are_reported(script: str, project: Path) -> None:
    ran = shell(script, project)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    cases = sum(suite.tests for suite in JUnitXml.fromfile(str(project / "qa.xml")))
    assert cases > 40


@steps("test")
def test_a_case_that_no_longer_holds_fails(script: str, project: Path) -> None:
    change(project, "- (hello|hi|welcome)", "- hullo")
    ran = shell(script, project)
    assert ran.returncode == 1
    assert "greets" in ran.stdout


@steps("compare")
def test_a_change_with_its_version_is_told(script: str, project: Path) -> None:
    change(
        project,
        "pass_mark: 70\nbands: {Needs practice: 0, Good: 70",
        "pass_mark: 75\nbands: {Needs practice: 0, Good: 75",
    )
    change(project, "version: 1.0.0", "version: 2.0.0")
    ran = shell(script, project)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    told = (project / "diff.md").read_text()
    assert "| 70 → 75 |" in told
    assert told.endswith("\n\n")


@steps("compare")
def test_a_change_without_its_version_fails_and_is_told(script: str, project: Path) -> None:
    change(project, "pass_mark: 70", "pass_mark: 71")
    ran = shell(script, project)
    assert ran.returncode == 1
    assert "71" in (project / "diff.md").read_text()


@steps("compare")
def test_a_rubric_that_builds_on_a_changed_one_is_compared_too(script: str, project: Path) -> None:
    child = project / "rubrics" / "night.yaml"
    child.write_text("extends: desk.yaml\nid: night\nversion: 1.0.0\ntitle: Night\n")
    git(project, "add", ".")
    git(project, "commit", "--quiet", "--message=child")
    merge(project)
    change(project, "pass_mark: 70", "pass_mark: 71")
    ran = shell(script, project)
    assert ran.returncode == 1
    assert "night" in (project / "diff.md").read_text()


@steps("compare")
def test_what_others_merged_meanwhile_asks_for_no_version(script: str, project: Path) -> None:
    change(project, "pass_mark: 70", "pass_mark: 71")
    merge(project)
    git(project, "checkout", "--quiet", "-b", "behind", "HEAD^")
    change(project, "version: 1.0.0", "version: 1.0.1")
    ran = shell(script, project)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@steps("compare")
def test_a_new_rubric_and_one_that_is_gone_are_no_trouble(script: str, project: Path) -> None:
    assert qa("rubric", "init", "other", "--ci", "none").code == 0
    (project / "rubrics" / "desk.yaml").unlink()
    git(project, "add", ".")
    git(project, "commit", "--all", "--quiet", "--message=change")
    ran = shell(script, project)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@steps("compare")
def test_where_nothing_changed_there_is_nothing_to_tell(script: str, project: Path) -> None:
    ran = shell(script, project)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert (project / "changed.txt").read_text() == ""
    assert not (project / "diff.md").exists()


def test_what_init_writes_is_what_the_examples_show() -> None:
    """In a checkout and in a wheel the same files are copied."""
    assert ci_folder() == EXAMPLES
    assert {hook["id"] for hook in HOOKS} <= set(
        re.findall(r"- id: (\S+)", (EXAMPLES / "README.md").read_text())
    )


RUBRIC_FILES = ["rubrics/desk.yaml", "rubrics/teams/north.yml", "a/rubrics/desk.yaml"]
CASE_FILES = ["rubrics/cases/desk/whole.yaml", "rubrics/teams/cases/north/one.yml"]
OTHERS = ["desk.yaml", "rubrics/rubric.schema.json", "myrubrics/desk.yaml", "rubrics/notes.md"]


@pytest.mark.parametrize(
    ("hook", "taken"),
    [
        ("qa-rubric-check", RUBRIC_FILES),
        ("qa-rubric-fmt", [*RUBRIC_FILES, *CASE_FILES]),
        ("qa-rubric-test", [*RUBRIC_FILES, *CASE_FILES]),
    ],
)
def test_a_hook_runs_for_its_files_only(hook: str, taken: list[str]) -> None:
    """As pre-commit chooses: the path holds `files` and does not hold `exclude`."""
    (known,) = (one for one in HOOKS if one["id"] == hook)
    files = [*RUBRIC_FILES, *CASE_FILES, *OTHERS]
    chosen = [
        file
        for file in files
        if re.search(known["files"], file) and not re.search(known.get("exclude", "^$"), file)
    ]
    assert chosen == taken


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_is_clean_on_a_good_project(hook: dict[str, Any], project: Path) -> None:
    names = [str(path.relative_to(project)) for path in sorted(project.glob("rubrics/**/*.yaml"))]
    exclude = hook.get("exclude", "^$")
    given = [name for name in names if not re.search(exclude, name)]
    passed = given if hook.get("pass_filenames", True) else []
    ran = qa(*hook["entry"].split()[1:], *hook.get("args", []), *passed)
    assert ran.code == 0, ran.out + ran.err
    status = subprocess.run(
        ["git", "status", "--porcelain"], cwd=project, capture_output=True, check=True
    )
    assert status.stdout == b""

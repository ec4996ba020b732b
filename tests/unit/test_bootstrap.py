"""`tools/bootstrap.py` on a small project whose packages lie beside it, and the real locks."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
BACKEND = """
import shutil
def build_editable(folder, *_):
    shutil.copy("wheels/project-1.0-py3-none-any.whl", folder)
    return "project-1.0-py3-none-any.whl"
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in a folder with spaces, its development environment made once."""
    root = tmp_path_factory.mktemp("a folder with spaces") / "the project"
    for folder in ("tools", "wheels", "requirements"):
        (root / folder).mkdir(parents=True)
    shutil.copy(ROOT / "tools/bootstrap.py", root / "tools")
    lock(root, "runtime", "used")
    lock(root, "dev", "used", "tested")
    lock(root, "bootstrap", "used")  # no uv in it: pip has to do
    write_wheel(root, "project")
    (root / "backend.py").write_text(BACKEND)
    (root / "pyproject.toml").write_text(
        '[project]\nname = "project"\nversion = "1.0"\n'
        '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'
    )
    assert bootstrap(root, "dev").returncode == 0
    return root


@pytest.fixture
def project(made: Path) -> Iterator[Path]:
    """The same for each test: what it writes into a lock is taken back."""
    before = (made / "requirements/dev.txt").read_text()
    yield made
    (made / "requirements/dev.txt").write_text(before)
    assert bootstrap(made, "dev").returncode == 0


def lock(root: Path, profile: str, *names: str) -> None:
    """A lock of packages, each written as a wheel with nothing in it."""
    lines = [f"{name}==1.0 --hash=sha256:{write_wheel(root, name)}\n" for name in names]
    (root / "requirements" / f"{profile}.txt").write_text("".join(lines))


def write_wheel(root: Path, name: str, code: str = "") -> str:
    """An installable package with one module; returns its sha256."""
    wheel = root / "wheels" / f"{name}-1.0-py3-none-any.whl"
    files = {
        f"{name}_module.py": code,
        f"{name}-1.0.dist-info/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{name}-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = f"{name}-1.0.dist-info/RECORD"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, text in files.items():
            archive.writestr(zipfile.ZipInfo(path), text)  # without the time of writing
        archive.writestr(
            zipfile.ZipInfo(record), "".join(f"{path},,\n" for path in [*files, record])
        )
    return hashlib.sha256(wheel.read_bytes()).hexdigest()


def bootstrap(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the tool with no packages at hand but the project's own wheels."""
    wheels = (root / "wheels").as_uri()
    own = {
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": wheels,
        "PIP_CONFIG_FILE": os.devnull,
        # a Python without ensurepip makes do with the uv of the environment that runs the tests
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "UV_NO_INDEX": "1",
        "UV_FIND_LINKS": wheels,
    }
    return subprocess.run(
        [sys.executable, str(root / "tools/bootstrap.py"), *arguments],
        env=dict(os.environ) | own,
        capture_output=True,
        text=True,
        check=False,
    )


def imports(root: Path, module: str) -> bool:
    """Whether the environment has this module."""
    command = [str(root / ".venv/bin/python"), "-c", f"import {module}"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("profile", ["dev", "runtime"])
def test_a_made_environment_is_left_as_it_is(project: Path, profile: str) -> None:
    """Development includes what running needs, so neither has anything to do."""
    again = bootstrap(project, profile)
    assert (again.returncode, again.stdout) == (0, "")


@pytest.mark.parametrize("module", ["used_module", "tested_module", "project_module"])
def test_the_packages_and_the_project_are_installed(project: Path, module: str) -> None:
    assert imports(project, module)


def test_a_changed_lock_is_installed(project: Path) -> None:
    lock(project, "dev", "used", "tested", "added")
    bootstrap(project, "dev")
    assert imports(project, "added_module")


def test_an_interrupted_environment_is_made_anew(project: Path) -> None:
    (project / ".venv/bootstrap-stamp.txt").write_text("unfinished\n")
    (project / ".venv/half-written").touch()
    assert "Making .venv" in bootstrap(project, "dev").stdout
    assert not (project / ".venv/half-written").exists()


def test_a_package_that_does_not_match_its_hash_is_refused(project: Path) -> None:
    """What was ready before stays ready."""
    lock(project, "dev", "used", "tested", "forged")
    write_wheel(project, "forged", code="not = 'what was locked'")
    refused = bootstrap(project, "dev")
    assert refused.returncode == 3
    assert "hash" in refused.stderr.lower()
    assert bootstrap(project, "runtime").stdout == ""


def test_a_python_that_cannot_make_environments_is_told_in_one_line(tmp_path: Path) -> None:
    """Debian keeps that part of Python in a package of its own."""
    (tmp_path / "tools").mkdir()
    tool = shutil.copy(ROOT / "tools/bootstrap.py", tmp_path / "tools")
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    bare = (
        "import runpy, sys; sys.modules.update(ensurepip=None, pip=None);"
        f"sys.argv = ['bootstrap', 'dev']; runpy.run_path({str(tool)!r}, run_name='__main__')"
    )
    run = subprocess.run(
        [sys.executable, "-c", bare], env={"PATH": ""}, capture_output=True, text=True, check=False
    )
    assert re.fullmatch(r".*: apt-get install python3\.\d+-venv\n", run.stderr)
    assert run.returncode == 3
    assert not (tmp_path / ".venv").exists()


def pins(path: Path) -> dict[str, str]:
    """The packages of a lock with their versions."""
    return dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", path.read_text(), flags=re.MULTILINE))


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.stem)
def test_a_lock_holds_only_pinned_and_hashed_packages_from_no_named_address(path: Path) -> None:
    text = re.sub(r" \\\n\s+", " ", path.read_text())
    entry = re.compile(r"[a-z0-9.-]+==\S+( ; [^\\-]*?)?( --hash=sha256:[0-9a-f]{64})+")
    assert [line for line in text.splitlines() if not entry.fullmatch(line)] == []


def test_developing_uses_the_versions_that_users_run() -> None:
    runtime, dev = (pins(ROOT / "requirements" / f"{name}.txt") for name in ("runtime", "dev"))
    assert runtime.items() <= dev.items()


def names(requirements: Iterable[str]) -> set[str]:
    """The packages of requirements without versions and extras."""
    return {re.split(r"[\[<>=~! ]", one)[0].lower() for one in requirements} - {"qa-toolkit"}


def test_what_the_project_depends_on_is_locked() -> None:
    """A dependency added to pyproject.toml without `make lock` is noticed here."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    usual = re.findall(r"\w+", extras["all"][0].partition("[")[2])
    wanted = names([*project["dependencies"], *(one for name in usual for one in extras[name])])
    assert wanted <= set(pins(ROOT / "requirements/runtime.txt"))


def test_what_is_asked_for_by_name_is_locked_for_tests() -> None:
    """The extras that `all` leaves out: too large for every environment."""
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"][
        "optional-dependencies"
    ]
    locked = {name for path in LOCKS for name in pins(path)}
    assert names(one for extra in extras.values() for one in extra) <= locked

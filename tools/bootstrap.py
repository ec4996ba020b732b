"""Make `.venv` ready for use: `python3.11 tools/bootstrap.py runtime`, or `dev` to work on the code.

Needs Python 3.11 or newer and nothing else. The environment gets exactly the packages of
`requirements/`, each checked against its hash: a pinned `uv` first, which then installs the rest,
and where `uv` cannot be had or fails, pip with the same files. Last comes this project itself, in
place, so that a change in its code needs no new install.

Run it as often as you like: a stamp inside `.venv` remembers what is there, and an environment
whose making was interrupted is made anew. Exits 3 when something is missing on this machine.
"""

from __future__ import annotations  # so that an older Python gets as far as being told its age

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
UV = PYTHON.with_name("uv.exe" if os.name == "nt" else "uv")
STAMP = VENV / "bootstrap-stamp.txt"
UNFINISHED = "unfinished\n"
OLDEST = (3, 11)
FILES = {
    "runtime": ["pyproject.toml", "requirements/bootstrap.txt", "requirements/runtime.txt"],
    "dev": ["pyproject.toml", "requirements/bootstrap.txt", "requirements/dev.txt"],
}


class CannotContinue(Exception):
    """Something is missing on this machine; the message says what to do about it."""


def stamp(profile: str) -> str:
    """One line that changes when the environment of this profile would.

    The folder is part of it: programs inside `.venv` hold its full path, so a moved or copied
    environment does not work.
    """
    content = hashlib.sha256(str(VENV).encode())
    for name in FILES[profile]:
        content.update((ROOT / name).read_bytes())
    return f"{profile} {content.hexdigest()}\n"


def is_ready(profile: str) -> bool:
    """Whether `.venv` already holds what this profile asks for."""
    return PYTHON.exists() and STAMP.exists() and stamp(profile) in STAMP.read_text()


def succeeds(*command: str | Path) -> bool:
    """Whether this command can be run and exits 0; what it prints is not shown."""
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def installer() -> list[str | Path]:
    """How to install into `.venv` before it has the pinned `uv`: its own pip, or one outside."""
    if succeeds(PYTHON, "-c", "import pip"):
        return [PYTHON, "-m", "pip", "install"]
    return installer_outside()


def installer_outside() -> list[str | Path]:
    """The `uv` or pip that this machine has, told to install into `.venv`; empty without one."""
    if uv := shutil.which("uv"):
        return [uv, "pip", "install", "--python", PYTHON]
    if importlib.util.find_spec("pip"):
        return [sys.executable, "-m", "pip", "--python", PYTHON, "install"]
    return []


def make_venv() -> None:
    """Keep a `.venv` that works and make any other anew."""
    unfinished = STAMP.exists() and STAMP.read_text() == UNFINISHED
    new_enough = f"import sys; sys.exit(sys.version_info < {OLDEST})"
    if not unfinished and succeeds(PYTHON, "-c", new_enough) and installer():
        return
    can_bring_pip = importlib.util.find_spec("ensurepip") is not None
    if not can_bring_pip and not installer_outside():
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise CannotContinue(
            f"python{version} cannot make an environment here: apt-get install python{version}-venv"
        )
    say(f"Making .venv with Python {sys.version.split()[0]}")
    shutil.rmtree(VENV, ignore_errors=True)
    VENV.mkdir()
    STAMP.write_text(UNFINISHED)  # first of all, so that an interruption is noticed next time
    without_pip: list[str] = [] if can_bring_pip else ["--without-pip"]
    # of the real Python: this one may be the link inside the `.venv` that was just removed
    run(Path(sys.executable).resolve(), "-m", "venv", *without_pip, VENV)


def install(profile: str) -> None:
    """Install the locked packages and the project, with `uv` if at all possible."""
    pip = installer()
    packages = ["--require-hashes", "--requirement", FILES[profile][-1]]
    project = ["--no-deps", "--no-build-isolation", "--editable", "."]
    try:
        say("Installing uv, which installs the rest")
        # a built one or none: uv from source would need a compiler
        built = ["--only-binary", ":all:", "--require-hashes"]
        run(*pip, "--quiet", *built, "--requirement", "requirements/bootstrap.txt")
        uv: list[str | Path] = [UV, "pip", "install", "--python", PYTHON]
        say(f"Installing the packages of {FILES[profile][-1]} (the first time takes a minute)")
        run(*uv, "--quiet", *packages)
        say("Installing qa-toolkit itself")
        run(*uv, "--quiet", *project)
    except CannotContinue:
        say("That did not work with uv; trying with pip, which takes longer")
        run(*pip, "--quiet", *packages)
        run(*pip, "--quiet", *project)


def bootstrap(profile: str) -> None:
    """Bring `.venv` to the state that this profile asks for."""
    if sys.version_info < OLDEST:
        raise CannotContinue(
            f"this is Python {sys.version.split()[0]} and 3.11 or newer is needed:"
            " apt-get install python3.11 python3.11-venv"
        )
    if is_ready(profile):
        return
    make_venv()
    before = STAMP.read_text() if STAMP.exists() else ""
    STAMP.write_text(UNFINISHED)
    try:
        install(profile)
    except CannotContinue as failure:
        # both installers fetch everything before they change anything: what was ready still is
        STAMP.write_text(before)
        raise CannotContinue(
            "the packages could not be installed (reason above): see that this machine reaches"
            " PyPI or the mirror in its pip settings, then run the same again"
        ) from failure
    done = stamp(profile)
    STAMP.write_text(done + stamp("runtime") if profile == "dev" else done)
    say(f"Ready: {VENV}")


def run(*command: str | Path) -> None:
    """Run one step in the project's folder; its complaints go straight to the terminal."""
    try:
        subprocess.run(command, cwd=ROOT, check=True)
    except (OSError, subprocess.CalledProcessError) as failure:
        raise CannotContinue(str(failure)) from failure


def say(text: str) -> None:
    """Tell the person who waits what is being done."""
    print(text, flush=True)


def main() -> int:
    """Read the command line, do the work and return the exit code."""
    parser = argparse.ArgumentParser(description="Make .venv ready for use.")
    parser.add_argument("profile", choices=FILES, help="what to install: to use, or to develop")
    try:
        bootstrap(parser.parse_args().profile)
    except (CannotContinue, OSError) as problem:
        print(problem, file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        print("\nInterrupted; run the same again to go on", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())

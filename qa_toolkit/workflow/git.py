"""What a file was in another revision, and which files differ from it: the only module that runs git.

Git is started with fixed arguments and no shell, and only to read. What it says is never parsed
but for lists of file names; its own words go into the error when it refuses.
"""

import os
import subprocess
from pathlib import Path
from shutil import which

from qa_toolkit.errors import EnvironmentProblem, UsageError

_QUIET = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""Set where a hook runs us; the repository is the one that the file lies in."""


def has_at(revision: str, path: Path, folder: Path | None = None) -> bool:
    """Whether a file, and no folder of its name, is in a revision; arguments as `content_at`.

    Raises:
        UsageError: not a repository, no such revision, or the path is outside the repository.
        EnvironmentProblem: git is missing.
    """
    inside = folder or path.parent
    done = _tried(inside, "cat-file", "-t", _blob(revision, path, inside))
    return done.stdout.strip() == b"blob"


def content_at(revision: str, path: Path, folder: Path | None = None) -> bytes:
    """The bytes of a file as a revision has it.

    Args:
        revision: a branch, a tag, a commit, or what else git understands.
        path: where the file is now; it need not be there any more.
        folder: of the repository that is meant; else the one the file lies in.

    Raises:
        UsageError: not a repository, no such revision, or the file is not in it.
        EnvironmentProblem: git is missing.
    """
    inside = folder or path.parent
    done = _tried(inside, "cat-file", "blob", _blob(revision, path, inside))
    if done.returncode:
        raise UsageError(f"{path} is not in the revision '{revision}'")
    return done.stdout


def branch_point(revision: str, folder: Path = Path()) -> str:
    """The commit at which HEAD left a revision, so that what others did there since is not seen.

    The revision itself where the two have no past in common that is known: in a shallow clone.

    Raises:
        UsageError: not a repository, or no such revision.
        EnvironmentProblem: git is missing.
    """
    commit = _commit(revision, folder)
    base = _tried(folder, "merge-base", commit, "HEAD")
    return base.stdout.decode().strip() if base.returncode == 0 else commit


def changed_since(revision: str, folder: Path = Path()) -> frozenset[Path]:
    """The files that differ from `branch_point`, are new or are gone; absolute paths.

    A file that was renamed is gone under its old name and new under the other.

    Raises:
        UsageError: not a repository, or no such revision.
        EnvironmentProblem: git is missing.
    """
    since, top = branch_point(revision, folder), _top(folder)
    differing = _asked(top, "diff", "--name-only", "--no-renames", "-z", since)
    untracked = _asked(top, "ls-files", "--others", "--exclude-standard", "-z")
    names = (differing + untracked).split(b"\0")
    return frozenset(top / os.fsdecode(name) for name in names if name)


def _blob(revision: str, path: Path, folder: Path) -> str:
    """The name git has for a file of a revision: `4f2a…:rubrics/service.yaml`."""
    top, real = _top(folder), path.resolve()
    if not real.is_relative_to(top):
        raise UsageError(f"{path} is outside the git repository {top}")
    return f"{_commit(revision, folder)}:{real.relative_to(top).as_posix()}"


def _commit(revision: str, folder: Path) -> str:
    """The commit that a revision means; whatever a user wrote is safe to hand on from here."""
    _top(folder)
    name = f"{revision}^{{commit}}"
    done = _tried(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    if done.returncode:
        hint = "in CI, fetch it first: git fetch origin NAME, or a deeper clone"
        raise UsageError(f"git knows no revision '{revision}'", hint=hint)
    return done.stdout.decode().strip()


def _top(folder: Path) -> Path:
    """The top of the repository that a folder lies in."""
    done = _tried(folder, "rev-parse", "--show-toplevel")
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        why = said[0].removeprefix("fatal: ") if said else "git gives no reason"
        hint = "a git revision needs a repository"
        if "dubious ownership" in why:  # as in containers of CI, where another user checked it out
            hint = f"git config --global --add safe.directory {folder.resolve()}"
        raise UsageError(f"{folder.resolve()}: {why}", hint=hint)
    return Path(os.fsdecode(done.stdout.rstrip(b"\r\n")))


def _asked(folder: Path, *arguments: str) -> bytes:
    done = _tried(folder, *arguments)
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        raise UsageError(f"git {arguments[0]} failed: {said}")
    return done.stdout


def _tried(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    while not folder.is_dir():  # a folder that is gone was in its parent
        folder = folder.parent
    return subprocess.run(  # noqa: S603 - the program git, with arguments from this module
        [_program(), "-C", str(folder), *arguments],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env={key: value for key, value in os.environ.items() if key not in _OF_A_HOOK} | _QUIET,
        check=False,
    )


def _program() -> str:
    found = which("git")
    if found is None:
        raise EnvironmentProblem("git is not installed", hint="install git, or name both files")
    return found

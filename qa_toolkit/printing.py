"""A page as PDF, printed by a browser or an office suite on this machine."""

import os
import re
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from qa_toolkit.errors import EnvironmentProblem

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
OFFICES = ("soffice", "libreoffice")
"""Names on the PATH; the first that is there and works prints."""
TIMEOUT_S = 180.0
_HINT = (
    "install Chromium (Debian: apt-get install chromium) or LibreOffice (libreoffice-writer), "
    "or write to a name that ends in .html and print that"
)
_QUIET = (
    "--headless",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",  # no name leads anywhere: nothing is asked for
    "--no-default-browser-check",
    "--no-first-run",
    "--no-pdf-header-footer",
)
# the moment of printing, in a PDF's own form: the only difference between two prints of one page
_MOMENT = re.compile(rb"(/(?:Creation|Mod)Date ?\(D:)\d{14}([^)]*\))")


def printed(text: str) -> bytes:
    """A page as PDF.

    Raises:
        EnvironmentProblem: no program that can print is there, or none of those there did.
    """
    refused = []
    for program, command in _printers():
        with TemporaryDirectory(prefix="qa-pdf-", ignore_cleanup_errors=True) as place:
            page, made = Path(place, "page.html"), Path(place, "page.pdf")
            page.write_text(text, encoding="utf-8", errors="backslashreplace")
            said = _run(command(program, page, made))
            content = made.read_bytes() if made.is_file() else b""
        if content.startswith(b"%PDF"):
            return _MOMENT.sub(rb"\g<1>20000101000000\g<2>", content)
        refused.append(f"{Path(program).name}: {said or 'made no PDF'}")
    if refused:
        told = "\n".join(refused)
        raise EnvironmentProblem(f"no program on this machine printed the PDF:\n{told}", hint=_HINT)
    raise _nobody_prints()


def check_printers() -> None:
    """Say so before any work when nothing on this machine can print.

    Raises:
        EnvironmentProblem: no program that can print is there.
    """
    if next(_printers(), None) is None:
        raise _nobody_prints()


def _nobody_prints() -> EnvironmentProblem:
    return EnvironmentProblem("a PDF needs Chromium or LibreOffice to print it", hint=_HINT)


def _printers() -> Iterator[tuple[str, Callable[[str, Path, Path], list[str]]]]:
    """Each program there is, once under whichever name, with how it is asked to print."""
    known: set[Path] = set()
    for names, command in ((BROWSERS, _browser), (OFFICES, _office)):
        for program in filter(None, map(shutil.which, names)):
            if Path(program).resolve() not in known:
                known.add(Path(program).resolve())
                yield program, command


def _browser(program: str, page: Path, made: Path) -> list[str]:
    """Chromium with a profile of its own; as root it does not start inside its sandbox."""
    root = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
    profile = f"--user-data-dir={page.parent / 'profile'}"
    return [program, *_QUIET, *root, profile, f"--print-to-pdf={made}", page.as_uri()]


def _office(program: str, page: Path, made: Path) -> list[str]:
    """LibreOffice with a profile of its own; without its Writer it cannot load a page."""
    profile = (page.parent / "profile").as_uri()
    out = ["--convert-to", "pdf", "--outdir", str(made.parent), str(page)]
    return [program, "--headless", f"-env:UserInstallation={profile}", *out]


def _run(command: list[str]) -> str:
    """Run a program to its end; the last line it says of errors, empty for none."""
    try:
        started = subprocess.Popen(  # noqa: S603 - a program from the PATH, our own arguments
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    except OSError as error:
        return error.strerror or str(error)
    try:
        _, said = started.communicate(timeout=TIMEOUT_S)
    except subprocess.TimeoutExpired:
        _stop(started)
        return f"was not ready after {TIMEOUT_S:.0f} s"
    except BaseException:  # Ctrl+C: the browser goes, too
        _stop(started)
        raise
    lines = said.decode(errors="replace").strip().splitlines()
    return lines[-1][:300] if lines else ""


def _stop(started: subprocess.Popen[bytes]) -> None:
    """End a program with all that it started; where there are no process groups, itself."""
    if hasattr(os, "killpg"):
        os.killpg(started.pid, signal.SIGKILL)
    else:
        started.kill()
    started.communicate()

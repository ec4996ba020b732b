"""What every test run shares: programs that may be missing, repeatable laws, a home of its own."""

import os
import shutil
from collections.abc import Iterator

import pytest
from hypothesis import settings

# marker -> the programs its tests start, and the Debian packages that bring them
PROGRAMS = {
    "office": (("soffice",), "libreoffice-calc"),
    "browser": (("chromium", "pdftoppm"), "chromium poppler-utils libatomic1"),
}
# set by `.ci/run`: a test that did not run is a failure there
REQUIRE_ALL = os.environ.get("QA_REQUIRE_ALL") == "1"

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("searching", deadline=None)  # new examples at every run
settings.load_profile("repeatable" if REQUIRE_ALL else "searching")


def _missing() -> dict[str, str]:
    """The markers whose programs are not on this machine, and what brings those in."""
    return {
        marker: f"apt-get install {packages}"
        for marker, (programs, packages) in PROGRAMS.items()
        if not all(map(shutil.which, programs))
    }


def pytest_sessionstart() -> None:
    """Where no test may be left out, a missing program ends the run before it begins."""
    if REQUIRE_ALL and (missing := _missing()):
        needs = "\n".join(f"tests marked '{marker}' need: {missing[marker]}" for marker in missing)
        raise pytest.UsageError(f"no test may be left out (QA_REQUIRE_ALL=1):\n{needs}")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the tests whose programs are not there; the summary says what would bring them in."""
    missing = _missing()
    for item in items:
        for marker in missing:
            if item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=f"needs: {missing[marker]}"))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where no test may be left out, a skipped one fails the run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if REQUIRE_ALL and reporter and "skipped" in reporter.stats and session.exitstatus == 0:
        reporter.write_line("no test may be skipped (QA_REQUIRE_ALL=1)", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(autouse=True, scope="session")
def home_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing from the developer's home or `QA_*` settings reaches a test, and nothing is left there.

    Nor does the size of the terminal that the tests are run on. Libraries that could look for
    models on a hub are told to stay offline.
    """
    home = str(tmp_path_factory.mktemp("home"))
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            if name.startswith(("QA_", "XDG_")) or name in ("COLUMNS", "LINES"):
                patch.delenv(name)
        patch.setenv("HOME", home)
        patch.setenv("USERPROFILE", home)
        patch.setenv("HF_HUB_OFFLINE", "1")
        yield

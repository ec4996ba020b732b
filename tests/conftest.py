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
LEFT_OUT = pytest.StashKey[dict[str, list[str]]]()

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("searching", deadline=None)  # new examples at every run
settings.load_profile("repeatable" if REQUIRE_ALL else "searching")


@pytest.hookimpl(trylast=True)  # after -k and -m: only tests that were asked for are left out
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests whose programs are not on this machine."""
    missing = {
        marker for marker, (programs, _) in PROGRAMS.items() if not all(map(shutil.which, programs))
    }
    left_out: dict[str, list[str]] = {}
    kept: list[pytest.Item] = []
    for item in items:
        reason = next((marker for marker in missing if item.get_closest_marker(marker)), None)
        if reason is None:
            kept.append(item)
        else:
            left_out.setdefault(reason, []).append(item.nodeid)
    if left_out and REQUIRE_ALL:
        raise pytest.UsageError(
            "no test may be left out (QA_REQUIRE_ALL=1):\n" + _how_to_bring_in(left_out)
        )
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    config.stash[LEFT_OUT] = left_out
    items[:] = kept


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where no test may be left out, a skipped one fails the run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if REQUIRE_ALL and reporter and "skipped" in reporter.stats and session.exitstatus == 0:
        reporter.write_line("no test may be skipped (QA_REQUIRE_ALL=1)", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """List what was left out and how to bring it in."""
    left_out = config.stash.get(LEFT_OUT, {})
    if left_out:
        terminalreporter.section("left out: programs missing on this machine", yellow=True)
        for nodeids in left_out.values():
            terminalreporter.write_line("\n".join(nodeids))
        terminalreporter.write_line(_how_to_bring_in(left_out))


def _how_to_bring_in(left_out: dict[str, list[str]]) -> str:
    return "\n".join(
        f"{len(nodeids)} marked '{marker}' need: apt-get install {PROGRAMS[marker][1]}"
        for marker, nodeids in sorted(left_out.items())
    )


@pytest.fixture(autouse=True, scope="session")
def home_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing from the developer's home or `QA_*` settings reaches a test, and nothing is left there.

    Libraries that could look for models on a hub are told to stay offline.
    """
    home = str(tmp_path_factory.mktemp("home"))
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith(("QA_", "XDG_"))]:
            patch.delenv(name)
        patch.setenv("HOME", home)
        patch.setenv("USERPROFILE", home)
        patch.setenv("HF_HUB_OFFLINE", "1")
        yield

"""These tests need PyTorch, which has an environment of its own: `make engines` runs them there."""

from importlib.util import find_spec

import pytest

HERE = find_spec("torch") is not None
collect_ignore_glob = [] if HERE else ["test_*.py"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how to run what was left out."""
    if not HERE:
        terminalreporter.write_line("tests/with_torch were left out here: 'make engines' runs them")

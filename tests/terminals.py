"""A terminal for tests: `qa` runs on it as for a user, and its screen can be read."""

import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from fcntl import ioctl
from pathlib import Path

import pyte

PATIENCE_S = 30.0
ROWS = 150


class _Screen(pyte.Screen):
    """Answers when it is asked where its cursor is, as terminals do."""

    def __init__(self, columns: int, answer: Callable[[str], None]) -> None:
        super().__init__(columns, ROWS)
        self._answer = answer

    def write_process_input(self, data: str) -> None:
        self._answer(data)


class Terminal:
    """A screen with a process behind it; many rows, so that nothing scrolls away.

    Args:
        run: what the process does; it never returns.
        columns: of the screen.
    """

    def __init__(self, run: Callable[[], None], *, columns: int = 100) -> None:
        self.pid, self._file = pty.fork()
        if self.pid == 0:
            ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, columns, 0, 0))
            # a shell's background job, as these tests may be, hands an ignored SIGINT down
            signal.signal(signal.SIGINT, signal.default_int_handler)
            run()
        self._screen = _Screen(columns, self.press)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""

    @property
    def text(self) -> str:
        """What stands on the screen, without its empty parts."""
        lines = "\n".join(line.rstrip() for line in self._screen.display)
        return re.sub(r"\n{3,}", "\n\n", lines).strip("\n")

    def press(self, keys: str) -> None:
        os.write(self._file, keys.encode())

    def type(self, line: str) -> None:
        """A line, and Enter."""
        self.press(f"{line}\r")

    def wait_for(self, text: str) -> None:
        """Until a text stands on the screen, in whatever lines."""
        end = time.monotonic() + PATIENCE_S
        while text not in " ".join(self.text.split()):
            if not self._read(end - time.monotonic()):
                raise AssertionError(f"no {text!r} on the screen:\n{self.text}")

    def answer(self, line: str, until: str) -> None:
        """Type a line and wait for what comes next."""
        self.type(line)
        self.wait_for(until)

    def kill(self) -> None:
        """As a power cut does."""
        os.kill(self.pid, signal.SIGKILL)
        self.end()

    def end(self) -> int:
        """The exit code, once the process has ended."""
        while self._read(PATIENCE_S):
            pass
        if not self._has_ended():
            raise AssertionError(f"it goes on:\n{self.text}")
        _, status = os.waitpid(self.pid, 0)
        self.pid = 0
        with suppress(OSError):
            os.close(self._file)
        return os.waitstatus_to_exitcode(status)

    def close(self) -> None:
        if self.pid:
            self.kill()

    def _has_ended(self) -> bool:
        """Whether it has, or does within our patience; whoever waits takes note of it later."""
        end = time.monotonic() + PATIENCE_S
        while os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is None:
            if time.monotonic() > end:
                return False
            time.sleep(0.01)
        return True

    def _read(self, timeout_s: float) -> bool:
        """Show what came; false where nothing comes any more."""
        ready, _, _ = select.select([self._file], [], [], max(timeout_s, 0))
        data = b""
        with suppress(OSError):  # the other side has gone
            data = os.read(self._file, 65536) if ready else b""
        self.raw += data
        self._stream.feed(data)
        return bool(data)


def process(*args: str, cwd: Path, env: Mapping[str, str]) -> Callable[[], None]:
    """`qa` in a process of its own, as a user starts it."""

    def run() -> None:
        os.chdir(cwd)
        command = [sys.executable, "-m", "qa_toolkit", *args]
        os.execve(sys.executable, command, {**os.environ, "TERM": "xterm-256color", **env})  # noqa: S606

    return run


def branch(*args: str, cwd: Path, env: Mapping[str, str]) -> Callable[[], None]:
    """`qa` in a copy of this process, which has loaded everything: for tests that start it often."""

    def run() -> None:
        code = 70
        try:
            os.chdir(cwd)
            os.environ.update({"TERM": "xterm-256color", **env})
            sys.stdin, sys.stdout, sys.stderr = (os.fdopen(n, m) for n, m in enumerate("rww"))
            sys.argv = ["qa", *args]
            code = _code()
            sys.stdout.flush()
            sys.stderr.flush()
        finally:
            os._exit(code)

    return run


def _code() -> int:
    from qa_toolkit.cli.main import entry

    try:
        entry()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 1
    return 0

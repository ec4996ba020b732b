"""A connection whose answer has to be complete by one moment, however it comes in.

A time limit of a socket holds for each read, so a server that sends one byte at a time, of the
headers or the body, would never reach it.
"""

import http.client
import io
import socket
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, cast

from qa_toolkit.transcribe.engines.address import Address

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_MOST_BYTES = 20_000_000


class Deadline:
    """A moment, so many seconds from now."""

    def __init__(self, seconds: float) -> None:
        self._until_s = time.monotonic() + seconds

    def left_s(self) -> float:
        """How long until then.

        Raises:
            TimeoutError: it has passed.
        """
        left_s = self._until_s - time.monotonic()
        if left_s <= 0:
            raise TimeoutError
        return left_s


@contextmanager
def connected(address: Address, deadline: Deadline) -> Iterator[http.client.HTTPConnection]:
    """A connection that is used for one question and raises TimeoutError after the deadline."""
    secure = address.scheme == "https"
    connect = http.client.HTTPSConnection if secure else http.client.HTTPConnection
    with closing(connect(address.host, address.port, timeout=deadline.left_s())) as connection:
        connection.connect()
        connection.sock.settimeout(deadline.left_s())

        def answer(sock: socket.socket, *, method: str | None) -> http.client.HTTPResponse:
            # the class asks nothing of a socket but a file to read from
            limited = cast("socket.socket", _Limited(sock, deadline))
            return http.client.HTTPResponse(limited, method=method)

        connection.response_class = answer  # type: ignore[assignment]  # any callable does
        yield connection


def read(response: http.client.HTTPResponse) -> bytes:
    """The body.

    Raises:
        TimeoutError: it was not complete at the deadline.
        HTTPException: it is larger than any transcript, or ends before its announced length.
    """
    pieces: list[bytes] = []
    size = 0
    while piece := response.read1(1 << 16):
        size += len(piece)
        if size > _MOST_BYTES:
            raise http.client.HTTPException(f"its answer has more than {_MOST_BYTES:,} bytes")
        pieces.append(piece)
    if response.length:  # bytes that were announced and did not come
        raise http.client.IncompleteRead(b"", response.length)
    return b"".join(pieces)


class _Limited:
    """A socket, as far as `HTTPResponse` uses one."""

    def __init__(self, sock: socket.socket, deadline: Deadline) -> None:
        self._sock, self._deadline = sock, deadline

    def makefile(self, mode: str) -> io.BufferedReader:
        """A file of what comes in, whatever the mode: only reading is asked for."""
        return io.BufferedReader(_Incoming(self._sock, self._deadline))


class _Incoming(io.RawIOBase):
    """What comes in from a socket, given the time that is left before each read."""

    def __init__(self, sock: socket.socket, deadline: Deadline) -> None:
        self._sock, self._deadline = sock, deadline
        self._file = sock.makefile("rb", buffering=0)  # keeps the socket open until it is closed

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int | None:
        self._sock.settimeout(self._deadline.left_s())
        return self._file.readinto(buffer)

    def close(self) -> None:
        self._file.close()
        super().close()

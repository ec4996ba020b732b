"""A speech server on loopback that behaves as a test tells it, and remembers what it was asked."""

import json
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

GOOD: dict[str, Any] = {
    "text": "Hello there.",
    "language": "english",
    "segments": [
        {
            "start": 0.0,
            "end": 1.0,
            "text": " Hello there.",
            "avg_logprob": -0.2,
            "tokens": [1, 2, 3],
        }
    ],
    "words": [
        {"word": "Hello", "start": 0.1, "end": 0.4},
        {"word": "there", "start": 0.5, "end": 0.9},
    ],
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What to answer.

    Attributes:
        waits_s: seconds before anything is sent.
        cut_at: how many bytes of the body are sent before the connection closes.
        drips_s: seconds between the bytes of the body.
        drips_head_s: seconds between the lines of a head that has no end.
    """

    status: int = 200
    body: Any = field(default_factory=lambda: GOOD)
    kind: str = "application/json"
    headers: tuple[tuple[str, str], ...] = ()
    waits_s: float = 0.0
    closes: bool = False
    cut_at: int | None = None
    drips_s: float = 0.0
    drips_head_s: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What came in: path, headers, the fields of the form and the file in it."""

    path: str
    headers: Message
    fields: tuple[tuple[str, str], ...]
    file: bytes


@dataclass(slots=True)
class Server:
    """Its replies are given in order, the last one again and again."""

    replies: Sequence[Reply]
    url: str = ""
    asked: list[Asked] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)

    def next_reply(self) -> Reply:
        return self.replies[min(len(self.asked), len(self.replies)) - 1]


@contextmanager
def speech_server(*replies: Reply) -> Iterator[Server]:
    """A server for the length of the block."""
    server = Server(replies or (Reply(),))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            server.asked.append(_asked(self))
            _reply(self, server)

        def log_message(self, *_: object) -> None:
            """Say nothing on standard error."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        server.url = f"http://127.0.0.1:{listening.server_port}/v1"
        thread = threading.Thread(target=listening.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.stopped.set()
            listening.shutdown()
            thread.join()


def _asked(handler: BaseHTTPRequestHandler) -> Asked:
    body = handler.rfile.read(int(handler.headers["Content-Length"]))
    head = f"Content-Type: {handler.headers['Content-Type']}\r\n\r\n".encode()
    fields: list[tuple[str, str]] = []
    file = b""
    for part in BytesParser(policy=HTTP).parsebytes(head + body).iter_parts():
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        if part.get_filename():
            file = content
        else:
            name = part.get_param("name", header="content-disposition")
            fields.append((str(name), content.decode()))
    return Asked(path=handler.path, headers=handler.headers, fields=tuple(fields), file=file)


def _reply(handler: BaseHTTPRequestHandler, server: Server) -> None:
    reply = server.next_reply()
    server.stopped.wait(reply.waits_s)
    handler.close_connection = True
    if reply.closes:
        return
    body = reply.body if isinstance(reply.body, bytes) else json.dumps(reply.body).encode()
    handler.send_response(reply.status)
    handler.send_header("Content-Type", reply.kind)
    handler.send_header("Content-Length", str(len(body)))
    for name, value in reply.headers:
        handler.send_header(name, value)
    try:
        while reply.drips_head_s and not server.stopped.is_set():
            handler.flush_headers()
            server.stopped.wait(reply.drips_head_s)
            handler.send_header("X-More", "to come")
        handler.end_headers()
        for place in range(0, len(body[: reply.cut_at]), 1 if reply.drips_s else len(body)):
            handler.wfile.write(body[place : place + 1] if reply.drips_s else body[: reply.cut_at])
            handler.wfile.flush()
            server.stopped.wait(reply.drips_s)
    except OSError:
        return  # who asked has gone

"""A model hub on loopback with one model, as far as its library asks for it."""

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

COMMIT = "0123456789abcdef0123456789abcdef01234567"


@contextmanager
def model_hub(repository: str, files: Mapping[str, bytes]) -> Iterator[str]:
    """The address of a hub for the length of the block."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer()

        def do_HEAD(self) -> None:
            self._answer()

        def _answer(self) -> None:
            path = self.path.partition("?")[0]
            name = path.rpartition("/")[2]
            if path.startswith(f"/api/models/{repository}/revision/"):
                siblings = [{"rfilename": name} for name in files]
                self._send(json.dumps({"id": repository, "sha": COMMIT, "siblings": siblings}))
            elif path.startswith(f"/api/models/{repository}/tree/"):
                entries = [
                    {
                        "type": "file",
                        "path": name,
                        "size": len(data),
                        "oid": sha256(data).hexdigest(),
                    }
                    for name, data in files.items()
                ]
                self._send(json.dumps(entries))
            elif path.startswith(f"/{repository}/resolve/") and name in files:
                self._send(files[name], etag=sha256(files[name]).hexdigest())
            else:
                self.send_error(404)

        def _send(self, body: str | bytes, *, etag: str = "") -> None:
            data = body.encode() if isinstance(body, str) else body
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.send_header("X-Repo-Commit", COMMIT)
            if etag:
                self.send_header("ETag", f'"{etag}"')
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Say nothing on standard error."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()

"""A recording and what is asked of it, as a form that a server takes."""

import secrets
from collections.abc import Iterable


def multipart(
    fields: Iterable[tuple[str, str]], file_name: str, content: bytes
) -> tuple[bytes, str]:
    """A form with one file as RFC 7578 writes it, and its content type."""
    boundary = secrets.token_hex(16)
    lines: list[bytes] = []
    for name, value in fields:
        lines += [
            f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n'.encode(),
            value.encode(),
        ]
    lines += [
        f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{file_name}"\r\n'
        "Content-Type: audio/wav\r\n".encode(),
        content,
        f"--{boundary}--\r\n".encode(),
    ]
    return b"\r\n".join(lines), f"multipart/form-data; boundary={boundary}"

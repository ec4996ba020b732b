"""One question to a server and its answer: encoding, waiting, trying again, and plain words.

Raised here is only what says nothing about the key.
"""

import http.client
import secrets
import ssl
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from random import SystemRandom

from qa_toolkit.errors import EnvironmentProblem, Passing, QaToolkitError, Unusable
from qa_toolkit.transcribe.engines.address import Address

TRIES = 5
FIRST_WAIT_S, LONGEST_WAIT_S = 0.5, 30.0
_TOO_MANY = 429
_TIMES_OUT = 408
_MOST_BYTES = 20_000_000
_JSON = "application/json"
_random = SystemRandom()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server said."""

    status: int
    kind: str
    body: bytes
    retry_after: str = ""
    location: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Client:
    """Asks one server, again where that may help.

    Attributes:
        key: sent as bearer token; empty for none. It appears nowhere else.
        timeout_s: how long one answer may take.
        wait: sleeps for so many seconds.
    """

    address: Address
    key: str
    timeout_s: float
    wait: Callable[[float], None] = time.sleep

    def __repr__(self) -> str:
        return f"Client({self.address})"  # without the key

    def post(self, path: str, body: bytes, content_type: str) -> bytes:
        """The body of a good answer.

        Raises:
            Passing: the server cannot be reached or is overloaded, after `TRIES` tries.
            Unusable: the server refuses this question.
            EnvironmentProblem: the server will refuse every question.
        """
        headers = {"Content-Type": content_type, "Accept": _JSON, "Connection": "close"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        trouble = ""
        for attempt in range(TRIES):
            wait_s = backed_off_s(attempt)
            try:
                answer = self._ask(path, body, headers)
            except ssl.SSLCertVerificationError as error:
                raise EnvironmentProblem(
                    f"the certificate of {self.address} cannot be trusted: {error.verify_message}"
                ) from None
            except TimeoutError:
                trouble = f"no answer within {self.timeout_s:g} s"
            except (OSError, http.client.HTTPException) as error:
                trouble = _told(error)
            else:
                if not _is_passing(answer.status):
                    return self._good(answer)
                trouble = f"it answered {_named(answer.status)}"
                wait_s = max(wait_s, min(waiting_s(answer.retry_after), LONGEST_WAIT_S))
            if attempt + 1 < TRIES:
                self.wait(wait_s)
        raise Passing(
            f"the speech server {self.address} cannot be used at the moment: {trouble} "
            f"({TRIES} tries)",
            hint="see that it runs, then try again",
        )

    def _ask(self, path: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        secure = self.address.scheme == "https"
        connect = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        until_s = time.monotonic() + self.timeout_s
        with closing(
            connect(self.address.host, self.address.port, timeout=self.timeout_s)
        ) as connection:
            connection.request("POST", f"{self.address.path}{path}", body, dict(headers))
            response = connection.getresponse()
            return Answer(
                status=response.status,
                kind=response.headers.get_content_type(),
                body=_read(response, until_s),
                retry_after=response.headers.get("Retry-After", ""),
                location=response.headers.get("Location", ""),
            )

    def _good(self, answer: Answer) -> bytes:
        if answer.status in range(300, 400):
            # not followed: a key and a recording go nowhere but where the settings say
            raise EnvironmentProblem(
                f"the speech server {self.address} sends us elsewhere ({answer.status}), which is "
                "not followed",
                hint="set transcribe.endpoint to the address it really has",
            )
        if answer.status != http.client.OK:
            raise self._refusal(answer)
        if answer.kind != _JSON:
            raise Unusable(
                f"the speech server {self.address} answered {answer.kind} where JSON was expected",
                hint="see that transcribe.endpoint ends before /audio/transcriptions",
            )
        return answer.body

    def _refusal(self, answer: Answer) -> QaToolkitError:
        what = f"the speech server {self.address}"
        match answer.status:
            case 401 | 403:
                sent = "refuses the key" if self.key else "wants a key"
                return EnvironmentProblem(
                    f"{what} {sent} ({answer.status})",
                    hint="put the key into the environment variable that transcribe.endpoint_key "
                    "names",
                )
            case 404:
                return EnvironmentProblem(
                    f"{what} knows no such address or model (404)",
                    hint="see transcribe.endpoint, which usually ends with /v1, and --model",
                )
            case 413:
                return Unusable(
                    f"{what} takes no recording of this size (413), though only up to 30 s are sent",
                    hint="raise its limit to 2 MB",
                )
            case _:
                return Unusable(f"{what} refuses the recording ({_named(answer.status)})")


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


def backed_off_s(attempt: int) -> float:
    """How long to wait after a try: twice as long each time, and never quite the same.

    Many workers that were refused together would otherwise come back together.
    """
    longest = min(FIRST_WAIT_S * 2**attempt, LONGEST_WAIT_S)
    return _random.uniform(longest / 2, longest)


def waiting_s(retry_after: str) -> float:
    """What a server asks to wait, in seconds or until a date (RFC 9110 10.2.3); 0 if it does not."""
    if retry_after.strip().isdecimal():
        return float(retry_after)
    try:
        return max(0.0, parsedate_to_datetime(retry_after).timestamp() - time.time())
    except (ValueError, OverflowError):
        return 0.0


def _read(response: http.client.HTTPResponse, until_s: float) -> bytes:
    """The body, within the time and the size that are allowed in all."""
    pieces: list[bytes] = []
    size = 0
    while piece := response.read1(1 << 16):
        size += len(piece)
        if time.monotonic() > until_s:
            raise TimeoutError
        if size > _MOST_BYTES:
            raise http.client.HTTPException(f"its answer has more than {_MOST_BYTES:,} bytes")
        pieces.append(piece)
    if response.length:  # bytes that were announced and did not come
        raise http.client.IncompleteRead(b"", response.length)
    return b"".join(pieces)


def _is_passing(status: int) -> bool:
    return status in (_TOO_MANY, _TIMES_OUT) or status >= 500


def _named(status: int) -> str:
    return f"{status} {http.client.responses.get(status, '')}".strip()


def _told(error: Exception) -> str:
    if isinstance(error, http.client.RemoteDisconnected):
        return "it closed the connection"
    if isinstance(error, http.client.IncompleteRead):
        return "its answer was cut off"
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    return str(error) or type(error).__name__

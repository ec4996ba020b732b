"""One question to a server and its answer: trying again where that may help, and plain words.

Raised here is only what says nothing about the key.
"""

import http.client
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from qa_toolkit.errors import EnvironmentProblem, Passing, QaToolkitError, Unusable
from qa_toolkit.transcribe.engines.address import Address
from qa_toolkit.transcribe.engines.backoff import LONGEST_WAIT_S, backed_off_s, waiting_s
from qa_toolkit.transcribe.engines.deadline import Deadline, connected, read

TRIES = 5
_TOO_MANY = 429
_TIMES_OUT = 408
_JSON = "application/json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server said."""

    status: int
    kind: str
    body: bytes
    retry_after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Client:
    """Asks one server, again where that may help.

    Attributes:
        key: sent as bearer token; empty for none. It appears nowhere else.
        timeout_s: how long one question and its answer may take in all.
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
        deadline = Deadline(self.timeout_s)
        with connected(self.address, deadline) as connection:
            connection.request("POST", f"{self.address.path}{path}", body, dict(headers))
            with connection.getresponse() as response:
                return Answer(
                    status=response.status,
                    kind=response.headers.get_content_type(),
                    body=read(response),
                    retry_after=response.headers.get("Retry-After", ""),
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

"""A server that speaks OpenAI's interface: `POST …/audio/transcriptions`.

For teams that run a recogniser of their own. Each window of speech is sent by itself as WAV.
https://platform.openai.com/docs/api-reference/audio/createTranscription
"""

import os
import time
import wave
from collections import Counter
from collections.abc import Callable, Sequence
from io import BytesIO

from qa_toolkit.domain.languages import language_of
from qa_toolkit.errors import EnvironmentProblem, Unusable
from qa_toolkit.transcribe.audio import FULL_SCALE, SAMPLE_RATE
from qa_toolkit.transcribe.engines.address import Address, address_of
from qa_toolkit.transcribe.engines.answers import ServerAnswer, UnreadableAnswer, read_answer
from qa_toolkit.transcribe.engines.form import multipart
from qa_toolkit.transcribe.engines.requests import Client
from qa_toolkit.transcribe.engines.vocabulary import as_prompt
from qa_toolkit.transcribe.options import Endpoint
from qa_toolkit.transcribe.segment import Segment
from qa_toolkit.transcribe.windows import Wave, Window

USUAL_MODEL = "whisper-1"
"""What OpenAI calls its Whisper; most other servers take any name."""
CONFIGURATION = "temperature 0"
_PATH = "/audio/transcriptions"


class HttpRecogniser:
    """A server, asked one window at a time.

    Raises:
        UsageError: the address is unusable, or recordings may not be sent there.
        EnvironmentProblem: the key cannot be sent.
    """

    configuration = CONFIGURATION
    languages: Sequence[str] = ()  # no server tells

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        model: str | None = None,
        vocabulary: Sequence[str] = (),
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        address = address_of(endpoint)
        self.engine = engine_name(address)
        self.model = model or USUAL_MODEL
        self._prompt = as_prompt(vocabulary)
        self._client = Client(
            address=address,
            key=_key(endpoint.key_variable),
            timeout_s=endpoint.timeout_s,
            wait=wait,
        )

    def language_of(self, windows: Sequence[Window]) -> tuple[str, float]:
        """The language that most windows are in, and the share of them that are.

        Raises:
            Unusable: the server tells no language.
        """
        answers = [self._ask(window, language="") for window in windows]
        told = Counter(code for answer in answers if (code := language_of(answer.language)))
        if not told:
            raise Unusable(
                f"the speech server {self._client.address} does not tell which language it heard",
                hint="name the language in transcribe.language",
            )
        language, count = max(told.items(), key=lambda item: (item[1], item[0]))
        return language, count / len(windows)

    def recognise(self, windows: Sequence[Window], language: str) -> list[list[Segment]]:
        """What is heard in each window; see `Recogniser`.

        Raises:
            Passing: the server cannot be used at the moment.
            Unusable: it refuses a window, or its answer cannot be read.
            EnvironmentProblem: it refuses everything.
        """
        return [
            [
                window.in_recording(segment)
                for segment in self._ask(window, language).segments(window.length_s)
            ]
            for window in windows
        ]

    def _ask(self, window: Window, language: str) -> ServerAnswer:
        fields = [
            ("model", self.model),
            ("response_format", "verbose_json"),
            ("timestamp_granularities[]", "word"),
            ("timestamp_granularities[]", "segment"),
            ("temperature", "0"),
        ]
        if language:
            fields.append(("language", language))
        if self._prompt:
            fields.append(("prompt", self._prompt))
        body, kind = multipart(fields, "speech.wav", as_wav(window.sound))
        try:
            return read_answer(self._client.post(_PATH, body, kind)).within(window.length_s)
        except UnreadableAnswer as error:
            raise Unusable(
                f"the answer of the speech server {self._client.address} cannot be read: {error}",
                hint="it has to answer 'verbose_json' as OpenAI's does",
            ) from error


def engine_name(address: Address) -> str:
    """What transcripts name as their engine."""
    return f"http {address}"


def as_wav(sound: Wave) -> bytes:
    """One channel as a WAV file of 16 bits."""
    import numpy as np

    samples = np.clip(np.rint(sound * FULL_SCALE), -FULL_SCALE, FULL_SCALE - 1).astype("<i2")
    buffer = BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes(samples.tobytes())
    return buffer.getvalue()


def _key(variable: str) -> str:
    key = os.environ.get(variable, "").strip()
    if not (key.isascii() and key.isprintable()) or " " in key:
        # the library would name the key in its complaint
        raise EnvironmentProblem(
            f"the key in the environment variable {variable} holds characters that no key has",
            hint=f"set {variable} again, without quotation marks or line ends",
        )
    return key

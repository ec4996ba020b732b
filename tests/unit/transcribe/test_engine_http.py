"""The engine that asks a server: what it sends, how it waits, and what it makes of answers."""

import json
import wave
from io import BytesIO
from typing import Any

import numpy as np
import pytest
from speech_servers import GOOD, Reply, Server, speech_server

from qa_toolkit.errors import EnvironmentProblem, Passing, QaToolkitError, Unusable, UsageError
from qa_toolkit.transcribe.engines.address import address_of
from qa_toolkit.transcribe.engines.backoff import backed_off_s, waiting_s
from qa_toolkit.transcribe.engines.http import HttpRecogniser
from qa_toolkit.transcribe.options import Endpoint
from qa_toolkit.transcribe.segment import Segment
from qa_toolkit.transcribe.windows import Window

KEY = "sk-very-secret"


def window(seconds: float = 2.0, *, first_s: float = 10.0) -> Window:
    """Two seconds of a tone that lie ten seconds into a recording."""
    sound = (np.sin(np.arange(int(seconds * 16_000)) / 8) / 2).astype(np.float32)
    first = int(first_s * 16_000)
    return Window(sound=sound, spans=((first, first + len(sound)),))


def heard(
    server: Server, *, waits: list[float] | None = None, timeout_s: float = 5.0, **options: Any
) -> list[Segment]:
    """What one window gives; waiting is written down and not done."""
    engine = HttpRecogniser(
        Endpoint(url=server.url, key_variable="KEY_OF_OURS", timeout_s=timeout_s),
        wait=(waits if waits is not None else []).append,
        **options,
    )
    return engine.recognise([window()], "en")[0]


def words(segments: list[Segment]) -> list[tuple[str, float, float]]:
    return [(w.text, w.start_s, w.end_s) for segment in segments for w in segment.words]


def test_words_come_back_in_the_times_of_the_recording() -> None:
    with speech_server() as server:
        (segment,) = heard(server)
    assert words([segment]) == [("Hello", 10.1, 10.4), ("there.", 10.5, 10.9)]
    assert (segment.log_probability, segment.pieces) == (-0.2, 3)


def test_a_window_is_sent_as_wav_with_what_the_interface_asks_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("KEY_OF_OURS", KEY)
    with speech_server() as server:
        heard(server, model="large", vocabulary=("Quibblo", "Ötzi"))
    (asked,) = server.asked
    with wave.open(BytesIO(asked.file)) as file:
        sound = (file.getnchannels(), file.getsampwidth(), file.getframerate(), file.getnframes())
    assert sound == (1, 2, 16_000, 32_000)
    assert (asked.path, asked.headers["Authorization"]) == (
        "/v1/audio/transcriptions",
        f"Bearer {KEY}",
    )
    assert asked.fields == (
        ("model", "large"),
        ("response_format", "verbose_json"),
        ("timestamp_granularities[]", "word"),
        ("timestamp_granularities[]", "segment"),
        ("temperature", "0"),
        ("language", "en"),
        ("prompt", "Quibblo, Ötzi."),
    )


def test_without_a_key_none_is_sent() -> None:
    with speech_server() as server:
        heard(server)
    assert "Authorization" not in server.asked[0].headers


@pytest.mark.parametrize(
    "trouble",
    [
        Reply(status=500),
        Reply(status=503, body=b"<html>", kind="text/html"),
        Reply(status=429),
        Reply(closes=True),
        Reply(cut_at=9),
        Reply(waits_s=60),
    ],
    ids=["500", "503 from a proxy", "429", "closes the connection", "is cut off", "hangs"],
)
def test_what_fails_twice_and_then_works_is_heard(trouble: Reply) -> None:
    waits: list[float] = []
    with speech_server(trouble, trouble, Reply()) as server:
        said = heard(server, waits=waits, timeout_s=0.3)
    assert words(said)[0][0] == "Hello"
    assert len(waits) == 2


def test_the_time_that_a_server_asks_for_is_waited() -> None:
    waits: list[float] = []
    busy = Reply(status=429, headers=(("Retry-After", "7"),))
    with speech_server(busy, Reply()) as server:
        heard(server, waits=waits)
    assert waits == [7.0]


def test_no_server_makes_us_wait_for_an_hour() -> None:
    waits: list[float] = []
    busy = Reply(status=503, headers=(("Retry-After", "3600"),))
    with speech_server(busy, Reply()) as server:
        heard(server, waits=waits)
    assert waits == [30.0]


@pytest.mark.parametrize(
    ("trouble", "told"),
    [
        (Reply(status=502), "502 Bad Gateway"),
        (Reply(waits_s=60), "no answer within 0.2 s"),
        (Reply(drips_s=0.05), "no answer within 0.2 s"),
        (Reply(drips_head_s=0.05), "no answer within 0.2 s"),
        (Reply(closes=True), "closed the connection"),
        (Reply(cut_at=9), "cut off"),
    ],
    ids=["always 502", "always hangs", "drips", "drips headers", "always closes", "always cut off"],
)
def test_trouble_that_stays_is_worth_another_try_later(trouble: Reply, told: str) -> None:
    with speech_server(trouble) as server, pytest.raises(Passing, match=told) as raised:
        heard(server, timeout_s=0.2)
    assert len(server.asked) == 5
    assert "at the moment" in raised.value.message


def test_a_server_that_does_not_run_is_worth_another_try_later() -> None:
    with speech_server() as server:
        pass
    with pytest.raises(Passing, match=r"refused \(5 tries\)"):
        heard(server)


@pytest.mark.parametrize(
    ("status", "kind", "told"),
    [
        (401, EnvironmentProblem, "wants a key"),
        (403, EnvironmentProblem, "wants a key"),
        (404, EnvironmentProblem, "no such address or model"),
        (413, Unusable, "takes no recording of this size"),
        (400, Unusable, "refuses the recording .400 Bad Request"),
        (422, Unusable, "refuses the recording .422"),
    ],
)
def test_a_refusal_is_told_in_words_and_not_repeated(
    status: int, kind: type[QaToolkitError], told: str
) -> None:
    with speech_server(Reply(status=status)) as server, pytest.raises(kind, match=told):
        heard(server)
    assert len(server.asked) == 1


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_nobody_is_sent_elsewhere_with_a_recording(status: int) -> None:
    with speech_server() as other:
        elsewhere = Reply(status=status, headers=(("Location", f"{other.url}/x"),))
        with speech_server(elsewhere) as server, pytest.raises(EnvironmentProblem, match="not fol"):
            heard(server)
    assert other.asked == []


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (Reply(body=b"<html>Welcome</html>", kind="text/html"), "text/html where JSON"),
        (Reply(body=b"not JSON"), "Invalid JSON"),
        (Reply(body=b"\xff\xfe\x00"), "cannot be read"),
        (Reply(body=[1, 2]), "cannot be read"),
        (Reply(body={"error": "busy"}), "text: Field required"),
        (Reply(body=GOOD | {"words": [{"word": "a", "start": "soon", "end": 1}]}), "words.0.start"),
        (
            Reply(
                body=json.dumps(GOOD | {"segments": [{"start": float("nan"), "end": 1}]}).encode()
            ),
            "start",
        ),
        (
            Reply(body=GOOD | {"segments": [{"start": 500.0, "end": 501.0, "text": "x"}]}),
            "speech at 500 s, but the sound that was sent lasts",
        ),
    ],
    ids=[
        "a web page",
        "no JSON",
        "bytes",
        "a list",
        "an error",
        "a wrong time",
        "no number",
        "later",
    ],
)
def test_an_answer_that_makes_no_sense_is_one_items_trouble(reply: Reply, told: str) -> None:
    with speech_server(reply) as server, pytest.raises(Unusable, match=told) as raised:
        heard(server)
    assert not isinstance(raised.value, Passing)


@pytest.mark.parametrize(
    "reply", [Reply(status=401), Reply(status=503), Reply(body={}), Reply(closes=True)]
)
def test_no_message_holds_the_key(reply: Reply, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEY_OF_OURS", KEY)
    with speech_server(reply) as server, pytest.raises(QaToolkitError) as raised:
        heard(server)
    assert server.asked[0].headers["Authorization"] == f"Bearer {KEY}"
    assert KEY not in repr(raised.value) + raised.value.message + raised.value.hint


def test_a_key_that_cannot_be_sent_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEY_OF_OURS", f"{KEY}\nX-Other: 1")
    with pytest.raises(EnvironmentProblem, match="KEY_OF_OURS") as raised:
        HttpRecogniser(Endpoint(url="http://localhost/v1", key_variable="KEY_OF_OURS"))
    assert KEY not in raised.value.message + raised.value.hint


def test_nothing_that_is_kept_or_shown_holds_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEY_OF_OURS", KEY)
    engine = HttpRecogniser(Endpoint(url="http://localhost:8000/v1/", key_variable="KEY_OF_OURS"))
    assert (engine.engine, engine.model) == ("http http://localhost:8000/v1", "whisper-1")
    assert KEY not in f"{engine!r} {engine.configuration} {engine._client!r}"


@pytest.mark.parametrize(
    ("words_", "expected"),
    [
        ([], [("One", 10.0, 10.5), ("longer", 10.5, 11.5), ("go.", 11.5, 12.0)]),
        (
            [{"word": w, "start": i / 2, "end": i / 2 + 0.5} for i, w in enumerate(("a", "b"))],
            [("a", 10.0, 10.5), ("b", 10.5, 11.0)],
        ),
        ([{"word": "One", "start": -4, "end": 99}], [("One", 10.0, 12.0)]),
    ],
    ids=["none", "other words than the text", "times outside the window"],
)
def test_words_that_are_missing_or_odd_get_times(words_: Any, expected: Any) -> None:
    text = "One longer go."
    segment = {"start": 0, "end": 2, "text": text, "avg_logprob": -0.1}
    with speech_server(
        Reply(body={"text": text, "segments": [segment], "words": words_})
    ) as server:
        assert words(heard(server)) == expected


@pytest.mark.parametrize(
    ("segment", "log_probability", "probability"),
    [
        (
            {
                "avg_logprob": -0.5,
                "words": [{"word": "hm", "start": 0, "end": 1, "probability": 0.9}],
            },
            -0.5,
            0.9,
        ),
        ({"avg_logprob": -0.5}, -0.5, 0.6065),
        ({"words": [{"word": "hm", "start": 0, "end": 1, "probability": 0.9}]}, -0.1054, 0.9),
        ({}, -0.6931, 0.5),
        ({"avg_logprob": 1000}, -0.6931, 0.5),
        ({"avg_logprob": 5}, -0.6931, 0.5),
        ({"avg_logprob": -1e308}, -9.2103, 0.0001),
        (
            {"words": [{"word": "hm", "start": 0, "end": 1, "probability": 87.0}]},
            -0.6931,
            0.5,
        ),
    ],
    ids=[
        "both",
        "of the segment",
        "of the words",
        "none: doubtful",
        "far too much",
        "above 0",
        "far too little",
        "a percentage",
    ],
)
def test_how_sure_words_are(
    segment: dict[str, Any], log_probability: float, probability: float
) -> None:
    body = {"text": "hm", "segments": [{"start": 0, "end": 1, "text": "hm"} | segment]}
    with speech_server(Reply(body=body)) as server:
        (said,) = heard(server)
    assert round(said.log_probability, 4) == log_probability
    assert said.words[0].probability == probability


def test_a_server_that_gives_text_alone_is_heard() -> None:
    with speech_server(Reply(body={"text": "good morning", "words": None})) as server:
        assert words(heard(server)) == [("good", 10.0, 10.73), ("morning", 10.73, 12.0)]


def test_what_the_server_takes_for_silence_gives_no_words() -> None:
    silent = {"start": 0, "end": 2, "text": "Thanks.", "avg_logprob": -1.2, "no_speech_prob": 0.8}
    with speech_server(Reply(body={"text": "Thanks.", "segments": [silent]})) as server:
        assert heard(server) == []


def test_the_language_is_the_one_that_most_windows_are_in() -> None:
    replies = [
        Reply(body={"text": "x", "language": told})
        for told in ("spanish", "en-GB", "Haitian Creole", "Spanish")
    ]
    with speech_server(*replies) as server:
        engine = HttpRecogniser(Endpoint(url=server.url))
        language, share = engine.language_of([window()] * 4)
    assert (language, share) == ("es", 0.5)
    assert "language" not in dict(server.asked[0].fields)


@pytest.mark.parametrize("told", [{}, {"language": "?"}], ids=["nothing", "no language"])
def test_a_server_that_tells_no_language_cannot_be_asked_for_it(told: dict[str, str]) -> None:
    with speech_server(Reply(body={"text": "x"} | told)) as server:
        engine = HttpRecogniser(Endpoint(url=server.url))
        with pytest.raises(Unusable, match="does not tell which language"):
            engine.language_of([window()])


@pytest.mark.parametrize(
    ("url", "upload", "told"),
    [
        ("", False, "needs the address"),
        ("localhost:8000", False, "does not begin with http"),
        ("ftp://localhost", False, "does not begin with http"),
        ("http://localhost:99999/v1", False, "cannot be used"),
        ("https://speech.example/v1", False, "not this machine"),
        ("http://localhost.example/v1", False, "not this machine"),
        ("http://10.0.0.7/v1", False, "not this machine"),
        ("http://10.0.0.7/v1", True, "unencrypted"),
        ("http://user:word@localhost/v1", True, "more than host, port and path"),
        ("https://speech.example/v1?key=1", True, "more than host, port and path"),
        ("http://localhost/über/v1", False, "characters that no address has"),
        ("http://localhost/a b/v1", False, "characters that no address has"),
        ("http://localhost/\x7f/v1", False, "characters that no address has"),
        ("https://speech .example/v1", True, "characters that no address has"),
    ],
)
def test_recordings_go_only_where_they_may(url: str, upload: bool, told: str) -> None:  # noqa: FBT001 - a row of the table
    with pytest.raises(UsageError, match=told):
        address_of(Endpoint(url=url, upload=upload))


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("http://localhost:8000/v1/", "http://localhost:8000/v1"),
        ("http://127.1.2.3", "http://127.1.2.3"),
        ("http://[::1]:9000/v1", "http://[::1]:9000/v1"),
        ("https://speech.example/v1", "https://speech.example/v1"),
    ],
)
def test_allowed_addresses_are_shown_as_they_are_used(url: str, shown: str) -> None:
    assert str(address_of(Endpoint(url=url, upload=True))) == shown


def test_waiting_grows_and_differs() -> None:
    assert [0.25 * 2**n <= backed_off_s(n) <= 0.5 * 2**n for n in range(5)] == [True] * 5
    assert backed_off_s(50) <= 30
    assert len({backed_off_s(3) for _ in range(5)}) > 1


@pytest.mark.parametrize(
    ("asked", "low", "high"),
    [
        ("", 0, 0),
        ("12", 12, 12),
        ("soon", 0, 0),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0, 0),
        ("Wed, 21 Oct 2093 07:28:00 GMT", 1e6, 1e10),
    ],
)
def test_what_a_server_asks_to_wait(asked: str, low: float, high: float) -> None:
    assert low <= waiting_s(asked) <= high

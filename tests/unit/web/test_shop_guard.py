"""Which requests are none of ours."""

import pytest

from qa_toolkit.web.guard import (
    is_everywhere,
    is_from_own_page,
    is_known_host,
    is_loopback,
    names_of,
)


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "127.0.0.1", "127.3.2.1", "::1"])
def test_this_machine_is_known_by_its_own_names(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["192.168.1.20", "0.0.0.0", "::", "localhost.example", "laptop"])  # noqa: S104 - refused
def test_everything_else_is_beyond_it(host: str) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize("host", ["", "*", "0.0.0.0", "::", "0:0::0", "::ffff:0.0.0.0"])  # noqa: S104 - refused
def test_every_address_at_once_is_known_however_it_is_written(host: str) -> None:
    assert is_everywhere(host)
    assert not is_everywhere("::1")


def test_an_address_is_asked_for_as_browsers_write_it() -> None:
    assert is_known_host("[fd00::1]:8377", names_of("FD00:0::0001"))


@pytest.mark.parametrize("header", ["127.0.0.1:8377", "localhost", "[::1]:8377", "LocalHost:1"])
def test_a_request_for_this_machine_is_served(header: str) -> None:
    assert is_known_host(header, names_of("127.0.0.1"))


@pytest.mark.parametrize(
    "header",
    [
        "",
        "evil.example",
        "127.0.0.1.evil.example:8377",
        "localhost:80:80",
        "127.0.0.1@evil",
        "[::1",
    ],
)
def test_a_name_that_only_points_here_is_not_served(header: str) -> None:
    assert not is_known_host(header, names_of("127.0.0.1"))


def test_beyond_this_machine_only_the_name_that_was_given_is_served() -> None:
    names = names_of("192.168.1.20")
    assert is_known_host("192.168.1.20:8377", names)
    assert not is_known_host("localhost:8377", names)


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "same-origin"},
        {"host": "127.0.0.1:8377", "origin": "http://127.0.0.1:8377"},
        {"host": "127.0.0.1:8377"},
        {"host": "127.0.0.1:8377", "origin": "https://qa.example", "sec-fetch-site": "same-origin"},
    ],
    ids=["browser", "older browser", "program", "behind a proxy"],
)
def test_a_page_of_this_server_may_write(headers: dict[str, str]) -> None:
    assert is_from_own_page(headers)


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"host": "127.0.0.1:8377", "origin": "http://evil.example"},
        {"host": "127.0.0.1:8377", "origin": "http://127.0.0.1:9000"},
        {"host": "127.0.0.1:8377", "origin": "null"},
    ],
)
def test_a_page_of_somebody_else_may_not_write(headers: dict[str, str]) -> None:
    assert not is_from_own_page(headers)

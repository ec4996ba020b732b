"""`qa shop serve`: its links, where it listens, and where it refuses to."""

import builtins
import json
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from commands import qa
from shop_served import SHOP, project_with_shop

from qa_toolkit.web.served import serve_shops
from qa_toolkit.web.server import Address
from qa_toolkit.workflow.project import open_project

OPENSSL = shutil.which("openssl")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with project_with_shop(tmp_path / "project") as project:
        return project.folder


@contextmanager
def serving(folder: Path, *args: str | Path) -> Iterator[list[dict[str, Any]]]:
    """The links of a server in a process of its own, which is stopped by Ctrl-C."""
    command = [sys.executable, "-m", "qa_toolkit", "shop", "serve", "--json", "--port", "0"]
    process = subprocess.Popen(
        [*command, *map(str, args)], cwd=folder, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    try:
        lines = list(takewhile(lambda line: line != "]\n", process.stdout))
        yield json.loads("".join([*lines, "]"]))
    finally:
        process.send_signal(signal.SIGINT)
        process.stdout.close()
        code = process.wait(60)
    assert code == 0


def page_at(url: str, trusted: ssl.SSLContext | None = None) -> int:
    """The status of a page."""
    with urllib.request.urlopen(url, context=trusted) as answer:  # noqa: S310 - our own server
        return int(answer.status)


def test_the_links_that_it_prints_open_the_pages(folder: Path) -> None:
    with serving(folder) as links:
        assert (links[0]["shop"], links[0]["shopper"]) == (SHOP, "Maya Lind")
        assert page_at(links[0]["url"]) == 200


def test_the_same_links_are_good_after_another_start(folder: Path) -> None:
    with serving(folder) as links:
        first = links[0]["url"].partition("/s/")[2]
    with serving(folder) as links:
        assert links[0]["url"].partition("/s/")[2] == first


def test_a_server_that_is_stopped_before_it_serves_does_not_begin(folder: Path) -> None:
    def stop(_links: object) -> None:
        signal.raise_signal(signal.SIGINT)

    before = signal.getsignal(signal.SIGINT)
    with open_project(folder) as project:
        address = Address(host="127.0.0.1", port=0)
        serve_shops(project, address, plan="", shopper="", ready=stop)
    assert signal.getsignal(signal.SIGINT) is before


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for this machine, and its key."""
    if OPENSSL is None:
        pytest.skip("needs openssl to make a certificate")
    folder = tmp_path_factory.mktemp("pair")
    certificate, key = folder / "cert.pem", folder / "key.pem"
    make = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
    names = ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    files = ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run([OPENSSL, *make.split(), *names, *files], check=True, capture_output=True)
    return certificate, key


def test_with_a_certificate_it_speaks_tls(folder: Path, pair: tuple[Path, Path]) -> None:
    certificate, key = pair
    trusted = ssl.create_default_context(cafile=str(certificate))
    with serving(folder, "--certificate", certificate, "--key", key) as links:
        assert links[0]["url"].startswith("https://127.0.0.1:")
        assert page_at(links[0]["url"], trusted) == 200


def test_a_key_with_a_password_is_told_and_nobody_is_asked_for_it(
    folder: Path, pair: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    certificate, key = pair
    locked = tmp_path / "locked.pem"
    lock = ["pkey", "-in", str(key), "-aes256", "-passout", "pass:x", "-out", str(locked)]
    subprocess.run([str(OPENSSL), *lock], check=True)
    ran = qa("shop", "serve", "--certificate", certificate, "--key", locked)
    assert ran.code == 2
    assert "the key has a password" in ran.err


def test_an_address_of_another_machine_is_told(
    folder: Path, pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    files: list[str | Path] = ["--certificate", pair[0], "--key", pair[1]]
    ran = qa("shop", "serve", "--host", "192.0.2.1", *files)  # kept for documents by RFC 5737
    assert ran.code == 2
    assert "192.0.2.1 is not an address of this machine" in ran.err


def test_a_number_that_means_every_address_is_refused_as_well(
    folder: Path, pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    ran = qa("shop", "serve", "--host", "0", "--certificate", pair[0], "--key", pair[1])
    assert ran.code == 2
    assert "no address that a phone can open" in ran.err


def test_a_file_that_is_on_its_way_when_it_is_stopped_is_not_kept(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with serving(folder) as links:
        url = urlsplit(links[0]["url"])
        phone = socket.create_connection((url.hostname, url.port))
        head = f"POST {url.path}files/document?name=a.pdf HTTP/1.1\r\nHost: {url.netloc}\r\n"
        phone.sendall(f"{head}Content-Length: 900000\r\n\r\n%PDF-1.4".encode())
        assert page_at(links[0]["url"]) == 200
    phone.close()
    assert list(folder.rglob("attachments/**/*")) == []
    assert "Traceback" not in capfd.readouterr().err


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--host", "192.168.1.20"], "beyond this machine"),
        (["--host", "0.0.0.0"], "no address that a phone can open"),  # noqa: S104 - refused
        (["--host", "::"], "no address that a phone can open"),
        (["--host", "127.0.0.1:80"], "more than an address"),
        (["--host", "http://127.0.0.1/"], "more than an address"),
        (["--host", "[::1]"], "more than an address"),
        (["--certificate", "qa.toml"], "belong together"),
        (["--certificate", "none.pem", "--key", "qa.toml"], "no such file"),
        (["--certificate", "qa.toml", "--key", "qa.toml"], "no certificate with its key"),
        (["--shopper", "nobody"], "nobody"),
        (["--plan", "spring"], "spring"),
        (["--shopper", "tom"], "no shop to serve"),
    ],
)
def test_what_it_does_not_serve_is_said_in_one_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch, args: list[str], said: str
) -> None:
    monkeypatch.chdir(folder)
    ran = qa("shop", "serve", *args)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_beyond_this_machine_it_says_how_instead(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    ran = qa("shop", "serve", "--host", "192.168.1.20")
    assert "SSH tunnel" in ran.err
    assert "--certificate" in ran.err


def test_a_port_that_is_taken_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    with serving(folder) as links:
        port = links[0]["url"].split(":")[2].split("/")[0]
        ran = qa("shop", "serve", "--port", port)
    assert ran.code == 3
    assert f"port {port}" in ran.err


@pytest.mark.parametrize("library", ["fastapi", "uvicorn"])
def test_without_the_extra_it_says_what_to_install(
    folder: Path, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name.split(".")[0] == library:
            raise ModuleNotFoundError(name=name)
        return real(name, *args, **kwargs)

    monkeypatch.chdir(folder)
    monkeypatch.delitem(sys.modules, "qa_toolkit.web.app", raising=False)
    monkeypatch.setattr(builtins, "__import__", without)
    ran = qa("shop", "serve")
    assert (ran.code, ran.out) == (3, "")
    assert "pip install 'qa-toolkit[web]'" in ran.err

"""`qa shop serve`: its links, where it listens, and where it refuses to."""

import builtins
import json
import shutil
import signal
import ssl
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
from commands import qa
from shop_served import SHOP, project_with_shop

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
        code = process.wait(20)
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


@pytest.mark.skipif(OPENSSL is None, reason="needs openssl to make a certificate")
def test_with_a_certificate_it_speaks_tls(folder: Path, tmp_path: Path) -> None:
    certificate, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    make = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
    names = ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    files = ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run([str(OPENSSL), *make.split(), *names, *files], check=True, capture_output=True)
    trusted = ssl.create_default_context(cafile=str(certificate))
    with serving(folder, "--certificate", certificate, "--key", key) as links:
        assert links[0]["url"].startswith("https://127.0.0.1:")
        assert page_at(links[0]["url"], trusted) == 200


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--host", "192.168.1.20"], "beyond this machine"),
        (["--host", "0.0.0.0"], "no address that a phone can open"),  # noqa: S104 - refused
        (["--host", "::"], "no address that a phone can open"),
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

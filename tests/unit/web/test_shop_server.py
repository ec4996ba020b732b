"""The server, asked as browsers and others ask it."""

import hashlib
import json
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest
import shop_builders
from shop_served import SHOP, Served, project_with_shop, served

from qa_toolkit.domain.shop.life import ShopStatus
from qa_toolkit.errors import StorageError
from qa_toolkit.web import app, patience
from qa_toolkit.web.assets import version
from qa_toolkit.web.desk import ProjectDesk
from qa_toolkit.web.links import path_of, token_of
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.keep_plan import keep_plan
from qa_toolkit.workflow.shops.shops import open_shop
from qa_toolkit.workflow.shops.steps import take_step

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    content: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.content)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with project_with_shop(tmp_path / "project") as opened:
        yield opened


@pytest.fixture
def server(project: Project) -> Iterator[Served]:
    with served(project) as running:
        yield running


def ask(
    server: Served, path: str, method: str = "GET", body: object = None, **headers: str
) -> Answer:
    """Ask for a path of the server; headers are named with `_` for `-`."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=60)
    content = body if isinstance(body, bytes | None) else json.dumps(body).encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        connection.request(method, path, content, named)
        answer = connection.getresponse()
        found = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, found, answer.read())
    finally:
        connection.close()


def sent(project: Project, revision: int = 0, **log: object) -> dict[str, object]:
    """A log as the page sends it."""
    opened = open_shop(project, SHOP)
    clock = "2026-11-10T10:00:00+01:00"
    return {"form": opened.form.hash, "revision": revision, "clock": clock, "log": log}


def test_the_secret_link_opens_the_page_for_nobody_to_keep_or_frame(server: Served) -> None:
    answer = ask(server, server.path)
    assert (answer.status, answer.headers["cache-control"]) == (200, "no-store")
    assert "script-src 'self';" in answer.headers["content-security-policy"]
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert "server" not in answer.headers


def test_everything_else_is_one_and_the_same_page(server: Served) -> None:
    token = token_of(server.site.key, SHOP, "maya")
    paths = [
        "/",
        "/s/",
        f"/s/{SHOP}/",
        f"/s/{SHOP}/{token[:-1]}x/",
        f"/s/{SHOP}/{token[:-1]}x/state",
        f"/s/autumn-2/{token}/",
        f"/s/autumn-2/{token_of(server.site.key, 'autumn-2', 'maya')}/",
        "/static/",
        f"/static/{version()}/",
        f"/static/{version()}/..%2fapp.py",
        "/static/0/page.js",
        "/docs",
        "/openapi.json",
        f"/s/autumn/{token_of(server.site.key, 'autumn', 'maya')}/",
    ]
    answers = [ask(server, path) for path in paths]
    assert {(one.status, one.content) for one in answers} == {(404, answers[0].content)}
    assert b"nothing here" in answers[0].content
    assert all("content-security-policy" in one.headers for one in answers)


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8377", ""])
def test_a_name_that_only_points_here_sees_nothing(server: Served, host: str) -> None:
    assert ask(server, server.path, Host=host).status == 404


def test_scripts_are_kept_for_good_under_their_version(server: Served) -> None:
    answer = ask(server, f"/static/{version()}/page.js")
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-type"].startswith("text/javascript")


def test_a_draft_is_kept_and_told_with_its_revision(server: Served, project: Project) -> None:
    body = sent(project, narrative="Hello", staff="Dana Fox")
    answer = ask(server, server.path + "draft", "PUT", body)
    assert (answer.status, answer.json["revision"], answer.json["status"]) == (
        200,
        1,
        "in_progress",
    )
    state = ask(server, server.path + "state").json
    assert (state["log"]["narrative"], state["log"]["staff"]) == ("Hello", "Dana Fox")


def test_an_older_copy_is_told_who_was_first_and_overwrites_nothing(
    server: Served, project: Project
) -> None:
    ask(server, server.path + "draft", "PUT", sent(project, narrative="First"))
    answer = ask(server, server.path + "draft", "PUT", sent(project, narrative="Second"))
    assert answer.status == 409
    assert "Maya Lind saved autumn-1 at" in answer.json["message"]
    assert answer.json["state"]["log"]["narrative"] == "First"


def test_a_wrong_clock_is_told(server: Served, project: Project) -> None:
    answer = ask(server, server.path + "draft", "PUT", sent(project, narrative="Hello"))
    assert "clock of the server" in answer.json["clock"]


@pytest.mark.parametrize("name", ["draft", "submit"])
def test_a_page_of_somebody_else_writes_nothing(
    server: Served, project: Project, name: str
) -> None:
    method = "PUT" if name == "draft" else "POST"
    body = sent(project, narrative="Hello")
    answer = ask(server, server.path + name, method, body, Origin="http://evil.example")
    assert answer.status == 403
    assert open_shop(project, SHOP).shop.status is ShopStatus.ASSIGNED


@pytest.mark.parametrize("body", [b"", b"{", b"[1]", b"\xff\xfe"])
def test_what_no_page_sends_is_refused_in_words(server: Served, body: bytes) -> None:
    answer = ask(server, server.path + "draft", "PUT", body)
    assert (answer.status, bool(answer.json["message"])) == (422, True)


def test_more_than_a_log_can_be_is_not_read_to_its_end(server: Served, project: Project) -> None:
    body = json.dumps(sent(project)).encode() + b" " * 1_100_000
    assert ask(server, server.path + "draft", "PUT", body).status == 413


def test_an_incomplete_log_is_not_handed_in_and_says_why(server: Served, project: Project) -> None:
    answer = ask(server, server.path + "submit", "POST", sent(project, narrative="Hello"))
    assert answer.status == 200
    assert answer.json["open"]
    assert "help.blocked" in {one["where"] for one in answer.json["findings"]}
    assert open_shop(project, SHOP).shop.submitted == ()


def test_a_file_is_kept_and_named_in_the_next_draft(server: Served, project: Project) -> None:
    digest = hashlib.sha256(PDF).hexdigest()
    path = server.path + "files/document?name=..%2F..%2Fpaper.pdf"
    attachment = ask(server, path, "POST", PDF, X_SHA256=digest).json["attachment"]
    assert (attachment["name"], attachment["media_type"]) == ("paper.pdf", "application/pdf")
    body = sent(project, attachments=[attachment])
    assert ask(server, server.path + "draft", "PUT", body).status == 200
    draft = open_shop(project, SHOP).shop.draft
    assert draft is not None
    assert [one.name for one in draft.attachments] == ["paper.pdf"]


@pytest.mark.parametrize(
    ("kind", "content", "status"),
    [
        ("document", b"MZ" + bytes(400), 422),
        ("photo", PDF, 422),
        ("document", b"", 422),
        ("photo", bytes(60_000_000), 413),
    ],
    ids=["program", "false type", "empty", "too large"],
)
def test_a_file_that_is_no_proof_is_refused_and_not_kept(
    server: Served, project: Project, kind: str, content: bytes, status: int
) -> None:
    answer = ask(server, f"{server.path}files/{kind}?name=a.pdf", "POST", content)
    assert (answer.status, bool(answer.json["message"])) == (status, True)
    kept = project.folder / "attachments"
    assert not kept.exists() or list(kept.rglob("*/*")) == []


def test_a_kind_of_proof_that_is_none_is_not_there(server: Served) -> None:
    answer = ask(server, server.path + "files/program?name=a.exe", "POST", PDF)
    assert (answer.status, b"nothing here" in answer.content) == (404, True)


def test_a_file_that_was_damaged_on_its_way_is_not_kept(server: Served, project: Project) -> None:
    path = server.path + "files/document?name=a.pdf"
    assert ask(server, path, "POST", PDF, X_SHA256="0" * 64).status == 503
    assert not (project.folder / "attachments").exists()


def test_who_breaks_off_in_the_middle_of_a_file_leaves_nothing_and_no_noise(
    server: Served, project: Project, capfd: pytest.CaptureFixture[str]
) -> None:
    head = f"POST {server.path}files/document?name=a.pdf HTTP/1.1\r\nHost: localhost\r\n"
    with socket.create_connection(("127.0.0.1", server.port)) as phone:
        phone.sendall(f"{head}Content-Length: 100000\r\n\r\n%PDF-1.4".encode())
    server.stop()
    assert not (project.folder / "attachments").exists()
    assert capfd.readouterr().err == ""


def test_who_sends_a_log_drop_by_drop_is_not_waited_for(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "_SENDS_WITHIN_S", 0.2)
    head = f"PUT {server.path}draft HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n"
    with socket.create_connection(("127.0.0.1", server.port), 60) as phone:
        phone.sendall(head.encode())
        assert phone.recv(1000).startswith(b"HTTP/1.1 503")


def test_those_who_connect_and_ask_nothing_do_not_lock_phones_out(
    server: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = patience._ASKS_WITHIN_S
    # long enough for a slow machine to let all of them in before the first is sent away
    monkeypatch.setattr(patience, "_ASKS_WITHIN_S", 4)
    with ExitStack() as open_ones:
        place = ("127.0.0.1", server.port)
        silent = [open_ones.enter_context(socket.create_connection(place)) for _ in range(70)]
        for one in silent[::2]:
            one.sendall(b"GET / HT")
        assert ask(server, server.path).status == 503
        assert {one.recv(1) for one in silent} == {b""}
    monkeypatch.setattr(patience, "_ASKS_WITHIN_S", usual)
    assert ask(server, server.path).status == 200


def test_a_database_that_is_busy_or_broken_is_for_another_try(
    server: Served, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def locked(*_args: object) -> None:
        raise StorageError("the database is locked")

    monkeypatch.setattr(ProjectDesk, "find", locked)
    assert ask(server, server.path + "state").status == 503
    assert capfd.readouterr().err == ""


def test_a_shop_that_went_to_somebody_else_is_closed_to_the_first(
    server: Served, project: Project
) -> None:
    opened = open_shop(project, SHOP)
    moved = replace(opened.shop.assignment, shopper="tom")
    keep_plan(project, replace(opened.plan, assignments=(moved,)), [opened.scenario])
    assert ask(server, server.path + "state").status == 404
    assert ask(server, path_of(server.site.key, SHOP, "tom") + "state").status == 200


def test_a_cancelled_shop_takes_nothing_and_says_so(server: Served, project: Project) -> None:
    take_step(project, SHOP, ShopStatus.CANCELLED, by="kim", why="The desk is closed.")
    assert b"The desk is closed." in ask(server, server.path).content
    answer = ask(server, server.path + "draft", "PUT", sent(project, narrative="Hello"))
    assert (answer.status, answer.json["state"]["open"]) == (409, False)
    path = server.path + "files/document?name=a.pdf"
    assert ask(server, path, "POST", PDF).status == 422


def test_who_has_not_answered_from_the_brief_may_not_note(tmp_path: Path) -> None:
    asked = (
        "certification: {pass_mark: 100, questions: [{id: own, question: May you use your own "
        "card?, options: ['Yes', 'No'], answer: 2}]}\n"
    )
    with (
        project_with_shop(tmp_path / "project", shop_builders.SCENARIO + asked) as project,
        served(project) as server,
    ):
        assert b"Not certified yet" in ask(server, server.path).content
        answer = ask(server, server.path + "draft", "PUT", sent(project, narrative="Hello"))
        assert (answer.status, "not certified" in answer.json["message"]) == (422, True)


def test_a_plan_or_a_shopper_that_is_not_served_is_not_there(project: Project) -> None:
    with served(project) as server:
        desk = server.site.desk
        server.stop()
        server.site = replace(server.site, desk=replace(desk, shopper="tom"))  # type: ignore[type-var]  # a ProjectDesk
        server.start()
        assert ask(server, server.path).status == 404

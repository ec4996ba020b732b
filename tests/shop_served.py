"""A project with one shop that may be held now, and its page on a server of the test's own."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import shop_builders
import uvicorn

from qa_toolkit.domain.shop.plan import ShopPlan
from qa_toolkit.web.desk import ProjectDesk
from qa_toolkit.web.links import page_key, path_of
from qa_toolkit.web.replies import Site
from qa_toolkit.web.server import Address, application, listening, server_for
from qa_toolkit.workflow.project import Project, init_project, open_project
from qa_toolkit.workflow.shops.keep_plan import keep_plan
from qa_toolkit.workflow.shops.scenarios import scenario_from

SHOP = "autumn-1"


@contextmanager
def project_with_shop(
    folder: Path, scenario: str = shop_builders.SCENARIO, rubric: str = shop_builders.RUBRIC
) -> Iterator[Project]:
    """A project with the shop `autumn-1` of Maya's, which may begin from an hour ago on."""
    init_project(folder)
    now = datetime.now(UTC).replace(microsecond=0)
    usable = scenario_from(scenario, rubric)
    assignment = replace(
        shop_builders.assignment(),
        scenario_hash=usable.hash,
        day=now.astimezone(ZoneInfo("Europe/Berlin")).date(),
        opens_at=now - timedelta(hours=1),
        closes_at=now + timedelta(hours=3),
    )
    plan = ShopPlan(
        id="autumn",
        title="Autumn round",
        seed="1",
        file_hash="p0",
        file=shop_builders.PLAN,
        assignments=(assignment,),
        unplaced=(),
    )
    with open_project(folder) as project:
        keep_plan(project, plan, [usable])
        yield project


@dataclass(slots=True)
class Served:
    """A server that can be stopped and started again at the same port."""

    site: Site
    port: int = 0
    server: uvicorn.Server | None = None
    thread: threading.Thread | None = None

    @property
    def path(self) -> str:
        return path_of(self.site.key, SHOP, "maya")

    @property
    def front(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def url(self) -> str:
        return self.front + self.path

    def start(self) -> None:
        address = Address(host="127.0.0.1", port=self.port)
        opened = listening(address)
        self.port = opened.getsockname()[1]
        self.server = server = server_for(application(self.site, address), address)
        self.thread = threading.Thread(target=server.run, kwargs={"sockets": [opened]}, daemon=True)
        self.thread.start()
        while not server.started:
            time.sleep(0.01)

    def stop(self) -> None:
        if self.server is None or self.thread is None:
            return
        self.server.should_exit = True
        self.thread.join(10)
        self.server = self.thread = None


@contextmanager
def served(project: Project) -> Iterator[Served]:
    """The project's shops on a free port of this machine."""
    site = Site(desk=ProjectDesk(project=project), key=page_key(project))
    server = Served(site)
    server.start()
    try:
        yield server
    finally:
        server.stop()

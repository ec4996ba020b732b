"""A phone for tests: a browser of its size, and what a shopper and a project see on the page."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect
from shop_served import SHOP, Served

from qa_toolkit.domain.shop.life import Shop
from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.shops import open_shop

PHONE = ViewportSize(width=390, height=844)
PATIENCE_MS = 30_000
"""Of a machine that has much else to do; what is waited for is there in a blink elsewhere."""

expect.set_options(timeout=PATIENCE_MS)


@contextmanager
def a_phone(browser: Browser, **more: str) -> Iterator[BrowserContext]:
    """A phone's browser; an error of a script, or of the content policy, fails the test."""
    said: list[str] = []
    known: dict[str, Any] = {"locale": "en-GB"}
    context = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True, **known | more)
    context.set_default_timeout(PATIENCE_MS)
    context.on("weberror", lambda error: said.append(str(error.error)))
    context.on("console", lambda message: said.append(message.text))
    yield context
    context.close()
    # without a network the browser itself says so
    assert [text for text in said if "Failed to load resource" not in text] == []


def opened_page(phone: BrowserContext, server: Served) -> Page:
    """The page, once it is kept on the phone."""
    page = phone.new_page()
    page.goto(server.url)
    page.evaluate("navigator.serviceWorker.ready")
    for path in ("", "brief"):
        page.wait_for_function(f"async () => !!(await caches.match(location.pathname + '{path}'))")
    expect(page.locator("#saved")).to_contain_text("Nothing noted yet")
    return page


def choose(page: Page, question: str, answer: str) -> None:
    page.locator(f'[id="q-{question}"]').get_by_label(answer, exact=True).check()


def saved(page: Page) -> None:
    expect(page.locator("#saved")).to_contain_text("Saved on the server")


def shop_of(project: Project) -> Shop:
    return open_shop(project, SHOP).shop


def draft_of(project: Project) -> ShopLog:
    draft = shop_of(project).draft
    assert draft is not None
    return draft

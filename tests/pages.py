"""Pages in a real browser, for tests: opened, and looked at as people with poor sight would."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

# every text against the colour behind it, by the formula of WCAG 2.1
CONTRAST = """() => {
  const parse = c => c.match(/[\\d.]+/g).map(Number);
  const lum = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const behind = e => { for (; e; e = e.parentElement) {
    const c = parse(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c; }
    return [255, 255, 255]; };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const weak = [];
  for (let n; n = texts.nextNode();) {
    if (!n.data.trim() || !n.parentElement.checkVisibility()) continue;
    const [a, b] = [lum(parse(getComputedStyle(n.parentElement).color)), lum(behind(n.parentElement))];
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) weak.push(n.data.trim() + ' ' + ratio.toFixed(2));
  }
  return weak;
}"""


@contextmanager
def opened(browser: Browser, file: Path, **options: Any) -> Iterator[Page]:
    """A page that fails the test if it logs anything or asks for another file."""
    page = browser.new_page(**options)
    page.set_default_timeout(5_000)
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(file.as_uri())
    yield page
    page.close()
    assert (asked, said) == ([file.as_uri()], [])

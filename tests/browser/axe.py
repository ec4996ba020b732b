"""What a screen reader or a keyboard would stumble over on a page, as axe finds it."""

from importlib.resources import files

from playwright.sync_api import Page

_AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
_RUN = """axe.run(document, {resultTypes: ["violations"]}).then(found => found.violations.map(
  one => one.id + ": " + one.help + "\\n  " + one.nodes.map(n => n.html).slice(0, 5).join("\\n  ")))"""


def violations(page: Page) -> list[str]:
    """Every rule of axe that the page breaks, with the elements that break it."""
    page.evaluate(_AXE)
    return list(page.evaluate(_RUN))

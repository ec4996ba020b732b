"""The manual pages of rules and checks as Markdown, for the tools that write `docs/`."""

from collections.abc import Iterable

from qa_toolkit.domain.manual import ManualPage


def table(title: str, pages: Iterable[tuple[ManualPage, str]]) -> str:
    """A family in short: each page with a mark behind its title."""
    rows = (
        f"| [{p.code}](#{p.code.lower()}) | {p.severity} | {p.title}{mark} |\n" for p, mark in pages
    )
    return f"**{title}**\n\n| Code | Severity | What it finds |\n|---|---|---|\n{''.join(rows)}"


def section(page: ManualPage) -> str:
    """A page in full."""
    blocks = (
        f"{title}:\n\n" + "\n".join(f"```yaml\n{block}```\n" for block in examples)
        for title, examples in (("Bad", page.bad), ("Good", page.good))
    )
    fix = f"What to do: {page.fix}.\n"
    head = f"## {page.code}\n\n**{page.title}** · {page.severity}\n"
    return "\n".join([head, f"{page.summary}\n", f"{page.why}\n", *blocks, fix])

"""Write `docs/rubric-rules.md` from the rules themselves: `.venv/bin/python tools/rule_docs.py`.

A test compares the file with what this makes, so a rule cannot go undocumented.
"""

from itertools import groupby
from pathlib import Path

from manual_pages import section, table

from qa_toolkit.workflow.rubric_explain import FAMILIES, pages

PAGE = Path(__file__).resolve().parent.parent / "docs" / "rubric-rules.md"

BEFORE = """\
# Rules of `qa rubric check`

What each code means, with a bad and a good example. `qa rubric explain R204` prints the same in the terminal. This page
is made by `tools/rule_docs.py`; do not edit it by hand.

- An **error** keeps a rubric from being used: it could not be scored as its author means. A **warning** asks to be
  looked at. An **info** is advice.
- A finding that was looked at and is to stay is silenced where it stands, with a reason: `# qa: disable=R204 reason`.
  At the end of a line the comment covers that line and the block that starts there; on a line of its own, what starts
  in the next line; above everything else, the whole file. `R4xx` stands for a family. R001 to R006, R101, R206 and R301
  cannot be silenced: without them mended nothing can be scored.
- Examples that begin with `- id:` are criteria of one section; others are keys of a rubric whose rest is left out.
"""


def page() -> str:
    """The whole page."""
    parts = [BEFORE]
    families = [(FAMILIES[name], list(of)) for name, of in groupby(pages(), lambda p: p.code[:2])]
    parts += (table(title, ((p, "") for p in of)) for title, of in families)
    parts += (section(rule) for _, of in families for rule in of)
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"wrote {PAGE}")

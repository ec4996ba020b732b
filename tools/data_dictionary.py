"""Write `docs/data-dictionary.md` from the lists of columns: `.venv/bin/python tools/data_dictionary.py`.

With `--check` it only says whether the page is as it should be. A test does the same.
"""

import sys
from pathlib import Path

from qa_toolkit.scorecards.data.dictionary import page

PAGE = Path(__file__).resolve().parent.parent / "docs" / "data-dictionary.md"


def main(arguments: list[str]) -> int:
    """Write or check the page; 1 where a check fails."""
    if "--check" not in arguments:
        PAGE.write_text(page(), encoding="utf-8")
        print(f"wrote {PAGE}")
        return 0
    is_same = PAGE.read_text(encoding="utf-8") == page()
    print(f"{PAGE} is {'up to date' if is_same else 'out of date: run this without --check'}")
    return 0 if is_same else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

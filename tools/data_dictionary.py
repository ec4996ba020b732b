"""Write `docs/data-dictionary.md` from the lists of columns: `.venv/bin/python tools/data_dictionary.py`."""

from pathlib import Path

from qa_toolkit.scorecards.data.dictionary import page

PAGE = Path(__file__).resolve().parent.parent / "docs" / "data-dictionary.md"

if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"wrote {PAGE}")

"""What the workbook form and its reader agree on: sheets, headings, keys of rows, words.

Rows are known by the keys in a hidden column, columns by their headings, hidden sheets by their
first cell: nothing goes by position, so that a form is read whatever a program did to it.
"""

SHOP, FACTS, LISTS = "Shop", "Form", "Lists"
FORMAT = "1"

KEY, NUMBER, QUESTION, ANSWER, COMMENT = "Key", "No.", "Question", "Answer", "Comment"
HEADINGS = (KEY, NUMBER, QUESTION, ANSWER, COMMENT)
FACTS_MARK, LISTS_MARK = "qa shop form", "qa shop lists"
"""The first cell of the hidden sheets."""
FACT_SHOP, FACT_FORM, FACT_SCENARIO = "shop", "form", "scenario"

LIST_LOCATIONS, LIST_KINDS = "location", "kind"
"""What lists are about that are not those of a question."""

# kinds of rows; a key is the kind, and what it is about behind a colon
TEXT, TIME, ASKED, OPTION, SECTION, FILE = "text", "time", "question", "option", "comment", "file"
MORE_FILES = 4
"""Rows for files that nobody asked for."""
HOLDS = 3
"""Rows of holds; more where a draft has more."""
CHOSEN = "x"
"""Stands beside the options of which several may be chosen."""


def key(kind: str, *about: str) -> str:
    """The key of a row, as `option:shop.window:lit`."""
    return ":".join((kind, *about))

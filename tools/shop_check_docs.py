"""Write `docs/shop-checks.md` from the checks themselves: `.venv/bin/python tools/shop_check_docs.py`.

A test compares the file with what this makes, so a check cannot go undocumented.
"""

from itertools import groupby
from pathlib import Path

from manual_pages import section, table

from qa_toolkit.workflow.shops.check_manual import FAMILIES, check_pages

PAGE = Path(__file__).resolve().parent.parent / "docs" / "shop-checks.md"

BEFORE = """\
# Checks of `qa shop check`

What each code means, with a bad and a good log. `qa shop check --explain M201` prints the same in the terminal. This
page is made by `tools/shop_check_docs.py`; do not edit it by hand.

    qa shop check                            # all shops of which something is noted
    qa shop check m-4hikxb6a                 # one: its draft, or what was handed in
    qa shop check m-4hikxb6a --from form.xlsx    # a filled-in form, without keeping it
    qa shop check --plan november --fail-on warning --output sarif=shops.sarif

- An **error** keeps a log from being handed in. A **warning** asks the editor to look. An **info** only tells.
- Those marked with a pencil (✎) also speak while the form is filled in, in the terminal and on the page.
- Checks read; they do not judge people. A name that is not on the roster may be new, a photo's clock may be wrong, and
  a text that is much like another may be chance: each finding shows the words or numbers it rests on.
- Texts are kept without control characters and without invisible ones that turn the direction of a line around. Marks
  and joiners that names in Arabic, Hebrew or Persian need stay, and make no difference to the checks.
- Checks of wording and of contradictions know English. They are silent in other languages; everything else is looked
  at in all.

## What is looked for in texts, and how sure it is

**Contradictions** (M201, M202, M204) are found by short lists of phrases, not by a model. A clause counts only where it
names what the question asks for and says plainly that it happened or did not: "nobody greeted me", "she gave no name".
In the comment on the question itself "handed it over" is enough, and so are a first "Yes," or "No," and first words in
quotation marks ("Bye!"). Clauses with "only", "until", "should", "whether" and the like say nothing, nor do two
negations, nor what the shopper did. Where a text says both, nothing is told. A false alarm costs more than a miss.

**Opinions and remedies** (M301, M302) are found by lists of words and turns of speech. What others said is left alone,
in quotation marks and told: "she said that it was a lovely lamp".

Measured on logs that were written for it, 16 good ones in different styles and 106 with one planted fault of words
each: of the 45 faults that were put aside until the lists were done, 40 were found at first, and the good logs were left
alone but for two comments of two words on a No. Then, of 40 single comments that contradict their answers, 32 were found,
and of 66 that fit theirs 6 were told of. What these showed was mended since, and all of them are tests now. Shoppers
write in more ways than these: an editor reads the log.

**Copies** (M601) are found by rows of five words. A text is told where at least eight rows, and half of those of the
shorter text, stand in an earlier one. Not counted are words of the brief and of the questions, and rows that four
shoppers wrote before. Measured on generated stories of one scenario (800 earlier ones, 40 shoppers): of 200 honest ones
none was told, and 1.5 % where shoppers use the same wordings four times in five; of copies all were told, of those with
every 15th word changed 96 to 99 %, every 10th about 80 %, every 8th about 20 %, and of texts of which half was copied
61 to 75 %. With three shoppers, all of whom write by habit, most stories are told: then they are much alike. Whoever
handed the log in learns that its text is an earlier one; whose it was is told to editors only.
To compare a log with 3,000 earlier ones takes half a second of one processor, with 10,000 one and a half, where all are
written in few wordings (`python -m benchmarks.shop_copies`).

**Attachments** are looked at when they are brought, not by a check: see
[what may be attached](#what-may-be-attached).

Each example below is a part of a log; what it does not name is as in a log without fault: a call about a lost card on
10 November 2026 from 10:00:00 to 10:05:00, answered after 20 seconds by Dana Fox at the queue `north`, where Eli Wood
works as well; `maya` (Maya Lind) is the shopper.
"""
AFTER = """\
## What may be attached

What a file is, is told from its bytes. A name that claims another type is refused, and so are programs, scripts, web
pages, archives, Office documents, and files that are two things at once (a picture with an archive behind it, a PDF
with a script or another file inside). Pictures are not decoded.

| Evidence | Types |
|---|---|
{rows}
Up to 50 MB, recordings up to 150 MB: `shops.attachment_mb` and `shops.recording_mb` in `qa.toml`. An empty file, a link,
a pipe, and a file that changes while it is read are refused. A file is kept in `attachments/` of the project under the
hash of its content, whole or not at all, and once however often it is brought. The time a photo was taken is read from
its EXIF data (`DateTimeOriginal` with `OffsetTimeOriginal`). Office documents and web pages print as PDF.
"""


def page() -> str:
    """The whole page."""
    pages = check_pages()
    parts = [BEFORE]
    families = [(FAMILIES[name], list(of)) for name, of in groupby(pages, lambda p: p.code[:2])]
    parts += (table(title, ((p, " ✎" if p.at_entry else "") for p in of)) for title, of in families)
    parts += (section(one) for one in pages)
    parts.append(AFTER.format(rows=_types()))
    return "\n".join(parts)


def _types() -> str:
    from qa_toolkit.shops.attachments.file_types import ALLOWED

    return "".join(
        f"| {kind} | {', '.join(suffix for one in types for suffix in one.suffixes)} |\n"
        for kind, types in ALLOWED.items()
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"wrote {PAGE}")

"""One file is attached twice.

Mostly the wrong picture was chosen the second time: the label was meant, and the receipt is there
twice. Required evidence is then there in number only.

Bad:

```yaml
attachments: [{kind: photo, hash: aa11, taken: '2026-11-10 10:02:00'}, {kind: receipt, hash: aa11, taken: '2026-11-10 10:02:00'}]
```

Good:

```yaml
attachments: [{kind: photo, hash: aa11, taken: '2026-11-10 10:02:00'}, {kind: receipt, hash: bb22, taken: '2026-11-10 10:02:00'}]
```
"""

from collections.abc import Iterator

from qa_toolkit.shops.checks.interface import Check, Context, Found


def _find(context: Context) -> Iterator[Found]:
    names: dict[str, str] = {}
    for kept in context.log.attachments:
        if kept.hash in names:
            first = names[kept.hash]
            as_what = "" if first == kept.name else f", the first time as '{first}'"
            yield Found("evidence", f"'{kept.name}' is attached twice{as_what}")
        names.setdefault(kept.hash, kept.name)


CHECK = Check(
    code="M505",
    severity="info",
    title="same file twice",
    fix="attach each file once, or the second one that was meant",
    manual=__doc__,
    find=_find,
)

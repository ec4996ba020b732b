"""A photo does not say when it was taken.

Chat programs take the time out of pictures, and so do pictures of a screen. The photo is kept; it
proves what it shows, and not when.

Bad:

```yaml
attachments: [{kind: photo}]
```

Good:

```yaml
attachments: [{kind: photo, taken: '2026-11-10 10:04:00'}]
```
"""

from collections.abc import Iterator

from qa_toolkit.shops.checks.interface import Check, Context, Found


def _find(context: Context) -> Iterator[Found]:
    for kept in context.log.attachments:
        if kept.kind == "photo" and kept.taken_at is None:
            yield Found("evidence", f"'{kept.name}' does not say when it was taken")


CHECK = Check(
    code="M504",
    severity="info",
    title="photo without a time",
    fix="send the picture as the camera made it, not through a chat",
    manual=__doc__,
    find=_find,
)

"""The same file was brought as evidence of another shop.

A photo of an earlier visit proves nothing about this one. Files are compared by the hash of their
content; a picture that was cut or saved anew is not known again.

Bad:

```yaml
attachments: [{kind: photo, hash: aa11, taken: '2026-11-10 10:02:00'}]
earlier: [{shop: autumn-0, attachments: [{kind: photo, hash: aa11}]}]
```

Good:

```yaml
attachments: [{kind: photo, hash: bb22, taken: '2026-11-10 10:02:00'}]
earlier: [{shop: autumn-0, attachments: [{kind: photo, hash: aa11}]}]
```
"""

from collections.abc import Iterator

from qa_toolkit.shops.checks.interface import Check, Context, Found


def _find(context: Context) -> Iterator[Found]:
    until = context.first_at or context.now
    for kept in context.log.attachments:
        for shop, at in context.earlier.photos.get(kept.hash, ()):
            if shop != context.log.shop and (until is None or at < until):
                yield Found(
                    "evidence",
                    f"'{kept.name}' was brought for another shop as well",
                    for_editors=shop,
                )


CHECK = Check(
    code="M502",
    severity="warning",
    title="photo or file of another shop",
    fix="attach the one of this shop; say so in the story where both shops share it",
    manual=__doc__,
    find=_find,
)

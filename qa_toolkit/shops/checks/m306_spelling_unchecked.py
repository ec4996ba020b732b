"""Spelling was not looked at, because its library is not installed.

Spelling is left to pyspellchecker, which is an extra: it brings dictionaries of several megabytes.
Everything else is checked without it.

Bad:

```yaml
spelling: absent
```

Good:

```yaml
spelling: installed
```
"""

from collections.abc import Iterator

from qa_toolkit.shops.checks.dictionary import has_library
from qa_toolkit.shops.checks.interface import Check, Context, Found


def _find(context: Context) -> Iterator[Found]:
    if not has_library() and context.log.narrative.strip():
        yield Found("shop", "spelling was not looked at: the extra 'spelling' is not installed")


CHECK = Check(
    code="M306",
    severity="info",
    title="spelling not looked at",
    fix="pip install 'qa-toolkit[spelling]'",
    manual=__doc__,
    find=_find,
)

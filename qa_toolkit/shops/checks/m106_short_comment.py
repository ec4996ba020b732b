"""A comment has one word or two.

"Good" or "see above" tells nobody what was seen. Three words can: "no badge worn". Beside an answer
that needs no comment two words can, too ("no queue"), and so can a quote; there only words without any
content are told, such as "fine" and "yes".

Bad:

```yaml
comments: {help: Fine.}
```

Good:

```yaml
comments: {help: She blocked it at once.}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.phrase import plain
from qa_toolkit.domain.wording import counted
from qa_toolkit.shops.checks.interface import Check, Context, Found
from qa_toolkit.shops.checks.texts import comments
from qa_toolkit.shops.checks.words import in_one_line, is_blank, without_quotes, words

LEAST = 3
_EMPTY_WORDS = (
    "yes no ok okay fine good great perfect alright all above below before see as well nothing "
    "everything normal usual done very correct right true"
)
_EMPTY = frozenset(_EMPTY_WORDS.split())


def _find(context: Context) -> Iterator[Found]:
    needed = {section.id for section in context.form.sections} | {
        question.id
        for question in context.asked()
        if question.needs_comment(context.log.observation(question.id).answer)
    }
    for where, text in comments(context.form, context.log):
        told = words(text)
        is_short = len(told) < LEAST and not is_blank(text)
        if is_short and (_EMPTY.issuperset(told) or (where in needed and not _is_quote(text))):
            yield Found(
                where, f"the comment '{in_one_line(text)}' has {counted(len(told), 'word')}"
            )


def _is_quote(text: str) -> bool:
    return without_quotes(text) != plain(text)


CHECK = Check(
    code="M106",
    severity="warning",
    title="comment of a word or two",
    fix="say who did or said what",
    manual=__doc__,
    find=_find,
    at_entry=True,
)

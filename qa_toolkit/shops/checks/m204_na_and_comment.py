"""A question is answered N/A while the comment tells that it happened.

N/A takes a question out of the score. It is for what could not be met: no receipt where nothing was
bought. The comments on the question and its section are looked at, as for M201. English only.

Bad:

```yaml
answers: {welcome.greeted: na, welcome.name: null}
comments: {welcome: She greeted me and asked for the number of the card.}
```

Good:

```yaml
answers: {welcome.greeted: na, welcome.name: null}
comments: {welcome: A machine took the number of the card.}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.answer import NOT_APPLICABLE
from qa_toolkit.shops.checks.behaviours import act_asked_for
from qa_toolkit.shops.checks.clauses import Says
from qa_toolkit.shops.checks.interface import Check, Context, Found
from qa_toolkit.shops.checks.readings import elsewhere, on_question
from qa_toolkit.shops.checks.texts import is_english
from qa_toolkit.shops.checks.words import in_one_line


def _find(context: Context) -> Iterator[Found]:
    if not is_english(context.form):
        return
    for question in context.asked():
        noted = context.log.observation(question.id)
        if question.type != "yes_no" or noted.answer != NOT_APPLICABLE:
            continue
        act = act_asked_for(question.text)
        read = list(on_question(noted.comment, act))
        if act is not None:
            read += elsewhere(context.log.comments.get(question.section, ""), act)
        told = [words for said, words in read if said is Says.DONE]
        if told:
            yield Found(question.id, f"N/A to '{question.text}', but '{in_one_line(told[0])}'")


CHECK = Check(
    code="M204",
    severity="warning",
    title="N/A, but the comment tells of it",
    fix="answer Yes or No; N/A is for what could not happen",
    manual=__doc__,
    find=_find,
    at_entry=True,
)

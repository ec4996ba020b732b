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
from qa_toolkit.shops.checks.clauses import Says, clauses_of, says
from qa_toolkit.shops.checks.interface import Check, Context, Found
from qa_toolkit.shops.checks.texts import cut, is_english, without_quotes


def _find(context: Context) -> Iterator[Found]:
    if not is_english(context.form):
        return
    log = context.log
    for question in context.asked():
        noted = log.observation(question.id)
        act = act_asked_for(question.text) if question.type == "yes_no" else None
        if act is None or noted.answer != NOT_APPLICABLE:
            continue
        texts = (noted.comment, log.comments.get(question.section, ""))
        clauses = [clause for text in texts for clause in clauses_of(without_quotes(text))]
        told = (
            clause for clause in clauses if says(clause, act.said, timed=act.timed) is Says.DONE
        )
        if clause := next(told, ""):
            yield Found(question.id, f"N/A to '{question.text}', but '{cut(clause)}'")


CHECK = Check(
    code="M204",
    severity="warning",
    title="N/A, but the comment tells of it",
    fix="answer Yes or No; N/A is for what could not happen",
    manual=__doc__,
    find=_find,
    at_entry=True,
)

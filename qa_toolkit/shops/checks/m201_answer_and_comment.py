"""The comment says the opposite of the answer.

One of the two is wrong, and the score follows the answer. Looked at are the comment on the question,
the comment on its section and the story. Behaviours that every shop is asked about are known in many
wordings (greeting, name, badge, goodbye, thanks, apology, receipt, "anything else", proof of age);
others by the verb and the noun of a question such as "Is the card blocked?".

It is silent where a text says both, hedges ("only", "until", "should have"), tells of other people,
or repeats words in quotation marks. English only.

Bad:

```yaml
answers: {welcome.greeted: "no", welcome.name: null}
comments:
  welcome.greeted: She greeted me warmly.
```

Good:

```yaml
answers: {welcome.greeted: "no", welcome.name: null}
comments:
  welcome.greeted: The agent did not greet me, the first words were "Card number?".
  welcome: I was not greeted, the first words were "Card number?".
narrative: >-
  I called at nine. After twenty seconds a voice said "Card number?", blocked the card and read out
  the reference.
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.shop.form import FormQuestion
from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.shops.checks.behaviours import Act, act_asked_for
from qa_toolkit.shops.checks.clauses import Says, clauses_of, says
from qa_toolkit.shops.checks.interface import Check, Context, Found
from qa_toolkit.shops.checks.texts import Written, cut, is_english, without_quotes

_SAYS = {"yes": Says.DONE, "no": Says.NOT_DONE}


def _find(context: Context) -> Iterator[Found]:
    if not is_english(context.form):
        return
    for question in context.asked():
        answer = context.log.observation(question.id).answer
        act = act_asked_for(question.text) if question.type == "yes_no" else None
        if act is None or not isinstance(answer, str) or answer.casefold() not in _SAYS:
            continue
        if against := _against(_SAYS[answer.casefold()], act, question, context.log):
            yield Found(
                question.id,
                f"'{answer}' to '{question.text}', but '{cut(against.text)}' ({against.where})",
            )


def _against(wanted: Says, act: Act, question: FormQuestion, log: ShopLog) -> Written | None:
    """The first clause that says the opposite, where no clause anywhere says the same."""
    against: Written | None = None
    for where, text in _texts(question, log):
        for clause in clauses_of(without_quotes(text)):
            said = says(clause, act.said, timed=act.timed)
            if said is wanted:
                return None
            if said is not None and against is None:
                against = Written(where, clause)
    return against


def _texts(question: FormQuestion, log: ShopLog) -> Iterator[Written]:
    yield Written("the comment", log.observation(question.id).comment)
    yield Written("the comment on the section", log.comments.get(question.section, ""))
    yield Written("the story", log.narrative)


CHECK = Check(
    code="M201",
    severity="warning",
    title="answer and comment contradict each other",
    fix="change the answer or the comment, whichever is wrong",
    manual=__doc__,
    find=_find,
    at_entry=True,
)

"""The comment says the opposite of the answer.

One of the two is wrong, and the score follows the answer. Looked at are the comment on the question,
those on the sections, and the story. Behaviours that every shop is asked about are known in many
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
from qa_toolkit.shops.checks.clauses import Says
from qa_toolkit.shops.checks.interface import Check, Context, Found
from qa_toolkit.shops.checks.readings import elsewhere, on_question
from qa_toolkit.shops.checks.texts import Written, is_english
from qa_toolkit.shops.checks.words import in_one_line

_SAYS = {"yes": Says.DONE, "no": Says.NOT_DONE}


def _find(context: Context) -> Iterator[Found]:
    if not is_english(context.form):
        return
    for question in context.asked():
        answer = context.log.observation(question.id).answer
        if question.type != "yes_no" or not isinstance(answer, str):
            continue
        if answer.casefold() not in _SAYS:
            continue
        act = act_asked_for(question.text)
        if against := _against(_SAYS[answer.casefold()], act, question, context.log):
            yield Found(
                question.id,
                f"'{answer}' to '{question.text}', but '{in_one_line(against.text)}' ({against.where})",
            )


def _against(wanted: Says, act: Act | None, question: FormQuestion, log: ShopLog) -> Written | None:
    """The first words that say the opposite, where no words anywhere say the same."""
    against: Written | None = None
    for where, said, words in _read(question, act, log):
        if said is wanted:
            return None
        if against is None:
            against = Written(where, words)
    return against


def _read(question: FormQuestion, act: Act | None, log: ShopLog) -> Iterator[tuple[str, Says, str]]:
    own = log.observation(question.id).comment
    yield from (("the comment", said, text) for said, text in on_question(own, act))
    if act is not None:
        for where, text in _others(question, log):
            yield from ((where, said, clause) for said, clause in elsewhere(text, act))


def _others(question: FormQuestion, log: ShopLog) -> Iterator[tuple[str, str]]:
    yield "the comment on the section", log.comments.get(question.section, "")
    for section, text in log.comments.items():
        if section != question.section:
            yield f"the comment on {section}", text
    yield "the story", log.narrative


CHECK = Check(
    code="M201",
    severity="warning",
    title="answer and comment contradict each other",
    fix="change the answer or the comment, whichever is wrong",
    manual=__doc__,
    find=_find,
    at_entry=True,
)

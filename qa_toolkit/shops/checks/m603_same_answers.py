"""All answers are those of another shop of the same shopper in this scenario.

Two good shops can be alike. Where all of five answers and more agree, down to a number among them, or
all of twelve without any, the comments deserve a second look.

Bad:

```yaml
scenario: {id: long}
answers: {welcome.wait: 23}
earlier: [{shop: autumn-0, scenario: long, answers: {welcome.wait: 23}}]
```

Good:

```yaml
scenario: {id: long}
answers: {welcome.wait: 23}
earlier: [{shop: autumn-0, scenario: long, answers: {welcome.wait: 41}}]
```
"""

from collections.abc import Iterator, Mapping

from qa_toolkit.domain.answer import Answer
from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.shops.checks.interface import Check, Context, Found

LEAST = 5
_MANY = 12


def _find(context: Context) -> Iterator[Found]:
    counted = frozenset(one.id for one in context.form.questions() if one.required)
    own = _given(context.log, counted)
    until = context.first_at or context.now
    has_number = any(isinstance(answer, int | float) for answer in own.values())
    if len(own) < (LEAST if has_number else _MANY):
        return
    for one in context.earlier.by_scenario.get(context.form.scenario, ()):
        if one.shop == context.log.shop or one.shopper != context.log.shopper:
            continue
        if (until is None or one.at < until) and _given(one.log, counted) == own:
            yield Found("shop", f"all {len(own)} answers are those of {one.shop}")


def _given(log: ShopLog, counted: frozenset[str]) -> Mapping[str, Answer | frozenset[str]]:
    """The answers that count, several choices in any order."""
    return {
        question: answer if isinstance(answer, str | int | float) else frozenset(answer)
        for question, answer in log.answers().items()
        if question in counted
    }


CHECK = Check(
    code="M603",
    severity="info",
    title="same answers as in another shop",
    fix="look at the comments: they tell whether both took place",
    manual=__doc__,
    find=_find,
)

"""The shopper is to ask staff for something that breaks a rule, or to wrong them.

That is entrapment: it finds what was put there. Codes of the trade and the law of many countries
forbid it, and staff who hear of it will not take the next round for fair.


Bad:

```yaml
probe: [Ask the agent to make an exception and send the card without an identity check.]
```

Good:

```yaml
probe: ["When you are asked who you are, give your name and your date of birth."]
```
"""

import re
from collections.abc import Iterator

from qa_toolkit.shops.scenarios.rules.interface import Found, Rule, Subject
from qa_toolkit.shops.scenarios.rules.texts import english, first_said, texts

_WORDS = re.compile(
    r"\b(?:(?:break|bend|ignore)\w* (?:the|a|any|your|their|its) (?:rules?|law|policy|policies)"
    r"|against (?:the|your|their|company) (?:rules?|law|policy)|mak\w+ an exception"
    r"|off the (?:record|books)|under the (?:table|counter)"
    r"|without (?:(?:a|an|any|the|asking|for|your|showing) ){0,3}"
    r"(?:prescription|identity|id|proof|identification|age check)"
    r"|(?:pretend|claim)\w* (?:that )?(?:to be|you are) (?:an? |the )?"
    r"(?:police\w*|inspector|doctor|lawyer|official|minor|under age)"
    r"|bribe\w*|(?:other|another) (?:customer|person|patient)'?s'? (?:data|details|address|account|"
    r"order|number)|provok\w*|insult\w*|threaten\w*|shout\w* at|swear\w* at|flirt\w*"
    r"|(?:offer|slip)\w* (?:them |him |her |the \w+ )?(?:cash|money))\b",
    re.IGNORECASE,
)


def _find(subject: Subject) -> Iterator[Found]:
    if english(subject.scenario):
        for path, text in texts(subject.scenario, "goal", "opening_line", "probe", "do"):
            if said := first_said(_WORDS, text):
                yield path, f"'{said}' leads staff to break a rule, or wrongs them"


RULE = Rule(
    code="S402",
    severity="warning",
    title="entrapment",
    fix="let the shopper see what happens, and accept the answer",
    manual=__doc__,
    find=_find,
)

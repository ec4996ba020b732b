"""Nothing has to be brought back.

A log alone cannot show that somebody was there. Every channel leaves something: a receipt, a photo of
the front, the call list of the telephone, the export of a chat, the e-mail itself.


Bad:

```yaml
evidence: []
```

Good:

```yaml
evidence: [{kind: document, text: "The call list, with number and length."}]
```
"""

from collections.abc import Iterator

from qa_toolkit.shops.scenarios.rules.interface import Found, Rule, Subject


def _find(subject: Subject) -> Iterator[Found]:
    if not subject.scenario.evidence:
        yield ("evidence",), "no proof is asked for, though this channel can give some"


RULE = Rule(
    code="S203",
    severity="info",
    title="no proof asked for",
    fix="ask for one thing in 'evidence' that is easy to bring back",
    manual=__doc__,
    find=_find,
)

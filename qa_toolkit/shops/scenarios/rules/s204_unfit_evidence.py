"""A kind of proof that this channel does not leave.

The shopper could not bring it back, and would be held up at the end of the form.


Bad:

```yaml
evidence: [{kind: chat, text: The whole chat.}]
```

Good:

```yaml
evidence: [{kind: recording, text: "The call, where recording is allowed."}]
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.shops.scenarios.rules.interface import Found, Rule, Subject

_SPOKEN = (Channel.CALL, Channel.VISIT)


def _find(subject: Subject) -> Iterator[Found]:
    channel = subject.scenario.channel
    unfit = "chat" if channel in _SPOKEN else "recording"
    for number, one in enumerate(subject.scenario.evidence):
        if one.kind == unfit:
            yield ("evidence", number, "kind"), f"a {channel} leaves no {unfit}"


RULE = Rule(
    code="S204",
    severity="warning",
    title="proof that cannot be had",
    fix="ask for a kind that this channel leaves",
    manual=__doc__,
    find=_find,
)

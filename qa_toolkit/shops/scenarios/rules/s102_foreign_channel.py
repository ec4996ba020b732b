"""The rubric is not made for the scenario's channel.

Its questions ask for what cannot be seen or heard there, and scores of one channel would stand among
those of another.


Bad:

```yaml
channel: visit
```

Good:

```yaml
channel: call
```
"""

from collections.abc import Iterator

from qa_toolkit.shops.scenarios.rules.interface import Found, Rule, Subject


def _find(subject: Subject) -> Iterator[Found]:
    rubric, channel = subject.rubric, subject.scenario.channel
    if rubric is not None and channel not in rubric.applies_to.channels:
        known = ", ".join(rubric.applies_to.channels)
        yield ("channel",), f"the rubric '{rubric.id}' is for {known}, not for {channel}"


RULE = Rule(
    code="S102",
    severity="error",
    title="a channel that is not the rubric's",
    fix="choose a rubric for this channel, or name the channel in its 'applies_to'",
    manual=__doc__,
    find=_find,
)

"""The format is missing, unknown, or newer than this toolkit.

`format` says by which rules a file is to be read. A newer format may mean something else by the same
words, so a file is refused rather than guessed at.

Bad:

```yaml
format: 7
id: example
```

Good:

```yaml
format: 1
id: example
version: 1.0.0
title: An example
applies_to: {channels: [visit]}
pass_mark: 60
sections:
  - id: counter
    title: At the counter
    weight: 1
    criteria:
      - {id: counter.served, question: Were you served?, type: yes_no, rate: manual}
```
"""

from qa_toolkit.rubric.rules.interface import Rule

RULE = Rule(
    code="R005",
    severity="error",
    title="unknown format",
    fix="write 'format: 1', or upgrade the toolkit where the format is newer",
    manual=__doc__,
)

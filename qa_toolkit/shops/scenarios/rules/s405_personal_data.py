"""What looks like the data of a real person: an address, a number of a card or an account.

Scenarios go into git, into briefs and to shoppers. Invent what nobody can have: an address at
example.com, a number of the kinds that are kept for drama.


Bad:

```yaml
hold_back: [The card is 4556 7375 8689 9855.]
```

Good:

```yaml
hold_back: [The card ends in 20.]
```
"""

from qa_toolkit.shops.scenarios.rules.interface import Rule

RULE = Rule(
    code="S405",
    severity="warning",
    title="personal data",
    fix="write an invented one that nobody can have, such as name@example.com",
    manual=__doc__,
)

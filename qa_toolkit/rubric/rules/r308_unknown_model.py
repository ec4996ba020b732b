"""A rubric names a model that is not there or cannot be used.

A model is named by its name when it ships with the toolkit, or by its file, as a path from the
rubric's folder that ends in `.json`. Models of your own are made by `qa calibrate fit`.

Bad:

```yaml
customer_sentiment: customer-feelings-en
```

Good:

```yaml
customer_sentiment: customer-sentiment-en
```
"""

from qa_toolkit.rubric.rules.interface import Rule

RULE = Rule(
    code="R308",
    severity="error",
    title="model that cannot be used",
    fix="name a model that ships, or a model file by its path from the rubric's folder",
    manual=__doc__,
)

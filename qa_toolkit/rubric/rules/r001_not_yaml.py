"""The file cannot be read as YAML, or not safely.

Rubrics are read by YAML 1.2, strictly. A text that holds a colon and a space, or begins with `[`, `*`
or another sign, needs quotation marks; tabs do not indent. Refused are aliases (`*name`), with which
a small file can unfold into gigabytes, more than one document, nesting over 40 levels, files over
2 MB, and bytes that are not text.

Bad:

```yaml
description: Courtesy: please and thank you
```

Good:

```yaml
description: "Courtesy: please and thank you"
```
"""

from qa_toolkit.rubric.rules.interface import Rule

RULE = Rule(
    code="R001",
    severity="error",
    title="cannot be read as YAML",
    fix="correct the place that is named, or put the text in quotation marks",
    manual=__doc__,
)

"""The scoring guide: sections, criteria and the indicators that find their evidence.

One shape for file and program: these models read the YAML of format 1 and are what `scoring`
works with. `extra="forbid"` turns a misspelt key into a problem instead of a silent default;
the descriptions become the JSON Schema that editors show.
"""

from qa_toolkit.domain.rubric.condition import (
    AppliesWhen,
    Critical,
    CriticalClass,
    CriticalRule,
    Cue,
)
from qa_toolkit.domain.rubric.criterion import AnswerType, Criterion, Option, Range
from qa_toolkit.domain.rubric.indicator import (
    AttributeIndicator,
    CommitmentIndicator,
    Indicator,
    InterruptionIndicator,
    ModelIndicator,
    OrderIndicator,
    PhraseIndicator,
    ResponseTimeIndicator,
    SentimentShiftIndicator,
    SilenceIndicator,
)
from qa_toolkit.domain.rubric.rubric import (
    AppliesTo,
    CriticalPolicies,
    Placed,
    Policy,
    Requires,
    Rubric,
    Section,
    Subsection,
)
from qa_toolkit.domain.rubric.words import Phrases

__all__ = [
    "AnswerType", "AppliesTo", "AppliesWhen", "AttributeIndicator", "CommitmentIndicator", "Criterion", "Critical",
    "CriticalClass", "CriticalPolicies", "CriticalRule", "Cue", "Indicator",
    "InterruptionIndicator", "ModelIndicator", "Option", "OrderIndicator", "PhraseIndicator", "Phrases", "Placed", "Policy",
    "Range", "Requires", "ResponseTimeIndicator", "Rubric", "Section", "SentimentShiftIndicator",
    "SilenceIndicator", "Subsection",
]  # fmt: skip

"""The few words that writers choose looks by."""

from typing import Literal

Tone = Literal["for", "against", "context"]
OutcomeKind = Literal["pass", "fail", "not_scored"]
StatusKind = Literal["rated", "not_applicable", "needs_review"]

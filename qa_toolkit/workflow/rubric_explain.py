"""The manual pages of lint rules: one, those of a family, or all."""

from dataclasses import dataclass

from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.domain.manual import ManualPage, is_meant, manual_of
from qa_toolkit.errors import UsageError
from qa_toolkit.findings.report import RuleText
from qa_toolkit.rubric.rules import RULE_CODES, RULES
from qa_toolkit.rubric.rules.interface import Rule
from qa_toolkit.rubric.suppress import NEVER
from qa_toolkit.workflow.rubric_codes import CASE_TEXTS, DIFF_TEXTS

FAMILIES = {
    "R0": "Reading the file",
    "R1": "Identity",
    "R2": "Scoring",
    "R3": "Logic",
    "R4": "Wording",
    "R5": "Indicators",
    "R6": "Fairness and compliance",
}
"""What the rules that begin so are about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(ManualPage):
    """The manual page of a rule.

    Attributes:
        silence: the comment that keeps the finding away; empty where there can be none.
    """

    silence: str


def notes(which: str) -> tuple[RuleText, ...]:
    """What there is to say of codes of `qa rubric test` (T) and `diff` (D): one, or a family."""
    wanted = which.strip().upper()
    known = (*CASE_TEXTS, *DIFF_TEXTS) if wanted else ()
    return tuple(
        text for text in known if text.code.startswith(wanted) or is_meant(which, text.code)
    )


def pages(which: str = "") -> tuple[Page, ...]:
    """The pages of a code (`R204`), of a family (`R2` or `R2xx`), or of all rules, by code.

    Raises:
        UsageError: there is no such code or family.
    """
    found = tuple(_page(rule) for rule in RULES if is_meant(which, rule.code))
    if not found:
        codes = (*RULE_CODES, *(text.code for text in (*CASE_TEXTS, *DIFF_TEXTS)))
        near = did_you_mean(which.strip().upper(), sorted(codes))
        raise UsageError(
            f"there is no code '{which}'{near}", hint="'qa rubric explain' lists all codes"
        )
    return found


def _page(rule: Rule) -> Page:
    manual = manual_of(rule)
    return Page(
        code=rule.code,
        severity=rule.severity,
        title=rule.title,
        summary=manual.summary,
        why=manual.why,
        bad=manual.bad,
        good=manual.good,
        fix=rule.fix,
        silence="" if rule.code in NEVER else f"# qa: disable={rule.code} reason",
    )

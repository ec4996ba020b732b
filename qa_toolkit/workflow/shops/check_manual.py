"""The manual pages of the checks of shops: one, those of a family, or all."""

from dataclasses import dataclass

from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.domain.manual import ManualPage, is_meant, manual_of
from qa_toolkit.errors import UsageError
from qa_toolkit.findings.report import RuleText
from qa_toolkit.shops.checks.interface import Check
from qa_toolkit.shops.checks.table import CHECKS

FAMILIES = {
    "M0": "Right and form",
    "M1": "Completeness",
    "M2": "Contradictions",
    "M3": "Wording",
    "M4": "Times and place",
    "M5": "Evidence",
    "M6": "Copies",
    "M7": "People",
}
"""What the checks that begin so are about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPage(ManualPage):
    """The manual page of a check; its YAML is parts of a log.

    Attributes:
        at_entry: whether it speaks while the form is filled in.
    """

    at_entry: bool


def check_pages(which: str = "") -> tuple[CheckPage, ...]:
    """The pages of a code (`M201`), of a family (`M2` or `M2xx`), or of all checks, by code.

    Raises:
        UsageError: there is no such code or family.
    """
    found = tuple(_page(check) for check in CHECKS if is_meant(which, check.code))
    if not found:
        near = did_you_mean(which.strip().upper(), [check.code for check in CHECKS])
        raise UsageError(
            f"there is no code '{which}'{near}", hint="'qa shop check --codes' lists all codes"
        )
    return found


def check_texts() -> dict[str, RuleText]:
    """What there is to say of every check, by code, for reports in other formats."""
    return {
        page.code: RuleText(
            code=page.code,
            title=page.title,
            severity=page.severity,
            explanation=f"{page.summary}\n\n{page.why}\n\nWhat to do: {page.fix}.",
            help_anchor=f"docs/shop-checks.md#{page.code.lower()}",
        )
        for page in check_pages()
    }


def _page(check: Check) -> CheckPage:
    manual = manual_of(check)
    return CheckPage(
        code=check.code,
        severity=check.severity,
        title=check.title,
        summary=manual.summary,
        why=manual.why,
        bad=manual.bad,
        good=manual.good,
        fix=check.fix,
        at_entry=check.at_entry,
    )

"""Running the checks: of a whole log, and of one question while it is being filled in."""

from collections.abc import Iterable

from qa_toolkit.domain.shop.finding import ShopFinding
from qa_toolkit.domain.shop.form import ShopForm
from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.shops.checks.interface import Check, Context
from qa_toolkit.shops.checks.table import CHECKS

_BEFORE = ("shop", "location", "staff", "times", "reference")
_BEHIND = ("narrative", "evidence")


def findings_of(context: Context) -> tuple[ShopFinding, ...]:
    """All that the checks say of a log, in the order of the form, then by code."""
    return _run(context, CHECKS)


def at_entry(form: ShopForm, log: ShopLog, question: str) -> tuple[ShopFinding, ...]:
    """What can be said of one place while somebody fills the form in.

    Only checks that need nothing but the form and the log speak.

    Args:
        form: what is filled in.
        log: as far as it is filled in.
        question: id of a question or a section, or `times`, `staff`, `narrative`, `reference`.
    """
    able = (check for check in CHECKS if check.at_entry)
    found = _run(Context(form=form, log=log), able)
    return tuple(one for one in found if one.where == question)


def _run(context: Context, checks: Iterable[Check]) -> tuple[ShopFinding, ...]:
    found = {
        ShopFinding(
            code=check.code,
            where=one.where,
            message=one.message,
            hint=one.hint or check.fix,
            severity=check.severity,
            for_editors=one.for_editors,
        )
        for check in checks
        for one in check.find(context)
    }
    places = _places(context.form)
    return tuple(
        sorted(
            found,
            key=lambda one: (
                places.get(one.where, len(places)),
                one.where,
                one.code,
                one.message,
                one.hint,
                one.for_editors,
            ),
        )
    )


def _places(form: ShopForm) -> dict[str, int]:
    """Where each place stands in the form."""
    journey = [
        name
        for section in form.sections
        for name in (*(question.id for question in section.questions), section.id)
    ]
    return {name: place for place, name in enumerate((*_BEFORE, *journey, *_BEHIND))}

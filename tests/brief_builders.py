"""Briefs of shops, each value to be replaced by name."""

from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from shop_builders import assignment, rubric, scenario

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.shop.form_making import form_of
from qa_toolkit.domain.shop.plan import Location, Shopper
from qa_toolkit.shops.briefs import Brief, Errand, brief_of

CERTIFICATION = {
    "pass_mark": 80,
    "questions": [
        {
            "id": "first",
            "question": "What do you say first of all?",
            "options": ["Only the greeting", "The secret word quince", "Nothing"],
            "answer": 2,
            "why": "Because the quince opens every door.",
        }
    ],
}


def brief(
    known: Rubric | None = None,
    *,
    certified: bool = True,
    planned: dict[str, Any] | None = None,
    location: dict[str, Any] | None = None,
    **changed: Any,
) -> Brief:
    """The brief of the small shop; words of the scenario are replaced by name."""
    played = scenario(**changed)
    fees: dict[str, Any] = {"fee": Decimal("12.5"), "most_expenses": Decimal(5)}
    errand = Errand(
        assignment=assignment(**fees | (planned or {})),
        scenario=played,
        form=form_of(played, known or rubric(), "f0"),
        location=Location(
            **{"id": "north", "name": "North desk", "address": "0800 1234"} | (location or {})
        ),
        shopper=Shopper(id="maya", name="Maya Lind", profile={}),
        zone=ZoneInfo("Europe/Berlin"),
        certified=certified,
    )
    return brief_of(errand)

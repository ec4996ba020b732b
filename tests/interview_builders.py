"""Interviews about the small scenario of `shop_builders`, and what is typed into them."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from shop_builders import START, assignment, form, plan_file

from qa_toolkit.domain.shop.form import ShopForm
from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.shops.interview.state import Basis, Interview, begin
from qa_toolkit.shops.interview.turn import Turn
from qa_toolkit.shops.interview.turns import heard

WHOLE = (
    "Dana Fox",
    "",
    "T-4711",
    "10:00 10:00:20 10:05",
    "y",
    "yes",
    "",
    "Dana said good morning and gave her first name.",
    "y",
    "2",
    "Yes, the way was short.",
    "She blocked the card at once and promised a courier for Thursday.",
    "I called at ten. Dana answered after twenty seconds, asked for my name and blocked the card. "
    "She read the reference number aloud and said that a courier would come.",
    "",
)
"""Lines that fill the whole form in, up to the review."""


def basis(*, the_form: ShopForm | None = None, **changed: Any) -> Basis:
    return Basis(
        form=the_form or form(),
        assignment=assignment(**changed),
        locations=plan_file().locations,
        zone=ZoneInfo("Europe/Berlin"),
    )


def interview(*lines: str, the_form: ShopForm | None = None) -> Interview:
    """After these lines, from an empty log."""
    empty = ShopLog(shop="autumn-1", scenario_hash="f0", shopper="maya")
    return typed(begin(basis(the_form=the_form), empty, at="staff"), *lines).interview


def typed(now: Interview, *lines: str, at: datetime = START) -> Turn:
    """The last of several turns; a second passes before each."""
    turn = Turn(interview=now)
    for second, line in enumerate(lines):
        turn = heard(turn.interview, line, at + timedelta(seconds=second))
    return turn

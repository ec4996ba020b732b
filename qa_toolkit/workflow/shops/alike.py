"""What makes a log the same log whichever way it came in: terminal, file or page."""

from dataclasses import replace

from qa_toolkit.domain.said import folded, tidy
from qa_toolkit.domain.shop.form import ShopForm
from qa_toolkit.domain.shop.log import Observation, ShopLog
from qa_toolkit.workflow.shops.as_kept import as_kept
from qa_toolkit.workflow.shops.shops import OpenShop


def alike(log: ShopLog, opened: OpenShop) -> ShopLog:
    """A log as it is kept: names in one line, a location by its id, and nothing that says nothing.

    Raises:
        UsageError: as `as_kept`.
    """
    named = replace(
        log,
        staff=_in_one_line(log.staff),
        location=_location(log.location, opened),
        reference=_in_one_line(log.reference),
        comments={section: text for section, text in log.comments.items() if text.strip()},
        observations=tuple(one for one in log.observations if _says_something(one)),
    )
    return as_kept(named)


def only_asked(log: ShopLog, form: ShopForm) -> ShopLog:
    """Without what was noted on questions that the other answers rule out.

    A draft keeps it, so that it comes back with its question; handed in, it counts for nothing.
    """
    asked = {question.id for question in form.asked(log.answers())}
    known = {question.id for question in form.questions()}
    kept = (one for one in log.observations if one.question in asked or one.question not in known)
    return replace(log, observations=tuple(kept))


def _location(said: str, opened: OpenShop) -> str:
    """The id of the one location that is named; as it was said where there is none."""
    wanted, locations = folded(said), opened.file.locations
    found = [one.id for one in locations if folded(one.id) == wanted] or [
        one.id for one in locations if one.name and folded(one.name) == wanted
    ]
    return found[0] if len(found) == 1 else _in_one_line(said)


def _in_one_line(text: str) -> str:
    return " ".join(tidy(text).split())


def _says_something(one: Observation) -> bool:
    return one.answer not in (None, "") or bool(one.comment.strip())

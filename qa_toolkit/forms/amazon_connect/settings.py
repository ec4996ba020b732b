"""What an Amazon Connect form says about itself: scoring, language, reviews."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast, get_args

from qa_toolkit.forms.amazon_connect.thresholds import bands_in
from qa_toolkit.forms.amazon_connect.weights import Mode
from qa_toolkit.forms.json_fields import Fields

_MODES: tuple[str, ...] = get_args(Mode)
_STATUSES = ("ENABLED", "DISABLED")
_LONGEST_APPEAL = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How the form is scored, if it is, and the keys of a rubric that say the rest."""

    mode: Mode
    scored: bool
    keys: Mapping[str, object]


def settings_in(form: Fields) -> Settings:
    """Read everything about a form but its items."""
    strategy = form.inner("ScoringStrategy")
    mode = _mode(form, strategy)
    scored = _is_scored(strategy)
    keys: dict[str, object] = {"description": form.prose("Description")}
    keys |= _language(form) | bands_in(strategy) | _appeal(form)
    target = form.inner("TargetConfiguration")
    kind = target.text("ContactInteractionType")
    if kind not in ("", "AGENT"):
        place = target.at("ContactInteractionType")
        form.reading.differences.lost(place, f"a form for {kind.lower()} contacts")
    return Settings(mode=mode, scored=scored, keys=keys)


def _mode(form: Fields, strategy: Fields) -> Mode:
    mode = strategy.text("Mode", required="ScoringStrategy" in form)
    if mode and mode not in _MODES:
        form.reading.problem(strategy.at("Mode"), f"'{mode}' is none of {', '.join(_MODES)}")
    return cast("Mode", mode) if mode in _MODES else "SECTION_ONLY"


def _is_scored(strategy: Fields) -> bool:
    status, place = strategy.text("Status"), strategy.at("Status")
    if status not in ("", *_STATUSES):
        strategy.reading.problem(place, f"'{status}' is none of {', '.join(_STATUSES)}")
    if not status:
        what, became = "not said whether it is scored", "scored, as far as answers have scores"
        strategy.reading.differences.changed(place, what, became)
    if status == "DISABLED":
        what, became = "a form that is not scored", "every question has a weight of 0"
        strategy.reading.differences.note(place, what, became)
    return status != "DISABLED"


def _language(form: Fields) -> dict[str, object]:
    configuration = form.inner("LanguageConfiguration")
    code = configuration.text("FormLanguage")
    place = configuration.at("FormLanguage")
    language, _, region = code.partition("-")
    if not code:
        form.reading.differences.note(place, "no language is named", "en is assumed")
        return {}
    if not (len(language) == 2 and language.isascii() and language.islower()):
        form.reading.problem(place, f"'{code}' is no language code such as en-US")
        return {}
    if region:
        form.reading.differences.note(place, f"the language '{code}'", f"'{language}'")
    return {"language": language}


def _appeal(form: Fields) -> dict[str, object]:
    """Days in which a review may be asked for."""
    review = form.inner("ReviewConfiguration")
    days = review.whole("EligibilityDays")
    if days is None:
        return {}
    if not 1 <= days <= _LONGEST_APPEAL:
        review.reading.differences.lost(review.at("EligibilityDays"), f"{days} days for reviews")
        return {}
    return {"appeal_days": days}

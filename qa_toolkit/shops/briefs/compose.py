"""An assignment with its scenario and form → the brief of one person, one place and one day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.shop.form import ShopForm
from qa_toolkit.domain.shop.log import Mark
from qa_toolkit.domain.shop.plan import Assignment, Location, Shopper
from qa_toolkit.domain.shop.scenario import Scenario
from qa_toolkit.domain.wording import counted
from qa_toolkit.shops.briefs import words
from qa_toolkit.shops.briefs.questions import stages_of
from qa_toolkit.shops.briefs.view import Brief, Fact
from qa_toolkit.shops.days import weekday_shown, window_shown

_HOLDS_ON_PAPER = 3
_LEAST_LINES, _WORDS_A_LINE = 6, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """What a brief is made from.

    Attributes:
        zone: of the clock of the location.
        certified: whether the shopper may carry the scenario out.
    """

    assignment: Assignment
    scenario: Scenario
    form: ShopForm
    location: Location
    shopper: Shopper
    zone: tzinfo
    certified: bool


def brief_of(errand: Errand) -> Brief:
    """The brief; nothing in it tells the answers of the certification."""
    scenario, form, assignment = errand.scenario, errand.form, errand.assignment
    timings = words.timings(form.channel, form.marks)
    deadline = _deadline(errand)
    return Brief(
        language=scenario.language,
        title=scenario.title,
        shop=assignment.id,
        warning=_warning(errand),
        facts=tuple(_facts(errand, deadline)),
        persona=scenario.persona.name,
        story=scenario.persona.story,
        goal=scenario.goal,
        opening_line=scenario.opening_line,
        steps=tuple(_steps(errand)),
        hold_back=scenario.hold_back,
        probe=scenario.probe,
        do=scenario.do,
        do_not=scenario.do_not,
        timings=tuple(Fact(label=label, text=text) for label, text in timings.items()),
        evidence=tuple(
            Fact(
                label=words.EVIDENCE[one.kind] + ("" if one.required else ", if you can"),
                text=one.text,
                own=True,
            )
            for one in scenario.evidence
        ),
        code=words.CODE,
        ethics=scenario.ethics,
        staff_told=scenario.staff_told,
        pay=tuple(_pay(assignment)),
        stages=stages_of(form),
        times=tuple(_times(form)),
        words=form.narrative_words,
        story_lines=max(_LEAST_LINES, 2 + form.narrative_words // _WORDS_A_LINE),
        deadline=deadline,
    )


def _warning(errand: Errand) -> str:
    certification = errand.scenario.certification
    if errand.certified or certification is None:
        return ""
    questions = counted(len(certification.questions), "question")
    return (
        f"Not yet certified: first answer {questions} about this brief with "
        f"qa shop certify {errand.shopper.id} {errand.scenario.id}. Until then nothing can be logged."
    )


def _facts(errand: Errand, deadline: str) -> Iterator[Fact]:
    location = errand.location
    where = location.with_address
    yield Fact(label="Where", text=where, own=True)
    yield Fact(label="When", text=_window(errand))
    yield Fact(label="How", text=words.CHANNELS[errand.form.channel])
    yield Fact(label="Hand in", text=deadline)
    yield Fact(label="Shopper", text=errand.shopper.shown, own=True)


def _window(errand: Errand) -> str:
    known = errand.assignment
    return f"{window_shown(known.opens_at, known.closes_at, errand.zone)} ({errand.zone} time)"


def _deadline(errand: Errand) -> str:
    """Until when it is handed in; the latest moment is known, as the shop begins before the window closes."""
    hours = errand.scenario.submit_hours
    last = (errand.assignment.closes_at + timedelta(hours=hours)).astimezone(errand.zone)
    return f"within {counted(hours, 'hour')} of the end, at the latest {_moment(last)}"


def _moment(moment: datetime) -> str:
    return f"{weekday_shown(moment)}, {moment:%H:%M}"


def _steps(errand: Errand) -> Iterator[str]:
    channel = errand.form.channel
    is_visit = channel is Channel.VISIT
    yield "Read this brief again until you can play it without paper" + (
        "; it stays at home, and the form stays in your bag." if is_visit else "."
    )
    begin = words.BEGIN[channel]
    where = f": {errand.location.address}" if errand.location.address else ""
    yield f"{begin} within the window{where}. Note the start to the second."
    yield "Begin with your first words as they stand here, and note when somebody answers."
    if errand.scenario.hold_back:
        yield "Tell what you hold back only when you are asked for it."
    if errand.scenario.probe:
        yield "Ask or mention what is to be probed, once each, as it fits."
    yield "Note the end. Then, out of sight and at once, note names, times and exact words."
    yield f"Fill the form in and hand it in by the deadline above: qa shop log {errand.assignment.id}"


def _pay(assignment: Assignment) -> Iterator[str]:
    money = assignment.currency
    if assignment.fee:
        yield f"{assignment.fee:.2f} {money} when the shop is final."
    if assignment.most_expenses:
        yield f"Expenses up to {assignment.most_expenses:.2f} {money}, with receipts."
    if not assignment.fee and not assignment.most_expenses:
        yield "No fee and no expenses were agreed for this shop."


def _times(form: ShopForm) -> Iterator[str]:
    for mark in form.marks:
        if mark is Mark.HOLD:
            for number in range(1, _HOLDS_ON_PAPER + 1):
                yield f"{Mark.HOLD.shown} {number}"
                yield f"{Mark.RESUMED.shown} {number}"
        elif mark is not Mark.RESUMED:
            yield mark.shown

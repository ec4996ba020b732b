"""Why a shop found no place: the most specific reason, in words, with counts."""

from collections import Counter
from collections.abc import Iterator

from qa_toolkit.domain.shop.plan import PlanFile, Shopper
from qa_toolkit.domain.wording import counted, listed
from qa_toolkit.shops.planning.board import Board, Task
from qa_toolkit.shops.planning.days import Kept
from qa_toolkit.shops.planning.demand import Wanted
from qa_toolkit.shops.planning.profile import misfits, shown

_MOST_VALUES = 5


def reason(wanted: Wanted, file: PlanFile, board: Board) -> str:
    """Why a shop that is not on the board is not there."""
    if not wanted.days.possible:
        return _no_day(wanted)
    if not wanted.fitting:
        return _nobody_fits(wanted, file)
    return _nobody_free(wanted, board)


def _no_day(wanted: Wanted) -> str:
    kept = wanted.days.kept
    length = sum(kept.values())
    parts = [f"{kept[one]} {one.value}" for one in Kept if kept.get(one)]
    if kept.get(Kept.HOURS) == length:
        return f"location and scenario have no hours in common on any of {_days(length)}"
    return f"none of the plan's {_days(length)} is left: {', '.join(parts)}"


def _nobody_fits(wanted: Wanted, file: PlanFile) -> str:
    asked = wanted.scenario.persona.profile
    shoppers = counted(len(file.shoppers), "shopper")
    failing = Counter(name for one in file.shoppers for name in misfits(asked, one.profile))
    never = [name for name in asked if failing[name] == len(file.shoppers)]
    if not never:
        together = listed([f"{name} {' or '.join(asked[name])}" for name in asked])
        return f"no shopper fits the persona: {together} at once ({shoppers})"
    parts = (f"{name} {' or '.join(asked[name])} ({_values(name, file)})" for name in never)
    return f"no shopper fits the persona: {'; '.join(parts)}"


def _values(name: str, file: PlanFile) -> str:
    """`2 shoppers: 61 and 34`."""
    values = sorted({shown(one.profile.get(name)) for one in file.shoppers})
    more = [f"{len(values) - _MOST_VALUES} more"] if len(values) > _MOST_VALUES else []
    shoppers = counted(len(file.shoppers), "shopper")
    return f"{shoppers}: {listed([*values[:_MOST_VALUES], *more])}"


def _nobody_free(wanted: Wanted, board: Board) -> str:
    task = wanted.task()
    found = Counter(_hindrance(one, wanted, task, board) for one in wanted.fitting)
    fitting = counted(len(wanted.fitting), "fitting shopper")
    if len(found) == 1:
        (only,) = found
        return f"{_all(len(wanted.fitting))} {only}"
    return f"of {fitting}, {', '.join(_each(found))}"


def _each(found: Counter[str]) -> Iterator[str]:
    for what, count in sorted(found.items(), key=lambda one: (-one[1], one[0])):
        yield f"{count} {what}"


def _all(count: int) -> str:
    if count == 1:
        return "the only fitting shopper"
    return f"{'both' if count == 2 else f'all {count}'} fitting shoppers"


def _hindrance(shopper: Shopper, wanted: Wanted, task: Task, board: Board) -> str:
    """The first rule that leaves a shopper no day, as the end of "3 of them …"."""
    limits = board.limits
    if wanted.location.id in shopper.not_at:
        return "not to be sent there (not_at)"
    if not board.has_room(shopper.id):
        return f"with the most shops allowed ({limits.most[shopper.id]})"
    present = task.days & limits.present[shopper.id]
    if not present:
        return f"away on {_every(task.days.bit_count())}"
    returning = present & ~board.returning(shopper.id, task.location)
    if not returning:
        return f"there already within {limits.days_before_return} days"
    apart = returning & ~board.blocked(task.location)
    if not apart:
        return f"without a day {limits.days_between} days from other shops there"
    if not apart & ~board.full_days(shopper.id):
        return f"busy with {counted(limits.most_per_day, 'shop')} on {_every(apart.bit_count())}"
    return "free only where another shop would lose its place"


def _every(days: int) -> str:
    return "the only day left" if days == 1 else f"all {days} days left"


def _days(count: int) -> str:
    return counted(count, "day")

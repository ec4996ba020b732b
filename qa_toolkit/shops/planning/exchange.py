"""Exchanges: a shop without a place takes another's, which finds a new one.

The search goes breadth first from the shop: with which shoppers could it lie if one other shop gave
way, and could that one lie elsewhere, or in a third one's place, and so on (augmenting paths, as in
the matching of Kuhn and Berge). Where shops keep no distance it finds a place whenever there is
one; where they do, the location is packed anew (`repack`). Both are bounded in steps, never in
time, so that they end alike on every machine.
"""

from dataclasses import dataclass, field

from qa_toolkit.shops.planning.board import Board, Budget, Spot, Task
from qa_toolkit.shops.planning.keys import draw_key
from qa_toolkit.shops.planning.repack import is_small, on_first_days, repack
from qa_toolkit.shops.planning.room import chosen_day, most_at

_ROUNDS = 3
_STEPS_EACH, _STEPS_AT_LEAST = 2_000, 100_000
"""How often a shopper is looked at, by shop of the plan, and at least."""
_TARGETS, _STEPS_A_MOVE = 2, 20
"""Shoppers to whom a way is tried to its end, and what a trial costs. Without distances between
shops the first one succeeds."""


@dataclass(slots=True)
class _Search:
    """What searches that failed have seen to lead nowhere."""

    dead: set[str] = field(default_factory=set)
    spent: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """A shop, with the shop that wants its place and the shopper who would hold that one."""

    task: Task
    before: "_Way | None" = None
    shopper: str = ""


def exchange(board: Board, seed: str, *, gently: bool = False) -> None:
    """Place what is left, where shops that are placed can give way.

    Args:
        board: takes what finds a place.
        seed: of the draw.
        gently: look for a chain before a location is packed anew: that takes longer, and fewer
            shops move.
    """
    budget = Budget(steps=max(_STEPS_AT_LEAST, _STEPS_EACH * len(board.tasks)))
    ordered = sorted(board.tasks.values(), key=lambda one: (draw_key(seed, one.id), one.id))
    most = {one.location: most_at(board, one.location) for one in ordered}
    in_vain: dict[str, frozenset[tuple[str, Spot]]] = {}
    for _ in range(_ROUNDS):
        search, found = _Search(), False
        for task in ordered:
            place = task.location
            if task.id in board.spots or len(board.at_location[place]) >= most[place]:
                continue
            here = frozenset((one, board.spots[one]) for one in board.at_location[place])
            anew = in_vain.get(place) != here  # else the location was packed as it is, in vain
            if (
                (anew and not gently and on_first_days(board, place, seed))
                or _placed(board, task, seed, search, budget)
                or (anew and gently and on_first_days(board, place, seed))
                or (anew and repack(board, place, seed, budget))
            ):
                found = True
            elif not is_small(board):
                in_vain[place] = here
        if not found:
            return


def _placed(board: Board, task: Task, seed: str, search: _Search, budget: Budget) -> bool:
    """Find a place for one shop; `seen` are shops, `spent` shoppers whose shops were all seen."""
    seen, spent = {task.id} | search.dead, set(search.spent)
    queue = [_Way(task=task)]
    for way in queue:  # it grows while it is read
        budget.steps -= len(way.task.fitting)
        if budget.steps < 0:
            return False
        targets, givers = _looked_around(board, way, seen, spent)
        for shopper in targets[:_TARGETS]:
            budget.steps -= _STEPS_A_MOVE
            if _carried_out(board, way, shopper, seed):
                return True
        queue += givers
    search.dead |= seen
    search.spent |= spent
    return False


def _looked_around(
    board: Board, way: _Way, seen: set[str], spent: set[str]
) -> tuple[list[str], list[_Way]]:
    """Who has a day for a shop, and whose place it could take, as if it did not lie anywhere."""
    task = way.task
    spot = board.take(task) if task.id in board.spots else None
    targets: list[str] = []
    givers: list[_Way] = []
    for shopper in task.fitting:
        room = board.has_room(shopper)
        if not room and shopper in spent:
            continue
        here = spot is not None and spot.shopper == shopper
        if (
            here
            and way.shopper == shopper
            and board.load(shopper) + 1 >= board.limits.most[shopper]
        ):
            continue  # on another day it would still take the room that is wanted
        days = board.open_days(task, shopper)
        free = days & ~board.full_days(shopper)
        if room and (free & ~(1 << spot.day) if here and spot else free):
            targets.append(shopper)
            continue  # if the way fails there, then for the days of a location, not the shopper's
        for other in _in_the_way(board, task, shopper, days, free, seen):
            seen.add(other.id)
            givers.append(_Way(task=other, before=way, shopper=shopper))
        if free:
            spent.add(shopper)
    if spot is not None:
        board.put(task, spot)
    return targets, givers


def _in_the_way(
    board: Board, task: Task, shopper: str, days: int, free: int, seen: set[str]
) -> list[Task]:
    """The unseen shops of which any one, if it gave way, would make room with a shopper.

    Args:
        board: without the shop.
        task: what needs room.
        shopper: where.
        days: what location and shopper leave.
        free: those of them on which the shopper has not the most shops of a day.
        seen: shops that a way leads to already.
    """
    if days:
        mine = (board.tasks[one] for one in board.of_shopper[shopper] if one not in seen)
        return [one for one in mine if free or days >> board.spots[one.id].day & 1]
    if not task.days & board.limits.present[shopper]:
        return []
    there = [board.tasks[one] for one in board.at_location[task.location] if one not in seen]
    return [one for one in there if _opens(board, task, shopper, one)]


def _opens(board: Board, task: Task, shopper: str, other: Task) -> bool:
    """Whether a shop could lie with a shopper if another did not lie where it lies."""
    spot = board.take(other)
    found = bool(board.free(task, shopper))
    board.put(other, spot)
    return found


def _carried_out(board: Board, way: _Way, shopper: str, seed: str) -> bool:
    """Move every shop of a way, the last one first; all stays where one finds no day after all."""
    moves = [(way.task, shopper)]
    here = way
    while here.before is not None:
        moves.append((here.before.task, here.shopper))
        here = here.before
    before = [(task, board.take(task)) for task, _ in moves if task.id in board.spots]
    done: list[Task] = []
    for task, target in moves:
        days = board.free(task, target)
        if not days:
            break
        board.put(task, Spot(target, chosen_day(board, task, days, seed)))
        done.append(task)
    if len(done) == len(moves):
        return True
    for task in done:
        board.take(task)
    for task, spot in before:
        board.put(task, spot)
    return False

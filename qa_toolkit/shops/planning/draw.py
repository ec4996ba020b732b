"""The draw: every shop gets a shopper and a day, as many of them as the rules leave room for.

1. Shops are placed one by one, those with the fewest possibilities (fitting shoppers × days) first,
   equal ones by their draw key. Each goes to the shopper with the fewest shops so far, of equal
   ones the one with the smallest key of shop and shopper; and on the day on which the location has
   the fewest shops, then on which the plan has the fewest, then with the smallest key of shop and
   day. Days that would leave no room for the location's other shops are taken last.
2. What found no place is tried again with exchanges (`exchange`).
3. Shops move from shoppers with many to shoppers with fewer of them, as long as two lie between;
   then what still has no place is tried as in 1.
"""

import sys
from collections.abc import Callable, Iterable, Mapping

from qa_toolkit.shops.planning.board import Board, Limits, Spot, Task
from qa_toolkit.shops.planning.exchange import exchange
from qa_toolkit.shops.planning.keys import draw_key
from qa_toolkit.shops.planning.room import chosen_day

METHOD = 2
"""Raised with every change by which a seed gives another plan: plans of another method cannot be
drawn again to be verified. The first one did not know `repack.on_first_days`."""
_ROUNDS = 3
"""Of levelling; the second seldom finds anything."""


def silent() -> None:
    """Tells nobody how far a draw is."""


def draw(
    tasks: Iterable[Task], limits: Limits, seed: str, each: Callable[[], object] = silent
) -> Board:
    """Place shops; what has no spot on the board found none.

    Args:
        tasks: the shops.
        limits: what every placement keeps.
        seed: of the draw.
        each: called behind each shop, to tell how far the draw is.
    """
    board = Board(tasks, limits)
    _place_all(board, seed, each)
    exchange(board, seed)
    level(board, seed)
    for task in sorted(board.tasks.values(), key=lambda one: _key(seed, one)):
        if task.id not in board.spots:  # a move may have left room behind
            place(board, task, seed)
    return board


def draw_rest(
    tasks: Iterable[Task],
    limits: Limits,
    seed: str,
    spots: Mapping[str, Spot],
    each: Callable[[], object] = silent,
) -> Board:
    """Place shops of which most have a spot already, and disturb as few as can be.

    A shop stays in its spot where that is still free, those with the smallest key first. The others
    are placed as in a draw. Shops that could stay give way only where one finds no place otherwise,
    and no loads are levelled.

    Args:
        tasks: the shops.
        limits: what every placement keeps.
        seed: of the draw.
        spots: where shops lay, by id.
        each: called behind each shop.
    """
    board = Board(tasks, limits)
    for task in sorted(board.tasks.values(), key=lambda one: _key(seed, one)):
        spot = spots.get(task.id)
        if spot and spot.shopper in task.fitting and board.free(task, spot.shopper) >> spot.day & 1:
            board.put(task, spot)
            each()
    _place_all(board, seed, each)
    exchange(board, seed, gently=True)
    return board


def _place_all(board: Board, seed: str, each: Callable[[], object]) -> None:
    left = [one for one in board.tasks.values() if one.id not in board.spots]
    for task in sorted(left, key=lambda one: (_scarce(one), _key(seed, one))):
        place(board, task, seed)
        each()


def place(board: Board, task: Task, seed: str) -> bool:
    """Place a shop with the shopper who has the fewest; False where nobody has a day."""
    found: list[tuple[str, int]] = []
    fewest = sys.maxsize
    for shopper in task.fitting:
        load = board.load(shopper)
        if load > fewest:
            continue
        if days := board.free(task, shopper):
            if load < fewest:
                found, fewest = [], load
            found.append((shopper, days))
    if not found:
        return False
    shopper, days = min(found, key=lambda one: (draw_key(seed, task.id, one[0]), one[0]))
    board.put(task, Spot(shopper, chosen_day(board, task, days, seed)))
    return True


def level(board: Board, seed: str) -> None:
    """Move shops to shoppers who have at least two fewer."""
    for _ in range(_ROUNDS):
        loads: Mapping[str, int] = {one: board.load(one) for one in board.limits.present}
        moved = False
        for shopper in sorted(loads, key=lambda one: (-loads[one], draw_key(seed, one), one)):
            for task_id in sorted(board.of_shopper[shopper]):
                moved |= _moved_down(board, board.tasks[task_id], seed)
        if not moved:
            return


def _moved_down(board: Board, task: Task, seed: str) -> bool:
    spot = board.spots[task.id]
    most = board.load(spot.shopper) - 2
    lighter = [one for one in task.fitting if board.load(one) <= most]
    if not lighter:
        return False
    board.take(task)
    lighter.sort(key=lambda one: (board.load(one), draw_key(seed, task.id, one), one))
    for shopper in lighter:
        if days := board.free(task, shopper):
            same = 1 << spot.day & days
            day = spot.day if same else chosen_day(board, task, days, seed)
            board.put(task, Spot(shopper, day))
            return True
    board.put(task, spot)
    return False


def _scarce(task: Task) -> int:
    return len(task.fitting) * task.days.bit_count()


def _key(seed: str, task: Task) -> tuple[bytes, str]:
    return draw_key(seed, task.id), task.id

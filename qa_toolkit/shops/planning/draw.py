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

from collections.abc import Iterable, Mapping

from qa_toolkit.shops.planning.board import Board, Limits, Spot, Task
from qa_toolkit.shops.planning.exchange import exchange
from qa_toolkit.shops.planning.keys import draw_key
from qa_toolkit.shops.planning.room import chosen_day

_ROUNDS = 3
"""Of levelling; the second seldom finds anything."""


def draw(tasks: Iterable[Task], limits: Limits, seed: str) -> Board:
    """Place shops; what has no spot on the board found none."""
    board = Board(tasks, limits)
    for task in sorted(board.tasks.values(), key=lambda one: (_scarce(one), _key(seed, one))):
        place(board, task, seed)
    exchange(board, seed)
    level(board, seed)
    for task in sorted(board.tasks.values(), key=lambda one: _key(seed, one)):
        if task.id not in board.spots:  # a move may have left room behind
            place(board, task, seed)
    return board


def place(board: Board, task: Task, seed: str) -> bool:
    """Place a shop with the shopper who has the fewest; False where nobody has a day."""
    found: list[tuple[str, int]] = []
    fewest = len(board.tasks)
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

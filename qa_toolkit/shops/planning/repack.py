"""A location packed anew: its shops change days and shoppers together, so that one more fits.

Days between shops, and days before a shopper returns, tie the shops of one location to each other;
moving one at a time can miss what moving two finds. So all of them, and of a small plan all shops,
are taken off the board and placed again: the one with the fewest days first, trying days in the
order of their keys, and going back where one is left without a day.
"""

from qa_toolkit.shops.planning.board import Board, Budget, Spot, Task, bits
from qa_toolkit.shops.planning.keys import draw_key
from qa_toolkit.shops.planning.room import chosen_day

_MOST_SHOPS = 12
"""Packed together; with more of them the search would hardly end."""
_STEPS = 20_000
"""For one shop."""
_SHOPPERS = 3
"""Tried on one day: the ones with the fewest shops."""


def on_first_days(board: Board, location: str, seed: str) -> bool:
    """Place one more shop of a location than there are, each on the first day that is left.

    Quick, and it finds as many as there can be where all may be held on the same days and shoppers
    are there; all stays where it does not. Then each takes one of the days between its neighbours
    as any other shop does, the last one first: nobody is to foresee the days.
    """
    group = [board.tasks[one] for one in (*board.at_location[location], *board.waiting[location])]
    if board.limits.days_between < 2 or not _has_room(board, group):
        return False
    before = [(one, board.take(one)) for one in group if one.id in board.spots]
    days = {one.id: one.days for one in group}
    order = {one.id: (one.days.bit_length(), draw_key(seed, one.id), one.id) for one in group}
    while days:
        blocked = board.blocked(location)
        left = {name: bits_left for name, one in days.items() if (bits_left := one & ~blocked)}
        if not left:
            break
        name = min(left, key=lambda one: (left[one] & -left[one], order[one]))
        first = left[name] & -left[name]
        task = board.tasks[name]
        free = [one for one in task.fitting if board.free(task, one) & first]
        if not free:
            days[name] &= ~first
            continue
        shopper = min(free, key=lambda one: (board.load(one), draw_key(seed, name, one), one))
        board.put(task, Spot(shopper, first.bit_length() - 1))
        del days[name]
    placed = [one for one in group if one.id in board.spots]
    if len(placed) > len(before):
        for one in sorted(placed, key=lambda one: -board.spots[one.id].day):
            shopper = board.take(one).shopper
            day = chosen_day(board, one, board.free(one, shopper), seed)
            board.put(one, Spot(shopper, day))
        return True
    for one in placed:
        board.take(one)
    for one, spot in before:
        board.put(one, spot)
    return False


def repack(board: Board, location: str, seed: str, budget: Budget) -> bool:
    """Place one more shop of a location than there are; all stays where that is not found.

    Which ones are placed may change: one shop can stand in the way of two others. Where the days of
    the location have no room for one more (`room.most_at`), there is nothing to be found.
    """
    ids = (
        board.tasks if is_small(board) else (*board.at_location[location], *board.waiting[location])
    )
    group = [board.tasks[one] for one in sorted(ids)]
    placed = [one for one in group if one.id in board.spots]
    if not placed or len(group) > _MOST_SHOPS or not _has_room(board, group):
        return False
    before = [(one, board.take(one)) for one in placed]
    own = Budget(steps=min(_STEPS, budget.steps))
    budget.steps -= own.steps
    packed = _packed(board, group, len(group) - len(placed) - 1, seed, own)
    budget.steps += max(own.steps, 0)
    if not packed:
        for one, spot in before:
            board.put(one, spot)
    return packed


def is_small(board: Board) -> bool:
    """Whether all shops of a plan are packed together."""
    return len(board.tasks) <= _MOST_SHOPS


def _has_room(board: Board, group: list[Task]) -> bool:
    """Whether somebody may take one more of these shops."""
    return any(board.has_room(one) for task in group for one in task.fitting)


def _packed(board: Board, left: list[Task], spare: int, seed: str, budget: Budget) -> bool:
    """Place all that is left but `spare` of it; the board is as before where that fails."""
    if not left:
        return True
    budget.steps -= sum(len(one.fitting) for one in left)
    if budget.steps < 0:
        return False
    options = {one.id: _options(board, one) for one in left}
    task = min(left, key=lambda one: (len(options[one.id]), draw_key(seed, one.id), one.id))
    rest = [one for one in left if one is not task]
    for day in sorted(options[task.id], key=lambda day: draw_key(seed, task.id, str(day))):
        for shopper in options[task.id][day]:
            board.put(task, Spot(shopper, day))
            if _packed(board, rest, spare, seed, budget):
                return True
            board.take(task)
    return spare > 0 and _packed(board, rest, spare - 1, seed, budget)


def _options(board: Board, task: Task) -> dict[int, list[str]]:
    """By day, the shoppers with the fewest shops who could hold it."""
    found: dict[int, list[str]] = {}
    for shopper in sorted(task.fitting, key=lambda one: (board.load(one), one)):
        for day in bits(board.free(task, shopper)):
            known = found.setdefault(day, [])
            if len(known) < _SHOPPERS:
                known.append(shopper)
    return found

"""A location packed anew: its shops change days and shoppers together, so that one more fits.

Days between shops, and days before a shopper returns, tie the shops of one location to each other;
moving one at a time can miss what moving two finds. So all of them, and of a small plan all shops,
are taken off the board and placed again: the one with the fewest days first, trying days in the
order of their keys, and going back where one is left without a day.
"""

from qa_toolkit.shops.planning.board import Board, Budget, Spot, Task, bits
from qa_toolkit.shops.planning.keys import draw_key

_MOST_SHOPS = 12
"""Packed together; with more of them the search would hardly end."""
_STEPS = 20_000
"""For one shop."""
_SHOPPERS = 3
"""Tried on one day: the ones with the fewest shops."""


def repack(board: Board, location: str, seed: str, budget: Budget) -> bool:
    """Place one more shop of a location than there are; all stays where that is not found.

    Which ones are placed may change: one shop can stand in the way of two others.
    """
    small = len(board.tasks) <= _MOST_SHOPS
    ids = board.tasks if small else (*board.at_location[location], *board.waiting[location])
    group = [board.tasks[one] for one in sorted(ids)]
    placed = [one for one in group if one.id in board.spots]
    able = {one for wanted in group for one in wanted.fitting}
    if not placed or len(group) > _MOST_SHOPS or not any(board.has_room(one) for one in able):
        return False
    before = [(one, board.take(one)) for one in placed]
    own = Budget(steps=min(_STEPS, budget.steps))
    budget.steps -= own.steps
    packed = (small or _days_apart(board, group) > len(placed)) and _packed(
        board, group, len(group) - len(placed) - 1, seed, own
    )
    budget.steps += max(own.steps, 0)
    if not packed:
        for one, spot in before:
            board.put(one, spot)
    return packed


def _days_apart(board: Board, group: list[Task]) -> int:
    """How many of a location's shops its days have room for, whoever has time on them."""
    apart = board.limits.days_between
    if not apart:
        return len(group)
    left, count = 0, 0
    for task in group:
        left |= task.days & ~board.blocked(task.location)
    while left:
        first = (left & -left).bit_length() - 1
        left &= ~board.near(first, apart)
        count += 1
    return count


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

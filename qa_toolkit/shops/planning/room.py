"""Which of the free days a shop takes, and how many shops the days of a location can hold."""

from qa_toolkit.shops.planning.board import Board, Task, bits
from qa_toolkit.shops.planning.keys import draw_key


def chosen_day(board: Board, task: Task, free: int, seed: str) -> int:
    """The day on which location and plan have the fewest shops; equal ones by their key.

    Days that would leave no room for what still waits at the location are passed over, as long as
    there are others.
    """
    at_location = [board.spots[one].day for one in board.at_location.get(task.location, ())]
    days = _roomy(board, task, free) or list(bits(free))
    fewest = min((at_location.count(day), board.on_day[day]) for day in days)
    equal = [day for day in days if (at_location.count(day), board.on_day[day]) == fewest]
    if len(equal) == 1:
        return equal[0]
    return min(equal, key=lambda day: (draw_key(seed, task.id, str(day)), day))


def _roomy(board: Board, task: Task, free: int) -> list[int]:
    """The free days behind which all that waits at the location still finds a day of its own."""
    apart = board.limits.days_between
    waiting = [board.tasks[one].days for one in board.waiting[task.location] if one != task.id]
    if apart < 2 or not waiting:
        return []
    blocked = board.blocked(task.location)
    return [
        day
        for day in bits(free)
        if _all_find(waiting, blocked | board.near(day, apart), board, apart)
    ]


def _all_find(waiting: list[int], blocked: int, board: Board, apart: int) -> bool:
    """Whether each finds a day when the one that ends first takes the first it can."""
    for days in sorted(waiting, key=int.bit_length):
        left = days & ~blocked
        if not left:
            return False
        first = (left & -left).bit_length() - 1
        blocked |= board.near(first, apart)
    return True


def most_at(board: Board, location: str) -> int:
    """How many of a location's shops its days have room for, whoever has time on them.

    As many as are found by taking the first day left again and again, of all on which any of its
    shops may be held: no placement has more, and where all may be held on the same days, one has as
    many if there are shoppers for it.
    """
    group = [board.tasks[one] for one in (*board.at_location[location], *board.waiting[location])]
    apart = board.limits.days_between
    if apart < 2:
        return len(group)
    left, count = 0, 0
    for task in group:
        left |= task.days
    left &= ~board.kept_off(location)
    while left and count < len(group):
        first = (left & -left).bit_length() - 1
        left &= ~board.near(first, apart)
        count += 1
    return count

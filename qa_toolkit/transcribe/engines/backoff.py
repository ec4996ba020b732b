"""How long to wait before a server is asked again."""

import time
from email.utils import parsedate_to_datetime
from random import SystemRandom

FIRST_WAIT_S, LONGEST_WAIT_S = 0.5, 30.0
_random = SystemRandom()


def backed_off_s(attempt: int) -> float:
    """How long to wait after a try: twice as long each time, and never quite the same.

    Many workers that were refused together would otherwise come back together.
    """
    longest = min(FIRST_WAIT_S * 2**attempt, LONGEST_WAIT_S)
    return _random.uniform(longest / 2, longest)


def waiting_s(retry_after: str) -> float:
    """What a server asks to wait, in seconds or until a date (RFC 9110 10.2.3); 0 if it does not."""
    if retry_after.strip().isdecimal():
        return float(retry_after)
    try:
        return max(0.0, parsedate_to_datetime(retry_after).timestamp() - time.time())
    except (ValueError, OverflowError):
        return 0.0

"""Times of cues, as WebVTT and SubRip write them.

WebVTT: https://www.w3.org/TR/webvtt1/#webvtt-timestamp; SubRip has the same with a decimal comma.
Each format's files are met with the other's sign, and with hours or milliseconds left out.
"""

import re

from qa_toolkit.errors import Unusable
from qa_toolkit.intake.chat import LONGEST_S

ARROW = "-->"

_TIME = re.compile(r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?", re.ASCII)


def read_times(line: str) -> tuple[float, float]:
    """Start and end in seconds from the line `00:01.000 --> 00:02.500`; settings may follow.

    Raises:
        Unusable: one of them is no time.
    """
    start, _, rest = line.partition(ARROW)
    return _seconds(start.strip()), _seconds((rest.split() or [""])[0])


def _seconds(text: str) -> float:
    found = _TIME.fullmatch(text)
    if found:
        hours, minutes, seconds = (int(part or 0) for part in found.groups()[:3])
        thousandths = int((found[4] or "").ljust(3, "0"))
        total = hours * 3600 + minutes * 60 + seconds + thousandths / 1000
        if minutes < 60 and seconds < 60 and total <= LONGEST_S:
            return total
    raise Unusable(f"{text[:40]!r} is not a time", hint="write it like 00:01:05.250")

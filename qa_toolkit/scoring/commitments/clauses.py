"""Where a promise begins and ends in its turn."""

import re

from qa_toolkit.scoring.commitments.patterns import either, words

LONGEST = 220
"""Characters of a promise: transcripts without punctuation never end a sentence."""
_UNPUNCTUATED = 90
"""The same in a turn without any punctuation, where hardly anything else ends it."""
_LOOK_BACK = 160
_BOUNDARY = re.compile(r"[.!?](?=\s|$|[\"'\u2019\u201d])|\n")
_GOES_ON = either(
    r"\d",
    words(
        "and then or if once when as_soon as_well unless after before within by at on in between "
        "no_later latest today tomorrow tonight this next mon tues wednes thurs fri satur sun "
        "probably possibly either too"
    ),
)
_MARKS = (
    r"[.!?;](?=\s|$|[\"'\u2019\u201d)])",
    r"[\n(\[\"\u201c\u201d\u2022|^*~<>\u2026]|:(?!\d)|\.\.\.",
    r"https?:|www\.|\s?[-\u2013\u2014]+\s|\s[/#@]\w",
    rf",(?!\s*{_GOES_ON})",
)
_NEW_START = either(
    words(
        "but because however although though is_there are_there anything_else are_you do_you "
        "did_you can_you can_i can_we could_you could_i would_you would_that have_you may_i please "
        "pls thanks? thank_you okay ok alright all_right sorry bye goodbye in_the_meantime "
        "meanwhile let_us_know let_me_know if_you_have_any if_there's_anything if_there_is_anything "
        "which what_is what_was what_are you_can you_may you'll you_will then_you feel_free "
        "rest_assured hope_this hope_that hang_on bear_with does_that does_this"
    ),
    r"have an? (?:great|good|nice|lovely|wonderful)|so (?:please|you|that you|they)",
    r"and (?:i|we|you|they|it|that|this|if|when|once)",
    r"(?<!as )(?<!once )(?<!if )(?<!when )(?<!that )(?<!what )(?<!whether )"
    r"(?:(?:we|i)(?:'re|'m|'ve|'d)|we are|i am)",
)
_STOP = re.compile(either(*_MARKS, rf"\b{_NEW_START}(?!\w)"))
TAIL = re.compile(
    r"(?:[\s,&;]|&amp;?|\b(?:and|so|then|or|as|to|that|well|um|uh|also|just)(?=[\s,]|$))+$"
)
"""What hangs at the end of a stretch and belongs to what follows."""


def sentence_start(text: str, floor: int, place: int) -> int:
    """Where the sentence of a place begins, as far as punctuation and `floor` say."""
    begin = max(floor, place - _LOOK_BACK)
    for boundary in _BOUNDARY.finditer(text, begin, place):
        begin = boundary.end()
    return begin


def clause_end(text: str, verb: int, ceiling: int) -> int:
    """One past the last character of a promise whose verb starts at `verb`."""
    limit = min(ceiling, verb + LONGEST)
    stop = _STOP.search(text, verb, limit)
    if stop is not None:
        end = stop.start()
    elif limit < min(ceiling, len(text)):
        end = max(text.rfind(" ", verb, limit), verb)
    else:
        end = limit
    tail = TAIL.search(text, verb, end)
    return tail.start() if tail else end


def shortened(lower: str, verb: int, end: int, time_end: int | None) -> int:
    """Where a promise ends in a turn without punctuation: behind its time, or soon."""
    if any(mark in lower for mark in ".,!?"):
        return end
    if time_end is not None and verb < time_end <= end:
        return time_end
    if end - verb <= _UNPUNCTUATED:
        return end
    cut = lower.rfind(" ", verb, verb + _UNPUNCTUATED)
    return cut if cut > verb else end

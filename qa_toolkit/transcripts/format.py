"""The names of the formats that a transcript is written in."""

from enum import StrEnum


class Format(StrEnum):
    """Each is the suffix of its files too."""

    TXT = "txt"
    VTT = "vtt"
    SRT = "srt"
    JSON = "json"
    HTML = "html"

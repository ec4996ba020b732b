"""Which files are recordings, which are chats, and what is said of the others."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from qa_toolkit.domain.problem import Problem

Kind = Literal["recording", "transcript", "jsonl", "csv", "bystander", "unknown"]

_KINDS: Mapping[Kind, str] = {
    "recording": ".wav .wave .w64 .mp3 .mp2 .flac .ogg .oga .opus .spx .m4a .mp4 .m4v .mov .3gp .3g2 "
    ".mkv .mka .webm .avi .wma .wmv .asf .aac .amr .awb .gsm .aiff .aif .aifc .au .snd .caf "
    # without a header: transcribed once codec and rate are set
    ".raw .pcm .ulaw .ul .mulaw .alaw .al .sln .vox .g722 .g726",
    "transcript": ".vtt .srt",
    "jsonl": ".jsonl",
    "csv": ".csv",
    # what lies in a project folder beside the interactions and cannot be one
    "bystander": ".md .rst .toml .yaml .yml .ini .cfg .py .sh .log .db .db-wal .db-shm .html .css "
    ".js .png .jpg .jpeg .gif .svg .pdf",
}
_KIND_OF: Mapping[str, Kind] = {
    suffix: kind for kind, suffixes in _KINDS.items() for suffix in suffixes.split()
}
_BYSTANDER_STEMS = ("readme", "license", "licence", "notice", "changelog", "makefile")
_SCHEMA = ".schema.json"
"""What editors complete rubrics by."""
_SYSTEM_FILES = ("thumbs.db", "desktop.ini")

_REMEDIES: Mapping[str, str] = {
    ".ra .rm .ape .wv .ac3 .dss .ds2 .g729 .g723 .voc .qcp .aax .m4p .mts .flv": (
        "convert it to WAV, FLAC or MP3"
    ),
    ".xlsx .xls .ods .tsv .numbers": "save it as CSV with one message a row",
    ".zip .gz .tar .tgz .7z .rar .bz2 .xz .zst": "unpack it",
    ".json": (
        "a recording's own metadata has the recording's name, a transcript has segments; "
        "chats are .jsonl or .csv"
    ),
}
_REMEDY_OF = {suffix: text for suffixes, text in _REMEDIES.items() for suffix in suffixes.split()}
_ANY_REMEDY = (
    "recordings are .wav .mp3 .ogg .opus .flac .m4a .mp4 .webm .gsm and others (docs/recordings.md); "
    "chats are .jsonl and .csv"
)


def kind_of(path: Path) -> Kind:
    """What a file is by its name."""
    name = path.name.casefold()
    if path.stem.casefold() in _BYSTANDER_STEMS or name.endswith(_SCHEMA):
        return "bystander"
    return _KIND_OF.get(path.suffix.casefold(), "unknown")


def is_hidden(name: str) -> bool:
    """Files of the system and of open Office documents, and everything hidden."""
    return name.startswith((".", "~$")) or name.casefold() in _SYSTEM_FILES


def unknown_problem(path: Path) -> Problem:
    """A file that may hold an interaction, in a form that is not read."""
    suffix = path.suffix.casefold()
    what = f"unknown extension {suffix!r}" if suffix else "no file extension"
    return Problem(
        source=str(path), message=f"{what}; not used", hint=_REMEDY_OF.get(suffix, _ANY_REMEDY)
    )

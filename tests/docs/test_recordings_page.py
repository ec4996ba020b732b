"""The page on recordings names all that is read, and nothing else."""

import re
from pathlib import Path

from qa_toolkit.transcribe.audio import RAW_SUFFIXES, SUFFIXES, parse_raw
from qa_toolkit.transcribe.audio.losses import Losses, told
from qa_toolkit.transcribe.audio.raw import RAW_CODECS

PAGE = (Path(__file__).parents[2] / "docs" / "recordings.md").read_text(encoding="utf-8")


def test_every_suffix_stands_on_the_page() -> None:
    _, read, raw = re.split(r"^## (?:What is read|Recordings without a header)$", PAGE, flags=re.M)
    suffixes = re.compile(r"`(\.\w+)`")
    assert set(suffixes.findall(read)) == SUFFIXES
    assert set(suffixes.findall(raw.split("\n## ")[0])) == RAW_SUFFIXES


def test_every_codec_of_headerless_recordings_stands_on_the_page() -> None:
    rows = re.findall(r"^\| `(\w+)` \| .* \| (1|1 to 8) \|$", PAGE, flags=re.M)
    assert dict(rows) == {
        name: "1" if codec.channels == 1 else "1 to 8" for name, codec in RAW_CODECS.items()
    }


def test_the_example_of_the_setting_can_be_read() -> None:
    (example,) = re.findall(r'^raw = "(.*)"$', PAGE, flags=re.M)
    assert str(parse_raw(example)) == example


def test_the_remarks_are_those_that_are_made() -> None:
    remarks = (
        *told(Losses(), 83, 245),
        *told(Losses(packets=3), 190, 245),
        *told(Losses(silence_s=12.4), 245, 245),
    )
    assert [remark for remark in remarks if f"`{remark}`" not in PAGE] == []

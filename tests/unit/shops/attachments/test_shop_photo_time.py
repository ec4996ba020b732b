"""The moment at which a photo was taken, from its EXIF data."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
import shop_files as files
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_toolkit.shops.attachments.file_types import JPEG, PDF, PICTURES, FileType
from qa_toolkit.shops.attachments.photo_time import taken_at


def test_the_original_time_counts_with_the_offset_of_the_camera() -> None:
    photo = files.jpeg("2026:11:10 10:01:00", "+01:00")
    assert taken_at(BytesIO(photo), JPEG) == datetime(2026, 11, 10, 9, 1, tzinfo=UTC)


def test_a_camera_that_knows_no_zone_gives_a_moment_without_one() -> None:
    found = taken_at(BytesIO(files.jpeg("2026:11:10 10:01:00")), JPEG)
    assert found is not None
    assert (found.hour, found.tzinfo) == (10, None)


@pytest.mark.parametrize("taken", ["", "0000:00:00 00:00:00", "2026:13:45 99:00:00", "yesterday"])
def test_no_time_or_a_wrong_one_is_none(taken: str) -> None:
    assert taken_at(BytesIO(files.jpeg(taken)), JPEG) is None


def test_only_pictures_are_asked() -> None:
    assert taken_at(BytesIO(files.jpeg("2026:11:10 10:01:00")), PDF) is None


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(PICTURES),
    st.sampled_from(
        [files.jpeg("2026:11:10 10:01:00", "+01:00"), files.PNG, files.WEBP, files.HEIC]
    ),
    st.lists(st.tuples(st.integers(0, 220), st.integers(0, 255)), max_size=12),
    st.integers(0, 220),
)
def test_damaged_pictures_are_no_trouble(
    is_a: FileType, photo: bytes, changes: list[tuple[int, int]], cut: int
) -> None:
    damaged = bytearray(photo)
    for place, value in changes:
        damaged[place % len(damaged)] = value
    found = taken_at(BytesIO(bytes(damaged[: len(damaged) - cut])), is_a)
    assert found is None or found.year > 0

"""Files that are no workbook of ours, and traps, are refused with a remedy."""

import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from filled_workbooks import part_of, repacked
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scored_builders import report, scored

from qa_toolkit.errors import UsageError
from qa_toolkit.scorecards.interface import write
from qa_toolkit.scorecards.read_back import read_workbook
from qa_toolkit.workbooks import limits

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
DETAIL = "xl/worksheets/sheet4.xml"
"""A sheet, whichever it is."""


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("workbook") / "team.xlsx"
    write(report(scored()), path)
    return path


def part(name: str, data: bytes) -> Callable[[Path, Path], Path]:
    return lambda good, target: repacked(good, target, {name: data})


def content(data: bytes) -> Callable[[Path, Path], Path]:
    def make(_good: Path, target: Path) -> Path:
        target.write_bytes(data)
        return target

    return make


def cut(good: Path, target: Path) -> Path:
    data = good.read_bytes()
    return content(data[: len(data) // 2])(good, target)


def opendocument(_good: Path, target: Path) -> Path:
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<x/>")
    return target


def twice(good: Path, target: Path) -> Path:
    copy = repacked(good, target, {})
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(copy, "a") as archive:
        archive.writestr(DETAIL, "<x/>")
    return copy


def locked_entry(good: Path, target: Path) -> Path:
    data = bytearray(good.read_bytes())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    return content(bytes(data))(good, target)


def a_name_of_no_letters(good: Path, target: Path) -> Path:
    """A name that claims to be UTF-8 and is not."""
    data = bytearray(good.read_bytes())
    at = data.index(b"PK\x01\x02")
    data[at + 9] |= 8
    data[at + 46] = 0xFF
    return content(bytes(data))(good, target)


def many_parts(_good: Path, target: Path) -> Path:
    """A last record that announces more entries than anybody would look at."""
    record = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 60_000, 60_000, 0, 0, 0)
    target.write_bytes(b"PK\x03\x04" + bytes(100) + record)
    return target


@pytest.mark.parametrize(
    ("make", "told"),
    [
        pytest.param(content(b""), "empty", id="nothing"),
        pytest.param(content(b"Interaction,Override\r\ni-1,2\r\n"), "CSV", id="csv"),
        pytest.param(content(b"\xff\xfe" + "a;b\r\n".encode("utf-16-le")), "CSV", id="utf-16 csv"),
        pytest.param(content(b"\x89PNG\r\n\x1a\n" + bytes(64)), "not a workbook", id="a picture"),
        pytest.param(content(OLE), "old format such as .xls", id="xls"),
        pytest.param(
            content(OLE + "EncryptedPackage".encode("utf-16-le")), "password", id="password"
        ),
        pytest.param(locked_entry, "password", id="a locked entry"),
        pytest.param(cut, "cut off", id="truncated"),
        pytest.param(content(b"PK\x03\x04" + bytes(60)), "cut off", id="only a beginning"),
        pytest.param(opendocument, ".ods", id="ods"),
        pytest.param(part("xl/vbaProject.bin", b"x"), "macros", id="macros"),
        pytest.param(part("xl/macrosheets/sheet1.xml", b"<x/>"), "macros", id="old macros"),
        pytest.param(part("xl/workbook.bin", b"x"), ".xlsb", id="xlsb"),
        pytest.param(twice, "one name", id="two parts of a name"),
        pytest.param(many_parts, "more parts", id="a table of contents without end"),
        pytest.param(part("xl/media/a.bin", bytes(60_000_000)), "unpack", id="zip bomb"),
        pytest.param(part(DETAIL, b"<worksheet><sheetData>"), "damaged", id="cut xml"),
        pytest.param(part(DETAIL, b"no xml"), "damaged", id="no xml"),
        pytest.param(
            part(DETAIL, b'<?xml version="1.0" encoding="klingon"?><x/>'),
            "damaged",
            id="an unknown encoding",
        ),
        pytest.param(
            part(DETAIL, b'<?xml version="1.0" encoding="gb2312"?><x/>'),
            "damaged",
            id="an encoding of several bytes",
        ),
        pytest.param(a_name_of_no_letters, "damaged", id="a name of no letters"),
        pytest.param(
            part("[Content_Types].xml", b"<Types>macroEnabled.main+xml</Types>"),
            "macros",
            id="xlsm",
        ),
    ],
)
def test_what_is_no_workbook_of_ours_is_refused(
    good: Path, tmp_path: Path, make: Callable[[Path, Path], Path], told: str
) -> None:
    with pytest.raises(UsageError, match=told) as refused:
        read_workbook(make(good, tmp_path / "handed back.xlsx"))
    assert "handed back.xlsx" in refused.value.message
    assert refused.value.hint


@pytest.mark.parametrize(
    "name", [DETAIL, "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_in_every_part_that_is_read(
    good: Path, tmp_path: Path, name: str, encoding: str
) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    bad = repacked(good, tmp_path / "bad.xlsx", {name: bomb.encode(encoding)})
    with pytest.raises(UsageError, match="document type or entities"):
        read_workbook(bad)


def test_a_row_without_end_is_not_waited_for(good: Path, tmp_path: Path) -> None:
    row = b"<worksheet><sheetData><row>" + b"<c><v>1</v></c>" * 400_000
    with zipfile.ZipFile(tmp_path / "bad.xlsx", "w") as bad, zipfile.ZipFile(good) as source:
        for name in source.namelist():
            bad.writestr(name, row if name == DETAIL else source.read(name))
    with pytest.raises(UsageError, match="a part of it is too large"):
        read_workbook(tmp_path / "bad.xlsx")


def test_elements_in_elements_without_end_are_not_followed(good: Path, tmp_path: Path) -> None:
    bad = repacked(good, tmp_path / "bad.xlsx", {DETAIL: b"<a>" * 30_000})
    with pytest.raises(UsageError, match="nested too deeply"):
        read_workbook(bad)


def test_what_is_not_needed_takes_no_memory(good: Path, tmp_path: Path) -> None:
    """Styles are not read at all, and what lies between rows is dropped."""
    styles = b"<styleSheet>" + b"<xf a='1'/>" * 800_000 + b"</styleSheet>"
    large = repacked(good, tmp_path / "large.xlsx", {"xl/styles.xml": styles})
    tracemalloc.start()
    read_workbook(large)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4 * limits.MEGABYTE


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255), inside=st.booleans())
def test_damage_anywhere_is_told_or_harmless(
    good: Path, tmp_path: Path, at: float, byte: int, *, inside: bool
) -> None:
    bad = tmp_path / "bad.xlsx"
    if inside:
        name = part_of(good, "rubric hash")
        data = bytearray(zipfile.ZipFile(good).read(name))
        data[int(at * len(data))] = byte
        repacked(good, bad, {name: bytes(data)})
    else:
        data = bytearray(good.read_bytes())
        data[int(at * len(data))] = byte
        bad.write_bytes(data)
    with suppress(UsageError):
        read_workbook(bad)


def test_links_to_other_files_are_told_and_not_followed(good: Path, tmp_path: Path) -> None:
    link = {"xl/externalLinks/externalLink1.xml": b"<x/>"}
    read = read_workbook(repacked(good, tmp_path / "linked.xlsx", link))
    assert [(item.severity, item.message) for item in read.problems] == [
        ("warning", "it refers to other files, which were not opened")
    ]


def test_a_workbook_of_somebody_else_is_none_of_an_export(tmp_path: Path) -> None:
    from openpyxl import Workbook

    Workbook().save(tmp_path / "other.xlsx")
    with pytest.raises(UsageError, match="not a workbook of qa export"):
        read_workbook(tmp_path / "other.xlsx")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        read_workbook(tmp_path / "none.xlsx")


def test_a_folder_is_not_to_be_saved_as_a_workbook(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="it cannot be read: Is a directory") as refused:
        read_workbook(tmp_path)
    assert refused.value.hint == "name a workbook that you may read"

"""The file of a workbook: equal contents are equal bytes, and rows come from their own files."""

import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

from qa_toolkit.scorecards.excel.sheet import Sheet

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first date an archive can tell; every entry carries it."""


class Archive(zipfile.ZipFile):
    """What openpyxl's writer fills, with a fixed date for each entry.

    Each sheet's rows are put in their place when openpyxl hands over what stands around them.
    """

    def __init__(self, file: BinaryIO, sheets: Sequence[Sheet]) -> None:
        super().__init__(file, "w", zipfile.ZIP_DEFLATED)
        self._sheets = {
            f"xl/worksheets/sheet{number}.xml": sheet
            for number, sheet in enumerate(sheets, start=1)
        }

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        with self.open(_entry(zinfo_or_arcname), "w") as target:
            target.write(data if isinstance(data, bytes) else str(data).encode())

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        around = Path(filename).read_bytes()
        with self.open(_entry(arcname), "w", force_zip64=True) as target:
            self._sheets[str(arcname)].copy_to(target, around)


def _entry(name: object) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(str(name), EARLIEST)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry

"""A digest of the hidden sheets, so that the reader of a workbook notices an edited one."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence


def digest(sheets: Mapping[str, Iterable[Sequence[object]]]) -> str:
    """BLAKE2b over the cells of these sheets, in 32 hex digits.

    What spreadsheet programs change when they save does not count: empty cells behind the last
    one, empty rows, whole numbers with or without a decimal point, white space.

    Args:
        sheets: rows of values by the sheet's name, without the row of the digest itself.
    """
    told = hashlib.blake2b(digest_size=16)
    for name in sorted(sheets):
        for row in sheets[name]:
            line = "\t".join(_text(value) for value in row).rstrip("\t")
            if line:
                told.update(f"{name}\t{line}\n".encode())
    return told.hexdigest()


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else " ".join(str(value).split())

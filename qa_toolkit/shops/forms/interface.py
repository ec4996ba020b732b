"""Forms in files: which endings there are, who writes them and who reads them back."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, tzinfo
from pathlib import Path

from qa_toolkit.domain.shop.form import ShopForm
from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.errors import UsageError
from qa_toolkit.files import replacing
from qa_toolkit.shops.forms.moments import Clock
from qa_toolkit.shops.forms.values import Occasion, Read


def read_log(
    path: Path,
    form: ShopForm,
    start: ShopLog,
    *,
    day: date,
    zone: tzinfo,
    window: tuple[datetime, datetime] | None = None,
) -> Read:
    """Read a form that a shopper filled in, whichever program saved it.

    Args:
        path: ends in .xlsx, .yaml, .yml or .json.
        form: of the assignment, as it is now.
        start: the draft; what a file does not mention stays as it is there.
        day: of the shop; times without a day are of it.
        zone: of the clock of the location; times without an offset are by it.
        window: in which the shop may begin; one past midnight tells the day of its first time.

    Raises:
        UsageError: the file cannot be read at all, or its ending is none of these.
    """
    read = _READERS[_ending(path, _READERS)]
    return read(path, form, start, Clock(day=day, zone=zone, window=window))


def write_form(path: Path, form: ShopForm, log: ShopLog, occasion: Occasion) -> Path:
    """Write the form of an assignment, blank or filled in as far as its draft is.

    Args:
        path: ends in .xlsx, .yaml, .yml or .json.
        form: its questions.
        log: the draft.
        occasion: who, where and when.

    Raises:
        UsageError: its ending is none of these.
        StorageError: it cannot be written.
    """
    content = _WRITERS[_ending(path, _WRITERS)](form, log, occasion)
    with replacing(path, hint="close the file where it is open, or name another") as file:
        file.write(content)
    return path


def check_ending(path: Path) -> None:
    """Tell a wrong ending before anything is read or written.

    Raises:
        UsageError: it is none that forms have.
    """
    _ending(path, _READERS)


def _ending(path: Path, known: Mapping[str, object]) -> str:
    ending = path.suffix.lower()
    if ending in known:
        return ending
    raise UsageError(
        f"{path}: a form is no '{ending or path.name}' file", hint=f"one of {', '.join(known)}"
    )


def _read_text(path: Path, form: ShopForm, start: ShopLog, clock: Clock) -> Read:
    from qa_toolkit.shops.forms.text_reader import read_text

    return read_text(path, form, start, clock)


def _read_workbook(path: Path, form: ShopForm, start: ShopLog, clock: Clock) -> Read:
    from qa_toolkit.shops.forms.workbook_reader import read_workbook

    return read_workbook(path, form, start, clock)


def _yaml(form: ShopForm, log: ShopLog, occasion: Occasion) -> bytes:
    from qa_toolkit.shops.forms.text_writer import as_yaml

    return as_yaml(form, log, occasion).encode()


def _json(form: ShopForm, log: ShopLog, occasion: Occasion) -> bytes:
    from qa_toolkit.shops.forms.text_writer import as_json

    return as_json(form, log, occasion).encode()


def _workbook(form: ShopForm, log: ShopLog, occasion: Occasion) -> bytes:
    from qa_toolkit.shops.forms.workbook.book import workbook

    return workbook(form, log, occasion)


_READERS: Mapping[str, Callable[[Path, ShopForm, ShopLog, Clock], Read]] = {
    ".xlsx": _read_workbook,
    ".yaml": _read_text,
    ".yml": _read_text,
    ".json": _read_text,
}
_WRITERS: Mapping[str, Callable[[ShopForm, ShopLog, Occasion], bytes]] = {
    ".xlsx": _workbook,
    ".yaml": _yaml,
    ".yml": _yaml,
    ".json": _json,
}

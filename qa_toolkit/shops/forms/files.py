"""Files that a form names as evidence: they lie beside it, or in folders below."""

from pathlib import Path

from qa_toolkit.workbooks.plain import Unclear, short


def beside(form: Path, name: str) -> Path | None:
    """The file that a form names; None where there is none.

    A form may come from somebody else: what lies elsewhere on this machine is never taken.

    Raises:
        Unclear: it lies outside the folder of the form.
    """
    path = form.parent / name.replace("\\", "/")
    try:
        is_below = path.resolve().is_relative_to(form.parent.resolve())
        is_file = path.is_file()
    except (OSError, ValueError):  # a name that no file can have
        return None
    if not is_below:
        raise Unclear(f"{short(name)} lies outside the folder of the form", "put it beside it")
    return path if is_file else None

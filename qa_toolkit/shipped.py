"""Where the rubrics, their schemas and the examples that ship with the toolkit lie."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_INSTALLED = _PACKAGE / "shipped"
_CHECKOUT = _PACKAGE.parent


def rubrics_folder() -> Path:
    """The shipped rubrics, each with its cases under `cases/`, and the schemas of both."""
    return _folder("rubrics", _CHECKOUT / "rubrics")


def quickstart_folder() -> Path:
    """The example project of `qa demo`."""
    return _folder("quickstart", _CHECKOUT / "examples" / "quickstart")


def mystery_folder() -> Path:
    """The example project of `qa shop demo`."""
    return _folder("mystery", _CHECKOUT / "examples" / "mystery")


def ci_folder() -> Path:
    """What CI runs on rubrics, a folder for each kind of CI."""
    return _folder("ci", _CHECKOUT / "examples" / "ci")


def _folder(name: str, in_checkout: Path) -> Path:
    # a wheel carries them inside the package; a checkout has them beside it, to be read and edited
    installed = _INSTALLED / name
    return installed if installed.is_dir() else in_checkout

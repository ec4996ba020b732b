"""Looks of the pictures and the script of a player, to be written into a page.

The rules use the page's own colours: `--ink`, `--muted`, `--line`, `--soft`, `--accent`, `--bad`.
"""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files


@cache
def lanes_css() -> str:
    """For the lanes of a timeline, with a colour for each voice."""
    return _read("lanes.css")


@cache
def charts_css() -> str:
    """For charts of figures, and for the course of a sentiment."""
    return _read("charts.css")


@cache
def player() -> str:
    """Plays a recording from a turn or a place on the timeline."""
    return _read("player.js")


@cache
def player_hash() -> str:
    """The script's SHA-256 as a Content-Security-Policy names it."""
    return b64encode(sha256(player().encode()).digest()).decode()


def _read(name: str) -> str:
    return files("qa_toolkit.drawing").joinpath(name).read_text("utf-8")

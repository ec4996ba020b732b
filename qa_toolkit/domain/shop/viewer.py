"""For whom a shop is shown: what each may see is left to `workflow.shops.showing`."""

from enum import StrEnum


class Viewer(StrEnum):
    """For whom a shop is shown."""

    EDITOR = "editor"
    SHOPPER = "shopper"
    CLIENT = "client"

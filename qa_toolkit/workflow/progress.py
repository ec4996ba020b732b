"""Being told how far a stage is."""


class Progress:
    """Hears of every stage and says nothing; the command line draws bars from it."""

    def start(self, stage: str, total: int | None) -> None:
        """A stage begins; `total` items, None where nobody can know."""

    def advance(self, stage: str) -> None:
        """One more item is through."""

    def finish(self, stage: str) -> None:
        """The stage is over."""


SILENT = Progress()

"""The errors a user can meet.

    QaToolkitError            something stopped the command; shown as one line and a hint
    ├── UsageError            the input or the command line cannot be used (exit 2)
    │   └── Unusable          one item of many cannot be used: counted, named, and the rest goes on
    │       └── Passing       not at the moment, for a reason outside the item: worth another try
    └── EnvironmentProblem    something is missing on this machine (exit 3)
        ├── MissingExtra      an optional part of the toolkit is not installed
        └── StorageError      the disk or the project's database refuses

Mistakes inside users' files are not errors but data: see `qa_toolkit.domain.problem`.
"""


class QaToolkitError(Exception):
    """A failure told to the user in one line, with a hint that says what to do."""

    exit_code = 2

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        """Travel from a worker process to its parent with the hint kept."""
        return _rebuild, (type(self), self.message, self.hint)


class UsageError(QaToolkitError):
    """The command line or the input as a whole cannot be used."""


class Unusable(UsageError):
    """One item cannot be used; it is reported with this reason while the others go on."""


class Passing(Unusable):
    """One item cannot be used at the moment: not its own fault, so that it is tried again later."""


class EnvironmentProblem(QaToolkitError):
    """Something is missing or refuses on this machine: an extra, a model, a disk."""

    exit_code = 3


class MissingExtra(EnvironmentProblem):
    """An optional part of the toolkit is not installed."""

    def __init__(self, extra: str, purpose: str) -> None:
        super().__init__(
            f"{purpose} needs the extra '{extra}', which is not installed",
            hint=f"pip install 'qa-toolkit[{extra}]'",
        )
        self.extra = extra
        self.purpose = purpose

    def __reduce__(self) -> tuple[object, ...]:
        return MissingExtra, (self.extra, self.purpose)


class StorageError(EnvironmentProblem):
    """The disk or the project's database refuses to read or write."""


def _rebuild(kind: type[QaToolkitError], message: str, hint: str) -> QaToolkitError:
    return kind(message, hint=hint)

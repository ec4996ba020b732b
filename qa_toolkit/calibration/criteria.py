"""The criteria that rating files speak of, recognised by id, by name, or by question."""

import re
from collections.abc import Sequence

from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.domain.rubric import Criterion, Rubric

_WORDS = re.compile(r"[^\W_]+")


def plain(title: str) -> str:
    """A heading or name as it is compared: `Agent-ID ` is `agent id`."""
    return " ".join(_WORDS.findall(title.casefold()))


class Criteria:
    """Gives each criterion one name over all files; with a rubric, only those that it has.

    Without a rubric every name is a criterion, spelt as it was met first.
    """

    def __init__(self, rubric: Rubric | None = None) -> None:
        self._rubric = rubric
        self._known: dict[str, Criterion] = {}
        self._spelt: dict[str, str] = {}
        if rubric is not None:
            self._known = {known.id: known for known in rubric.criteria() if known.scored}
            self._spelt = _names(tuple(self._known.values()))

    @property
    def closed(self) -> bool:
        """Whether a rubric says which criteria there are."""
        return self._rubric is not None

    @property
    def order(self) -> tuple[str, ...]:
        """The rubric's criteria in its order, or those met so far."""
        return tuple(self._known) if self.closed else tuple(self._spelt.values())

    def find(self, name: str) -> str | None:
        """The criterion of that name; None when the rubric has none."""
        key = plain(name)
        if not self.closed and key:
            self._spelt.setdefault(key, " ".join(name.split()))
        return self._spelt.get(key)

    def unknown(self, name: str) -> str:
        """What to say of a name that is no criterion."""
        return f"'{name}' is no criterion of the rubric{did_you_mean(name, self._known)}"

    def get(self, criterion: str) -> Criterion | None:
        """The criterion as the rubric has it; None without a rubric."""
        return self._known.get(criterion)


def _names(criteria: Sequence[Criterion]) -> dict[str, str]:
    """Ids first, then questions and the names behind the dot that only one criterion has."""
    names = {plain(known.id): known.id for known in criteria}
    questions = [plain(known.question) for known in criteria]
    short_ids = [plain(known.id.partition(".")[2]) for known in criteria]
    for keys in (questions, short_ids):
        for key, known in zip(keys, criteria, strict=True):
            if keys.count(key) == 1:
                names.setdefault(key, known.id)
    return names

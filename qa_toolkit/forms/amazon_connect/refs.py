"""RefIds: names of 1 to 40 letters, digits, `.`, `_`, `-`, unique in the whole form."""

from collections import Counter
from collections.abc import Mapping

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.forms.difference import Differences
from qa_toolkit.forms.rest import groups_of
from qa_toolkit.forms.words import LONGEST_NAME, Names


def refs_of(rubric: Rubric, differences: Differences) -> Mapping[str, str]:
    """The RefId of each section, subsection and criterion, by id.

    A criterion keeps the part behind the dot where nothing else has that name, else its whole id.
    """
    names = Names()
    refs: dict[str, str] = {}
    groups = [group.id for section in rubric.sections for group in (section, *section.sections)]
    for name in groups:
        refs[name] = _take(names, name, differences)
    short = Counter(criterion.id.split(".")[1] for criterion in rubric.criteria())
    for _, group, criterion in groups_of(rubric):
        prefix, _, name = criterion.id.partition(".")
        alone = prefix == group and short[name] == 1 and name not in groups
        refs[criterion.id] = _take(names, name if alone else criterion.id, differences)
    return refs


def _take(names: Names, wanted: str, differences: Differences) -> str:
    ref = names.take(wanted[:LONGEST_NAME])
    if ref != wanted:
        differences.note(wanted, f"a name longer than {LONGEST_NAME}", f"'{ref}'")
    return ref

"""The rubrics that final shops were judged by, as they were kept with them."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache

from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.domain.said import tidy
from qa_toolkit.errors import StorageError
from qa_toolkit.rubric.load import read_rubric
from qa_toolkit.scoring.models import shipped_names
from qa_toolkit.store import interactions, rubrics, scorecards
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.rubric_files import UsableRubric
from qa_toolkit.workflow.rubric_models import hash_with, models_of


def judged_by(project: Project, interaction: Interaction, chosen: UsableRubric) -> UsableRubric:
    """The rubric of an interaction's scorecard: of a shop the one it was judged by, else `chosen`.

    A shop is judged once, by the rubric as it was when it was planned, whatever the file says now.
    """
    if not interaction.staged:
        return chosen
    made = scorecards.latest(project.database).get(interaction.id)
    if made is None or made.rubric_hash == chosen.hash:
        return chosen
    return rubric_under(project, made.rubric_hash)


def rubric_of_workbooks(
    project: Project, chosen: UsableRubric, books: Sequence[tuple[str, Collection[str]]]
) -> UsableRubric:
    """The rubric by which workbooks with mystery shops are read back: the one they were judged by.

    Args:
        project: keeps it.
        chosen: what is read by without shops, and where workbooks are of several rubrics.
        books: of each the hash of its rubric, and the interactions that it shows.
    """
    hashes = {rubric_hash for rubric_hash, _ in books}
    if len(hashes) != 1 or hashes == {chosen.hash}:
        return chosen
    (rubric_hash,) = hashes
    text = rubrics.text_of(project.database, rubric_hash)
    shops = {tidy(shop.id) for shop in interactions.staged(project.database)}
    if not text or any(shops.isdisjoint(shown) for _, shown in books):
        return chosen
    return _rubric(rubric_hash, text)


def as_monitored(rubric: UsableRubric) -> UsableRubric:
    """A kept rubric with the hash it has for monitored contacts, where its models are shipped.

    So the scorecards of both are known to be of one rubric. Models of the user's own are not kept
    with a shop, and the hash of the words alone stays.
    """
    used = rubric.rubric.models_used
    if rubric.models or not used or not {*used}.issubset(shipped_names()):
        return rubric
    models = models_of(rubric.rubric, ())
    return replace(rubric, hash=hash_with(rubric.hash, models), models=models)


def rubric_under(project: Project, rubric_hash: str) -> UsableRubric:
    """The rubric of a final shop by the hash in its scorecard.

    Raises:
        StorageError: this version of the toolkit cannot read its text.
    """
    return _rubric(rubric_hash, rubrics.text_of(project.database, rubric_hash))


@lru_cache(maxsize=64)
def _rubric(rubric_hash: str, text: str) -> UsableRubric:
    """A rubric from the text that was kept under its hash."""
    kept = read_rubric(text, "rubric.yaml")
    if kept.rubric is None:
        told = "\n".join(str(problem) for problem in kept.problems)
        raise StorageError(f"a rubric that was kept cannot be read:\n{told}")
    named = kept.rubric.models_used
    models = models_of(kept.rubric, ()) if {*named}.issubset(shipped_names()) else {}
    return UsableRubric(rubric=kept.rubric, hash=rubric_hash, text=text, models=models)

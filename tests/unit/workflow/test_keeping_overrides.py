"""Ratings and coaching notes are kept together, or not at all."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import pytest
from builders import interaction

from qa_toolkit.domain.coaching import CoachingChange, CoachingEntry, CoachingField
from qa_toolkit.domain.override import Override
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.errors import StorageError, UsageError
from qa_toolkit.store import coaching, interactions, overrides
from qa_toolkit.workflow.coaching import NewEntry, open_entry
from qa_toolkit.workflow.overrides import alone, keep
from qa_toolkit.workflow.project import Project, init_project, open_project
from qa_toolkit.workflow.rubric_files import rubric_file, usable_rubric

NOTE = CoachingChange(field=CoachingField.NOTE, value="a good talk", by="mo", source="team.xlsx")
ENTRY = CoachingEntry(id="k-1", agent_id="dana", topic="Holds", opened_by="mo", changes=(NOTE,))


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    init_project(tmp_path)
    with open_project(tmp_path) as opened:
        interactions.add(opened.database, [(interaction("c-1"), None)])
        yield opened


def rating(interaction_id: str = "c-1") -> Override:
    return Override(
        interaction_id=interaction_id,
        rubric_id="service",
        rubric_version="1.0.0",
        criterion="s.c",
        status=RatingStatus.RATED,
        points=1,
        by="mo",
        reason="heard it",
        source="team.xlsx",
    )


def test_all_of_it_is_kept(project: Project) -> None:
    (kept,) = keep(project, [rating()], [ENTRY], [("k-1", [NOTE])])
    assert overrides.of_rubric(project.database, "service") == (kept,)
    (entry,) = coaching.entries(project.database)
    assert [said.source for said in entry.changes] == ["team.xlsx", "team.xlsx"]


@pytest.mark.parametrize(
    ("ratings", "entries", "changes"),
    [
        ([rating(), rating("c-9")], [ENTRY], []),
        ([rating()], [ENTRY, ENTRY], []),
        ([rating()], [ENTRY], [("k-9", [NOTE])]),
    ],
    ids=["an unknown interaction", "an entry twice", "an unknown entry"],
)
def test_nothing_is_kept_where_a_part_of_it_cannot_be(
    project: Project,
    ratings: list[Override],
    entries: list[CoachingEntry],
    changes: list[tuple[str, list[CoachingChange]]],
) -> None:
    with pytest.raises(StorageError):
        keep(project, ratings, entries, changes)
    assert overrides.of_rubric(project.database, "service") == ()
    assert coaching.entries(project.database) == ()


def test_of_two_who_open_a_topic_at_once_the_second_is_told_of_the_first(project: Project) -> None:
    """The second begins when the first has looked whether it is open, and has not kept it yet."""
    new = NewEntry(agent="dana", by="mo", topic="Holds")
    usable = usable_rubric(rubric_file(project.settings.score.rubric, project.folder))
    with ThreadPoolExecutor(1) as pool:
        with alone(project) as put:
            second = pool.submit(open_entry, project, new, usable.rubric)
            wait([second], timeout=0.5)
            put((), [ENTRY], ())
        with pytest.raises(UsageError, match=r"'Holds' of .* is open already as k-1"):
            second.result()

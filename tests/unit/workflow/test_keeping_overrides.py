"""Ratings and coaching notes are kept together, or not at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import interaction

from qa_toolkit.domain.coaching import CoachingChange, CoachingEntry, CoachingField
from qa_toolkit.domain.override import Override
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.errors import StorageError
from qa_toolkit.store import coaching, interactions, overrides
from qa_toolkit.workflow.overrides import keep
from qa_toolkit.workflow.project import Project, init_project, open_project

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

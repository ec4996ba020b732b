"""Where sections, subsections and criteria stand in a rubric's file, by their ids."""

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.diff.change import Path


def group_paths(rubric: Rubric) -> dict[str, Path]:
    """The path of every section and subsection."""
    paths: dict[str, Path] = {}
    for s, section in enumerate(rubric.sections):
        paths[section.id] = ("sections", s)
        for p, part in enumerate(section.sections):
            paths[part.id] = ("sections", s, "sections", p)
    return paths


def criterion_paths(rubric: Rubric) -> dict[str, Path]:
    """The path of every criterion."""
    groups = group_paths(rubric)
    return {
        item.id: (*groups[group or section.id], "criteria", c)
        for section in rubric.sections
        for group, criteria in (("", section.criteria), *section.groups())
        for c, item in enumerate(criteria)
    }

"""A project whose shops wait for a certification of three questions."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import shop_builders
from shop_projects import drawn

from qa_toolkit.workflow.project import Project, init_project, open_project
from qa_toolkit.workflow.shops.keep_plan import keep_plan
from qa_toolkit.workflow.shops.scenarios import UsableScenario, usable_scenario

CERTIFICATION = """\
certification:
  pass_mark: 66
  questions:
    - id: opening
      question: What do you say first?
      options: [The number of the card., That you think you lost your card., Your name.]
      answer: 2
      why: The number is held back.
    - id: bus
      question: Where did you lose your card this morning?
      options: [On a train., In a shop., At home., On a bus.]
      answer: 4
      why: It is part of who you are.
    - id: rules
      question: What do you do when you are refused?
      options: [Accept it., Ask for a manager.]
      answer: 1
      why: Nobody is asked to break a rule.
"""
RIGHT = {"opening": 2, "bus": 4, "rules": 1}


def asking_scenario(folder: Path, extra: str = "") -> UsableScenario:
    """The scenario of `shop_builders` with a certification, from files in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    shop_builders.write_files(folder)
    path = folder / "lost_card.yaml"
    path.write_text(shop_builders.SCENARIO + CERTIFICATION + extra, encoding="utf-8")
    return usable_scenario(path)


@contextmanager
def asking_project(folder: Path) -> Iterator[Project]:
    """An open project in `folder/project` with a shop of Maya's and one of Tom's, both assigned."""
    init_project(folder / "project")
    scenario = asking_scenario(folder / "files")
    with open_project(folder / "project") as project:
        keep_plan(project, drawn(scenario), [scenario])
        yield project

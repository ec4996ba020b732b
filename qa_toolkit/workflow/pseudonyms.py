"""Anonymised exports: whose names a project knows, and the key that its pseudonyms are made with."""

from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.files import secret_key
from qa_toolkit.scorecards.anonymise import anonymised, reviewers_in
from qa_toolkit.scorecards.pseudonyms import Pseudonyms
from qa_toolkit.scorecards.report import Report
from qa_toolkit.store import interactions
from qa_toolkit.workflow.planned_people import planned_people
from qa_toolkit.workflow.project import Project

KEY_FILE = "pseudonyms.key"
"""In the project's folder, for its owner alone; with another key, everybody gets another name."""


def anonymise(project: Project, report: Report) -> Report:
    """The report with pseudonyms for everybody the project knows, the same in every export of it.

    Raises:
        UsageError: a plan of mystery shops cannot be read.
        StorageError: the key cannot be read or written, or is none.
    """
    people = Pseudonyms(
        _key(project),
        agents=interactions.agents(project.database),
        customers=interactions.customers(project.database),
        reviewers=reviewers_in(report),
        planned=planned_people(project),
    )
    return anonymised(report, people, _unscored(project, report))


def _unscored(project: Project, report: Report) -> dict[str, Interaction]:
    """The interactions of what was left out, as far as they are known, by source."""
    sources = {problem.source for problem in report.left_out}
    ids = [
        name
        for name, (_, source) in interactions.by_id(project.database).items()
        if source in sources
    ]
    known = (interactions.get(project.database, name) for name in ids)
    return {item.source: item for item in known if item is not None}


def _key(project: Project) -> bytes:
    """The project's key; of two exports at once that make it, both give everybody the same name."""
    return secret_key(
        project.folder / KEY_FILE,
        alone=project.database.writing(),
        hint="put back the file that was there, or remove it: everybody then gets another name",
    )

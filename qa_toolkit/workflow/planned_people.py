"""Who stands in the plans of mystery shops of a project: names that an export must not tell."""

from collections.abc import Iterator
from pathlib import Path

from qa_toolkit.domain.interaction import AgentRef, ShopRef
from qa_toolkit.domain.shop.plan import Location, PlanFile
from qa_toolkit.errors import UsageError
from qa_toolkit.scorecards.pseudonyms import PlannedPeople
from qa_toolkit.store import interactions, shop_plans
from qa_toolkit.strict_yaml.load import model_in
from qa_toolkit.workflow.project import Project


def planned_people(project: Project) -> PlannedPeople:
    """Everybody whom a plan named, those too who left it, and every shopper of a final shop.

    Raises:
        UsageError: this version of the toolkit cannot read a plan.
    """
    files = tuple(_files(project))
    shops = interactions.staged(project.database)
    refs = [shop.shop for shop in shops if shop.shop is not None]
    people = [person for file in files for person in (*file.editors, *file.managers)]
    shoppers = {ref.shopper: "" for ref in refs}
    shoppers |= {person.id: person.name for file in files for person in file.shoppers}
    locations = [known for file in files for known in file.locations]
    return PlannedPeople(
        shoppers=shoppers,
        leads={person.id: person.name for person in people},
        staff=tuple(dict.fromkeys(staff for known in locations for staff in _staff(known))),
        places=_places(project, refs, locations),
    )


def _files(project: Project) -> Iterator[PlanFile]:
    """Every plan as it was at every drawing."""
    last = max(shop_plans.last_drawings(project.database).values(), default=0)
    drawn = shop_plans.drawings(project.database, range(1, last + 1))
    for text in dict.fromkeys(plan.file for plan in drawn.values()):
        loaded = model_in(text, Path("plan.yaml"), PlanFile, kind="plan", letter="P")
        if loaded.model is None:
            problems = "\n".join(str(problem) for problem in loaded.problems)
            raise UsageError(f"a plan cannot be read, nor who is named in it:\n{problems}")
        yield loaded.model


def _staff(location: Location) -> Iterator[AgentRef]:
    if location.kind == "agent":
        yield AgentRef(id=location.id, name=location.name)
    yield from (AgentRef(id=name) for name in location.staff)


def _places(project: Project, refs: list[ShopRef], locations: list[Location]) -> frozenset[str]:
    """Locations that are no agent, and whose id is no agent's of a monitored contact."""
    people = {known.id for known in locations if known.kind == "agent"}
    shops = {ref.id for ref in refs}
    served = interactions.agent_ids(project.database)
    people |= {agent for name, agent in served.items() if name not in shops}
    return frozenset({ref.location for ref in refs} - people)

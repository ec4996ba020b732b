"""Certify shoppers: who may carry a scenario out, told from answers to questions about its brief."""

from collections.abc import Mapping
from dataclasses import dataclass

from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.domain.shop.life import CertificationAttempt
from qa_toolkit.domain.shop.plan import Shopper
from qa_toolkit.errors import UsageError
from qa_toolkit.shops.life_cycle import TAKES_NOTES
from qa_toolkit.shops.people import someone
from qa_toolkit.shops.scenarios.certification import ShownQuestion, attempt, shown_questions
from qa_toolkit.store import shops
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.kept import kept_scenarios, plan_file_in, plans
from qa_toolkit.workflow.shops.scenarios import UsableScenario
from qa_toolkit.workflow.shops.shops import open_shops


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopperCertification:
    """The questions that a shopper is asked about a scenario.

    Attributes:
        questions: with their options in the order for this shopper; none where nothing is asked.
        attempts: what was answered before, the oldest first.
    """

    shopper: Shopper
    scenario: UsableScenario
    questions: tuple[ShownQuestion, ...]
    attempts: tuple[CertificationAttempt, ...]

    @property
    def passed(self) -> bool:
        return not self.questions or any(one.passed for one in self.attempts)


def certification_of(project: Project, shopper: str, scenario_id: str) -> ShopperCertification:
    """What a shopper has to answer to be certified for a scenario.

    Of several versions of a scenario it is the one of a shop that the shopper still has to hold and
    is not certified for, else the last that was planned with.

    Raises:
        UsageError: no plan has the shopper or the scenario.
    """
    person = _shopper(project, shopper)
    usable = _scenario(project, person, scenario_id)
    return ShopperCertification(
        shopper=person,
        scenario=usable,
        questions=shown_questions(usable.scenario, usable.hash, person.id),
        attempts=shops.attempts(project.database, shopper=person.id, scenario_hash=usable.hash),
    )


def certify(
    project: Project, shopper: str, scenario_id: str, answers: Mapping[str, int]
) -> CertificationAttempt:
    """Keep a shopper's answers; every attempt is kept, passed or not.

    Args:
        project: keeps it.
        shopper: id or name.
        scenario_id: of a scenario that was planned with.
        answers: to every question by its id: the option, counted from 1 as the scenario has them.

    Raises:
        UsageError: no plan has the shopper or the scenario, it asks nothing, or an answer is
            missing, unknown or none of the options.
    """
    asked = certification_of(project, shopper, scenario_id)
    usable = asked.scenario
    if not asked.questions:
        raise UsageError(f"'{usable.scenario.title}' asks no questions before an assignment")
    _check_answers(asked, answers)
    made = attempt(usable.scenario, usable.hash, asked.shopper.id, answers)
    return shops.add_attempt(project.database, made)


def is_certified(project: Project, shopper: str, scenario: UsableScenario) -> bool:
    """Whether a shopper, by id, may carry a scenario out; True where it asks nothing."""
    if scenario.scenario.certification is None:
        return True
    made = shops.attempts(project.database, shopper=shopper, scenario_hash=scenario.hash)
    return any(one.passed for one in made)


def _shopper(project: Project, name: str) -> Shopper:
    wrong = UsageError("no shops are planned yet", hint="qa shop plan PLAN.yaml")
    for plan in reversed(plans(project)):
        file = plan_file_in(plan.file)
        try:
            who = someone(file, name)
        except UsageError as error:
            wrong = error
            continue
        for person in file.shoppers:
            if person.id == who.shopper:
                return person
        known = ", ".join(person.id for person in file.shoppers)
        wrong = UsageError(f"{who.name} is no shopper", hint=f"shoppers are {known}")
    raise wrong


def _scenario(project: Project, person: Shopper, scenario_id: str) -> UsableScenario:
    versions = [one for one in kept_scenarios(project) if one.scenario.id == scenario_id]
    if not versions:
        known = sorted({one.scenario.id for one in kept_scenarios(project)})
        near = did_you_mean(scenario_id, known)
        raise UsageError(
            f"no plan has a scenario '{scenario_id}'{near}", hint=f"planned: {', '.join(known)}"
        )
    if len(versions) > 1:
        for opened in open_shops(project, shopper=person.id):
            wanted = opened.scenario
            is_due = opened.shop.status in TAKES_NOTES and wanted.scenario.id == scenario_id
            if is_due and not is_certified(project, person.id, wanted):
                return wanted
    return versions[-1]


def _check_answers(asked: ShopperCertification, answers: Mapping[str, int]) -> None:
    options = {one.id: len(one.order) for one in asked.questions}
    for name, number in answers.items():
        if name not in options:
            raise UsageError(f"there is no question '{name}'{did_you_mean(name, options)}")
        if not 1 <= number <= options[name]:
            raise UsageError(f"'{name}' has the options 1 to {options[name]}, not {number}")
    if missing := [name for name in options if name not in answers]:
        raise UsageError(f"not answered: {', '.join(missing)}")

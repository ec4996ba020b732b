"""Plans and scenarios as they were kept when they were drawn."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.domain.shop.plan import PlanFile, ShopPlan
from qa_toolkit.errors import UsageError
from qa_toolkit.store import shop_plans
from qa_toolkit.store.shop_plans import KeptScenario
from qa_toolkit.strict_yaml.load import model_in
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.scenarios import UsableScenario, scenario_from

_KEPT_PLANS = 32


def plans(project: Project) -> tuple[ShopPlan, ...]:
    """Every plan as it was drawn last."""
    return shop_plans.plans(project.database)


def plan_named(project: Project, plan_id: str) -> ShopPlan:
    """The plan with this id as it was drawn last.

    Raises:
        UsageError: there is none.
    """
    known = {plan.id: plan for plan in plans(project)}
    if plan_id not in known:
        hint = f"there are {', '.join(known)}" if known else "qa shop plan draws one"
        raise UsageError(f"there is no plan '{plan_id}'{did_you_mean(plan_id, known)}", hint=hint)
    return known[plan_id]


def kept_scenarios(project: Project) -> tuple[UsableScenario, ...]:
    """Every version of every scenario that was planned with, in the order of first use."""
    known = shop_plans.scenarios(project.database)
    return tuple(scenario_kept(one, version) for version, one in known.items())


@lru_cache(maxsize=_KEPT_PLANS)
def plan_file_in(text: str) -> PlanFile:
    """What a kept plan says.

    Raises:
        UsageError: it is not what this version of the toolkit can read.
    """
    loaded = model_in(text, Path("plan.yaml"), PlanFile, kind="plan", letter="P")
    if loaded.model is None:
        problems = "\n".join(str(problem) for problem in loaded.problems)
        raise UsageError(f"the plan cannot be read:\n{problems}", hint="draw it again")
    return loaded.model


def scenario_kept(kept: KeptScenario, version: str) -> UsableScenario:
    """A scenario as it was kept: under the hash of then, by which logs name its form."""
    usable = scenario_from(kept.text, kept.rubric_text)
    if usable.hash == version:
        return usable
    return replace(usable, hash=version, form=replace(usable.form, hash=version))

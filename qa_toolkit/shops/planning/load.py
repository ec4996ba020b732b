"""A plan's file → a checked plan with the places of its values, or every mistake at once."""

from dataclasses import replace
from pathlib import Path

from qa_toolkit.domain.shop.plan import PlanFile
from qa_toolkit.shops.planning.checks.check import check, in_order
from qa_toolkit.strict_yaml.load import Loaded, load_model


def load_plan(path: Path) -> Loaded[PlanFile]:
    """Read a plan's file; whatever is wrong with it is in `problems`.

    Codes: P001 to P004 for its shape, P1.. for names, P2.. for days and hours, P3.. for room. The
    scenarios that it names are read elsewhere. Names are told beside P003 and P004; days, hours
    and room wait until the shape is right. The model is there also with an error behind P004.
    """
    loaded = load_model(path, PlanFile, kind="plan", letter="P")
    found = check(loaded.model, loaded.document, str(path))
    return replace(loaded, problems=in_order([*loaded.problems, *found]))

"""Reasons of a return: what an editor says, and what the checks found."""

from collections.abc import Sequence

from qa_toolkit.errors import UsageError
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.check import check_log
from qa_toolkit.workflow.shops.shops import open_shop


def with_findings(project: Project, shop_id: str, why: str, codes: Sequence[str]) -> str:
    """What an editor says, with the findings of these codes in the log that was handed in.

    Raises:
        UsageError: there is no finding of a code, or nothing was handed in.
    """
    if not codes:
        return why
    opened = open_shop(project, shop_id)
    log = opened.shop.log
    if log is None:
        raise UsageError(f"{opened.shop.id} was not handed in yet")
    found = check_log(project, opened, log)
    known = {one.code for one in found}
    wanted = [code.strip().upper() for code in codes]
    for code in wanted:
        if code not in known:
            hint = f"it has {', '.join(sorted(known))}" if known else "it has none"
            raise UsageError(f"{opened.shop.id} has no finding {code}", hint=hint)
    lines = [f"{one.code} {one.where}: {one.message}" for one in found if one.code in wanted]
    return "\n".join([why, *lines] if why.strip() else lines)

"""What a check says of a shop's log."""

from dataclasses import dataclass

from qa_toolkit.domain.problem import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopFinding:
    """One thing that an editor would send a log back for, or look at.

    Attributes:
        code: stable, such as `M201`.
        where: id of the question or section, or `times`, `staff`, `location`, `reference`,
            `narrative`, `evidence`, `shop`.
        message: what is wrong, in one sentence, with the words or numbers it rests on.
        hint: what to do about it.
        severity: an error keeps a log from being submitted; a warning is for the editor to judge.
    """

    code: str
    where: str
    message: str
    hint: str = ""
    severity: Severity = "error"

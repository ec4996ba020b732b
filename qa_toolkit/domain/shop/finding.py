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
        message: what is wrong, in one sentence, with the words or numbers it rests on; it names
            no other shopper and none of their shops.
        hint: what to do about it.
        severity: an error keeps a log from being submitted; a warning is for the editor to judge.
        for_editors: what only those who check shops may read, such as whose text was copied.
    """

    code: str
    where: str
    message: str
    hint: str = ""
    severity: Severity = "error"
    for_editors: str = ""

    @property
    def whole(self) -> str:
        """The message with what is for editors."""
        return f"{self.message} ({self.for_editors})" if self.for_editors else self.message

    def for_shopper(self) -> dict[str, str]:
        """As plain JSON data, without what is for editors."""
        return {
            "code": self.code,
            "severity": self.severity,
            "where": self.where,
            "message": self.message,
            "hint": self.hint,
        }

    def document(self) -> dict[str, str]:
        """As plain JSON data; with what is for editors only where there is any."""
        kept = {"for_editors": self.for_editors} if self.for_editors else {}
        return self.for_shopper() | kept

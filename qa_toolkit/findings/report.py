"""What one run of a check, a test or a diff found, before any format."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from qa_toolkit.domain.problem import Problem, Severity

Command = Literal["check", "test", "diff"]
Status = Literal["passed", "failed", "known_gap"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleText:
    """What there is to say of a code, whatever file it is found in.

    Attributes:
        code: the stable code, such as R204.
        title: what it finds, in a few words.
        severity: the severity unless a file or an option says otherwise.
        explanation: why it matters and how to mend it, in Markdown; its first paragraph stands
            alone where there is no room for all of it.
        help_anchor: page and anchor of the documentation (docs/rubric-rules.md#r204), or empty.
    """

    code: str
    title: str
    severity: Severity
    explanation: str
    help_anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOutcome:
    """One case that was run.

    Attributes:
        file: the file of cases, as the user named it.
        line: 1-based line where the case begins, where known.
        criterion: id of the criterion it exercises, empty for a case of the whole interaction.
        said: the dialogue, one turn a line.
        status: a `known_gap` is marked `todo:` and fails as it says; one that passes has `failed`.
        failures: what it did not give, one sentence each; empty for a case that passed.
        note: what the author says of it, such as the reason of a `todo:`.
        found: the evidence behind what failed, one line each.
    """

    file: str
    line: int | None
    criterion: str
    name: str
    said: str
    status: Status
    failures: tuple[str, ...] = ()
    note: str = ""
    found: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """`empathy.apology: agent_apologises`, or the name alone."""
        return f"{self.criterion}: {self.name}" if self.criterion else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How much of something was tried, of a rubric: `coverage`, `mutation`."""

    name: str
    file: str
    tried: int
    of: int

    @property
    def share(self) -> float:
        """0..1; 1 where there is nothing to try."""
        return self.tried / self.of if self.of else 1.0

    def __str__(self) -> str:
        return f"{self.name} of {self.file}: {self.tried:,} of {self.of:,} ({self.share:.0%})"


CASE = RuleText(
    code="CASE",
    title="case fails",
    severity="error",
    explanation=(
        "A case beside the rubric says what a few lines of dialogue must give, and they gave "
        "something else.\n\n"
        "Either the indicators of the rubric need work, or the case expects too much; "
        "`qa rubric test` shows the dialogue with what was found in it."
    ),
    help_anchor="docs/rubric-format.md#cases",
)
"""What to say of a failed case, for formats that know only rules and results."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All findings of one run, in one order: by file, line, column, code and message.

    Attributes:
        command: `check`, `test` or `diff`.
        files: every file that was looked at, also those without findings.
        problems: what is wrong in them.
        rules: code → what to say of it; codes of problems may be missing here.
        cases: what `test` ran.
        known: problems left out because a baseline knows them.
        measures: how much the cases try, where that was asked for.
        inputs: what else was read, such as the files that rubrics build on.
        group: the words between `qa` and the command.
    """

    command: Command
    files: tuple[str, ...]
    problems: tuple[Problem, ...]
    rules: Mapping[str, RuleText]
    cases: tuple[CaseOutcome, ...] = ()
    known: int = 0
    measures: tuple[Measure, ...] = ()
    inputs: tuple[str, ...] = ()
    group: str = "rubric"

    def __post_init__(self) -> None:
        # sorted here, so that no format and no caller can forget it
        object.__setattr__(self, "files", tuple(sorted(set(self.files))))
        object.__setattr__(self, "problems", tuple(sorted(self.problems, key=_place)))
        object.__setattr__(self, "cases", tuple(sorted(self.cases, key=_place_of_case)))

    @property
    def called(self) -> str:
        """The command as it is typed: `qa rubric check`."""
        return f"qa {self.group} {self.command}"

    @property
    def findings(self) -> tuple[Problem, ...]:
        """The problems, and each failed case as a problem with the code CASE."""
        failed = (_as_problem(case) for case in self.cases_with("failed"))
        return tuple(sorted((*self.problems, *failed), key=_place))

    def cases_with(self, status: Status) -> tuple[CaseOutcome, ...]:
        """The cases that ended so."""
        return tuple(case for case in self.cases if case.status == status)

    def count(self, severity: Severity) -> int:
        """How many problems have this severity; failed cases are not among them."""
        return sum(problem.severity == severity for problem in self.problems)


def rule_of(problem: Problem, rules: Mapping[str, RuleText]) -> RuleText:
    """What to say of a problem's code: no more than the code where no rule is given."""
    code = problem.code
    if code in rules:
        return rules[code]
    if code == CASE.code:
        return CASE
    return RuleText(code=code, title=code, severity=problem.severity, explanation="")


def _place(problem: Problem) -> tuple[str | int, ...]:
    place = (problem.source, problem.line or 0, problem.column or 0)
    # severity and hint only settle what is equal in everything that is said of the order
    return (*place, problem.code, problem.message, problem.severity, problem.hint)


def _place_of_case(case: CaseOutcome) -> tuple[str | int | tuple[str, ...], ...]:
    place = (case.file, case.line or 0, case.criterion, case.name)
    return (*place, case.said, case.status, case.failures, case.note)


def _as_problem(case: CaseOutcome) -> Problem:
    return Problem(
        source=case.file,
        line=case.line,
        code=CASE.code,
        message=f"{case.title}: {'; '.join(case.failures)}",
    )

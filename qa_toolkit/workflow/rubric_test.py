"""Test a rubric: run the cases beside it, one by one, and tell how each came out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.score import CriterionScore
from qa_toolkit.domain.scorecard import Provenance, Scorecard
from qa_toolkit.domain.signals import Signals
from qa_toolkit.domain.transcript import Transcript
from qa_toolkit.rubric.case_files import case_files
from qa_toolkit.rubric.case_references import wrong_references
from qa_toolkit.rubric.cases import Case, LoadedCases, load_cases
from qa_toolkit.rubric.verdicts import criterion_failures, found_in, whole_failures
from qa_toolkit.scoring import score, score_criteria
from qa_toolkit.scoring.models import Model
from qa_toolkit.signals import measure
from qa_toolkit.workflow.rubric_models import models_of

_NO_PROVENANCE = Provenance(
    rubric_id="", rubric_version="", rubric_hash="", engine="", model="", options="", evaluator=""
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedCase:
    """A case with its dialogue as turns and signals, ready to be run many times.

    Attributes:
        criterion: what its file is about; empty for a case of the whole interaction.
    """

    file: Path
    line: int
    name: str
    criterion: str
    case: Case
    transcript: Transcript
    signals: Signals
    facts: Mapping[str, str]
    models: Mapping[str, Model]


@dataclass(frozen=True, slots=True, kw_only=True)
class RanCase:
    """A case that was run.

    Attributes:
        scores: of the criteria it says something about, and of all where it looks at the whole.
        failures: what it did not give, one sentence each.
        found: the evidence behind what failed, one line each.
    """

    prepared: PreparedCase
    scores: Mapping[str, CriterionScore]
    failures: tuple[str, ...]
    found: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether all is as it should be: a known gap must still be one."""
        return bool(self.failures) is (self.prepared.case.todo is not None)


def cases_beside(
    path: Path, rubric: Rubric, bases: Sequence[Path] = ()
) -> tuple[tuple[PreparedCase, ...], tuple[Problem, ...]]:
    """The cases that lie beside a rubric's file, and what is wrong with their files.

    A rubric that extends others inherits their cases of single criteria, as far as it has these.
    """
    prepared: list[PreparedCase] = []
    problems: list[Problem] = []
    models = models_of(rubric, (path, *bases))
    own = set(case_files(path))
    for file in case_files(path, bases):
        loaded = load_cases(file)
        if file not in own and loaded.cases and loaded.cases.criterion not in rubric.scored:
            continue
        wrong = loaded.problems or wrong_references(loaded, rubric)
        problems.extend(wrong)
        if not wrong:
            prepared.extend(_prepared(loaded, models))
    return tuple(prepared), tuple(problems)


def run_case(prepared: PreparedCase, rubric: Rubric) -> RanCase:
    """Score a case and hold the result against what it expects."""
    wanted = prepared.case.wanted(prepared.criterion)
    card = _scorecard(prepared, rubric) if prepared.case.whole else None
    scores = (
        _scores(prepared, rubric, tuple(wanted))
        if card is None
        else {item.criterion: item for item in card.criteria}
    )
    failures: list[str] = []
    found: list[str] = []
    for criterion, expected in wanted.items():
        wrong = [*criterion_failures(expected, scores[criterion])]
        lead = "" if criterion == prepared.criterion else f"{criterion}: "
        failures.extend(lead + sentence for sentence in wrong)
        if wrong:
            found.extend(lead + line for line in found_in(scores[criterion]))
    if card is not None:
        failures.extend(whole_failures(prepared.case, card))
    return RanCase(prepared=prepared, scores=scores, failures=tuple(failures), found=tuple(found))


def _prepared(loaded: LoadedCases, models: Mapping[str, Model]) -> Iterator[PreparedCase]:
    if loaded.cases is None:
        return
    for name, case in loaded.cases.cases.items():
        transcript = case.transcript()
        yield PreparedCase(
            file=loaded.path,
            line=loaded.line_of(name),
            name=name,
            criterion=loaded.cases.criterion,
            case=case,
            transcript=transcript,
            signals=measure(transcript),
            facts={known.casefold(): value for known, value in case.metadata.items()},
            models=models,
        )


def _scores(
    prepared: PreparedCase, rubric: Rubric, criteria: Sequence[str]
) -> dict[str, CriterionScore]:
    return score_criteria(
        criteria,
        prepared.transcript,
        prepared.signals,
        rubric,
        prepared.case.channel,
        facts=prepared.facts,
        answers=prepared.case.answers,
        models=prepared.models,
    )


def _scorecard(prepared: PreparedCase, rubric: Rubric) -> Scorecard:
    return score(
        prepared.transcript,
        prepared.signals,
        rubric,
        prepared.case.channel,
        _NO_PROVENANCE,
        facts=prepared.facts,
        answers=prepared.case.answers,
        models=prepared.models,
    )

"""What exports cost, beside bare writers of the same cells.

    python -m benchmarks.export [--agents 500] [--each 20] [--pages 10000]

The workbook is written as `qa export --to team.xlsx` writes it, with styles, rules, formulas and
their values. Beside it, in the same run, openpyxl (write-only) and XlsxWriter (constant memory)
write the same values and formulas into as many sheets and do nothing else: no styles, widths,
rules or tables. All times are processor time of one core; memory is the peak of a process that
makes the report and writes it. Then `benchmarks.export_pages` measures the pages in a process of
its own. Prints figures and judges nothing.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest import mock

import openpyxl
import xlsxwriter  # type: ignore[import-untyped]  # it has no stubs

from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.interaction import AgentRef, Channel, Interaction
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.score import CriterionScore, RatingStatus
from qa_toolkit.domain.scorecard import Provenance, Scorecard, Scored
from qa_toolkit.domain.transcript import SpeakerRole, Transcript, Turn
from qa_toolkit.scorecards.compose import report_view
from qa_toolkit.scorecards.excel.sheet import Cell, Formula, Sheet
from qa_toolkit.scorecards.excel.workbook import write_workbook
from qa_toolkit.scorecards.report import Report
from qa_toolkit.scoring.assemble import Assembly

SECTIONS, CRITERIA = 4, 4
SAID = (
    "Good morning, Fernhill Energy, this is Sam. How can I help you today?",
    "My boiler has been off for three days and nobody called me back.",
    "I'm so sorry, three days without heating is hard. Let me look at the order with you.",
    "It says somebody would ring on Tuesday. Nobody did, and I stayed at home for it.",
    "I will book the engineer for tomorrow at eight and call you myself at nine to confirm.",
    "Thank you, that would help a lot.",
)
BEGUN = datetime(2026, 3, 2, 8, tzinfo=UTC)
MADE_BY = Provenance(
    rubric_id="service",
    rubric_version="1.0.0",
    rubric_hash="0f" * 16,
    engine="chat",
    model="",
    options="",
    evaluator="qa_toolkit",
)


def rubric() -> Rubric:
    """Four sections of four criteria, three levels each, one of them critical."""
    sections = [
        {
            "id": f"s{section}",
            "title": f"Section {section}",
            "weight": 20 + section,
            "criteria": [
                {
                    "id": f"s{section}.c{criterion}",
                    "question": f"Does the agent show behaviour {section}.{criterion} in time?",
                    "weight": 10 + criterion,
                    "critical": section == criterion == 1,
                    "scale": {0: "not shown", 1: "in part", 2: "shown in full"},
                }
                for criterion in range(CRITERIA)
            ],
        }
        for section in range(SECTIONS)
    ]
    known = {"format": 1, "id": "service", "version": "1.0.0", "title": "Service", "pass_mark": 80}
    channels = {"channels": ["chat"]}
    return Rubric.model_validate(known | {"applies_to": channels, "sections": sections})


def results(agents: int, each: int, judged_by: Rubric) -> tuple[Scored, ...]:
    """Scorecards whose ratings differ, each with a transcript and a quote for each criterion."""
    assembly = Assembly(judged_by)
    return tuple(
        _scored(agent, number, judged_by, assembly)
        for agent in range(agents)
        for number in range(each)
    )


def _scored(agent: int, number: int, judged_by: Rubric, assembly: Assembly) -> Scored:
    name = f"c-{agent:04d}-{number:03d}"
    turns = tuple(
        Turn(
            speaker=SpeakerRole.CUSTOMER if at % 2 else SpeakerRole.AGENT,
            text=f"{text} ({name})",
            start_s=float(12 * at),
        )
        for at, text in enumerate(SAID)
    )
    scores = tuple(
        _score(placed.criterion.id, placed.section, turns, 7 * agent + 3 * number + at, judged_by)
        for at, placed in enumerate(judged_by.places.values())
    )
    total = assembly.total(scores)
    return Scored(
        interaction=Interaction(
            id=name,
            channel=Channel.CHAT,
            agent=AgentRef(id=f"a{agent}", name=f"Agent Number {agent}", team=f"Team {agent % 20}"),
            content_hash=name,
            source="chats.jsonl",
            started_at=BEGUN + timedelta(hours=agent + number),
        ),
        transcript=Transcript(interaction_id=name, turns=turns, duration_s=72.0),
        scorecard=Scorecard(
            interaction_id=name,
            criteria=scores,
            sections=total.sections,
            percent=total.percent,
            computed_percent=total.computed_percent,
            outcome=total.outcome,
            reason=total.reason,
            coverage=total.coverage,
            customer_sentiment=0.4,
            provenance=MADE_BY,
        ),
    )


def _score(
    criterion: str, section: str, turns: Sequence[Turn], luck: int, judged_by: Rubric
) -> CriterionScore:
    known = judged_by.places[criterion].criterion
    points = (2, 2, 1, 2, 0, 2, 1)[luck % 7] if not known.fails_at or luck % 31 == 0 else 2
    at = 2 * (luck % 3)
    text = turns[at].text
    return CriterionScore(
        criterion=criterion,
        section=section,
        status=RatingStatus.RATED,
        points=points,
        lowest=0,
        highest=2,
        weight=known.weight,
        strength=0.5,
        reason=known.levels[points],
        critical=bool(known.fails_at),
        fails_at=known.fails_at,
        evidence=(
            Evidence(turn=at, start=0, end=12, quote=text[:12], indicator="x", effect=known.base),
        ),
    )


def timed(work: Callable[[], object]) -> float:
    """Seconds of processor time."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


class Bare:
    """The same cells, row by row, through other writers; counts only their own time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._openpyxl = openpyxl.Workbook(write_only=True)
        options = {"constant_memory": True}
        self._xlsxwriter = xlsxwriter.Workbook(str(folder / "bare_x.xlsx"), options)
        self.cells = 0
        self.openpyxl_s = self.xlsxwriter_s = 0.0
        self._pages: dict[str, tuple[object, object]] = {}

    def row(self, title: str, at: int, cells: Sequence[Cell | None]) -> None:
        """Append one row to the sheet of this name in both."""
        if title not in self._pages:
            pages = self._openpyxl.create_sheet(title), self._xlsxwriter.add_worksheet(title)
            self._pages[title] = pages
        page, other = self._pages[title]
        values = [known[1] if known else None for known in cells]
        plain = [known.text if isinstance(known, Formula) else known for known in values]
        self.cells += sum(value is not None for value in plain)
        self.openpyxl_s += timed(lambda: page.append(plain))  # type: ignore[attr-defined]
        self.xlsxwriter_s += timed(lambda: _row(other, at, plain))

    def save(self) -> None:
        self.openpyxl_s += timed(lambda: self._openpyxl.save(self._folder / "bare.xlsx"))
        self.xlsxwriter_s += timed(self._xlsxwriter.close)


def _row(page: object, at: int, values: Sequence[object]) -> None:
    for column, value in enumerate(values):
        if value is None:
            continue
        if isinstance(value, datetime):
            page.write_datetime(at - 1, column, value)  # type: ignore[attr-defined]
        elif isinstance(value, str) and not value.startswith("="):
            page.write_string(at - 1, column, value)  # type: ignore[attr-defined]
        else:
            page.write(at - 1, column, value)  # type: ignore[attr-defined]


def workbook(agents: int, each: int, folder: Path) -> None:
    """Ratios of the workbook to bare writers of its cells, and its memory."""
    judged_by = rubric()
    view = report_view(Report(scored=results(agents, each, judged_by), rubric=judged_by))
    path = folder / "team.xlsx"
    ours_s = timed(lambda: write_workbook(view, judged_by, path))
    bare = Bare(folder)
    own_row = Sheet.row

    def row(sheet: Sheet, cells: Sequence[Cell | None], **more: float | None) -> int:
        at = own_row(sheet, cells, **more)
        bare.row(sheet.title, at, cells)
        return at

    with mock.patch.object(Sheet, "row", row):
        write_workbook(view, judged_by, folder / "again.xlsx")
    bare.save()
    ratings = agents * each * SECTIONS * CRITERIA
    print(f"workbook: {agents} agents, {ratings:,} ratings, {bare.cells:,} cells")
    print(f"  ours                {ours_s:7.1f} s   {path.stat().st_size / 1e6:.0f} MB")
    for name, seconds in (("openpyxl", bare.openpyxl_s), ("XlsxWriter", bare.xlsxwriter_s)):
        print(f"  bare {name:<14} {seconds:7.1f} s   ours is {ours_s / seconds:.2f} x")
    print(f"  memory of the whole export {_peak_mb(agents, each):,.0f} MB", flush=True)


def _peak_mb(agents: int, each: int) -> float:
    command = [sys.executable, "-m", "benchmarks.export", "--memory"]
    command += ["--agents", str(agents), "--each", str(each)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout)


def memory(agents: int, each: int, folder: Path) -> None:
    """Make and write the workbook in this process, and print its peak memory in MB."""
    judged_by = rubric()
    report = Report(scored=results(agents, each, judged_by), rubric=judged_by)
    write_workbook(report_view(report), judged_by, folder / "team.xlsx")
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1_024 / 1e6)  # told in KiB


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--agents", type=int, default=500)
    parser.add_argument("--each", type=int, default=20, help="scorecards of each agent")
    parser.add_argument("--pages", type=int, default=10_000, help="of interactions; 0 for none")
    parser.add_argument("--memory", action="store_true", help=argparse.SUPPRESS)
    known = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure = memory if known.memory else workbook
        measure(known.agents, known.each, Path(folder))
    if known.pages and not known.memory:
        command = [sys.executable, "-m", "benchmarks.export_pages", "--pages", str(known.pages)]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()

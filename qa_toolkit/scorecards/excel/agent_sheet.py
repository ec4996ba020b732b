"""One printable sheet for each agent: what the talk is about, on two pages at most."""

from collections.abc import Mapping, Sequence

from qa_toolkit.scorecards.excel import agent_talk, layout, live, printing
from qa_toolkit.scorecards.excel.agent_priority import FIRST, INPUT, LAST
from qa_toolkit.scorecards.excel.commitments import pressing_first, status_words
from qa_toolkit.scorecards.excel.sheet import Column, Formula, Part, Sheet, on_paper
from qa_toolkit.scorecards.excel.sheet_names import place
from qa_toolkit.scorecards.view import AgentView, ReportView, ScorecardView, SectionMeanView
from qa_toolkit.scorecards.wording import DASH

_COLUMNS = (
    Column(heading="Key", width=4, hidden=True),
    Column(heading="", width=22),
    Column(heading="", width=36),
    *(Column(heading="", width=12) for _ in range(5)),
)
_MOST_INTERACTIONS = 12
_MOST_PROMISES = 4
_BAR = 10
_LOOKS = {"l": "head", "m": "head middle", "r": "head right"}
_LIVE = {"Mean total": "live total", "Passed": "live share"}


def write_agent(
    sheet: Sheet, view: ReportView, agent: AgentView, number: int, keys: Mapping[str, int]
) -> None:
    """Write one agent's sheet.

    Args:
        sheet: still empty.
        view: the whole report.
        agent: whose sheet it is.
        number: the agent's place in the report, from 1, as Scores has it.
        keys: of the scorecards on Scores, by interaction.
    """
    sheet.page.print_options.horizontalCentered = True
    sheet.page.oddHeader.right.text = on_paper(agent.name)
    sheet.widths(_COLUMNS)
    _top(sheet, view, agent, number)
    weighed = live.weighs(agent, view)
    _figures(sheet, agent, number, weighed=weighed)
    _sections(sheet, agent, number, weighed=weighed)
    starts = [printing.here(sheet)]
    agent_talk.write_strengths(sheet, agent)
    starts.append(printing.here(sheet))
    _promises(sheet, agent)
    starts += agent_talk.write_talk(sheet, agent)
    starts.append(printing.here(sheet))
    _interactions(sheet, agent, keys)
    starts.append(printing.here(sheet))
    agent_talk.write_sign_off(sheet, view.rubric.appeal)
    sheet.print_only(area=f"B1:H{sheet.at}")
    printing.on_two_pages(sheet, _COLUMNS, starts)


def _top(sheet: Sheet, view: ReportView, agent: AgentView, number: int) -> None:
    sheet.across([("title", agent.name, FIRST, LAST)], least=32)
    about = " · ".join(filter(None, (agent.team, agent.period, view.rubric.title)))
    row = sheet.across([("subtitle", about, FIRST, LAST - 1), ("back", "Summary", LAST, LAST)])
    sheet.link(row, LAST, location=place(layout.SUMMARY))
    changed = Formula(live.agent_changed(number), "")
    sheet.across([("live note", changed, FIRST, LAST)])
    if agent.caution:
        sheet.across([("warning", agent.caution, FIRST, LAST)], least=20)
    if agent.triggers:
        told = "\n".join(agent.triggers)
        sheet.across([("label", "Calls for a talk", FIRST, FIRST), ("plain", told, INPUT, LAST)])


def _figures(sheet: Sheet, agent: AgentView, number: int, *, weighed: bool) -> None:
    sheet.across(
        [
            ("head", "Figures", FIRST, FIRST),
            ("head", "As exported", INPUT, LAST - 1),
            ("head right", "Now", LAST, LAST),
        ],
        least=18,
    )
    for kpi in agent.kpis:
        formula = live.agent_figure(kpi.label, number, weighed=weighed)
        known = live.number_of(kpi.value)
        now = Formula(formula, known) if formula else ""
        parts: list[Part] = [
            ("strong", kpi.label, FIRST, FIRST),
            ("strong", kpi.value, INPUT, INPUT),
            ("wrap", kpi.note, INPUT + 1, LAST - 1),
            (_LIVE.get(kpi.label, "live count"), now, LAST, LAST),
        ]
        sheet.across(parts)
    if agent.trend:
        sheet.across([("strong", "Trend", FIRST, FIRST), ("wrap", agent.trend.said, INPUT, LAST)])


def _interactions(sheet: Sheet, agent: AgentView, keys: Mapping[str, int]) -> None:
    shown = agent.scorecards[-_MOST_INTERACTIONS:]
    headings = ("Interactions", "Contact", "Length", "Total", "Outcome", "Total now", "Now")
    sheet.row((), height=6)
    _head(sheet, headings, "llrrmrm")
    for card in shown:
        sheet.across(_interaction(card, keys[card.id]))
    gone = len(agent.scorecards) - len(shown)
    if gone:
        text = f"The latest {len(shown)}; {gone} earlier ones stand on Scores."
        sheet.across([("note", text, FIRST, LAST)])


def _head(sheet: Sheet, headings: Sequence[str], looks: str) -> None:
    """Headings with a letter for each: to the left, in the middle or to the right."""
    parts: list[Part] = [
        (_LOOKS[look], word, at, at)
        for at, (word, look) in enumerate(zip(headings, looks, strict=True), start=FIRST)
    ]
    sheet.across(parts, least=18)


def _interaction(card: ScorecardView, key: int) -> list[Part]:
    total = DASH if card.total is None else card.total
    return [
        ("text", card.when, 2, 2),
        ("text", f"{'Mystery shop' if card.shop else card.channel} {card.id}", 3, 3),
        ("right", card.length, 4, 4),
        ("total", total, 5, 5),
        ("word", card.outcome, 6, 6),
        ("live total", Formula(live.total_of(key), total), 7, 7),
        ("live word", Formula(live.outcome_of(key), card.outcome), 8, 8),
    ]


def _sections(sheet: Sheet, agent: AgentView, number: int, *, weighed: bool) -> None:
    _head(sheet, ("Sections", "", "Mean", "Minimum", "Rated in", "", "Mean now"), "llrrrlr")
    for at, known in enumerate(agent.sections, start=1):
        mean = DASH if known.mean is None else known.mean
        now = Formula(live.agent_section(at, number, weighed=weighed), mean)
        sheet.across(
            [
                ("strong", known.title, 2, 2),
                ("bar", _bar(known), 3, 3),
                ("total", mean, 4, 4),
                ("right", known.minimum, 5, 5),
                ("count", known.count, 6, 6),
                ("text", "", 7, 7),
                ("live", now, LAST, LAST),
            ]
        )


def _bar(known: SectionMeanView) -> str:
    """A mean in tenths, and in words what a section needs and does not reach."""
    if known.mean is None:
        return ""
    full = min(_BAR, round(known.mean / _BAR))
    under = known.least is not None and known.mean < known.least
    return "■" * full + "□" * (_BAR - full) + ("  ▼ under the minimum" if under else "")


def _promises(sheet: Sheet, agent: AgentView) -> None:
    waiting = [known for known in agent.promises if known.status_kind != "kept"]
    if not waiting:
        return
    sheet.across([("heading", "Promises to customers", FIRST, LAST)], least=26)
    for promise in pressing_first(waiting)[:_MOST_PROMISES]:
        words = f"“{promise.quote}” ({promise.interaction_id}), due {promise.due}"
        sheet.across(
            [("bold wrap", status_words(promise), FIRST, FIRST), ("wrap", words, INPUT, LAST)]
        )
    if len(waiting) > _MOST_PROMISES:
        more = f"… and {len(waiting) - _MOST_PROMISES} more on {layout.COMMITMENTS}."
        sheet.across([("note", more, FIRST, LAST)])

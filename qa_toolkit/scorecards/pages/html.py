"""Pages for people: a team overview, a coaching page per agent, a page per interaction."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path

from qa_toolkit.domain.problem import Problem
from qa_toolkit.errors import UsageError
from qa_toolkit.scorecards.figures.stakes import Stakes
from qa_toolkit.scorecards.files import read_start, remove, write_text
from qa_toolkit.scorecards.pages.interaction_page import interaction_page
from qa_toolkit.scorecards.pages.page_names import page_names
from qa_toolkit.scorecards.pages.page_templates import (
    BROKEN,
    GENERATOR,
    broken,
    environment,
    rendering_problem,
)
from qa_toolkit.scorecards.report import Report
from qa_toolkit.scorecards.view import AgentView, ReportView, ScorecardView
from qa_toolkit.scorecards.wording import clean

INTERACTIONS = "interactions"
"""The folder of the pages of interactions, beside the overview."""
_GOES_ON = ("Period", "Samples")
_OVERVIEW = "index.html"
_MARK = '<meta name="generator" content="'
_HEAD_BYTES = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page that can be made: its kind, its place in the folder, and how its text is made."""

    kind: str
    name: str
    make: Callable[[], str]


def write_pages(
    report: Report, view: ReportView, folder: Path, told: Callable[[], None] = lambda: None
) -> tuple[Path, ...]:
    """Write `index.html`, a page per agent and one per interaction, none of which loads anything.

    Pages are made one at a time, the overview last: whoever finds it finds all that it leads to.
    When the same was exported to the folder before, pages that are not made again are removed:
    they hold what was said by people who left the report. Other files are left alone.

    Args:
        report: holds the transcripts and what was measured in them.
        view: the same in words.
        folder: made where it is missing.
        told: hears of every page that is written.

    Raises:
        UsageError: a template of the user's folder is broken, see `check_pages`.
        StorageError: the folder or a file in it cannot be written.
    """
    overview, *others = _pages(report, view)
    for page in (*others, overview):
        write_text(folder / page.name, page.make())
        told()
    written = [folder / page.name for page in (overview, *others)]
    for stale in _earlier(folder, set(written), _generator(report)):
        remove(stale)
    return tuple(written)


def check_pages(report: Report, view: ReportView) -> None:
    """Make every page once without writing any, for templates that are not ours.

    Raises:
        UsageError: with the first problem of each kind of page.
    """
    problems: dict[str, Problem] = {}
    for page in _pages(report, view):
        if page.kind not in problems:
            try:
                page.make()
            except BROKEN as error:
                problems[page.kind] = rendering_problem(error, report.templates)
    if problems:
        raise broken(dict.fromkeys(problems.values()))


def check_folder(report: Report, folder: Path) -> None:
    """Refuse a folder with the overview of another export, which this one would replace.

    Raises:
        UsageError: it holds one.
    """
    head = read_start(folder / _OVERVIEW, _HEAD_BYTES)
    if _MARK + GENERATOR in head and _head(_generator(report)) not in head:
        raise UsageError(
            f"'{folder}' holds the pages of another export, of other agents, locations or plans, "
            "or by another rubric; nothing was written",
            hint="name a folder of its own, or remove that one first",
        )


def _generator(report: Report) -> str:
    """By this in its head a page belongs to an export: the same is exported again and again.

    What is shown makes an export, whatever the days: a period goes on, and so do samples.
    """
    kind = "mystery shops" if report.shops else "contacts"
    scope = [f"{name}: {value}" for name, value in report.scope if name not in _GOES_ON]
    shown = blake2b("; ".join(scope).encode(errors="backslashreplace"), digest_size=4).hexdigest()
    return f"{GENERATOR}, {kind} by {report.rubric.id}" + (f", {shown}" if scope else "")


def _head(generator: str) -> str:
    return f'{_MARK}{generator}">'


def _pages(report: Report, view: ReportView) -> Iterator[Page]:
    """Every page; its text is made when it is asked for, and kept nowhere."""
    made, generator = environment(report.templates), _generator(report)
    agents = _with_pages(view)
    names = {agent.id: agent.page for agent in agents}
    index, page = made.get_template("index.html.j2"), made.get_template("agent.html.j2")
    yield Page(
        kind="index",
        name=_OVERVIEW,
        make=lambda: index.render(view=view, names=names, generator=generator),
    )
    stakes = Stakes(report.rubric)
    results = {clean(item.interaction.id): item for item in report.scored}
    for agent in agents:

        def agent_page(agent: AgentView = agent) -> str:
            return page.render(view=view, agent=agent, link=_links(agent), generator=generator)

        yield Page(kind="agent", name=agent.page, make=agent_page)
        for card in agent.scorecards:

            def own_page(agent: AgentView = agent, card: ScorecardView = card) -> str:
                scored = results[card.id]
                signals = report.measure(scored.transcript) if report.measure else None
                recording = report.recordings.get(card.id)
                return interaction_page(
                    view, agent, card, scored, signals, recording, stakes, made, generator
                )

            yield Page(kind="interaction", name=card.page, make=own_page)


def _with_pages(view: ReportView) -> list[AgentView]:
    """The agents, each of them and of their scorecards with the place of its page."""
    agents = page_names((agent.id for agent in view.agents), "agent")
    held = (card.id for agent in view.agents for card in agent.scorecards)
    own = page_names(held, "interaction")
    return [
        replace(
            agent,
            page=agents[agent.id],
            scorecards=tuple(
                replace(card, page=f"{INTERACTIONS}/{own[card.id]}") for card in agent.scorecards
            ),
        )
        for agent in view.agents
    ]


def _links(agent: AgentView) -> Callable[[str], str]:
    """Leads from an agent's page to an interaction or a turn of it, by its anchor."""
    pages = {card.anchor: card.page for card in agent.scorecards}

    def link(anchor: str) -> str:
        card, _, turn = anchor.partition("-")
        return f"{pages[card]}#{anchor}" if turn else pages[card]

    return link


def _earlier(folder: Path, written: set[Path], generator: str) -> list[Path]:
    """The pages in a folder that this export has written before."""
    mark = _head(generator)
    places = ("agent-*.html", f"{INTERACTIONS}/interaction-*.html")
    found = {path for place in places for path in folder.glob(place)} - written
    return [p for p in found if not p.is_symlink() and mark in read_start(p, _HEAD_BYTES)]

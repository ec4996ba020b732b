"""The page of one interaction: what was rated, on which words, and what was heard when."""

from pathlib import Path

from jinja2 import Environment

from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.domain.signals import Signals
from qa_toolkit.scorecards.figures.stakes import Stakes
from qa_toolkit.scorecards.pages.interaction_view import interaction_view
from qa_toolkit.scorecards.pages.page_templates import GENERATOR
from qa_toolkit.scorecards.view import AgentView, ReportView, ScorecardView

TEMPLATE = "interaction.html.j2"


def interaction_page(
    view: ReportView,
    agent: AgentView,
    card: ScorecardView,
    scored: Scored,
    signals: Signals | None,
    recording: Path | None,
    stakes: Stakes,
    environment: Environment,
    generator: str = GENERATOR,
) -> str:
    """The page as HTML; it needs no network and no other file but, where it is given, the recording.

    Args:
        view: the report it belongs to.
        agent: whose interaction it is; the page links to `agent.page` where that is known.
        card: the interaction's ratings in words.
        scored: its transcript and evidence.
        signals: what was measured on the transcript.
        recording: the audio file, relative to the folder of the report's overview.
        stakes: what each criterion decides of a total, by the rubric it was judged by.
        environment: holds the templates.
        generator: in the page's head, by which the pages of one export are known.
    """
    shown = interaction_view(view, card, scored, signals, recording, stakes)
    return environment.get_template(TEMPLATE).render(
        view=view, agent=agent, card=card, page=shown, generator=generator
    )

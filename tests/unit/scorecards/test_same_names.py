"""Two agents of one name."""

from pathlib import Path

from scored_builders import DANA, report, scored

from qa_toolkit.domain.interaction import AgentRef
from qa_toolkit.scorecards.compose import report_view
from qa_toolkit.scorecards.interface import write
from qa_toolkit.scorecards.same_names import told_apart

OTHER = AgentRef(id="dana-2", name="dana price")


def test_agents_of_one_name_are_shown_with_their_ids() -> None:
    view = report_view(report(scored("i-1"), scored("i-2", agent=OTHER)))
    assert [agent.name for agent in view.agents] == ["Dana Price (dana)", "dana price (dana-2)"]


def test_a_name_that_nobody_shares_stays_as_it_is() -> None:
    known = report(scored("i-1"), scored("i-2", agent=DANA))
    assert told_apart(known) is known


def test_programs_get_the_name_as_it_is_known(tmp_path: Path) -> None:
    known = report(scored("i-1"), scored("i-2", agent=OTHER))
    (path,) = write(known, tmp_path / "a.json")
    assert '"name":"Dana Price"' in path.read_text(encoding="utf-8")

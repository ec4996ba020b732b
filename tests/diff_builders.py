"""Two versions of a small rubric, and what a comparison says of them."""

from collections.abc import Sequence

from builders import criterion, interaction, rubric, transcript

from qa_toolkit.domain.interaction import AgentRef, Interaction
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.scorecard import Provenance
from qa_toolkit.domain.transcript import Transcript
from qa_toolkit.rubric.diff.change import Change, Path, Places, Spot
from qa_toolkit.rubric.diff.compare import compare
from qa_toolkit.rubric.diff.difference import RubricDiff, Side, difference
from qa_toolkit.rubric.diff.impact import Impact
from qa_toolkit.rubric.diff.tally import Tally
from qa_toolkit.scoring import score
from qa_toolkit.signals import measure

Contact = tuple[Interaction, Transcript]
MADE_BY = Provenance(
    rubric_id="", rubric_version="", rubric_hash="", engine="", model="", options="", evaluator=""
)


def phrase(name: str = "sorry", *wordings: str, **fields: object) -> dict[str, object]:
    """A phrase indicator of two points."""
    return {"id": name, "kind": "phrase", "any": list(wordings) or [name], "points": 2} | fields


def with_criterion(**fields: object) -> Rubric:
    """A rubric of one criterion, `s.c`."""
    return rubric(criterion(**fields))


def section(name: str, *criteria: dict[str, object], **fields: object) -> dict[str, object]:
    """A section of weight 1; criteria are named in it."""
    return {"id": name, "title": name, "weight": 1, "criteria": list(criteria)} | fields


def named(name: str, question: str = "", **fields: object) -> dict[str, object]:
    """A criterion with an id of its own and a question that tells it apart."""
    return criterion(id=name, question=question or f"Is {name} shown?", **fields)


def with_sections(*sections: dict[str, object], **fields: object) -> Rubric:
    """A rubric of these sections."""
    return rubric(sections=list(sections), **fields)


def changes(old: Rubric, new: Rubric) -> tuple[Change, ...]:
    """What differs."""
    return compare(old, new)[0]


def told(old: Rubric, new: Rubric) -> list[str]:
    """Each change as `D204 changed pass_mark`."""
    return [f"{one.code} {one.kind} {one.name}" for one in changes(old, new)]


def only(found: Sequence[Change]) -> Change:
    """The one change there is."""
    assert len(found) == 1, [change.name for change in found]
    return found[0]


def diff(old: Rubric, new: Rubric) -> RubricDiff:
    """The whole difference, with `old.yaml` and `new.yaml` as names and every place in line 3."""
    before = Side(source="old.yaml", rubric=old, places=_places("old.yaml"))
    after = Side(source="new.yaml", rubric=new, places=_places("new.yaml"))
    return difference(before, after)


def _places(source: str) -> Places:
    def place(path: Path) -> Spot:
        return Spot(source, 3, len(path) + 1)

    return place


def contact(interaction_id: str, said: str, agent: str = "dana", team: str = "North") -> Contact:
    """A chat of an agent, from lines such as `A: Hello`."""
    known = interaction(interaction_id, agent=AgentRef(id=agent, name=agent.title(), team=team))
    return known, transcript(said, interaction_id=interaction_id)


def impact(old: Rubric, new: Rubric, *contacts: Contact) -> Impact:
    """What a change does to these chats, each scored in full under both versions."""
    tally = Tally(old, new, compare(old, new)[1])
    for known, words in contacts:
        before, after = (
            score(words, measure(words), version, known.channel, MADE_BY) for version in (old, new)
        )
        tally.add(known, before, after)
    return tally.impact("chats.jsonl")

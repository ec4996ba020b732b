"""A report with pseudonyms in place of agents, customers, shoppers and those who rate or coach.

Every text in it is gone through, whatever field it stands in; fields that name a person get a
pseudonym as a whole. The rubric is left as it is: it is about nobody.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from qa_toolkit.domain.coaching import CoachingChange, CoachingEntry, CoachingField
from qa_toolkit.domain.commitment import Commitment, Resolution
from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.interaction import AgentRef, Interaction, ShopRef
from qa_toolkit.domain.natural_order import as_counted
from qa_toolkit.domain.override import Override
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.sample import Member, Sample
from qa_toolkit.domain.scorecard import Scorecard, Scored
from qa_toolkit.domain.shop.figures import AtLocation, ShopFigures
from qa_toolkit.domain.transcript import SpeakerRole, Transcript, Turn, Word
from qa_toolkit.domain.wording import counted
from qa_toolkit.scorecards.names_in_texts import Near, Replaced
from qa_toolkit.scorecards.pseudonyms import Pseudonyms
from qa_toolkit.scorecards.report import PastScore, Promise, Report
from qa_toolkit.scorecards.shop_facts import BEGAN, MET

T = TypeVar("T")
_AS_THEY_ARE = frozenset(
    (
        *("criterion", "section", "group", "title", "band", "indicator"),
        *("rubric_id", "rubric_version", "rubric_hash", "engine", "evaluator", "sample"),
    )
)
"""Fields with the words of the rubric or of the toolkit, by which parts of a report find others."""
_NUMBERED = re.compile(r"(agent|customer|bot|system|unknown|speaker|voice)[ _-]?\d+", re.IGNORECASE)
"""A party that nobody has given a name, such as `agent 2` or `SPEAKER_07`."""
_MET = "Member of staff"
"""Whom a shopper met, where neither a roster nor an interaction knows the name."""
_IN_ROLE = re.compile(r"^\w+ \((.+)\)$")
"""A name beside its role, as in `agent (Mo)`."""


def reviewers_in(report: Report) -> frozenset[str]:
    """Everybody who rated or coached, as the report names them."""
    names = {given.by for history in report.overrides.values() for given in history}
    for entry in report.coaching:
        names |= {entry.opened_by, *(change.by for change in entry.changes)}
        names |= {c.value for c in entry.changes if c.field is CoachingField.COACH}
    verdicts = (promise.verdict for some in report.promises.values() for promise in some)
    names |= {verdict.by for verdict in verdicts if verdict is not None and verdict.by_person}
    return frozenset(names - {""})


def anonymised(
    report: Report, people: Pseudonyms, unscored: Mapping[str, Interaction] | None = None
) -> Report:
    """The report without a name that is known.

    Recordings go, for voices have no pseudonym; so do columns that no output shows, and hashes
    from which somebody who holds the originals could tell which is which.

    Args:
        report: what is shown.
        people: everybody the project knows, and everybody the report names.
        unscored: interactions without a scorecard, by their source. What could not even be
            imported is only counted: nobody knows who is named there.
    """
    return _Walk(report, people).report(unscored or {})


class _Walk:
    """Goes through one report."""

    def __init__(self, report: Report, people: Pseudonyms) -> None:
        self._report = report
        self._people = people
        self._everybody = people.near()
        self._ids = _new_ids(report, self._everybody, people)
        self._near = {item.interaction.id: _near(item, people) for item in report.scored}
        self._turns = {item.interaction.id: item.transcript.turns for item in report.scored}

    def report(self, unscored: Mapping[str, Interaction]) -> Report:
        report = self._report
        return replace(
            report,
            scored=tuple(sorted(map(self._scored, report.scored), key=_by_id)),
            sample=None if report.sample is None else self._sample(report.sample),
            left_out=tuple(self._left_out(report.left_out, unscored)),
            scope=tuple((name, self._everybody.text(value)) for name, value in report.scope),
            notes=self._any(report.notes, self._everybody),
            drawn=dict(
                sorted((self._people.agent_id(name), n) for name, n in report.drawn.items())
            ),
            overrides={
                self._ids[name]: tuple(self._override(given) for given in history)
                for name, history in report.overrides.items()
            },
            promises={
                self._ids[name]: tuple(self._promise(promise) for promise in some)
                for name, some in report.promises.items()
            },
            coaching=tuple(map(self._entry, report.coaching)),
            past=tuple(map(self._past, report.past)),
            recordings={},
            shops=None if report.shops is None else self._figures(report.shops),
            counted=None
            if report.counted is None
            else frozenset(self._ids[name] for name in report.counted),
        )

    def _scored(self, item: Scored) -> Scored:
        near = self._near[item.interaction.id]
        turns = [near.replaced(turn.text) for turn in item.transcript.turns]
        special: dict[type, Callable[[Any], Any]] = {
            Evidence: _in_turns(item.transcript, turns, near)
        }
        shop = item.interaction.shop
        card, machine = self._any((item.scorecard, item.machine), near, special)
        return Scored(
            interaction=self._interaction(item.interaction, near),
            transcript=self._transcript(item.transcript, turns, near),
            scorecard=self._rated(card, shop),
            machine=None if machine is None else self._rated(machine, shop),
        )

    def _rated(self, card: Scorecard, shop: ShopRef | None) -> Scorecard:
        """A shop is rated by who carried it out, a monitored contact by the toolkit."""
        if shop is None:
            return card
        made = replace(card.provenance, evaluator=self._people.shopper(shop.shopper))
        return replace(card, provenance=made)

    def _interaction(self, known: Interaction, near: Near) -> Interaction:
        return replace(
            known,
            id=self._ids[known.id],
            agent=self._agent(known.agent),
            customer=self._people.customer(known.customer),
            queue=near.text(known.queue),
            source=near.in_id(known.source),
            content_hash="",
            recording=None,
            extra={},
            shop=None if known.shop is None else self._shop(known.shop, near),
        )

    def _shop(self, shop: ShopRef, near: Near) -> ShopRef:
        """What was noted, such as names of files, may be written like a text or like an id."""
        location, name = self._people.location(shop.location, shop.location_name)
        return replace(
            shop,
            id=self._ids[shop.id],
            location=location,
            location_name=name,
            scenario=near.in_id(shop.scenario),
            shopper=self._people.shopper(shop.shopper),
            plan=near.in_id(shop.plan),
            told=tuple(
                (fact, value if fact == BEGAN else near.in_id(near.text(value)))
                for fact, value in shop.told
            ),
        )

    def _figures(self, figures: ShopFigures) -> ShopFigures:
        """In the order of the new names, for the reason that a sample is."""
        shoppers = [
            replace(one, shopper=self._people.shopper(one.shopper)) for one in figures.shoppers
        ]
        return replace(
            figures,
            locations=tuple(
                sorted(
                    map(self._location, figures.locations),
                    key=lambda one: (as_counted(one.name), one.id),
                )
            ),
            shoppers=tuple(sorted(shoppers, key=lambda one: one.shopper)),
        )

    def _location(self, known: AtLocation) -> AtLocation:
        location, name = self._people.location(known.id, known.name)
        return replace(known, id=location, name=name)

    def _agent(self, agent: AgentRef) -> AgentRef:
        return AgentRef(
            id=self._people.agent_id(agent.id),
            name=self._people.agent_name(agent.id, agent.name),
            team=self._everybody.text(agent.team),
        )

    def _transcript(self, transcript: Transcript, turns: list[Replaced], near: Near) -> Transcript:
        told = replace(transcript, turns=(), audio=None)
        return replace(
            self._any(told, near),
            turns=tuple(
                replace(_turn(turn, new), party=near.text(turn.party))
                for turn, new in zip(transcript.turns, turns, strict=True)
            ),
            audio=transcript.audio,
        )

    def _sample(self, sample: Sample) -> Sample:
        """In the order of the new names: the old order tells who is who to those who know it."""
        strata = {s.name: self._stratum(s.name) for s in sample.strata}
        return replace(
            sample,
            plan=replace(sample.plan, seed=self._everybody.text(sample.plan.seed)),
            strata=tuple(
                sorted(
                    (replace(known, name=strata[known.name]) for known in sample.strata),
                    key=lambda known: known.name,
                )
            ),
            members=tuple(
                sorted(
                    (
                        Member(
                            interaction_id=self._ids[member.interaction_id],
                            stratum=strata.get(member.stratum, member.stratum),
                        )
                        for member in sample.members
                    ),
                    key=lambda member: (member.stratum, member.interaction_id),
                )
            ),
        )

    def _stratum(self, name: str) -> str:
        return self._people.agent_id(name) if name in self._people.agents else name

    def _override(self, given: Override) -> Override:
        near = self._near.get(given.interaction_id, self._everybody)
        told = replace(given, by=self._people.reviewer(given.by))
        return replace(
            told,
            interaction_id=self._ids[given.interaction_id],
            reason=near.text(given.reason),
            source=near.in_id(given.source),
        )

    def _promise(self, promise: Promise) -> Promise:
        near = self._near[promise.commitment.interaction_id]
        return replace(
            promise,
            id=f"p-{self._people.hidden(promise.id)}",
            commitment=self._commitment(promise.commitment, near),
            verdict=None if promise.verdict is None else self._verdict(promise.verdict, near),
        )

    def _commitment(self, commitment: Commitment, near: Near) -> Commitment:
        turn = self._turns[commitment.interaction_id][commitment.turn]
        replaced = near.replaced(turn.text)
        start, end = replaced.moved(commitment.start, commitment.end)
        told = self._any(commitment, near)
        return replace(
            told,
            interaction_id=self._ids[commitment.interaction_id],
            start=start,
            end=end,
            quote=replaced.text[start:end],
        )

    def _verdict(self, verdict: Resolution, near: Near) -> Resolution:
        told = self._any(replace(verdict, by=""), near)
        by = self._people.reviewer(verdict.by) if verdict.by_person else verdict.by
        return replace(told, by=by, interaction_id=self._id(verdict.interaction_id))

    def _entry(self, entry: CoachingEntry) -> CoachingEntry:
        near = self._people.near(entry.agent_id)
        return replace(
            entry,
            id=f"k-{self._people.hidden(entry.id)}",
            agent_id=self._people.agent_id(entry.agent_id),
            topic=near.text(entry.topic),
            opened_by=self._people.reviewer(entry.opened_by),
            interactions=tuple(map(self._id, entry.interactions)),
            changes=tuple(self._change(change, near) for change in entry.changes),
        )

    def _change(self, change: CoachingChange, near: Near) -> CoachingChange:
        is_coach = change.field is CoachingField.COACH
        return replace(
            change,
            value=self._people.reviewer(change.value) if is_coach else near.text(change.value),
            by=self._people.reviewer(change.by),
            source=near.in_id(change.source),
        )

    def _past(self, score: PastScore) -> PastScore:
        return replace(
            score, interaction_id=self._ids[score.interaction_id], agent=self._agent(score.agent)
        )

    def _id(self, interaction_id: str) -> str:
        """An id that need not be of this report, such as that of a later contact."""
        return self._ids.get(interaction_id) or self._everybody.in_id(interaction_id)

    def _left_out(
        self, problems: Iterable[Problem], unscored: Mapping[str, Interaction]
    ) -> Iterator[Problem]:
        unknown = 0
        for problem in problems:
            if problem.source in self._near:
                yield self._any(problem, self._near[problem.source])
            elif problem.source in unscored:
                own = unscored[problem.source]
                near = self._people.near(own.agent.id, own.customer)
                yield replace(self._any(problem, near), source=near.in_id(own.id))
            else:
                unknown += 1
        if unknown:
            message = f"{counted(unknown, 'file or line', 'files or lines')} could not be used"
            hint = "an anonymised export does not say which: names in them are not known"
            yield Problem(source="import", message=message, hint=hint, severity="warning")

    def _any(
        self, value: T, near: Near, special: Mapping[type, Callable[[Any], Any]] | None = None
    ) -> T:
        """Any value with every text in it gone through, as deep as it goes."""
        return cast("T", self._gone_through(value, near, special or {}))

    def _gone_through(
        self, value: Any, near: Near, special: Mapping[type, Callable[[Any], Any]]
    ) -> Any:
        kind = type(value)
        if kind in special:
            return special[kind](value)
        if kind is str:
            return self._ids.get(value) or near.text(value)
        if kind is tuple:
            return tuple([self._gone_through(item, near, special) for item in value])
        if is_dataclass(kind):
            told = {
                known.name: getattr(value, known.name)
                if known.name in _AS_THEY_ARE
                else self._gone_through(getattr(value, known.name), near, special)
                for known in fields(kind)
            }
            return kind(**told)
        return value


def _near(item: Scored, people: Pseudonyms) -> Near:
    """The names meant in an interaction, those too that its transcript gives to who speaks.

    Beside a shopper's notes stands what they are about, which is no name.
    """
    parties = dict.fromkeys(
        turn.party
        for turn in item.transcript.turns
        if turn.party and turn.speaker is not SpeakerRole.SHOPPER
    )
    voices = [_IN_ROLE.sub(r"\1", party) for party in parties if not _NUMBERED.fullmatch(party)]
    others = {voice: f"Speaker {number}" for number, voice in enumerate(voices, start=1)}
    shop = item.interaction.shop
    others |= {value: _MET for name, value in (shop.told if shop else ()) if name == MET}
    return people.near(item.interaction.agent.id, item.interaction.customer, others)


def _by_id(item: Scored) -> str:
    return item.interaction.id


def _turn(turn: Turn, replaced: Replaced) -> Turn:
    """A turn with its new text; its words keep their times and lose their letters."""
    words = tuple(
        Word(text="", start_s=word.start_s, end_s=word.end_s, probability=word.probability)
        for word in turn.words
    )
    return replace(turn, text=replaced.text, words=words)


def _in_turns(
    transcript: Transcript, turns: list[Replaced], near: Near
) -> Callable[[Evidence], Evidence]:
    """Moves evidence to where its words stand now."""

    def moved(evidence: Evidence) -> Evidence:
        told = replace(evidence, note=near.text(evidence.note))
        if not evidence.quote:
            return told
        if evidence.turn >= len(transcript.turns):
            return replace(told, quote=near.text(evidence.quote))
        replaced = turns[evidence.turn]
        start, end = replaced.moved(evidence.start, evidence.end)
        return replace(told, start=start, end=end, quote=replaced.text[start:end])

    return moved


def _new_ids(report: Report, everybody: Near, people: Pseudonyms) -> dict[str, str]:
    """The interactions' ids without names; where two become one, each gets something of its own."""
    new: dict[str, str] = {}
    for item in report.scored:
        new[item.interaction.id] = _near(item, people).in_id(item.interaction.id)
    others = [past.interaction_id for past in report.past]
    others += [member.interaction_id for member in report.sample.members] if report.sample else []
    for name in (*others, *report.overrides, *report.promises):
        new.setdefault(name, everybody.in_id(name))
    taken = Counter(new.values())
    return {
        old: name if taken[name] == 1 else f"{name}-{people.hidden(old, 3)}"
        for old, name in new.items()
    }

"""What the pages of interactions cost, beside what only renders the same.

    python -m benchmarks.export_pages [--pages 10000]

Calls of 24 turns with words, outline, hold music and talk-over are scored by the shipped rubric
for service; their pages are made as `qa export --to DIR` makes them, signals given, and written.
Beside them two peers make text of the same words and nothing else: Jinja2 renders the same
template from values made ready (what the template alone costs: it keeps neither marks, pictures
nor files), and markdown-it-py turns the same words and ratings into HTML (what a plain page of
them costs with a common tool). All times are processor time of one core. Prints figures and
judges nothing.
"""

import argparse
import tempfile
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from markdown_it import MarkdownIt

from qa_toolkit.domain.interaction import AgentRef, Channel, Interaction
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.domain.signals import Signals
from qa_toolkit.domain.sound import Sound, SoundKind, Waveform
from qa_toolkit.domain.transcript import Audio, Origin, SpeakerRole, Transcript, Turn, Word
from qa_toolkit.scorecards.compose import report_view
from qa_toolkit.scorecards.figures.stakes import Stakes
from qa_toolkit.scorecards.files import write_text
from qa_toolkit.scorecards.pages.interaction_page import TEMPLATE, interaction_page
from qa_toolkit.scorecards.pages.interaction_view import interaction_view
from qa_toolkit.scorecards.pages.page_templates import environment
from qa_toolkit.scorecards.report import Report
from qa_toolkit.scorecards.view import AgentView, ReportView, ScorecardView
from qa_toolkit.scoring import score
from qa_toolkit.signals import measure
from qa_toolkit.workflow.provenance import provenance
from qa_toolkit.workflow.rubric_files import UsableRubric, usable_rubric

CALLS = 50
ROUNDS = 3
SAID = """\
Good morning, Fernhill Energy, you are speaking to Dana. How can I help you today?
Hello. My boiler has been off for three days and nobody called me back.
I'm so sorry, three days without heating is hard, and you should have had that call.
It's the baby I worry about. She is only four months old.
Of course you do. Let me sort this out for you now. May I take your name and postcode, please?
It's Ruth Adeyemi, and the postcode is FH four, two, seven.
Thank you, Ruth. I can see the order from Monday. Would you mind holding while I ring the depot?
All right, but please don't forget me.
I won't, it will be two minutes at most.
Thanks for waiting, Ruth. An engineer was booked, but the part never reached him.
So he would have come for nothing? That's ridiculous.
Yes, and that was our mistake. I've ordered the part again, and it will be at the depot tonight.
And when will somebody be here?
Tomorrow between eight and ten. I have put your house first on his round.
Can I rely on that? I took a day off already.
You can. I will call you myself at half past ten to hear that it is warm.
That would be lovely, thank you.
In the meantime I can have two electric heaters brought to you today, free of charge.
Really? That would help a lot with the baby.
They will be with you by six. Is there anything else I can do for you?
No, that's everything. You have been very kind.
You are welcome, Ruth. I'm glad you told us. Take care of that little one.
I will. Bye bye.
Goodbye.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What one page is made from."""

    view: ReportView
    agent: AgentView
    card: ScorecardView
    scored: Scored
    signals: Signals


def call(number: int) -> Transcript:
    """The same words at another pace, so that no two calls are equally long."""
    pace = 1 + number / CALLS
    turns, begin = [], 1.0
    for place, text in enumerate(SAID.splitlines()):
        begin += 22 * pace if place == 9 else 0
        words = tuple(_words(text, begin, 0.3 * pace, number + place))
        speaker = SpeakerRole.CUSTOMER if place % 2 else SpeakerRole.AGENT
        end = words[-1].end_s
        turns.append(
            Turn(speaker=speaker, text=text, start_s=begin, end_s=end, words=words, confidence=0.9)
        )
        begin = end + (-0.8 if place % 7 == 3 else 0.6)
    held, length_s = turns[9].start_s or 0, begin + 1
    peaks = bytes(abs(17 * at % 181 - 90) for at in range(int(10 * length_s)))
    sounds = (Sound(kind=SoundKind.MUSIC, channel=0, start_s=held - 20 * pace, end_s=held - 1),)
    return Transcript(
        interaction_id=f"call-{number}",
        turns=tuple(turns),
        origin=Origin(engine="faster-whisper", model="tiny.en"),
        duration_s=length_s,
        language="en",
        audio=Audio(
            roles=(SpeakerRole.AGENT, SpeakerRole.CUSTOMER),
            sounds=sounds,
            waveform=Waveform(per_s=10, peaks=(b64encode(peaks).decode(),) * 2),
        ),
    )


def _words(text: str, begin: float, each_s: float, luck: int) -> Iterator[Word]:
    for at, word in enumerate(text.split()):
        start_s = begin + at * each_s
        sure = 0.4 if (luck + at) % 17 == 0 else 0.94
        yield Word(text=word, start_s=start_s, end_s=start_s + each_s, probability=sure)


def jobs(usable: UsableRubric) -> list[Job]:
    """The calls with their ratings in words and what was measured on them."""
    made = []
    for number in range(CALLS):
        said = call(number)
        signals = measure(said)
        interaction = Interaction(
            id=said.interaction_id,
            channel=Channel.CALL,
            agent=AgentRef(id="dana", name="Dana Price", team="North"),
            content_hash=str(number),
            source="calls.csv",
            started_at=datetime(2026, 3, 2, 9, tzinfo=UTC) + timedelta(hours=number),
        )
        card = score(
            said, signals, usable.rubric, Channel.CALL, provenance(usable, said.origin),
            models=usable.models,
        )  # fmt: skip
        made.append((Scored(interaction=interaction, transcript=said, scorecard=card), signals))
    view = report_view(Report(scored=tuple(scored for scored, _ in made), rubric=usable.rubric))
    cards = {card.id: (agent, card) for agent in view.agents for card in agent.scorecards}
    return [
        Job(view=view, agent=agent, card=card, scored=scored, signals=signals)
        for scored, signals in made
        for agent, card in (cards[scored.interaction.id],)
    ]


def as_markdown(job: Job) -> str:
    """The words of a page without its marks, tables and pictures."""
    lines = [f"# {job.card.channel} {job.card.id}", job.card.reason]
    for section in job.card.sections:
        lines.append(f"## {section.title}: {section.shown}")
        for known in section.all_criteria():
            lines.append(f"### {known.question} {known.rating}")
            lines += [known.anchor_text, known.reason, known.tip, known.next_text]
            lines += [f"- {item.said} *{item.note}*" for item in known.evidence]
    lines += [f"**{turn.speaker.value}** {turn.text}" for turn in job.scored.transcript.turns]
    return "\n\n".join(filter(None, lines))


def each_second(run: Callable[[int], object], count: int) -> float:
    """How many a second of processor time, the best of some rounds."""
    best = 0.0
    for _ in range(ROUNDS):
        begun = time.process_time()
        for number in range(count):
            run(number)
        best = max(best, count / (time.process_time() - begun))
    return best


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--pages", type=int, default=10_000)
    count = parser.parse_args().pages
    usable = usable_rubric(Path("rubrics/service.yaml"))
    known = jobs(usable)
    made = environment()
    stakes = Stakes(usable.rubric)
    template = made.get_template(TEMPLATE)
    ready = [interaction_view(j.view, j.card, j.scored, j.signals, None, stakes) for j in known]
    texts = [as_markdown(job) for job in known]
    markdown = MarkdownIt()

    def ours(number: int) -> str:
        job = known[number % CALLS]
        return interaction_page(
            job.view, job.agent, job.card, job.scored, job.signals, None, stakes, made
        )

    def bare(number: int) -> str:
        job, page = known[number % CALLS], ready[number % CALLS]
        return template.render(view=job.view, agent=job.agent, card=job.card, page=page)

    with tempfile.TemporaryDirectory() as folder:
        pages = each_second(lambda n: write_text(Path(folder, f"{n}.html"), ours(n)), count)
    rendered = each_second(bare, count // 10)
    plain = each_second(lambda n: markdown.render(texts[n % CALLS]), count // 10)
    size = sum(len(ours(number).encode()) for number in range(CALLS)) / CALLS
    print(f"pages of interactions: {count:,} calls of {len(SAID.splitlines())} turns")
    print(f"  ours, made and written   {pages:7.0f} a second, {size / 1_000:.0f} kB each")
    for name, rate in (("Jinja2, values ready", rendered), ("markdown-it-py", plain)):
        print(f"  {name:<24} {rate:7.0f} a second, ours takes {rate / pages:.2f} x")


if __name__ == "__main__":
    main()

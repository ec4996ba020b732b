"""A first scenario for a channel: a whole file without a problem, to be written over."""

from dataclasses import dataclass
from textwrap import dedent

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.shops.scenarios.schema import MODELINE


@dataclass(frozen=True, slots=True, kw_only=True)
class _Start:
    """What differs between channels; `facts` are keys that the rubric asks for."""

    rubric: str
    goal: str
    opening_line: str
    wait: str
    evidence: str
    facts: str = ""


_SOLVED = "Have a kettle that works, or your money."
_WRITTEN = _Start(
    rubric="service",
    goal=_SOLVED,
    opening_line="Hello, I bought a kettle from you last week and it leaks.",
    wait="Press start when you send the first message, and answered when a person writes.",
    evidence="{kind: chat, text: The whole exchange as it was shown.}",
)
_STARTS = {
    Channel.CALL: _Start(
        rubric="service",
        goal=_SOLVED,
        opening_line="Hello, I bought a kettle from you last week and it leaks.",
        wait="Press start with the first ring, and answered with the first word of a person.",
        evidence="{kind: document, text: The call list with the number and the length of the call.}",
    ),
    Channel.VISIT: _Start(
        rubric="mystery_visit",
        goal="Buy a kettle for two people.",
        opening_line="Hello, I am looking for a kettle for two people.",
        wait="Press start when you open the door, and answered with the first word meant for you.",
        evidence="{kind: receipt, text: The receipt with the day and the time.}",
        facts="""
        # numbers of the rubric that the stopwatch answers
        measures: {welcome.wait: wait}
        # facts that decide which questions are asked
        metadata: {age_check: "no"}
        """,
    ),
}
_FILE = """\
format: 1
id: {name}
# raise it when the meaning changes
version: 1.0.0
title: {title}
language: en
channel: {channel}
# what is observed and how it counts: a file from here, or the name of a rubric
rubric: {rubric}
{facts}
persona:
  story: >-
    You live with one other person. The kettle you had was a present, and you use it every morning.

goal: {goal}
opening_line: "{opening_line}"

# told only when somebody asks
hold_back:
  - You would spend up to 40 euros.
  - You need it before Sunday, because you have guests.

probe:
  - When one way is offered, ask what other ways there are.

do:
  - {wait}
  - Note the first sentence that is said to you word for word, and the name.
  - Accept the last offer, and say thank you.
do_not:
  - Say that you are a shopper.
  - Ask for anything that you are told is against the rules.

staff_told: >-
  Everybody was told in writing that staged contacts take place, what they look at, and that no
  single one has consequences for anybody.

# when it may be held, by the clock of the location
window:
  days: [mon, tue, wed, thu, fri]
  hours: {{from: "09:00", to: "18:00"}}

evidence:
  - {evidence}
narrative_words: 50
# hours after the end in which it is submitted
submit_hours: 24

# asked before an assignment; options are shown to each shopper in another order
certification:
  pass_mark: 75
  questions:
    - id: price
      question: When do you say how much you would spend?
      options: [At once., When somebody asks., Never.]
      answer: 2
      why: It is among the facts to hold back; being asked is one of the things observed.
    - id: rules
      question: You are told that something is against the rules. What now?
      options: [Accept it and go on., Ask again until it is done., Ask for a manager.]
      answer: 1
      why: Nobody is asked to break a rule.
    - id: words
      question: What do you note word for word?
      options: [Everything., Nothing; a summary is enough., The first sentence said to you.]
      answer: 3
      why: It stands among the things to do.
"""


def starter(name: str, channel: Channel) -> str:
    """The text of a scenario's file.

    Args:
        name: its id.
        channel: how the contact takes place.
    """
    start = _STARTS.get(channel, _WRITTEN)
    return MODELINE + _FILE.format(
        name=name,
        title=name.replace("_", " ").capitalize(),
        channel=channel,
        rubric=start.rubric,
        goal=start.goal,
        opening_line=start.opening_line,
        wait=start.wait,
        evidence=start.evidence,
        facts=dedent(start.facts),
    )

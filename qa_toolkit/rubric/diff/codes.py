"""The sorts of change, and which of them are breaking, which change scores, and which only words.

- **breaking**: a kept score or answer cannot be read or compared any more. A name under which
  results are kept is gone or new, or the answers there are differ. A new criterion that is scored
  belongs here: from then on the same total means something else, and no older scorecard has it.
- **scoring**: everything kept can be read, and the same words may get another number.
- **wording**: every number stays; people read something else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Effect = Literal["breaking", "scoring", "wording"]
EFFECTS: tuple[Effect, ...] = get_args(Effect)
"""The gravest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A sort of change.

    Attributes:
        title: in a few words.
        why: what it means for scores, in one or two sentences.
    """

    effect: Effect
    title: str
    why: str


TOO_SMALL = "D001"
"""The finding that a version was not raised as far as its changes ask."""
GONE, RENAMED, NEW_SCORED, ANSWERS = "D101", "D102", "D103", "D104"
NUMBERS, LOOKED_FOR, APPLIES, PASSES, MOVED = "D201", "D202", "D203", "D204", "D205"
WORDS, ORDER, UNSCORED = "D301", "D302", "D303"

CODES: Mapping[str, Code] = {
    GONE: Code(
        effect="breaking",
        title="Something that results are kept of is gone",
        why="Older scorecards have a section, a criterion or an answer that is no more.",
    ),
    RENAMED: Code(
        effect="breaking",
        title="Something that results are kept of has another id",
        why="Results are kept under ids: older scorecards and new ones do not meet any more.",
    ),
    NEW_SCORED: Code(
        effect="breaking",
        title="Something new is scored, or can be answered",
        why=(
            "The same total means something else from here on, and older scorecards cannot tell "
            "what would have been given."
        ),
    ),
    ANSWERS: Code(
        effect="breaking",
        title="Other answers to a criterion",
        why="An answer that was kept may not exist any more, or stands for something else.",
    ),
    NUMBERS: Code(
        effect="scoring",
        title="Other weights or points",
        why="What was found counts more or less than before.",
    ),
    LOOKED_FOR: Code(
        effect="scoring",
        title="Something else is looked for",
        why="The same words may be evidence now and not before, or the other way round.",
    ),
    APPLIES: Code(
        effect="scoring",
        title="Other interactions are judged",
        why="A criterion, or the rubric, applies where it did not before, or no longer does.",
    ),
    PASSES: Code(
        effect="scoring",
        title="Another way to a verdict",
        why="The same ratings may give another total, band or outcome.",
    ),
    MOVED: Code(
        effect="scoring",
        title="A criterion counts in another place",
        why="It shares its weight with other criteria than before.",
    ),
    WORDS: Code(
        effect="wording",
        title="Other words",
        why="People read something else; every number stays.",
    ),
    ORDER: Code(
        effect="wording",
        title="Another order",
        why="Reports show things in another order; every number stays.",
    ),
    UNSCORED: Code(
        effect="wording",
        title="Something that is not scored",
        why=(
            "A question for information is new, gone or renamed, or something has another name "
            "inside the rubric."
        ),
    ),
}

"""Empathy of the agent's turns: words of care, and whether they answer the customer's trouble.

Forum comments teach what warmth between strangers sounds like, care threads what a service desk
does with a trouble; neither holds all that matters, and each misleads alone. So the comments weigh
five times the threads (one comment in 27 is caring, so most of them tell little), and the weights
in `HELD` are set by hand:

- what both hold too rarely, or the comments label otherwise: a comment that is glad counts as joy
  there, one that calls a thing awful as fear, "calm down" as concern. Freeing these weights changes
  no five-fold figure by more than 0.01;
- what the comments cannot show, for they answer nobody: `#distress_answered`, `#specific`,
  `#care_and_step`. The codebook ranks them: a stock phrase below the customer's own fact, and that
  below the fact with a step;
- what the comments would weigh too heavily for a service desk: "stay safe", "I regret that".

Wordings were chosen while reading the threads, so figures on them are flattering, and the model
keeps a third of its log-odds; long chats would otherwise all end near 1. No words or pairs of
words: they would learn the forum.
"""

from qa_toolkit.domain.transcript import SpeakerRole
from recipes.recipe import Corpus, Recipe

HELD = {
    "sorry_for": 0.5,
    "condolence": 1.5,
    "validation": 1.4,
    "sympathy": 1.5,
    "reassurance": 1.5,
    "take_care": 2.0,
    "encouragement": 1.3,
    "glad_for": 0.3,
    "stands_by": 1.5,
    "been_there": 0.3,
    "affection": 0.8,
    "concern": 2.0,
    "remorse": 1.0,
    "asks_problem": 0.2,
    "dismissal": -0.8,
    "#speaks_to_you": 0.5,
    "#distress_answered": 0.4,
    "#specific": 0.8,
    "#care_and_step": 0.3,
}
"""Log-odds of one find, set by hand."""
_SET = 1e6
"""A penalty under which a weight stays where it is put."""

RECIPE = Recipe(
    name="empathy-en",
    version="1.0.0",
    predicts="an agent who meets the customer's trouble",
    speaker=SpeakerRole.AGENT,
    features=(
        *("sorry", "acknowledgement", "oh_dear", "willing", "well_wish", "mockery", "insult"),
        *HELD,
    ),
    prior=HELD,
    ridges=dict.fromkeys(HELD, _SET),
    corpora=(
        Corpus(task="go-empathy", weight=5.0),
        Corpus(task="silver-empathy", target="rank"),
    ),
    calibrated_on=("silver-empathy",),
    trust=0.3,
    failures=(
        "Stock phrases said again and again pass for care; only the wording is seen, not the tone.",
        "Trouble that the customer tells in words of their own may not be found as distress; then "
        "an answer to it counts as words alone.",
        "A kind act without a kind word, such as a refund given at once, counts little.",
        "'Sorry' before a refusal counts as much as any other.",
        "Care told in a picture of speech, or in irony, is not found.",
    ),
)

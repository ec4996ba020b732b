"""Empathy of the agent's turns."""

from qa_toolkit.domain.transcript import SpeakerRole
from recipes.recipe import Corpus, Recipe

RECIPE = Recipe(
    name="empathy-en",
    version="1.0.0",
    predicts="an agent who meets the customer's trouble",
    speaker=SpeakerRole.AGENT,
    features=(
        "apology",
        "acknowledgement",
        "sorry_for",
        "validation",
        "reassurance",
        "asks_problem",
        "dismissal",
        "thanks",
        "closing",
        "#agent_words",
    ),
    corpora=(
        Corpus(task="go-empathy"),
        Corpus(task="silver-empathy", target="levels"),
    ),
    words=0,
)

"""Politeness of the agent's turns."""

from qa_toolkit.domain.transcript import SpeakerRole
from recipes.recipe import Corpus, Recipe

RECIPE = Recipe(
    name="politeness-en",
    version="1.0.0",
    predicts="a polite agent",
    speaker=SpeakerRole.AGENT,
    features=(
        "greeting",
        "closing",
        "courtesy",
        "thanks",
        "apology",
        "hedge",
        "bluntness",
        "command",
        "impatience",
        "profanity",
        "blame",
        "#agent_words",
    ),
    corpora=(
        Corpus(task="pol-wiki", target="rank"),
        Corpus(task="pol-stackex", target="rank"),
    ),
    judged=(Corpus(task="silver-politeness", target="levels"),),
    words=500,
)

"""Who takes the matter on."""

from qa_toolkit.domain.transcript import SpeakerRole
from recipes.recipe import Corpus, Recipe

RECIPE = Recipe(
    name="ownership-en",
    version="1.0.0",
    predicts="an agent who takes the matter on",
    speaker=SpeakerRole.AGENT,
    features=(
        "promise",
        "finished",
        "let_me_check",
        "escalation",
        "deflection",
        "refusal",
        "handoff",
        "asks_solved",
        "next_step",
        "#agent_turns",
    ),
    corpora=(Corpus(task="silver-ownership", target="levels"),),
    words=0,
)

"""How it ends."""

from qa_toolkit.domain.transcript import SpeakerRole
from recipes.recipe import Corpus, Recipe

RECIPE = Recipe(
    name="resolution-en",
    version="1.0.0",
    predicts="a matter that is solved",
    speaker=SpeakerRole.AGENT,
    features=(
        "confirms_solved",
        "customer_thanks@end",
        "still_broken@end",
        "asks_solved",
        "next_step",
        "refusal",
        "finished",
        "deflection",
        "#agent_turns",
        "#last_mood",
        "#customer_last",
    ),
    corpora=(Corpus(task="silver-resolution", target="levels"),),
    words=0,
)

"""Who takes the matter on.

The rated items are few, short and from one annotator. So weights start from the codebook, in
log-odds on its scale of 0 to 4: a bare link is one level down (-1.1), an action, a promise or work
under way is half a level to a level up, what says by when goes further, blame passed on goes down.
The data moves them only where it speaks clearly: the penalty is strong.

The wordings were read against these items. On 110 further threads, rated by the same codebook
before any wording was read against them, log-odds were right after shrinking to 0.64: the model
keeps 0.6 of them.
"""

from qa_toolkit.domain.transcript import SpeakerRole
from recipes.recipe import Corpus, Recipe

PRIOR = {
    "promise": 0.6,
    "timed_promise": 0.6,
    "finished": 0.6,
    "works_on_it": 0.8,
    "escalation": 0.4,
    "let_me_check": 0.3,
    "offer": 0.2,
    "invites_back": 0.1,
    "invites_back@last": 0.3,
    "explains": 0.3,
    "states": 0.3,
    "#asks_last": 0.2,
    "#bare_pointer": -1.1,
    "deflection": -0.3,
    "feedback_form": -0.2,
    "handoff": -0.2,
    "refusal": -0.4,
    "disowns": -0.8,
}

RECIPE = Recipe(
    name="ownership-en",
    version="1.0.0",
    predicts="an agent who takes the matter on",
    speaker=SpeakerRole.AGENT,
    features=tuple(PRIOR),
    prior=PRIOR,
    ridge=1.0,
    start_at_most=0.0,
    trust=0.6,
    corpora=(Corpus(task="silver-ownership", target="levels"),),
    failures=(
        "An answer in the agent's own words counts little where a link stands beside it.",
        "A promise whose condition stands in another sentence counts as unconditional.",
        "What agents do without saying so is not seen.",
        "Short public threads taught it; in long chats only the wordings and the codebook's logic speak for it.",
    ),
)

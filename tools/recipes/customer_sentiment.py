"""What the customer feels."""

from qa_toolkit.domain.transcript import SpeakerRole
from recipes.recipe import Corpus, Recipe

RECIPE = Recipe(
    name="customer-sentiment-en",
    version="1.0.0",
    predicts="a contented customer",
    speaker=SpeakerRole.CUSTOMER,
    features=(
        "distress",
        "repeat_contact",
        "cancellation",
        "escalation_request",
        "sarcasm",
        "still_broken",
        "customer_thanks",
        "confirms_solved",
        "#mood",
        "#last_mood",
        "#customer_words",
    ),
    corpora=(
        Corpus(task="go-sentiment"),
        Corpus(task="silver-customer_sentiment", target="levels"),
    ),
    words=0,
)

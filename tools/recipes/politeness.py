"""Politeness of the agent's turns.

Words and pairs of words are weak evidence beside the detectors, and forums have their own. Their
weights are held small: with a penalty like the detectors' they gain nothing on the same corpus
and lose on every other. "Please" alone is no feature: it goes with politeness in neither corpus.
"""

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
        "polite_request",
        "request",
        "thanks",
        "apology",
        "hedge",
        "tentative",
        "praise",
        "warmth",
        "offers_help",
        "direct_question",
        "challenge",
        "disbelief",
        "insistence",
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
    failures=(
        '"Please" alone counts neither for nor against: it stands before orders, too.',
        "Irony and cold perfection read as polite.",
        "A rude turn among many polite ones hardly moves the level; it is shown as the worst turn.",
        "Short answers read as less polite than long ones that say the same.",
        "Requests of technical forums are told apart badly, by people as well.",
    ),
    words=600,
    never=frozenset(
        {"wikipedia", "wiki", "stackexchange", "stackoverflow", "mac", "windows", "os", "net"}
        | {"com", "url", "ip", "fac", "editor", "editors"}
    ),
    ridges={"w:": 0.5},
)

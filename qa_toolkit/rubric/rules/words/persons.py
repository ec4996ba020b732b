"""Words for what a person is, as against what they do."""

STAFF = (
    "agents?", "advis[eo]rs?", "employees?", "staff members?", "team members?", "colleagues?",
    "representatives?", "assistants?", "cashiers?", "clerks?", "waiters?", "waitress", "salesperson",
    "receptionists?", "operators?", "workers?",
)  # fmt: skip

CUSTOMERS = ("customers?", "callers?", "guests?", "visitors?", "patients?", "clients?", "members?")

TRAITS = (
    "age", "gender", "sex", "race", "ethnicity", "ethnic origin", "ethnic background",
    "religion", "nationality", "skin colour", "skin color", "disability", "disabilities",
    "pregnancy", "sexual orientation", "tattoos?", "piercings?", "hair colour", "hair color",
    "headscarf", "turban",
)  # fmt: skip
"""What staff are, when a question is about it."""

BEING = (
    "young", "old", "older", "younger", "male", "female", "a man", "a woman", "attractive",
    "good-looking", "pretty", "handsome", "slim", "overweight", "foreign", "disabled", "pregnant",
    "white", "black", "asian",
)  # fmt: skip

SPEECH = (
    "accents?", "accented", "accent-free", "dialects?", "native speakers?", "native-speakers?",
    "native language", "native tongue", "native-like", "native level", "mother tongue",
    "broken english", "perfect english", "foreign-sounding",
    "received pronunciation", "stutters?", "stuttering", "stammers?", "stammering", "lisps?",
    "voice pitch", "pitch of (?:the|their|his|her) voice", "(?:high|low)[- ]pitched", "deep voice",
    "high voice", "pleasant voice", "(?:english|western|american|anglici[sz]ed|foreign) names?",
)  # fmt: skip
"""How people speak by birth and schooling."""

HINTS = frozenset({
    "accent", "accents", "accented", "age", "american", "anglicised", "anglicized", "asian",
    "attractive", "black", "broken", "colour", "color", "dialect", "dialects", "disabilities",
    "disability", "disabled", "english", "ethnic", "ethnicity", "female", "foreign", "gender",
    "handsome", "headscarf", "lisp", "lisps", "looking", "male", "man", "nationality", "native",
    "old", "older", "orientation", "overweight", "piercing", "piercings", "pitch",
    "pitched", "pregnancy", "pregnant", "pretty", "pronunciation", "race", "religion", "sex",
    "slim", "stammer", "stammering", "stammers", "stutter", "stuttering", "stutters", "tattoo",
    "tattoos", "tongue", "turban", "voice", "western", "white", "woman", "young", "younger",
})  # fmt: skip
"""Words of which one stands in each of the turns above: without them there is nothing to look for."""

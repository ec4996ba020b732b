"""What a Genesys form says that a rubric has no place for, and why."""

from qa_toolkit.forms.unread import Known

_BIAS = "left out: unread answers would count in favour of the score"
_IDENTITY = """
contextId datePublished evaluationFormId id modifiedDate published publishedVersions selfUri type
"""
UNREAD = Known(
    table={
        "defaultAnswersToHighest": ("lost", "every question begins with its best answer", _BIAS),
        "defaultAnswersToNA": ("lost", "every question begins as not applicable", "left out"),
        "commentsRequired": ("lost", "a comment must be written", "left out"),
        "isCritical": ("lost", "it counts in a critical score of its own", "an ordinary question"),
        "isKill": ("lost", "one of several answers is fatal", "an ordinary answer"),
        "naEnabled": ("lost", "one of several answers may be not applicable", "left out"),
        "assistanceConditions": ("lost", "answers suggested by topics", "people answer it"),
        "aiScoring": ("lost", "answers by generative AI", "people answer it"),
    },
    identity=_IDENTITY.split(),
)

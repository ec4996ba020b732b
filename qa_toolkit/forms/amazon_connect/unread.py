"""What an Amazon Connect form says that a rubric has no place for, and why."""

from qa_toolkit.forms.unread import Known

_BY_PEOPLE = "people answer it; indicators can be added"
_BIAS = "left out: it would count as answered, mostly in favour of the score"
_IDENTITY = """
AsDraft ClientToken CreateNewVersion CreatedBy CreatedTime EvaluationFormArn EvaluationFormId
EvaluationFormVersion InstanceArn InstanceId LastModifiedBy LastModifiedTime Locked Status
"""
UNREAD = Known(
    table={
        "Options": ("lost", "answers found by rules of Contact Lens", _BY_PEOPLE),
        "AnswerSource": ("lost", "answers by Contact Lens or generative AI", _BY_PEOPLE),
        "PropertyValue": ("lost", "a number measured by Contact Lens", _BY_PEOPLE),
        "DefaultOptionRefId": ("lost", "the answer where no rule finds one", _BIAS),
        "DefaultOptionRefIds": ("lost", "the answers where no rule finds any", _BIAS),
        "DisplayAs": ("lost", "how the answers are shown", "left out"),
        "ScoreThresholds": ("lost", "names for the scores of a part of the form", "left out"),
        "MinPointValue": ("lost", "the least points of a question", "left out"),
        "AutoEvaluationConfiguration": ("lost", "evaluations submitted automatically", "left out"),
        "ReviewNotificationRecipients": ("lost", "who is told of a review", "left out"),
        "Tags": ("lost", "tags", "left out"),
        "Weight": ("lost", "a weight where points are counted", "left out"),
        "Score": ("lost", "a score beside points", "left out: the form counts points"),
        "PointsConfiguration": ("lost", "points beside scores", "left out: scores count"),
    },
    identity=_IDENTITY.split(),
)

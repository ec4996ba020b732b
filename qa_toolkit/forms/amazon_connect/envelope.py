"""The form within what the API answers or a CloudFormation template holds."""

from collections.abc import Mapping

from qa_toolkit.errors import UsageError
from qa_toolkit.forms.json_fields import Fields, Reading

_RESOURCE = "AWS::Connect::EvaluationForm"


def form_in(value: object, reading: Reading) -> Fields:
    """The form itself: from DescribeEvaluationForm, from a template, or plain.

    Raises:
        UsageError: there is no form, or there are several.
    """
    if not isinstance(value, dict):
        raise UsageError(f"{reading.source}: an evaluation form is a JSON object")
    if isinstance(value.get("EvaluationForm"), dict):
        return Fields(value["EvaluationForm"], "EvaluationForm", reading)
    if isinstance(value.get("Resources"), dict):
        return _of_template(value["Resources"], reading)
    if isinstance(value.get("Properties"), dict):
        return Fields(value["Properties"], "Properties", reading)
    return Fields(value, "", reading)


def _of_template(resources: Mapping[str, object], reading: Reading) -> Fields:
    forms = {
        name: resource["Properties"]
        for name, resource in resources.items()
        if isinstance(resource, dict)
        and resource.get("Type") == _RESOURCE
        and isinstance(resource.get("Properties"), dict)
    }
    if len(forms) != 1:
        names = ", ".join(forms) or "none"
        raise UsageError(
            f"{reading.source}: a template with one {_RESOURCE} is wanted; there are: {names}",
            hint='save the one to convert in a file of its own, as {"Properties": …}',
        )
    name, properties = forms.popitem()
    return Fields(properties, f"Resources.{name}.Properties", reading)

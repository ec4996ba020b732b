"""What is written on a scorecard about how it was made."""

from qa_toolkit import __version__
from qa_toolkit.domain.scorecard import Provenance
from qa_toolkit.domain.transcript import Origin
from qa_toolkit.workflow.rubric_files import UsableRubric

EVALUATOR = f"qa_toolkit {__version__}"


def provenance(rubric: UsableRubric, origin: Origin) -> Provenance:
    """What makes a scorecard of a transcript of this origin."""
    return Provenance(
        rubric_id=rubric.rubric.id,
        rubric_version=rubric.rubric.version,
        rubric_hash=rubric.hash,
        engine=origin.engine,
        model=origin.model,
        options=origin.options,
        evaluator=EVALUATOR,
    )

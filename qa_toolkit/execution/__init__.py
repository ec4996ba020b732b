"""One bounded loop over worker processes: every item ends as a result or a recorded failure.

`queue` says which item comes next, `process` is a worker as its parent sees it, `crew` all of
them, `worker` what runs inside of one, and `loop` brings items and workers together.
"""

from qa_toolkit.execution.limits import Limits, core_count
from qa_toolkit.execution.loop import run
from qa_toolkit.execution.outcome import Cause, Done, Failed

__all__ = ["Cause", "Done", "Failed", "Limits", "core_count", "run"]

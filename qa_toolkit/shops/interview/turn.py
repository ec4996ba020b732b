"""What comes of one input."""

from dataclasses import dataclass

from qa_toolkit.shops.interview.commands import Wish
from qa_toolkit.shops.interview.proof import Attach
from qa_toolkit.shops.interview.state import Interview


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What comes of an input.

    Attributes:
        interview: how it stands now; where something is wrong, the same as before, but that the
            words of a story that is too short are kept.
        wrong: why the input was not taken, in one line.
        told: what to say of it, in one line.
        wish: for whoever shows the form to fulfil: help, list, save, submit.
        attach: a file that is to be kept, then told by `attached`.
    """

    interview: Interview
    wrong: str = ""
    told: str = ""
    wish: Wish | None = None
    attach: Attach | None = None

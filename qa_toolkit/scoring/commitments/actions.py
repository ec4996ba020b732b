"""Who does what: whether a subject, a word for the future and a clause make a promise."""

import re

from qa_toolkit.domain.commitment import Action
from qa_toolkit.scoring.commitments.phrases import contact_in
from qa_toolkit.scoring.commitments.recipient import received_action, thing_action, visit_action
from qa_toolkit.scoring.commitments.verbs import action_at
from qa_toolkit.scoring.commitments.whens import ARRANGED

_WITH_A_TIME = frozenset({"should", "plan", "progressive"})
"""Signs of the future that promise only where a time is named."""
_ANY_VERB = frozenset({"will", "promise", "progressive"})
_OWN = frozenset({"agent", "we"})
_NO_OFFER = frozenset({Action.HELP, Action.OTHER})
_GENERAL_BUSINESS = frozenset({Action.FIX, Action.SEND, Action.REFUND, Action.OTHER})
"""What other people do every day; promised where the customer's case is named, or a time."""
_THIS_CASE = re.compile(r"\b(?:you|your|u|this|it|that|them|these|those|here)\b")


def action_of(sign: str, role: str, subject: str, clause: str) -> tuple[Action | None, bool]:
    """What is promised, None for nothing; and whether only a time makes a promise of it.

    Args:
        sign: the kind of word for the future.
        role: of the subject.
        subject: the words up to the verb.
        clause: the words from the verb on; all in lower case.
    """
    needs_time = sign in _WITH_A_TIME
    if sign in ARRANGED:
        return Action.FIX if contact_in(clause) is None else Action.CONTACT, True
    if role == "you":
        received = received_action(clause)
        return (None, True) if received is None else (received[0], received[1] or needs_time)
    if role == "thing":
        return thing_action(subject, clause), True
    action = action_at(clause, anything=role in _OWN and sign in _ANY_VERB)
    if action is None:
        return (None if role in _OWN else visit_action(clause)), True
    if sign == "let" and action in _NO_OFFER:
        return None, False
    if role not in _OWN and action in _GENERAL_BUSINESS and not _THIS_CASE.search(clause):
        needs_time = True
    return action if contact_in(clause) is None else Action.CONTACT, needs_time

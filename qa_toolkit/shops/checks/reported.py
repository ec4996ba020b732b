"""What others said, without quotation marks: "she told me that it was a lovely lamp"."""

import re

_SAID = (
    r"(?:said|says|saying|told|tells|telling|explained|explaining|asked|asks|asking|promised|answered"
    r"|replied|wrote|mentioned|added|stated|claimed|agreed|insisted|suggested|advised|thought"
    r"|recommended|admitted|confirmed|assured|pointed out|apologi[sz]ed|wished|hoped|according to)"
)
SAYS = re.compile(rf"\b{_SAID}\b", re.IGNORECASE)
"""A verb of saying, whoever says it."""
_SUBJECT = (
    r"(?:i|you|he|she|it|they|we|this|that|these|those|there|the|my|her|his|their|our|your|a|an"
    r"|nobody|everybody|everything|nothing|what|which)"
)
_VERB = (
    r"(?:was|were|is|are|am|be|would|will|had|has|have|should|could|must|might|may|can|did|does|do"
    r"|needs?|needed|looked|seemed|felt)"
)
_CLAUSE = re.compile(
    rf"\b{_SAID}(?: to)?(?: me| us| him| her| them)?,?"
    rf"(?: (?:that|if|whether|how|why|where|when|what|which|because|for))? {_SUBJECT}\b"
    rf"(?:(?:[ '-]\w+){{0,6}}? {_VERB}\b|'(?:s|re|m|d|ll|ve)\b)[^.!?;:\n]*?"
    r"(?=[.!?;:\n]|$|\bbut\b|,? and (?:then |so )?(?:I|she|he|they)\b)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf", (?:the |my )?\w{{1,30}} (?:has |had |then )?{_SAID}\b[^.!?;:\n]*", re.IGNORECASE
)
_SENTENCE = re.compile(r"[^.!?;:\n]+")


def without_reported(text: str) -> str:
    """The text with what others are reported to have said blanked; its length stays.

    Only whole clauses are: "she told me it was lovely", and not "she told me in a lovely way".
    """
    return _SENTENCE.sub(lambda found: _own_part(found.group()), text)


def _own_part(sentence: str) -> str:
    if behind := _BEHIND.search(sentence):  # "it is lovely, she said"
        sentence = " " * behind.end() + sentence[behind.end() :]
    return _CLAUSE.sub(lambda found: " " * len(found.group()), sentence)

"""What a customer says of a promise in a later contact: that it came, or that it did not.

Wordings that name a thing count only where it is the thing that was promised: who misses an
invoice says nothing about a refund. What is left over stays open, which is better than a promise
wrongly called broken.
"""

import re
from collections.abc import Mapping

from qa_toolkit.domain.commitment import Action, Commitment
from qa_toolkit.scoring.commitments.patterns import either, lowered, word_set

Wordings = tuple[re.Pattern[str], ...]

_NOT = r"(?:never|did(?:n't|nt| not)|ha(?:s|ve)(?:n't|nt| not)|'(?:s|ve) not)"
_FEW = r"(?:(?:still|just|even|yet|ever|actually|simply|bothered to|tried to|been) ){0,2}"
_THEY = (
    r"(?:you(?: guys| people| lot)?|he|she|they|your (?:colleagues?|manager|supervisor|team|company"
    r"|people|office|department|engineer|technician|agent|specialist))"
)
_MADE_CONTACT = (
    r"(?:call(?:ed)?|phoned?|r[aiu]ng|e-?mail(?:ed)?|contact(?:ed)?|repl(?:y|ied)|texted|wrote|written"
    r"|respond(?:ed)?|(?:g[eo]t(?:ten)?|c[ao]me) back(?= (?:to|with)\b| *(?:$|[^\w ]))"
    r"|(?:been|g[eo]t(?:ten)?) in touch)\b(?! (?:you|your|him|her|them|it)\b)"
)
_NO_NAME = (
    r"(?= *(?:$|[^\w ]|(?:me|us|back|again|yet|to|at|on|in|by|about|so|since|from|after|and|but|or"
    r"|when|as|today|yesterday|this|all|either|even|until)\b))"
)
"""Behind "no one called": a name would mean that somebody has none of that name."""
_A_WORD = r"(?:(?:phone )?call(?: ?back)?|e-?mail|reply|text|message)"
_ENDS = (
    r"(?= *(?:$|[.,;:!?)]|(?:yet|so|from you|from any(?:one|body)|still|and|but|at|until|since|either"
    r"|today|yesterday|back|in|on|by|this|even|after|i|you)\b))"
)
_A_THING = rf"(?:\w+ ){{0,2}}?(?P<thing>\w+){_ENDS}"
_ARRIVED = (
    r"(?:arrived?|(?:came|come)(?! (?:up|short|to|off|out|apart|loose|across|on|back|with)\b)"
    r"|turned up|show(?:n|ed) up|(?:gone|went) through)\b"
)


def _wordings(*patterns: str) -> Wordings:
    return tuple(re.compile(rf"\b{pattern}") for pattern in patterns)


_NO_WORD = _wordings(
    rf"(?:nobody|no ?-?one|not one of you) (?:has |have |had )?{_FEW}{_MADE_CONTACT}{_NO_NAME}",
    rf"{_THEY}(?: have| has)? ?{_FEW}{_NOT} {_FEW}{_MADE_CONTACT}",
    rf"(?:did|have|has)(?:n't|nt) (?:any(?:one|body)|you|he|she|they) {_FEW}{_MADE_CONTACT}",
    rf"(?:{_NOT}|not) {_FEW}(?:heard|hear) (?:back\b|from (?:you|any|him|her|them)|(?:any|no)thing{_ENDS})",
    rf"heard nothing{_ENDS}",
    rf"{_NOT} {_FEW}(?:receive[d]?|g[eo]t(?:ten)?|had) (?:a|any|the|your|that) {_A_WORD}{_ENDS}",
    rf"no {_A_WORD} (?:yet|so far|since|from (?:you|any))\b",
    rf"still (?:waiting (?:for|on) (?:a |the |my |your |that )?|no ){_A_WORD}\b(?! from (?!you|any))",
    r"still waiting to hear (?:back\b|from you)",
)
_NOT_COME = _wordings(
    rf"{_NOT} {_FEW}(?:receive[d]?|g[eo]t(?:ten)?|seen) {_A_THING}",
    rf"never got (?P<thing>it|them){_ENDS}",
    rf"(?P<thing>\w+)(?: is| are| has| have)? ?{_FEW}(?:{_NOT}|not) {_FEW}{_ARRIVED}",
    rf"(?P<thing>nothing) (?:has |have |'s )?(?:even |ever )?{_ARRIVED}",
    rf"still waiting (?:for|on) {_A_THING}",
    rf"no (?P<thing>\w+) (?:yet|so far)\b{_ENDS}",
    rf"no sign of {_A_THING}",
    rf"still no {_A_THING}",
)
_NOT_REFUNDED = _wordings(
    rf"(?:{_NOT}|not) {_FEW}(?:refunded|reimbursed|credited|paid back)\b",
    rf"{_THEY} {_NOT} {_FEW}refund\b",
)
_NOT_DONE = _wordings(
    r"nothing (?:has |'s )(?:been done|happened|changed)\b",
    r"still not (?:been )?(?:fixed|sorted|resolved|done|working)\b",
)
_WOULD = r"(?:would|'d|will|'ll|w(?:as|ere) going to)"
_NO_WORD_REMINDED = _wordings(
    rf"(?:{_THEY}|someone|somebody) (?:said|promised) {_THEY} ?{_WOULD} (?:\w+ ){{0,2}}?{_MADE_CONTACT}",
    rf"(?:{_THEY}|someone|somebody) (?:promised to|w(?:as|ere) (?:supposed|meant) to) {_MADE_CONTACT}",
    rf"(?:i was promised|you promised(?: me)?) (?:a|an|the|that) {_A_WORD}{_ENDS}",
)
_NOT_COME_REMINDED = _wordings(
    rf"(?:{_THEY} promised|i was promised) (?!you|i |it|to ){_A_THING}",
    rf"{_THEY} said (?:that )?(?:the |my )?(?P<thing>\w+) ?{_WOULD} (?:be here|have (?:come|arrived)|arrive|come)\b",
)
_COMPLAINTS: Mapping[Action, Wordings] = {
    Action.CONTACT: _NO_WORD,
    Action.CHECK: (*_NO_WORD, *_NOT_DONE),
    Action.HAND_OVER: _NO_WORD,
    Action.SEND: _NOT_COME,
    Action.REFUND: (*_NOT_COME, *_NOT_REFUNDED),
    Action.FIX: (*_NOT_COME, *_NOT_DONE),
}
_REMINDERS: Mapping[Action, Wordings] = {
    Action.CONTACT: _NO_WORD_REMINDED,
    Action.SEND: _NOT_COME_REMINDED,
    Action.REFUND: _NOT_COME_REMINDED,
}
"""Words that recall the promise: a complaint once its time has passed, a question before."""
_THANKS = r"(?:thanks|thank you|cheers) (?:so much |very much |a lot |again )?for "
_HAS_ARRIVED = rf"(?:has |have |'s |just |finally ){{0,2}}{_ARRIVED}"
_CAME = _wordings(
    rf"(?:got|received) (?!(?:the|a) (?:same|wrong)\b)(?:the|your|that|my|a) {_A_THING}",
    rf"received (?P<thing>it|them){_ENDS}",
    rf"(?:(?:the|my|your) )?(?P<thing>\w+) {_HAS_ARRIVED}",
)
_CONFIRMS: Mapping[Action, Wordings] = {
    Action.CONTACT: _wordings(
        rf"{_THANKS}(?:calling|ringing|phoning|writing|getting back|following up|letting me know"
        rf"|(?:the|your) (?:call|e-?mail|text|letter|message|update|reply){_ENDS})",
        r"(?:got|received) (?:the|your|that) (?:call|e-?mail|text|letter|message|update|reply)"
        rf"{_ENDS}",
    ),
    Action.SEND: _CAME,
    Action.REFUND: (*_CAME, *_wordings(rf"{_THANKS}(?:the |my |your )?(?P<thing>refund){_ENDS}")),
}
_SAME_THINGS = tuple(
    word_set(words)
    for words in (
        "refund refunded money credit credited payment reimbursement amount",
        "parcel package order delivery delivered shipment",
        "e-mail email mail",
    )
)
_NO_THINGS = word_set(
    "a an the i we you he she your my this that to for by on at in of and with be will get"
)
_IT = frozenset({"it", "they", "them", "anything", "nothing"})
_ONLY_IF = re.compile(rf"\b{either('if', 'unless', 'in case', 'whether')}\b[^.!?;]*$")
_DENIED = re.compile(
    r"(?:\b(?:if|unless|until|when|once|before|after|as soon as)\b[^.!?;]*"
    r"|(?:\b(?:not|never|hardly)|n't|nt)(?: \w+){0,3}) $"
)
_ASKS = re.compile(r"[^.!?\n]{0,120}\?")
_LOOK_BACK = 80


def complaints(commitment: Commitment, *, is_late: bool) -> Wordings:
    """What to look for in a customer's words that tells that nothing came."""
    wordings = _COMPLAINTS.get(commitment.what, ())
    return (*wordings, *_REMINDERS.get(commitment.what, ())) if is_late else wordings


def confirmations(commitment: Commitment) -> Wordings:
    """What to look for in a customer's words that tells that it came."""
    return _CONFIRMS.get(commitment.what, ())


def is_missed(commitment: Commitment, found: re.Match[str]) -> bool:
    """Whether a complaint is about this promise, and told as a fact."""
    return _is_about(commitment, found) and not _ONLY_IF.search(*_before(found))


def is_met(commitment: Commitment, found: re.Match[str]) -> bool:
    """Whether a confirmation is about this promise, and neither denied nor asked."""
    return (
        _is_about(commitment, found)
        and not _DENIED.search(*_before(found))
        and not _ASKS.match(found.string, found.end())
    )


def _before(found: re.Match[str]) -> tuple[str, int, int]:
    return found.string, max(0, found.start() - _LOOK_BACK), found.start()


def _is_about(commitment: Commitment, found: re.Match[str]) -> bool:
    thing = found.groupdict().get("thing")
    if thing is None or thing in _IT:
        return True
    promised = set(re.findall(r"[\w-]+", lowered(commitment.quote)))
    for same in _SAME_THINGS:
        if promised & same:
            promised |= same
    return thing in promised and thing not in _NO_THINGS

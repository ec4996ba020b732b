"""What is promised in more than one word: "get back to you", "have a look", "put you through"."""

import re

from qa_toolkit.domain.commitment import Action
from qa_toolkit.scoring.commitments.patterns import either, words

_YOU = r"(?:you|u|ya)\b"
_ANOTHER = r"(?:the|our|my|them|him|her|his|their|your|a|an|another)\b"
_A_LINE = words(
    "e-?mail e_mail text sms message dm update note line reply response confirmation letter"
)
_FEW = r"(?:[\w'] ?){0,24}?"
_SOMEBODY = either(
    r"some(?:one|body)|him|her|them(?! available)",
    r"(?:one of|an?|my|our|the) (?:\w+ ){0,2}?(?:team|colleague|member|specialist|manager"
    r"|supervisor|technician|engineer|agent|expert|adviser|advisor|warehouse)s?",
)
_DONE = r"(?:\w+ed|sent|done|made|paid|ready|right|going|over|out|up|back|off|to|on|for)\b"
_NEWS = words("answer update solution news result information info details outcome decision")

_PHRASES: tuple[tuple[Action, tuple[str, ...]], ...] = (
    (
        Action.OTHER,
        (
            r"be (?:right )?back\b(?! (?:up|online|with you|to you|in touch)\b)"
            r"(?! (?:in|at) (?:the|my|our)\b)",
        ),
    ),
    (
        Action.CONTACT,
        (
            r"(?:get|come|be|circle|revert|report|write|check|call|ring|phone|text|message|e-?mail)"
            rf"(?:t?ing)? (?:right )?back\b(?! (?:to|in|at|into|on|with) {_ANOTHER})(?! up\b)",
            r"(?:get|be|keep|stay|remain)(?:ting)? in (?:touch|contact)\b(?! with (?:the|our|my))",
            rf"reach(?:ing)? (?:back )?out\b(?! to {_ANOTHER})",
            rf"follow(?:ing)?[ -]?up\b(?! (?:with|on) {_ANOTHER}(?! (?:case|ticket|issue|order)))",
            rf"let(?:ting)? {_YOU} know\b",
            rf"keep(?:ing)? {_YOU} (?:posted|updated|informed|notified|in the loop|up[ -]to[ -]date)",
            r"(?:advise|alert|call|contact|dm|e-?mail|inform|message|notify|phone|remind|ring|tell"
            rf"|text|update|write)(?:ing)? (?:to )?{_YOU}",
            rf"(?:speak|talk)(?:ing)? (?:to|with) {_YOU}",
            rf"touch(?:ing)? base\b(?! with {_ANOTHER})",
            rf"giv(?:e|ing) {_YOU} (?:a |an |another )?(?:quick )?"
            r"(?:call|ring|shout|bell|buzz|update|heads?[ -]up)",
            rf"(?:send|drop|shoot|give|post|provide)(?:ing|ping)? {_YOU} {_FEW}{_A_LINE}\b",
            rf"(?:send|drop|shoot|post|provide)(?:ing|ping)? (?:out )?(?:an?|the) {_FEW}{_A_LINE}\b"
            rf"(?! to {_ANOTHER})",
        ),
    ),
    (
        Action.REFUND,
        (rf"giv(?:e|ing) (?:{_YOU} )?{_FEW}(?:refund|credit|money|discount|compensation)\b",),
    ),
    (
        Action.CHECK,
        (
            r"(?:give|call|ring|phone|contact|e-?mail|message|tell|ask|inform|notify|chase"
            r"|(?:speak|talk) (?:to|with)|meet with|get (?:in touch with|on to|onto|hold of)"
            rf"|reach out to|follow up with|touch base with)(?:ing)? (?!{_YOU})\w",
            r"see (?:what|if|whether|how|to it|about|where|when|why|who)\b",
            r"(?:take|taking|have|having) (?:a |another )?(?:\w+ )?(?:look|peek|read|glance)\b",
            rf"have (?:(?:an?|the|your|some|more|further) )?(?:\w+ )?{_NEWS}s?\b",
            r"keep(?:ing)? (?:an |my |a close )?eye (?:on|out for (?!your))",
            r"get (?:to the bottom|more (?:info|details))|go(?:ing)? (?:through|over)\b",
            r"(?:pull|bring)(?:ing)? (?:it |this |that )?up\b",
        ),
    ),
    (
        Action.HAND_OVER,
        (
            r"let (?:them|him|her|my|our|the)\b.{0,40}? know\b",
            r"(?:put|get|connect)(?:t?ing)? (?:you|u) (?:through|over|across|in touch|to)\b",
            r"(?:send|forward|get|escalate)(?:ing)? (?:it|this|that|these|(?:your|the) [\w ]{1,25}?)"
            r" (?:straight |over |on |off |up )?to (?:the|our|my|an?|their)\b",
            r"(?:bring|take|get)(?:t?ing)? (?:it|this|that|these|your \w+) (?:to|up with|over to)\b",
            rf"(?:hav|gett)(?:e|ing) {_SOMEBODY}\b|get {_SOMEBODY}\b",
        ),
    ),
    (
        Action.HELP,
        (
            r"see (?:it|this|that) through|go(?:ing)? from there|take it from there|meet you",
            r"point(?:ing)? (?:you|u) (?:in|to|at|towards)|go the extra",
            r"come (?:out|over|round|around|and|to (?:you|your))",
            r"work(?:ing)? (?:on (?!all|most|any|your)|with|through|together|to|(?:it|something) out)",
        ),
    ),
    (
        Action.FIX,
        (
            r"(?:get|set)(?:ting)? (?:you|u) (?:out of|set|sorted|back|up|going|re\w+ed)\b",
            r"(?:have|having|get|getting) (?:it|this|that|these|those|(?:your|the) [\w -]{1,30}?)"
            rf" (?:all )?{_DONE}",
            r"tak(?:e|ing) (?:care|over|action|steps|(?:it|this|that) (?:off|on|up|down|further|from)"
            r"|the (?:necessary|appropriate|fee|charge))",
            r"(?:turn|bring|keep|hold|leave) (?:it|this|that|them|your \w+|the [\w ]{1,20}?|a \w+|one)"
            r" (?:off|on|back|open|for|as|until|down|to)\b",
            r"get (?:started|going|on|right on|working|moving|that|this|it)\b|go ahead\b",
        ),
    ),
    (
        Action.SEND,
        (
            r"(?:get|give|bring)(?:t?ing)? (?:you|u) \w|giving (?:you|u) \w",
            r"get (?:them|one|those) (?:to|out|over|across)\b",
        ),
    ),
)
_TABLE = tuple(
    (re.compile(rf"(?<![\w'])(?:{pattern})"), action)
    for action, patterns in _PHRASES
    for pattern in patterns
)
_CONTACT = re.compile("|".join(pattern for action, group in _PHRASES if action is Action.CONTACT
                               for pattern in group))  # fmt: skip
_LINK = re.compile(
    rf"(?:\b(?:and|then|to|team|{_SOMEBODY})(?: from \w+)?|,) (?:then |also |will )?(?=\w)"
)


def phrase_at(clause: str, start: int = 0) -> Action | None:
    """The action of a phrase that starts at a place of a clause; None for no known phrase."""
    for pattern, action in _TABLE:
        if pattern.match(clause, start):
            return action
    return None


def contact_in(clause: str) -> int | None:
    """Where a later part of a clause says that the customer will be contacted; None without one."""
    for link in _LINK.finditer(clause):
        if _CONTACT.match(clause, link.end()):
            return link.end()
    return None

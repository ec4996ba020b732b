"""Who promises: the words in front of "will"."""

import re
from dataclasses import dataclass

from qa_toolkit.domain.commitment import Promiser
from qa_toolkit.scoring.commitments.patterns import either, words

_OWN = words(
    "team department dept colleague specialist engineer technician tech manager supervisor expert "
    "advis[eo]r agent rep representative support staff member people folks? guys group office desk "
    "billing finance developer dev moderator consultant associate officer lead leadership "
    "warehouse store branch boss coordinator clerk nurse doctor trainer crew"
)
_OUTSIDE = words(
    "courier driver carrier bank manufacturer supplier seller vendor landlord airline hotel "
    "restaurant partner post_office provider insurer merchant shipper broker surveyor contractor "
    "plumber electrician"
)
_DETERMINER = words("my our the a an one_of_our one_of_my one_of_the another that this their your")
_NO_LINK = words("and or so but that then which who will if once when my our the a your i we you")
_WORD = rf"(?!{_NO_LINK}\b)[\w&/'-]+"
_FROM = r"(?:\s+(?:here|from|on|in|of|at|with|who)(?:\s+[\w'-]+){1,4})?"
_ADVERB = (
    r"(?:\s+(?:also|then|now|just|both|all|certainly|definitely|personally|themselves|myself))?\s*$"
)
_PRONOUN = re.compile(
    r"(?<![\w'])(?:(?P<agent>i)|(?P<we>we)|(?P<you>you|u|ya)|(?P<they>they|he|she))" + _ADVERB
)
_TEAM = either(
    rf"(?:someone|somebody)(?:\s+else)?{_FROM}",
    rf"{_DETERMINER}\s+(?:{_WORD}\s+){{0,4}}?{_OWN}s?{_FROM}",
)
_NOUN = re.compile(
    rf"\b(?:(?P<team>{_TEAM})"
    rf"|(?P<third>{_DETERMINER}\s+(?:{_WORD}\s+){{0,2}}?{_OUTSIDE}s?{_FROM})"
    rf"|(?P<thing>it|this|that|everything"
    rf"|(?:your|the|a|an|this|that|these|those|any|all)\s+(?:{_WORD}\s+){{0,4}}?{_WORD}))" + _ADVERB
)
_WHO = {
    "agent": Promiser.AGENT,
    "we": Promiser.TEAM,
    "they": Promiser.TEAM,
    "team": Promiser.TEAM,
    "third": Promiser.THIRD_PARTY,
    "you": Promiser.COMPANY,
    "thing": Promiser.COMPANY,
}
_ELIDED = re.compile(r"(?:\b(?:and|then|or)|[,;&])\s*(?:then\s*)?$")
_EARLIER = re.compile(r"(?<![\w'])(?:i|we)(?=['\s])")
_LONGEST_PRONOUN, _LONGEST = 20, 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Who acts, and as what: `role` is agent, we, you, they, team, third or thing."""

    start: int
    role: str

    @property
    def who(self) -> Promiser:
        return _WHO[self.role]


def subject_before(text: str, floor: int, modal: int) -> Subject | None:
    """The subject that ends where a modal starts, not before `floor`; None when there is none.

    "and will" has the "we" or "I" of the same stretch for its subject; the quote then starts with
    "will".
    """
    begin = max(floor, modal - _LONGEST)
    found = _PRONOUN.search(text, max(floor, modal - _LONGEST_PRONOUN), modal)
    found = found or _NOUN.search(text, begin, modal)
    if found is not None:
        role = next(name for name, value in found.groupdict().items() if value)
        return Subject(start=found.start(), role=role)
    elided = _ELIDED.search(text, begin, modal)
    behind = max(0, modal - _LONGEST)
    earlier = list(_EARLIER.finditer(text, behind, elided.start())) if elided else []
    if not earlier:
        return None
    return Subject(start=modal, role="agent" if earlier[-1].group() == "i" else "we")

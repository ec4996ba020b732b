"""What shops are asked about again and again, and how comments say that it happened.

Each row: how a question asks for it, and how English says that it was done. Behaviours that have no
row are known by the question's own verb.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from qa_toolkit.shops.checks.texts import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """How it is said that something happened.

    Attributes:
        timed: whether it had to happen at a certain time or in a certain way.
    """

    said: re.Pattern[str]
    timed: bool = False


_THEIR = r"(?:(?:her|his|their|the|a|an|any|no|first|last|full|own|me|us|my) ){0,4}"
_ROWS: tuple[tuple[str, str], ...] = (
    (
        r"greet|welcom\w+ you|say hello",
        r"greeted|greet|welcomed|(?:no|without(?: an?| any)?) (?:\w+ )?greeting|(?:said|say|saying) (?:hello|hi|good (?:morning|afternoon|evening|day))",
    ),
    (
        r"say goodbye|take leave|farewell",
        rf"(?:said|say|saying|wished) {_THEIR}(?:goodbye|good-bye|bye|farewell)"
        rf"|wished {_THEIR}(?:nice|good|pleasant) (?:day|evening|night|weekend|afternoon)",
    ),
    (
        r"(?:give|gives|say|tell|state) (?:you )?(?:a|an|the|their|his|her|its|own|first| )+ ?name\b|introduce",
        rf"(?:gave|give|giving|told|said|stated|mentioned) {_THEIR}name\b"
        r"|introduced (?:herself|himself|themselves)",
    ),
    (r"badge", r"(?:wore|wear|wearing|had|have|with|without|was) (?:\w+ ){0,2}badge"),
    (r"thank", r"thanked|(?:said|say) (?:thanks|thank you)"),
    (
        r"apologi[sz]e|say (?:that \w+ (?:is|are) )?sorry",
        r"apologi[sz]ed?|(?:no|without an?) apology|said (?:that )?(?:she|he|they) (?:was|were) sorry|said sorry",
    ),
    (
        r"receipt",
        r"(?:gave|give|hand|handed|passed|got|received|printed|get|offered) (?:\w+ ){0,4}receipt"
        r"|receipt (?:was|is) (?:\w+ ){0,1}(?:given|handed|printed)",
    ),
    (r"anything else", r"(?:asked|ask|asking) (?:\w+ ){0,6}anything else"),
    (
        r"(?:shop|store|branch|office|door) open",
        r"(?:shop|store|branch|office|door|doors) (?:was|were) (?:\w+ )?open\b",
    ),
    (r"smil", r"smiled"),
    (r"eye contact", r"(?:made|make|kept|keep) (?:\w+ ){0,1}eye contact|looked at me"),
    (
        r"proof of age|identity card|\bid\b|your age",
        r"(?:asked|ask) (?:\w+ ){0,3}(?:proof|identity card|identification|id card|passport|age)\b",
    ),
    (
        r"(?:repeat|sum up|summari[sz]e)",
        r"summed up|summari[sz]ed|repeated (?:what|my|everything|it)|said (?:\w+ ){0,3}in (?:her|his|their) own words",
    ),
    (
        r"(?:given|told|get|give you) (?:a|the|any) (?:\w+ )?(?:reference|ticket|case|order)? ?number",
        r"(?:gave|give|given|told|got|received|named|read) (?:\w+ ){0,3}(?:reference|ticket|case|order)? ?number",
    ),
)
_KNOWN = tuple(
    (re.compile(asked, re.IGNORECASE), re.compile(rf"\b(?:{said})", re.IGNORECASE))
    for asked, said in _ROWS
)
_TIMED_WORDS = (
    "within before after than own first last least most only without when whenever once exact "
    "exactly same correct correctly right every all more immediately"
)
_TIMED = frozenset(_TIMED_WORDS.split())
_IRREGULAR = {
    "given": "gave|given|give",
    "handed": "handed|hand",
    "shown": "showed|shown|show",
    "told": "told|tell",
    "sent": "sent|send",
    "taken": "took|taken|take",
    "brought": "brought|bring",
    "put": "put",
    "read": "read",
    "found": "found|find",
}
# "Is the card blocked?", "Are you offered a second item?"; not "Is the price the one on the shelf?"
_PASSIVE = re.compile(
    r"^(?:is|are|was|were) (?P<what>(?:the|a|an|any|your|you)\b(?: [\w-]+){0,3}?) "
    r"(?P<verb>[a-z]+ed|" + "|".join(_IRREGULAR) + r")\b(?P<rest>[^?]*)",
    re.IGNORECASE,
)
_SMALL_WORDS = (
    "the a an any your you to of for with by in on at from and or it its that this there as up "
    "out new second member staff agent person"
)
_SMALL = frozenset(_SMALL_WORDS.split())


@lru_cache(maxsize=2_000)
def act_asked_for(question: str) -> Act | None:
    """What a yes/no question asks for, and how it is said that it happened; None where unknown."""
    timed = not _TIMED.isdisjoint(words(question))
    for asked, said in _KNOWN:
        if asked.search(question):
            return Act(said=said, timed=timed)
    return None if timed else _by_its_verb(question)


def _by_its_verb(question: str) -> Act | None:
    """Of "Is the card blocked?": a form of "blocked" and "card", at most four words apart."""
    found = _PASSIVE.match(question.strip())
    if found is None:
        return None
    named = (
        f"{found['what']} {found['rest']}" if found["what"].casefold() == "you" else found["what"]
    )
    nouns = [word for word in words(named) if word not in _SMALL]
    if not nouns:
        return None
    verb = found["verb"].casefold()
    done = _IRREGULAR.get(verb, rf"{re.escape(verb)}|{re.escape(verb.removesuffix('ed'))}e?")
    noun = re.escape(nouns[0] if found["what"].casefold() == "you" else nouns[-1])
    between = r"\W+(?:[\w'-]+\W+){0,4}?"
    return Act(
        said=re.compile(
            rf"\b(?:(?:{done}){between}{noun}|{noun}{between}(?:{done}))\b", re.IGNORECASE
        )
    )

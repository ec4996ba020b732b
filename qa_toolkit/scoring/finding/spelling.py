"""What stands in for words in chats and transcripts: signs, shorthand, slips, drawn-out letters."""

import re
from collections.abc import Iterator
from html import unescape

from qa_toolkit.scoring.finding.edits import Edit

SHORTHAND = {
    "u": "you", "ur": "your", "urs": "yours", "ya'll": "you all",
    "pls": "please", "plz": "please", "plse": "please", "plss": "please",
    "thx": "thanks", "thnx": "thanks", "thanx": "thanks", "tks": "thanks", "tnx": "thanks",
    "ty": "thank you", "thankyou": "thank you", "thanku": "thank you", "tysm": "thank you so much",
    "sry": "sorry", "srry": "sorry", "soz": "sorry", "sory": "sorry", "sorrry": "sorry",
    "cuz": "because", "coz": "because", "becuase": "because", "becasue": "because",
    "gonna": "going to", "wanna": "want to", "gotta": "got to", "lemme": "let me",
    "dunno": "don't know", "idk": "i don't know", "alot": "a lot", "ppl": "people",
    "msg": "message", "acct": "account", "tmrw": "tomorrow", "tomorow": "tomorrow",
    "tommorow": "tomorrow", "tommorrow": "tomorrow", "yest": "yesterday", "2day": "today",
    "adress": "address", "appologies": "apologies", "appologise": "apologise",
    "appologize": "apologize", "appology": "apology", "apologys": "apologies",
    "beleive": "believe", "cancled": "cancelled", "definately": "definitely",
    "delievery": "delivery", "dissapointed": "disappointed", "disapointed": "disappointed",
    "frustated": "frustrated", "frustating": "frustrating", "greatful": "grateful",
    "inconvienence": "inconvenience", "inconvinience": "inconvenience",
    "inconvience": "inconvenience", "inconvenince": "inconvenience", "recieve": "receive",
    "recieved": "received", "recived": "received", "reciept": "receipt", "refuned": "refunded",
    "teh": "the", "unfortunatly": "unfortunately", "unfortunatley": "unfortunately",
    "wierd": "weird", "wich": "which",
}  # fmt: skip
"""Spellings that stand for one thing only; a word that is also another word has no place here."""
_DRAWN_OUT = (
    "all annoyed annoying appreciate call called calling cool feel feeling free good goodbye happy "
    "hello hopefully issue keep look looking mess miss need off pissed really see seen soon sorry "
    "still stuff tell too took unhappy week weeks well will"
)
_DOUBLE = {re.sub(r"(.)\1+", r"\1", word): word for word in _DRAWN_OUT.split()}
"""Words with a double letter, by their letters without doubles: what "goood" is drawn out of."""
_WORD = re.compile(r"\w+")
_RUN = re.compile(r"([a-z])\1{2,}")
_RUNS = re.compile(r"([a-z])\1+")
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8});")
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+")


def written_apart(text: str) -> Iterator[Edit]:
    """What a text holds instead of signs: HTML entities, and characters that nobody sees."""
    if "&" in text:
        for entity in _ENTITY.finditer(text):
            instead = unescape(entity[0])
            if instead != entity[0] and len(instead) == 1:
                yield Edit(*entity.span(), " " if instead.isspace() else instead)
    if not text.isascii():
        for hidden in _HIDDEN.finditer(text):
            yield Edit(*hidden.span(), "")


def respelling(word: str) -> str | None:
    """A word as it is written, when it is shorthand, a slip or drawn out; else None."""
    instead = SHORTHAND.get(word)
    if instead is not None or _RUN.search(word) is None:
        return instead
    single = _RUNS.sub(r"\1", word)
    if len(single) == 1:
        return None
    once = _RUN.sub(r"\1", word)
    return _DOUBLE.get(single) or SHORTHAND.get(once, once)


def respelt(text: str) -> Iterator[Edit]:
    """The edits that write a text in lower case as it is written; none for most texts."""
    for found in _WORD.finditer(text):
        instead = respelling(found[0])
        if instead is not None:
            yield Edit(*found.span(), instead)

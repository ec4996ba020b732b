"""Words that are written in more than one way: British and American, with and without a hyphen.

A word has a place here only when its other spelling is no word of another meaning: "cheque" and
"check", "tyre" and "tire", "draught" and "draft" are two words each, and stay apart.
"""

import re
from functools import lru_cache

_BEGINNINGS = {
    "colour": "color", "favour": "favor", "behaviour": "behavior", "honour": "honor",
    "neighbour": "neighbor", "labour": "labor", "rumour": "rumor", "humour": "humor",
    "flavour": "flavor", "harbour": "harbor", "odour": "odor", "endeavour": "endeavor",
    "saviour": "savior", "armour": "armor", "vigour": "vigor", "tumour": "tumor",
    "demeanour": "demeanor", "candour": "candor", "centred": "centered", "centring": "centering",
    "centre": "center", "theatre": "theater", "fibre": "fiber", "litre": "liter",
    "kilometre": "kilometer", "centimetre": "centimeter", "millimetre": "millimeter",
    "licence": "license", "defence": "defense", "offence": "offense", "pretence": "pretense",
    "practise": "practice", "practising": "practicing", "enquir": "inquir",
    "enrolment": "enrollment", "fulfilment": "fulfillment", "instalment": "installment",
    "skilful": "skillful", "jewellery": "jewelry", "focussed": "focused", "focussing": "focusing",
    "judgement": "judgment", "acknowledgement": "acknowledgment", "sceptic": "skeptic",
    "adviser": "advisor", "paediatr": "pediatr", "anaesthe": "anesthe", "orthopaed": "orthoped",
    "mould": "mold", "pyjama": "pajama",
}  # fmt: skip
"""What a word may begin with, with "dis" or "un" before it; what follows stays."""
_WHOLE = (
    ("ok", "okay"), ("grey", "gray"), ("mum", "mom"), ("mums", "moms"), ("cosy", "cozy"),
    ("programme", "program"), ("programmes", "programs"), ("catalogue", "catalog"),
    ("catalogues", "catalogs"), ("dialogue", "dialog"), ("dialogues", "dialogs"),
    ("analogue", "analog"), ("enrol", "enroll"), ("enrols", "enrolls"), ("fulfil", "fulfill"),
    ("fulfils", "fulfills"), ("learnt", "learned"), ("spelt", "spelled"), ("burnt", "burned"),
    ("ageing", "aging"), ("alright", "all right"), ("percent", "per cent"),
    ("24/7", "24 7", "twenty four seven", "twenty-four seven"),
)  # fmt: skip
_JOINED = (
    "e-mail log-in log-on log-out log-off sign-in sign-up sign-on sign-out set-up pop-up back-up "
    "check-in check-out call-back follow-up top-up voice-mail web-site web-page web-chat on-line "
    "off-line wi-fi user-name post-code zip-code good-bye help-desk help-line land-line "
    "broad-band smart-phone head-set in-box line-up add-on"
)
"""Two words that are also written as one."""
_DOUBLED = re.compile(
    r"((?:re|un)?(?:cancel|channel|counsel|dial|equal|fuel|initial|label|level|marvel|model|"
    r"panel|quarrel|signal|total|travel|trial|tunnel|unravel))(l?)"
    r"((?:ed|er|ers|ing|ings|ous|ously|ation|ations)\*?)"
)
_ISE = re.compile(r"(\w{3,}i)([sz])((?:e|ed|er|ers|es|ing|able|ation|ations|ational)\*?|\*)")
_YSE = re.compile(r"((?:anal|catal|paral)y)([sz])((?:e|ed|er|ers|es|ing)\*?)")
_WITH_S = (
    "advertis advis aris bruis compris compromis concis cruis despis devis disguis enterpris "
    "exercis expertis franchis improvis likewis merchandis otherwis paradis prais precis premis "
    "promis revis supervis surpris televis"
)
_ALWAYS_S = frozenset(_WITH_S.split())
"""What no spelling writes with a z."""
_OTHERS = _BEGINNINGS | {american: british for british, american in _BEGINNINGS.items()}
_BEGINNING = re.compile(f"((?:dis|un)?)({'|'.join(sorted(_OTHERS, key=len, reverse=True))})(.*)")
_LEAST_OF_A_STEM = 4
"""Letters of the second of two joined words from which it may be a stem: `e-mail*`, not `in*`."""


def _in_other_ways() -> dict[str, tuple[str, ...]]:
    ways: dict[str, tuple[str, ...]] = {}
    for pair in _WHOLE:
        ways |= dict.fromkeys(pair, pair)
    for hyphened in _JOINED.split():
        apart = hyphened.replace("-", " ")
        together = hyphened.replace("-", "")
        forms = (together, hyphened, apart)
        ways |= dict.fromkeys(forms, forms)
        if len(apart.partition(" ")[2]) >= _LEAST_OF_A_STEM:
            stems = tuple(f"{form}*" for form in forms)
            ways |= dict.fromkeys(stems, stems)
    return ways


_WAYS = _in_other_ways()
PAIRS = frozenset(form for forms in _WAYS.values() for form in forms if form.count(" ") == 1)
"""Pairs of words that are also written as one, with a space."""


@lru_cache(maxsize=20_000)
def spelt(word: str) -> tuple[str, ...]:
    """The ways to spell a word, a stem with its star, or a pair of words; itself first.

    A hyphen may also be a space, and so may the space of a pair in `PAIRS` be nothing.
    """
    forms = _WAYS.get(word)
    if forms is not None:
        return (word, *(form for form in forms if form != word))
    if "-" in word:
        apart = word.replace("-", " ")
        return (word, apart) if apart.replace(" ", "").rstrip("*").isalpha() else (word,)
    other = _other(word)
    return (word,) if other is None else (word, other)


def _other(word: str) -> str | None:
    """The word in British spelling where it is American, and the other way round."""
    if known := _BEGINNING.fullmatch(word):
        return known[1] + _OTHERS[known[2]] + known[3]
    if known := _DOUBLED.fullmatch(word):
        return known[1] + ("" if known[2] else "l") + known[3]
    known = _ISE.fullmatch(word) or _YSE.fullmatch(word)
    if known is None or known[1] + "s" in _ALWAYS_S or known[1].endswith("wi"):
        return None
    return known[1] + ("z" if known[2] == "s" else "s") + known[3]

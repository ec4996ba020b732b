"""What is promised: the words behind "I will", as a kind of action, or that it is nothing."""

import re

from qa_toolkit.domain.commitment import Action
from qa_toolkit.scoring.commitments.patterns import either, word_set, words
from qa_toolkit.scoring.commitments.phrases import phrase_at

_VERBS = {
    Action.CONTACT: "reply respond revert",
    Action.CHECK: "analyse analyze ask check consult dig enquire examine find inquire inspect "
    "investigate look monitor read research review search test trace track troubleshoot verify watch",
    Action.HAND_OVER: "assign connect direct escalate flag forward hand highlight log loop mention "
    "note notify pass raise record refer relay report reroute share submit tell transfer",
    Action.FIX: "activate add adjust amend apply approve arrange backdate block book cancel change "
    "clear close complete configure correct create deal disable enable ensure erase exchange "
    "expedite extend fix handle honor honour hurry implement improve install lift make merge move "
    "open order organise organize override place prepare prioritise prioritize process push put "
    "reactivate rearrange rebook reconnect rectify redo register reinstate release remove renew "
    "repair replace rerun reschedule reserve reset resolve restart restore reverse schedule set "
    "solve sort start stop switch unblock unlock update upgrade void waive write",
    Action.REFUND: "compensate credit pay refund reimburse repay",
    Action.SEND: "deliver dispatch email issue mail post provide resend return send ship supply",
    Action.HELP: "accompany address assist continue cover do guide help show support try walk",
}
_ACTION_OF = {verb: action for action, verbs in _VERBS.items() for verb in verbs.split()}
_WITHOUT_OBJECT = word_set("call phone ring text")
_OF_OTHERS = word_set("alert advise contact dm inform message remind")
"""These promise something only with the customer or somebody else behind them: see `phrases`."""
_NOTHING = word_set(
    "able admit agree always apologise apologize appear appreciate assume be become begin "
    "believe bet bring charge come decline deny end enjoy expect explain feel forget gain "
    "get give go guess happen hate have hear hold hope keep know lead learn leave let like "
    "lose love mean meet miss need never no not notice only point prefer probably rather "
    "realise realize receive recommend refuse remain remember require retire say see seem "
    "speak spend stand stay suggest take talk think turn understand wait want wish wonder "
    "work"
)
"""Verbs that promise nothing, or only in the company that `phrases` names."""
_ADVERBS = re.compile(
    either(
        words(
            "also just then now certainly definitely gladly happily personally quickly immediately "
            "surely absolutely still first actually simply indeed shortly soon hereby both all again "
            "further directly kindly asap right_away straight_away in_turn of_course for_sure "
            "tomorrow today continue_to work_to"
        ),
        r"do (?:my|our) (?:very |level |absolute )?best to|do (?:everything|whatever) (?:i|we) can to",
        r"make (?:sure|certain) to|be (?:sure|certain) to|go (?:ahead )?and|endeavou?r to",
        r"try (?:to|and|my (?:best|hardest) to|our (?:best|hardest) to)",
    )
    + r"\b,? +"
)
_MOST_ADVERBS = 4
_NO_ACTION = re.compile(
    either(
        r"look(?:ing)? (?:forward|after you|out for your|for your)|keep an eye out for your",
        r"keep in mind|have (?:trouble|to\b)|ask (?:that )?you\b|tell you (?:what|that|how)",
        r"share (?:that )?with you|show up\b|make (?:it )?(?:do|sense)\b|continue to be\b",
        r"do (?:that |this |it |so |not )?$|read (?:it )?out|start(?:ing)? by asking|start over\b",
        r"help you (?:today|next)\b|work on (?:all|most|any|your)\b",
    )
)
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")
_BE = re.compile(r"be (?:also |just |now |personally |in the process of )?(?P<doing>\w+ing)\b")
_BEING_THERE = word_set(
    "awaiting charging chatting expecting having holding hoping looking needing requiring seeing "
    "speaking standing staying waiting wanting"
)
_KNOWN = _ACTION_OF.keys() | _NOTHING | _OF_OTHERS | _WITHOUT_OBJECT


def skip_adverbs(text: str, start: int) -> int:
    """Where the verb stands behind "also", "just", "do my best to" and the like."""
    for _ in range(_MOST_ADVERBS):
        found = _ADVERBS.match(text, start)
        if found is None:
            break
        start = found.end()
    return start


def action_at(clause: str, *, anything: bool) -> Action | None:
    """What a clause that starts with its verb promises; None when that is nothing.

    Args:
        clause: in lower case, from the verb on.
        anything: a verb that is not listed promises, too: "I'll laminate it for you".
    """
    if _NO_ACTION.match(clause):
        return None
    if action := phrase_at(clause):
        return action
    found = _WORD.match(clause)
    if found is None:
        return None
    if found.group() == "be":
        return _under_way(clause)
    base = base_of(found.group())
    if base in _WITHOUT_OBJECT:
        return Action.CONTACT
    if base in _ACTION_OF:
        return _ACTION_OF[base]
    nothing = base in _NOTHING or base in _OF_OTHERS or not anything
    return None if nothing else Action.OTHER


def _under_way(clause: str) -> Action | None:
    """Of "be": only what will be under way ("be sending"), never being there, able or glad."""
    found = _BE.match(clause)
    if found is None or found["doing"] in _BEING_THERE:
        return None
    phrase = phrase_at(clause, found.start("doing"))
    return phrase or _ACTION_OF.get(base_of(found["doing"]))


def base_of(word: str) -> str:
    """The plain form of a known verb, sending → send, shipping → ship; other words stay."""
    if not word.endswith("ing") or word in _ACTION_OF:
        return word
    stem = word.removesuffix("ing")
    known = (base for base in (stem, f"{stem}e", stem[:-1]) if base in _KNOWN)
    return next(known, word)

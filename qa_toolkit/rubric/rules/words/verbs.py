"""Verbs that questions about service are made of, and the forms they take."""

VERBS = frozenset({
    "accept", "acknowledge", "adapt", "adjust", "admit", "advise", "agree", "allow", "announce",
    "apologise", "apologize", "argue", "arrange", "ask", "assist", "assure", "avoid", "become",
    "begin", "blame", "bring", "choose", "clarify", "collect", "compare", "complain", "confirm",
    "connect", "convey", "create", "customise", "customize", "decide", "deliver", "demonstrate",
    "describe", "determine", "diagnose", "disclose", "discuss", "dismiss", "do", "educate",
    "empathise", "empathize", "encourage", "enquire", "ensure", "enter", "escalate",
    "establish", "examine", "explain", "explore", "fill", "find", "finish", "follow", "forward",
    "gather", "get", "give", "go", "greet", "hear", "identify", "inform", "inquire", "insist",
    "inspect", "insult", "interrupt", "introduce", "investigate", "invite", "involve", "keep",
    "know", "learn", "leave", "let", "listen", "maintain", "make", "manage", "measure", "meet",
    "mention", "mirror", "observe", "obtain", "pay", "perform", "personalise", "personalize",
    "persuade", "prepare", "probe", "pronounce", "propose", "protect", "prove", "provide",
    "put", "reach", "read", "realise", "realize", "reassure", "recap", "receive", "recognise",
    "recognize", "recommend", "redirect", "refer", "refuse", "reject", "relate", "remain",
    "remember", "remind", "remove", "repeat", "rephrase", "replace", "reply", "resolve",
    "respond", "restate", "retain", "say", "see", "seek", "select", "sell", "send", "serve",
    "set", "shout", "show", "solve", "speak", "spell", "stay", "submit", "suggest", "summarise",
    "summarize", "swear", "take", "teach", "tell", "thank", "transcribe", "try", "understand",
    "upsell", "validate", "verify", "wear", "write",
})  # fmt: skip
"""Verbs that are hardly ever nouns or adjectives."""

NOUN_VERBS = frozenset({
    "access", "act", "address", "answer", "approach", "attempt", "bag", "book", "call", "calm",
    "charge", "chat", "check", "clean", "close", "comment", "complete", "contact", "control",
    "correct", "cover", "credit", "debate", "delay", "detail", "direct", "document", "email",
    "end", "estimate", "exchange", "express", "face", "fix", "guide", "hand", "handle", "hang",
    "help", "hold", "issue", "label", "lead", "level", "link", "list", "log", "look", "mail",
    "mark", "message", "name", "note", "notice", "offer", "open", "order", "outline", "own",
    "pack", "pass", "pause", "phone", "place", "plan", "point", "present", "process", "promise",
    "protest", "question", "quote", "rate", "reason", "record", "refund", "register", "repair",
    "report", "request", "research", "reset", "respect", "rest", "return", "review", "ring",
    "run", "sample", "scan", "schedule", "score", "search", "secure", "share", "sign", "smile",
    "sound", "stamp", "start", "state", "step", "stop", "support", "target", "test", "text",
    "tidy", "time", "touch", "track", "transfer", "treat", "trouble", "update", "upgrade",
    "use", "visit", "voice", "wait", "watch", "welcome", "wish", "work",
})  # fmt: skip
"""Words that are verbs and something else as well; only their neighbours tell."""

IRREGULAR = {
    "given": "give", "told": "tell", "made": "make", "sent": "send", "kept": "keep",
    "taken": "take", "shown": "show", "heard": "hear", "met": "meet", "left": "leave",
    "held": "hold", "brought": "bring", "taught": "teach", "written": "write", "found": "find",
    "understood": "understand", "spoken": "speak", "said": "say", "gave": "give", "took": "take",
    "asked": "ask", "read": "read", "put": "put", "set": "set", "let": "let", "sold": "sell",
    "paid": "pay", "led": "lead", "worn": "wear", "sought": "seek", "rung": "ring",
}  # fmt: skip

QUALITIES = frozenset({
    "accurate", "approachable", "attentive", "aware", "calm", "careful", "caring", "clean",
    "clear", "complete", "concise", "confident", "considerate", "consistent", "correct",
    "courteous", "detailed", "easy", "efficient", "empathetic", "fair", "fast", "firm",
    "flexible", "fluent", "friendly", "genuine", "helpful", "honest", "interested", "kind",
    "knowledgeable", "natural", "neat", "open", "organised", "organized", "patient", "personal",
    "pleasant", "polite", "positive", "precise", "proactive", "professional", "prompt", "quick",
    "quiet", "relaxed", "relevant", "reliable", "respectful", "sincere", "slow", "smooth",
    "specific", "thorough", "tidy", "timely", "understandable", "understanding", "visible",
    "warm", "welcoming",
})  # fmt: skip
"""What agents, answers and places are asked to be: two of them are two questions."""

OBJECTS = frozenset({
    "the", "a", "an", "it", "them", "him", "her", "their", "his", "its", "this", "that",
    "these", "those", "any", "each", "all", "every", "whether", "if", "what", "why", "how",
    "when", "where",
})  # fmt: skip
"""Words that come behind a verb, and hardly behind a noun."""


def base_form(word: str) -> str:
    """A verb's base form where `word` is it, or its -s form; else empty."""
    if word in VERBS or word in NOUN_VERBS:
        return word
    if word.endswith("ies"):
        return _known(f"{word[:-3]}y")
    if word.endswith("s"):
        return _known(word[:-1]) or (_known(word[:-2]) if word.endswith("es") else "")
    return ""


def past_form(word: str) -> str:
    """The base form of a verb whose past form or participle is `word`; else empty."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    return _without("ed", word)


def ing_form(word: str) -> str:
    """The base form of a verb whose -ing form is `word`; else empty."""
    return _without("ing", word)


def _without(ending: str, word: str) -> str:
    if not word.endswith(ending) or len(word) < len(ending) + 2:
        return ""
    stem = word[: -len(ending)]
    forms = [stem, f"{stem}e"]
    if stem.endswith("i"):
        forms.append(f"{stem[:-1]}y")
    if stem[-1] == stem[-2]:
        forms.append(stem[:-1])
    return next(filter(None, map(_known, forms)), "")


def _known(word: str) -> str:
    return word if word in VERBS or word in NOUN_VERBS else ""

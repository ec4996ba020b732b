"""Words that judge without saying by what: vague ones, opinions, and the grades of a school."""

VAGUE = frozenset({
    "acceptable", "acceptably", "adequate", "adequately", "appropriate", "appropriately",
    "decent", "effective", "effectively", "efficient", "efficiently", "excellent", "good",
    "great", "inadequate", "inadequately", "inappropriate", "inappropriately", "optimal",
    "optimally", "poor", "poorly", "professional", "professionalism", "professionally",
    "proper", "properly", "reasonable", "reasonably", "satisfactorily",
    "satisfactory", "sufficient", "sufficiently", "suitable", "suitably", "timely",
    "unprofessional", "unprofessionally", "unsatisfactory", "well",
})  # fmt: skip

VAGUE_TURNS = (
    "as needed", "as necessary", "as required", "if needed", "if necessary", "where needed",
    "where necessary", "where possible", "if possible", "when necessary", "when needed",
    "best practice", "best practices", "common sense", "in a good way", "in the right way",
)  # fmt: skip

PLAIN_USES = (
    "good morning", "good afternoon", "good evening", "good day", "good night", "good hands",
    "good wishes", "wish well", "wishes well", "wish the customer well",
    "wishes the customer well", "good luck", "good faith", "good news", "good will", "as well",
    "get well", "well being", "well known", "great britain", "quality assurance",
    "quality check", "have a good", "have a great", "have a nice", "nice to meet",
    "happy to help", "feel free",
)  # fmt: skip
"""Turns in which such a word judges nothing."""

OPINIONS = frozenset({
    "amazing", "ambiance", "ambience", "appealing", "atmosphere", "attractive", "awful",
    "beautiful", "beautifully", "boring", "charming", "cheerful", "cheerfully", "comfortable",
    "cosy", "courteous", "courteously", "cozy", "delightful", "disappointing", "elegant",
    "enjoy", "enjoyable", "enjoyed", "enthusiastic", "enthusiastically", "feel", "feeling",
    "feels", "felt", "friendliness", "friendly", "genuine", "genuinely", "happily", "happy",
    "helpful", "impressed", "impression", "impressive", "interesting", "inviting", "lovely",
    "nice", "nicely", "opinion", "pleasant", "pleasantly", "pleasing", "polite", "politely",
    "pretty", "satisfied", "satisfying", "seem", "seemed", "seems", "sincere", "sincerely",
    "stylish", "terrible", "ugly", "unfriendly", "unpleasant", "warmly", "welcoming",
    "wonderful",
})  # fmt: skip

GRADES = frozenset({
    "above", "acceptable", "adequate", "average", "bad", "below", "best", "better", "beyond",
    "correct", "exceeds", "excellent", "expectation", "expectations", "expected", "extremely",
    "fail", "failed", "fails", "failure", "fair", "false", "full", "fully", "good", "great",
    "high", "improvement", "inadequate", "incorrect", "low", "medium", "meets", "met",
    "moderate", "needs", "no", "none", "normal", "not", "ok", "okay", "outstanding", "part",
    "partial", "partially", "partly", "pass", "passed", "passes", "perfect", "poor", "right",
    "satisfactory", "somewhat", "standard", "standards", "successful", "true", "unacceptable",
    "unsatisfactory", "very", "well", "wrong", "yes",
})  # fmt: skip
"""Words with which a level only repeats its number."""

EMPTY = frozenset({
    "a", "about", "across", "after", "agent", "agents", "all", "also", "always", "an", "and",
    "any", "anything", "are", "as", "at", "be", "been", "being", "both", "but", "by", "can",
    "customer", "customers", "did", "do", "does", "during", "each", "every", "for", "from",
    "had", "has", "have", "he", "her", "him", "his", "how", "if", "in", "into", "is", "it",
    "its", "judgement", "judgment", "just", "level", "like", "made", "make", "makes", "many",
    "more", "most", "much", "my", "never", "nothing", "of", "often", "on", "one", "only", "or",
    "other", "our", "out", "over", "own", "rather", "she", "should", "so", "some", "something",
    "sometimes", "such", "than", "that", "the", "their", "them", "then", "there", "they",
    "thing", "things", "this", "through", "to", "too", "under", "until", "up", "use", "used",
    "uses", "using", "was", "way", "were", "what", "when", "where", "which", "while", "who",
    "whom", "why", "will", "with", "within", "without", "would", "you", "your",
})  # fmt: skip
"""Words that carry no meaning of their own, and those every question has."""

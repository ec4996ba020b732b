"""Words that stand in nearly every turn."""

EVERYDAY = frozenset({
    "a", "an", "and", "are", "as", "at", "be", "but", "can", "do", "for", "from", "have", "i",
    "i'm", "if", "in", "is", "it", "it's", "me", "my", "of", "on", "or", "our", "so", "that",
    "the", "there", "they", "this", "to", "was", "we", "will", "with", "you", "you're", "your",
})  # fmt: skip

IN_EVERY_SENTENCE = frozenset({"a", "and", "i", "is", "it", "of", "the", "to", "you"})

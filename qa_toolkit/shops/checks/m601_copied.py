"""The story or a comment is, in large part, that of another shop.

Who copies a text tells of the shop of another day. Looked for are texts of other shops, of the same
shopper or of another, that were handed in before. A text counts as a copy where half of its rows of
five words, or half of the other's, stand in the other too, at least eight of them; a short comment
where it is the same word for word and has ten words or more. Words of the scenario and of the
questions are left out, as every shopper repeats them, and so is what four shoppers wrote already.

Bad:

```yaml
narrative: >-
  I called at nine. A woman answered on the fourth ring and asked for the last digits of the card. She
  typed for a while, told me that the card was blocked and read out a number with nine digits.
earlier:
  - shop: autumn-0
    narrative: >-
      I called at noon. A woman answered on the fourth ring and asked for the last digits of the card.
      She typed for a while, told me that the card was blocked and read out a number with nine digits.
```

Good:

```yaml
narrative: >-
  I called at nine. A man answered on the second ring, asked for my birthday and then for the street I
  live in. He blocked the card while I waited and spelled the number of the request for me.
earlier:
  - shop: autumn-0
    narrative: >-
      I called at noon. A woman answered on the fourth ring and asked for the last digits of the card.
      She typed for a while, told me that the card was blocked and read out a number with nine digits.
```
"""

from collections.abc import Iterator
from difflib import SequenceMatcher

from qa_toolkit.shops.checks.earlier import SIZE, EarlierText, shingles_of
from qa_toolkit.shops.checks.interface import Check, Context, Found
from qa_toolkit.shops.checks.scripted import scripted_shingles
from qa_toolkit.shops.checks.texts import Written, facts
from qa_toolkit.shops.checks.words import in_one_line, words

SHARE = 0.5
"""Of the shingles of the shorter text; see docs/shop-checks.md for what was measured."""
LEAST_SHARED = 8
LEAST_WORDS = 10
"""Of a comment that is the same word for word."""
_LONGEST = 400
"""Words in which the longest copied row is looked for, for the message."""


def _find(context: Context) -> Iterator[Found]:
    scripted = scripted_shingles(context)
    for written in facts(context):
        if written.where != "staff" and (copied := _copied(written, scripted, context)):
            share, source = copied
            quote = _longest_row(written.text, source.text)
            yield Found(
                written.where,
                f"{share:.0%} is as in an earlier text: '{in_one_line(quote, 120)}'",
                for_editors=f"{source.shop} by '{source.shopper}'",
            )


def _copied(
    written: Written, scripted: frozenset[int], context: Context
) -> tuple[float, EarlierText] | None:
    """The text that it shares most with, and how much, where that is enough."""
    own = context.earlier.own(shingles_of(written.text) - scripted)
    until = context.first_at or context.now
    best: tuple[float, EarlierText] | None = None
    for place, shared in sorted(context.earlier.sharing(own).items()):
        source = context.earlier.texts[place]
        if source.shop == context.log.shop or (until is not None and source.at >= until):
            continue
        share = _share(written.text, own, source.text, shared, scripted)
        if share and (best is None or share > best[0]):
            best = share, source
    return best


def _share(
    text: str,
    own: set[int],
    other_text: str,
    shared: int,
    scripted: frozenset[int],
) -> float:
    """How much of the shorter text the two share; 0 where it is no copy."""
    if shared >= LEAST_SHARED:
        other = shingles_of(other_text) - scripted
        share = shared / min(len(own), len(other))
        return share if share >= SHARE else 0.0
    told = words(text)
    return float(len(told) >= LEAST_WORDS and told == words(other_text))


def _longest_row(text: str, other: str) -> str:
    """The longest row of words that stands in both."""
    written = text.split()[:_LONGEST]
    plain = [" ".join(words(word)) for word in written]
    others = [" ".join(words(word)) for word in other.split()[:_LONGEST]]
    row = SequenceMatcher(None, plain, others, autojunk=False).find_longest_match()
    return " ".join(written[row.a : row.a + max(row.size, SIZE)])


CHECK = Check(
    code="M601",
    severity="warning",
    title="copy of an earlier text",
    fix="write what happened this time",
    manual=__doc__,
    find=_find,
)

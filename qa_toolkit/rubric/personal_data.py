"""Personal data in text: what plainly is an address, a number of a person, or of their account.

Found by form and checksum, so that order numbers, prices, times and years are left alone. What
belongs to nobody is left alone, too: example domains (RFC 2606), mailboxes of a whole team, freephone
and service numbers, and the telephone numbers that regulators keep for drama (Ofcom; NANPA 555-01xx).
"""

import re
from collections.abc import Iterator

from qa_toolkit.domain.check_digits import is_card, is_iban

_MANY_DIGITS = re.compile(r"\d(?:\D{0,3}\d){5}")
_EMAIL = re.compile(
    r"(?<![\w.+-])[\w+-](?:[\w.+-]{0,62}[\w+-])?@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}"
)
_TELEPHONE = re.compile(r"(?<![\w.,+/=£$€-])\+?\(?\d(?:[ ()./-]{0,3}\d){7,16}(?![\w-])")
_CARD = re.compile(r"(?<![\w.+-])[2-6]\d{3}(?:[ -]?\d){8,14}\d(?![\w-])")
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)")
_SOCIAL_SECURITY = re.compile(
    r"(?<![\w-])(?:(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}"  # United States
    r"|(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D])"
    r"(?![\w-])"  # United Kingdom
)
# those below are kept as text and compiled for the first candidate
_DECIMAL_OR_COUNT = r"\d\.\d+|\d(?:[ ./-]+\d)+"
_NORTH_AMERICA = r"(?:1[ .-])?\(?[2-9]\d\d\)?[ .-]{1,2}\d{3}[ .-]\d{4}"
_DATE = r"\(?\d{1,2}[./ -]\d{1,2}[./ -](?:19|20)\d{2}(?!\d)|\d{4}-\d{2}-\d{2}"
_TEAM = (
    r"(?:abuse|accounts?|admin|billing|care|complaints|contact|customer|feedback|hello|help|helpdesk"
    r"|info|mail|no-?reply|office|orders|post|press|privacy|returns|sales|service|support|team)"
    r"(?:[._-]?(?:care|desk|office|service|support|team|uk|us|eu))?"
)
_EXAMPLE_DOMAIN = r"(?:.*\.)?(?:example(?:\.(?:com|net|org|edu))?|test|invalid|localhost)"
_NOBODYS_NUMBER = (
    # free, service and premium numbers, then the ones for drama
    r"(?:(?:\+|00)?440?|0)(?:80[08]|3\d\d|84[2-5]|87[0-3]|9\d\d"
    r"|7700900|1632960|2079460|1914980|2896496|2920180|1(?:1[3-8]|21|31|41|51|61)4960)"
    r"|(?:\+?1)?(?:8(?:00|33|44|55|66|77|88)\d{7}|\d{3}55501\d\d)"
)


def personal_data(text: str) -> Iterator[tuple[int, int, str]]:
    """What looks like personal data: start, end and kind of each find, in order, none overlapping.

    Kinds are `e-mail address`, `IBAN`, `card number`, `social security number` and
    `telephone number`.
    """
    if "@" not in text and not _MANY_DIGITS.search(text):
        return
    end = 0
    for start, stop, kind in sorted(_finds(text), key=lambda find: (find[0], -find[1])):
        if start >= end:
            yield start, stop, kind
            end = stop


def masked(found: str) -> str:
    """Enough of a find to know it by, and too little to use it: `j…@…`, `…34`."""
    return f"{found[0]}…@…" if "@" in found else f"…{found[-2:]}"


def _finds(text: str) -> Iterator[tuple[int, int, str]]:
    for found in _EMAIL.finditer(text):
        mailbox, _, domain = found.group().partition("@")
        nobodys = re.fullmatch(_TEAM, mailbox, re.I) or re.fullmatch(_EXAMPLE_DOMAIN, domain, re.I)
        if not nobodys:
            yield *found.span(), "e-mail address"
    for found in _IBAN.finditer(text):
        if is_iban(found.group()):
            yield *found.span(), "IBAN"
    for found in _CARD.finditer(text):
        if is_card(found.group()):
            yield *found.span(), "card number"
    for found in _SOCIAL_SECURITY.finditer(text):
        yield *found.span(), "social security number"
    for found in _TELEPHONE.finditer(text):
        if _is_somebodys_telephone(found.group()):
            yield *found.span(), "telephone number"


def _is_somebodys_telephone(text: str) -> bool:
    if re.match(_DATE, text) or re.fullmatch(_DECIMAL_OR_COUNT, text):
        return False
    if not text.lstrip("(").startswith(("+", "0")) and not re.fullmatch(_NORTH_AMERICA, text):
        return False
    digits = "".join(character for character in text if character.isdecimal())
    if not 9 <= len(digits) - digits.startswith("0") <= 15 or len(set(digits)) < 3:
        return False
    return re.match(_NOBODYS_NUMBER, f"{'+' if text.startswith('+') else ''}{digits}") is None

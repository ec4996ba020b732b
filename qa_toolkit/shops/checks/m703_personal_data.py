"""A text holds an e-mail address, a telephone number, or the number of a card or an account.

What customers tell at the next desk, or the shopper's own number, has no place in a log that many
read. Numbers of tickets and orders are left alone where they are the log's reference or have letters
in them; a run of digits counts as a telephone number from nine on, as a card where its check digit is
right, and as an account where it is an IBAN with right check digits (ISO 7064) or "account" or "sort
code" stands before it. An address may also be written out ("maya at example dot org").

Bad:

```yaml
comments: {help: She wrote to maya.lind@example.org at once.}
```

Good:

```yaml
comments: {help: She wrote an e-mail at once.}
```
"""

import re
from collections.abc import Iterator

from qa_toolkit.domain.check_digits import is_card, is_iban
from qa_toolkit.shops.checks.interface import Check, Context, Found
from qa_toolkit.shops.checks.texts import all_texts

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
# no word of English is among the two letters of countries here
_ENDING = r"(?:com|org|net|info|biz|example|test|eu|uk|ie|de|fr|nl|ch|pl|ca|au|nz|co)"
_SPELT_OUT = re.compile(
    r"\b\w+(?: dot \w+){0,3} (?:at|\(at\)|\[at\]) \w+(?:(?: dot | ?[(\[]dot[)\]] ?)\w+){0,2}"
    rf"(?: dot | ?[(\[]dot[)\]] ?){_ENDING}\b",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"\b(?:account|sort code)(?: (?:number|no\.?|is|was|of|with"
    r"|:)){0,3}:? (?P<number>\d(?:[ -]?\d){5,11})\b",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"(?<![\w.,:-])\+?\(?\d(?:[ ()/.-]{0,2}\d){8,20}(?![\w:]|[.,]\d)")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b")
_DATES = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d\d?:\d\d")


def _find(context: Context) -> Iterator[Found]:
    reference = _digits(context.log.reference)
    for where, text in all_texts(context):
        for what in _in(text, reference):
            yield Found(where, f"{what} stands in the text")


def _in(text: str, reference: str) -> Iterator[str]:
    if _EMAIL.search(text) or _SPELT_OUT.search(text):
        yield "an e-mail address"
    ibans = [found.group() for found in _IBAN.finditer(text) if is_iban(found.group())]
    accounts = [_digits(found["number"]) for found in _ACCOUNT.finditer(text)]
    if ibans or any(not reference or number not in reference for number in accounts):
        yield "the number of an account"
    rest = _DATES.sub("\n", _ACCOUNT.sub("\n", _IBAN.sub("\n", text)))
    for found in _DIGITS.finditer(rest):
        digits = _digits(found.group())
        if reference and digits in reference:
            continue
        if 13 <= len(digits) <= 19 and is_card(digits):
            yield "the number of a card"
        elif len(digits) <= 15:
            yield "a telephone number"


def _digits(text: str) -> str:
    return "".join(one for one in text if one.isdigit())


CHECK = Check(
    code="M703",
    severity="warning",
    title="personal data in a text",
    fix="take it out, or write what it was: 'a telephone number'",
    manual=__doc__,
    find=_find,
    at_entry=True,
)

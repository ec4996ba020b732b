"""The keyed hashes by which a plan is drawn: known to who has the seed, a surprise to all others."""

from base64 import b32encode
from hashlib import blake2b

_SEPARATOR = "\x1f"
_ID_LETTERS = 8


def draw_key(seed: str, *names: str) -> bytes:
    r"""BLAKE2b (16 bytes) of the UTF-8 text `seed US name US name…`, where US is 0x1f.

    The same key as of a sample's draw: the smaller, the earlier.
    """
    text = _SEPARATOR.join((seed, *names))
    # surrogatepass: a seed from the command line may hold bytes that are not UTF-8
    return blake2b(text.encode(errors="surrogatepass"), digest_size=16).digest()


def shop_id(plan: str, scenario: str, location: str, number: int) -> str:
    """`m-` and eight letters or digits 2-7: base 32 of the key of what was ordered, without a seed.

    Args:
        plan: id of the plan.
        scenario: id of the scenario.
        location: id of the location.
        number: of the shop among those of this scenario at this location, from 1.
    """
    key = draw_key(plan, scenario, location, str(number))
    return f"m-{b32encode(key)[:_ID_LETTERS].decode().lower()}"

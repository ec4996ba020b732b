"""Check digits, by which a number is told from other rows of digits."""


def is_iban(text: str) -> bool:
    """ISO 13616: the first four characters behind the others, letters as 10 to 35, modulo 97.

    Args:
        text: capital letters and digits, and blanks between them.
    """
    plain = text.replace(" ", "")
    turned = "".join(str(int(character, 36)) for character in plain[4:] + plain[:4])
    return 15 <= len(plain) <= 34 and int(turned) % 97 == 1


def is_card(text: str) -> bool:
    """The check digit of ISO/IEC 7812-1 (Luhn); whatever stands between the digits is left out."""
    digits = [int(character) for character in text if character.isdecimal()]
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[-2::-2])
    return len(set(digits)) > 1 and (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0

"""Exact decimals as people and programs read them."""

from decimal import Decimal


def plain(value: Decimal) -> str:
    """The number in digits, without exponent and without zeros that say nothing.

    >>> plain(Decimal("5.127E+10")), plain(Decimal("7.0500")), plain(Decimal("-0.0"))
    ('51270000000', '7.05', '0')
    """
    digits = format(value, "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return "0" if digits in {"-0", ""} else digits


def places(value: Decimal) -> int:
    """How many digits after the point a number needs.

    >>> places(Decimal("7.0500")), places(Decimal("1E+3"))
    (2, 0)
    """
    _, point, fraction = plain(value).partition(".")
    return len(fraction) if point else 0

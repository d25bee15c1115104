"""How rules speak of figures: numbers as they are printed, with the unit that the table's head holds."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from lantu.checks.base import Figure
from lantu.model.statement import Comparator, Quantity, Statement

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_MULTIPLIERS = {Decimal(10**8): "亿", Decimal(10**4): "万", Decimal(10**12): "万亿", Decimal(1000): "千"}
_BEFORE = {Comparator.GE: "不低于", Comparator.GT: "超过", Comparator.LE: "不高于", Comparator.LT: "低于"}
_MEASURES = {"growth": "增长", "decline": "下降"}
_MOST = 6


def shown(figure: Figure) -> str:
    """The figure's number as printed, with its unit: 83.6%, 3500亿元."""
    return shown_statement(figure.statement)


def shown_statement(statement: Statement) -> str:
    """A statement's number as printed, with its unit where a table prints that in the head of the row."""
    text = "".join(statement.text.split())
    quantity = statement.quantity
    if quantity.value is None or statement.cell is None or not _DIGITS.fullmatch(text):
        return text
    return text + _unit_in_head(quantity, Decimal(text.replace(",", "")))


def _unit_in_head(quantity: Quantity, printed: Decimal) -> str:
    if not quantity.value or not printed:
        return quantity.unit
    return _MULTIPLIERS.get(quantity.value / printed, "") + quantity.unit


def phrase(figure: Figure) -> str:
    """The figure in a few words: 增长6%, 不低于3000万千瓦."""
    statement = figure.statement
    about = "左右" if statement.quantity.comparator is Comparator.APPROX else ""
    before = _MEASURES.get(statement.measure.value, "") + _BEFORE.get(statement.quantity.comparator, "")
    return before + shown(figure) + about


def when(period: str) -> str:
    """A period in Chinese: 2025年, 2021—2025年, 2021—2025年每年; "" where there is none.

    >>> when("2025"), when("annual:2021-2025"), when("")
    ('2025年', '2021—2025年每年', '')
    """
    if not period:
        return ""
    years = period.removeprefix("annual:").replace("-", "—")
    return f"{years}年每年" if period.startswith("annual:") else f"{years}年"


def listed(names: Iterable[str], *, most: int = _MOST, between: str = "、") -> str:
    """Names in a row, each once; the rest counted where there are many.

    >>> listed(["甲", "乙", "甲", "丙"], most=2)
    '甲、乙等3项'
    """
    unique = list(dict.fromkeys(names))
    if len(unique) <= most:
        return between.join(unique)
    return f"{between.join(unique[:most])}等{len(unique)}项"


def where(headings: Sequence[str]) -> str:
    """The chapter that a text stands in; "" at the root."""
    return headings[0] if headings else ""


def percent(value: Decimal | Fraction) -> str:
    """A number with at most two digits after the point: 7.9999 is 8."""
    exact = Decimal(value.numerator) / value.denominator if isinstance(value, Fraction) else value
    rounded = f"{exact:.2f}".rstrip("0").rstrip(".")
    return "0" if rounded in {"-0", ""} else rounded

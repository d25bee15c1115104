"""When two printed numbers can both be true: rounding, comparators and units taken into account."""

import re
from decimal import Decimal
from fractions import Fraction

from lantu.checks.base import Figure
from lantu.ledger.figures import canonical
from lantu.model.statement import Comparator, Statement

_DIGITS = re.compile(r"\d[\d,]*(?:\.(\d+))?")
#: 左右, 约 and 近 leave this much room.
_ABOUT = Fraction(1, 20)
_COUNTED = "计数"
#: Words that count things or people: a figure in 座 and one in 个 speak of the same number of things.
_COUNTERS = frozenset("个家座处所户项件条名人支台套艘架辆列种类次场门部张间对根")

_PEOPLE = frozenset({"人次", "人年", "户次", "户籍人口", "台套"})


def rounding(statement: Statement) -> Decimal:
    """Half of the last digit that is printed, in the statement's own unit: what lies within it may be rounding.

    >>> from lantu.model.statement import Measure, Quantity, StatementKind
    >>> from lantu.text.span import Span
    >>> rounding(Statement(Span(0, 5), "82.6%", StatementKind.RESULT, "", Measure.LEVEL, Quantity(Decimal("82.6"), "%")))
    Decimal('0.05')
    """
    text = "".join(statement.text.split()).replace(",", "")
    match = _DIGITS.search(text)
    value = statement.quantity.value
    if match is None or not value:
        return Decimal(0)
    printed = Decimal(match[0])
    if not printed:
        return Decimal(0)
    step = Decimal(1).scaleb(-len(match[1] or ""))
    return abs(step / 2 * (value / printed))


def dimension(figure: Figure) -> str:
    """What sort of unit the figure has; all words that count things are one."""
    return dimension_of(figure.quantity.unit) if figure.quantity.unit else ""


def dimension_of(unit: str) -> str:
    """What sort of unit that is; all words that count things are one.

    >>> dimension_of("座") == dimension_of("个"), dimension_of("亿元") == dimension_of("吨")
    (True, False)
    """
    from lantu.units import parse_unit  # noqa: PLC0415 - the table of units is read when the first rule asks

    known = parse_unit(unit)
    name = known.dimension if known else unit
    return _COUNTED if name in _COUNTERS else name


def amount(figure: Figure) -> Fraction | None:
    """The number in the base unit of its dimension."""
    return canonical(figure.quantity)[1]


def bounds(figure: Figure) -> tuple[Fraction | None, Fraction | None]:
    """The lowest and the highest value that the words allow; None where they leave an end open."""
    _, low, high, _ = canonical(figure.quantity)
    if low is None:
        return None, None
    comparator = figure.quantity.comparator
    slack = _slack(figure)
    if comparator is Comparator.RANGE and high is not None:
        return low, high
    if comparator is Comparator.APPROX:
        return low - abs(low) * _ABOUT, low + abs(low) * _ABOUT
    if comparator in (Comparator.GE, Comparator.GT):
        return low - slack, None
    if comparator in (Comparator.LE, Comparator.LT):
        return None, low + slack
    return low - slack, low + slack


def can_both_be_true(a: Figure, b: Figure) -> bool:
    """Whether two figures for the same thing leave room for each other.

    A missing unit agrees with any. “超过6000家” and “6989家” do; 82.6% and 83.6% do not.
    """
    if a.value is None or b.value is None:
        return True
    if a.quantity.unit and b.quantity.unit and dimension(a) != dimension(b):
        return True
    if a.quantity.comparator is Comparator.EQ is b.quantity.comparator:
        return is_rounding(a, b)
    low_a, high_a = bounds(a)
    low_b, high_b = bounds(b)
    return not _beyond(low_a, high_b) and not _beyond(low_b, high_a)


def is_rounding(a: Figure, b: Figure) -> bool:
    """Whether one number is the other, rounded: 25115亿元 and 2.5万亿元 are; 5.8% and 5.9%, 88% and 88.5% are not."""
    one, other = amount(a), amount(b)
    if one is None or other is None or one == other:
        return True
    coarse, fine = (a, b) if _slack(a) >= _slack(b) else (b, a)
    difference = (amount(fine) or Fraction(0)) - (amount(coarse) or Fraction(0))
    return _slack(coarse) > _slack(fine) and -_slack(coarse) <= difference < _slack(coarse)


def _slack(figure: Figure) -> Fraction:
    """Half of the last printed digit, in the base unit."""
    value, low = figure.quantity.value, amount(figure)
    return abs(low / Fraction(value)) * Fraction(rounding(figure.statement)) if value and low else Fraction(0)


def _beyond(low: Fraction | None, high: Fraction | None) -> bool:
    return low is not None and high is not None and low > high


def is_counted(unit: str) -> bool:
    """Whether a unit counts things or people one by one, as 个 and 户 do."""
    return dimension_of(unit) == _COUNTED or dimension_of(unit) in _PEOPLE


def is_rate(unit: str) -> bool:
    """Whether a unit is one of rates: % or ‰."""
    return unit in {"%", "‰"}

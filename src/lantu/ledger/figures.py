"""When two figures are the same figure: values in one unit, periods by their last year."""

from fractions import Fraction

from lantu.model.statement import Measure, Quantity
from lantu.units import parse_unit


def canonical(quantity: Quantity) -> tuple[str, Fraction | None, Fraction | None, str]:
    """The quantity in the base unit of its dimension: dimension, value, high end, and its words where it has no value.

    >>> from decimal import Decimal
    >>> canonical(Quantity(Decimal(46500000000), "斤")) == canonical(Quantity(Decimal(23250000), "吨"))
    True
    """
    unit = parse_unit(quantity.unit) if quantity.unit else None
    ratio = unit.ratio if unit else Fraction(1)
    dimension = unit.dimension if unit else quantity.unit
    return dimension, _times(quantity.value, ratio), _times(quantity.high, ratio), quantity.words


def _times(value: object, ratio: Fraction) -> Fraction | None:
    return None if value is None else Fraction(str(value)) * ratio


def same_value(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities state the same amount, whatever their units; a missing unit agrees with any."""
    if a.value is None or b.value is None:
        return a.value is None and b.value is None and a.words == b.words
    if not a.unit or not b.unit:
        return a.value == b.value and a.high == b.high
    return canonical(a) == canonical(b)


def last_year(period: str) -> int:
    """The year in which a period ends; 0 where it names none.

    >>> last_year("annual:2021-2025"), last_year("2023"), last_year("")
    (2025, 2023, 0)
    """
    return int(period[-4:]) if period[-4:].isdigit() else 0


def first_year(period: str) -> int:
    """The year in which a period begins; 0 where it names none."""
    start = period.removeprefix("annual:")[:4]
    return int(start) if start.isdigit() else 0


def period_key(period: str, measure: Measure) -> str:
    """What tells two promises' times apart: a level counts at the end of its period, a change over the whole of it."""
    return str(last_year(period) or "") if measure is Measure.LEVEL else period

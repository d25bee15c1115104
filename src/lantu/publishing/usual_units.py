"""Amounts in the unit that people print them in: 350000000000 元 is 3500 亿元."""

from decimal import Decimal

from lantu.model.indicator import Indicator
from lantu.model.statement import Quantity
from lantu.units import convert_exactly, parse_unit
from lantu.units.conversion import finite_decimal

#: Longest fraction that an exact conversion may bring; a figure with more digits stays in the unit it was printed in.
_MOST_PLACES = 6
_MULTIPLES = ((Decimal(10**8), "亿"), (Decimal(10**4), "万"))


def usual_unit(quantity: Quantity, indicator: Indicator) -> str:
    """The unit to show a quantity in: the indicator's, where the figure can be told in it exactly; else a short one.

    >>> from decimal import Decimal
    >>> income = Indicator("EC100", "一般公共预算收入", unit="亿元")
    >>> usual_unit(Quantity(Decimal(350000000000), "元"), income), usual_unit(Quantity(Decimal(6), "%"), income)
    ('亿元', '%')
    >>> usual_unit(Quantity(Decimal(450000), "人"), Indicator("X-1", "志愿者", unit="人", known=False))
    '万人'
    """
    value, unit = quantity.value, quantity.unit
    if value is None or not unit:
        return unit
    if indicator.known and _converts(value, unit, indicator.unit):
        return indicator.unit
    for size, word in _MULTIPLES:
        if abs(value) >= size and _converts(value, unit, word + unit):
            return word + unit
    return unit


def in_unit(value: Decimal | None, unit: str, wanted: str) -> Decimal | None:
    """The value in another unit; as it is where no finite decimal holds it or the two measure different things."""
    if value is None or unit == wanted:
        return value
    one, other = parse_unit(unit), parse_unit(wanted)
    if one is None or other is None or one.dimension != other.dimension:
        return value
    converted = finite_decimal(convert_exactly(value, one, other))
    return value if converted is None else converted


def _converts(value: Decimal, unit: str, wanted: str) -> bool:
    one, other = parse_unit(unit), parse_unit(wanted) if wanted else None
    if one is None or other is None or one.dimension != other.dimension:
        return False
    converted = finite_decimal(convert_exactly(value, one, other))
    if converted is None:
        return False
    exponent = converted.normalize().as_tuple().exponent
    return isinstance(exponent, int) and -exponent <= _MOST_PLACES

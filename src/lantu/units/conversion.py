"""Exact conversion between units of one dimension."""

from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

from lantu.units.errors import IncomparableUnitsError, InexactConversionError
from lantu.units.parsing import require_unit
from lantu.units.table import unit_table
from lantu.units.unit import Unit

#: Multiplies and scales without rounding, however many digits a document prints.
_EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)


def comparable(unit_from: str | Unit, unit_to: str | Unit) -> bool:
    """Whether values in the two units can be compared: 亿斤 and 万吨 can, 个 and 户 or % and 百分点 cannot.

    >>> comparable("亿斤", "万吨"), comparable("个", "户"), comparable("%", "百分点")
    (True, False, False)

    Raises:
        UnknownUnitError: One of the two is no unit.
    """
    return _unit(unit_from).dimension == _unit(unit_to).dimension


def convert(value: Decimal, unit_from: str | Unit, unit_to: str | Unit, *, digits: int | None = None) -> Decimal:
    """The same amount in another unit, exact.

    >>> convert(Decimal(465), "亿斤", "万吨")
    Decimal('2325')
    >>> convert(Decimal(46500000000), "斤", "吨")
    Decimal('23250000')
    >>> convert(Decimal(1), "亩", "公顷", digits=4)
    Decimal('0.06667')

    Args:
        value: A finite number.
        unit_from: The unit that it is in.
        unit_to: The unit that it is wanted in.
        digits: Where no finite decimal holds the result, round it to this many significant digits.

    Raises:
        UnknownUnitError: One of the two is no unit.
        IncomparableUnitsError: They measure different things.
        InexactConversionError: No finite decimal holds the result and ``digits`` was not given.
    """
    exact = convert_exactly(value, unit_from, unit_to)
    result = finite_decimal(exact)
    if result is not None:
        return result
    if digits is None:
        raise InexactConversionError(value, _unit(unit_from).symbol, _unit(unit_to).symbol)
    rounding = Context(prec=digits, rounding=ROUND_HALF_EVEN)
    return rounding.divide(Decimal(exact.numerator), Decimal(exact.denominator))


def convert_exactly(value: Decimal | Fraction, unit_from: str | Unit, unit_to: str | Unit) -> Fraction:
    """The same amount in another unit as a fraction, which loses nothing even where no decimal ends.

    >>> convert_exactly(Decimal(1), "亩", "公顷")
    Fraction(1, 15)
    """
    source, target = _unit(unit_from), _unit(unit_to)
    if source.dimension != target.dimension:
        alike = [name for name, unit in unit_table().units.items() if unit.dimension == source.dimension]
        raise IncomparableUnitsError(source.symbol, target.symbol, (source.dimension, target.dimension), alike)
    return Fraction(value) * source.ratio / target.ratio


def finite_decimal(fraction: Fraction) -> Decimal | None:
    """The decimal that equals a fraction, or None if its digits never end.

    >>> finite_decimal(Fraction(1, 8)), finite_decimal(Fraction(1, 3))
    (Decimal('0.125'), None)
    """
    denominator, twos, fives = fraction.denominator, 0, 0
    while denominator % 2 == 0:
        denominator, twos = denominator // 2, twos + 1
    while denominator % 5 == 0:
        denominator, fives = denominator // 5, fives + 1
    if denominator != 1:
        return None
    places = max(twos, fives)
    scaled = fraction.numerator * 2 ** (places - twos) * 5 ** (places - fives)
    return _EXACT.scaleb(Decimal(scaled), -places)


def _unit(unit: str | Unit) -> Unit:
    return unit if isinstance(unit, Unit) else require_unit(unit)

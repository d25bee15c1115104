"""The required path from a base to a target, and what is still needed from here."""

from collections.abc import Sequence
from decimal import Decimal

from lantu.model.assessment import PathPoint

_HUNDRED = Decimal(100)
#: Roots are irrational; rounded here, 8 % in each of five years averages 8 % and not 7.999….
_PLACES = Decimal(1).scaleb(-9)


def straight_path(base_year: int, base: Decimal, year: int, value: Decimal) -> dict[int, Decimal]:
    """A level that moves by the same amount every year (序时进度): base + (target - base) * elapsed / whole.

    >>> straight_path(2020, Decimal(40), 2025, Decimal(50))[2023]
    Decimal('46')
    """
    whole = year - base_year
    return (
        {each: base + (value - base) * (each - base_year) / whole for each in range(base_year, year + 1)}
        if whole > 0
        else {}
    )


def compound(changes: Sequence[Decimal]) -> Decimal:
    """The change over all years together, in %: (1+g1)…(1+gn) - 1.

    >>> compound([Decimal(10), Decimal(-10)])
    Decimal('-1.00')
    """
    return (_product(changes) - 1) * _HUNDRED


def compound_average(changes: Sequence[Decimal]) -> Decimal:
    """The mean yearly change that compounds to the same result, in %: ((1+g1)…(1+gn))^(1/n) - 1.

    >>> round(compound_average([Decimal("5.8"), Decimal("2.1"), Decimal("5.3"), Decimal("5.1")]), 2)
    Decimal('4.56')
    """
    return _mean_of(_product(changes), len(changes))


def needed_growth(wanted: Decimal, changes: Sequence[Decimal], years: int) -> Decimal | None:
    """The yearly change, in %, that the years left have to bring for the whole to average ``wanted``.

    ((1 + wanted)^years / product of what was)^(1 / years left) - 1; None where no year is left or nothing is. GDP that
    grew 5.8, 2.1, 5.3 and 5.1 % needs:

    >>> round(needed_growth(Decimal(6), [Decimal("5.8"), Decimal("2.1"), Decimal("5.3"), Decimal("5.1")], 5), 1)
    Decimal('11.9')
    """
    product, left = _product(changes), years - len(changes)
    if product <= 0 or left <= 0:
        return None
    return _mean_of(max(1 + wanted / _HUNDRED, Decimal(0)) ** years / product, left)


def growth_between(base: Decimal, value: Decimal, years: int) -> Decimal | None:
    """The mean yearly growth, in %, that leads from one level to another; None where the base is not above zero.

    >>> round(growth_between(Decimal(5110), Decimal(7508), 5), 2)
    Decimal('8.00')
    """
    if base <= 0 or value <= 0 or years <= 0:
        return None
    return _mean_of(value / base, years)


def _product(changes: Sequence[Decimal]) -> Decimal:
    product = Decimal(1)
    for change in changes:
        product *= 1 + change / _HUNDRED
    return product


def _mean_of(product: Decimal, years: int) -> Decimal:
    """The yearly change behind a product; where nothing is left, all of it was lost."""
    if product <= 0:
        return -_HUNDRED
    return ((product ** (Decimal(1) / years) - 1) * _HUNDRED).quantize(_PLACES)


def path_points(required: dict[int, Decimal], observed: dict[int, Decimal]) -> tuple[PathPoint, ...]:
    """The path year by year, what was observed beside what was required."""
    years = sorted({*required, *observed})
    return tuple(PathPoint(year, required.get(year), observed.get(year)) for year in years)

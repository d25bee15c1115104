"""The figures that bear on one target, year by year, in the target's unit."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from lantu.ledger.figures import first_year, last_year
from lantu.model.indicator import NumberKind
from lantu.model.ledger import Ledger, Observation, Target
from lantu.model.statement import Comparator, Measure, Quantity
from lantu.units import comparable, parse_unit


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a series: its year, its value in the target's unit, and the observation it comes from."""

    year: int
    value: Decimal
    observation: Observation


@dataclass(slots=True)
class Series:
    """What is known of a target's indicator up to a date.

    Attributes:
        levels: States and yearly amounts in the target's unit, by year.
        growth: Yearly changes in %, a fall negative, by year.
        averages: Mean yearly changes over spans of years, in %.
        totals: Changes or amounts that count from the start of a span to its end.
        parts: Yearly changes of the parts of the whole (城镇, 农村), by year.
    """

    levels: dict[int, Point] = field(default_factory=dict)
    growth: dict[int, Point] = field(default_factory=dict)
    averages: list[Point] = field(default_factory=list)
    totals: list[Point] = field(default_factory=list)
    parts: dict[int, list[Point]] = field(default_factory=dict)


def is_over(period_end: int, as_of: date) -> bool:
    """Whether a year had ended by a date: its figures belong to what was known then."""
    return date(period_end, 12, 31) <= as_of


def read_series(
    ledger: Ledger,
    target: Target,
    as_of: date,
    number: NumberKind,
    parts: Sequence[str] = (),
    proxies: Sequence[str] = (),
) -> Series:
    """The figures that bear on a target, none of them about a time after ``as_of``.

    Args:
        ledger: The ledger.
        target: The target.
        as_of: The date of the judgement.
        number: What kind of number the indicator's name alone stands for.
        parts: Codes of indicators that are parts of the target's.
        proxies: Codes of indicators that stand in for it where it is not reported itself.

    Of two figures for one year, the confirmed one counts, then the one that is no estimate, then the one in a table.
    """
    series, stand_in = Series(), Series()
    for observation in ledger.observations:
        year = last_year(observation.period)
        if not year or not is_over(year, as_of) or observation.scope != target.scope:
            continue
        if observation.indicator == target.indicator:
            _enter(series, observation, target, number)
        elif (
            observation.indicator in parts
            and observation.measure in _CHANGES
            and first_year(observation.period) == year
        ):
            series.parts.setdefault(year, []).append(Point(year, _signed(observation), observation))
        elif observation.indicator in proxies:
            _enter(stand_in, observation, target, number)
    for year, point in stand_in.levels.items():
        series.levels.setdefault(year, point)
    return series


_CHANGES = (Measure.GROWTH, Measure.DECLINE)
_RATES = frozenset({"%", "‰"})


def _enter(series: Series, observation: Observation, target: Target, number: NumberKind) -> None:
    year, start = last_year(observation.period), first_year(observation.period)
    if observation.measure in _CHANGES:
        point = Point(year, _signed(observation), observation)
        if observation.cumulative:
            series.totals.append(point)
        elif start != year:
            series.averages.append(point)
        elif observation.quantity.unit in _RATES:
            _prefer(series.growth, point)
        return
    value = in_unit(observation.quantity, target.quantity.unit)
    if value is None or not _is_same_kind(observation, target, number):
        return
    point = Point(year, value, observation)
    if observation.measure is Measure.FLOW and (start != year or observation.cumulative):
        series.totals.append(point)
    else:
        _prefer(series.levels, point)


def _is_same_kind(observation: Observation, target: Target, number: NumberKind) -> bool:
    """Whether both count what was done, or both what stands: 新增1500家 is no answer to 达到6000家.

    An indicator that is a yearly amount by its name (城镇新增就业, 粮食产量) is the same either way.
    """
    if number in (NumberKind.FLOW, NumberKind.CUMULATIVE):
        return True
    return (observation.measure is Measure.FLOW) == (target.measure is Measure.FLOW)


def _prefer(points: dict[int, Point], point: Point) -> None:
    known = points.get(point.year)
    if known is None or _weight(point) > _weight(known):
        points[point.year] = point


def _weight(point: Point) -> tuple[bool, bool, bool, bool, str]:
    observation = point.observation
    exact = observation.quantity.comparator is Comparator.EQ
    return observation.confirmed, not observation.estimated, observation.tabled, exact, observation.id


def _signed(observation: Observation) -> Decimal:
    value = observation.quantity.value or Decimal(0)
    return -value if observation.measure is Measure.DECLINE else value


def in_unit(quantity: Quantity, unit: str) -> Decimal | None:
    """The quantity's value in another unit; None where the two cannot be compared.

    >>> in_unit(Quantity(Decimal(51270000000), "斤"), "吨")
    Decimal('25635000')
    """
    if quantity.value is None:
        return None
    if quantity.unit == unit or not unit or not quantity.unit:
        return quantity.value
    source, goal = parse_unit(quantity.unit), parse_unit(unit)
    if source is None or goal is None or not comparable(quantity.unit, unit):
        return None
    exact = Fraction(quantity.value) * source.ratio / goal.ratio
    return Decimal(exact.numerator) / Decimal(exact.denominator)

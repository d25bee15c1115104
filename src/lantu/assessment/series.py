"""The figures that bear on one target, year by year, in the unit that its rule reckons in."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from lantu.assessment.criteria import is_whole_change
from lantu.assessment.evidence import Evidence
from lantu.ledger.figures import first_year, last_year
from lantu.model.indicator import Indicator, NumberKind
from lantu.model.ledger import Observation, Target
from lantu.model.statement import Comparator, Measure, Quantity
from lantu.units import comparable, parse_unit

CHANGES = (Measure.GROWTH, Measure.DECLINE)
RATES = frozenset({"%", "‰"})
POINTS = "百分点"


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a series: its year, its value in the series' unit, and the observation it comes from."""

    year: int
    value: Decimal
    observation: Observation

    @property
    def comparator(self) -> Comparator:
        """How the figure itself binds: 突破3万亿元 is more than it says."""
        return self.observation.quantity.comparator


@dataclass(slots=True)
class Series:
    """What is known of a target's indicator up to a date.

    Attributes:
        unit: The unit of ``levels``: the target's; for a change in 百分点 %; for a change in % that of the figures.
        levels: States and yearly amounts, by year.
        growth: Yearly changes, a fall negative, by year: in % or, for a target in points or an amount, in its unit.
        averages: Mean yearly changes over spans of years, the best of the latest last.
        totals: Changes or amounts that count from the start of a span to its end, the best of the latest last.
        parts: Yearly changes of the parts of the whole (城镇, 农村), by year.
    """

    unit: str = ""
    levels: dict[int, Point] = field(default_factory=dict)
    growth: dict[int, Point] = field(default_factory=dict)
    averages: list[Point] = field(default_factory=list)
    totals: list[Point] = field(default_factory=list)
    parts: dict[int, list[Point]] = field(default_factory=dict)


def is_over(period_end: int, as_of: date) -> bool:
    """Whether a year had ended by a date: its figures belong to what was known then."""
    return date(period_end, 12, 31) <= as_of


def read_series(evidence: Evidence, target: Target, indicator: Indicator, as_of: date) -> Series:
    """The figures that bear on a target, none of them about a time after ``as_of``.

    Of two figures for one year, the confirmed one counts, then the one that is no estimate, then the one in a table,
    then the exact one, then the one published last. Where the indicator itself is not reported, what stands in for it
    (粮食产量 for 粮食综合生产能力) gives its levels.
    """
    own = _known_by(evidence.figures(indicator.code, target.scope), as_of)
    series = Series(unit=_unit_of_levels(own, target, indicator))
    for observation in own:
        _enter(series, observation, target, indicator.number, evidence)
    stand_in = Series(unit=series.unit)
    for code in evidence.proxies.get(indicator.code, ()):
        for observation in _known_by(evidence.figures(code, target.scope), as_of):
            _enter(stand_in, observation, target, indicator.number, evidence)
    for year, point in stand_in.levels.items():
        series.levels.setdefault(year, point)
    for code in evidence.parts.get(indicator.code, ()):
        for observation in _known_by(evidence.figures(code, target.scope), as_of):
            _enter_part(series, observation)
    for points in (series.averages, series.totals):
        points.sort(key=lambda point: (point.year, _weight(point, evidence)))
    return series


def _known_by(observations: list[Observation], as_of: date) -> list[Observation]:
    return [
        observation
        for observation in observations
        if last_year(observation.period) and is_over(last_year(observation.period), as_of)
    ]


def _unit_of_levels(observations: list[Observation], target: Target, indicator: Indicator) -> str:
    """The unit in which levels are kept; "" where levels cannot show what the target asks.

    A growth in % is read from tonnes or patents, never from money: whether yuan are at this year's prices or at those
    of the base year is not said.
    """
    unit = target.quantity.unit
    if target.measure not in CHANGES or unit not in {*RATES, POINTS}:
        return unit
    if unit == POINTS or indicator.number is NumberKind.SHARE:
        return "%"
    levels = {o.quantity.unit for o in observations if o.measure not in CHANGES and _is_counted(o.quantity.unit)}
    return min(levels, default="")


_MONEY = frozenset({"人民币", "美元", "欧元", "港元", "澳门元"})


def _is_counted(unit: str) -> bool:
    parsed = parse_unit(unit) if unit and unit not in {*RATES, POINTS} else None
    return parsed is not None and parsed.dimension.split("/")[0] not in _MONEY


def _enter(series: Series, observation: Observation, target: Target, number: NumberKind, evidence: Evidence) -> None:
    if observation.measure in CHANGES:
        _enter_change(series, observation, target, number, evidence)
        return
    value = in_unit(observation.quantity, series.unit) if series.unit or target.measure not in CHANGES else None
    if value is None or not _is_same_kind(observation, target, number):
        return
    start, year = first_year(observation.period), last_year(observation.period)
    point = Point(year, value, observation)
    if observation.measure is Measure.FLOW and (start != year or observation.cumulative):
        series.totals.append(point)
    else:
        _prefer(series.levels, point, evidence)


def _enter_change(
    series: Series, observation: Observation, target: Target, number: NumberKind, evidence: Evidence
) -> None:
    value = _signed(observation, _unit_of_changes(observation, target, number))
    if value is None:
        return
    year = last_year(observation.period)
    point = Point(year, value, observation)
    if observation.cumulative or (first_year(observation.period) != year and _is_whole(observation)):
        series.totals.append(point)
    elif first_year(observation.period) != year:
        series.averages.append(point)
    else:
        _prefer(series.growth, point, evidence)


def _is_whole(observation: Observation) -> bool:
    return bool(observation.sources) and is_whole_change(
        observation.sources[0], observation.measure, tabled=observation.tabled
    )


def _unit_of_changes(observation: Observation, target: Target, number: NumberKind) -> str:
    """The unit that a change has to be in to speak about the target.

    [2] in the row of a share means two points, though the row prints %, so a change in points is one of its kind.
    """
    unit = target.quantity.unit
    if target.measure not in CHANGES:
        return "%"
    in_points = number is NumberKind.SHARE and target.cumulative and observation.quantity.unit == POINTS
    return POINTS if in_points else unit or "%"


def _signed(observation: Observation, unit: str) -> Decimal | None:
    """A change, a fall negative; None where it is in a unit of another kind."""
    value = in_unit(observation.quantity, unit) if observation.quantity.unit else None
    if value is None:
        return None
    return -value if observation.measure is Measure.DECLINE else value


def _enter_part(series: Series, observation: Observation) -> None:
    year = last_year(observation.period)
    if observation.measure not in CHANGES or first_year(observation.period) != year:
        return
    value = _signed(observation, "%")
    if value is not None:
        series.parts.setdefault(year, []).append(Point(year, value, observation))


def _is_same_kind(observation: Observation, target: Target, number: NumberKind) -> bool:
    """Whether both count what was done, or both what stands: 新增1500家 is no answer to 达到6000家.

    An indicator that is a yearly amount by its name (城镇新增就业, 粮食产量) is the same either way.
    """
    if number in (NumberKind.FLOW, NumberKind.CUMULATIVE):
        return True
    return (observation.measure is Measure.FLOW) == (target.measure is Measure.FLOW)


def _prefer(points: dict[int, Point], point: Point, evidence: Evidence) -> None:
    known = points.get(point.year)
    if known is None or _weight(point, evidence) > _weight(known, evidence):
        points[point.year] = point


def _weight(point: Point, evidence: Evidence) -> tuple[bool, bool, bool, bool, str, str]:
    observation = point.observation
    exact = observation.quantity.comparator is Comparator.EQ
    return (
        observation.confirmed,
        not observation.estimated,
        observation.tabled,
        exact,
        evidence.newest(observation),
        observation.id,
    )


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

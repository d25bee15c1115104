"""What every rule gives back: a status with its reason in one sentence, in Chinese and English."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal

from lantu.assessment.criteria import ABOUT, bounds, direction_of, reaches
from lantu.assessment.series import Point
from lantu.ledger.figures import first_year, last_year
from lantu.model.assessment import Assessment, PathPoint, Status
from lantu.model.indicator import Direction, Indicator
from lantu.model.ledger import Baseline, Target
from lantu.model.statement import Comparator, Measure


@dataclass(frozen=True, slots=True)
class Case:
    """One target to be judged.

    Attributes:
        target: The target.
        indicator: Its indicator.
        baseline: Where it started, or None.
        as_of: The date of the judgement.
    """

    target: Target
    indicator: Indicator
    baseline: Baseline | None
    as_of: date

    @property
    def direction(self) -> Direction:
        """Which way is better for this target."""
        return direction_of(self.target, self.indicator, self.baseline)

    @property
    def start(self) -> int:
        """The first year that the target speaks of."""
        return first_year(self.target.period)

    @property
    def end(self) -> int:
        """The last year that the target speaks of."""
        return last_year(self.target.period)

    @property
    def plan_start(self) -> int:
        """The first year of the plan that makes the promise; where it names none, of the five years around the target's."""
        pieces = self.target.plan.split(":")
        return (first_year(pieces[2]) if len(pieces) > 2 else 0) or self.end - (self.end - 1) % 5

    def is_reached(self, point: Point) -> bool:
        """Whether a figure of the target's own kind reaches it."""
        return reaches(point.value, self.target, self.direction, point.comparator)


def judge(
    case: Case,
    status: Status,
    rule: str,
    reason: str,
    reason_en: str,
    *,
    observations: tuple[str, ...] = (),
    latest: Decimal | None = None,
    latest_period: str = "",
    required: Decimal | None = None,
    needed: Decimal | None = None,
    needed_kind: str = "",
    path: tuple[PathPoint, ...] = (),
    unit: str = "",
) -> Assessment:
    """The assessment of a case."""
    return Assessment(
        target=case.target.id,
        status=status,
        rule=rule,
        as_of=case.as_of.isoformat(),
        reason=reason,
        reason_en=reason_en,
        observations=observations,
        baseline=case.baseline.id if case.baseline else "",
        latest=latest,
        latest_period=latest_period,
        required=required,
        needed=needed,
        needed_kind=needed_kind,
        path=path,
        unit=unit,
    )


_MULTIPLES = ((Decimal(10**12), "万亿"), (Decimal(10**8), "亿"), (Decimal(10**4), "万"))
_COMPARATORS = {
    Comparator.GE: "≥", Comparator.GT: ">", Comparator.LE: "≤", Comparator.LT: "<", Comparator.APPROX: "≈",
}  # fmt: skip


def show(value: Decimal, unit: str, *, beside: Decimal | None = None) -> str:
    """A figure as people write it: 30209.4亿元, 48.5%, 4.6%.

    Rounded to two places; to more where it would otherwise look the same as another figure that it is set beside.

    >>> show(Decimal(3020940000000), "元"), show(Decimal("4.5639"), "%")
    ('3.02万亿元', '4.56%')
    >>> show(Decimal("5.998"), "%", beside=Decimal(6))
    '5.998%'
    """
    shown = _show(value, unit, 2)
    if beside is None or beside == value:
        return shown
    for places in range(3, _MOST_PLACES):
        if shown != _show(beside, unit, places - 1):
            break
        shown = _show(value, unit, places)
    return shown


_MOST_PLACES = 9


def _show(value: Decimal, unit: str, places: int) -> str:
    if unit == "百分点":
        return f"{_round(value, places)}个{unit}"
    if unit in ("%", "‰"):
        return f"{_round(value, places)}{unit}"
    for size, word in _MULTIPLES:
        if abs(value) >= size:
            return f"{_round(value / size, places)}{word}{unit}"
    return f"{_round(value, places)}{unit}"


def _round(value: Decimal, places: int) -> str:
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE)
    return format(rounded.normalize(_WIDE) if rounded else Decimal(0), "f")


#: Digits enough for any number that a document prints.
_WIDE = Context(prec=10_000)


def show_goal(case: Case) -> str:
    """The target, with how 左右 was read where it says so."""
    shown = show_target(case.target)
    if case.target.quantity.comparator is not Comparator.APPROX:
        return shown
    low, high = bounds(case.target, case.direction)
    limit = low if low is not None else high
    if limit is None:
        return shown
    word = "不低于" if low is not None else "不高于"
    return f"{shown}（“左右”按{ABOUT:.0%}掌握，{word}{_show(limit, case.target.quantity.unit, 4)}）"


def span_of(start: int, end: int) -> str:
    """Years as people write them.

    >>> span_of(2021, 2023), span_of(2021, 2021)
    ('2021—2023年', '2021年')
    """
    return f"{start}—{end}年" if start < end else f"{end}年"


def year_not_over(case: Case, rule: str) -> Assessment | None:
    """What is said of a year's promise before the year has ended; None once it has."""
    if date(case.end, 12, 31) <= case.as_of:
        return None
    zh = f"{case.end}年尚未结束，目标{show_target(case.target)}到年末才能评估"
    en = f"{case.end} is not over; the target {show_target(case.target)} falls due at its end"
    return judge(case, Status.UNDETERMINED, rule, zh, en)


def show_target(target: Target) -> str:
    """A target as people write it: ≈6%, ≥465亿斤; the words of one without a number."""
    quantity = target.quantity
    if quantity.value is None:
        return quantity.words
    sign = _COMPARATORS.get(quantity.comparator, "")
    high = f"–{show(quantity.high, quantity.unit)}" if quantity.high is not None else ""
    fall = "下降" if target.measure is Measure.DECLINE else ""
    return f"{fall}{sign}{show(quantity.value, quantity.unit)}{high}"

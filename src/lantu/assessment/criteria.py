"""When a figure reaches a target, and by how much a rounded promise may be missed."""

import re
from decimal import Decimal

from lantu.model.indicator import Direction, Indicator
from lantu.model.ledger import Baseline, SourceRef, Target
from lantu.model.statement import Comparator, Measure

#: 左右 is reached by anything within this share of the value: 6%左右 by 5.7%, 3500亿元左右 by 3325亿元.
#: Planning offices have no common rule; this one is stated in docs/reference/assessment.md and can be changed there.
ABOUT = Decimal("0.05")
_FALLS = re.compile(
    r"(?:降至|降到|下降到|降低到|降低至|下降至|减少到|减少至|减至|压减到|压缩到|压缩至|缩小到|缩短到|缩短至)[^，。；]{0,6}$"
)


def direction_of(target: Target, indicator: Indicator, baseline: Baseline | None) -> Direction:
    """Which way is better for a target.

    The vocabulary says so for the indicators that it knows. One that a document brought along, or that is good or bad
    neither way, is meant to go where the promise leads: down where its words say so (降至, 缩小到) or where the target
    lies below its base.
    """
    if indicator.known and indicator.direction is not Direction.NEUTRAL:
        return indicator.direction
    if any(_FALLS.search(words_before(source)) for source in target.sources):
        return Direction.LOWER
    value = target.quantity.value
    if baseline is None or target.measure is not Measure.LEVEL or value is None or baseline.quantity.value is None:
        return indicator.direction
    if baseline.quantity.unit != target.quantity.unit or baseline.quantity.value == value:
        return indicator.direction
    return Direction.LOWER if value < baseline.quantity.value else Direction.HIGHER


def words_before(source: SourceRef) -> str:
    """The words of the sentence before the figure; "" where the figure does not stand in it."""
    found = re.search(rf"(?<![\d.]){re.escape(source.text)}", source.sentence) if source.text else None
    return source.sentence[: found.start()] if found else ""


def is_lower_better(target: Target, direction: Direction) -> bool:
    """Whether less is better: the comparator says so first, then the indicator.

    A promised fall is kept by a fall as large or larger, whichever way the indicator's level should go.
    """
    if target.quantity.comparator in (Comparator.LE, Comparator.LT):
        return True
    if target.quantity.comparator in (Comparator.GE, Comparator.GT):
        return False
    if target.measure is Measure.DECLINE:
        return False
    return direction is Direction.LOWER


def bounds(target: Target, direction: Direction) -> tuple[Decimal | None, Decimal | None]:
    """The lowest and the highest value that reach a target; None where there is no bound.

    6%左右 of GDP growth gives (5.7, None); 5.5%左右 of unemployment (None, 5.775); 控制在3%以内 (None, 3); a price
    target of 3%左右 is a ceiling as planning offices read it: (None, 3.15). A range asks for its near end only, 5%—6%
    of GDP growth for 5% or more, unless neither way is better.
    """
    quantity = target.quantity
    value = quantity.value
    if value is None:
        return None, None
    lower = is_lower_better(target, direction)
    settled = direction in (Direction.HIGHER, Direction.LOWER) or target.measure is Measure.DECLINE
    if quantity.comparator is Comparator.RANGE:
        return (None if lower and settled else value), (None if settled and not lower else quantity.high)
    slack = abs(value) * ABOUT if quantity.comparator is Comparator.APPROX else Decimal(0)
    floor = quantity.comparator in (Comparator.GE, Comparator.GT)
    if lower or (direction is Direction.BAND and target.measure is not Measure.DECLINE and not floor):
        return None, value + slack
    return value - slack, None


def reaches(value: Decimal, target: Target, direction: Direction, observed: Comparator = Comparator.EQ) -> bool:
    """Whether a value reaches the target.

    A report that says 突破3万亿元 keeps the promise of 突破3万亿元: how the figure itself binds is ``observed``.
    """
    low, high = bounds(target, direction)
    comparator = target.quantity.comparator
    if low is not None:
        strict = comparator is Comparator.GT and observed is not Comparator.GT
        if value < low or (strict and value == low):
            return False
    if high is not None:
        strict = comparator is Comparator.LT and observed is not Comparator.LT
        if value > high or (strict and value == high):
            return False
    return True


def change_wanted(target: Target) -> Decimal:
    """A target for a change, as a signed rate: 下降12% is -12."""
    value = target.quantity.value or Decimal(0)
    return -value if target.measure is Measure.DECLINE else value


_CLAUSE = re.compile(r"[，。；;：:\n]")
_TOTAL = re.compile(r"累计|较[“\"]?(?:20|十)|比[“\"]?(?:20|十)|[二两三四五]年(?!均)")


def is_whole_change(source: SourceRef, measure: Measure, *, tabled: bool) -> bool:
    """Whether a change over a span of years is that of all of them, not the yearly mean.

    A table says so by its brackets, so what stands in one without brackets is a mean. In a sentence 年均 or 累计,
    较2020年, 五年 decide, as they stand in the figure's own clause. Where it has neither, a fall is one over all years
    (事故起数下降15%) and a growth is a mean, as outlines word them.
    """
    if tabled:
        return False
    clause = own_clause(source)
    if "年均" in clause or "每年" in clause:
        return False
    return says_whole(source) or measure is Measure.DECLINE


def own_clause(source: SourceRef) -> str:
    """The words of the figure's own clause before it; of a row in a table of figures, which has no clauses, the row."""
    if source.span.start == source.span.end:
        return source.sentence
    before = words_before(source)
    return before[max((match.end() for match in _CLAUSE.finditer(before)), default=0) :]


def says_whole(source: SourceRef) -> bool:
    """Whether the figure's own clause speaks of all the years together: 累计, 五年, 较2020年."""
    return bool(_TOTAL.search(own_clause(source)))


def is_yearly_mean(source: SourceRef) -> bool:
    """Whether an amount is the mean of several years: 年均不少于12亿美元."""
    return "年均" in own_clause(source)


_PER_UNIT = re.compile(
    r"每(?:个|县|市|区|村|乡|镇|户|家|省)|(?:县|村|户|亩)均|各(?:县|市|区|地|乡镇)[^，。；]{0,8}(?:均|都|不少于|至少)"
)


def is_per_unit(source: SourceRef) -> bool:
    """Whether the figure is what each of several units has to have: 每个农业大县建设一个, 县均新增12家."""
    return bool(_PER_UNIT.search(own_clause(source)))

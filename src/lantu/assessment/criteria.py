"""When a figure reaches a target, and by how much a rounded promise may be missed."""

from decimal import Decimal

from lantu.model.indicator import Direction
from lantu.model.ledger import Target
from lantu.model.statement import Comparator, Measure

#: 左右 is reached by anything within this share of the value: 6%左右 by 5.7%, 3500亿元左右 by 3325亿元.
#: Planning offices have no common rule; this one is stated in docs/reference/assessment.md and can be changed there.
ABOUT = Decimal("0.05")


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
    target of 3%左右 is a ceiling as planning offices read it: (None, 3.15).
    """
    quantity = target.quantity
    value = quantity.value
    if value is None:
        return None, None
    if quantity.comparator is Comparator.RANGE:
        return value, quantity.high
    slack = abs(value) * ABOUT if quantity.comparator is Comparator.APPROX else Decimal(0)
    band = direction is Direction.BAND and target.measure is not Measure.DECLINE
    if is_lower_better(target, direction) or band:
        return None, value + slack
    return value - slack, None


def reaches(value: Decimal, target: Target, direction: Direction) -> bool:
    """Whether a value reaches the target."""
    low, high = bounds(target, direction)
    strict = target.quantity.comparator in (Comparator.GT, Comparator.LT)
    if low is not None and (value < low or (strict and value == low)):
        return False
    return not (high is not None and (value > high or (strict and value == high)))


def change_wanted(target: Target) -> Decimal:
    """A target for a change, as a signed rate: 下降12% is -12."""
    value = target.quantity.value or Decimal(0)
    return -value if target.measure is Measure.DECLINE else value

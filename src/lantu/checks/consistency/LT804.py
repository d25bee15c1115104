"""目标值在基期已经达到。

检查什么
    指标表同一行里，目标值不应差于基期值（按指标的好坏方向）；“保有量”“保持”一类的底线不算。
为什么
    目标低于现状，等于没有目标，或者基期值、目标值写反了。
反例
    森林覆盖率：2025年42%，2030年41.5%。
正例
    森林覆盖率：2025年42%，2030年42.5%。
依据
    指标的方向见指标词表。
参数
    floors：名称中含有这些词的指标是底线，目标可以低于现状。
"""

from collections.abc import Iterator

from lantu.checks.arithmetic.LT201 import rows
from lantu.checks.base import CheckContext, Figure, Parameters, Rule
from lantu.checks.values import amount
from lantu.checks.wording import phrase, shown
from lantu.model.finding import Finding, Severity
from lantu.model.indicator import Direction
from lantu.model.statement import Comparator

RULE = Rule("LT804", Severity.WARNING, "A target was already passed at the base year")


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:
    """A finding for each target that the base value is better than."""
    floors = parameters.words("floors")
    for row in rows(context):
        base, target = row.get("base"), row.get("target")
        if base is None or target is None or not _is_worse(base, target):
            continue
        if any(word in target.statement.subject for word in floors):
            continue
        yield RULE.finding(
            target.place,
            f"指标“{target.statement.subject}”基期已为{shown(base)}，目标{phrase(target)}反而更差",
            f"{target.statement.subject} was {shown(base)} in the base year; the target {phrase(target)} is worse",
            remedy="核对两个数；如是底线，写明“不低于”或“保持”",
            remedy_en="check both numbers; if it is a floor, say so",
            also=(base.place,),
        )


def _is_worse(base: Figure, target: Figure) -> bool:
    was, promised = amount(base), amount(target)
    if was is None or promised is None or base.is_change or target.is_change or not target.indicator.known:
        return False
    if target.indicator.direction is Direction.HIGHER:
        return promised < was and target.quantity.comparator not in (Comparator.GE, Comparator.GT)
    if target.indicator.direction is Direction.LOWER:
        return promised > was and target.quantity.comparator not in (Comparator.LE, Comparator.LT)
    return False

"""目标与指标方向相反。

检查什么
    越低越好的指标（失业率、能耗、劣Ⅴ类水体比例等）写成提高、增长或“不低于”；越高越好的指标写成下降或“不高于”。
为什么
    动词或比较词写反，目标就反了。
反例
    单位地区生产总值能耗提高14%。
正例
    单位地区生产总值能耗降低14%。
依据
    指标的方向见指标词表。
参数
    无。
"""

from collections.abc import Iterator

from lantu.checks.base import CheckContext, Figure, Parameters, Rule
from lantu.checks.wording import phrase
from lantu.model.finding import Finding, Severity
from lantu.model.indicator import Direction, NumberKind
from lantu.model.statement import Comparator, Measure

RULE = Rule("LT805", Severity.WARNING, "A target runs against the direction of its indicator")

_FLOORS = (Comparator.GE, Comparator.GT)
_CEILINGS = (Comparator.LE, Comparator.LT)


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:  # noqa: ARG001 - takes none
    """A finding for each promise that would make things worse."""
    for figure in context.figures:
        if not figure.is_target or figure.value is None or not figure.indicator.known:
            continue
        better = {Direction.HIGHER: "越高越好", Direction.LOWER: "越低越好"}.get(figure.indicator.direction)
        if better and _is_against(figure):
            yield RULE.finding(
                figure.place,
                f"指标“{figure.statement.subject}”{better}，目标却写为{phrase(figure)}",
                f"{figure.statement.subject}: the target {phrase(figure)} runs against the indicator's direction",
                remedy="核对“提高/降低”“不低于/不高于”等词",
                remedy_en="check the verb and the comparator",
            )


def _is_against(figure: Figure) -> bool:
    """Whether verb or comparator run against the direction; a growth held below a limit may be meant."""
    measure, comparator = figure.statement.measure, figure.quantity.comparator
    # A rise that is kept within limits, or a fall that is, is no promise to rise or fall.
    if figure.indicator.direction is Direction.LOWER:
        rises = measure is Measure.GROWTH and comparator not in _CEILINGS
        return rises or (measure is Measure.LEVEL and comparator in _FLOORS)
    falls = measure is Measure.DECLINE and comparator not in _CEILINGS
    held_down = measure is Measure.LEVEL and comparator in _CEILINGS and figure.indicator.number is NumberKind.SHARE
    return falls or held_down

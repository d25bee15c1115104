"""部分超过整体。

检查什么
    同一指标同一年份，某地区的数值不应超过它所属省（市）的数值（地区较早年份的水平目标也不应超过全省较晚年份的）；若干互不重叠的市相加也不应超过全省。
    只检查按地区相加的指标；各市之和只算到市一级，圈带区之间互相重叠，不相加。
为什么
    下级合计大于上级，说明分解与汇总没有衔接，至少有一处要改。
反例
    全省风电光伏装机达到3000万千瓦；其中某经济区风电光伏装机规模达到4000万千瓦。
正例
    全省风电光伏装机达到3000万千瓦；其中某经济区达到1000万千瓦。
依据
    下位规划服从上位规划；可加指标的地区之和等于整体。
参数
    tolerance_percent：超过多少才算（%），默认0.5，留给四舍五入。
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

from lantu.checks.base import CheckContext, Figure, Parameters, Rule
from lantu.checks.values import amount, dimension
from lantu.checks.wording import phrase, when
from lantu.ledger.figures import last_year
from lantu.model.finding import Finding, Severity
from lantu.model.indicator import Direction, RegionRule
from lantu.model.statement import Comparator, Measure

RULE = Rule("LT203", Severity.ERROR, "Parts exceed the whole")

#: A figure without an area that is less than this part of the highest is of some area that was not recognised.
_LEAST_OF_HIGHEST = 2
_CEILINGS = (Comparator.LE, Comparator.LT)


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:
    """A finding for each part, or sum of parts, that is more than the whole."""
    room = 1 + Fraction(str(parameters.number("tolerance_percent"))) / 100
    groups: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in context.figures:
        if _adds_up(figure):
            groups[figure.key, figure.statement.kind.value, dimension(figure)].append(figure)
    for group in groups.values():
        wholes = [figure for figure in group if not figure.scope]
        parts = [figure for figure in group if figure.scope]
        for whole in _greatest(wholes):
            same_time = [part for part in parts if _same_time(part, whole)]
            over = [part for part in same_time if _exceeds([part], whole, room)]
            yield from (_part_finding(context, part, whole) for part in over)
            if not over:
                yield from _sum_finding(context, _cities(same_time), whole, room)


def _greatest(wholes: Sequence[Figure]) -> list[Figure]:
    """For each time the greatest figure without an area: a smaller one may belong to an area that was not recognised."""
    greatest: dict[tuple[int, str], Figure] = {}
    for whole in wholes:
        key = last_year(whole.statement.period), whole.statement.measure.value
        if key not in greatest or (amount(whole) or 0) > (amount(greatest[key]) or 0):
            greatest[key] = whole
    highest = max((amount(whole) or Fraction(0) for whole in wholes), default=Fraction(0))
    return [whole for whole in greatest.values() if (amount(whole) or 0) * _LEAST_OF_HIGHEST >= highest]


def _adds_up(figure: Figure) -> bool:
    if figure.value is None or figure.is_change or figure.quantity.unit in {"%", "‰", "百分点", ""}:
        return False
    return figure.indicator.known and figure.indicator.regions is RegionRule.SUM


def _same_time(part: Figure, whole: Figure) -> bool:
    """Whether the part counts for the whole: of the same time, or, where more is better, reached before it.

    A part without a year is read as the plan's own.
    """
    if part.statement.measure is not whole.statement.measure or whole.quantity.comparator is Comparator.LT:
        return False
    time, end = last_year(part.statement.period or whole.statement.period), last_year(whole.statement.period)
    grows = whole.statement.measure is Measure.LEVEL and whole.indicator.direction is Direction.HIGHER
    return time == end or (grows and whole.is_target and time < end)


def _exceeds(parts: Sequence[Figure], whole: Figure, room: Fraction) -> bool:
    limit = amount(whole)
    amounts = [amount(part) for part in parts if part.quantity.comparator not in _CEILINGS]
    return limit is not None and sum((value for value in amounts if value), Fraction(0)) > limit * room


def _cities(parts: Sequence[Figure]) -> dict[str, Figure]:
    """The parts that are single prefectures, by code: only these are sure not to overlap."""
    from lantu.vocabulary.regions import region_of_name  # noqa: PLC0415 - reads the table of regions

    found: dict[str, Figure] = {}
    for part in parts:
        region = region_of_name(part.scope)
        if region is not None and region.code.endswith("00") and not region.code.endswith("0000"):
            found.setdefault(region.code, part)
    return found


def _sum_finding(context: CheckContext, cities: dict[str, Figure], whole: Figure, room: Fraction) -> Iterator[Finding]:
    parts = list(cities.values())
    if len(parts) > 1 and _exceeds(parts, whole, room):
        names = "、".join(part.scope for part in parts)
        yield RULE.finding(
            whole.place,
            f"“{whole.statement.subject}”：{names}相加已超过整体的{phrase(whole)}{_of(context, whole)}",
            f"{whole.statement.subject}: {names} together exceed the whole, {phrase(whole)}",
            remedy="核对各市数值与全省数值，或说明口径",
            remedy_en="check the parts and the whole, or say how they differ in scope",
            also=(part.place for part in parts),
        )


def _part_finding(context: CheckContext, part: Figure, whole: Figure) -> Finding:
    return RULE.finding(
        part.place,
        f"{part.scope}“{part.statement.subject}”{phrase(part)}，超过了整体的{phrase(whole)}{_of(context, whole)}",
        f"{part.scope}: {part.statement.subject} {phrase(part)} is more than the whole, {phrase(whole)}",
        remedy="核对地区数值与全省数值，或说明口径",
        remedy_en="check the part and the whole, or say how they differ in scope",
        also=(whole.place,),
    )


def _of(context: CheckContext, whole: Figure) -> str:
    return f"（{context.name(whole.document.id)}{when(whole.statement.period)}）"

"""变化幅度与两端数值对不上。

检查什么
    同一指标有前后两年的水平值，又写了这段时间的变化（百分点，或总量的增长%、增加量），三者应一致。
    只比较同一文件（或同一规划各部分）里的数。
为什么
    三个数中必有一个写错，或口径不同而没有说明。
反例
    平均受教育年限由10.5年提高到11年；五年提高0.8年。
正例
    空气优良天数比率2015年为71.5%，2020年为82.6%，五年提高11.1个百分点。
依据
    变化 = 期末 − 期初。
参数
    tolerance：容许差（百分点），默认0.1。
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from lantu.checks.base import CheckContext, Figure, Parameters, Rule
from lantu.checks.comparison import speaks_for
from lantu.checks.values import is_rate, rounding
from lantu.checks.wording import percent, shown, when
from lantu.ledger.figures import first_year, last_year
from lantu.model.finding import Finding, Severity
from lantu.model.statement import Comparator, Measure

RULE = Rule("LT208", Severity.WARNING, "A change does not agree with the levels before and after it")


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:
    """A finding for each change in 百分点 that no pair of levels bears out."""
    groups: dict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    for figure in context.figures:
        if figure.indicator.known and figure.value is not None and figure.quantity.comparator is Comparator.EQ:
            groups[speaks_for(context, figure), figure.key, figure.scope].append(figure)
    for group in groups.values():
        changes = [figure for figure in group if figure.is_change and figure.quantity.unit == "百分点"]
        levels = [
            figure for figure in group if figure.statement.measure is Measure.LEVEL and is_rate(figure.quantity.unit)
        ]
        for change in changes:
            yield from _check(change, levels, parameters)


def _check(change: Figure, levels: Sequence[Figure], parameters: Parameters) -> Iterator[Finding]:
    start, end = first_year(change.statement.period) - 1, last_year(change.statement.period)
    befores = [level for level in levels if last_year(level.statement.period) == start]
    afters = [level for level in levels if last_year(level.statement.period) == end]
    pairs = [(before, after) for before in befores for after in afters]
    room = parameters.number("tolerance") + rounding(change.statement)
    if not pairs or any(_agree(change, before, after) <= room for before, after in pairs):
        return
    before, after = pairs[0]
    difference = _number(after) - _number(before)
    yield RULE.finding(
        change.place,
        f"“{change.statement.subject}”写为变化{shown(change)}，而{when(str(start))}{shown(before)}、"
        f"{when(str(end))}{shown(after)}，相差{percent(difference)}",
        f"{change.statement.subject}: the change is given as {shown(change)}, but the levels {shown(before)} and "
        f"{shown(after)} differ by {percent(difference)}",
        remedy="核对三个数，改正其中写错的一个，或说明口径",
        remedy_en="check the three numbers, or say how they differ in scope",
        also=(before.place, after.place),
    )


def _agree(change: Figure, before: Figure, after: Figure) -> Decimal:
    """How far the change is from the difference of the levels."""
    sign = -1 if change.statement.measure is Measure.DECLINE else 1
    return abs(_number(after) - _number(before) - sign * _number(change))


def _number(figure: Figure) -> Decimal:
    return figure.value if figure.value is not None else Decimal(0)

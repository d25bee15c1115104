"""基期值、增速和目标值对不上。

检查什么
    指标表同一行里，由基期值按年均增速推算到目标年，应等于目标值；累计数应等于目标值与基期值之差
    （单位为%的指标按百分点，其余按增幅）。
为什么
    三个数中必有一个写错；照错数分解年度计划，逐年都会偏。
反例
    森林旅游收入（亿元）：2025年100，2030年200，年均增速8%。按8%推算到2030年是146.93亿元。
正例
    招商引资到位资金（亿元）：2025年5110，2030年7508，年均增速8%。
依据
    目标值 = 基期值 ×（1 + 年均增速）的年数次方。
参数
    tolerance：由两端数值反推的年均增速与所写增速相差不超过多少个百分点，默认0.1；
    about_tolerance：写“左右”“以上”时的容许差，默认0.5；cumulative_tolerance：累计数的容许差，默认0.1。
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from lantu.checks.base import CheckContext, Figure, Parameters, Rule
from lantu.checks.values import is_rate, rounding
from lantu.checks.wording import percent, shown
from lantu.ledger.figures import last_year
from lantu.model.finding import Finding, Severity
from lantu.model.statement import Comparator, Measure

RULE = Rule("LT201", Severity.ERROR, "Base, growth and target of one row do not agree")


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:
    """A finding for each row whose numbers do not agree."""
    for row in rows(context):
        base, target = row.get("base"), row.get("target")
        if base is None or target is None or not base.value or not target.value:
            continue
        growth, cumulative = row.get("growth"), row.get("cumulative")
        if growth is not None and growth.value is not None and growth.quantity.unit == "%":
            yield from _check_growth(base, target, growth, parameters)
        if cumulative is not None and cumulative.value is not None:
            yield from _check_cumulative(base, target, cumulative, parameters)


def rows(context: CheckContext) -> Iterator[dict[str, Figure]]:
    """The rows of all indicator tables, each as its figures by the role of their columns."""
    grouped: dict[tuple[str, int, int], dict[str, Figure]] = defaultdict(dict)
    for figure in context.figures:
        cell = figure.statement.cell
        if cell is not None:
            role = "cumulative" if cell.cumulative else cell.column_role
            grouped[figure.document.id, cell.table, cell.row].setdefault(role, figure)
    yield from grouped.values()


def _check_growth(base: Figure, target: Figure, growth: Figure, parameters: Parameters) -> Iterator[Finding]:
    span = last_year(target.statement.period) - last_year(base.statement.period)
    if span < 1 or base.value is None or target.value is None or growth.value is None or base.value < 0:
        return
    stated = -growth.value if growth.statement.measure is Measure.DECLINE else growth.value
    implied = _yearly(target.value / base.value, span)
    is_about = any(figure.quantity.comparator is not Comparator.EQ for figure in (target, growth))
    room = parameters.number("about_tolerance" if is_about else "tolerance") + rounding(growth.statement)
    if abs(implied - stated) <= room or (
        growth.quantity.comparator in (Comparator.GE, Comparator.GT) and implied > stated
    ):
        return
    reached = base.value * (1 + stated / 100) ** span
    yield RULE.finding(
        target.place,
        f"指标“{target.statement.subject}”：{shown(base)}按年均{percent(stated)}%推算，{span}年后应为"
        f"{_like(reached, target)}，表中目标值为{shown(target)}（相当于年均{percent(implied)}%）",
        f"{target.statement.subject}: {shown(base)} growing {percent(stated)}% a year for {span} years is "
        f"{_like(reached, target)}, the target is {shown(target)}",
        remedy="核对基期值、年均增速和目标值，改正其中写错的一个",
        remedy_en="check base, growth and target, and correct the one that is wrong",
        also=(base.place, growth.place),
    )


def _yearly(ratio: Decimal, span: int) -> Decimal:
    """The average growth a year, in percent."""
    return (ratio ** (Decimal(1) / span) - 1) * 100


def _like(value: Decimal, figure: Figure) -> str:
    """A computed value in the unit that the figure is printed in."""
    digits = "".join(figure.statement.text.split())
    try:
        factor = figure.value / Decimal(digits) if figure.value else Decimal(1)
    except ArithmeticError:
        factor = Decimal(1)
    return percent(value / factor) + shown(figure)[len(digits) :]


def _check_cumulative(base: Figure, target: Figure, cumulative: Figure, parameters: Parameters) -> Iterator[Finding]:
    if base.value is None or target.value is None or cumulative.value is None:
        return
    difference = target.value - base.value
    in_points, in_percent = difference, difference / base.value * 100
    stated = -cumulative.value if cumulative.statement.measure is Measure.DECLINE else cumulative.value
    # 4.5% to 6.5% is [2] points; an amount may be given by its difference or by its growth.
    readings = (in_points,) if is_rate(base.quantity.unit) else (in_points, in_percent)
    printed = (cumulative.statement, base.statement, target.statement)
    room = parameters.number("cumulative_tolerance") + max(map(rounding, printed))
    if any(abs(reading - stated) <= room for reading in readings):
        return
    yield RULE.finding(
        cumulative.place,
        f"指标“{target.statement.subject}”：由{shown(base)}到{shown(target)}，累计应为"
        f"{percent(readings[-1])}，表中写为{percent(stated)}",
        f"{target.statement.subject}: from {shown(base)} to {shown(target)} is {percent(readings[-1])}, "
        f"the table says {percent(stated)}",
        remedy="核对基期值、目标值和累计数，改正其中写错的一个",
        remedy_en="check base, target and cumulative change, and correct the one that is wrong",
        also=(base.place, target.place),
    )

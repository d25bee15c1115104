"""年度目标偏离五年目标。

检查什么
    工作报告提出的年度增速目标，低于规划纲要同一指标的年均增速；或年度水平目标，低于由基期到目标年的直线进度。
    “左右”“以上”按字面数值比较。
为什么
    每年都低一点，五年累计就完不成；主要指标要分解纳入年度指标体系。
反例
    纲要：地区生产总值年均增长6%；2027年报告：地区生产总值增长4%左右。
正例
    2027年报告：地区生产总值增长6%左右。
依据
    年度计划贯彻规划提出的发展目标，主要指标分解纳入年度指标体系，年度间综合平衡。
参数
    tolerance：增速低多少个百分点才算，默认0.2；level_tolerance_percent：水平低于直线进度多少（%）才算，默认1。
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from lantu.checks.base import CheckContext, Figure, Parameters, Rule
from lantu.checks.comparison import indicator_key
from lantu.checks.values import amount, dimension
from lantu.checks.wording import percent, phrase, when
from lantu.ledger.figures import first_year, last_year
from lantu.model.document import DocumentKind
from lantu.model.finding import Finding, Severity
from lantu.model.indicator import Direction
from lantu.model.statement import Measure

RULE = Rule("LT502", Severity.WARNING, "An annual target is off the path of the five-year plan")


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:
    """A finding for each annual target that lags behind the plan."""
    outlines = [figure for figure in context.figures if figure.document.kind == DocumentKind.OUTLINE.value]
    for annual in context.figures:
        if annual.document.kind != DocumentKind.WORK_REPORT.value or not _is_annual_target(annual):
            continue
        same = [figure for figure in outlines if _same(annual, figure)]
        if annual.is_change:
            yield from _check_growth(context, annual, same, parameters)
        else:
            yield from _check_level(context, annual, same, parameters)


def _is_annual_target(figure: Figure) -> bool:
    statement = figure.statement
    is_of_year = statement.period == figure.document.period and not statement.scope
    return figure.is_target and figure.indicator.known and is_of_year and figure.value is not None


def _same(annual: Figure, figure: Figure) -> bool:
    statement = figure.statement
    return (
        indicator_key(annual) == indicator_key(figure)
        and not statement.scope
        and annual.is_change == figure.is_change
        and dimension(annual) == dimension(figure)
        and figure.value is not None
    )


def _check_growth(
    context: CheckContext, annual: Figure, same: Sequence[Figure], parameters: Parameters
) -> Iterator[Finding]:
    year = last_year(annual.statement.period)
    for plan in same:
        covers = first_year(plan.statement.period) <= year <= last_year(plan.statement.period)
        cumulative = plan.statement.cell is not None and plan.statement.cell.cumulative
        if not plan.is_target or not covers or cumulative or plan.value is None or annual.value is None:
            continue
        if plan.statement.measure is not annual.statement.measure:
            continue
        if annual.indicator.direction is Direction.HIGHER and annual.value < plan.value - parameters.number(
            "tolerance"
        ):
            yield _finding(context, annual, plan, f"年均{phrase(plan)}", phrase(plan))
            return


def _check_level(
    context: CheckContext, annual: Figure, same: Sequence[Figure], parameters: Parameters
) -> Iterator[Finding]:
    targets = [figure for figure in same if figure.is_target and figure.statement.measure is Measure.LEVEL]
    bases = [figure for figure in same if not figure.is_target and figure.statement.measure is Measure.LEVEL]
    year, reached = last_year(annual.statement.period), amount(annual)
    for target in targets:
        base = next((base for base in bases if last_year(base.statement.period) < year), None)
        last = last_year(target.statement.period)
        if base is None or reached is None or year > last:
            continue
        path = _on_path(base, target, year)
        room = abs(path) * Fraction(str(parameters.number("level_tolerance_percent"))) / 100
        if path and _lags(annual, reached, path, room):
            required = f"直线进度（只有应达到的{percent(reached / path * 100)}%）" if reached < path else "直线进度"
            yield _finding(context, annual, target, f"{phrase(base)}到{phrase(target)}的{required}", phrase(target))
            return


def _on_path(base: Figure, target: Figure, year: int) -> Fraction:
    start, end = amount(base) or Fraction(0), amount(target) or Fraction(0)
    first, last = last_year(base.statement.period), last_year(target.statement.period)
    return start + (end - start) * Fraction(year - first, last - first) if last > first else end


def _lags(annual: Figure, reached: Fraction, path: Fraction, room: Fraction) -> bool:
    if annual.indicator.direction is Direction.HIGHER:
        return reached < path - room
    return annual.indicator.direction is Direction.LOWER and reached > path + room


def _finding(context: CheckContext, annual: Figure, plan: Figure, required: str, required_en: str) -> Finding:
    return RULE.finding(
        annual.place,
        f"{when(annual.statement.period)}“{annual.statement.subject}”目标为{phrase(annual)}，"
        f"落后于{context.name(plan.document.id)}{when(plan.statement.period)}{required}",
        f"the target for {annual.statement.period}, {annual.statement.subject} {phrase(annual)}, lags behind the plan's "
        f"{required_en}",
        remedy="说明其余年份怎样补回，或调整年度目标",
        remedy_en="say in which years the rest is made up, or adjust the annual target",
        also=(plan.place,),
    )

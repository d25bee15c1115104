"""年度目标偏离五年目标。

检查什么
    工作报告提出的年度增速目标，低于规划纲要同一指标的年均增速；年度水平目标，低于由基期到目标年的直线进度；
    年度完成量，低于五年总量的年均数。“左右”“以上”按字面数值比较；已达到五年目标的不报。
为什么
    每年都低一点，五年累计就完不成；主要指标要分解纳入年度指标体系。
反例
    纲要：地区生产总值年均增长6%；2027年报告：地区生产总值增长4%左右。
正例
    2027年报告：地区生产总值增长6%左右。
依据
    年度计划贯彻规划提出的发展目标，主要指标分解纳入年度指标体系，年度间综合平衡。
参数
    tolerance：增速低多少个百分点才算，默认0.1；level_tolerance_percent：水平或完成量低多少（%）才算，
    默认1；least_share：不到应有数的这个比例，多半不是同一个量，不报，默认0.5。
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

from lantu.checks.base import CheckContext, Figure, Parameters, Rule
from lantu.checks.comparison import years
from lantu.checks.values import amount, dimension
from lantu.checks.wording import phrase, when
from lantu.ledger.figures import first_year, last_year
from lantu.model.document import DocumentKind
from lantu.model.finding import Finding, Severity
from lantu.model.indicator import Direction
from lantu.model.statement import Measure

RULE = Rule("LT502", Severity.WARNING, "An annual target is off the path of the five-year plan")


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:
    """A finding for each annual target that lags behind the plan."""
    told: set[tuple[str, str, bool]] = set()
    planned: dict[str, list[Figure]] = defaultdict(list)
    for figure in context.figures:
        if figure.document.kind == DocumentKind.OUTLINE.value:
            planned[figure.key].append(figure)
    for annual in context.figures:
        key = annual.document.id, annual.key, annual.is_change
        if key not in told and annual.document.kind == DocumentKind.WORK_REPORT.value and _is_annual_target(annual):
            for finding in _check(
                context,
                annual,
                [figure for figure in planned[annual.key] if _same(annual, figure)],
                parameters,
            ):
                told.add(key)
                yield finding


def _check(context: CheckContext, annual: Figure, same: Sequence[Figure], parameters: Parameters) -> Iterator[Finding]:
    if annual.is_change:
        yield from _check_growth(context, annual, same, parameters)
    elif annual.statement.measure is Measure.FLOW:
        yield from _check_flow(context, annual, same, parameters)
    else:
        yield from _check_level(context, annual, same, parameters)


def _is_annual_target(figure: Figure) -> bool:
    statement = figure.statement
    is_of_year = statement.period == figure.document.period
    return figure.is_target and figure.indicator.known and is_of_year and figure.value is not None


def _same(annual: Figure, figure: Figure) -> bool:
    return (
        annual.scope == figure.scope
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
        if not _meets(annual, target) and _lags(annual, reached, path, parameters):
            required = f"{phrase(base)}到{phrase(target)}的直线进度"
            yield _finding(context, annual, target, required, phrase(target))
            return


def _check_flow(
    context: CheckContext, annual: Figure, same: Sequence[Figure], parameters: Parameters
) -> Iterator[Finding]:
    year, done = last_year(annual.statement.period), amount(annual)
    for plan in same:
        period = plan.statement.period
        whole = amount(plan)
        if not plan.is_target or plan.statement.measure is not Measure.FLOW or done is None or whole is None:
            continue
        # What is done in five years, spread over them; what is promised for every year, as it is.
        spread = 1 if period.startswith("annual:") else years(period)
        if first_year(period) <= year <= last_year(period) and years(period) > 1:
            if _lags(annual, done, whole / spread, parameters):
                yield _finding(context, annual, plan, f"{phrase(plan)}的年均数", phrase(plan))
            return


def _meets(annual: Figure, target: Figure) -> bool:
    """Whether what is promised for the year already is what the plan promises for its end."""
    reached, promised = amount(annual) or Fraction(0), amount(target) or Fraction(0)
    return reached <= promised if annual.indicator.direction is Direction.LOWER else reached >= promised


def _on_path(base: Figure, target: Figure, year: int) -> Fraction:
    start, end = amount(base) or Fraction(0), amount(target) or Fraction(0)
    first, last = last_year(base.statement.period), last_year(target.statement.period)
    return start + (end - start) * Fraction(year - first, last - first) if last > first else end


def _lags(annual: Figure, reached: Fraction, required: Fraction, parameters: Parameters) -> bool:
    """Whether a promise is behind what the plan requires, and near enough to it to be of the same amount."""
    room = abs(required) * Fraction(str(parameters.number("level_tolerance_percent"))) / 100
    if annual.indicator.direction is Direction.HIGHER:
        least = required * Fraction(str(parameters.number("least_share")))
        return least <= reached < required - room
    return annual.indicator.direction is Direction.LOWER and reached > required + room


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

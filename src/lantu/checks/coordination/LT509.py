"""下位规划高过上位规划。

检查什么
    下位规划（专项规划、区域规划、行动方案）为同一地区定的水平目标，年份更早或相同，却好于上位规划的目标；
    或每年完成量乘以年数超过上位规划的总量。上位规划写“以上”“不低于”的，不算。
为什么
    下位规划加码，或上位规划偏低；考核时两个数都在，要说清按哪个。
反例
    纲要：2030年新能源装机6000万千瓦；行动方案：2028年新能源装机6200万千瓦。
正例
    行动方案：2028年新能源装机5200万千瓦。
依据
    等位规划相互协调、下位规划服从上位规划。
参数
    tolerance_percent：超过多少才算（%），默认1。
"""

from collections.abc import Iterator
from fractions import Fraction

from lantu.checks.base import CheckContext, Figure, Parameters, Rule
from lantu.checks.comparison import years
from lantu.checks.values import amount, dimension
from lantu.checks.wording import phrase, when
from lantu.ledger.figures import last_year
from lantu.model.document import DocumentKind
from lantu.model.finding import Finding, Severity
from lantu.model.indicator import Direction
from lantu.model.statement import Comparator, Measure

RULE = Rule("LT509", Severity.INFO, "A lower plan promises more, or sooner, than the plan above it")

_REPORTS = frozenset({DocumentKind.WORK_REPORT.value, DocumentKind.COMMUNIQUE.value})
_EXACT = (Comparator.EQ, Comparator.APPROX)


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:
    """A finding for each target that outruns the one above it."""
    parents = {part: plan.parent for plan in context.ledger.plans for part in plan.documents}
    room = 1 + Fraction(str(parameters.number("tolerance_percent"))) / 100
    amounts = [figure for figure in context.figures if figure.is_target and _is_amount(figure)]
    for lower in amounts:
        parent = parents.get(lower.document.id, "")
        if not parent or lower.document.kind in _REPORTS:
            continue
        for upper in context.by_indicator[lower.key]:
            if not upper.is_target or not _is_amount(upper):
                continue
            if context.plan_of.get(upper.document.id) == parent and _outruns(lower, upper, room):
                yield _finding(context, lower, upper)
                break


def _is_amount(figure: Figure) -> bool:
    better = figure.indicator.known and figure.indicator.direction is Direction.HIGHER
    return better and figure.value is not None and not figure.is_change and bool(last_year(figure.statement.period))


def _outruns(lower: Figure, upper: Figure, room: Fraction) -> bool:
    if lower.key != upper.key or lower.statement.measure is not upper.statement.measure:
        return False
    if lower.scope != upper.scope or dimension(lower) != dimension(upper):
        return False
    promised, above = _whole(lower), _whole(upper)
    if promised is None or above is None or upper.quantity.comparator not in _EXACT:
        return False
    return last_year(lower.statement.period) <= last_year(upper.statement.period) and promised > above * room


def _whole(figure: Figure) -> Fraction | None:
    """The amount; of what is done every year, that of all the years."""
    value, period = amount(figure), figure.statement.period
    if value is not None and figure.statement.measure is Measure.FLOW and period.startswith("annual:"):
        return value * years(period)
    return value


def _finding(context: CheckContext, lower: Figure, upper: Figure) -> Finding:
    subject = f"{lower.scope}“{lower.statement.subject}”"
    return RULE.finding(
        lower.place,
        f"{subject}{when(lower.statement.period)}{phrase(lower)}，高过上位规划{context.name(upper.document.id)}"
        f"{when(upper.statement.period)}的{phrase(upper)}",
        f"{lower.statement.subject}: {phrase(lower)} in {lower.statement.period} is more than the plan above promises, "
        f"{phrase(upper)} in {upper.statement.period}",
        remedy="与上位规划核对，统一数值，或说明加码的依据",
        remedy_en="use one value, or say on what ground more is promised",
        also=(upper.place,),
    )

"""数值与前后相差一个数量级。

检查什么
    指标表同一行里，目标值是基期值的8倍以上或八分之一以下；或同一指标各年（及目标）的数值中，
    某一个约为其余的十倍、百倍或其倒数。
为什么
    多半是小数点、单位或位数看错：3.71写成37.1，亿写成万。
反例
    每万人口发明专利：2025年3.71件，2030年49.5件。
正例
    每万人口发明专利：2025年3.71件，2030年4.95件。
依据
    主要指标五年内很少变化一个数量级。
参数
    ratio：同一行两端相差多少倍才算，默认8；near：与十的整数次幂相差不超过多少（%）算“约为十倍”，默认30。
"""

import math
from collections import defaultdict
from collections.abc import Iterator
from statistics import median

from lantu.checks.arithmetic.LT201 import rows
from lantu.checks.base import CheckContext, Figure, Parameters, Rule
from lantu.checks.comparison import is_exact
from lantu.checks.values import amount, dimension
from lantu.checks.wording import shown, when
from lantu.model.finding import Finding, Severity
from lantu.model.statement import Measure

RULE = Rule("LT702", Severity.WARNING, "A number is an order of magnitude off its neighbours")

_LEAST = 3


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:
    """A finding for each number that is too far from those beside it."""
    told: set[tuple[str, int]] = set()
    for row in rows(context):
        base, target = row.get("base"), row.get("target")
        if base is not None and target is not None and _is_far(base, target, float(parameters.number("ratio"))):
            told |= {(base.document.id, base.statement.span.start), (target.document.id, target.statement.span.start)}
            yield _finding(target, base, "同一行的基期值")
    for figure, usual in _outliers(context, float(parameters.number("near")) / 100):
        if (figure.document.id, figure.statement.span.start) not in told:
            yield _finding(figure, usual, "其他各处")


def _is_far(base: Figure, target: Figure, ratio: float) -> bool:
    was, promised = amount(base), amount(target)
    if not was or not promised or base.is_change or target.is_change or was < 0 or promised < 0:
        return False
    return not 1 / ratio < promised / was < ratio


def _outliers(context: CheckContext, near: float) -> Iterator[tuple[Figure, Figure]]:
    """Figures that are about a power of ten off the others of their indicator, with one of those."""
    groups: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in context.figures:
        # A limit may be that of a group: 地区生产总值超过500亿元的县.
        if figure.indicator.known and is_exact(figure) and figure.statement.measure is Measure.LEVEL and amount(figure):
            groups[figure.key, figure.scope, dimension(figure)].append(figure)
    for group in groups.values():
        if len(group) < _LEAST:
            continue
        middle = median(map(_size, group))
        usual = min(group, key=lambda figure: abs(_size(figure) - middle))
        for figure in group:
            if _is_power_of_ten(_size(figure), _size(usual), near):
                yield figure, usual


def _size(figure: Figure) -> float:
    return float(amount(figure) or 0)


def _is_power_of_ten(value: float, usual: float, near: float) -> bool:
    if value <= 0 or usual <= 0:
        return False
    exponent = round(math.log10(value / usual))
    return exponent != 0 and abs(value / usual / 10**exponent - 1) <= near


def _finding(figure: Figure, other: Figure, beside: str) -> Finding:
    return RULE.finding(
        figure.place,
        f"“{figure.statement.subject}”{when(figure.statement.period)}为{shown(figure)}，与{beside}"
        f"{when(other.statement.period)}的{shown(other)}相差一个数量级",
        f"{figure.statement.subject} is {shown(figure)}, an order of magnitude off {shown(other)}",
        remedy="核对小数点、位数和单位",
        remedy_en="check the decimal point, the digits and the unit",
        also=(other.place,),
    )

"""单位与指标不符。

检查什么
    指标词表中有的指标，文件给它的单位应与词表的单位是同一类：粮食产量用吨或斤，不用元；占比用%。
    变化（增长、提高）用%、百分点或倍不算错；以个、户、人等计数的写法多样，占总量的%也常见，都不查。
为什么
    单位错一字，数值差万倍；也可能是把另一个指标的数写到了这里。
反例
    粮食产量达到2500万元。
正例
    粮食产量达到2500万吨。
依据
    指标词表的计量单位。
参数
    无。
"""

from collections.abc import Iterator

from lantu.checks.base import CheckContext, Figure, Parameters, Rule
from lantu.checks.values import dimension, dimension_of, is_counted
from lantu.checks.wording import shown
from lantu.model.finding import Finding, Severity
from lantu.model.indicator import Indicator, NumberKind

RULE = Rule("LT803", Severity.WARNING, "The unit does not fit the indicator")

_MONEY = frozenset({"人民币", "美元", "欧元", "港元", "日元"})


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:  # noqa: ARG001 - takes none
    """A finding for each figure in a unit that its indicator is never given in."""
    for figure in context.figures:
        if figure.value is None or figure.is_change or not figure.quantity.unit:
            continue
        indicator = _named(figure)
        # 固定资产投资 is published by its growth; an amount of it is no fault.
        if indicator is None or indicator.unit in {"", "-"} or indicator.number is NumberKind.GROWTH:
            continue
        if _differs(figure, indicator):
            yield RULE.finding(
                figure.place,
                f"指标“{indicator.name}”一般以“{indicator.unit}”计，此处写为{shown(figure)}",
                f"{indicator.name} is given in {indicator.unit}; here it is {shown(figure)}",
                remedy="核对单位；如是另一指标，写出它的全称",
                remedy_en="check the unit; if another indicator is meant, write its full name",
            )


def _named(figure: Figure) -> Indicator | None:
    """The indicator of the vocabulary that the wording names to the letter, whether or not its unit let it be linked."""
    if figure.indicator.known:
        return figure.indicator
    from lantu.vocabulary.indicators import indicator_by_code  # noqa: PLC0415 - reads the vocabulary

    for code in figure.link.candidates if figure.link else ():
        indicator = indicator_by_code(code)
        if indicator is not None and figure.statement.subject in (indicator.name, *indicator.aliases):
            return indicator
    return None


def _differs(figure: Figure, indicator: Indicator) -> bool:
    """Whether the unit is of another sort.

    Things may be counted in many words, and a part of an amount is given in %, so that these are left alone.
    """
    units = indicator.unit.split(",")
    if any(map(is_counted, (*units, figure.quantity.unit))) or figure.quantity.unit in {"%", "百分点", "‰", "倍"}:
        return False
    return _sort(dimension(figure)) not in {_sort(dimension_of(unit)) for unit in units}


def _sort(dimension_name: str) -> str:
    """月均标准 puts the month into the name and 元 behind the number; 美元 are money as 元 are."""
    above = dimension_name.partition("/")[0]
    return "货币" if above in _MONEY else above

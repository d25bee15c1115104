"""比率超过100%。

检查什么
    占比、比重、覆盖率、普及率一类的数值不应超过100%；降幅也不应超过100%。
为什么
    部分不会大于整体；多半是小数点或单位写错。
反例
    到2030年，农村自来水普及率达到880%。
正例
    到2030年，农村自来水普及率达到88%。
依据
    比率的定义。可以超过100%的比率（毛入学率、计划完成率、拨备覆盖率等）列在参数中，不作检查。
参数
    may_exceed：名称中含有这些词的比率可以超过100%。
"""

from collections.abc import Iterator

from lantu.checks.base import CheckContext, Figure, Parameters, Rule
from lantu.checks.wording import shown
from lantu.model.finding import Finding, Severity
from lantu.model.indicator import NumberKind
from lantu.model.statement import Measure

RULE = Rule("LT202", Severity.ERROR, "A share is over 100%")

_SHARE_ENDINGS = ("占比", "比重", "比例", "份额", "率")
_WHOLE = {"%": 100, "‰": 1000}


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:
    """A finding for each share over the whole."""
    may_exceed = parameters.words("may_exceed")
    for figure in context.figures:
        whole = _WHOLE.get(figure.quantity.unit)
        value = figure.quantity.high or figure.value
        if whole is None or value is None or value <= whole:
            continue
        if figure.statement.measure is Measure.DECLINE or (
            figure.statement.measure is Measure.LEVEL and _is_share(figure, may_exceed)
        ):
            yield RULE.finding(
                figure.place,
                f"“{figure.statement.subject}”写为{shown(figure)}，超过了{whole}{figure.quantity.unit}",
                f"{figure.statement.subject} is given as {shown(figure)}, over {whole}{figure.quantity.unit}",
                remedy="核对小数点和单位",
                remedy_en="check the decimal point and the unit",
            )


def _is_share(figure: Figure, may_exceed: tuple[str, ...]) -> bool:
    subject = figure.statement.subject
    if any(word in subject or word in figure.indicator.name for word in may_exceed):
        return False
    if figure.indicator.known:
        return figure.indicator.number is NumberKind.SHARE
    return subject.endswith(_SHARE_ENDINGS)

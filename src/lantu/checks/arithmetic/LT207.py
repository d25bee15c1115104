"""百分点与%混用。

检查什么
    比率（占比、覆盖率、失业率等）的变化写成“提高2%”，而同一文件集中有该比率的水平值，应写“百分点”；
    总量（产值、产量等）的增长写成“增长6个百分点”，应写“%”。
为什么
    森林覆盖率由42%提高2个百分点是44%，提高2%是42.84%，相差很大。
反例
    森林覆盖率42%，到2030年提高2%。
正例
    森林覆盖率42%，到2030年提高2个百分点。
依据
    百分点是两个比率之差，%是相对变化。
参数
    verbs：按变化理解的动词；rates：以这些字结尾的名称是比率。
"""

import re
from collections.abc import Iterator

from lantu.checks.base import CheckContext, Figure, Parameters, Rule
from lantu.checks.values import is_rate
from lantu.checks.wording import shown
from lantu.model.finding import Finding, Severity
from lantu.model.indicator import NumberKind
from lantu.model.statement import Measure

RULE = Rule("LT207", Severity.WARNING, "百分点 (percentage points) and % are mixed up")

_SPEED = re.compile("增速|增幅|降幅|涨幅|增长率|下降率|降低率|增长|速度")


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:
    """A finding for each change given in the wrong one of the two."""
    rates = parameters.words("rates")
    with_level = {
        figure.key: figure
        for figure in context.figures
        if figure.statement.measure is Measure.LEVEL and is_rate(figure.quantity.unit) and figure.value is not None
    }
    verbs = re.compile("|".join(parameters.words("verbs")))
    for figure in context.figures:
        if not figure.is_change or figure.statement.cell is not None or _SPEED.search(figure.statement.subject):
            continue
        level = with_level.get(figure.key)
        if (
            figure.quantity.unit == "%"
            and level is not None
            and _is_rate(figure, rates)
            and verbs.search(_lead(figure))
        ):
            yield _points_meant(figure, level)
        elif figure.quantity.unit == "百分点" and _is_amount(figure, rates):
            yield _percent_meant(figure)


def _lead(figure: Figure) -> str:
    """The words just before the number."""
    sentence, text = figure.read.sentence, "".join(figure.statement.text.split())
    place = "".join(sentence.split()).find(text)
    return "".join(sentence.split())[max(0, place - 8) : place]


def _is_rate(figure: Figure, rates: tuple[str, ...]) -> bool:
    if figure.indicator.known:
        return figure.indicator.number is NumberKind.SHARE
    return figure.statement.subject.endswith(rates)


def _is_amount(figure: Figure, rates: tuple[str, ...]) -> bool:
    if figure.statement.subject.endswith(rates) or not figure.indicator.known:
        return False
    return figure.indicator.number in (NumberKind.FLOW, NumberKind.CUMULATIVE) and not is_rate(figure.indicator.unit)


def _points_meant(figure: Figure, level: Figure) -> Finding:
    return RULE.finding(
        figure.place,
        f"“{figure.statement.subject}”是比率（现有水平{shown(level)}），变化写为{shown(figure)}，疑应为“百分点”",
        f"{figure.statement.subject} is a rate (level {shown(level)}); its change is given as {shown(figure)}, "
        "probably percentage points are meant",
        remedy="如指两个比率之差，将“%”改为“个百分点”",
        remedy_en="write 个百分点 if the difference of two rates is meant",
        also=(level.place,),
    )


def _percent_meant(figure: Figure) -> Finding:
    return RULE.finding(
        figure.place,
        f"“{figure.statement.subject}”是总量，增长写为{shown(figure)}，疑应为“%”，或漏写“增速”",
        f"{figure.statement.subject} is an amount; its growth is given as {shown(figure)}, probably % is meant",
        remedy="改为“%”，或写明是增速提高",
        remedy_en="write %, or say that it is the growth rate that rises",
    )

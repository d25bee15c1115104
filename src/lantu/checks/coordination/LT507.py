"""同名指标换了口径或单位。

检查什么
    两份文件中名称完全相同的指标，水平值的单位不是同一类（如一处为%、一处为亿元），说明定义不同。
为什么
    名同实异的数放在一起比较，结论一定错。
反例
    纲要：数字经济规模占比达到8%，写作“数字经济规模8%”；报告：数字经济规模900亿元。
正例
    占比写“数字经济核心产业增加值占比”，总量写“数字经济核心产业增加值”。
依据
    指标名称与计量单位一一对应。
参数
    least：名称至少几个字才比较，默认4。
"""

from collections import defaultdict
from collections.abc import Iterator

from lantu.checks.base import CheckContext, Figure, Parameters, Rule
from lantu.checks.comparison import speaks_for
from lantu.checks.values import dimension
from lantu.checks.wording import phrase
from lantu.model.finding import Finding, Severity
from lantu.model.statement import Measure

RULE = Rule("LT507", Severity.WARNING, "One name stands for two different measures")


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:
    """A finding for each name that two documents measure in different ways."""
    named: dict[str, list[Figure]] = defaultdict(list)
    for figure in context.figures:
        is_level = figure.value is not None and figure.statement.measure is Measure.LEVEL
        if is_level and figure.quantity.unit not in {"", "倍"}:
            named[figure.statement.subject].append(figure)
    for subject, figures in named.items():
        if len(subject) >= parameters.count("least"):
            yield from _check(context, figures)


def _check(context: CheckContext, figures: list[Figure]) -> Iterator[Finding]:
    first = figures[0]
    for other in figures[1:]:
        if dimension(other) != dimension(first) and speaks_for(context, other) != speaks_for(context, first):
            yield RULE.finding(
                other.place,
                f"“{other.statement.subject}”此处为{phrase(other)}，{context.name(first.document.id)}为{phrase(first)}，"
                "单位不是同一类",
                f"{other.statement.subject} is {phrase(other)} here and {phrase(first)} in another document: different units",
                remedy="写出指标全称，区分总量、占比和增速",
                remedy_en="write the full names, so that amounts, shares and growth are told apart",
                also=(first.place,),
            )
            return

"""正文与表中数值不同。

检查什么
    同一规划中，正文写的数与指标表里同一指标、同一年份的数不能同时成立。
为什么
    表是考核依据，正文是公众读的；两处不同，哪个算数说不清。
反例
    正文：2025年空气质量优良天数比率为82.6%；表中基期值：83.6。
正例
    正文与表都是83.6%。
依据
    指标表是规划的组成部分，正文应与表一致。
参数
    无。
"""

from collections.abc import Iterator

from lantu.checks.base import CheckContext, Parameters, Rule
from lantu.checks.same_plan import disagreements
from lantu.checks.wording import phrase, shown, when
from lantu.model.finding import Finding, Severity

RULE = Rule("LT802", Severity.ERROR, "The text and the table give different values")


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:  # noqa: ARG001 - takes none
    """A finding at each number in the text that the table contradicts."""
    told: set[tuple[str, int]] = set()
    pairs = disagreements(context)
    for first, second in pairs:
        text, cell = (second, first) if second.statement.cell is None else (first, second)
        place = text.document.id, text.statement.span.start
        if (text.statement.cell is None) == (cell.statement.cell is None) or place in told:
            continue
        told.add(place)
        others = [
            other.place
            for pair in pairs
            for other in pair
            if text in pair and other is not text and other.statement.cell is not None
        ]
        yield RULE.finding(
            text.place,
            f"“{text.statement.subject}”{when(text.statement.period)}正文为{phrase(text)}，"
            f"表中“{cell.statement.subject}”为{shown(cell)}",
            f"{text.statement.subject} is {phrase(text)} in the text and {shown(cell)} in the table",
            remedy="核对正文与表，统一数值；口径不同的写明口径",
            remedy_en="check text and table and use one value, or say how they differ in scope",
            also=others,
        )

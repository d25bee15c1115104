"""同一文件两处数值不同。

检查什么
    同一文件（或同一规划的上下两册）的正文里，同一指标、同一地区、同一年份写了两个不能同时成立的数。
    “超过6000家”与“6989家”不矛盾，四舍五入也不算。
为什么
    读者信哪一处都有一半可能是错的。
反例
    第二章写2025年优良天数比率86.2%，第十二章写2025年优良天数比率85.2%。
正例
    两处都写86.2%。
依据
    同一文件内同一事项的数据应当一致。
参数
    无。
"""

from collections.abc import Iterator

from lantu.checks.base import CheckContext, Parameters, Rule
from lantu.checks.same_plan import disagreements
from lantu.checks.wording import phrase, when
from lantu.model.finding import Finding, Severity

RULE = Rule("LT801", Severity.ERROR, "The same measure has two values in one document")


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:  # noqa: ARG001 - takes none
    """A finding for each pair of places in running text that disagree."""
    for first, second in disagreements(context):
        if first.statement.cell is None and second.statement.cell is None:
            subject = second.statement.subject
            yield RULE.finding(
                second.place,
                f"“{subject}”{when(second.statement.period)}此处为{phrase(second)}，另一处为{phrase(first)}",
                f"{subject} is {phrase(second)} here and {phrase(first)} elsewhere",
                remedy="核对两处，统一数值；口径不同的写明口径",
                remedy_en="check both places and use one value, or say how they differ in scope",
                also=(first.place,),
            )

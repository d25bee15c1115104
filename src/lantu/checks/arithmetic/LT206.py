"""范围的上下限写反。

检查什么
    “3—5个”“10%～15%”一类的范围，前一个数应小于后一个数。
为什么
    写反的范围无法判断是否达到，多半是两个数中有一个错了。
反例
    新建改建养老服务中心8—5所。
正例
    新建改建养老服务中心5—8所。
依据
    数值范围由小到大书写（GB/T 15835）。
参数
    无。
"""

from collections.abc import Iterator

from lantu.checks.base import CheckContext, Parameters, Rule
from lantu.checks.wording import shown
from lantu.model.finding import Finding, Severity

RULE = Rule("LT206", Severity.ERROR, "A range stands the wrong way round")


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:  # noqa: ARG001 - takes none
    """A finding for each range whose low end is above its high end."""
    for figure in context.figures:
        low, high = figure.value, figure.quantity.high
        if low is not None and high is not None and low > high:
            yield RULE.finding(
                figure.place,
                f"“{figure.statement.subject}”的范围“{shown(figure)}”前大后小",
                f"the range “{shown(figure)}” of {figure.statement.subject} runs from the larger to the smaller number",
                remedy="核对两个数，由小到大书写",
                remedy_en="check both numbers and write the smaller first",
            )

"""指标没有数据来源。

检查什么
    指标表中的指标，指标词表里没有，文件也没有报告过它的任何实际值（含基期值）：看不出由谁统计、怎样统计。
    每份文件合并为一条。
为什么
    没有数据来源的指标，到期时拿不出数。
反例
    幸福产业指数：2030年达到120，无基期值，无统计部门。
正例
    写明基期值和数据来源：“2025年为96，由省统计局测算”。
依据
    指标应当有统计制度或部门数据支撑。
参数
    无。
"""

from collections.abc import Iterator

from lantu.checks.base import CheckContext, Parameters, Rule
from lantu.checks.comparison import is_of_own_plan
from lantu.checks.measurability.grouping import by_document, subjects
from lantu.checks.wording import listed
from lantu.model.finding import Finding, Severity

RULE = Rule("LT605", Severity.INFO, "Indicators without a means to observe them")


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:  # noqa: ARG001 - takes none
    """One finding a document, with the indicators that no one is known to measure."""
    observed = {figure.key for figure in context.figures if not figure.is_target}
    observed |= {observation.indicator for observation in context.ledger.observations}
    unseen = (
        figure
        for figure in context.figures
        if figure.is_target
        and figure.statement.cell is not None
        and is_of_own_plan(figure)
        and not (figure.indicator.known and figure.indicator.department)
        and figure.key not in observed
    )
    for figures in by_document(unseen):
        names = subjects(figures)
        yield RULE.finding(
            figures[0].place,
            f"指标表中有{len(names)}项指标没有基期值，也不是通用的统计指标，看不出数据来源：{listed(names)}",
            f"for {len(names)} indicators of the table no source of figures is known: {listed(names)}",
            remedy="注明数据来源、统计部门和计算方法",
            remedy_en="name the source, the department and the method",
            also=(figure.place for figure in figures),
        )

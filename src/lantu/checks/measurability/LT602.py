"""目标没有写年份。

检查什么
    量化目标既没有自己的年份，也不能由章节、标题或文件的规划期推出；每份文件合并为一条。
为什么
    没有期限的目标无法按进度评估，也无法判定未完成。
反例
    制造业增加值占比力争达到30%。（全文没有规划期）
正例
    到2030年，制造业增加值占比力争达到30%。
依据
    目标应有明确的时间节点。
参数
    无。
"""

from collections.abc import Iterator

from lantu.checks.base import CheckContext, Parameters, Rule
from lantu.checks.measurability.grouping import by_document, subjects
from lantu.checks.wording import listed
from lantu.ledger.figures import last_year
from lantu.model.finding import Finding, Severity

RULE = Rule("LT602", Severity.WARNING, "Targets without a year")


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:  # noqa: ARG001 - takes none
    """One finding a document, with the targets that have no year."""
    undated = (
        figure
        for figure in context.figures
        if figure.is_target and figure.value is not None and not last_year(figure.statement.period)
    )
    for figures in by_document(undated):
        names = subjects(figures)
        yield RULE.finding(
            figures[0].place,
            f"有{len(figures)}个量化目标没有写年份，也推不出年份：{listed(names)}",
            f"{len(figures)} targets have no year and none can be concluded: {listed(names)}",
            remedy="写明目标年份，或在文件开头写明规划期；读取时也可用 --set period=… 设定",
            remedy_en="name the year, or the plan's period at the beginning; --set period=… settles it for reading",
            also=(figure.place for figure in figures),
        )

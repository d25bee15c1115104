"""指标没有基期值。

检查什么
    指标表有“基期”一列，而某些水平类指标的这一格是空的；每份文件合并为一条。
    只定增速、累计数的指标，以及要求“达到国家要求”的指标，不需要基期值。
为什么
    没有基期值，说不出目标提高了多少，也画不出应有的进度。
反例
    常住人口城镇化率（%）：2025年空白，2030年69。
正例
    常住人口城镇化率（%）：2025年67.5，2030年69。
依据
    指标应有基期值、目标值，可监测、可评估、可考核。
参数
    无。
"""

from collections.abc import Iterator

from lantu.checks.arithmetic.LT201 import rows
from lantu.checks.base import CheckContext, Figure, Parameters, Rule
from lantu.checks.comparison import is_of_own_plan
from lantu.checks.measurability.grouping import by_document, subjects
from lantu.checks.wording import listed
from lantu.model.finding import Finding, Severity
from lantu.model.statement import Measure

RULE = Rule("LT603", Severity.INFO, "Indicators without a base value")


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:  # noqa: ARG001 - takes none
    """One finding a document, with the indicators whose base is empty."""
    table_rows = list(rows(context))
    with_base = {_table(row["base"]) for row in table_rows if "base" in row}
    baseless = [
        row["target"]
        for row in table_rows
        if "target" in row
        and "base" not in row
        and _table(row["target"]) in with_base
        and _is_level(row["target"])
        # A table that looks back at the plan before is judged, not watched.
        and is_of_own_plan(row["target"])
    ]
    for figures in by_document(baseless):
        names = subjects(figures)
        yield RULE.finding(
            figures[0].place,
            f"指标表中有{len(names)}项指标有目标值而没有基期值：{listed(names)}",
            f"{len(names)} indicators of the table have a target and no base: {listed(names)}",
            remedy="补写基期值；尚未统计的注明何时补报",
            remedy_en="add the base value, or say when it will be given",
            also=(figure.place for figure in figures),
        )


def _table(figure: Figure) -> tuple[str, int]:
    cell = figure.statement.cell
    return figure.document.id, cell.table if cell else -1


def _is_level(figure: Figure) -> bool:
    return figure.value is not None and figure.statement.measure is Measure.LEVEL

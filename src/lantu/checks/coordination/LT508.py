"""报告转述的规划目标与规划不符。

检查什么
    规划第一年的工作报告转述的五年目标，与规划纲要同一指标的目标不能同时成立（警告），或规划纲要里没有这项目标
    （提示）。只查指标词表中有的指标。
为什么
    人大审议的是规划，公众听到的是报告；两处不同，考核时会争议。
反例
    报告：到2030年研发经费投入强度达到3%；纲要的指标表只有“研发经费投入增长7%”。
正例
    报告转述的各项目标都能在纲要中找到，数值相同。
依据
    政府工作报告对规划目标的说明应以规划纲要为准。
参数
    无。
"""

from collections.abc import Iterator

from lantu.checks.base import CheckContext, Figure, Parameters, Rule
from lantu.checks.comparison import speaks_for
from lantu.checks.values import can_both_be_true, dimension
from lantu.checks.wording import phrase, when
from lantu.ledger.figures import first_year, last_year
from lantu.model.document import DocumentKind
from lantu.model.finding import Finding, Severity
from lantu.model.ledger import LedgerDocument

RULE = Rule("LT508", Severity.WARNING, "A report words the plan's target otherwise than the plan")


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:  # noqa: ARG001 - takes none
    """A finding for each target of the plan that a report gives otherwise, or that the plan does not have."""
    outlines = [document for document in context.ledger.documents if document.kind == DocumentKind.OUTLINE.value]
    for told in context.figures:
        outline = next((each for each in outlines if _retells(told, each)), None)
        if outline is None:
            continue
        plan = context.plan_of.get(outline.id, outline.id)
        own = [
            figure
            for figure in context.by_indicator[told.key]
            if figure.is_target and speaks_for(context, figure) == plan
        ]
        same = [figure for figure in own if _same(told, figure)]
        if same and not any(can_both_be_true(told, figure) for figure in same):
            yield _different(context, told, same[0])
        elif not own:
            yield _absent(context, told, outline)


def _retells(told: Figure, outline: LedgerDocument) -> bool:
    """Whether a report of the plan's first year speaks of the whole of the plan's time, for the whole area."""
    statement = told.statement
    return (
        told.document.kind == DocumentKind.WORK_REPORT.value
        and told.is_target
        and told.value is not None
        and told.indicator.known
        and not told.scope
        and last_year(told.document.period) == first_year(outline.period) > 0
        and last_year(statement.period) == last_year(outline.period)
        and told.document.region_code == outline.region_code
    )


def _same(told: Figure, figure: Figure) -> bool:
    return (
        figure.value is not None
        and not figure.scope
        and told.is_change == figure.is_change
        and dimension(told) == dimension(figure)
        and last_year(told.statement.period) == last_year(figure.statement.period)
        and not (figure.statement.cell and figure.statement.cell.cumulative)
    )


def _different(context: CheckContext, told: Figure, planned: Figure) -> Finding:
    return RULE.finding(
        told.place,
        f"报告转述“{told.statement.subject}”{when(told.statement.period)}目标为{phrase(told)}，"
        f"{context.name(planned.document.id)}为{phrase(planned)}",
        f"the report gives {told.statement.subject} as {phrase(told)}, the plan as {phrase(planned)}",
        remedy="以规划纲要为准改正报告，或说明调整依据",
        remedy_en="follow the plan, or say on what ground it was changed",
        also=(planned.place,),
    )


def _absent(context: CheckContext, told: Figure, outline: LedgerDocument) -> Finding:
    return RULE.finding(
        told.place,
        f"报告转述的目标“{told.statement.subject}{phrase(told)}”，{context.name(outline.id)}中没有找到",
        f"the target {told.statement.subject} {phrase(told)} was not found in the plan",
        remedy="核对规划纲要；指标有替换的作出说明",
        remedy_en="check with the plan; say so where an indicator took the place of another",
        severity=Severity.INFO,
    )

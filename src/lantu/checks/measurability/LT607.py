"""约束性指标用了留余地的词。

检查什么
    约束性指标的目标值写了“力争”“争取”“努力”“左右”。
为什么
    约束性指标是政府必须完成的，写“力争”“左右”，完成与否就有了争议。
反例
    森林覆盖率（约束性）：2030年力争达到42.5%左右。
正例
    森林覆盖率（约束性）：2030年达到42.5%以上。
依据
    约束性指标是政府在公共服务和涉及公众利益领域提出的工作要求，必须确保完成。
参数
    hedges：留余地的词。
"""

from collections.abc import Iterator

from lantu.checks.base import CheckContext, Figure, Parameters, Rule
from lantu.checks.wording import shown
from lantu.model.finding import Finding, Severity
from lantu.model.statement import Comparator

RULE = Rule("LT607", Severity.WARNING, "A binding target is hedged")


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:
    """A finding for each hedged target of a binding indicator, in the table or in the text of the same plan."""
    binding = {
        (context.plan_of.get(figure.document.id, figure.document.id), figure.key)
        for figure in context.figures
        if figure.statement.cell is not None and figure.statement.cell.attribute == "约束性"
    }
    hedges = parameters.words("hedges")
    for figure in context.figures:
        key = context.plan_of.get(figure.document.id, figure.document.id), figure.key
        hedge = _hedge(figure, hedges)
        if figure.is_target and figure.value is not None and key in binding and hedge:
            yield RULE.finding(
                figure.place,
                f"“{figure.statement.subject}”是约束性指标，目标{shown(figure)}却写了“{hedge}”",
                f"{figure.statement.subject} is binding, its target {shown(figure)} is hedged by “{hedge}”",
                remedy="删去留余地的词，写明“达到”“不低于”或“不超过”",
                remedy_en="take the hedge out",
            )


def _hedge(figure: Figure, hedges: tuple[str, ...]) -> str:
    """The word that leaves room, or ""."""
    if figure.statement.modality in hedges:
        return figure.statement.modality
    return "左右" if figure.quantity.comparator is Comparator.APPROX and "左右" in hedges else ""

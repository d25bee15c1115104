"""下位规划低于上位规划。

检查什么
    下位规划（专项规划、区域规划、行动方案）对同一指标、同一年份的目标，不应差于上位规划纲要；
    约束性指标报错误，预期性指标报警告。单个地区的目标低于全省平均水平报提示：可以有差别，但要说得清。
    按地区相加的总量不比较（部分本来小于整体，见 LT203）。没有写年份的目标按上位规划的目标年比较。
为什么
    下位规划完成了，上位规划却完不成。
反例
    纲要：2030年森林覆盖率42.5%（约束性）；林业行动方案：2030年森林覆盖率42%。
正例
    林业行动方案：2030年森林覆盖率42.5%以上。
依据
    下位规划服从上位规划、下级规划服务上级规划。
参数
    无。
"""

from collections.abc import Iterator

from lantu.checks.base import CheckContext, Figure, Parameters, Rule
from lantu.checks.values import amount, dimension
from lantu.checks.wording import phrase, when
from lantu.ledger.figures import last_year
from lantu.model.document import DocumentKind
from lantu.model.finding import Finding, Severity
from lantu.model.indicator import Direction, RegionRule

RULE = Rule("LT501", Severity.WARNING, "A lower plan promises less than the plan above it")

_REPORTS = frozenset({DocumentKind.WORK_REPORT.value, DocumentKind.COMMUNIQUE.value})


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:  # noqa: ARG001 - takes none
    """A finding for each target that falls short of the one above it."""
    parents = {part: plan.parent for plan in context.ledger.plans for part in plan.documents}
    promised = [figure for figure in context.figures if figure.is_target and figure.value is not None]
    for lower in promised:
        parent = parents.get(lower.document.id, "")
        if not parent or lower.document.kind in _REPORTS or not lower.indicator.known:
            continue
        above = (figure for figure in context.by_indicator[lower.key] if figure.is_target and figure.value is not None)
        upper = next(
            (each for each in above if context.plan_of.get(each.document.id) == parent and _same(lower, each)), None
        )
        if upper is not None and _falls_short(lower, upper):
            yield _finding(context, lower, upper)


def _same(lower: Figure, upper: Figure) -> bool:
    same = lower.key == upper.key and lower.is_change == upper.is_change
    time = last_year(lower.statement.period)
    return (
        same
        and not upper.scope
        and dimension(lower) == dimension(upper)
        and (not time or time == last_year(upper.statement.period))
    )


def _falls_short(lower: Figure, upper: Figure) -> bool:
    if lower.scope and not lower.is_change and lower.indicator.regions is RegionRule.SUM:
        return False
    low, high = amount(lower), amount(upper)
    if low is None or high is None:
        return False
    if lower.indicator.direction is Direction.HIGHER:
        return low < high
    return lower.indicator.direction is Direction.LOWER and low > high


def _finding(context: CheckContext, lower: Figure, upper: Figure) -> Finding:
    binding = upper.statement.cell is not None and upper.statement.cell.attribute == "约束性"
    scope, subject = lower.scope, lower.statement.subject
    severity = Severity.INFO if scope else Severity.ERROR if binding else Severity.WARNING
    kind = "约束性目标" if binding else "目标"
    undated = "" if lower.statement.period else "，此处未写年份"
    return RULE.finding(
        lower.place,
        f"{scope}“{subject}”{phrase(lower)}，低于上位规划{context.name(upper.document.id)}"
        f"{when(upper.statement.period)}的{kind}{phrase(upper)}{undated}",
        f"{scope} {subject}: {phrase(lower)} falls short of {phrase(upper)} in the plan above".strip(),
        remedy="调整目标与上位规划衔接，或说明本地区低于全省的理由" if scope else "将目标调整到不低于上位规划",
        remedy_en="bring the target up to the plan above, or say why it differs",
        also=(upper.place,),
        severity=severity,
    )

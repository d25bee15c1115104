"""同一文件两处数值不同。

检查什么
    同一文件（或同一规划的上下两册）的正文里，同一指标、同一地区、同一年份写了两个不能同时成立的数（错误）；
    或同一目标写了两个不同的数，如“45万人以上”和“46万人”（警告）。
    已经实现的数，“超过6000家”与“6989家”不矛盾，四舍五入也不算。
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

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from lantu.checks.base import CheckContext, Figure, Parameters, Rule
from lantu.checks.comparison import same_thing
from lantu.checks.same_plan import disagreements
from lantu.checks.values import is_rounding
from lantu.checks.wording import phrase, when
from lantu.model.finding import Finding, Severity
from lantu.model.statement import Comparator

RULE = Rule("LT801", Severity.ERROR, "The same measure has two values in one document")


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:  # noqa: ARG001 - takes none
    """A finding for each pair of places in running text that disagree."""
    pairs = disagreements(context)
    against_table = {id(figure.read) for pair in pairs for figure in pair if any(_is_cell(other) for other in pair)}
    for first, second in pairs:
        # What the table contradicts is told by LT802.
        if id(first.read) not in against_table and id(second.read) not in against_table:
            yield _finding(first, second, RULE.severity)
    told = {frozenset((id(first.read), id(second.read))) for first, second in pairs}
    for first, second in _promised_twice(context):
        if frozenset((id(first.read), id(second.read))) not in told:
            yield _finding(first, second, Severity.WARNING)


def _finding(first: Figure, second: Figure, severity: Severity) -> Finding:
    subject = second.statement.subject
    return RULE.finding(
        second.place,
        f"“{subject}”{when(second.statement.period)}此处为{phrase(second)}，另一处为{phrase(first)}",
        f"{subject} is {phrase(second)} here and {phrase(first)} elsewhere",
        remedy="核对两处，统一数值；口径不同的写明口径",
        remedy_en="check both places and use one value, or say how they differ in scope",
        also=(first.place,),
        severity=severity,
    )


def _promised_twice(context: CheckContext) -> Iterator[tuple[Figure, Figure]]:
    """Two promises in the text of one document that could both be kept, but name different numbers."""
    by_document: dict[str, list[Figure]] = defaultdict(list)
    for figure in context.figures:
        if figure.is_target and figure.indicator.known and not _is_cell(figure) and _is_promise(figure):
            by_document[figure.document.id].append(figure)
    for figures in by_document.values():
        for group in same_thing(figures):
            for first, second in combinations(group, 2):
                if first.statement.sentence != second.statement.sentence and not is_rounding(first, second):
                    yield first, second


def _is_promise(figure: Figure) -> bool:
    return figure.quantity.comparator not in (Comparator.RANGE, Comparator.LE, Comparator.LT)


def _is_cell(figure: Figure) -> bool:
    return figure.statement.cell is not None

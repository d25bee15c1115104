"""两份文件对同一年的数不同。

检查什么
    不同文件报告的同一指标、同一地区、同一年份的数不能同时成立；或一份文件写的当年数，超过或几乎等于
    另一份文件写的包含该年的五年累计数（多半一处是累计、一处是当年新增，没有写清）。
为什么
    评估时取哪个数，结论可能不同。
反例
    纲要：“十四五”时期建成充电桩2.5万个；同年报告：2025年建成充电桩2.3万个。
正例
    两份文件都写“截至2025年底累计建成2.5万个”。
依据
    统计数据应当一致；经核实修订的应注明。
参数
    nearly：当年数达到累计数的多少倍算“几乎等于”，默认0.8。
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import chain, combinations

from lantu.checks.base import CheckContext, Figure, Parameters, Rule
from lantu.checks.comparison import (
    contradictions,
    is_exact,
    is_specific,
    same_thing,
    speaks_for,
    years,
)
from lantu.checks.values import amount, can_both_be_true, dimension
from lantu.checks.wording import phrase, when
from lantu.ledger.figures import first_year, last_year
from lantu.model.finding import Finding, Severity
from lantu.model.statement import Measure

RULE = Rule("LT504", Severity.WARNING, "Two documents give different figures for one year")


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:
    """A finding for each pair of documents and indicator that do not agree."""
    results = [figure for figure in context.figures if not figure.is_target and figure.value is not None]
    told: set[tuple[str, str, str]] = set()
    for group in same_thing(results):
        for a, b in contradictions(group):
            key = _pair(context, a, b)
            if key and key not in told and not _agree_elsewhere(context, a, b, group):
                told.add(key)
                yield _different(context, *_by_date(a, b))
    for whole, part in _cumulative_pairs(results, parameters.number("nearly")):
        key = _pair(context, whole, part)
        if key and key not in told:
            told.add(key)
            yield _unclear(context, whole, part)


def _pair(context: CheckContext, a: Figure, b: Figure) -> tuple[str, str, str] | None:
    """What is told once: two plans and an indicator; None where both are of one plan (LT801, LT802)."""
    first, second = sorted((speaks_for(context, a), speaks_for(context, b)))
    return None if first == second else (first, second, f"{a.key}{a.scope}{a.statement.period}")


def _agree_elsewhere(context: CheckContext, a: Figure, b: Figure, group: Sequence[Figure]) -> bool:
    """Whether one of the documents also gives the other's figure: then it contradicts itself, which is told there."""
    own = [figure for figure in group if speaks_for(context, figure) == speaks_for(context, a)]
    others = [figure for figure in group if speaks_for(context, figure) == speaks_for(context, b)]
    return any(can_both_be_true(x, y) and is_exact(x) and is_exact(y) for x in own for y in others)


def _by_date(a: Figure, b: Figure) -> tuple[Figure, Figure]:
    first, second = sorted((a, b), key=lambda figure: (figure.document.date, figure.document.id))
    return first, second


def _cumulative_pairs(results: Sequence[Figure], nearly: Decimal) -> Iterator[tuple[Figure, Figure]]:
    """What was done in a plan period, with what was done in its last year that is nearly all of it or more."""
    flows = [
        figure
        for figure in results
        if figure.statement.measure is Measure.FLOW and is_exact(figure) and is_specific(figure)
    ]
    groups: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in flows:
        groups[figure.key, figure.scope].append(figure)
    for a, b in chain.from_iterable(combinations(group, 2) for group in groups.values()):
        whole, part = (a, b) if years(a.statement.period) > years(b.statement.period) else (b, a)
        if _ends_within(whole, part) and dimension(whole) == dimension(part) and _is_nearly_all(whole, part, nearly):
            yield whole, part


def _ends_within(whole: Figure, part: Figure) -> bool:
    last = last_year(whole.statement.period)
    if whole.statement.period.startswith("annual:"):
        return False
    is_longer = years(whole.statement.period) > years(part.statement.period) == 1
    return is_longer and first_year(whole.statement.period) <= last_year(part.statement.period) <= last


def _is_nearly_all(whole: Figure, part: Figure, nearly: Decimal) -> bool:
    total, one = amount(whole), amount(part)
    return total is not None and one is not None and one != total and one >= total * Fraction(str(nearly))


def _different(context: CheckContext, first: Figure, second: Figure) -> Finding:
    subject, time = second.statement.subject, when(second.statement.period)
    return RULE.finding(
        second.place,
        f"“{subject}”{time}此处为{phrase(second)}，{context.name(first.document.id)}为{phrase(first)}",
        f"{subject} ({second.statement.period}) is {phrase(second)} here and {phrase(first)} in another document",
        remedy="核对来源；已修订的注明修订，口径不同的写明口径",
        remedy_en="check the sources; say so where a figure was revised or differs in scope",
        also=(first.place,),
    )


def _unclear(context: CheckContext, whole: Figure, part: Figure) -> Finding:
    subject = part.statement.subject
    return RULE.finding(
        part.place,
        f"“{subject}”{when(part.statement.period)}一年为{phrase(part)}，{context.name(whole.document.id)}"
        f"{when(whole.statement.period)}合计才{phrase(whole)}：两处口径不清或数值不同",
        f"{subject}: {phrase(part)} in {part.statement.period} alone, {phrase(whole)} in all of {whole.statement.period}",
        remedy="写明是当年新增还是累计总数，并核对两处数值",
        remedy_en="say whether it is the year's increase or the total, and check both figures",
        also=(whole.place,),
    )

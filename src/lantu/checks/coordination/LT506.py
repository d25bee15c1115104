"""责任单位在一份文件中有、在另一份中没有。

检查什么
    两份文件中标题相同的任务都写了责任单位，而一份列出的单位在另一份中没有（全称、简称算同一单位，
    写“等”的一份不算缺）。
为什么
    任务换一份文件就换责任单位，落实时容易推诿。
反例
    方案甲：“建设省级粮食储备库”由省发展改革委、省财政厅负责；方案乙：同一任务只写省发展改革委。
正例
    两份文件列出的单位相同。
依据
    明确牵头单位和协助单位。
参数
    least：任务标题至少几个字才比较，默认6。
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from lantu.checks.base import CheckContext, Parameters, Rule, place_of
from lantu.checks.wording import listed
from lantu.model.finding import Finding, Severity
from lantu.model.reading import ReadTask

RULE = Rule("LT506", Severity.WARNING, "A responsible unit is named in one document and missing in another")


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:
    """A finding for each task whose units differ between two documents."""
    by_heading: dict[str, list[ReadTask]] = defaultdict(list)
    for reading in context.readings:
        for task in reading.tasks:
            if task.units and len(task.heading) >= parameters.count("least"):
                by_heading[task.heading].append(task)
    for tasks in by_heading.values():
        for first, second in combinations(tasks, 2):
            if first.source.document != second.source.document:
                yield from _missing(context, first, second)
                yield from _missing(context, second, first)


def _missing(context: CheckContext, one: ReadTask, other: ReadTask) -> Iterator[Finding]:
    """The units that ``one`` names and ``other`` does not."""
    from lantu.vocabulary.organisations import same_organisation  # noqa: PLC0415 - reads the list of organisations

    if other.is_open:
        return
    missing = [name for name, _ in one.units if not any(same_organisation(name, known) for known, _ in other.units)]
    if missing:
        yield RULE.finding(
            place_of(other.source),
            f"任务“{other.heading}”在{context.name(one.source.document)}中还有责任单位{listed(missing)}，此处没有",
            f"the task also names {listed(missing)} in another document, and not here",
            remedy="统一两份文件的责任单位",
            remedy_en="name the same units in both documents",
            also=(place_of(one.source),),
        )

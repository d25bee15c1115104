"""任务没有写责任单位。

检查什么
    同一层次的条目大多写了责任单位，而其中几条没有；同一标题下的合并为一条。
    通篇都不写责任单位的文件（如规划纲要）不报。
为什么
    没有责任单位的任务没有人调度。
反例
    5.推进县域充电设施建设。（后面没有责任单位）
正例
    5.推进县域充电设施建设。（责任单位：省发展改革委）
依据
    明确牵头单位和协助单位。
参数
    share：同层条目中写了责任单位的达到多大比例才检查，默认0.5；least：同层至少几条，默认3；
    no_orders：标题中有这些词的不是任务。
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from lantu.checks.base import CheckContext, Parameters, Place, Rule
from lantu.checks.wording import listed
from lantu.model.document import Block, BlockKind, Document
from lantu.model.finding import Finding, Severity
from lantu.model.reading import DocumentReading

RULE = Rule("LT601", Severity.INFO, "Tasks without a responsible unit")

_MOST = 4
_LONGEST = 24
_ITEMS = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH})


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:
    """One finding for each heading with items that no one answers for, though others beside them name their units."""
    for reading in context.readings:
        extraction = context.extractions.get(reading.document.id)
        if extraction is None or not any(task.units for task in reading.tasks):
            continue
        document = extraction.document
        no_orders = parameters.words("no_orders")
        for parent, items in _siblings(document, no_orders).items():
            without = _without_units(document, reading, items)
            if len(items) >= parameters.count("least") and without:
                share = (len(items) - len(without)) / len(items)
                if share >= float(parameters.number("share")):
                    yield _finding(reading, document, parent, without)


def _siblings(document: Document, no_orders: tuple[str, ...]) -> dict[int, list[Block]]:
    """Numbered items by the heading that they stand under, but for those that order no work: 总体要求, 保障措施."""
    grouped: dict[int, list[Block]] = defaultdict(list)
    for block in document.blocks:
        if block.kind not in _ITEMS or not block.label or any(word in block.title for word in no_orders):
            continue
        if block.title or block.kind is BlockKind.PARAGRAPH:
            grouped[block.parent].append(block)
    return grouped


def _without_units(document: Document, reading: DocumentReading, items: Sequence[Block]) -> list[Block]:
    """The items before whose end no task with units begins."""
    starts = sorted(task.source.span.start for task in reading.tasks if task.units)
    found = []
    for number, item in enumerate(items):
        start = document.span(item.start, item.end).start
        following = items[number + 1].start if number + 1 < len(items) else _end(document, item)
        end = document.span(item.start, max(following, item.end)).end
        place = bisect_left(starts, start)
        if place == len(starts) or starts[place] >= end:
            found.append(item)
    return found


def _end(document: Document, item: Block) -> int:
    """Where an item and all that stands under it end."""
    index = document.blocks.index(item)
    end = item.end
    within = {index}
    for place in range(index + 1, len(document.blocks)):
        block = document.blocks[place]
        if block.parent not in within:
            break
        within.add(place)
        end = block.end
    return end


def _finding(reading: DocumentReading, document: Document, parent: int, items: Sequence[Block]) -> Finding:
    names = [(item.title or document.clean.text[item.start : item.end])[:_LONGEST] for item in items]
    head = document.blocks[parent] if parent >= 0 else None
    place = f"“{head.label}{head.title}”之下" if head else "文件中"
    places = [Place(reading.document.id, document.span(item.start, item.end)) for item in items]
    return RULE.finding(
        places[0],
        f"{place}有{len(items)}项任务没有写责任单位：{listed(names, most=_MOST, between='；')}",
        f"{len(items)} tasks under this heading name no responsible unit",
        remedy="补写责任单位；几项任务共用的，在最后一项后写明适用范围",
        remedy_en="name the responsible units",
        also=places,
    )

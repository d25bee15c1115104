"""A small document about an invented province, read by hand: what writers are tested with, whatever the readers do."""

from decimal import Decimal

from lantu.model.document import Block, BlockKind, Cell, Conclusion, Document, FrontMatter, Table
from lantu.model.extraction import Extraction
from lantu.model.finding import Finding, Severity
from lantu.model.statement import (
    Comparator,
    Measure,
    OpenTarget,
    Quantity,
    Statement,
    StatementKind,
    TableCellReading,
)
from lantu.model.task import Project, Responsibility, ResponsibleUnit, Task
from lantu.text.cleaning import clean_text
from lantu.text.source import Source
from lantu.text.span import Span

#: The second paragraph is broken in the middle of a quantity, as pages break them.
TEXT = """云岭省第十五个五年规划纲要
（2026年2月）
第一章 发展目标
第一节 主要目标
到2030年，力争全省粮食产量超过512.7
亿斤，常住人口城镇化率达到68%左右。
居民收入增长与经济增长基本同步。
专栏1 主要指标
指标\t2025年\t2030年\t属性
森林覆盖率（%）\t41\t42.50\t约束性
第二章 重点任务
（一）壮大装备制造业。新建产业园3—5个，数控机床产量年均增长8%。（责任单位：省工业厅牵头，青川市政府等）
专栏2 重大工程
1.云岭至青川高速铁路（续建）
"""

_KINDS = (
    (BlockKind.TITLE, -1, 0, "", ""),
    (BlockKind.FRONT, -1, 0, "", ""),
    (BlockKind.HEADING, -1, 2, "第一章", "发展目标"),
    (BlockKind.HEADING, 2, 3, "第一节", "主要目标"),
    (BlockKind.PARAGRAPH, 3, 0, "", ""),
    (BlockKind.PARAGRAPH, 3, 0, "", ""),
    (BlockKind.BOX, 3, 4, "专栏1", "主要指标"),
    (BlockKind.TABLE_ROW, 6, 0, "", ""),
    (BlockKind.TABLE_ROW, 6, 0, "", ""),
    (BlockKind.HEADING, -1, 2, "第二章", "重点任务"),
    (BlockKind.PARAGRAPH, 9, 0, "（一）", "壮大装备制造业"),
    (BlockKind.BOX, 9, 4, "专栏2", "重大工程"),
    (BlockKind.PARAGRAPH, 11, 0, "1.", ""),
)


def sample_document(text: str = TEXT, name: str = "云岭纲要.txt") -> Document:
    """The document, its blocks one a line of the cleaned text."""
    clean = clean_text(text)
    blocks, offset = [], 0
    lines = clean.text.split("\n")
    for line, (kind, parent, level, label, title) in zip(lines, _KINDS, strict=True):
        table = 0 if kind is BlockKind.TABLE_ROW else -1
        blocks.append(Block(kind, offset, offset + len(line), parent, level, label, title, table))
        offset += len(line) + 1
    rows = tuple(_cells(lines[i], blocks[i].start, i - 7) for i in (7, 8))
    table = Table(blocks[7].start, blocks[8].end, rows, caption="专栏1 主要指标")
    source = Source(name, text, pages=(0, text.index("第二章")), digest="0" * 64)
    return Document(source, clean, tuple(blocks), (table,), _front(text))


def _cells(line: str, start: int, row: int) -> tuple[Cell, ...]:
    cells, offset = [], start
    for column, words in enumerate(line.split("\t")):
        cells.append(Cell(words, offset, offset + len(words), row, column))
        offset += len(words) + 1
    return tuple(cells)


def _front(text: str) -> FrontMatter:
    title = text.split("\n", 1)[0]
    return FrontMatter(
        title=Conclusion(title, "首行", "first line", Span(0, len(title))),
        kind=Conclusion("outline", "标题含“规划纲要”", "the title says 规划纲要"),
        region=Conclusion("云岭省", "标题", "title"),
        date=Conclusion("2026-02", "题下日期", "date below the title"),
        period=Conclusion("2026-2030", "第十五个五年规划", "fifteenth five-year plan"),
    )


def sample_extraction(text: str = TEXT, name: str = "云岭纲要.txt") -> Extraction:
    """What the document says: five numbers, an open target, a table cell, a task, a project and a finding."""
    document = sample_document(text, name)
    return Extraction(document, _statements(document), (_task(document),), (_project(document),), (_finding(document),))


def find(document: Document, words: str) -> Span:
    """Where words of the original text stand."""
    start = document.source.text.index(words)
    return Span(start, start + len(words))


def _statements(document: Document) -> tuple[Statement, ...]:
    grain = "到2030年，力争全省粮食产量超过512.7\n亿斤，常住人口城镇化率达到68%左右。"
    income = "居民收入增长与经济增长基本同步。"
    works = "新建产业园3—5个，数控机床产量年均增长8%。"
    target, level = StatementKind.TARGET, Measure.LEVEL
    row = "森林覆盖率（%）\t41\t42.50\t约束性"
    base = TableCellReading(0, 1, 1, "base", "2025年", attribute="约束性")
    goal = TableCellReading(0, 1, 2, "target", "2030年", attribute="约束性")
    same_pace = Quantity(None, open_target=OpenTarget.RELATIVE, words="与经济增长基本同步", reference="经济增长")
    return (
        _statement(document, "512.7\n亿斤", grain, target, "粮食产量", level, _number("51270000000", "斤", Comparator.GT), "2030", 4, modality="力争"),
        _statement(document, "68%", grain, target, "常住人口城镇化率", level, _number("68", "%", Comparator.APPROX), "2030", 4),
        _statement(document, "与经济增长基本同步", income, target, "居民收入", Measure.GROWTH, same_pace, "2026-2030", 5),
        _statement(document, "41", row, StatementKind.RESULT, "森林覆盖率", level, _number("41", "%"), "2025", 8, cell=base),
        _statement(document, "42.50", row, target, "森林覆盖率", level, _number("42.50", "%"), "2030", 8, cell=goal),
        _statement(document, "3—5个", works, target, "产业园", Measure.FLOW, Quantity(Decimal(3), "个", Comparator.RANGE, Decimal(5)), "2026-2030", 10),
        _statement(document, "8%", works, target, "数控机床产量", Measure.GROWTH, _number("8", "%"), "2026-2030", 10, scope="青川市"),
    )  # fmt: skip


def _number(value: str, unit: str, comparator: Comparator = Comparator.EQ) -> Quantity:
    return Quantity(Decimal(value), unit, comparator)


def _statement(
    document: Document,
    words: str,
    sentence: str,
    kind: StatementKind,
    subject: str,
    measure: Measure,
    quantity: Quantity,
    period: str,
    block: int,
    *,
    modality: str = "",
    scope: str = "",
    cell: TableCellReading | None = None,
) -> Statement:
    within = find(document, sentence)
    start = document.source.text.index(words, within.start)
    span = Span(start, start + len(words))
    page = document.source.page_of(start)
    reasons = ("kind:future", "period:explicit")
    return Statement(span, words, kind, subject, measure, quantity, period, scope, modality, within, block, page, cell, reasons)  # fmt: skip


def _task(document: Document) -> Task:
    note = "（责任单位：省工业厅牵头，青川市政府等）"
    text = "（一）壮大装备制造业。新建产业园3—5个，数控机床产量年均增长8%。"
    units = (
        ResponsibleUnit("省工业厅", "lead", is_group=False, span=find(document, "省工业厅")),
        ResponsibleUnit("青川市政府", "responsible", is_group=False, span=find(document, "青川市政府")),
    )
    responsibility = Responsibility(find(document, note), note, units, is_open=True)
    return Task(find(document, text), text, "壮大装备制造业", ("第二章 重点任务",), (responsibility,), 10, 2, (5, 6))


def _project(document: Document) -> Project:
    name = "云岭至青川高速铁路"
    headings = ("第二章 重点任务", "专栏2 重大工程")
    return Project(find(document, name), name, "铁路", "续建", ("云岭省", "青川市"), headings, 12, 2)


def _finding(document: Document) -> Finding:
    return Finding(
        "LT901",
        Severity.WARNING,
        "“42.50”没有写明是否为累计值",
        "“42.50” does not say whether it is cumulative",
        find(document, "42.50"),
        "在表注中写明",
        "say so in a note below the table",
    )

"""A document as read: its cleaned text, its tree of blocks, its tables and its front matter."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from lantu.model.finding import Finding
from lantu.text.clean import CleanText
from lantu.text.source import Source
from lantu.text.span import Span


class DocumentKind(StrEnum):
    """The genres of planning documents (文种)."""

    OUTLINE = "outline"  # 规划纲要
    SPECIAL_PLAN = "special-plan"  # 专项规划
    REGIONAL_PLAN = "regional-plan"  # 区域规划
    ACTION_PLAN = "action-plan"  # 行动方案, 实施方案, 行动计划
    WORK_REPORT = "work-report"  # 政府工作报告
    COMMUNIQUE = "communique"  # 统计公报
    NOTICE = "notice"  # 通知, 意见
    UNKNOWN = "unknown"


class BlockKind(StrEnum):
    """What a stretch of a document is."""

    TITLE = "title"
    FRONT = "front"  # lines between the title and the first heading: date, speaker, addressee
    HEADING = "heading"  # 篇 章 节, 一、（一）1.（1）① and headings that the format marks
    PARAGRAPH = "paragraph"
    BOX = "box"  # the title line of a 专栏
    TABLE = "table"
    TABLE_ROW = "table_row"
    NOTE = "note"  # 注：… under a table, footnotes, glossary at the end
    TOC = "toc"  # a line of a table of contents: recognised, never read as content


#: Depth of headings: the smaller, the nearer to the root. A document uses some of them.
HEADING_LEVELS = {
    "篇": 1,
    "章": 2,
    "节": 3,
    "box": 4,
    "一、": 5,
    "（一）": 6,
    "1.": 7,
    "（1）": 8,
    "①": 9,
    "——": 10,
    "lead": 11,
}


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of the document's tree (篇 章 节 条 款, 专栏, 表格), in the order of the text.

    Offsets count characters of the *cleaned* text (``Document.clean.text``); ``Document.span`` turns them into
    spans of the original.

    Attributes:
        kind: What it is.
        start: Its first character.
        end: One past its last character.
        parent: Index, in ``Document.blocks``, of the heading or box that encloses it; -1 at the root.
        level: Depth for headings and boxes, by HEADING_LEVELS; 0 for the rest.
        label: The numbering as written: 第一章, （一）, 专栏2, ——; "" where there is none.
        title: A heading's words without its numbering; for a paragraph whose lead sentence serves as a heading,
            that sentence; else "".
        table: Index, in ``Document.tables``, for TABLE and TABLE_ROW blocks; -1 otherwise.
    """

    kind: BlockKind
    start: int
    end: int
    parent: int = -1
    level: int = 0
    label: str = ""
    title: str = ""
    table: int = -1


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell: its text and where that stands in the cleaned text. Merged cells span rows or columns."""

    text: str
    start: int
    end: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table (表格): rows of cells, the caption above it and the notes below it.

    Attributes:
        start: First character in the cleaned text.
        end: One past the last.
        rows: Cells by row, each in order of columns; empty cells are there with ``text == ""``.
        caption: The line above that names it, as written.
        notes: Lines below it that explain its marks (注：…), as written.
    """

    start: int
    end: int
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conclusion:
    """A fact concluded about a document, with the reason (为什么这样认为); a person may set it instead.

    Attributes:
        value: The fact as a string; "" where nothing could be concluded.
        reason: Why, in Chinese.
        reason_en: Why, in English.
        span: Where in the original text it was seen, if anywhere.
        settled: Whether a person set it.
    """

    value: str = ""
    reason: str = ""
    reason_en: str = ""
    span: Span | None = None
    settled: bool = False


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a document says about itself, each with its reason.

    ``kind`` holds a DocumentKind value, ``region`` a name such as 辽宁省, ``region_code`` its GB/T 2260 code,
    ``date`` an ISO date (or year, or year and month), ``period`` a year (2024) or a span of years (2021-2025).
    """

    title: Conclusion = Conclusion()
    kind: Conclusion = Conclusion(DocumentKind.UNKNOWN.value)
    issuer: Conclusion = Conclusion()
    region: Conclusion = Conclusion()
    region_code: Conclusion = Conclusion()
    date: Conclusion = Conclusion()
    period: Conclusion = Conclusion()


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read (文件): original text, cleaned text, tree, tables and front matter."""

    source: Source = field(repr=False)
    clean: CleanText = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)
    tables: tuple[Table, ...] = field(default=(), repr=False)
    front: FrontMatter = FrontMatter()
    findings: tuple[Finding, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The span of the original text from which characters ``start`` to ``end`` of the cleaned text came."""
        return self.clean.original_span(start, end)

    def original(self, span: Span) -> str:
        """The original text at a span, exactly as published."""
        return self.source.text[span.start : span.end]

    def path(self, block: int) -> tuple[Block, ...]:
        """The headings and boxes that enclose a block, outermost first."""
        return tuple(reversed(tuple(self._ancestors(block))))

    def _ancestors(self, block: int) -> Iterator[Block]:
        parent = self.blocks[block].parent
        while parent >= 0:
            yield self.blocks[parent]
            parent = self.blocks[parent].parent

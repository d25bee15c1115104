"""Measured statements: what a document promises or reports, in numbers or in words that stand for a number."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from lantu.text.span import Span


class StatementKind(StrEnum):
    """Whether a statement promises or reports, seen from the document's date (目标 / 结果)."""

    TARGET = "target"
    RESULT = "result"


class Measure(StrEnum):
    """What kind of number a statement gives."""

    LEVEL = "level"  # a state reached or held: 达到, 占比, 保持在
    GROWTH = "growth"  # a change upward: 增长 5.5%, 提高 3 个百分点
    DECLINE = "decline"  # a change downward: 下降 12%
    FLOW = "flow"  # an amount done or arising within the period: 新建, 完成, 引进


class Comparator(StrEnum):
    """How a value binds (比较词)."""

    EQ = "eq"
    APPROX = "approx"  # 左右, 约, 近
    GE = "ge"  # 以上, 不低于, ≥
    GT = "gt"  # 超过, 突破, 余
    LE = "le"  # 以内, 不超过, ≤
    LT = "lt"  # 低于
    RANGE = "range"  # 3—5, 10%～15%


class OpenTarget(StrEnum):
    """Promises without a number of their own."""

    RELATIVE = "relative"  # 高于全国平均水平, 与经济增长基本同步: needs another series
    AWAITED = "awaited"  # 等待国家下达, 完成国家下达任务: the upper level sets it
    RANKED = "ranked"  # 进入国家先进行列
    DIRECTION = "direction"  # 只增不减, 稳中有升, 进一步提高


@dataclass(frozen=True, slots=True)
class Quantity:
    """An exact number with its unit (数量), or the words of an open target.

    Attributes:
        value: The number with its multipliers applied (500亿斤 is 50000000000); the low end of a range; None for
            an open target.
        high: The high end of a range; else None.
        unit: What remains, without multiplier: 元, 斤, %, 百分点, 人次; "" where the text prints none.
        comparator: How the value binds.
        open_target: What sort of open target this is; None where there is a number.
        words: The words of an open target as written, else "".
        reference: For a relative target, what it is compared with: 全国平均水平, 经济增长; else "".
    """

    value: Decimal | None
    unit: str = ""
    comparator: Comparator = Comparator.EQ
    high: Decimal | None = None
    open_target: OpenTarget | None = None
    words: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class TableCellReading:
    """Where in an indicator table a statement stands, and what its row says beside it.

    Attributes:
        table: Index in ``Document.tables``.
        row: Row index within the table.
        column: Column index within the table.
        column_role: ``base``, ``target``, ``growth``, ``cumulative``, ``actual`` or ``other``.
        column_title: The column's head as written.
        section: The heading row above it: 经济发展.
        attribute: 预期性 or 约束性, or "".
        starred: Whether the indicator carries ★ (taken from the national outline).
        cumulative: Whether the value stands in brackets, and so is for the whole period.
        footnotes: Notes below the table that its marks refer to.
    """

    table: int
    row: int
    column: int
    column_role: str
    column_title: str = ""
    section: str = ""
    attribute: str = ""
    starred: bool = False
    cumulative: bool = False
    footnotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One measured goal or result (量化表述), traced to its sentence.

    Attributes:
        span: The quantity's characters in the original text, comparator left out; for an open target its words.
        text: ``original[span]``.
        kind: Target or result.
        subject: What is measured, in the words of the text.
        measure: What kind of number it is.
        quantity: The number, or the words that stand for one.
        period: The time it is about: ``2024``, ``2021-2025``, ``annual:2021-2025``, or "" where unknown.
        scope: The named sub-area or sub-population, or "".
        modality: 力争, 确保 … where such a word governs it, else "".
        sentence: The sentence's span in the original text.
        block: Index, in ``Document.blocks``, of the block it stands in.
        page: The page, from 1; None where there are no pages.
        cell: Where it stands in an indicator table; None in running text.
        reasons: How it was understood, as ``field:rule`` words, for the reader who asks why.
    """

    span: Span
    text: str
    kind: StatementKind
    subject: str
    measure: Measure
    quantity: Quantity
    period: str = ""
    scope: str = ""
    modality: str = ""
    sentence: Span = Span(0, 0)
    block: int = -1
    page: int | None = None
    cell: TableCellReading | None = None
    reasons: tuple[str, ...] = ()

"""Tables of indicators: each cell a base value, a target, a growth or what was reached.

A plan's table gives a row to an indicator and columns to its attribute, its base year, its target year and the change
between them; a number in brackets is for the whole period; ★ and * refer to the notes below. What a column means is
read from its head, so tables with other years, other orders and a 单位 column are read alike:

    指标 | 属性 | 2020年 | 2025年 | 年均增速 [累计]          base, target, growth
    指标 | 规划目标 (2015年 2020年 年均增长) | 实现情况 (2020年 年均增长)    base, target, growth; actual, actual growth
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lantu.extraction.open_targets import classify_open_target
from lantu.extraction.periods import Calendar, Timeline
from lantu.extraction.quantities import MULTIPLIERS
from lantu.extraction.unit_table import UNITS
from lantu.model.document import Cell, Document, Table
from lantu.model.finding import Finding, Severity
from lantu.model.statement import Comparator, Measure, Quantity, Statement, StatementKind, TableCellReading


@dataclass(frozen=True, slots=True)
class Column:
    """What the numbers of a column mean.

    Attributes:
        role: ``name``, ``group``, ``attribute``, ``unit``, ``base``, ``target``, ``actual``, ``growth`` or ``other``.
        year: The year in its head; 0 where it has none.
        actual: Whether it reports what was reached rather than what was planned.
        title: Its head as written, the group head in front.
    """

    role: str
    year: int = 0
    actual: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class _Row:
    """One indicator's row, with what the rows above and the notes below say of it."""

    number: int
    name: str
    unit: str
    multiplier: Decimal
    attribute: str
    section: str
    context: str  # the merged head beside the name: 主要污染物排放总量减少
    starred: bool
    cells: dict[int, Cell]


def extract_table_statements(document: Document, timeline: Timeline) -> tuple[list[Statement], list[Finding]]:
    """A statement for every filled cell of the document's indicator tables, and the cells that were not understood.

    Reads: ``Document.tables``. Writes: statements with ``cell`` set; for 等待国家下达 and its like, statements whose
    quantity is an open target.
    """
    statements: list[Statement] = []
    findings: list[Finding] = []
    calendar = timeline.calendar
    blocks = {block.table: index for index, block in reversed(list(enumerate(document.blocks))) if block.table >= 0}
    for number, table in enumerate(document.tables):
        found, faults = _read_table(document, number, table, calendar, blocks.get(number, -1))
        statements.extend(found)
        findings.extend(faults)
    return statements, findings


def _read_table(
    document: Document, number: int, table: Table, calendar: Calendar, block: int
) -> tuple[list[Statement], list[Finding]]:
    columns, first_row = read_columns(table, calendar)
    statements: list[Statement] = []
    findings: list[Finding] = []
    if not any(column.role in ("target", "growth", "actual") for column in columns.values()):
        return statements, findings
    span = _plan_span(columns)
    for row in _read_rows(table, columns, first_row):
        for index, cell in row.cells.items():
            column = columns.get(index)
            if (
                column is None
                or column.role in ("name", "group", "attribute", "unit", "other")
                or not cell.text.strip(_BLANK)
            ):
                continue
            statement = _read_cell(document, number, table, row, column, cell, span, block)
            if statement is not None:
                statements.append(statement)
            else:
                findings.append(_not_understood(document, row, cell))
    return statements, findings


_BLANK = " \t\u3000—-－/…"
_YEAR = re.compile(r"((?:19|20)\d\d)年?")
_GROWTH_HEAD = re.compile(r"年均|累计|增速|增长|增幅|年均增|变化")
_ACTUAL_HEAD = re.compile(r"实现|完成|实际|达到情况|执行|进展")


def read_columns(table: Table, calendar: Calendar) -> tuple[dict[int, Column], int]:
    """What each column of the table means, by index, and the first row below the head.

    Returns ``({}, 0)`` for a table that is no indicator table.
    """
    head_rows = _head_rows(table)
    if not head_rows:
        return {}, 0
    titles = _column_titles(table, head_rows)
    years = sorted(
        {int(year) for title in titles.values() for year in _YEAR.findall(title) if not _ACTUAL_HEAD.search(title)}
    )
    columns = {index: _column(title, years, calendar) for index, title in titles.items()}
    name = next((index for index, column in columns.items() if column.role == "name"), 0)
    columns[name] = Column("name", title=titles.get(name, ""))
    return columns, head_rows[-1] + 1


def _head_rows(table: Table) -> list[int]:
    """The rows of the head: the one that names 指标 or years, and one below it that goes on with years."""
    for number, row in enumerate(table.rows[:4]):
        texts = [cell.text for cell in row]
        if (
            any("指标" in text or text.strip() in ("名称", "项目") for text in texts)
            or sum(bool(_YEAR.search(text)) for text in texts) >= 2
        ):
            rows = [number]
            following = table.rows[number + 1] if number + 1 < len(table.rows) else ()
            if following and _continues_head(following):
                rows.append(number + 1)
            return rows
    return []


def _continues_head(row: tuple[Cell, ...]) -> bool:
    filled = [cell.text for cell in row if cell.text.strip()]
    return bool(filled) and all(_YEAR.search(text) or _GROWTH_HEAD.search(text) for text in filled)


def _column_titles(table: Table, head_rows: list[int]) -> dict[int, str]:
    """Each column's head with the group head above it; a group head reaches to the next one."""
    titles: dict[int, str] = {}
    width = max((cell.column + cell.column_span for row in table.rows for cell in row), default=0)
    top = {cell.column: cell for cell in table.rows[head_rows[0]] if cell.text.strip()}
    group = ""
    for column in range(width):
        if column in top:
            group = top[column].text.strip()
        titles[column] = group if column in top or len(head_rows) > 1 else ""
    for number in head_rows[1:]:
        for cell in table.rows[number]:
            if cell.text.strip():
                titles[cell.column] = f"{titles.get(cell.column, '')} {cell.text.strip()}".strip()
    return titles


def _column(title: str, years: list[int], calendar: Calendar) -> Column:
    actual = bool(_ACTUAL_HEAD.search(title))
    year_match = _YEAR.search(title)
    year = int(year_match.group(1)) if year_match else 0
    if "属性" in title or title in ("性质", "类型"):
        return Column("attribute", title=title)
    if "单位" in title and "责任" not in title and not year:
        return Column("unit", title=title)
    if _GROWTH_HEAD.search(title.split(" ", 1)[-1]) and not (year and "年均" not in title and "累计" not in title):
        return Column("growth", year, actual, title)
    if year:
        if actual:
            return Column("actual", year, actual=True, title=title)
        base = year == years[0] and (len(years) > 1 or year <= calendar.base)
        return Column("base" if base else "target", year, title=title)
    if "指标" in title or title in ("名称", "项目"):
        return Column("name", title=title)
    return Column("other", title=title)


@dataclass(frozen=True, slots=True)
class _PlanSpan:
    base: int
    last: int

    @property
    def period(self) -> str:
        return f"{self.base + 1}-{self.last}" if self.base and self.last else ""


def _plan_span(columns: dict[int, Column]) -> _PlanSpan:
    bases = [column.year for column in columns.values() if column.role == "base" and column.year]
    targets = [column.year for column in columns.values() if column.role == "target" and column.year]
    last = max(targets, default=max((column.year for column in columns.values() if column.role == "actual"), default=0))
    return _PlanSpan(max(bases, default=last - 5 if last else 0), last)


def _read_rows(table: Table, columns: dict[int, Column], first_row: int) -> Iterator[_Row]:
    """The rows of indicators, with their section and the merged head beside them."""
    section = context = ""
    name_column = next(index for index, column in columns.items() if column.role == "name")
    first_value = min(
        (i for i, c in columns.items() if c.role in ("base", "target", "actual", "growth", "attribute", "unit")),
        default=1,
    )
    for number in range(first_row, len(table.rows)):
        cells = {cell.column: cell for cell in table.rows[number]}
        names = [
            cells[i].text.strip()
            for i in sorted(cells)
            if i < first_value and i >= name_column and cells[i].text.strip()
        ]
        values = [cells[i] for i in cells if i >= first_value and cells[i].text.strip(_BLANK)]
        if not names:
            continue
        if not values:
            section, context = names[0], ""
            continue
        leading = cells.get(name_column)
        if len(names) > 1:
            context = "".join(names[:-1])
        elif leading is not None and leading.text.strip():
            context = ""
        yield _make_row(number, names[-1], context, section, columns, cells)


_NAME_UNIT = re.compile(r"[（(【\[]([^（）()【】\[\]]{1,12})[）)】\]]\s*$")


def _make_row(
    number: int, name: str, context: str, section: str, columns: dict[int, Column], cells: dict[int, Cell]
) -> _Row:
    starred = "★" in name or "☆" in name
    name = re.sub(r"^[\d.、（）()\s★☆*]+|[★☆*]", "", name).strip()
    multiplier, unit = Decimal(1), ""
    match = _NAME_UNIT.search(name)
    found = split_unit(match.group(1)) if match else None
    if match and found:
        multiplier, unit = found
        name = name[: match.start()].strip()
    for index, column in columns.items():
        if column.role == "unit" and index in cells and cells[index].text.strip():
            multiplier, unit = split_unit(cells[index].text.strip()) or (multiplier, unit)
    attribute = next((cells[i].text.strip() for i, c in columns.items() if c.role == "attribute" and i in cells), "")
    return _Row(number, name, unit, multiplier, attribute, section, context, starred, cells)


def split_unit(text: str) -> tuple[Decimal, str] | None:
    """A unit as tables print it, with its multiplier apart: 万吨标准煤 is (10000, 吨标准煤); None where it is no unit."""
    for length in (0, 3, 2, 1):  # 千瓦 is a unit of its own before it is a thousand 瓦
        multiplier, unit = text[:length], text[length:]
        if multiplier in MULTIPLIERS and unit in UNITS:
            return MULTIPLIERS[multiplier], UNITS[unit]
    head, slash, below = text.partition("/")
    if slash and below:
        found = split_unit(head)
        return (found[0], f"{found[1]}/{below}") if found else None
    return None


_CELL = re.compile(
    r"(?P<modal>力争|争取|确保|预计)?\s*(?P<before>≥|≤|>|<|≧|≦|约|超过|不低于|不超过|大于|小于|高于|低于)?\s*[\[［【〔]?\s*(?P<before2>≥|≤|>|<)?\s*(?P<number>[+-]?\d+(?:,\d{3})*(?:\.\d+)?)"
    r"(?:\s*[—\-~～]\s*(?P<high>\d+(?:\.\d+)?))?\s*(?P<unit>%|‰|(?!左右|以上|以内|以下)[\u4e00-\u9fff]{1,5}?)?\s*[\]］】〕]?\s*(?P<after>左右|以上|以内|以下)?\s*(?P<mark>[*＊①-⑨★]*)"
)
_BEFORE = {
    "≥": Comparator.GE,
    "≧": Comparator.GE,
    "不低于": Comparator.GE,
    "≤": Comparator.LE,
    "≦": Comparator.LE,
    "不超过": Comparator.LE,
    ">": Comparator.GT,
    "超过": Comparator.GT,
    "大于": Comparator.GT,
    "高于": Comparator.GT,
    "<": Comparator.LT,
    "小于": Comparator.LT,
    "低于": Comparator.LT,
    "约": Comparator.APPROX,
}
_AFTER = {"左右": Comparator.APPROX, "以上": Comparator.GE, "以内": Comparator.LE, "以下": Comparator.LE}
_BRACKETED = re.compile(r"[\[［【〔]")
_DECLINES = re.compile(r"下降|降低|减少|削减|压减|减排")


def _read_cell(
    document: Document, number: int, table: Table, row: _Row, column: Column, cell: Cell, span: _PlanSpan, block: int
) -> Statement | None:
    match = _CELL.fullmatch(cell.text.strip())
    lead = len(cell.text) - len(cell.text.lstrip())
    if match is None:
        return _read_words(document, number, table, row, column, cell, span, block)
    cumulative = bool(_BRACKETED.search(cell.text))
    unit, multiplier, last = _cell_unit(match, row, column, cumulative=cumulative)
    value = Decimal(match.group("number").replace(",", "")) * multiplier
    high = Decimal(match.group("high")) * multiplier if match.group("high") else None
    comparator = Comparator.RANGE if high is not None else _cell_comparator(match)
    measure = _cell_measure(row, column, unit, cumulative=cumulative)
    start, end = cell.start + lead + match.start("number"), cell.start + lead + match.end(last)
    reading = _cell_reading(number, table, row, column, cell, match.group("mark"), cumulative=cumulative)
    return _statement(
        document,
        start,
        end,
        row,
        column,
        block,
        Quantity(_plain(value), unit, comparator, high),
        measure,
        _cell_period(column, span, _mark_year(table, match.group("mark")), cumulative=cumulative),
        match.group("modal") or "",
        reading,
    )


def _cell_unit(match: re.Match[str], row: _Row, column: Column, *, cumulative: bool) -> tuple[str, Decimal, str]:
    """The unit and multiplier of a cell, printed in it or given by its row, and the part that its quantity ends with."""
    printed = split_unit(match.group("unit")) if match.group("unit") else None
    if printed is not None:
        return printed[1], printed[0], "unit"
    last = "high" if match.group("high") else "number"
    if column.role == "growth" and not cumulative:
        return "%", Decimal(1), last
    return row.unit, row.multiplier, last


def _plain(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _cell_comparator(match: re.Match[str]) -> Comparator:
    before = match.group("before") or match.group("before2")
    return _BEFORE.get(before or "") or _AFTER.get(match.group("after") or "") or Comparator.EQ


def _cell_measure(row: _Row, column: Column, unit: str, *, cumulative: bool) -> Measure:
    """Level in a year's column; in a growth column the change that the name or the merged head beside it speaks of."""
    declines = bool(_DECLINES.search(row.name) or _DECLINES.search(row.context))
    if column.role == "growth":
        if declines:
            return Measure.DECLINE
        return Measure.FLOW if cumulative and unit not in ("%", "‰", "百分点") else Measure.GROWTH
    if declines:
        return Measure.DECLINE
    if row.name.endswith(("增长", "增速", "增长率", "增幅")) and "自然增长率" not in row.name:
        return Measure.GROWTH
    return Measure.FLOW if cumulative or row.name.startswith("新增") or "新增就业" in row.name else Measure.LEVEL


def _cell_period(column: Column, span: _PlanSpan, marked_year: int, *, cumulative: bool) -> str:
    if column.role == "growth" or cumulative:
        return f"{span.base + 1}-{marked_year}" if marked_year and span.base else span.period
    return str(marked_year or column.year) if column.year else ""


def _mark_year(table: Table, mark: str) -> int:
    """The year that a note below gives for cells with a mark: 带*指标为2019年实际完成情况."""
    if not mark or mark[0] not in "*＊":
        return 0
    for note in table.notes:
        match = re.search(r"[*＊][^。；]{0,12}?((?:19|20)\d\d)年", note)
        if match:
            return int(match.group(1))
    return 0


def _cell_reading(
    number: int, table: Table, row: _Row, column: Column, cell: Cell, mark: str, *, cumulative: bool
) -> TableCellReading:
    role = "cumulative" if column.role == "growth" and cumulative else column.role
    notes = tuple(note for note in table.notes if _concerns(note, row, mark, cumulative=cumulative))
    return TableCellReading(
        table=number,
        row=row.number,
        column=cell.column,
        column_role=role,
        column_title=column.title,
        section=row.section,
        attribute=row.attribute,
        starred=row.starred,
        cumulative=cumulative,
        footnotes=notes,
    )


def _concerns(note: str, row: _Row, mark: str, *, cumulative: bool) -> bool:
    return (
        (bool(mark) and mark[0] in note)
        or (row.starred and "★" in note)
        or (cumulative and ("[]" in note or "［］" in note or "累计" in note))
        or (len(row.name) > 3 and row.name[:6] in note)
    )


def _read_words(
    document: Document, number: int, table: Table, row: _Row, column: Column, cell: Cell, span: _PlanSpan, block: int
) -> Statement | None:
    """等待国家下达, 高于国家平均水平, 进入国家先进行列: a target without a number."""
    text = cell.text.strip()
    found = classify_open_target(text)
    if found is None:
        return None
    start = cell.start + cell.text.index(text[0])
    quantity = Quantity(None, "", found.comparator, open_target=found.kind, words=text, reference=found.reference)
    reading = _cell_reading(number, table, row, column, cell, "", cumulative=False)
    measure = _cell_measure(row, column, row.unit, cumulative=False)
    period = span.period if column.role == "growth" else str(column.year or "")
    return _statement(document, start, start + len(text), row, column, block, quantity, measure, period, "", reading)


def _statement(
    document: Document,
    start: int,
    end: int,
    row: _Row,
    column: Column,
    block: int,
    quantity: Quantity,
    measure: Measure,
    period: str,
    modality: str,
    reading: TableCellReading,
) -> Statement:
    span = document.span(start, end)
    result = column.actual or column.role in ("base", "actual")
    line = document.clean.text.rfind("\n", 0, start) + 1, document.clean.text.find("\n", end)
    sentence = document.span(line[0], line[1] if line[1] > 0 else len(document.clean.text))
    return Statement(
        span=span,
        text=document.original(span),
        kind=StatementKind.RESULT if result else StatementKind.TARGET,
        subject=row.name,
        measure=measure,
        quantity=quantity,
        period=period,
        modality=modality,
        sentence=sentence,
        block=block,
        page=document.source.page_of(span.start),
        cell=reading,
        reasons=(f"table:{column.title}", *((f"context:{row.context}",) if row.context else ())),
    )


def _not_understood(document: Document, row: _Row, cell: Cell) -> Finding:
    text = cell.text.strip()
    return Finding(
        code="LT102",
        severity=Severity.WARNING,
        message=f"指标“{row.name}”一行中的“{text}”未能读懂",
        message_en=f"the cell “{text}” in the row of “{row.name}” was not understood",
        span=document.span(cell.start, max(cell.end, cell.start + 1)),
        remedy="核对原文，并在台账中手工填写该单元格",
        remedy_en="check the original and enter the cell by hand",
    )

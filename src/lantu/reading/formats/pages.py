"""Pages of lines and tables, as PDF, OFD and scans give them, written as text."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import pairwise

from lantu.model.finding import Finding
from lantu.reading.formats import notices
from lantu.reading.formats.builder import TableCell, TextBuilder
from lantu.reading.formats.furniture import furniture_lines
from lantu.reading.formats.page import A4, PageFrame, PageLine
from lantu.reading.formats.pdf_tables import PageTable
from lantu.text.source import MarkKind
from lantu.text.span import Span

#: A first line is moved in by about two characters.
_INDENT = "\u3000\u3000"
#: A number, or a label as 一、 and （一）: what a row of its own has.
_OWN_ROW = re.compile(r"\d|^[（(]?[一二三四五六七八九十]{1,3}[、.）)]")
#: No more rows than these are a table's head.
_LONGEST_HEAD = 3


@dataclass(slots=True)
class ReadPage:
    """What was read of one page.

    Attributes:
        unread: Whether it shows something that could not be read.
        confidence: How sure character recognition was of it; None where the page holds its text itself.
    """

    frame: PageFrame = A4
    lines: list[PageLine] = field(default_factory=list)
    tables: list[PageTable] = field(default_factory=list)
    unsure_tables: int = 0
    unread: bool = False
    damaged: bool = False
    confidence: float | None = None


def write_pages(pages: list[ReadPage], builder: TextBuilder) -> tuple[Finding, ...]:
    """Adds the pages to the text, furniture marked, tables where they stand; what is wrong with them comes back."""
    findings: list[Finding] = []
    _mend_rows(pages)
    furniture = furniture_lines([(page.frame, page.lines) for page in pages])
    last: PageTable | None = None  # the table that the page before ended with
    for number, (page, set_aside) in enumerate(zip(pages, furniture, strict=True), start=1):
        start = builder.offset
        builder.page()
        last = _write_page(page, set_aside, builder, last)
        findings += _page_findings(page, number, Span(start, builder.offset))
    return tuple(findings)


def _write_page(page: ReadPage, furniture: set[int], builder: TextBuilder, last: PageTable | None) -> PageTable | None:
    """Adds a page; the table that it ends with comes back, as it may go on over the page's end."""
    owners = {index: table for table in page.tables for index in table.lines}
    written: list[PageTable] = []
    margin = _left_margin(page.lines)
    for index, line in enumerate(page.lines):
        table = owners.get(index)
        if table is None:
            indent = _INDENT if _is_indented(line, margin) else ""
            builder.line(indent + line.text, MarkKind.FURNITURE if index in furniture else None)
            last = last if index in furniture else None
        elif table not in written:
            _write_table(table, builder, last)
            written.append(table)
            last = table
    return last


def _write_table(table: PageTable, builder: TextBuilder, last: PageTable | None) -> None:
    """Adds a table, or the rest of the last one; a head that the next page repeats is furniture."""
    if last is None or not table.continues(last):
        builder.table(table.cells)
        return
    repeated = _repeated_head(table, last)
    for texts in table.row_texts()[:repeated]:
        builder.line("\t".join(texts), MarkKind.FURNITURE)
    rest = [replace(cell, row=cell.row - repeated) for cell in table.cells if cell.row >= repeated]
    builder.table(rest, goes_on=True)


def _repeated_head(table: PageTable, last: PageTable) -> int:
    """How many rows a table begins with that the table before it begins with too."""
    texts, head = table.row_texts(), last.row_texts()
    repeated = 0
    while repeated < min(_LONGEST_HEAD, len(texts) - 1, len(head)) and texts[repeated] == head[repeated]:
        repeated += 1
    return repeated


def _mend_rows(pages: list[ReadPage]) -> None:
    """Puts rows together that a page's end cuts: 常住人口 | 72 over 城镇化率（%） | is one row of the upper page."""
    for page, following in pairwise(pages):
        if not page.tables or not following.tables or not following.tables[0].continues(page.tables[-1]):
            continue
        upper, lower = page.tables[-1], following.tables[0]
        cut = _repeated_head(lower, upper)
        last = max(cell.row for cell in upper.cells)
        rest = {cell.column: cell for cell in lower.cells if cell.row == cut}
        begun = {cell.column: cell for cell in upper.cells if cell.row == last}
        if not _is_rest(rest, begun):
            continue
        page.tables[-1] = replace(upper, cells=tuple(_joined(cell, rest, last) for cell in upper.cells))
        following.tables[0] = replace(
            lower,
            cells=tuple(replace(cell, row=cell.row - (cell.row > cut)) for cell in lower.cells if cell.row != cut),
        )


def _is_rest(rest: dict[int, TableCell], begun: dict[int, TableCell]) -> bool:
    """Whether a row only goes on with words of the row above it: most of it empty, no number, no label of its own."""
    texts = [cell.text for cell in rest.values() if cell.text]
    if rest.keys() != begun.keys() or len(rest) < 3 or not texts or len(texts) * 2 > len(rest):
        return False
    if any(cell.row_span > 1 or cell.column_span > 1 for cell in rest.values()) or _OWN_ROW.search("".join(texts)):
        return False
    return all(begun[column].text for column, cell in rest.items() if cell.text)


def _joined(cell: TableCell, rest: dict[int, TableCell], row: int) -> TableCell:
    return replace(cell, text=f"{cell.text} {rest[cell.column].text}".strip()) if cell.row == row else cell


def _left_margin(lines: list[PageLine]) -> float:
    """The leftmost place where more than a stray line of a page begins."""
    lefts = Counter(round(line.box.left / 2) for line in lines)
    return 2.0 * min((left for left, count in lefts.items() if count * 10 >= len(lines)), default=0)


def _is_indented(line: PageLine, margin: float) -> bool:
    """Whether a line begins as a paragraph does, two characters from the margin."""
    size = line.box.bottom - line.box.top
    return 1.4 * size < line.box.left - margin < 2.8 * size


def _page_findings(page: ReadPage, number: int, span: Span) -> list[Finding]:
    findings: list[Finding] = []
    if page.damaged:
        findings.append(notices.missing_part(f"第 {number} 页", f"page {number}", span))
    if page.unread:
        findings.append(notices.page_without_text(number, span))
    if page.confidence is not None:
        findings.append(notices.recognised_page(number, page.confidence, span))
    if page.unsure_tables:
        findings.append(notices.unsure_table(number, span))
    return findings

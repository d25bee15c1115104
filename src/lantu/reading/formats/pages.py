"""Pages of lines and tables, as PDF, OFD and scans give them, written as text."""

from dataclasses import dataclass, field

from lantu.model.finding import Finding
from lantu.reading.formats import notices
from lantu.reading.formats.builder import TextBuilder
from lantu.reading.formats.furniture import furniture_lines
from lantu.reading.formats.page import A4, PageFrame, PageLine
from lantu.reading.formats.pdf_tables import PageTable
from lantu.text.source import MarkKind
from lantu.text.span import Span

#: A first line is moved in by about two characters.
_INDENT = "\u3000\u3000"


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
    furniture = furniture_lines([(page.frame, page.lines) for page in pages])
    for number, (page, set_aside) in enumerate(zip(pages, furniture, strict=True), start=1):
        start = builder.offset
        builder.page()
        _write_page(page, set_aside, builder)
        findings += _page_findings(page, number, Span(start, builder.offset))
    return tuple(findings)


def _write_page(page: ReadPage, furniture: set[int], builder: TextBuilder) -> None:
    owners = {index: table for table in page.tables for index in table.lines}
    written: list[PageTable] = []
    margin = _left_margin(page.lines)
    for index, line in enumerate(page.lines):
        table = owners.get(index)
        if table is None:
            indent = _INDENT if _is_indented(line, margin) else ""
            builder.line(indent + line.text, MarkKind.FURNITURE if index in furniture else None)
        elif table not in written:
            builder.table(table.cells)
            written.append(table)


def _left_margin(lines: list[PageLine]) -> float:
    """Where most lines of a page begin."""
    lefts = [round(line.box.left / 2) for line in lines]
    return 2.0 * max(set(lefts), key=lefts.count, default=0)


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

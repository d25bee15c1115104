"""PDF files: text, pages, ruled tables, running heads; scanned pages by character recognition where installed."""

import io
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

from lantu.model.finding import Finding
from lantu.reading.formats import notices
from lantu.reading.formats.builder import TextBuilder
from lantu.reading.formats.causes import unreadable
from lantu.reading.formats.limits import Limits
from lantu.reading.formats.ocr import Recogniser, find_recogniser
from lantu.reading.formats.pdf_furniture import furniture_lines
from lantu.reading.formats.pdf_page import A4, PageFrame, PageLine, frame_of, is_scan, lines_of, signs_of
from lantu.reading.formats.pdf_tables import PageTable, tables_of
from lantu.reading.formats.reader import Reading
from lantu.text.source import MarkKind
from lantu.text.span import Span

#: Fewer rules than this make no table.
_LEAST_RULES = 4
#: Scans are shown to character recognition at this many pixels an inch.
_SCAN_DPI = 200
#: A first line is moved in by about two characters.
_INDENT = "\u3000\u3000"


class PdfReader:
    """The text of a PDF, page by page, line breaks kept as on the page."""

    name = "pdf"
    media_types = ("application/pdf",)

    def recognises(self, data: bytes) -> bool:
        """Whether the mark of PDF stands near the beginning, where readers look for it."""
        return b"%PDF-" in data[:1024]

    def read(self, data: bytes, name: str, limits: Limits) -> Reading:
        """The text of all pages.

        Raises:
            UnreadableFileError: It is damaged, locked, too long, or holds no text that can be read here.
        """
        pages = _read_pages(data, name, limits)
        builder = TextBuilder()
        findings = _write(pages, builder)
        if not builder.offset:
            raise unreadable(name, "pdf-without-text" if any(page.unread for page in pages) else "blank")
        return builder.build(name, "application/pdf", self.name), findings


@dataclass(slots=True)
class _Page:
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


def _read_pages(data: bytes, name: str, limits: Limits) -> list[_Page]:
    # pdfium takes 60 ms to load, and only PDF files want it.
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415  # it carries no types

    with ExitStack() as stack:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as err:
            locked = "password" in str(err).lower()
            raise unreadable(name, "encrypted-pdf" if locked else "damaged-pdf") from err
        stack.callback(document.close)
        if len(document) > limits.pages:
            raise unreadable(name, "too-many-pages", pages=len(document), limit=limits.pages)
        recogniser = find_recogniser()
        plumber = _Plumber(data, stack)
        pages: list[_Page] = []
        for index in range(len(document)):
            try:
                pages.append(_read_page(document[index], index, plumber, recogniser, limits))
            except pypdfium2.PdfiumError:
                pages.append(_Page(damaged=True))  # reported as LT907 when the text is written
        return pages


class _Plumber:
    """pdfplumber's pages of the same file; opened when the first table shows."""

    def __init__(self, data: bytes, stack: ExitStack) -> None:
        self._data = data
        self._stack = stack
        self._document: Any = None

    def tables(
        self, index: int, text_page: Any, frame: PageFrame, lines: list[PageLine]
    ) -> tuple[list[PageTable], int]:
        """The tables of a page, and how many could not be taken apart."""
        # pdfplumber takes 200 ms to load, wanted only where rules show.
        import pdfplumber  # noqa: PLC0415

        try:
            if self._document is None:
                self._document = self._stack.enter_context(pdfplumber.open(io.BytesIO(self._data)))
            page = self._document.pages[index]
            found = tables_of(page, text_page, frame, lines)
            page.close()
        except Exception:  # noqa: BLE001  # pdfminer raises anything on odd files; the text is read all the same, and LT904 says so
            return [], 1
        return found


def _read_page(page: Any, index: int, plumber: _Plumber, recogniser: Recogniser | None, limits: Limits) -> _Page:
    frame = frame_of(page)
    text_page = page.get_textpage()
    lines = lines_of(text_page, frame)
    signs = signs_of(page, frame)
    if is_scan(lines, signs):
        result = _Page(frame, lines, unread=True) if recogniser is None else _recognise(page, frame, recogniser, limits)
    else:
        result = _Page(frame, lines)
        if signs.rules >= _LEAST_RULES and not signs.crowded and lines:
            result.tables, result.unsure_tables = plumber.tables(index, text_page, frame, lines)
    text_page.close()
    page.close()
    return result


def _recognise(page: Any, frame: PageFrame, recogniser: Recogniser, limits: Limits) -> _Page:
    scale = min(_SCAN_DPI / 72, (limits.pixels / max(1.0, frame.width * frame.height)) ** 0.5)
    recognised = recogniser.read(page.render(scale=scale).to_numpy())
    lines = [PageLine(line.text, line.box) for line in recognised.lines]
    return _Page(PageFrame(0, 0, frame.width * scale, frame.height * scale, 0), lines, confidence=recognised.confidence)


def _write(pages: list[_Page], builder: TextBuilder) -> tuple[Finding, ...]:
    findings: list[Finding] = []
    furniture = furniture_lines([(page.frame, page.lines) for page in pages])
    for number, (page, set_aside) in enumerate(zip(pages, furniture, strict=True), start=1):
        start = builder.offset
        builder.page()
        _write_page(page, set_aside, builder)
        findings += _page_findings(page, number, Span(start, builder.offset))
    return tuple(findings)


def _write_page(page: _Page, furniture: set[int], builder: TextBuilder) -> None:
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


def _page_findings(page: _Page, number: int, span: Span) -> list[Finding]:
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

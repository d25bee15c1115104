"""PDF files: text, pages, ruled tables, running heads; scanned pages by character recognition where installed."""

import io
import logging
from contextlib import ExitStack
from typing import Any

from lantu.reading.formats.builder import TextBuilder
from lantu.reading.formats.causes import unreadable
from lantu.reading.formats.limits import Limits
from lantu.reading.formats.ocr import Recogniser, find_recogniser
from lantu.reading.formats.page import PageFrame, PageLine
from lantu.reading.formats.pages import ReadPage, write_pages
from lantu.reading.formats.pdf_page import frame_of, is_scan, lines_of, signs_of
from lantu.reading.formats.pdf_streams import check_streams
from lantu.reading.formats.pdf_tables import PageTable, tables_of
from lantu.reading.formats.reader import Reading

#: Fewer rules than this make no table.
_LEAST_RULES = 4
_SILENT = logging.NullHandler()
#: Scans are shown to character recognition at this many pixels an inch.
_SCAN_DPI = 200


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
        check_streams(data, name, limits)
        pages = _read_pages(data, name, limits)
        builder = TextBuilder()
        findings = write_pages(pages, builder)
        if not builder.offset:
            raise unreadable(name, _why_blank(pages))
        return builder.build(name, "application/pdf", self.name), findings


def _why_blank(pages: list[ReadPage]) -> str:
    if any(page.unread for page in pages):
        return "pdf-without-text"
    if any(page.damaged for page in pages):
        return "damaged-pdf"
    return "blank" if all(page.confidence is None for page in pages) else "nothing-recognised"


def _read_pages(data: bytes, name: str, limits: Limits) -> list[ReadPage]:
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
        pages: list[ReadPage] = []
        for index in range(len(document)):
            try:
                pages.append(_read_page(document[index], index, plumber, recogniser, limits))
            except pypdfium2.PdfiumError:
                pages.append(ReadPage(damaged=True))  # reported as LT907 when the text is written
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

        # pdfminer warns of every oddity; without a handler Python prints that, which a library must not.
        logging.getLogger("pdfminer").addHandler(_SILENT)
        try:
            if self._document is None:
                self._document = self._stack.enter_context(pdfplumber.open(io.BytesIO(self._data)))
            page = self._document.pages[index]
            found = tables_of(page, text_page, frame, lines)
            page.close()
        except Exception:  # noqa: BLE001  # pdfminer raises anything on odd files; the text is read all the same, and LT904 says so
            return [], 1
        return found


def _read_page(page: Any, index: int, plumber: _Plumber, recogniser: Recogniser | None, limits: Limits) -> ReadPage:
    frame = frame_of(page)
    text_page = page.get_textpage()
    lines = lines_of(text_page, frame)
    signs = signs_of(page, frame)
    if is_scan(lines, signs):
        result = ReadPage(frame, lines, unread=True)
        if recogniser is not None:
            result = recogniser.read_page(_picture(page, frame, limits))
    else:
        result = ReadPage(frame, lines)
        if signs.rules >= _LEAST_RULES and not signs.crowded and lines:
            result.tables, result.unsure_tables = plumber.tables(index, text_page, frame, lines)
    text_page.close()
    page.close()
    return result


def _picture(page: Any, frame: PageFrame, limits: Limits) -> Any:
    """The page as pixels, fine enough to recognise small print in, but within the limit."""
    most = (limits.pixels / max(1.0, frame.width * frame.height)) ** 0.5
    return page.render(scale=min(_SCAN_DPI / 72, most)).to_numpy()

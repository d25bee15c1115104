"""Words of a document as they are quoted: cleaned for reading, traced to their place."""

from lantu.model.document import Document
from lantu.model.extraction import Extraction
from lantu.model.finding import Finding
from lantu.model.statement import Statement
from lantu.text.span import Span


def doc_name(document: Document) -> str:
    """The name that records call a document by: its file's name without the suffix.

    >>> from lantu.text.cleaning import clean_text
    >>> from lantu.text.source import Source
    >>> doc_name(Document(Source("云岭省.工作报告.txt", ""), clean_text(""), ()))
    '云岭省.工作报告'
    """
    stem, point, _ = document.source.name.rpartition(".")
    return stem if point and stem else document.source.name


def clean_range(document: Document, span: Span) -> tuple[int, int]:
    """Where a span of the original stands in the cleaned text; an empty range if nothing of it was kept."""
    if span.end <= span.start:
        return 0, 0
    start = document.clean.clean_offset(span.start)
    last = document.clean.clean_offset(span.end - 1)
    kept = last < len(document.clean.text) and document.clean.original_offset(last) < span.end
    return start, max(start, last + 1 if kept else last)


def quote(document: Document, span: Span) -> str:
    """The words at a span, without the line breaks and blanks of the original."""
    start, end = clean_range(document, span)
    return document.clean.text[start:end].replace("\n", "").strip()


def heading_path(document: Document, block: int) -> tuple[str, ...]:
    """The headings and boxes that enclose a block, outermost first, as printed but for a full stop."""
    if not 0 <= block < len(document.blocks):
        return ()
    return tuple(document.clean.text[head.start : head.end].strip().rstrip("。") for head in document.path(block))


def statements_of(extraction: Extraction, *, numbers_only: bool = False) -> tuple[Statement, ...]:
    """The statements to be listed: all, or those with a number."""
    if not numbers_only:
        return extraction.statements
    return tuple(statement for statement in extraction.statements if statement.quantity.value is not None)


def findings_of(extraction: Extraction) -> tuple[Finding, ...]:
    """Every finding about a document, each once: those of reading it and those of extracting from it."""
    found = dict.fromkeys((*extraction.document.findings, *extraction.findings))
    return tuple(sorted(found, key=lambda finding: (finding.span.start, finding.span.end, finding.code)))

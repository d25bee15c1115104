"""What a file held: its text as published, and what its format said about that text."""

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum


class MarkKind(StrEnum):
    """What a file's own format says of a stretch of its text."""

    HEADING = "heading"  # level 1-9
    TITLE = "title"
    LIST_ITEM = "list_item"  # level = nesting depth, from 1
    TABLE = "table"
    CELL = "cell"  # row, column, row_span, column_span within the table that encloses it
    FURNITURE = "furniture"  # running heads, page numbers, buttons, navigation: never read as content
    DELETED = "deleted"  # struck out by a tracked change
    TEXT_BOX = "text_box"
    FOOTNOTE = "footnote"
    CONTENTS = "contents"  # a line of a table of contents


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that the format said about characters ``start`` to ``end`` of the source's text."""

    kind: MarkKind
    start: int
    end: int
    level: int = 0
    row: int = 0
    column: int = 0
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one file exactly as it was taken from it; every span of a Document counts its characters.

    For plain text this is the decoded file; for Word, HTML, PDF and OFD it is the text that the format holds, one
    paragraph a line, table rows as lines with tabs between cells, pages in order.

    Attributes:
        name: The file's name, without its folder.
        text: The original text. Never changed: what cleans it keeps a map back.
        media_type: What the content was found to be, such as ``text/plain`` or ``application/pdf``.
        encoding: The character encoding that was detected, or "" where the format fixes it.
        digest: SHA-256 of the file's bytes, in hexadecimal: the same content is the same document.
        pages: Where each page starts in ``text``, in order; empty where the format has no pages.
        marks: What the format said, sorted by start; empty for plain text.
        reader: The name of the reader that took the text out.
    """

    name: str
    text: str
    media_type: str = "text/plain"
    encoding: str = ""
    digest: str = ""
    pages: tuple[int, ...] = ()
    marks: tuple[Mark, ...] = field(default=(), repr=False)
    reader: str = "text"

    def page_of(self, offset: int) -> int | None:
        """The number of the page, from 1, on which a character stands; None where there are no pages."""
        return bisect_right(self.pages, offset) or None if self.pages else None

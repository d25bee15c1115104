"""A source's text put together line by line, with the marks that belong to its lines."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from lantu.text.source import Mark, MarkKind, Source

#: What else splits lines for those who read the text; inside one line these become blanks.
_LINE_BREAKS = dict.fromkeys(map(ord, "\n\r\f\v\x1c\x1d\x1e\x85\u2028\u2029"), " ")
_CELL_BREAKS = {**_LINE_BREAKS, ord("\t"): " "}

#: A table is padded with empty cells up to this width; what claims to be wider is not a table of a document.
WIDEST = 256


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell as its format gives it, at its place in the table's grid."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


class TextBuilder:
    """Collects a file's lines, its pages and its marks, and makes the Source of them."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._marks: list[Mark] = []
        self._pages: list[int] = []
        self._table = 0  # where the last table's mark is kept
        self._rows = 0  # how many rows it has
        self.offset = 0

    def page(self) -> None:
        """Begins a page here."""
        self._pages.append(self.offset)

    def line(self, text: str, kind: MarkKind | None = None, *, level: int = 0) -> None:
        """Adds a line, marked whole where a kind is given; a line without text is left out."""
        text = text.translate(_LINE_BREAKS).strip(" ")
        if not text or text.isspace():
            return
        if kind is not None:
            self.mark(kind, self.offset, self.offset + len(text), level=level)
        self._add(text + "\n")

    def lines(self, text: str, kind: MarkKind | None = None, *, level: int = 0) -> None:
        """Adds each line of a text that breaks its own lines."""
        for line in text.splitlines():
            self.line(line, kind, level=level)

    @contextmanager
    def marked(self, kind: MarkKind, *, level: int = 0) -> Iterator[None]:
        """Marks all that is added inside the block, without the last line break."""
        start, place = self.offset, len(self._marks)
        yield
        if self.offset > start:
            # An enclosing mark stands before those it encloses, as sorting by start keeps the order of equals.
            self._marks.insert(place, Mark(kind, start, self.offset - 1, level))

    def mark(self, kind: MarkKind, start: int, end: int, *, level: int = 0) -> None:
        """Marks characters that were added or are about to be."""
        self._marks.append(Mark(kind, start, end, level))

    def table(self, cells: Sequence[TableCell], *, goes_on: bool = False) -> None:
        """Adds a table: a line a row, a tab between two cells, a merged cell's text at its first place only.

        Args:
            cells: The cells on their grid.
            goes_on: Whether the last table goes on here, after a page's end: its mark then reaches to the last of
                these cells, and their rows are counted after its own.
        """
        rows: dict[int, list[TableCell]] = {}
        for cell in cells:
            rows.setdefault(cell.row, []).append(cell)
        # A row shows as many columns as the table has; a hostile span must not make the text explode.
        width = min(WIDEST, max((cell.column + cell.column_span for cell in cells), default=0))
        if width * len(rows) > 50 * len(cells) + 10_000:
            width = 0
        if not any(cell.text.strip() for cell in cells):
            return
        first = self._rows if goes_on else 0
        start = self.offset
        if not goes_on:
            self._table = len(self._marks)
            self._marks.append(Mark(MarkKind.TABLE, start, start))
        for _, row in sorted(rows.items()):
            self._row(sorted(row, key=lambda cell: cell.column), width, first)
        self._rows = first + max(rows) + 1
        self._marks[self._table] = replace(self._marks[self._table], end=self.offset - 1)

    def _row(self, row: list[TableCell], width: int, first: int) -> None:
        texts: list[str] = []
        offset, column = self.offset, 0
        for cell in row:
            gap = "\t" * (min(cell.column - column, WIDEST) if width else min(cell.column - column, 1))
            text = " ".join(cell.text.translate(_CELL_BREAKS).split(" ")).strip()
            start = offset + len(gap)
            self._marks.append(
                Mark(
                    MarkKind.CELL,
                    start,
                    start + len(text),
                    row=first + cell.row,
                    column=cell.column,
                    row_span=cell.row_span,
                    column_span=cell.column_span,
                )
            )
            texts += (gap, text)
            offset, column = start + len(text), cell.column
        texts.append("\t" * max(0, width - 1 - column))
        self._add("".join(texts) + "\n")

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self.offset += len(text)

    def build(self, name: str, media_type: str, reader: str, *, encoding: str = "") -> Source:
        """The Source of all that was added."""
        marks = sorted(self._marks, key=lambda mark: mark.start)
        return Source(
            name,
            "".join(self._parts),
            media_type=media_type,
            encoding=encoding,
            pages=tuple(self._pages),
            marks=tuple(marks),
            reader=reader,
        )


def is_frame(cells: Sequence[TableCell]) -> bool:
    """Whether a table is only a frame around text: no row holds two cells, as in 专栏 drawn as a box."""
    rows = [cell.row for cell in cells]
    return len(rows) == len(set(rows))

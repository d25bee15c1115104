"""Ruled tables on a page of a PDF."""

from dataclasses import dataclass
from typing import Any

from lantu.reading.formats.builder import TableCell, is_frame
from lantu.reading.formats.page import Box, PageFrame, PageLine, in_lines
from lantu.reading.formats.pdf_page import characters_of, unbroken

#: Rules nearer than this, in points, are one rule.
_NEAR = 4.0
#: Tables of documents have some hundreds of cells on a page.
_MOST_CELLS = 4000
#: The least share of the characters inside a table's frame that its cells must hold to be believed.
_COMPLETE = 0.97


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table, where it stands on its page, and which of the page's lines are its text.

    Attributes:
        box: The table's frame.
        cells: Its cells on the grid of its rules.
        lines: Indices of the page's lines that stand inside.
        edges: Where its columns begin, and the last one ends.
    """

    box: Box
    cells: tuple[TableCell, ...]
    lines: frozenset[int]
    edges: tuple[float, ...] = ()

    def continues(self, other: "PageTable") -> bool:
        """Whether the columns are those of a table on the page before."""
        return len(self.edges) == len(other.edges) and all(
            abs(mine - theirs) <= _NEAR for mine, theirs in zip(self.edges, other.edges, strict=True)
        )

    def row_texts(self) -> list[tuple[str, ...]]:
        """The texts of each row's cells."""
        rows: dict[int, list[str]] = {}
        for cell in self.cells:
            rows.setdefault(cell.row, []).append(cell.text)
        return [tuple(rows[row]) for row in sorted(rows)]


def tables_of(
    plumber_page: Any, text_page: Any, frame: PageFrame, lines: list[PageLine]
) -> tuple[list[PageTable], int]:
    """The page's tables, upper ones first, and how many looked like one but do not hold the text inside them.

    A frame around running text (a table of one column) is no table. The rules come from pdfplumber; the text of the
    cells comes from pdfium as the running text does, so that both say the same.
    """
    if _is_squared(plumber_page.edges):
        return [], 0
    tables: list[PageTable] = []
    unsure = 0
    page = _PageText(text_page, frame)
    for found in sorted(plumber_page.find_tables(), key=lambda table: table.bbox[1]):
        boxes = [Box(*map(float, cell)) for cell in found.cells]
        table = _table(Box(*map(float, found.bbox)), boxes, page, lines)
        if is_frame(table.cells) or any(table.lines & other.lines for other in tables):
            continue
        if _is_complete(table, lines):
            tables.append(table)
        elif table.lines:
            unsure += 1
    return tables, unsure


def _is_squared(edges: list[dict[str, Any]]) -> bool:
    """Whether the rules would make more cells than a table has: squared paper, which takes minutes to take apart."""
    columns = {round(edge["x0"]) for edge in edges if edge["orientation"] == "v"}
    rows = {round(edge["top"]) for edge in edges if edge["orientation"] == "h"}
    return len(columns) * len(rows) > _MOST_CELLS


def _table(box: Box, boxes: list[Box], page: "_PageText", lines: list[PageLine]) -> PageTable:
    columns = _edges([x for cell in boxes for x in (cell.left, cell.right)])
    rows = _edges([y for cell in boxes for y in (cell.top, cell.bottom)])
    cells = [
        TableCell(page.inside(cell), *_place(rows, columns, cell))
        for cell in sorted(boxes, key=lambda cell: (cell.top, cell.left))
    ]
    inside = frozenset(index for index, line in enumerate(lines) if box.holds(line.box))
    return PageTable(box, tuple(cells), inside, tuple(columns))


def _edges(values: list[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _NEAR:
            edges.append(value)
    return edges


def _place(rows: list[float], columns: list[float], cell: Box) -> tuple[int, int, int, int]:
    """Row, column, row span and column span."""
    top, bottom = _index(rows, cell.top), _index(rows, cell.bottom)
    left, right = _index(columns, cell.left), _index(columns, cell.right)
    return top, left, max(1, bottom - top), max(1, right - left)


def _index(edges: list[float], value: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - value))


class _PageText:
    """The characters of a page by place."""

    def __init__(self, text_page: Any, frame: PageFrame) -> None:
        self._text_page = text_page
        self._frame = frame
        self._characters: list[PageLine] | None = None

    def inside(self, cell: Box) -> str:
        """What stands inside a cell, on one line."""
        left, bottom, right, top = self._frame.own(cell)
        found: str = self._text_page.get_text_bounded(left=left, bottom=bottom, right=right, top=top)
        text = " ".join(unbroken(found).split())
        if text.isascii() or not any(" " in line.strip() for line in found.splitlines()):
            return text
        # A blank inside a line may show that signs of another font were written after the others.
        if self._characters is None:
            self._characters = characters_of(self._text_page, self._frame)
        ordered = " ".join(line.text for line in in_lines([one for one in self._characters if cell.holds(one.box)]))
        ordered = " ".join(unbroken(ordered).split())
        return ordered if sorted(ordered.replace(" ", "")) == sorted(text.replace(" ", "")) else text


def _is_complete(table: PageTable, lines: list[PageLine]) -> bool:
    """Whether the cells hold the characters that stand inside the frame, no more and no fewer."""
    inside = sum(len("".join(lines[index].text.split())) for index in table.lines)
    held = sum(len("".join(cell.text.split())) for cell in table.cells)
    return inside * _COMPLETE <= held <= inside * (2 - _COMPLETE) + 2

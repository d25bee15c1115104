"""A document as HTML: headings as headings, boxes as boxes, tables as tables, and every mark in its place."""

from collections.abc import Iterator
from html import escape

from lantu.model.document import Block, BlockKind, Cell, Document, Table
from lantu.model.extraction import Extraction
from lantu.publishing.page.marks import Marker, Piece, find_marks
from lantu.publishing.quotation import clean_range, doc_name

#: Kinds of blocks that stand in the list of contents.
HEADS = frozenset({BlockKind.HEADING, BlockKind.BOX})
#: Words of a cell that are not broken over lines: 约束性, 42.5左右.
_SHORT_CELL = 7


def article_html(extraction: Extraction, number: int) -> Iterator[str]:
    """The document's text as markup, in pieces; ``number`` tells its marks from those of other documents on the page."""
    return _Article(extraction, number).markup()


class _Article:
    """One document while it is being set."""

    def __init__(self, extraction: Extraction, number: int) -> None:
        self._document: Document = extraction.document
        self._text = extraction.document.clean.text
        self._number = number
        self._marker = Marker(find_marks(extraction))
        self._named: set[tuple[str, int]] = set()
        self._tasks = _tasks_by_block(extraction)
        self._tables: set[int] = set()
        self._boxes: list[int] = []  # boxes that are open, outermost first
        self._depths: list[int] = []
        self._in_contents = False
        self._title_tag = "h1"

    def markup(self) -> Iterator[str]:
        if not any(block.kind is BlockKind.TITLE for block in self._document.blocks):
            yield f"<h1>{escape(self._document.front.title.value or doc_name(self._document))}</h1>\n"
        for index, block in enumerate(self._document.blocks):
            self._depths.append(self._depths[block.parent] + 1 if block.parent >= 0 else 0)
            yield from self._edges(index, block)
            yield self._title(index) if block.kind is BlockKind.TITLE else self._block(index, block)
        yield from self._edges(len(self._document.blocks), None)

    def _title(self, index: int) -> str:
        """A line of the title; the lines that stand together are one heading."""
        blocks = self._document.blocks
        is_first = not any(block.kind is BlockKind.TITLE for block in blocks[:index])
        opens = index == 0 or blocks[index - 1].kind is not BlockKind.TITLE
        closes = index + 1 == len(blocks) or blocks[index + 1].kind is not BlockKind.TITLE
        self._title_tag = ("h1" if is_first else "p") if opens else self._title_tag
        words = self._words(blocks[index].start, blocks[index].end)
        head = f'<{self._title_tag} id="d{self._number}-b{index}" class="title">' if opens else "<br>"
        return head + words + (f"</{self._title_tag}>\n" if closes else "")

    def _edges(self, index: int, block: Block | None) -> Iterator[str]:
        """What closes and opens between two blocks: boxes, and the printed table of contents."""
        is_contents = block is not None and block.kind is BlockKind.TOC
        if self._in_contents and not is_contents:
            yield "</details>\n"
        while self._boxes and not self._is_within(self._boxes[-1], index):
            self._boxes.pop()
            yield "</section>\n"
        if is_contents and not self._in_contents:
            yield '<details class="toc"><summary data-t="printed_contents"></summary>\n'
        if block is not None and block.kind is BlockKind.BOX:
            self._boxes.append(index)
            yield '<section class="frame">\n'
        self._in_contents = is_contents

    def _is_within(self, box: int, index: int) -> bool:
        blocks = self._document.blocks
        while 0 <= index < len(blocks):
            index = blocks[index].parent
            if index == box:
                return True
        return False

    def _block(self, index: int, block: Block) -> str:
        if block.kind in HEADS:
            return self._set(f"h{min(6, self._depths[index] + 2)}", index, block)
        if block.kind in {BlockKind.TABLE, BlockKind.TABLE_ROW} and block.table >= 0:
            if block.table in self._tables:
                return ""
            self._tables.add(block.table)
            return self._table(self._document.tables[block.table])
        return self._set("p", index, block)

    def _set(self, tag: str, index: int, block: Block) -> str:
        """One block as an element: its kind as class, a bar where it belongs to a task."""
        words = self._words(block.start, block.end)
        task = self._tasks.get(index)
        classes = (
            block.kind.value + (" task" if task is not None else "") + (" lead" if block.title and tag == "p" else "")
        )
        bar = ""
        if task is not None:
            name = self._name("t", task)
            bar = f'<a class="bar"{name} href="#d{self._number}-t{task}" data-t-label="task" tabindex="-1" data-k="t{task}"></a>'
        return f'<{tag} id="d{self._number}-b{index}" class="{classes}">{bar}{words}</{tag}>\n'

    def _words(self, start: int, end: int) -> str:
        return "".join(map(self._piece, self._marker.pieces(start, end)))

    def _piece(self, piece: Piece) -> str:
        words = escape(self._text[piece.start : piece.end])
        if not piece.marks:
            return words
        classes = " ".join(dict.fromkeys(mark.style for mark in piece.marks))
        answering = [mark for mark in piece.marks if mark.list_key != "n"]
        if not answering:
            return f'<span class="{classes}">{words}</span>'
        # A number within a project's name leads to the number: the smallest mark is the one that was meant.
        first = min(answering, key=lambda mark: (mark.end - mark.start, mark.list_key))
        keys = " ".join(
            f"{mark.list_key}{mark.index}" for mark in [first, *(mark for mark in answering if mark is not first)]
        )
        names = "".join(self._name(mark.list_key, mark.index) for mark in answering[:1])
        href = f"#d{self._number}-{first.list_key}{first.index}"
        return f'<a class="m {classes}"{names} href="{href}" tabindex="-1" data-k="{keys}">{words}</a>'

    def _name(self, list_key: str, index: int) -> str:
        """The id of a mark, which only its first piece carries."""
        if (list_key, index) in self._named:
            return ""
        self._named.add((list_key, index))
        return f' id="d{self._number}-{list_key}{index}"'

    def _table(self, table: Table) -> str:
        rows = [
            f"<tr>{''.join(self._cell(cell, is_head=number == 0) for cell in row)}</tr>"
            for number, row in enumerate(table.rows)
        ]
        body = "\n".join(rows)
        return f'<div class="table" tabindex="0" role="group" data-t-label="table"><table>\n{body}\n</table></div>\n'

    def _cell(self, cell: Cell, *, is_head: bool) -> str:
        spans = "".join(
            f' {name}="{count}"'
            for name, count in (("rowspan", cell.row_span), ("colspan", cell.column_span))
            if count > 1
        )
        if not cell.text:
            return f"<td{spans}></td>"  # a head without words would name nothing
        words = self._words(cell.start, cell.end)
        if is_head:
            return f'<th scope="col"{spans}>{words}</th>'
        short = ' class="short"' if len(cell.text) <= _SHORT_CELL else ""
        return f"<td{short}{spans}>{words}</td>"


def _tasks_by_block(extraction: Extraction) -> dict[int, int]:
    """For each block that a task's text touches, the task."""
    found: dict[int, int] = {}
    blocks = extraction.document.blocks
    for number, task in enumerate(extraction.tasks):
        start, end = clean_range(extraction.document, task.span)
        index = max(task.block, 0)
        while index < len(blocks) and blocks[index].start < end:
            if blocks[index].end > start and blocks[index].kind is not BlockKind.TITLE:
                found.setdefault(index, number)
            index += 1
    return found

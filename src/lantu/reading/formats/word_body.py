"""The lines of a Word document's body, in order, with tracked changes accepted."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lantu.model.finding import Finding
from lantu.reading.formats import notices
from lantu.reading.formats.builder import TableCell, TextBuilder, is_frame
from lantu.reading.formats.causes import unreadable
from lantu.reading.formats.reader import Reading
from lantu.reading.formats.word import WordParts
from lantu.reading.formats.word_numbering import Numbering, W, read_numbering
from lantu.reading.formats.word_runs import DROPPED, Paragraph, read_runs, shown_branch
from lantu.reading.formats.word_styles import PLAIN, ParagraphStyle, list_of, outline_level, read_styles
from lantu.text.source import MarkKind
from lantu.text.span import Span

#: Elements that only enclose blocks: content controls, accepted insertions and moves, custom markup.
_WRAPPERS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))


def read_body(parts: WordParts, name: str, media_type: str, reader: str) -> Reading:
    """The text of a Word document, its foot and end notes after the body."""
    body = parts.document.find(f"{W}body")
    if body is None:
        raise unreadable(name, "damaged-word", reason="no w:body")
    styles, default = read_styles(parts.styles)
    builder = TextBuilder()
    writer = _Body(builder, styles, default, read_numbering(parts.numbering))
    writer.blocks(body)
    writer.notes(parts.footnotes)
    writer.notes(parts.endnotes)
    if not builder.offset:
        raise unreadable(name, "blank")
    return builder.build(name, media_type, reader), _changes(parts.document)


def _changes(document: Any) -> tuple[Finding, ...]:
    """LT906 where the document carries tracked insertions, deletions or moves of text."""
    kept = sum(
        1 for tag in ("ins", "moveTo") for change in document.iter(f"{W}{tag}") if change.find(f".//{W}t") is not None
    )
    dropped = sum(
        1 for tag in ("del", "moveFrom") for change in document.iter(f"{W}{tag}") if change.find(f".//{W}r") is not None
    )
    return (notices.tracked_changes(kept, dropped, Span(0, 1)),) if kept or dropped else ()


@dataclass(slots=True)
class _Body:
    builder: TextBuilder
    styles: dict[str, ParagraphStyle]
    default_style: str
    numbering: Numbering
    _carried: list[tuple[Any, Paragraph]] = field(default_factory=list)

    def blocks(self, parent: Any) -> None:
        """Adds all paragraphs and tables under an element."""
        for element in _block_elements(parent):
            if element.tag == f"{W}tbl":
                self._end_paragraph()
                self._table(element)
            else:
                self._carried.append((element, read_runs(element)))
                if not _is_joined_to_next(element):
                    self._end_paragraph()
        self._end_paragraph()

    def notes(self, root: Any) -> None:
        """Adds the notes of a part, each on a line of its own ([1] 全员劳动生产率是指…)."""
        if root is None:
            return
        number = 0
        for note in root:
            if note.get(f"{W}type", "normal") != "normal":  # the rules that part notes from the text
                continue
            number += 1
            words = " ".join(filter(None, (text.strip() for text in self._texts(note))))
            self.builder.line(f"[{number}] {words}" if words else "", MarkKind.FOOTNOTE)

    def _end_paragraph(self) -> None:
        """Adds the paragraph that was read, with those before it that a deletion joined to it, then its text boxes."""
        if not self._carried:
            return
        carried, self._carried = self._carried, []
        self._line(carried[-1][0], "".join(paragraph.text for _, paragraph in carried))
        for _, paragraph in carried:
            for box in paragraph.text_boxes:
                with self.builder.marked(MarkKind.TEXT_BOX):
                    self.blocks(box)

    def _line(self, element: Any, text: str) -> None:
        properties = element.find(f"{W}pPr")
        style = self._style(properties)
        set_level = outline_level(properties)
        heading = style.heading if set_level is None else set_level
        if not text.strip():
            return  # Word numbers an empty list item too, but shows nothing worth reading
        label, depth = self._label(properties, style)
        if style.is_contents:
            self.builder.lines(label + text.replace("\t", " "), MarkKind.CONTENTS)
        elif heading:
            self.builder.line(label + _on_one_line(text), MarkKind.HEADING, level=heading)
        elif style.is_title:
            self.builder.line(label + _on_one_line(text), MarkKind.TITLE)
        elif label:
            self.builder.lines(label + _untabbed(text), MarkKind.LIST_ITEM, level=depth)
        else:
            self.builder.lines(_untabbed(text))

    def _style(self, properties: Any) -> ParagraphStyle:
        named = properties.find(f"{W}pStyle") if properties is not None else None
        key = named.get(f"{W}val", "") if named is not None else self.default_style
        return self.styles.get(key, PLAIN)

    def _label(self, properties: Any, style: ParagraphStyle) -> tuple[str, int]:
        """The automatic number of a paragraph, and how deep in its list it stands, from 1."""
        list_id, level = list_of(properties)
        if list_id is None:
            list_id = style.list_id
            level = style.list_level if level is None else level
            if level is None:
                named = properties.find(f"{W}pStyle") if properties is not None else None
                level = self.numbering.level_of_style(list_id, named.get(f"{W}val", "") if named is not None else "")
        if not list_id or list_id == "0":  # list 0 takes the number of the style away
            return "", 0
        return self.numbering.label(list_id, level or 0), (level or 0) + 1

    def _table(self, table: Any) -> None:
        cells = self._cells(table)
        if is_frame([cell for cell, _ in cells]):
            for _, element in cells:
                self.blocks(element)
            return
        self.builder.table([cell for cell, _ in cells])
        for _, element in cells:
            for box in _text_boxes(element):
                with self.builder.marked(MarkKind.TEXT_BOX):
                    self.blocks(box)

    def _cells(self, table: Any) -> list[tuple[TableCell, Any]]:
        """The cells on the table's grid with their elements; those that a cell above reaches into are left out."""
        cells: list[tuple[TableCell, Any]] = []
        reaching: dict[int, int] = {}  # column: index of the cell that is merged downwards there
        framed = all(sum(1 for _ in _inside(row, "tc")) == 1 for row in _inside(table, "tr"))
        for row, element in enumerate(_rows(table)):
            column = _grid_value(element.find(f"{W}trPr"), "gridBefore", 0)
            for cell in _inside(element, "tc"):
                properties = cell.find(f"{W}tcPr")
                span = _grid_value(properties, "gridSpan", 1)
                merge = properties.find(f"{W}vMerge") if properties is not None else None
                if merge is not None and merge.get(f"{W}val") != "restart" and column in reaching:
                    origin, owner = cells[reaching[column]]
                    cells[reaching[column]] = _grown(origin, row), owner
                else:
                    text = "" if framed else " ".join(filter(None, (text.strip() for text in self._texts(cell))))
                    reaching.pop(column, None)
                    if merge is not None:
                        reaching[column] = len(cells)
                    cells.append((TableCell(text, row, column, 1, span), cell))
                column += span
        return cells

    def _texts(self, parent: Any) -> Iterator[str]:
        """The texts of all paragraphs under an element, those of tables within it too, without their text boxes."""
        for element in _block_elements(parent):
            if element.tag == f"{W}tbl":
                for row in _rows(element):
                    for cell in _inside(row, "tc"):
                        yield from self._texts(cell)
            else:
                text = read_runs(element).text
                if text.strip():
                    label, _ = self._label(element.find(f"{W}pPr"), self._style(element.find(f"{W}pPr")))
                    yield label + text


def _block_elements(parent: Any) -> Iterator[Any]:
    """The paragraphs and tables of an element in order, seen through what only encloses them."""
    for child in parent:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _block_elements(child)
        elif (branch := shown_branch(child)) is not None:
            yield from _block_elements(branch)


def _inside(parent: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, seen through what only encloses them."""
    for child in parent:
        if child.tag == f"{W}{tag}":
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)


def _rows(table: Any) -> Iterator[Any]:
    """The rows that are there once tracked changes are accepted."""
    for row in _inside(table, "tr"):
        properties = row.find(f"{W}trPr")
        if properties is None or properties.find(f"{W}del") is None:
            yield row


def _text_boxes(cell: Any) -> Iterator[Any]:
    for element in _block_elements(cell):
        if element.tag == f"{W}p":
            yield from read_runs(element).text_boxes


def _grid_value(properties: Any, tag: str, default: int) -> int:
    element = properties.find(f"{W}{tag}") if properties is not None else None
    value = element.get(f"{W}val", "") if element is not None else ""
    return min(int(value), 100) if value.isascii() and value.isdigit() and int(value[:4]) else default


def _grown(cell: TableCell, row: int) -> TableCell:
    return TableCell(cell.text, cell.row, cell.column, row - cell.row + 1, cell.column_span)


def _is_joined_to_next(paragraph: Any) -> bool:
    """Whether the paragraph's end was deleted, so that the next paragraph goes on in its line."""
    properties = paragraph.find(f"{W}pPr/{W}rPr")
    return properties is not None and any(properties.find(tag) is not None for tag in DROPPED)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _untabbed(text: str) -> str:
    """The text with its tabs as blanks, unless it is a row of a table made by tabs."""
    return text if text.strip().count("\t") > 1 else text.replace("\t", " ")

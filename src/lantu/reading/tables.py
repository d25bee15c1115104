"""Tables: from the marks of a file's format, from tabs in plain text, from the pipes of Markdown."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lantu.model.document import Cell, Document, Table
from lantu.reading.contents import find_contents
from lantu.reading.lines import Line, split_lines
from lantu.text.clean import CleanText
from lantu.text.source import Mark, MarkKind

_CAPTION = re.compile(
    r"(?:#{1,6} )?\**(?:专栏|附?表|附件)\s*[\d一二三四五六七八九十]*|[^。；]{2,40}(?:表|指标|目标|情况|清单|目录|一览)\**$"
)
_UNIT_LINE = re.compile(r"（?(?:计量)?单位[：:].{1,20}$")
NOTE = re.compile(r"(?:备?注|说明|资料来源|数据来源)\s*[：:]|[①-⑳*※]")
FIRST_NOTE = re.compile(r"(?:备?注|说明|资料来源|数据来源)\s*[：:]|名词(?:解释|注释)[^。；]{1,24}[：:]")
_PIPE_RULE = re.compile(r"[|\s:：—-]+$")
#: A line without tabs that stands between two rows is a row of its own (a section's name) up to this length.
_LONGEST_SECTION = 24

Row = tuple[Cell, ...]


def read_tables(document: Document) -> Document:
    """The document with its tables: rows of cells with spans, the caption above and the notes below.

    Reads: the cleaned text and the format's marks. Writes: ``tables``.
    """
    text = document.clean.text
    if "\t" not in text and "|" not in text and not document.source.marks:
        return document
    lines = split_lines(text)
    marked = list(_marked_tables(document, lines))
    contents = find_contents(lines)
    taken = [(table.start, table.end) for table in marked]
    plain = [table for table in _plain_tables(lines, contents) if not _within(table, taken)]
    return replace(document, tables=tuple(sorted([*marked, *plain], key=lambda table: table.start)))


def _within(table: Table, taken: list[tuple[int, int]]) -> bool:
    return any(table.start < end and start < table.end for start, end in taken)


def _plain_tables(lines: Sequence[Line], contents: range) -> Iterator[Table]:
    index = 0
    while index < len(lines):
        if index in contents or not _is_row(lines[index].text):
            index += 1
            continue
        end = _end_of_run(lines, index)
        if table := _table_of_run(lines, index, end):
            yield table
        index = end


def _is_row(text: str) -> bool:
    return "\t" in text or (text[0] == "|" and text.count("|") > 2)


def _end_of_run(lines: Sequence[Line], start: int) -> int:
    """One past the last row: a short line without tabs between two rows belongs to the table."""
    end = start + 1
    while end < len(lines):
        if _is_row(lines[end].text):
            end += 1
        elif end + 1 < len(lines) and _is_section(lines[end].text) and _is_row(lines[end + 1].text):
            end += 2
        else:
            break
    return end


def _is_section(text: str) -> bool:
    return len(text) <= _LONGEST_SECTION and text[-1] not in "。；：，" and not _CAPTION.match(text)


def _table_of_run(lines: Sequence[Line], start: int, end: int) -> Table | None:
    caption = ""
    cells = [_cells(line) for line in lines[start:end]]
    first = [cell for cell in cells[0] if cell.text]
    if len(first) == 1 and _CAPTION.match(first[0].text) and end - start > 1:
        # The caption was the table's first row, merged over all its columns.
        caption, start, cells = first[0].text, start + 1, cells[1:]
    elif start > 0:
        caption = _caption_above(lines, start)
    cells = [row for row, line in zip(cells, lines[start:end], strict=True) if not _PIPE_RULE.match(line.text)]
    if len(cells) < 2 or max(map(len, cells)) < 2:
        return None
    return Table(lines[start].start, lines[end - 1].end, _columns(cells), caption, _notes_below(lines, end))


def _cells(line: Line) -> list[Cell]:
    separator = "\t" if "\t" in line.text else "|"
    text, offset = line.text, line.start
    if separator == "|":
        inner = text.strip("|")
        offset += text.index("|") + 1 if text[0] == "|" else 0
        offset = line.start + (len(text) - len(text.lstrip("|")) if text[0] == "|" else 0)
        text = inner
    cells = []
    for piece in text.split(separator):
        stripped = piece.strip()
        start = offset + (len(piece) - len(piece.lstrip()) if stripped else 0)
        cells.append(Cell(stripped, start, start + len(stripped), 0, 0))
        offset += len(piece) + 1
    return cells


def _caption_above(lines: Sequence[Line], start: int) -> str:
    for index in range(start - 1, max(-1, start - 3), -1):
        text = lines[index].text
        if _UNIT_LINE.match(text):
            continue
        return text.strip("*# ") if len(text) <= 60 and _CAPTION.match(text) else ""
    return ""


def _notes_below(lines: Sequence[Line], end: int) -> tuple[str, ...]:
    notes: list[str] = []
    for index in range(end, len(lines)):
        text = lines[index].text
        if not (NOTE if notes else FIRST_NOTE).match(text):
            break
        notes.append(text)
    return tuple(notes)


def _columns(rows: list[list[Cell]]) -> tuple[Row, ...]:
    """Rows with their cells placed: a row that is short because its head spans a group column is moved to the right."""
    width = max(map(len, rows))
    lengths = Counter(map(len, rows))
    grouped = _has_group_column(rows, width)
    placed = []
    for number, row in enumerate(rows):
        lacking = width - len(row)
        shifted = lacking and grouped and lengths[len(row)] > 1 and any(cell.text for cell in row[1:])
        placed.append(_place(row, number, lacking if shifted else 0, width))
    return _span_groups(placed)


def _has_group_column(rows: list[list[Cell]], width: int) -> bool:
    """Whether the widest rows open with a name that stands for several rows: 森林增长 | 森林覆盖率, then an empty cell."""
    widest = [row for row in rows if len(row) == width]
    return any(not row[0].text and row[1].text for row in widest[1:])


def _place(row: list[Cell], number: int, shift: int, width: int) -> Row:
    cells = [replace(row[0], row=number, column=0, column_span=1 + shift)]
    cells += [replace(cell, row=number, column=column + shift) for column, cell in enumerate(row[1:], 1)]
    end = row[-1].end
    cells += [Cell("", end, end, number, column) for column in range(len(row) + shift, width)]
    return tuple(cells)


def _span_groups(rows: list[Row]) -> tuple[Row, ...]:
    """A group's name spans the rows below it that leave the first column empty and name something in the second."""
    spans: dict[int, int] = {}
    head = -1
    for number, row in enumerate(rows):
        if row[0].column_span == 1 and len(row) > 1 and row[1].text and not row[0].text and head >= 0:
            spans[head] = number - head + 1
        elif row[0].column_span == 1 and row[0].text and len(row) > 1 and row[1].text:
            head = number
        else:
            head = -1
    return tuple(
        (replace(row[0], row_span=spans[number]), *row[1:]) if number in spans else row
        for number, row in enumerate(rows)
    )


def _marked_tables(document: Document, lines: Sequence[Line]) -> Iterator[Table]:
    """Tables that the format marked, with the spans of merged cells that it gave."""
    marks = document.source.marks
    tables = [mark for mark in marks if mark.kind is MarkKind.TABLE]
    cells = [mark for mark in marks if mark.kind is MarkKind.CELL]
    starts = [cell.start for cell in cells]
    for table in tables:
        inside = cells[bisect_left(starts, table.start) : bisect_left(starts, table.end)]
        rows = _marked_rows(document.clean, inside)
        start, end = document.clean.clean_offset(table.start), _clean_end(document.clean, table.end)
        if rows and start < end:
            first = bisect_left(lines, start, key=lambda line: line.start)
            after = bisect_left(lines, end, key=lambda line: line.start)
            yield Table(start, end, rows, _caption_above(lines, first), _notes_below(lines, after))


def _marked_rows(clean: CleanText, cells: list[Mark]) -> tuple[Row, ...]:
    rows: dict[int, list[Cell]] = {}
    for mark in cells:
        start, end = clean.clean_offset(mark.start), _clean_end(clean, mark.end)
        text = clean.text[start:end].strip()
        start = clean.text.find(text, start) if text else start
        cell = Cell(text, start, start + len(text), mark.row, mark.column, mark.row_span, mark.column_span)
        rows.setdefault(mark.row, []).append(cell)
    return tuple(tuple(sorted(rows[row], key=lambda cell: cell.column)) for row in sorted(rows))


def _clean_end(clean: CleanText, original_end: int) -> int:
    """One past the last kept character before a place in the original."""
    return max(0, min(len(clean.text), clean.clean_offset(original_end)))

"""Markdown's headings and pipe tables, as marks over the text as it is stored."""

import re
from collections.abc import Iterator

from lantu.text.source import Mark, MarkKind

#: ``## 发展目标 ##``: one to six hashes, a blank, the words.
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(?=[^ \t#])")
#: ``| --- | :--: |``: the row that makes the row above it a table's head.
_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
_LINE = re.compile(r"[^\r\n]+")
_CELL = re.compile(r"(?:[^|\\]|\\.)+")


def markdown_marks(text: str) -> tuple[Mark, ...]:
    """HEADING, TABLE and CELL marks, with the signs that only format (``##``, ``| --- |``) marked FURNITURE.

    >>> [mark.kind.value for mark in markdown_marks("# 发展目标")]
    ['furniture', 'heading']
    """
    if "#" not in text and "|" not in text:
        return ()
    return tuple(sorted(_marks(text), key=lambda mark: mark.start))


def _marks(text: str) -> Iterator[Mark]:
    lines = list(_unfenced_lines(text))
    delimiters = {index for index, line in enumerate(lines) if "|" in line[0] and _DELIMITER.fullmatch(line[0].strip())}
    in_table = -1
    for index, (line, start) in enumerate(lines):
        if heading := _HEADING.match(line):
            yield from _heading_marks(line, start, heading)
        elif index + 1 in delimiters and index > in_table and "|" in line:
            in_table = index
            while in_table + 1 < len(lines) and "|" in lines[in_table + 1][0]:
                in_table += 1
            yield from _table_marks(lines[index : in_table + 1])


def _unfenced_lines(text: str) -> Iterator[tuple[str, int]]:
    fenced = False
    for found in _LINE.finditer(text):
        if _FENCE.match(found.group()):
            fenced = not fenced
        elif not fenced:
            yield found.group(), found.start()


def _heading_marks(line: str, start: int, heading: re.Match[str]) -> Iterator[Mark]:
    whole = line.rstrip(" \t")
    words = whole.rstrip("#").rstrip(" \t") if whole.endswith("#") else whole
    yield Mark(MarkKind.FURNITURE, start, start + heading.end())
    yield Mark(MarkKind.HEADING, start + heading.end(), start + len(words), len(heading[1]))
    if len(words) < len(whole):
        yield Mark(MarkKind.FURNITURE, start + len(words), start + len(whole))


def _table_marks(lines: list[tuple[str, int]]) -> Iterator[Mark]:
    last, last_start = lines[-1]
    yield Mark(MarkKind.TABLE, lines[0][1], last_start + len(last))
    delimiter, delimiter_start = lines[1]
    yield Mark(MarkKind.FURNITURE, delimiter_start, delimiter_start + len(delimiter))
    for row, (line, start) in enumerate([lines[0], *lines[2:]]):
        yield from _cell_marks(line, start, row)


def _cell_marks(line: str, start: int, row: int) -> Iterator[Mark]:
    begin = len(line) - len(line.lstrip(" \t"))
    begin += line.startswith("|", begin)
    stripped = line.rstrip(" \t")
    end = len(stripped) - (stripped.endswith("|") and not stripped.endswith("\\|"))
    column = 0
    while begin <= end:
        cell = _CELL.match(line, begin, end)
        words = cell.group() if cell else ""
        left = begin + len(words) - len(words.lstrip())
        yield Mark(MarkKind.CELL, start + left, start + left + len(words.strip()), 0, row, column)
        begin += len(words) + 1
        column += 1

"""Landmarks of a document: its title, contents, tables, glossary, and the lines that are headings without a number."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from lantu.model.document import HEADING_LEVELS, Document, Table
from lantu.reading.contents import find_contents
from lantu.reading.labels import Label, read_label, read_tight_label
from lantu.reading.lines import Line
from lantu.reading.titles import find_title
from lantu.text.source import MarkKind

#: An unnumbered heading is no longer than this; from PROSE_LENGTH on, a line with a comma or a full stop is prose.
LONGEST_UNNUMBERED = 42
PROSE_LENGTH = 50
_LONGEST_FRONT = 40

SENTENCE_END = re.compile(r"[。！？；：]")
QUANTITY = re.compile(r"\d[\d.]*(?:%|[万亿个家项座公])")
GLOSSARY_HEADING = re.compile(
    r"(?:#{1,6} )?[《（]?(?:政府工作报告》?)?(?:有关|相关|部分|重要)?(?:名词(?:解释|注释|说明)?|注释|用语(?:解释|说明)|术语(?:解释|说明)?|词语解释|附注)[）》：]?$"
)
_GLOSSARY_ENTRY = re.compile(r"(?:\[?［?\d{1,3}[\]］.、]|[①-⑳])[^。；]{1,40}[：:]")
_SALUTATION = re.compile(r"(?:各位|尊敬的)[^，。]{0,12}[：:！]$")
_SPOKEN = re.compile(r"\d年|会议")
#: How far a series of numbers is followed to tell 1.500千伏工程 (the first) from 1.5万户.
_SERIES_REACH = 12


@dataclass(frozen=True, slots=True)
class Landmarks:
    """What is known of the lines before the tree is built.

    Attributes:
        labels: The numbering that opens each line, or None.
        tables: The table to which each line belongs, or -1.
        contents: The lines of the table of contents.
        notes: The lines of foot notes, as the format marks them.
        title: The lines of the title.
        body: Where the text begins: after title, date, speaker and addressee.
        glossary: Where the list of terms begins that closes a report; past the end where there is none.
        headings: The level of each line that is a heading without a number.
    """

    labels: list[Label | None]
    tables: list[int]
    contents: frozenset[int]
    notes: frozenset[int]
    title: range
    body: int
    glossary: int
    headings: dict[int, int]


def find_landmarks(document: Document, lines: Sequence[Line]) -> Landmarks:
    """The landmarks of a document's lines."""
    labels = _labels(lines)
    tables = _table_of_lines(lines, document.tables)
    contents = frozenset(find_contents(lines)) | _marked_lines(document, lines, MarkKind.CONTENTS)
    notes = _marked_lines(document, lines, MarkKind.FOOTNOTE)
    title = find_title(lines, document.clean, document.source.marks)
    marked = _marked_headings(document, lines, labels)
    plain = [label is None and table < 0 for label, table in zip(labels, tables, strict=True)]
    start = max(title.stop, max(contents, default=-1) + 1)
    body = _first_of_body(lines, labels, tables, marked, start) if start or title else 0
    glossary = _first_of_glossary(lines)
    headings = _unnumbered_headings(lines, plain, body, glossary) | marked
    return Landmarks(labels, tables, contents, notes, title, body, glossary, headings)


def _labels(lines: Sequence[Line]) -> list[Label | None]:
    labels = [read_label(line.text) for line in lines]
    for index, line in enumerate(lines):
        if (
            labels[index] is None
            and line.text[0].isdigit()
            and (tight := read_tight_label(line.text))
            and _in_series(lines, labels, index, tight)
        ):
            labels[index] = tight
    return labels


def _in_series(lines: Sequence[Line], labels: Sequence[Label | None], index: int, label: Label) -> bool:
    """Whether the numbers before or after make a series with this one."""
    if label.number > 1:
        before = labels[max(0, index - _SERIES_REACH) : index]
        last = next((other for other in reversed(before) if other and other.style == label.style), None)
        return last is not None and last.number == label.number - 1
    for other in range(index + 1, min(len(lines), index + _SERIES_REACH)):
        following = labels[other] or read_tight_label(lines[other].text)
        if following and following.style == label.style:
            return following.number == 2
    return False


def _table_of_lines(lines: Sequence[Line], tables: Sequence[Table]) -> list[int]:
    if not tables:
        return [-1] * len(lines)
    starts = [table.start for table in tables]
    found = []
    for line in lines:
        table = bisect_right(starts, line.start) - 1
        found.append(table if table >= 0 and line.start < tables[table].end else -1)
    return found


def _first_of_body(
    lines: Sequence[Line], labels: Sequence[Label | None], tables: Sequence[int], marked: dict[int, int], start: int
) -> int:
    for index in range(start, min(len(lines), start + _LONGEST_FRONT)):
        text, label = lines[index].text, labels[index]
        if _SALUTATION.match(text):
            return index + 1
        is_head = label is not None and not (label.style == "——" and _SPOKEN.search(text))
        if is_head or tables[index] >= 0 or index in marked or _is_prose(text):
            return index
    return start


def _is_prose(text: str) -> bool:
    """Whether a line is of the text: the lines above it hold no full stop."""
    return ("。" in text and "，" in text) or (len(text) >= PROSE_LENGTH and "，" in text)


def _first_of_glossary(lines: Sequence[Line]) -> int:
    count = len(lines)
    for index in range(max(1, count // 2), count - 1):
        text = lines[index].text
        if len(text) <= 20 and GLOSSARY_HEADING.match(text) and _GLOSSARY_ENTRY.match(lines[index + 1].text):
            return index
    first = count
    while first > count // 2 and _GLOSSARY_ENTRY.match(lines[first - 1].text):
        first -= 1
    return first if count - first >= 3 and _defines_words(lines[first:]) else count


def _defines_words(entries: Sequence[Line]) -> bool:
    """Whether numbered lines define words rather than list tasks."""
    defined = sum("指" in line.text or "“" in line.text[:8] or "[" in line.text[:2] for line in entries)
    return defined * 2 >= len(entries)


def _unnumbered_headings(lines: Sequence[Line], plain: Sequence[bool], body: int, glossary: int) -> dict[int, int]:
    """Short lines of one sentence that each stand before a paragraph, as in 生态底色更加亮丽."""
    candidates = {
        index
        for index in range(body, glossary - 1)
        if plain[index] and plain[index + 1] and _could_head(lines[index].text, lines[index + 1].text)
    }
    level = HEADING_LEVELS["lead"]
    # A full stop leaves open whether a line is a short paragraph: then others like it have to stand nearby.
    return {
        index: level
        for index in candidates
        if lines[index].text[-1] not in "。！" or any(index + step in candidates for step in (-3, -2, 2, 3))
    }


def _could_head(text: str, following: str) -> bool:
    if not 2 <= len(text) <= LONGEST_UNNUMBERED or len(following) < PROSE_LENGTH or len(following) * 2 < len(text) * 3:
        return False
    stop = SENTENCE_END.search(text)
    if (stop and stop.start() < len(text) - 1) or text[-1] in "；：，、？）" or text[0] == "（":
        return False
    return not QUANTITY.search(text)


def _marked_lines(document: Document, lines: Sequence[Line], kind: MarkKind) -> frozenset[int]:
    """The lines that marks of a kind cover."""
    marks = [mark for mark in document.source.marks if mark.kind is kind]
    if not marks:
        return frozenset()
    starts = [line.start for line in lines]
    found: set[int] = set()
    for mark in marks:
        first = bisect_left(starts, document.clean.clean_offset(mark.start))
        found.update(range(first, bisect_left(starts, document.clean.clean_offset(mark.end), first)))
    return frozenset(found)


def _marked_headings(document: Document, lines: Sequence[Line], labels: Sequence[Label | None]) -> dict[int, int]:
    """Lines that the format marks as headings, with the level that such headings have in this document."""
    marks = [mark for mark in document.source.marks if mark.kind is MarkKind.HEADING]
    if not marks:
        return {}
    starts = [line.start for line in lines]
    found: dict[int, int] = {}
    for mark in marks:
        start = document.clean.clean_offset(mark.start)
        index = bisect_right(starts, start) - 1
        if 0 <= index < len(lines) and start < lines[index].end:
            found[index] = mark.level or 1
    usual = {level: label.level for index, level in found.items() if (label := labels[index])}
    return {index: usual.get(level, min(level, HEADING_LEVELS["节"])) for index, level in found.items()}

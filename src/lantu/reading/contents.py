"""Tables of contents: found, so that they are never read as content."""

import re
from collections.abc import Sequence

from lantu.reading.labels import read_label
from lantu.reading.lines import Line

_HEADING = re.compile(r"(?:#{1,6} |\*\*)?目录(?:\*\*)?[:：]?$")
_LEADER = re.compile(r"(?:\.{2,}|…+|·{3,}|\t)[\s.…·]*[-—(（]?\d{1,4}[)）—-]?\s*$|^\t|\t\s*$")
_PAGE = re.compile(r"[\s.…·]*\d*\s*$")
_BLANKS = re.compile(r"[\s.…·]+")
#: A contents' entry is no longer than this; a longer line is prose.
_LONGEST_ENTRY = 80


def find_contents(lines: Sequence[Line]) -> range:
    """The lines of the table of contents, its heading included; empty where there is none.

    Recognises lines after 目录 up to the first that repeats an entry or is prose, and a run of lines with leaders
    and page numbers (第二节 发展基础.....5) without that heading.
    """
    limit = min(len(lines), 400)
    for index in range(limit):
        text = lines[index].text
        if len(text) <= 8 and _HEADING.match(text):
            return _entries_after(lines, index)
    return _run_of_leaders(lines[:limit])


def _entries_after(lines: Sequence[Line], heading: int) -> range:
    seen: set[str] = set()
    paged = False
    end = heading + 1
    for index in range(heading + 1, len(lines)):
        text = lines[index].text
        leader = _LEADER.search(text) is not None
        entry = _entry(text)
        if (
            len(text) > _LONGEST_ENTRY
            or (entry in seen and not leader)
            or (paged and not leader and not _ends_in_page(text))
        ):
            break
        paged |= leader
        if not leader and text.endswith(("。", "；")):
            break
        seen.add(entry)
        end = index + 1
    else:
        # Nothing repeats an entry: without page numbers these lines are the document itself.
        end = end if paged else heading + 1
    return range(heading, end)


def _ends_in_page(text: str) -> bool:
    return text[-1].isdigit() and read_label(text) is not None


def _entry(text: str) -> str:
    return _BLANKS.sub("", _PAGE.sub("", text))


def _run_of_leaders(lines: Sequence[Line]) -> range:
    start = None
    for index, line in enumerate(lines):
        if (
            len(line.text) <= _LONGEST_ENTRY
            and line.text[-1].isdigit()
            and _LEADER.search(line.text)
            and read_label(line.text)
        ):
            start = index if start is None else start
        elif start is not None:
            if index - start >= 5:
                return range(start, index)
            start = None
    return range(0)

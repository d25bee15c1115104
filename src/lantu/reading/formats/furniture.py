"""Running heads, page numbers and watermarks: lines that come back on page after page."""

import re
from collections import defaultdict
from collections.abc import Iterator

from lantu.reading.formats.page import PageFrame, PageLine

#: How much of the page's height, above and below, may hold a running head or a page number.
_MARGIN = 0.13
#: How many lines at each edge may be one.
_OUTERMOST = 3
_DIGITS = re.compile(r"\d+")
#: A page number and what is written around it: 12, — 12 —, 第 12 页, 12 / 40, ·12·.
_PAGE_NUMBER = re.compile(
    r"[-—–－·•.\s|]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／,，]?\s*(?:共\s*)?\d{1,4}(?:\s*页)?)?[-—–－·•.\s|]*"
)
#: What no running head and no watermark contains.
_SENTENCE = re.compile("[，。；！？]")


def furniture_lines(pages: list[tuple[PageFrame, list[PageLine]]]) -> list[set[int]]:
    """For each page, which of its lines are furniture.

    A line at the upper or lower edge is, if the same words stand there on several pages, or if it is a number that
    grows as the pages do. A line anywhere is, if the same words stand in the same place on most pages: a watermark.
    """
    found: list[set[int]] = [set() for _ in pages]
    for group in (_repeated_at_edges(pages), _numbers(pages), _repeated_in_place(pages)):
        for page, line in group:
            found[page].add(line)
    return found


def _edge_lines(pages: list[tuple[PageFrame, list[PageLine]]]) -> Iterator[tuple[int, int, PageLine, bool]]:
    """Page, index, line and whether it stands above, for the outermost lines of each page."""
    for number, (frame, lines) in enumerate(pages):
        order = sorted(range(len(lines)), key=lambda index: lines[index].box.top)
        for index in order[:_OUTERMOST]:
            if lines[index].box.bottom < frame.height * _MARGIN:
                yield number, index, lines[index], True
        for index in order[-_OUTERMOST:]:
            if lines[index].box.top > frame.height * (1 - _MARGIN):
                yield number, index, lines[index], False


def _repeated_at_edges(pages: list[tuple[PageFrame, list[PageLine]]]) -> Iterator[tuple[int, int]]:
    places: dict[tuple[str, bool], list[tuple[int, int, int]]] = defaultdict(list)
    for page, index, line, above in _edge_lines(pages):
        if not _SENTENCE.search(line.text):
            places["".join(line.text.split()), above].append((page, index, round(line.box.top)))
    for (words, _), found in places.items():
        tops = sorted(top for _, _, top in found)
        near = [(page, index) for page, index, top in found if abs(top - tops[len(tops) // 2]) <= 4]
        # Two pages are enough for words: a chapter's head stands on its pages only. A number needs its sequence.
        if len({page for page, _ in near}) >= 2 and not _PAGE_NUMBER.fullmatch(words):
            yield from near


def _numbers(pages: list[tuple[PageFrame, list[PageLine]]]) -> Iterator[tuple[int, int]]:
    """Edge lines whose number is the page's index plus the same constant on two pages or more: 12, — 13 —, 第14页."""
    places: dict[tuple[int, str], list[tuple[int, int]]] = defaultdict(list)
    for page, index, line, above in _edge_lines(pages):
        for number in _DIGITS.finditer(line.text):
            if len(number.group()) <= 4:
                around = "".join(_DIGITS.sub("#", line.text).split())
                places[int(number.group()) - page, f"{above}{around}"].append((page, index))
    for (_, around), found in places.items():
        if len({page for page, _ in found}) >= 2 and not _SENTENCE.search(around):
            yield from found
    if len(pages) == 1:
        for page, index, line, above in _edge_lines(pages):
            if not above and _PAGE_NUMBER.fullmatch(line.text.strip()):
                yield page, index


def _repeated_in_place(pages: list[tuple[PageFrame, list[PageLine]]]) -> Iterator[tuple[int, int]]:
    places: dict[tuple[str, int, int], list[tuple[int, int]]] = defaultdict(list)
    for page, (_, lines) in enumerate(pages):
        for index, line in enumerate(lines):
            if len(line.text) <= 40 and not _SENTENCE.search(line.text):
                places[line.text.strip(), round(line.box.left / 4), round(line.box.top / 4)].append((page, index))
    for found in places.values():
        if len({page for page, _ in found}) >= max(3, len(pages) * 0.6):
            yield from found

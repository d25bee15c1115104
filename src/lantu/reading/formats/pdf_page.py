"""One page of a PDF: its lines with their places, and signs of tables and pictures on it."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from lantu.reading.formats.page import A4, Box, PageFrame, PageLine, around

#: A page with more drawn paths is a map or a chart; looking for a table's rules in it would take minutes.
_MOST_PATHS = 5000
#: Less text than this beside a picture that fills the page is a scanner's mark, not the page's text.
_FEW = 30
#: Share of characters that mean nothing at which a text layer is worth no more than none.
_GARBLED = 0.3
#: A gap of this share of a line's height parts two words.
_WORD_GAP = 0.2
#: pdfium's sign for a hyphen that only breaks a word at the end of a line.
_BREAKING_HYPHEN = re.compile("[\ufffe\x02]")
_BROKEN_WORD = re.compile("(?<=[A-Za-z])[\ufffe\x02](?=[A-Za-z])")


def frame_of(page: Any) -> PageFrame:
    """The page's frame."""
    box = page.get_mediabox(fallback_ok=False)
    left, bottom, right, top = box or (A4.left, A4.bottom, A4.right, A4.top)
    return PageFrame(left, bottom, right, top, page.get_rotation())


def lines_of(text_page: Any, frame: PageFrame) -> list[PageLine]:
    """The lines of a page in the order of its content, hyphens that only break words taken out."""
    lines: list[PageLine] = []
    place = 0
    for raw in _characters(text_page).split("\n"):
        text = raw.removesuffix("\r")
        box = _line_box(text_page, frame, place, text)
        if box is not None:
            line = PageLine(text, box)
            if " " in text.strip() and not text.isascii():
                line = _in_order(text_page, frame, place, line)
            lines.append(PageLine(unbroken(line.text), line.box))
        place += len(raw) + 1
    return lines


def characters_of(text_page: Any, frame: PageFrame) -> list[PageLine]:
    """Each character of a page that shows, and the room that its line gives it."""
    return [
        PageLine(character, frame.shown(*text_page.get_charbox(index, loose=True)))
        for index, character in enumerate(_characters(text_page))
        if not character.isspace()
    ]


def unbroken(text: str) -> str:
    """The text with its breaking hyphens out of words; between other signs they are hyphens that are meant."""
    return _BREAKING_HYPHEN.sub("-", _BROKEN_WORD.sub("", text))


def _characters(text_page: Any) -> str:
    """One character for each index of the text page: characters outside the basic plane would shift the string."""
    text: str = text_page.get_text_range()
    count = text_page.count_chars()
    if len(text) == count:
        return text
    from pypdfium2 import raw  # type: ignore[import-untyped]  # noqa: PLC0415  # its bindings take 60 ms to load, wanted by PDF files only

    codes = (raw.FPDFText_GetUnicode(text_page, index) for index in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)


def _line_box(text_page: Any, frame: PageFrame, start: int, text: str) -> Box | None:
    words = text.strip()
    if not words:
        return None
    first = start + text.index(words[0])
    begin = frame.shown(*text_page.get_charbox(first))
    end = frame.shown(*text_page.get_charbox(first + len(words) - 1))
    return around(begin, end)


def _in_order(text_page: Any, frame: PageFrame, start: int, line: PageLine) -> PageLine:
    """The line with its characters from left to right.

    A program that takes quotation marks or ① from another font may write them after the rest of the line; pdfium
    then gives them there, between blanks of its own making.
    """
    pieces = [
        PageLine(character, frame.shown(*text_page.get_charbox(index, loose=True)))
        for index, character in enumerate(line.text, start=start)
        if not character.isspace()
    ]
    if all(before.box.left < after.box.left for before, after in pairwise(pieces)):
        return line
    pieces.sort(key=lambda piece: piece.box.left)
    if any(_covers(before.box, after.box) for before, after in pairwise(pieces)):
        return line  # a watermark lies over the line: its characters must not get between the others
    text, box = pieces[0].text, pieces[0].box
    for before, piece in pairwise(pieces):
        size = piece.box.bottom - piece.box.top
        text += (" " if piece.box.left - before.box.right > _WORD_GAP * size else "") + piece.text
        box = around(box, piece.box)
    return PageLine(text, box)


def _covers(before: Box, after: Box) -> bool:
    """Whether two neighbours stand in one another's place."""
    return before.right - after.left > 0.5 * min(before.right - before.left, after.right - after.left)


@dataclass(frozen=True, slots=True)
class PageSigns:
    """What is drawn on a page.

    Attributes:
        rules: How many drawn lines and boxes could be the rules of a table.
        crowded: Whether so much is drawn that rules cannot be told apart.
        pictured: Whether a picture fills most of the page.
        empty: Whether nothing is drawn or written at all.
    """

    rules: int = 0
    crowded: bool = False
    pictured: bool = False
    empty: bool = True


def signs_of(page: Any, frame: PageFrame) -> PageSigns:
    """What is drawn on the page, looked at without taking the drawings apart."""
    from pypdfium2 import raw  # noqa: PLC0415  # as above

    grid = _Grid()
    pictured, empty = False, True
    for item in page.get_objects(max_depth=3):
        empty = False
        if item.type == raw.FPDF_PAGEOBJ_PATH:
            grid.add(*item.get_bounds(), segments=raw.FPDFPath_CountSegments(item))
        elif item.type == raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = item.get_bounds()
            pictured = pictured or (right - left) * (top - bottom) > 0.6 * frame.width * frame.height
        if grid.crowded:
            break
    return PageSigns(grid.rules, crowded=grid.crowded, pictured=pictured, empty=empty)


@dataclass(slots=True)
class _Grid:
    """The paths of a page as rules that a table may have."""

    rules: int = 0
    segments: int = 0

    def add(self, left: float, bottom: float, right: float, top: float, *, segments: int) -> None:
        """Counts a path: a long thin line is one rule, a box as many as it has strokes."""
        self.segments += max(1, segments)
        width, height = right - left, top - bottom
        if (width > 20 and height < 4) or (height > 6 and width < 4) or (width > 15 and height > 6):
            self.rules += max(1, segments // 2)

    @property
    def crowded(self) -> bool:
        """Whether there is more than a page of a document can have: a map or a chart."""
        return self.segments > 2 * _MOST_PATHS


def is_scan(lines: list[PageLine], signs: PageSigns) -> bool:
    """Whether a page shows something that its text layer does not say."""
    text = "".join(line.text for line in lines)
    if len(text) < _FEW:
        return signs.pictured or (not text and not signs.empty)
    meaningless = sum(
        1 for character in text if character == "\ufffd" or "\ue000" <= character <= "\uf8ff" or character < "\t"
    )
    return meaningless > _GARBLED * len(text)

"""Where things stand on a page, and how pieces of text beside one another make lines."""

from dataclasses import dataclass
from itertools import pairwise

#: Pieces of a line further apart than this many line heights are cells of a table.
_CELL_GAP = 1.5
#: Pieces nearer than this belong to one word, or to two only if neither is Chinese.
_WORD_GAP = 0.35
_LETTER_GAP = 0.12
_DIGIT_GAP = 0.7
_NUMBER_SIGNS = "0123456789.%"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page as it is shown: points from its left and upper edge."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, other: "Box") -> bool:
        """Whether the other's middle lies inside."""
        x, y = (other.left + other.right) / 2, (other.top + other.bottom) / 2
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of text and where it stands."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class PageFrame:
    """How a page's own coordinates relate to what is shown: its media box and its rotation in degrees."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @property
    def width(self) -> float:
        """The shown width in points."""
        return self.top - self.bottom if self.rotation in (90, 270) else self.right - self.left

    @property
    def height(self) -> float:
        """The shown height in points."""
        return self.right - self.left if self.rotation in (90, 270) else self.top - self.bottom

    def shown(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle in the page's own coordinates, as shown."""
        (x0, y0), (x1, y1) = self._shown_point(left, bottom), self._shown_point(right, top)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def own(self, box: Box) -> tuple[float, float, float, float]:
        """A shown rectangle in the page's own coordinates: left, bottom, right, top."""
        (x0, y0), (x1, y1) = self._own_point(box.left, box.top), self._own_point(box.right, box.bottom)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def _shown_point(self, x: float, y: float) -> tuple[float, float]:
        match self.rotation:
            case 90:
                return y - self.bottom, x - self.left
            case 180:
                return self.right - x, y - self.bottom
            case 270:
                return self.top - y, self.right - x
            case _:
                return x - self.left, self.top - y

    def _own_point(self, x: float, y: float) -> tuple[float, float]:
        match self.rotation:
            case 90:
                return y + self.left, x + self.bottom
            case 180:
                return self.right - x, y + self.bottom
            case 270:
                return self.right - y, self.top - x
            case _:
                return x + self.left, self.top - y


#: The frame of a page that does not say its size, as readers take it.
A4 = PageFrame(0.0, 0.0, 595.0, 842.0, 0)


def around(box: Box, other: Box) -> Box:
    """The smallest box that holds both."""
    return Box(
        min(box.left, other.left), min(box.top, other.top), max(box.right, other.right), max(box.bottom, other.bottom)
    )


def in_lines(pieces: list[PageLine]) -> list[PageLine]:
    """Pieces of text as lines from top to bottom: pieces side by side are one line, wide gaps are tabs.

    Where rows of pieces with wide gaps stand under one another they are a table without rules.
    """
    rows: list[list[PageLine]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.box.top + piece.box.bottom) / 2):
        if rows and _beside(rows[-1][-1].box, piece.box):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_joined(sorted(row, key=lambda piece: piece.box.left)) for row in rows]


def _beside(left: Box, right: Box) -> bool:
    overlap = min(left.bottom, right.bottom) - max(left.top, right.top)
    return overlap > 0.5 * min(left.bottom - left.top, right.bottom - right.top)


def _joined(row: list[PageLine]) -> PageLine:
    text, box = row[0].text, row[0].box
    for before, piece in pairwise(row):
        text += _gap(before, piece) + piece.text
        box = around(box, piece.box)
    return PageLine(text, box)


def _gap(before: PageLine, piece: PageLine) -> str:
    """What stands between two pieces of a line: nothing, a blank, or the tab between two cells."""
    size = max(0.1, piece.box.bottom - piece.box.top)
    gap = (piece.box.left - before.box.right) / size
    if gap > _CELL_GAP:
        return "\t"
    if len(before.text) == 1 == len(piece.text) and f"{before.text}{piece.text}".strip(_NUMBER_SIGNS) == "":
        # Digits written one by one may stand as wide apart as Chinese characters do.
        return "" if gap < _DIGIT_GAP else " "
    ascii_words = before.text[-1:].isascii() and piece.text[:1].isascii()
    return "" if gap < (_LETTER_GAP if ascii_words else _WORD_GAP) else " "

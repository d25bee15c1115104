"""Character recognition (文字识别) for scanned pages and pictures; an extra that need not be installed."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from itertools import pairwise
from typing import Any

from lantu.reading.formats.pdf_page import Box

#: Recognised words less sure than this are dirt and seals.
_LEAST_SURE = 0.5
#: Words on one line that stand further apart than this many line heights are cells of a table.
_CELL_GAP = 1.5


@dataclass(frozen=True, slots=True)
class RecognisedLine:
    """A line of recognised text, and where it stands in pixels."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Recognised:
    """The lines of a picture in reading order, and how sure the recogniser is of them on average."""

    lines: tuple[RecognisedLine, ...]
    confidence: float


class Recogniser:
    """Reads pictures with RapidOCR, whose models come in its wheel and need no network."""

    def __init__(self, engine: Any) -> None:
        self._engine = engine

    def read(self, picture: Any) -> Recognised:
        """The text of a picture given as an array of pixels."""
        result = self._engine(picture)
        if result.boxes is None or result.txts is None:
            return Recognised((), 0.0)
        words = [
            RecognisedLine(text, _box(corners))
            for corners, text, score in zip(result.boxes, result.txts, result.scores, strict=True)
            if score >= _LEAST_SURE and text.strip()
        ]
        scores = [float(score) for score in result.scores if score >= _LEAST_SURE]
        return Recognised(tuple(in_lines(words)), sum(scores) / max(1, len(scores)))


@lru_cache(maxsize=1)
def find_recogniser() -> Recogniser | None:
    """The recogniser, or None where the extra ``lantu[ocr]`` is not installed."""
    if find_spec("rapidocr") is None or find_spec("onnxruntime") is None:
        return None
    return _LazyRecogniser()


class _LazyRecogniser(Recogniser):
    """Loads its models, which takes two seconds, when the first picture comes."""

    def __init__(self) -> None:
        super().__init__(None)

    def read(self, picture: Any) -> Recognised:
        if self._engine is None:
            self._engine = _engine()
        return super().read(picture)


def _engine() -> Any:
    from rapidocr import RapidOCR  # noqa: PLC0415  # an extra, and two seconds to load

    return RapidOCR(params={"Global.log_level": "error"})


def in_lines(words: list[RecognisedLine]) -> list[RecognisedLine]:
    """Pieces of text as lines from top to bottom: pieces side by side are one line, wide gaps are tabs.

    Where rows of pieces with wide gaps stand under one another they are a table without rules.
    """
    rows: list[list[RecognisedLine]] = []
    for word in sorted(words, key=lambda word: (word.box.top + word.box.bottom) / 2):
        if rows and _beside(rows[-1][-1].box, word.box):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [_joined(sorted(row, key=lambda word: word.box.left)) for row in rows]


def _beside(left: Box, right: Box) -> bool:
    overlap = min(left.bottom, right.bottom) - max(left.top, right.top)
    return overlap > 0.5 * min(left.bottom - left.top, right.bottom - right.top)


def _joined(row: list[RecognisedLine]) -> RecognisedLine:
    text = row[0].text
    for before, word in pairwise(row):
        gap = word.box.left - before.box.right
        text += ("\t" if gap > _CELL_GAP * (word.box.bottom - word.box.top) else " ") + word.text
    boxes = [word.box for word in row]
    return RecognisedLine(
        text,
        Box(
            min(box.left for box in boxes),
            min(box.top for box in boxes),
            max(box.right for box in boxes),
            max(box.bottom for box in boxes),
        ),
    )


def _box(corners: Any) -> Box:
    xs, ys = [float(x) for x, _ in corners], [float(y) for _, y in corners]
    return Box(min(xs), min(ys), max(xs), max(ys))

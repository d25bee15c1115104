"""Character recognition (文字识别) for scanned pages and pictures; an extra that need not be installed."""

from functools import lru_cache
from importlib.util import find_spec
from typing import Any

from lantu.reading.formats.page import Box, PageFrame, PageLine, in_lines
from lantu.reading.formats.pages import ReadPage

#: Recognised words less sure than this are dirt and seals.
_LEAST_SURE = 0.5
#: Pictures are measured as if their shorter side were that of A4, in points, so that places mean the same everywhere.
_SHORTER_SIDE = 595.0


class Recogniser:
    """Reads pictures with RapidOCR, whose models come in its wheel and need no network."""

    def __init__(self, engine: Any = None) -> None:
        self._engine = engine

    def read_page(self, picture: Any) -> ReadPage:
        """The text of a picture given as an array of pixels."""
        if self._engine is None:
            self._engine = _engine()
        height, width = picture.shape[:2]
        scale = _SHORTER_SIDE / max(1, min(height, width))
        frame = PageFrame(0.0, 0.0, width * scale, height * scale, 0)
        result = self._engine(picture)
        if result.boxes is None or result.txts is None:
            return ReadPage(frame, confidence=0.0)
        pieces = [
            (PageLine(text, _box(corners, scale)), float(score))
            for corners, text, score in zip(result.boxes, result.txts, result.scores, strict=True)
            if score >= _LEAST_SURE and text.strip()
        ]
        confidence = sum(score for _, score in pieces) / max(1, len(pieces))
        return ReadPage(frame, in_lines([piece for piece, _ in pieces]), confidence=confidence)


@lru_cache(maxsize=1)
def find_recogniser() -> Recogniser | None:
    """The recogniser, or None where the extra ``lantu[ocr]`` is not installed."""
    if find_spec("rapidocr") is None or find_spec("onnxruntime") is None:
        return None
    return Recogniser()


def _engine() -> Any:
    """The engine with its models, which takes two seconds to load and is kept for the next page."""
    from rapidocr import RapidOCR  # noqa: PLC0415  # an extra, and two seconds to load

    return RapidOCR(params={"Global.log_level": "error"})


def _box(corners: Any, scale: float) -> Box:
    xs, ys = [float(x) * scale for x, _ in corners], [float(y) * scale for _, y in corners]
    return Box(min(xs), min(ys), max(xs), max(ys))

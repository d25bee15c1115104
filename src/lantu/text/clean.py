"""Text made readable, with an exact map back to the original.

Cleaning only ever leaves characters out or folds one character into one other, so every stretch of the cleaned text
has a span in the original, and ``original[span]`` is what was read.
"""

from bisect import bisect_right
from dataclasses import dataclass, field

from lantu.errors import SpanOutsideTextError
from lantu.text.span import Span


@dataclass(frozen=True, slots=True)
class CleanText:
    """The text as it is read: one paragraph, heading or table row a line, joined by single line breaks.

    Attributes:
        text: The cleaned text. A table row keeps a tab between two cells.
        starts: Where each kept piece starts in ``text``, ascending, from 0.
        origins: Where the same pieces start in the original.
        length: Number of characters of the original.
        furniture: Spans of the original that were recognised as furniture (page numbers, web notices, residue of
            tracked changes) and left out.
    """

    text: str
    starts: tuple[int, ...] = field(repr=False)
    origins: tuple[int, ...] = field(repr=False)
    length: int = 0
    furniture: tuple[Span, ...] = field(default=(), repr=False)

    def original_offset(self, offset: int) -> int:
        """Where character ``offset`` of the cleaned text stands in the original."""
        if not 0 <= offset < len(self.text):
            raise SpanOutsideTextError(offset, offset + 1, len(self.text))
        piece = bisect_right(self.starts, offset) - 1
        return self.origins[piece] + offset - self.starts[piece]

    def original_span(self, start: int, end: int) -> Span:
        """The smallest span of the original that holds characters ``start`` to ``end`` of the cleaned text.

        Raises:
            SpanOutsideTextError: The cleaned text has no such characters, or there are none between the two.
        """
        if not 0 <= start < end <= len(self.text):
            raise SpanOutsideTextError(start, end, len(self.text))
        return Span(self.original_offset(start), self.original_offset(end - 1) + 1)

    def clean_offset(self, original: int) -> int:
        """The first character of the cleaned text that comes from ``original`` or after it; its length if none does."""
        piece = bisect_right(self.origins, original) - 1
        if piece < 0:
            return 0
        following = self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text)
        return min(self.starts[piece] + original - self.origins[piece], following)

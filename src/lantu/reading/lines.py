"""The lines of a cleaned text: the smallest pieces that the tree and the tables are made of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the cleaned text and where it stands there."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """One past its last character."""
        return self.start + len(self.text)


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of a cleaned text that hold anything, in order."""
    lines = []
    start = 0
    for piece in text.split("\n"):
        if piece and not piece.isspace():
            lines.append(Line(piece, start))
        start += len(piece) + 1
    return tuple(lines)

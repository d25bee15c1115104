"""Text in columns of a terminal, where a Chinese character is as wide as two Latin ones."""

import re
from collections.abc import Sequence
from unicodedata import combining, east_asian_width

#: Control characters, and marks that turn the direction of writing: a document must not steer the terminal.
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+")


def visible(text: str) -> str:
    r"""The text on one line, without characters that would steer a terminal.

    >>> visible("粮食\n产量\x1b[31m")
    '粮食 产量 [31m'
    """
    return _UNSAFE.sub(" ", text)


def display_width(text: str) -> int:
    """How many columns a text takes.

    >>> display_width("粮食 5%")
    7
    """
    if text.isascii():
        return len(text)
    return sum(0 if combining(character) else 2 if east_asian_width(character) in "WF" else 1 for character in text)


def clip(text: str, width: int) -> str:
    """The text if it fits, else its beginning and an ellipsis.

    >>> clip("一般公共预算收入", 9)
    '一般公共…'
    """
    if display_width(text) <= width:
        return text
    kept, used = [], 1
    for character in text:
        used += display_width(character)
        if used > width:
            break
        kept.append(character)
    return "".join(kept) + "…"


def pad(text: str, width: int, *, right: bool = False) -> str:
    """The text filled up with blanks to a width: on its right, or on its left for numbers."""
    blanks = " " * max(0, width - display_width(text))
    return blanks + text if right else text + blanks


def set_columns(
    rows: Sequence[Sequence[str]], *, numbers: frozenset[int] = frozenset(), limit: int = 0, widest: int = 40
) -> list[str]:
    """The rows as lines of aligned columns; the first row is the head, and the last column is never padded.

    Args:
        rows: The head, then the rows, all with the same number of cells.
        numbers: Columns that are aligned on the right.
        limit: The terminal's width, to which lines are cut; 0 for no limit.
        widest: No column but the last is wider than this.
    """
    cells = [[visible(cell) for cell in row] for row in rows]
    widths = [min(widest, max(map(display_width, column))) for column in zip(*cells, strict=True)]
    lines = []
    for row in cells:
        padded = [
            pad(clip(cell, width), width, right=i in numbers)
            for i, (cell, width) in enumerate(zip(row[:-1], widths, strict=False))
        ]
        line = "  ".join([*padded, row[-1]]).rstrip()
        lines.append(clip(line, limit) if limit else line)
    return lines

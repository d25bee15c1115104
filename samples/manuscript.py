"""The plain source of the sample documents, and its reader.

A manuscript is a text file whose lines say by their first characters what they are::

    # title                     = heading 篇 or 一、      == 章 or （一）      === 节
    % line under the title      @目录 table of contents   [文本框] words in a text box
    [专栏1 title] ... [/专栏]    a box; in it "- item", "|cell|cell|" and "> note"
    anything else               a paragraph, in which {-words-} are struck out and {+words+} inserted

A cell that ends in ``<`` spans the empty cells after it; ``^`` continues the cell above.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Title:
    """The document's title."""

    text: str


@dataclass(frozen=True, slots=True)
class Front:
    """A line under the title: the date, the speaker."""

    text: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The place of the table of contents."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``text`` may hold marks of change."""

    text: str

    @property
    def final(self) -> str:
        """The text with its changes accepted."""
        return re.sub(r"\{-.*?-\}", "", self.text).replace("{+", "").replace("+}", "")

    @property
    def runs(self) -> list[tuple[str, str]]:
        """Pairs of mark and words: ``-`` struck out, ``+`` inserted, ```` left alone."""
        parts = re.split(r"(\{-.*?-\}|\{\+.*?\+\})", self.text)
        return [(part[1], part[2:-2]) if part.startswith("{") else ("", part) for part in parts if part]


@dataclass(frozen=True, slots=True)
class TextBox:
    """Words that a Word file keeps in a text box."""

    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a box."""

    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """A note under a table."""

    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its cells by row, with the marks of merged cells."""

    rows: tuple[tuple[str, ...], ...]

    def merges(self) -> Iterator[tuple[int, int, int, int]]:
        """Top, left, bottom and right of each merged cell, inclusive."""
        for top, row in enumerate(self.rows):
            for left, cell in enumerate(row):
                if cell == "^":
                    continue
                right = left
                while cell.endswith("<") and right + 1 < len(row) and not row[right + 1]:
                    right += 1
                bottom = top
                while bottom + 1 < len(self.rows) and self.rows[bottom + 1][left] == "^":
                    bottom += 1
                if (bottom, right) != (top, left):
                    yield top, left, bottom, right

    def words(self) -> list[list[str]]:
        """The cells without marks."""
        return [["" if cell == "^" else cell.removesuffix("<") for cell in row] for row in self.rows]


@dataclass(frozen=True, slots=True)
class Box:
    """A box (专栏): its title and what stands in it."""

    title: str
    parts: tuple["Grid | Item | Note", ...]


Part = Title | Front | Contents | Heading | Paragraph | TextBox | Box


def read_manuscript(path: Path) -> list[Part]:
    """The parts of a manuscript in order."""
    parts: list[Part] = []
    box: list[str] | None = None
    for line in filter(None, path.read_text(encoding="utf-8").splitlines()):
        if box is not None and line == "[/专栏]":
            parts.append(_read_box(box))
            box = None
        elif box is not None:
            box.append(line)
        elif line.startswith("[专栏"):
            box = [line]
        else:
            parts.append(_read_line(line))
    return parts


def title_of(parts: list[Part]) -> str:
    """The title of a manuscript."""
    return next(part.text for part in parts if isinstance(part, Title))


def _read_line(line: str) -> Part:
    if heading := re.match(r"(=+) (.*)", line):
        return Heading(len(heading[1]), heading[2])
    if line.startswith("@目录"):
        return Contents()
    for mark, kind in (("# ", Title), ("% ", Front), ("[文本框] ", TextBox)):
        if line.startswith(mark):
            return kind(line.removeprefix(mark))
    return Paragraph(line)


def _read_box(lines: list[str]) -> Box:
    parts: list[Grid | Item | Note] = []
    rows: list[tuple[str, ...]] = []
    for line in lines[1:]:
        if line.startswith("|"):
            rows.append(tuple(line[1:-1].split("|")))
            continue
        if rows:
            parts.append(Grid(tuple(rows)))
            rows = []
        parts.append(Item(line.removeprefix("- ")) if line.startswith("- ") else Note(line.removeprefix("> ")))
    if rows:
        parts.append(Grid(tuple(rows)))
    return Box(lines[0].strip("[]"), tuple(parts))

"""Which characters of a document the page marks, and for what."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from lantu.model.extraction import Extraction
from lantu.model.finding import Finding
from lantu.model.statement import Statement
from lantu.publishing.quotation import clean_range, findings_of
from lantu.text.span import Span

#: A finding about more than this (a whole section) is marked by its beginning only.
_LONGEST_FINDING = 120


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch of the cleaned text that answers when touched.

    Attributes:
        start: Its first character.
        end: One past its last.
        list_key: The list it belongs to: ``s``tatements, ``p``rojects, ``f``indings; ``n`` for a note of responsibility,
            which belongs to its task and is only set apart.
        index: Its place in that list.
        style: Its classes on the page.
    """

    start: int
    end: int
    list_key: str
    index: int
    style: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a block that carries the same marks from end to end."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def find_marks(extraction: Extraction) -> list[Mark]:
    """Every mark of a document, sorted by place."""
    return sorted(mark for mark in _all_marks(extraction) if mark.start < mark.end)


def _all_marks(extraction: Extraction) -> Iterator[Mark]:
    for index, statement in enumerate(extraction.statements):
        yield _mark(extraction, statement.span, "s", index, _statement_style(statement))
    for index, project in enumerate(extraction.projects):
        yield _mark(extraction, project.span, "p", index, "project")
    for index, finding in enumerate(findings_of(extraction)):
        yield _mark(extraction, _shortened(finding), "f", index, "finding")
    for index, task in enumerate(extraction.tasks):
        for responsibility in task.responsibilities:
            yield _mark(extraction, responsibility.span, "n", index, "units")


def _mark(extraction: Extraction, span: Span, list_key: str, index: int, style: str) -> Mark:
    start, end = clean_range(extraction.document, span)
    return Mark(start, end, list_key, index, style)


def _statement_style(statement: Statement) -> str:
    return statement.kind.value + (" open" if statement.quantity.value is None else "")


def _shortened(finding: Finding) -> Span:
    return Span(finding.span.start, min(finding.span.end, finding.span.start + _LONGEST_FINDING))


class Marker:
    """Cuts one block after the other into pieces; blocks are asked for in the order of the text."""

    def __init__(self, marks: list[Mark]) -> None:
        self._marks = marks
        self._next = 0
        self._open: list[Mark] = []

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """The pieces of the characters from ``start`` to ``end``, marked and plain."""
        while self._next < len(self._marks) and self._marks[self._next].start < end:
            self._open.append(self._marks[self._next])
            self._next += 1
        self._open = [mark for mark in self._open if mark.end > start]
        here = [mark for mark in self._open if mark.start < end]
        bounds = {start, end, *(mark.start for mark in here), *(mark.end for mark in here)}
        edges = sorted(bound for bound in bounds if start <= bound <= end)
        for left, right in pairwise(edges):
            yield Piece(left, right, tuple(mark for mark in here if mark.start <= left and right <= mark.end))

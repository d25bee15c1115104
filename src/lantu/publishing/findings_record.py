"""Findings with their places spelt out: file, page, line and column, and the words around them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lantu.checks.base import CheckContext
from lantu.checks.registry import rules
from lantu.checks.runner import CheckResult
from lantu.model.document import Document
from lantu.model.finding import Finding
from lantu.publishing.options import Language
from lantu.publishing.quotation import clean_range
from lantu.text.span import Span

#: Characters shown on either side of the marked words.
_AROUND = 30
#: Of a long stretch, no more than this is shown.
_LONGEST = 40

#: What readers and the ledger report has no rule of its own; its family says what it is about.
_READERS = {
    "LT1": ("没有读懂的数量", "A quantity that was not understood"),
    "LT3": ("责任单位的写法", "A note of responsibility"),
    "LT4": ("文件与台账", "Documents and the ledger"),
    "LT990": ("多余的忽略项", "A suppression that is not needed"),
    "LT9": ("文件的读取", "Reading of the file"),
}


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """Where a finding points, for people and for programs.

    Attributes:
        file: The file's name.
        title: The document's title.
        page: The page, from 1; None where there are no pages.
        line: The line of the original text, from 1.
        column: The character in the line, from 1.
        start: The first character, from 0, in the original text.
        end: One past the last.
        text: The marked words as published.
        excerpt: The words around them on one line, cleaned.
        mark: Where in the excerpt the marked words start and end.
    """

    file: str
    title: str = ""
    page: int | None = None
    line: int = 1
    column: int = 1
    start: int = 0
    end: int = 0
    text: str = ""
    excerpt: str = ""
    mark: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class FindingRecord:
    """A finding as it is published.

    Attributes:
        code: The rule's number.
        title: What the rule checks, or what family a reader's report belongs to.
        severity: How much it matters.
        message: What is there and what was expected.
        remedy: What to do.
        place: Where; None where no document is at hand.
        related: Other places that belong to it.
        reason: Why it may stay, where people decided so; else "".
    """

    code: str
    title: str
    severity: str
    message: str
    remedy: str
    place: PlaceRecord | None
    related: tuple[PlaceRecord, ...] = ()
    reason: str = ""


class FindingRecorder:
    """Makes the records of one run; keeps where each document's lines start."""

    def __init__(self, context: CheckContext, language: Language) -> None:
        self._context = context
        self._english = language is Language.EN
        self._titles = {
            registered.code: registered.rule.title_en if self._english else registered.title for registered in rules()
        }
        self._lines: dict[str, list[int]] = {}

    def records(self, result: CheckResult) -> Iterator[FindingRecord]:
        """The findings in their order."""
        for finding in result.findings:
            yield self.record(finding)

    def suppressed(self, result: CheckResult) -> Iterator[FindingRecord]:
        """The findings that people decided to leave, each with the reason."""
        for finding, suppression in result.suppressed:
            yield self.record(finding, reason=suppression.reason)

    def record(self, finding: Finding, *, reason: str = "") -> FindingRecord:
        """One finding with its places."""
        places = [(finding.document, span) for span in finding.related] + list(finding.elsewhere)
        return FindingRecord(
            code=finding.code,
            title=self._title(finding.code),
            severity=finding.severity.value,
            message=finding.message_en if self._english else finding.message,
            remedy=finding.remedy_en if self._english else finding.remedy,
            place=self._place(finding.document, finding.span),
            related=tuple(self._known(places)),
            reason=reason,
        )

    def _title(self, code: str) -> str:
        """What the rule checks; for what readers and the ledger report, what its family is about."""
        families = _READERS.get(code) or _READERS.get(code[:3], ("", ""))
        return self._titles.get(code) or families[self._english]

    def _known(self, places: Iterable[tuple[str, Span]]) -> Iterator[PlaceRecord]:
        for document, span in places:
            place = self._place(document, span)
            if place is not None:
                yield place

    def _place(self, document_id: str, span: Span) -> PlaceRecord | None:
        described = self._context.documents.get(document_id)
        if described is None:
            return None
        extraction = self._context.extractions.get(document_id)
        if extraction is None:
            return PlaceRecord(described.name, described.title, start=span.start, end=span.end)
        document = extraction.document
        line, column = self._line(document_id, document, span.start)
        excerpt, mark = excerpt_of(document, span)
        return PlaceRecord(
            file=document.source.name,
            title=described.title,
            page=document.source.page_of(span.start),
            line=line,
            column=column,
            start=span.start,
            end=span.end,
            text=document.original(span),
            excerpt=excerpt,
            mark=mark,
        )

    def _line(self, document_id: str, document: Document, offset: int) -> tuple[int, int]:
        starts = self._lines.get(document_id)
        if starts is None:
            text = document.source.text
            starts = [0, *(place + 1 for place, character in enumerate(text) if character == "\n")]
            self._lines[document_id] = starts
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1


def excerpt_of(document: Document, span: Span) -> tuple[str, tuple[int, int]]:
    """The words around a span on one line, and where the span lies in them; ellipses stand for what is left out."""
    start, end = clean_range(document, span)
    text = document.clean.text
    if end <= start:
        return "", (0, 0)
    # Only the paragraph's own words are shown, and of a long mark only its beginning.
    stop = text.find("\n", start, end)
    end = min(end if stop < 0 else stop, start + _LONGEST)
    left = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
    following = text.find("\n", end)
    right = min(len(text) if following < 0 else following, end + _AROUND)
    before = "…" if left > 0 and text[left - 1] != "\n" else ""
    after = "…" if right < len(text) and text[right] != "\n" else ""
    excerpt = before + text[left:right].replace("\t", " ") + after
    return excerpt, (len(before) + start - left, len(before) + end - left)

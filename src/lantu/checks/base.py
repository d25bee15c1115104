"""What every rule is made of: the rule's number, and what it may look at."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from lantu.checks.errors import CheckRequestError
from lantu.model.document import Document, DocumentKind
from lantu.model.extraction import Extraction
from lantu.model.finding import Finding, Severity
from lantu.model.indicator import Indicator
from lantu.model.ledger import Ledger, LedgerDocument, Link, SourceRef
from lantu.model.reading import DocumentReading, ReadStatement
from lantu.model.statement import Measure, Quantity, Statement, StatementKind
from lantu.text.span import Span

#: A longer title is not quoted in a message.
_LONGEST_TITLE = 24
_KIND_NAMES = {
    DocumentKind.OUTLINE.value: "规划纲要",
    DocumentKind.WORK_REPORT.value: "政府工作报告",
    DocumentKind.ACTION_PLAN.value: "行动方案",
    DocumentKind.SPECIAL_PLAN.value: "专项规划",
    DocumentKind.REGIONAL_PLAN.value: "区域规划",
    DocumentKind.COMMUNIQUE.value: "统计公报",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a document of the ledger and a span of its original text."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Figure:
    """A statement with its document and the indicator that it speaks of: what most rules look at."""

    document: LedgerDocument
    read: ReadStatement
    indicator: Indicator
    link: Link | None = None
    #: The part of the ledger's region that it is about; "" for the whole.
    scope: str = ""

    @property
    def key(self) -> str:
        """The indicator's code; that of the amount, for an indicator that is the growth of one."""
        return self.indicator.growth_of or self.indicator.code

    @property
    def statement(self) -> Statement:
        """The statement as it was read."""
        return self.read.statement

    @property
    def quantity(self) -> Quantity:
        """The statement's quantity."""
        return self.read.statement.quantity

    @property
    def value(self) -> Decimal | None:
        """The statement's number; None for an open target."""
        return self.read.statement.quantity.value

    @property
    def place(self) -> Place:
        """Where the number stands."""
        return Place(self.document.id, self.read.statement.span)

    @property
    def is_target(self) -> bool:
        """Whether it promises rather than reports."""
        return self.read.statement.kind is StatementKind.TARGET

    @property
    def is_change(self) -> bool:
        """Whether it says by how much something changes."""
        return self.read.statement.measure in (Measure.GROWTH, Measure.DECLINE)


class CheckContext:
    """All that a rule may look at: the ledger, what was read from each document, and the documents themselves."""

    def __init__(
        self, ledger: Ledger, readings: Iterable[DocumentReading], extractions: Mapping[str, Extraction]
    ) -> None:
        known = {document.id for document in ledger.documents}
        self.ledger = ledger
        #: One a document of the ledger, in the ledger's order of documents.
        self.readings = tuple(
            sorted(
                (reading for reading in readings if reading.document.id in known),
                key=lambda reading: (reading.document.period or reading.document.date, reading.document.id),
            )
        )
        #: What was extracted from each document of the ledger, by its id.
        self.extractions = {key: extraction for key, extraction in extractions.items() if key in known}

    @cached_property
    def documents(self) -> Mapping[str, LedgerDocument]:
        """The ledger's documents by their ids."""
        return {document.id: document for document in self.ledger.documents}

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        """The ledger's indicators by their codes."""
        return {indicator.code: indicator for indicator in self.ledger.indicators}

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Every statement that was linked to an indicator, document by document in the order of the text."""
        links = {link.statement: link for link in self.ledger.links}
        return tuple(self._figures(links))

    def _figures(self, links: Mapping[str, Link]) -> Iterator[Figure]:
        for reading in self.readings:
            for read in reading.statements:
                link = links.get(read.anchor)
                if link is not None and link.indicator in self.indicators:
                    document = self.documents[reading.document.id]
                    scope = self._scope(document, read.statement.scope)
                    yield Figure(document, read, self.indicators[link.indicator], link, scope)

    def _scope(self, document: LedgerDocument, scope: str) -> str:
        """The area a statement is about; in a document of a place within the ledger's region, that place."""
        home = self.ledger.region_code
        if not home or not document.region_code or document.region_code == home or scope.startswith(document.region):
            return scope
        return f"{document.region}{scope}"

    @cached_property
    def by_indicator(self) -> Mapping[str, tuple[Figure, ...]]:
        """The figures by their indicator's key, so that no rule has to look at every pair of figures."""
        grouped: dict[str, list[Figure]] = defaultdict(list)
        for figure in self.figures:
            grouped[figure.key].append(figure)
        return {key: tuple(figures) for key, figures in grouped.items()}

    @cached_property
    def by_document(self) -> Mapping[str, tuple[Figure, ...]]:
        """The figures by their document's id; nothing for a document without any."""
        grouped: dict[str, list[Figure]] = defaultdict(list)
        for figure in self.figures:
            grouped[figure.document.id].append(figure)
        return {document.id: tuple(grouped[document.id]) for document in self.ledger.documents}

    @cached_property
    def texts(self) -> tuple[tuple[LedgerDocument, Document], ...]:
        """The documents as read, in the ledger's order."""
        return tuple(
            (document, self.extractions[document.id].document)
            for document in self.ledger.documents
            if document.id in self.extractions
        )

    @cached_property
    def plan_of(self) -> Mapping[str, str]:
        """Document id → the id of the plan that it is a part of; parts of one outline speak with one voice."""
        return {part: plan.id for plan in self.ledger.plans for part in plan.documents}

    def name(self, document_id: str) -> str:
        """What messages call a document: its title where that is short, else its region, years and kind."""
        document = self.documents[document_id]
        title = document.title or document.name
        kind = _KIND_NAMES.get(document.kind, "")
        if len(title) <= _LONGEST_TITLE or not kind or not document.period:
            return f"《{title}》"
        return f"{document.region}{document.period.replace('-', '—')}年{kind}"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's number and what it reports as.

    Attributes:
        code: Its number, which is its file's name.
        severity: How much its findings matter.
        title_en: What it checks, in English; the Chinese title is the first line of its file.
    """

    code: str
    severity: Severity
    title_en: str

    def finding(
        self,
        place: Place,
        message: str,
        message_en: str,
        *,
        remedy: str = "",
        remedy_en: str = "",
        also: Iterable[Place] = (),
        severity: Severity | None = None,
    ) -> Finding:
        """A finding of this rule.

        Args:
            place: The smallest text that it is about.
            message: What is there and what was expected, in Chinese.
            message_en: The same in English.
            remedy: What to do, in Chinese.
            remedy_en: The same in English.
            also: Other places that belong to it, in this document or others.
            severity: Where it differs from the rule's own.
        """
        places = [other for other in dict.fromkeys(also) if other != place]
        return Finding(
            self.code,
            severity or self.severity,
            message,
            message_en,
            place.span,
            remedy,
            remedy_en,
            related=tuple(other.span for other in places if other.document == place.document),
            document=place.document,
            elsewhere=tuple((other.document, other.span) for other in places if other.document != place.document),
        )


class UnknownParameterError(CheckRequestError):
    """A file of parameters names a rule or a parameter that does not exist."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        listed = "、".join(sorted(known))
        super().__init__(
            f"没有参数“{name}”；已有的是：{listed or '无'}",
            f"there is no parameter {name!r}; known are: {listed or 'none'}",
        )


class Parameters:
    """What a rule may be tuned by: the values of ``parameters.toml``, or those that the user put in their place."""

    def __init__(self, code: str, values: Mapping[str, object]) -> None:
        self._code = code
        self._values = values

    def number(self, name: str) -> Decimal:
        """A number, exactly as written."""
        return Decimal(str(self._value(name)))

    def count(self, name: str) -> int:
        """A whole number."""
        return int(str(self._value(name)))

    def words(self, name: str) -> tuple[str, ...]:
        """A list of words."""
        value = self._value(name)
        return tuple(map(str, value)) if isinstance(value, list) else (str(value),)

    def _value(self, name: str) -> object:
        if name not in self._values:
            raise UnknownParameterError(f"{self._code}.{name}", self._values)
        return self._values[name]


def place_of(source: SourceRef) -> Place:
    """Where a value of the ledger stands."""
    return Place(source.document, source.span)

"""What one document was read to say, kept so that the ledger can be put together again without reading it anew."""

from dataclasses import dataclass

from lantu.model.ledger import LedgerDocument, SourceRef
from lantu.model.statement import Statement


@dataclass(frozen=True, slots=True)
class ReadStatement:
    """A statement with the anchor that decisions hold on to, and the words of its sentence.

    Attributes:
        anchor: Document id, place of the sentence's words, and the number: the same after every new reading.
        statement: What was read.
        sentence: The sentence it stands in, cleaned.
        headings: The headings that enclose it, outermost first, with their numbering.
    """

    anchor: str
    statement: Statement
    sentence: str
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadTask:
    """A task with its place; ``units`` holds (name, role) pairs, groups among them."""

    heading: str
    headings: tuple[str, ...]
    units: tuple[tuple[str, str], ...]
    is_open: bool
    source: SourceRef
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadProject:
    """A project with its place."""

    name: str
    kind: str
    stage: str
    places: tuple[str, ...]
    source: SourceRef


@dataclass(frozen=True, slots=True)
class DocumentReading:
    """One document as the ledger needs it: who it is, and all that it says.

    Attributes:
        document: What it is.
        version: The version of the reader that read it; a newer one reads again.
        statements: In the order of the text.
        tasks: In the order of the text.
        projects: In the order of the text.
    """

    document: LedgerDocument
    version: str
    statements: tuple[ReadStatement, ...] = ()
    tasks: tuple[ReadTask, ...] = ()
    projects: tuple[ReadProject, ...] = ()


@dataclass(frozen=True, slots=True)
class ObservedFigure:
    """One row of a table of observations: a figure that someone brings beside the documents.

    Attributes:
        source: File id, row number and the row as written.
        region: The region it is about.
        wording: The indicator's name as written.
        period: The year.
        value: The figure as written, thousands separators taken out.
        unit: Its unit as written, multiplier included.
        measure: 绝对值, 同比增长, 水平 … as written.
        evidence: How well it is attested.
    """

    source: SourceRef
    region: str
    wording: str
    period: str
    value: str
    unit: str
    measure: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class ObservationTable:
    """A CSV file of figures: the file as a document of the ledger, and its good rows."""

    document: LedgerDocument
    figures: tuple[ObservedFigure, ...] = ()

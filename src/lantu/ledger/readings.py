"""From what was extracted from a document to the reading that the ledger keeps."""

import lantu
from lantu.ledger.anchors import AnchorMaker, digest_of
from lantu.model.document import Document
from lantu.model.extraction import Extraction
from lantu.model.finding import Finding, Severity
from lantu.model.ledger import LedgerDocument, SourceRef
from lantu.model.reading import DocumentReading, ReadProject, ReadStatement, ReadTask
from lantu.model.statement import Statement
from lantu.text.span import Span

#: Raised whenever a reader gives other results, so that kept readings are made anew.
READER_VERSION = f"{lantu.__version__}-1"


def take_reading(extraction: Extraction) -> DocumentReading:
    """The reading of one document: its statements with anchors, its tasks and its projects."""
    document = extraction.document
    described = describe_document(document, len(extraction.statements))
    maker = AnchorMaker(described.id)
    statements = tuple(_read_statement(document, maker, statement) for statement in extraction.statements)
    anchors = [statement.anchor for statement in statements]
    return DocumentReading(
        document=described,
        version=READER_VERSION,
        statements=statements,
        tasks=tuple(
            ReadTask(
                heading=task.heading,
                headings=task.headings,
                units=tuple((unit.name, unit.role) for note in task.responsibilities for unit in note.units),
                is_open=any(note.is_open for note in task.responsibilities),
                source=source_ref(document, described.id, task.span, task.block),
                statements=tuple(anchors[index] for index in task.statements),
            )
            for task in extraction.tasks
        ),
        projects=tuple(
            ReadProject(
                project.name, project.kind, project.stage, project.places,
                source_ref(document, described.id, project.span, project.block),
            )
            for project in extraction.projects
        ),
    )  # fmt: skip


def stale_finding(reading: DocumentReading) -> Finding | None:
    """LT405: a document that an earlier version of the reader read and that was not given again; None for a current one."""
    if reading.version == READER_VERSION:
        return None
    return Finding(
        code="LT405",
        severity=Severity.INFO,
        message=f"{reading.document.name}由较早版本的程序读取，本次未重新读取",
        message_en=f"{reading.document.name} was read by an earlier version of the program and not read again",
        span=Span(0, 0),
        remedy="再次给出该文件，以新版本重新读取",
        remedy_en="give the file again, so that it is read anew",
        document=reading.document.id,
    )


def describe_document(document: Document, statements: int) -> LedgerDocument:
    """What a document is, as the ledger lists it; its id is made of its content alone."""
    front, source = document.front, document.source
    identity = source.digest[:12] or digest_of(source.text)
    return LedgerDocument(
        id=identity,
        name=source.name,
        title=front.title.value,
        kind=front.kind.value,
        region=front.region.value,
        region_code=front.region_code.value,
        date=front.date.value,
        period=front.period.value,
        digest=source.digest,
        statements=statements,
    )


def source_ref(document: Document, identity: str, span: Span, block: int) -> SourceRef:
    """Where a stretch of a document stands, with its words and the headings around it."""
    return SourceRef(
        document=identity,
        span=span,
        text=document.original(span),
        page=document.source.page_of(span.start),
        headings=headings_of(document, block),
    )


def headings_of(document: Document, block: int) -> tuple[str, ...]:
    """The headings that enclose a block, outermost first, with their numbering."""
    if block < 0:
        return ()
    return tuple(f"{heading.label}{heading.title}" for heading in document.path(block))


def _read_statement(document: Document, maker: AnchorMaker, statement: Statement) -> ReadStatement:
    sentence = _cleaned(document, statement.sentence)
    return ReadStatement(maker.anchor(statement, sentence), statement, sentence, headings_of(document, statement.block))


def _cleaned(document: Document, span: Span) -> str:
    """The cleaned words of a span of the original."""
    clean = document.clean
    return clean.text[clean.clean_offset(span.start) : clean.clean_offset(span.end - 1) + 1].strip()

"""The sheets of the workbook: their columns, and the rows that a document gives each of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lantu.model.extraction import Extraction
from lantu.model.statement import Statement
from lantu.publishing.options import Language, Options
from lantu.publishing.phrases import units_phrase
from lantu.publishing.quotation import doc_name, findings_of, heading_path, quote, statements_of
from lantu.publishing.wording import sign, word
from lantu.publishing.workbook import Column, Value

Rows = Callable[[Extraction, Options], Iterator[tuple[Value, ...]]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, a key of WORDS; its columns; what makes its rows; how many columns stay in view."""

    name: str
    columns: tuple[Column, ...]
    rows: Rows
    frozen: int = 0


def _statement_rows(extraction: Extraction, options: Options) -> Iterator[tuple[Value, ...]]:
    for statement in statements_of(extraction, numbers_only=options.numbers_only):
        yield _statement_row(extraction, statement, options.language)


def _statement_row(extraction: Extraction, statement: Statement, language: Language) -> tuple[Value, ...]:
    document, quantity = extraction.document, statement.quantity
    return (
        doc_name(document),
        word(statement.kind.value, language),
        statement.subject,
        word(statement.measure.value, language),
        sign(quantity.comparator.value, language),
        quantity.value,
        quantity.high,
        quantity.unit,
        quote(document, statement.span),
        statement.period,
        statement.scope,
        statement.modality,
        word(quantity.open_target.value, language) if quantity.open_target else "",
        quantity.reference,
        statement.cell.attribute if statement.cell else "",
        quote(document, statement.sentence),
        " › ".join(heading_path(document, statement.block)),
        statement.page,
        statement.span.start,
        statement.span.end,
        " ".join(statement.reasons),
    )


def _task_rows(extraction: Extraction, options: Options) -> Iterator[tuple[Value, ...]]:
    for task in extraction.tasks:
        yield (
            doc_name(extraction.document),
            task.heading,
            units_phrase(task, options.language),
            word("yes", options.language) if any(group.is_open for group in task.responsibilities) else "",
            task.text,
            " › ".join(task.headings),
            task.page,
            task.span.start,
            task.span.end,
        )


def _project_rows(extraction: Extraction, options: Options) -> Iterator[tuple[Value, ...]]:
    del options  # a project's words are the document's own
    for project in extraction.projects:
        yield (
            doc_name(extraction.document),
            project.name,
            project.kind,
            project.stage,
            "、".join(project.places),
            " › ".join(project.headings),
            project.page,
            project.span.start,
            project.span.end,
        )


def _finding_rows(extraction: Extraction, options: Options) -> Iterator[tuple[Value, ...]]:
    document, english = extraction.document, options.language is Language.EN
    for finding in findings_of(extraction):
        yield (
            doc_name(document),
            finding.code,
            word(finding.severity.value, options.language),
            finding.message_en if english else finding.message,
            finding.remedy_en if english else finding.remedy,
            quote(document, finding.span),
            document.source.page_of(finding.span.start),
            finding.span.start,
            finding.span.end,
        )


def _document_rows(extraction: Extraction, options: Options) -> Iterator[tuple[Value, ...]]:
    document = extraction.document
    front, source = document.front, document.source
    yield (
        doc_name(document),
        source.name,
        front.title.value,
        word(front.kind.value, options.language),
        front.issuer.value,
        front.region.value,
        front.region_code.value,
        front.date.value,
        front.period.value,
        len(source.text),
        len(extraction.statements),
        len(extraction.tasks),
        len(extraction.projects),
        len(findings_of(extraction)),
        source.digest,
    )


_PLACE = (Column("headings", 40, wraps=True), Column("page", 6), Column("start", 8), Column("end", 8))

SHEETS: tuple[Sheet, ...] = (
    Sheet(
        "statements",
        (
            Column("doc", 18),
            Column("statement_kind", 8),
            Column("subject", 28, wraps=True),
            Column("measure", 8),
            Column("comparator", 7),
            Column("value", 20, grouped=True),
            Column("high", 16, grouped=True),
            Column("unit", 10),
            Column("printed", 16, wraps=True),
            Column("period", 12),
            Column("scope", 16, wraps=True),
            Column("modality", 8),
            Column("open_target", 12),
            Column("reference", 14, wraps=True),
            Column("attribute", 9),
            Column("sentence", 60, wraps=True),
            *_PLACE,
            Column("reasons", 40, wraps=True),
        ),
        _statement_rows,
        frozen=3,
    ),
    Sheet(
        "tasks",
        (
            Column("doc", 18),
            Column("task", 32, wraps=True),
            Column("units", 48, wraps=True),
            Column("open_list", 9),
            Column("text", 80, wraps=True),
            *_PLACE,
        ),
        _task_rows,
        frozen=2,
    ),
    Sheet(
        "projects",
        (
            Column("doc", 18),
            Column("project", 40, wraps=True),
            Column("project_kind", 10),
            Column("stage", 10),
            Column("places", 20, wraps=True),
            *_PLACE,
        ),
        _project_rows,
        frozen=2,
    ),
    Sheet(
        "findings",
        (
            Column("doc", 18),
            Column("code", 8),
            Column("severity", 8),
            Column("message", 50, wraps=True),
            Column("remedy", 40, wraps=True),
            Column("text", 40, wraps=True),
            *_PLACE[1:],
        ),
        _finding_rows,
        frozen=2,
    ),
    Sheet(
        "documents",
        (
            Column("doc", 18),
            Column("file", 24),
            Column("title", 40, wraps=True),
            Column("kind", 14),
            Column("issuer", 20, wraps=True),
            Column("region", 12),
            Column("region_code", 10),
            Column("date", 12),
            Column("period", 12),
            Column("characters", 10, grouped=True),
            Column("statements", 10),
            Column("tasks", 8),
            Column("projects", 8),
            Column("findings", 8),
            Column("digest", 24),
        ),
        _document_rows,
        frozen=1,
    ),
)

"""One plain record for each statement, task, project and finding: the keys of docs/reference/jsonl.md."""

from collections.abc import Callable, Iterator
from typing import Any

from lantu.model.document import Document
from lantu.model.extraction import Extraction
from lantu.model.finding import Finding
from lantu.model.statement import Statement, TableCellReading
from lantu.model.task import Project, Responsibility, Task
from lantu.publishing.options import What
from lantu.publishing.quotation import doc_name, findings_of, heading_path, quote, statements_of
from lantu.text.span import Span

Record = dict[str, Any]


def records(extraction: Extraction, what: What, *, numbers_only: bool = False) -> Iterator[Record]:
    """The records of one list of a document, in the order of the text; values are exact Decimals."""
    if what is What.STATEMENTS:
        for statement in statements_of(extraction, numbers_only=numbers_only):
            yield statement_record(extraction.document, statement)
    else:
        yield from _OTHERS[what](extraction)


def statement_record(document: Document, statement: Statement) -> Record:
    """A statement's record; its first keys are those of the hand annotations."""
    quantity = statement.quantity
    return {
        **_place(document, statement.span),
        "text": statement.text,
        "kind": statement.kind.value,
        "subject": statement.subject,
        "measure": statement.measure.value,
        "op": quantity.comparator.value,
        "value": quantity.value,
        "value_high": quantity.high,
        "unit": quantity.unit,
        "period": statement.period,
        "scope": statement.scope,
        "modality": statement.modality,
        "id": _identity(document, statement.span),
        "open_target": quantity.open_target.value if quantity.open_target else None,
        "words": quantity.words,
        "reference": quantity.reference,
        "sentence": quote(document, statement.sentence),
        "sentence_start": statement.sentence.start,
        "sentence_end": statement.sentence.end,
        "page": statement.page,
        "path": list(heading_path(document, statement.block)),
        "cell": _cell_record(statement.cell) if statement.cell else None,
        "reasons": list(statement.reasons),
    }


def _place(document: Document, span: Span) -> Record:
    return {"doc": doc_name(document), "start": span.start, "end": span.end}


def _identity(document: Document, span: Span) -> str:
    return f"{doc_name(document)}:{span.start}-{span.end}"


def _cell_record(cell: TableCellReading) -> Record:
    return {
        "table": cell.table,
        "row": cell.row,
        "column": cell.column,
        "role": cell.column_role,
        "title": cell.column_title,
        "section": cell.section,
        "attribute": cell.attribute,
        "starred": cell.starred,
        "cumulative": cell.cumulative,
        "footnotes": list(cell.footnotes),
    }


def _task_records(extraction: Extraction) -> Iterator[Record]:
    for task in extraction.tasks:
        yield _task_record(extraction, task)


def _task_record(extraction: Extraction, task: Task) -> Record:
    document = extraction.document
    return {
        **_place(document, task.span),
        "text": task.text,
        "heading": task.heading,
        "path": list(task.headings),
        "responsibilities": [_responsibility_record(responsibility) for responsibility in task.responsibilities],
        "statements": [_identity(document, extraction.statements[index].span) for index in task.statements],
        "page": task.page,
        "id": _identity(document, task.span),
    }


def _responsibility_record(responsibility: Responsibility) -> Record:
    return {
        "start": responsibility.span.start,
        "end": responsibility.span.end,
        "text": responsibility.text,
        "open": responsibility.is_open,
        "leaders": list(responsibility.leaders),
        "deadline": responsibility.deadline,
        "units": [
            {
                "name": unit.name,
                "role": unit.role,
                "group": unit.is_group,
                "start": unit.span.start,
                "end": unit.span.end,
            }
            for unit in responsibility.units
        ],
    }


def _project_records(extraction: Extraction) -> Iterator[Record]:
    for project in extraction.projects:
        yield _project_record(extraction.document, project)


def _project_record(document: Document, project: Project) -> Record:
    return {
        **_place(document, project.span),
        "name": project.name,
        "kind": project.kind,
        "stage": project.stage,
        "places": list(project.places),
        "path": list(project.headings),
        "page": project.page,
        "id": _identity(document, project.span),
    }


def _finding_records(extraction: Extraction) -> Iterator[Record]:
    for finding in findings_of(extraction):
        yield _finding_record(extraction.document, finding)


def _finding_record(document: Document, finding: Finding) -> Record:
    return {
        **_place(document, finding.span),
        "text": document.original(finding.span),
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "message_en": finding.message_en,
        "remedy": finding.remedy,
        "remedy_en": finding.remedy_en,
        "related": [[span.start, span.end] for span in finding.related],
        "page": document.source.page_of(finding.span.start),
        "id": f"{_identity(document, finding.span)}:{finding.code}",
    }


_OTHERS: dict[What, Callable[[Extraction], Iterator[Record]]] = {
    What.TASKS: _task_records,
    What.PROJECTS: _project_records,
    What.FINDINGS: _finding_records,
}

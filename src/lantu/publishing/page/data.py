"""What the page's script knows of a document: its lists, as plain values."""

from typing import Any

from lantu.model.document import Document
from lantu.model.extraction import Extraction
from lantu.model.finding import Finding
from lantu.model.statement import Statement
from lantu.model.task import Project, Task
from lantu.publishing.numbers import plain
from lantu.publishing.phrases import printed_quantity
from lantu.publishing.quotation import clean_range, doc_name, findings_of, heading_path, quote
from lantu.publishing.tree import FACTS

#: Of a task's text the card shows this much; the whole stands in the document.
_LONGEST_TEXT = 400

Values = dict[str, Any]


def document_data(extraction: Extraction) -> Values:
    """The lists of one document for the script; numbers are strings, for JavaScript's are not exact."""
    document = extraction.document
    return {
        "name": doc_name(document),
        "title": document.front.title.value,
        "facts": [_fact(document, fact) for fact in FACTS],
        "statements": [_statement(document, statement) for statement in extraction.statements],
        "tasks": [_task(task) for task in extraction.tasks],
        "projects": [_project(project) for project in extraction.projects],
        "findings": [_finding(document, finding) for finding in findings_of(extraction)],
    }


def _fact(document: Document, fact: str) -> Values:
    conclusion = getattr(document.front, fact)
    return {
        "fact": fact,
        "value": conclusion.value,
        "reason": conclusion.reason,
        "reason_en": conclusion.reason_en,
        "settled": conclusion.settled,
    }


def _statement(document: Document, statement: Statement) -> Values:
    quantity = statement.quantity
    sentence_start, sentence_end = clean_range(document, statement.sentence)
    start, end = clean_range(document, statement.span)
    within = sentence_start <= start and end <= sentence_end
    return {
        "kind": statement.kind.value,
        "subject": statement.subject,
        "measure": statement.measure.value,
        "op": quantity.comparator.value,
        "printed": printed_quantity(document, statement),
        "value": plain(quantity.value) if quantity.value is not None else None,
        "high": plain(quantity.high) if quantity.high is not None else None,
        "unit": quantity.unit,
        "open": quantity.open_target.value if quantity.open_target else "",
        "reference": quantity.reference,
        "period": statement.period,
        "scope": statement.scope,
        "modality": statement.modality,
        "sentence": document.clean.text[sentence_start:sentence_end],
        "at": [start - sentence_start, end - sentence_start] if within else [0, 0],
        "path": list(heading_path(document, statement.block)),
        "page": statement.page,
        "span": [statement.span.start, statement.span.end],
        "cell": _cell(statement),
        "reasons": list(statement.reasons),
    }


def _cell(statement: Statement) -> Values | None:
    cell = statement.cell
    if cell is None:
        return None
    return {
        "column": cell.column_title,
        "section": cell.section,
        "attribute": cell.attribute,
        "starred": cell.starred,
        "cumulative": cell.cumulative,
        "footnotes": list(cell.footnotes),
    }


def _task(task: Task) -> Values:
    return {
        "heading": task.heading,
        "text": task.text if len(task.text) <= _LONGEST_TEXT else task.text[:_LONGEST_TEXT] + "…",
        "groups": [
            {
                "units": [
                    {"name": unit.name, "role": unit.role, "group": unit.is_group} for unit in responsibility.units
                ],
                "open": responsibility.is_open,
                "leaders": list(responsibility.leaders),
                "deadline": responsibility.deadline,
            }
            for responsibility in task.responsibilities
        ],
        "path": list(task.headings),
        "page": task.page,
        "span": [task.span.start, task.span.end],
        "statements": list(task.statements),
    }


def _project(project: Project) -> Values:
    return {
        "name": project.name,
        "kind": project.kind,
        "stage": project.stage,
        "places": list(project.places),
        "path": list(project.headings),
        "page": project.page,
        "span": [project.span.start, project.span.end],
    }


def _finding(document: Document, finding: Finding) -> Values:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "message_en": finding.message_en,
        "remedy": finding.remedy,
        "remedy_en": finding.remedy_en,
        "text": quote(document, finding.span)[:_LONGEST_TEXT],
        "path": [],
        "page": document.source.page_of(finding.span.start),
        "span": [finding.span.start, finding.span.end],
    }

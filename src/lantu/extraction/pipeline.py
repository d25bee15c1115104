"""Everything that a document says, stage by stage."""

from collections.abc import Callable

from lantu.extraction.indicator_tables import extract_table_statements
from lantu.extraction.open_targets import extract_open_targets
from lantu.extraction.periods import Timeline, read_timeline
from lantu.extraction.projects import extract_projects
from lantu.extraction.statements import extract_statements
from lantu.extraction.tasks import extract_tasks
from lantu.model.document import Document
from lantu.model.extraction import Extraction
from lantu.model.finding import Finding
from lantu.model.statement import Statement

#: What finds statements, in this order; each reads the document on its timeline and knows nothing of the others.
STATEMENT_STAGES: tuple[Callable[[Document, Timeline], tuple[list[Statement], list[Finding]]], ...] = (
    extract_statements,
    extract_open_targets,
    extract_table_statements,
)


def extract(document: Document) -> Extraction:
    """The document's statements, tasks, projects and findings, each in the order of the text."""
    statements: list[Statement] = []
    findings = list(document.findings)
    timeline = read_timeline(document)
    for stage in STATEMENT_STAGES:
        found, faults = stage(document, timeline)
        statements.extend(found)
        findings.extend(faults)
    statements = _without_overlaps(statements)
    tasks, task_findings = extract_tasks(document, statements)
    projects, project_findings = extract_projects(document)
    findings.extend((*task_findings, *project_findings))
    return Extraction(
        document=document,
        statements=tuple(statements),
        tasks=tuple(tasks),
        projects=tuple(projects),
        findings=tuple(sorted(findings, key=lambda finding: (finding.span, finding.code))),
    )


def _without_overlaps(statements: list[Statement]) -> list[Statement]:
    """Statements by place; where two share characters, the one with a number stays."""
    ordered = sorted(statements, key=lambda statement: (statement.span.start, statement.quantity.value is None))
    kept: list[Statement] = []
    for statement in ordered:
        if kept and kept[-1].span.end > statement.span.start:
            if kept[-1].quantity.value is None and statement.quantity.value is not None:
                kept[-1] = statement
            continue
        kept.append(statement)
    return kept

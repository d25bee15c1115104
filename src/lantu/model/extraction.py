"""Everything that one document was found to say."""

from dataclasses import dataclass

from lantu.model.document import Document
from lantu.model.finding import Finding
from lantu.model.statement import Statement
from lantu.model.task import Project, Task


@dataclass(frozen=True, slots=True)
class Extraction:
    """A document and what was read from it, each list in the order of the text."""

    document: Document
    statements: tuple[Statement, ...] = ()
    tasks: tuple[Task, ...] = ()
    projects: tuple[Project, ...] = ()
    findings: tuple[Finding, ...] = ()

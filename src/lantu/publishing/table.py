"""Aligned columns for the terminal: one table a document, for a quick look."""

from collections.abc import Callable, Iterable, Iterator

from lantu.model.extraction import Extraction
from lantu.publishing.columns import set_columns, visible
from lantu.publishing.options import Language, Options, What
from lantu.publishing.phrases import quantity_phrase, units_phrase
from lantu.publishing.quotation import doc_name, findings_of, quote, statements_of
from lantu.publishing.wording import word

Row = tuple[str, ...]


def write_table(extractions: Iterable[Extraction], options: Options) -> Iterator[bytes]:
    """The chosen list of every document in columns, under a line that names the document."""
    rows_of, numbers = _LISTS[options.what]
    for index, extraction in enumerate(extractions):
        head, *rows = rows_of(extraction, options)
        lines = (
            set_columns([head, *rows], numbers=numbers, limit=options.width)
            if rows
            else [word("nothing", options.language)]
        )
        text = "\n".join([_caption(extraction, options, len(rows)), *lines]) + "\n"
        yield ("\n" * bool(index) + text).encode(errors="replace")


def _caption(extraction: Extraction, options: Options, count: int) -> str:
    title = extraction.document.front.title.value
    name = visible(doc_name(extraction.document))
    list_name = word(options.what.value, options.language)
    named = f"{name} · {visible(title)}" if title and title != name else name
    return f"{named} · {list_name} {count}"


def _head(language: Language, *keys: str) -> Row:
    return tuple(word(key, language) for key in keys)


def _statement_rows(extraction: Extraction, options: Options) -> list[Row]:
    document, language = extraction.document, options.language
    rows = [_head(language, "statement_kind", "subject", "quantity", "period", "scope", "sentence")]
    rows += [
        (
            word(statement.kind.value, language),
            statement.subject,
            quantity_phrase(document, statement, language),
            statement.period,
            statement.scope,
            quote(document, statement.sentence),
        )
        for statement in statements_of(extraction, numbers_only=options.numbers_only)
    ]
    return rows


def _task_rows(extraction: Extraction, options: Options) -> list[Row]:
    language = options.language
    rows = [_head(language, "task", "units", "headings")]
    rows += [
        (task.heading or task.text, units_phrase(task, language), " › ".join(task.headings))
        for task in extraction.tasks
    ]
    return rows


def _project_rows(extraction: Extraction, options: Options) -> list[Row]:
    rows = [_head(options.language, "project", "project_kind", "stage", "places", "headings")]
    rows += [
        (project.name, project.kind, project.stage, "、".join(project.places), " › ".join(project.headings))
        for project in extraction.projects
    ]
    return rows


def _finding_rows(extraction: Extraction, options: Options) -> list[Row]:
    language = options.language
    english = language is Language.EN
    rows = [_head(language, "code", "severity", "start", "message", "remedy")]
    rows += [
        (
            finding.code,
            word(finding.severity.value, language),
            str(finding.span.start),
            finding.message_en if english else finding.message,
            finding.remedy_en if english else finding.remedy,
        )
        for finding in findings_of(extraction)
    ]
    return rows


#: For each list, what makes its rows and which of its columns are numbers.
_LISTS: dict[What, tuple[Callable[[Extraction, Options], list[Row]], frozenset[int]]] = {
    What.STATEMENTS: (_statement_rows, frozenset({2})),
    What.TASKS: (_task_rows, frozenset()),
    What.PROJECTS: (_project_rows, frozenset()),
    What.FINDINGS: (_finding_rows, frozenset({2})),
}

"""One document as a plain record: front matter with reasons, tree and tables, for programs."""

from typing import Any

from lantu.model.document import Block, Conclusion, Document, Table
from lantu.publishing.quotation import doc_name
from lantu.publishing.tree import FACTS


def document_record(document: Document) -> dict[str, Any]:
    """The document's record, as ``lantu read --format json`` prints it; spans count the original's characters."""
    source = document.source
    return {
        "doc": doc_name(document),
        "file": source.name,
        "media_type": source.media_type,
        "encoding": source.encoding,
        "digest": source.digest,
        "reader": source.reader,
        "characters": len(source.text),
        "pages": len(source.pages) or None,
        "front": {fact: _conclusion_record(getattr(document.front, fact)) for fact in FACTS},
        "blocks": [_block_record(document, block) for block in document.blocks],
        "tables": [_table_record(document, table) for table in document.tables],
    }


def _conclusion_record(conclusion: Conclusion) -> dict[str, Any]:
    return {
        "value": conclusion.value,
        "reason": conclusion.reason,
        "reason_en": conclusion.reason_en,
        "span": [conclusion.span.start, conclusion.span.end] if conclusion.span else None,
        "settled": conclusion.settled,
    }


def _block_record(document: Document, block: Block) -> dict[str, Any]:
    return {
        "kind": block.kind.value,
        **_place(document, block.start, block.end),
        "text": document.clean.text[block.start : block.end],
        "parent": block.parent,
        "level": block.level,
        "label": block.label,
        "title": block.title,
        "table": block.table,
    }


def _table_record(document: Document, table: Table) -> dict[str, Any]:
    return {
        **_place(document, table.start, table.end),
        "caption": table.caption,
        "notes": list(table.notes),
        "rows": [[cell.text for cell in row] for row in table.rows],
    }


def _place(document: Document, start: int, end: int) -> dict[str, Any]:
    if start >= end:
        return {"start": None, "end": None}
    span = document.span(start, end)
    return {"start": span.start, "end": span.end}

"""From the text of a file to a document: cleaned text, tables, tree and front matter."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from lantu.model.document import Document
from lantu.reading.frontmatter import read_front_matter, settled_front_matter
from lantu.reading.outline import read_outline
from lantu.reading.tables import read_tables
from lantu.text.clean import CleanText
from lantu.text.cleaning import clean_text
from lantu.text.source import MarkKind, Source
from lantu.text.span import Span

_LEFT_OUT = frozenset({MarkKind.FURNITURE, MarkKind.DELETED})
#: What a format sets apart from the lines around it.
_APART = frozenset(
    {MarkKind.HEADING, MarkKind.TITLE, MarkKind.LIST_ITEM, MarkKind.TABLE, MarkKind.TEXT_BOX, MarkKind.FOOTNOTE}
)
_NOTHING_SETTLED: Mapping[str, str] = MappingProxyType({})


def clean_source(document: Document) -> Document:
    """The document with its text cleaned; what the format marks as furniture or struck out is left out.

    Reads: the source. Writes: ``clean``.
    """
    source = document.source
    cut = [Span(mark.start, mark.end) for mark in source.marks if mark.kind in _LEFT_OUT]
    apart = [Span(mark.start, mark.end) for mark in source.marks if mark.kind in _APART]
    return replace(document, clean=clean_text(source.text, cut, apart=apart))


#: What is done to a source, in this order; each stage fills in one part of the document.
STAGES = (clean_source, read_tables, read_outline, read_front_matter)


def read_document(source: Source, *, settled: Mapping[str, str] = _NOTHING_SETTLED) -> Document:
    """The document that a source holds: its cleaned text, tree of blocks, tables and front matter.

    Args:
        source: The text of a file with its format's marks.
        settled: Parts of the front matter that a person has set; they replace what would be concluded.

    Raises:
        UnknownFrontMatterError: ``settled`` names something that is no part of the front matter.
    """
    document = Document(source, CleanText("", (), ()), (), front=settled_front_matter(settled))
    for stage in STAGES:
        document = stage(document)
    return document

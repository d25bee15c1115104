"""Writes the page, a document at a time, so that only one is held in memory."""

from collections.abc import Iterable, Iterator
from itertools import chain

from lantu.model.extraction import Extraction
from lantu.publishing.options import Language, Options
from lantu.publishing.page.article import article_html
from lantu.publishing.page.contents import contents_html
from lantu.publishing.page.data import document_data
from lantu.publishing.page.labels import LABELS
from lantu.publishing.page.shell import foot_html, head_html, script_json
from lantu.publishing.quotation import doc_name


def write_page(extractions: Iterable[Extraction], options: Options) -> Iterator[bytes]:
    """The page's bytes in pieces."""
    remaining = iter(extractions)
    first = next(remaining, None)
    pieces = chain([head_html(_title(first, options), options.language)], _documents(first, remaining), [foot_html()])
    for piece in pieces:
        # A lone surrogate has no UTF-8 and no glyph; a question mark stands for it.
        yield piece.encode(errors="replace")


def _title(first: Extraction | None, options: Options) -> str:
    heading = LABELS["page_title"][options.language is Language.EN]
    if first is None:
        return heading
    document = first.document
    return f"{document.front.title.value or doc_name(document)} · {heading}"


def _documents(first: Extraction | None, remaining: Iterator[Extraction]) -> Iterator[str]:
    everything = chain([first], remaining) if first is not None else remaining
    for number, extraction in enumerate(everything):
        yield from _document(extraction, number)


def _document(extraction: Extraction, number: int) -> Iterator[str]:
    hidden = " hidden" if number else ""
    yield f'<div class="document" id="d{number}"{hidden}>\n'
    yield '<nav class="contents" data-t-label="contents_of" tabindex="0" lang="zh-Hans">'
    yield from contents_html(extraction.document, number)
    yield '</nav>\n<div class="page" role="region" tabindex="0" data-t-label="document_text">\n<article lang="zh-Hans">\n'
    yield from article_html(extraction, number)
    yield "</article>\n</div>\n"
    yield f'<script type="application/json" class="data">{script_json(document_data(extraction))}</script>\n</div>\n'

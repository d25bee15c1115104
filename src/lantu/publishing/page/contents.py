"""The list of contents beside a document: its headings and boxes as a tree that folds."""

from collections.abc import Iterator
from html import escape

from lantu.model.document import Document
from lantu.publishing.page.article import HEADS

#: At first so many levels stand open as show no more headings than this.
_AT_FIRST = 40


def contents_html(document: Document, number: int) -> Iterator[str]:
    """The tree as nested lists, in pieces; a heading that holds others has a button that folds them."""
    heads = [index for index, block in enumerate(document.blocks) if block.kind in HEADS]
    children: dict[int, list[int]] = {}
    for index in heads:
        children.setdefault(_head_above(document, index), []).append(index)
    yield from _list(document, number, children, -1, depth=0, folded_from=_open_levels(children))


def _open_levels(children: dict[int, list[int]]) -> int:
    """How many levels stand open at first: always one, and more while the list stays short."""
    levels, shown, level = 0, 0, children.get(-1, [])
    while level and (levels == 0 or shown + len(level) <= _AT_FIRST):
        levels, shown = levels + 1, shown + len(level)
        level = [child for index in level for child in children.get(index, [])]
    return max(1, levels)


def _head_above(document: Document, index: int) -> int:
    parent = document.blocks[index].parent
    while parent >= 0 and document.blocks[parent].kind not in HEADS:
        parent = document.blocks[parent].parent
    return parent


def _list(
    document: Document, number: int, children: dict[int, list[int]], parent: int, *, depth: int, folded_from: int
) -> Iterator[str]:
    if parent not in children:
        return
    is_open = depth < folded_from
    yield f'<ul id="d{number}-c{parent}"{"" if is_open else " hidden"}>' if parent >= 0 else "<ul>"
    for index in children[parent]:
        block = document.blocks[index]
        words = escape(document.clean.text[block.start : block.end].strip())
        yield "<li>"
        if index in children:
            expanded = "true" if depth + 1 < folded_from else "false"
            yield (
                f'<button class="fold" aria-expanded="{expanded}" aria-controls="d{number}-c{index}"'
                f' aria-label="{words}"></button>'
            )
        yield f'<a href="#d{number}-b{index}">{words}</a>'
        yield from _list(document, number, children, index, depth=depth + 1, folded_from=folded_from)
        yield "</li>\n"
    yield "</ul>"

"""A document as it was understood: its front matter with reasons, and its tree, indented."""

from collections.abc import Iterator

from lantu.model.document import Block, BlockKind, Conclusion, Document
from lantu.publishing.columns import clip, display_width, pad, visible
from lantu.publishing.options import Language, Options
from lantu.publishing.wording import word

#: Front matter in the order in which it is shown.
FACTS = ("title", "kind", "issuer", "region", "region_code", "date", "period")

_LABEL_WIDTH = {Language.ZH: 14, Language.EN: 12}
_INDENT = "  "


def write_tree(document: Document, options: Options) -> Iterator[str]:
    """Lines of text: what the document says about itself and why, then its blocks under their headings."""
    yield f"{visible(document.source.name)}\n"
    for fact in FACTS:
        yield _fact_line(fact, getattr(document.front, fact), options) + "\n"
    yield "\n"
    yield from _tree_lines(document, options)


def _fact_line(fact: str, conclusion: Conclusion, options: Options) -> str:
    language = options.language
    value = word(conclusion.value, language) if fact == "kind" else visible(conclusion.value)
    reason = conclusion.reason_en if language is Language.EN else conclusion.reason
    if conclusion.settled:
        reason = word("settled", language)
    label = pad(word(fact, language), _LABEL_WIDTH[language])
    return f"{_INDENT}{label}{value or word('none', language)}" + (f"  ← {visible(reason)}" if reason else "")


def _tree_lines(document: Document, options: Options) -> Iterator[str]:
    """A line a block; a table is one line, whose rows are counted and not printed."""
    depths: list[int] = []
    tables: set[int] = set()
    for block in document.blocks:
        depths.append(depths[block.parent] + 1 if block.parent >= 0 else 0)
        if block.table >= 0:
            if block.table in tables:
                continue
            tables.add(block.table)
        line = f"{_INDENT * depths[-1]}{_block_line(document, block, options)}"
        yield (clip(line, options.width) if options.width else line) + "\n"


def _block_line(document: Document, block: Block, options: Options) -> str:
    english = options.language is Language.EN
    if block.table >= 0:
        table = document.tables[block.table]
        size = f"{len(table.rows)}×{max(map(len, table.rows), default=0)}"
        return " ".join(filter(None, (f"[{_TAGS[BlockKind.TABLE][english]}]", visible(table.caption), size)))
    tag = f"[{_TAGS[block.kind][english]}]"
    text = visible(document.clean.text[block.start : block.end])
    if block.kind in {BlockKind.HEADING, BlockKind.BOX}:
        return f"{tag} {text}"
    return f"{tag} {text if display_width(text) <= _LONGEST else clip(text, _LONGEST)}"


#: A paragraph is shown by its beginning: the tree is for finding one's way, `--text` prints the words.
_LONGEST = 72

_TAGS: dict[BlockKind, tuple[str, str]] = {
    BlockKind.TITLE: ("标题", "title"),
    BlockKind.FRONT: ("文前", "front"),
    BlockKind.HEADING: ("题", "heading"),
    BlockKind.PARAGRAPH: ("段", "paragraph"),
    BlockKind.BOX: ("专栏", "box"),
    BlockKind.TABLE: ("表", "table"),
    BlockKind.TABLE_ROW: ("行", "row"),
    BlockKind.NOTE: ("注", "note"),
    BlockKind.TOC: ("目录", "contents"),
}

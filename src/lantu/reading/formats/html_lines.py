"""The lines, headings and tables of a web page's main content."""

import re
from typing import Any

from lantu.reading.formats.builder import WIDEST, TableCell, TextBuilder, is_frame
from lantu.reading.formats.html_content import Node, find_content, walk
from lantu.text.furniture import LONGEST, is_furniture
from lantu.text.source import MarkKind

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hgroup",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "ucapcontent",
    ]
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLANKS = re.compile(r"[ \t\n\r\f]+")
#: What a page's buttons are separated by.
_BETWEEN_BUTTONS = re.compile(r"[\s\u3000|｜/·【】\[\]（）()：:]+")
#: What a line's own parts are separated by: 2026年1月20日　浏览次数：12　【字体：大 中 小】.
_WIDE_BLANKS = re.compile(r"(?:[ \xa0]{2,}|[ \xa0]*\u3000[ \xa0\u3000]*)")
_DIGITS = re.compile(r"[\d\s./-]+")
_BREADCRUMBS = re.compile(r"(?:首页|主页)\s*(?:>|＞|»|›|/|-|→)")
#: A centred bold line that is a heading is short and neither a date, a speaker nor a sentence.
_HEADING_WORDS = re.compile(r"(?:[（(][一二三四五六七八九十]{1,3}[）)])?[^（(\d《][^，。；！？：]{1,38}")
_MOST_SPAN = 100


def add_main_content(markup: str, builder: TextBuilder) -> None:
    """Adds the title and the main content of a page to the builder; nothing, where the page shows no text."""
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415  # wanted by web pages only

    tree = LexborHTMLParser(markup)
    page = find_content(tree)
    if page is None:
        return
    builder.line(page.title, MarkKind.TITLE)
    _Lines(builder, page.skipped).add(page.content)
    if not builder.offset:
        # Better all words of the page than none of them.
        _Lines(builder, page.unshown).add(tree.body)


class _Lines:
    """Writes the lines under one element."""

    def __init__(self, builder: TextBuilder, skipped: frozenset[int]) -> None:
        self._builder = builder
        self._skipped = skipped
        self._words: list[str] = []
        self._lists: list[int] = []  # for each open list the number of its last item; -1 where items have none
        self._item = 0
        self._preformatted = 0

    def add(self, root: Node) -> None:
        """Adds all lines, headings and tables under the element."""
        inside_table = 0
        for node, opens in walk(root, self._skipped):
            tag = node.tag
            if tag == "table" and (
                inside_table or (opens and node.mem_id != root.mem_id and _is_data(node, self._skipped))
            ):
                inside_table += 1 if opens else -1
                if opens and inside_table == 1:
                    self._flush()
                    caption = node.css_first("caption")
                    self._builder.line(caption.text(deep=True) if caption is not None else "")
                    self._builder.table(_cells(node, self._skipped))
            elif inside_table:
                continue
            elif tag == "-text":
                if opens:
                    self._words.append(node.text_content or "")
            elif tag == "br":
                self._flush()
            elif tag in _HEADINGS:
                self._flush(MarkKind.HEADING if not opens else None, _HEADINGS[tag])
            elif tag in _BLOCKS:
                self._block(node, tag, opens=opens)
        self._flush()

    def _block(self, node: Node, tag: str, *, opens: bool) -> None:
        if opens:
            self._flush()
        elif tag in ("p", "div", "center", "td") and _is_emphasised(node, "".join(self._words)):
            self._flush(MarkKind.HEADING, 1)
        else:
            self._flush()
        if tag == "pre":
            self._preformatted += 1 if opens else -1
        elif tag in ("ol", "ul") and opens:
            self._lists.append(0 if tag == "ol" else -1)
        elif tag in ("ol", "ul"):
            self._lists.pop()
        elif tag == "li" and opens and self._lists:
            self._begin_item()

    def _begin_item(self) -> None:
        self._item = len(self._lists)
        if self._lists[-1] >= 0:
            self._lists[-1] += 1
            self._words.append(f"{self._lists[-1]}. ")

    def _flush(self, kind: MarkKind | None = None, level: int = 0) -> None:
        """Ends the line, and adds it unless it is a button, a breadcrumb or another piece of the site."""
        text = "".join(self._words)
        self._words.clear()
        lines = text.splitlines() if self._preformatted else [_BLANKS.sub(" ", text)]
        if kind is None and self._item and text.strip():
            kind, level, self._item = MarkKind.LIST_ITEM, self._item, 0
        for line in lines:
            self._builder.line(without_widgets(line), kind, level=level)


def without_widgets(line: str) -> str:
    """A line of a page without its buttons and counters; "" where there is nothing else on it.

    >>> without_widgets("2026年1月20日　浏览次数：12　【字体：大 中 小】")
    '2026年1月20日'
    """
    if len(line) > LONGEST:
        return line
    if is_widget(line):
        return ""
    parts = _WIDE_BLANKS.split(line)
    kept = [part for part in parts if not is_widget(part)]
    return line if len(kept) == len(parts) else " ".join(filter(None, kept))


def is_widget(line: str) -> bool:
    """Whether a line of a page is no content: a button or a row of them, a breadcrumb, a notice of the site.

    >>> is_widget("【字体：大 中 小】 打印 收藏"), is_widget("下载 | 全屏 | 打印"), is_widget("全面建成小康社会")
    (True, True, False)
    """
    line = line.strip(" \u3000\xa0")
    if not line or len(line) > LONGEST or _DIGITS.fullmatch(line):
        return False
    if is_furniture(line) or _BREADCRUMBS.match(line):
        return True
    words = [word for word in _BETWEEN_BUTTONS.split(line) if word]
    return len(words) > 1 and all(map(is_furniture, words)) and not all(map(_DIGITS.fullmatch, words))


def _is_emphasised(node: Node, text: str) -> bool:
    """Whether a line stands centred and bold, as titles do in pages made from a word processor."""
    words = text.strip()
    if not _HEADING_WORDS.fullmatch(words):
        return False
    attributes = node.attributes
    style = (attributes.get("style") or "").replace(" ", "").lower()
    if (
        "text-align:center" not in style
        and (attributes.get("align") or "").lower() != "center"
        and node.tag != "center"
    ):
        return False
    bold = "".join(part.text(deep=True, separator="") for part in node.css("b, strong"))
    return "font-weight:bold" in style or "".join(bold.split()) == "".join(words.split())


def _is_data(table: Node, skipped: frozenset[int]) -> bool:
    """Whether a table holds data: not a frame of one column, and not the page's layout with tables of its own inside."""
    if any(inner.mem_id != table.mem_id for inner in table.css("table")):
        return False
    cells = _cells(table, skipped)
    return bool(cells) and not is_frame(cells)


def _cells(table: Node, skipped: frozenset[int]) -> list[TableCell]:
    """The table's cells on its grid: places that a merged cell covers are passed over."""
    cells: list[TableCell] = []
    covered: dict[int, int] = {}  # column: the first row that is free below
    row = -1
    column = 0
    words: list[str] | None = None
    for node, opens in walk(table, skipped):
        tag = node.tag
        if tag == "tr" and opens:
            row, column = row + 1, 0
        elif tag in ("td", "th") and opens:
            words = []
        elif tag in ("td", "th") and words is not None:
            while column < WIDEST and covered.get(column, 0) > row:
                column += 1
            cell = _cell(node, words, max(row, 0), column)
            cells.append(cell)
            for place in range(column, min(column + cell.column_span, WIDEST)):
                covered[place] = cell.row + cell.row_span
            column += cell.column_span
            words = None
        elif words is not None and opens:
            words.append((node.text_content or "") if tag == "-text" else " " if tag in _BLOCKS or tag == "br" else "")
    return _within(cells, row + 1)


def _cell(node: Node, words: list[str], row: int, column: int) -> TableCell:
    text = _BLANKS.sub(" ", "".join(words)).strip()
    return TableCell(text, row, column, _span(node, "rowspan"), _span(node, "colspan"))


def _span(node: Any, attribute: str) -> int:
    value = (node.attributes.get(attribute) or "").strip()
    # rowspan="0" reaches to the table's end.
    if value == "0" and attribute == "rowspan":
        return _MOST_SPAN * _MOST_SPAN
    return (
        min(int(value), _MOST_SPAN * (_MOST_SPAN if attribute == "rowspan" else 1))
        if value.isdecimal() and int(value)
        else 1
    )


def _within(cells: list[TableCell], rows: int) -> list[TableCell]:
    """The cells, none reaching below the table's last row."""
    return [
        TableCell(cell.text, cell.row, cell.column, min(cell.row_span, rows - cell.row), cell.column_span)
        for cell in cells
    ]

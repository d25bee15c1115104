"""Web pages, as government sites publish documents on them."""

import re

from lantu.reading.formats import notices
from lantu.reading.formats.builder import TextBuilder
from lantu.reading.formats.causes import unreadable
from lantu.reading.formats.limits import Limits
from lantu.reading.formats.reader import Reading
from lantu.reading.formats.text import decode_text, decoding_notices
from lantu.text.span import Span

#: How a page begins, blanks, comments and an XML declaration aside.
_OPENING = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|h[1-6]|span|article|section|center|script|style|link)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
#: Elements that never hold others, or that the next of their kind closes: they do not nest.
_FLAT = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "td",
        "th",
        "tr",
        "dd",
        "dt",
        "option",
        "optgroup",
        "thead",
        "tbody",
        "tfoot",
        "colgroup",
        "body",
        "html",
        "head",
    ]
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*)(?:[^<>]*?(/?)>)?")
#: What is not shown; where its end is missing it runs to the end, which also keeps the search linear.
_UNSHOWN = re.compile(r"<(script|style)\b.*?(?:</\1|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL)
_ANY_TAG = re.compile(r"<[^<>]*>?")


class HtmlReader:
    """The main content of a web page: its lines, headings and tables, without navigation, buttons and notices."""

    name = "html"
    media_types = ("text/html", "application/xhtml+xml")

    def recognises(self, data: bytes) -> bool:
        """Whether the text begins with an element of HTML; in UTF-16 every other byte is zero."""
        head = data[:8192].replace(b"\0", b"")
        return _OPENING.match(head.lstrip(b"\xef\xbb\xbf\xff\xfe")) is not None

    def read(self, data: bytes, name: str, limits: Limits) -> Reading:
        """The main content's text."""
        declared = _CHARSET.search(data[:4096])
        decoded = decode_text(data, name, declared[1].decode("ascii") if declared else "")
        depth = nesting(decoded.text, limits.depth)
        builder = TextBuilder()
        if depth > limits.depth:
            builder.lines(_words(decoded.text))
        else:
            # selectolax is wanted by web pages only, and costs 10 ms.
            from lantu.reading.formats.html_lines import add_main_content  # noqa: PLC0415

            add_main_content(decoded.text, builder)
        if not builder.offset:
            raise unreadable(name, "blank")
        source = builder.build(name, "text/html", self.name, encoding=decoded.encoding)
        deep = (notices.structure_ignored(depth, Span(0, 1)),) if depth > limits.depth else ()
        return source, decoding_notices(decoded, source.text) + deep


def nesting(markup: str, enough: int) -> int:
    """About how deep the elements nest, counted no further than twice ``enough``.

    A parser's time grows with the square of the depth, so it is asked before parsing.
    """
    depth = deepest = 0
    for tag in _TAG.finditer(markup):
        if tag[3] or tag[2].lower() in _FLAT:
            continue
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > deepest:
            deepest = depth
            if deepest >= 2 * enough:
                break
    return deepest


def _words(markup: str) -> str:
    """What a page says, its tags taken out without understanding them."""
    # The standard library's table of character references costs 5 ms, wanted by such pages only.
    from html import unescape  # noqa: PLC0415

    return unescape(_ANY_TAG.sub("\n", _UNSHOWN.sub("\n", markup)))

"""Which part of a web page is the document: where its prose stands, not where its links are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

#: A node of the parsed page; selectolax's class, named here so that this module can be read without importing it.
Node = Any

#: Elements that are never content: code, controls, and what a page is steered by.
UNSHOWN = "script, style, noscript, template, iframe, object, embed, svg, canvas, audio, video, map, select, input, textarea, button, nav, footer, [hidden], [aria-hidden=true]"

#: Class names and ids that sites give to what surrounds a document. Matched on whole words of the name.
_AROUND = re.compile(
    r"(?:^|[\s_-])(?:nav(?:igation|bar)?|menu|bread(?:crumbs?)?|crumbs?|path|location|position|weizhi|dqwz|sidebar|aside|share|bdsharebuttonbox|fenxiang"
    r"|toolbar|tools?|btns?|buttons?|print|dayin|fontsize|font-?size|zihao|related|xgwz|xgjd|recommend|pager|paging|pagination|prev|next|copyright"
    r"|foot(?:er)?|banner|search(?:box)?|login|qrcode|ewm|friend-?links?|links|gotop|back-?top|skip|wza|accessibility|hot|rank)(?:$|[\s_-])",
    re.IGNORECASE,
)
#: What publishing systems of governments call the element with the article.
_ARTICLE = (
    "#UCAP-CONTENT, #zoom, #Zoom, #zoomcon, #zwcontent, #NewsContent, #news_content, #article_content, #mainText, #contentText, #artibody, #ContentBody,"
    " .TRS_Editor, .TRS_UEDITOR, .trs_editor_view, .view.TRS_UEDITOR, .Custom_UnionStyle, .article-content, .article_content, .articleContent,"
    " .pages_content, .news_content, .news-content, .wenzhang, .bt_content, .ewb-article-info, .xxgk_content, .detail-content, .zw-con, article"
)
#: A main part holds this share of a page's prose.
_SHARE = 0.9
#: An element that carries a site's usual name for the article must hold this share to be believed.
_NAMED_SHARE = 0.6
#: What holds more of the page than this is not merely around its document.
_MOST_AROUND = 0.3
#: As many links, with this share of an element's characters, make it a list of links.
_LEAST_LINKS = 3
_LINKED = 0.8

_PROSE = re.compile(r"[\u3400-\u9fff0-9A-Za-z]")
_SENTENCE_SIGNS = "，。；：、！？,;"


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page: where its document stands, and its title.

    Attributes:
        content: The element that holds the document.
        skipped: Keys of the elements in and around it that are no content.
        unshown: Keys of those among them that no reader sees.
        title: The document's title as the page shows it outside of the content; "" if it shows none there.
    """

    content: Node
    skipped: frozenset[int]
    unshown: frozenset[int]
    title: str = ""


def find_content(tree: Any) -> Page | None:
    """The page's main content, or None where there is no element at all."""
    body = tree.body
    if body is None:
        return None
    unshown = frozenset(node.mem_id for node in tree.css(UNSHOWN))
    skipped = unshown | _surroundings(tree, body, unshown)
    weights = _weigh(body, skipped)
    content = _named_content(tree, body, weights) or _densest(body, weights)
    return Page(content, skipped, unshown, _title(tree, content))


def walk(root: Node, skipped: frozenset[int]) -> Iterator[tuple[Node, bool]]:
    """Every node under an element and the element itself, once when it opens (True) and once when it closes.

    A loop with a stack of its own: a page may nest deeper than Python's calls may.
    """
    opened = [root]
    yield root, True
    node = root.child
    while opened:
        if node is None:
            closed = opened.pop()
            yield closed, False
            node = closed.next if opened else None
        elif node.mem_id in skipped:
            node = node.next
        else:
            yield node, True
            opened.append(node)
            node = node.child


def _surroundings(tree: Any, body: Node, unshown: frozenset[int]) -> frozenset[int]:
    """The keys of what stands around a document: what is named so, and lists of links."""
    # Nodes are not taken out of the tree: the parser frees what is taken out, and with it what lies inside.
    weights = _weigh(body, unshown)
    total = weights[body.mem_id]
    # An element that encloses a good part of the page is content, whatever it is called.
    named = (node for node in tree.css("[class], [id], [style]") if _is_around(node))
    found = {node.mem_id for node in named if _prose_of(weights, node) < _MOST_AROUND * total.prose}
    for key, weight in weights.items():
        if (
            weight.links >= _LEAST_LINKS
            and weight.linked >= _LINKED * weight.characters < _MOST_AROUND * total.characters
        ):
            found.add(key)
    return frozenset(found)


def _is_around(node: Node) -> bool:
    if node.tag in _NEVER_AROUND:
        return False
    attributes = node.attributes
    style = (attributes.get("style") or "").replace(" ", "").lower()
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return "display:none" in style or _AROUND.search(names) is not None


_NEVER_AROUND = frozenset(["body", "html", "p", "h1", "h2", "h3", "h4", "td", "th", "tr", "table", "tbody"])


@dataclass(slots=True)
class _Weight:
    """How much an element holds.

    Attributes:
        prose: Characters outside of links, counted more where sentences are.
        characters: All characters.
        linked: Those within links.
        links: How many links.
    """

    prose: float = 0.0
    characters: int = 0
    linked: int = 0
    links: int = 0

    def add(self, other: "_Weight") -> None:
        self.prose += other.prose
        self.characters += other.characters
        self.linked += other.linked
        self.links += other.links


def _weigh(root: Node, skipped: frozenset[int]) -> dict[int, _Weight]:
    """The weight of the element and of each one under it, by key."""
    weights: dict[int, _Weight] = {}
    opened = [_Weight()]
    links = 0
    for node, opens in walk(root, skipped):
        tag = node.tag
        if tag == "-text":
            if opens:
                opened[-1].add(_text_weight(node.text_content or "", linked=links > 0))
        elif opens:
            links += tag == "a"
            opened.append(_Weight(links=int(tag == "a")))
        else:
            links -= tag == "a"
            weights[node.mem_id] = weight = opened.pop()
            opened[-1].add(weight)
    return weights


def _text_weight(text: str, *, linked: bool) -> _Weight:
    characters = len(_PROSE.findall(text))
    return _Weight(0.0, characters, characters) if linked else _Weight(_prose(text, characters), characters)


def _prose(text: str, characters: int) -> float:
    signs = sum(map(text.count, _SENTENCE_SIGNS))
    return characters * (1.0 if signs else 0.5) + 5.0 * signs


def _prose_of(weights: dict[int, _Weight], node: Node) -> float:
    weight = weights.get(node.mem_id)
    return weight.prose if weight is not None else 0.0


def _named_content(tree: Any, body: Node, weights: dict[int, _Weight]) -> Node | None:
    """The outermost element with a usual name for the article, if it holds most of the prose."""
    total = weights[body.mem_id].prose
    named = tree.css(_ARTICLE)
    return max(
        (node for node in named if _prose_of(weights, node) >= _NAMED_SHARE * total > 0),
        key=lambda node: _prose_of(weights, node),
        default=None,
    )


def _densest(body: Node, weights: dict[int, _Weight]) -> Node:
    """The smallest element that holds nearly all prose of the page."""
    least = _SHARE * weights[body.mem_id].prose
    node = body
    while True:
        heavier = next((child for child in node.iter() if _prose_of(weights, child) >= least > 0), None)
        # A page of one paragraph has its prose in that; the paragraph's neighbours belong to it.
        if heavier is None or heavier.tag not in _CONTAINERS:
            return node
        node = heavier


_CONTAINERS = frozenset(
    [
        "div",
        "section",
        "article",
        "main",
        "center",
        "table",
        "tbody",
        "tr",
        "td",
        "form",
        "span",
        "font",
        "blockquote",
        "ucapcontent",
    ]
)


def _title(tree: Any, content: Node) -> str:
    """The title that the page shows over the content, in an element of its own or in what it says of itself."""
    inside = _squeezed(content.text(deep=True))
    for selector in ("h1", "#title, .title, .article-title, .article_title, .arti_title, .bt, .xxgk_title, .con_title"):
        for node in tree.css(selector):
            title = " ".join(node.text(deep=True, separator="").split())
            if 4 <= len(title) <= 120:
                return title if _squeezed(title) not in inside else ""
    meta = tree.css_first('meta[name="ArticleTitle" i]')
    title = " ".join(((meta.attributes.get("content") if meta is not None else "") or "").split())
    return title if title and _squeezed(title) not in inside else ""


def _squeezed(text: str) -> str:
    return "".join(text.split())

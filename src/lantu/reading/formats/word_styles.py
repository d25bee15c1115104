"""What a Word document's paragraph styles say: heading levels, titles, contents lines and automatic numbers."""

import re
from dataclasses import dataclass
from typing import Any

from lantu.reading.formats.word_numbering import W

_HEADING_NAME = re.compile(r"(?:heading|标题)\s*([1-9])$", re.IGNORECASE)
_TITLE_NAMES = frozenset({"title", "标题", "subtitle", "副标题", "文档标题", "公文标题"})
_CONTENTS_NAME = re.compile(r"(?:toc|目录|目次)\s*\d*$", re.IGNORECASE)
#: Styles follow one another by ``basedOn``; a circle is cut here.
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a style, with those that it is based on, says of its paragraphs.

    Attributes:
        heading: The heading's level from 1 to 9; 0 for body text.
        is_title: Whether it is for the document's title.
        is_contents: Whether it is for lines of a table of contents.
        list_id: The list that numbers its paragraphs; "" for none.
        list_level: The level in that list.
    """

    heading: int = 0
    is_title: bool = False
    is_contents: bool = False
    list_id: str = ""
    list_level: int | None = None


PLAIN = ParagraphStyle()


def read_styles(root: Any) -> tuple[dict[str, ParagraphStyle], str]:
    """The paragraph styles by id, and the id of the one that paragraphs have by default."""
    if root is None:
        return {}, ""
    elements = {
        element.get(f"{W}styleId", ""): element
        for element in root.findall(f"{W}style")
        if element.get(f"{W}type", "paragraph") == "paragraph"
    }
    default = next((key for key, element in elements.items() if element.get(f"{W}default") in ("1", "true")), "")
    return {key: _style(key, elements) for key in elements}, default


def outline_level(properties: Any) -> int | None:
    """The heading level, from 1, that paragraph properties set; 0 where they set body text, None if nothing."""
    element = properties.find(f"{W}outlineLvl") if properties is not None else None
    value = element.get(f"{W}val", "") if element is not None else ""
    return (int(value) + 1) % 10 if value.isascii() and value.isdigit() and int(value) <= 9 else None


def list_of(properties: Any) -> tuple[str | None, int | None]:
    """The list and the level that paragraph properties set; None for what they leave to the style."""
    numbers = properties.find(f"{W}numPr") if properties is not None else None
    if numbers is None:
        return None, None
    list_id, level = numbers.find(f"{W}numId"), numbers.find(f"{W}ilvl")
    depth = level.get(f"{W}val", "") if level is not None else ""
    return (
        list_id.get(f"{W}val") if list_id is not None else None,
        int(depth) if depth.isascii() and depth.isdigit() else None,
    )


def _style(key: str, elements: dict[str, Any]) -> ParagraphStyle:
    heading: int | None = None
    list_id: str | None = None
    list_level: int | None = None
    title = contents = False
    for element in _chain(key, elements):
        name = _name(element)
        properties = element.find(f"{W}pPr")
        if heading is None:
            named = _HEADING_NAME.match(name)
            heading = int(named[1]) if named else outline_level(properties)
        own_list, own_level = list_of(properties)
        list_id = own_list if list_id is None else list_id
        list_level = own_level if list_level is None else list_level
        title = title or name.lower() in _TITLE_NAMES
        contents = contents or _CONTENTS_NAME.match(name) is not None
    return ParagraphStyle(heading or 0, title and not heading, contents, list_id or "", list_level)


def _chain(key: str, elements: dict[str, Any]) -> list[Any]:
    chain: list[Any] = []
    while key in elements and len(chain) < _LONGEST_CHAIN:
        chain.append(elements[key])
        based_on = elements[key].find(f"{W}basedOn")
        key = based_on.get(f"{W}val", "") if based_on is not None else ""
    return chain


def _name(element: Any) -> str:
    name = element.find(f"{W}name")
    return str(name.get(f"{W}val", "")).strip() if name is not None else ""

"""The characters of one Word paragraph: runs, changes, fields, symbols and the text boxes anchored in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lantu.reading.formats.word_numbering import W

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
#: Struck out by a tracked change, or moved to another place.
DROPPED = (f"{W}del", f"{W}moveFrom")
#: Parts of a paragraph that show no text of their own.
_SILENT = frozenset(
    [
        *DROPPED,
        *(f"{W}{name}" for name in ("pPr", "rPr", "instrText", "delText", "delInstrText", "rt", "sdtPr", "fldData")),
    ]
)
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
#: What a Symbol font shows for codes of the private area; other symbol fonts hold pictures.
_SYMBOLS = {
    0xA3: "≤",
    0xB3: "≥",
    0xB0: "°",
    0xB1: "±",
    0xB4: "×",
    0xB8: "÷",
    0xB7: "•",
    0xBB: "≈",
    0xB9: "≠",
    0x2D: "−",
    0x6D: "μ",
}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's text and the contents of the text boxes anchored in it."""

    text: str
    text_boxes: tuple[Any, ...] = ()


def read_runs(paragraph: Any) -> Paragraph:
    """The text that a paragraph shows once all tracked changes are accepted.

    Reads: ``w:r`` in any wrapping (``w:ins``, ``w:hyperlink``, ``w:sdt``, ``w:fldSimple``), formulas, symbols, soft line
    breaks. Leaves out: deletions, field codes, hidden runs, ruby; and text boxes, which are handed back.
    """
    texts: list[str] = []
    boxes: list[Any] = []
    for piece in _pieces(paragraph):
        if isinstance(piece, str):
            texts.append(piece)
        else:
            boxes.append(piece)
    return Paragraph("".join(texts), tuple(boxes))


def _pieces(parent: Any) -> Iterator[Any]:
    """Strings, and the elements that hold the contents of text boxes."""
    for child in parent:
        tag = child.tag
        if tag in (f"{W}t", f"{_M}t"):
            yield (child.text or "").translate(_PLAIN_BLANKS)
        elif tag in _SIGNS:
            if child.get(f"{W}type") not in ("page", "column"):
                yield _SIGNS[tag]
        elif tag == f"{W}sym":
            yield _symbol(child)
        elif tag == f"{W}txbxContent":
            yield child
        elif (branch := shown_branch(child)) is not None:
            yield from _pieces(branch)
        elif tag not in _SILENT and not (tag == f"{W}r" and _is_hidden(child)) and len(child):
            yield from _pieces(child)


#: Line breaks of the XML file inside a run are blanks.
_PLAIN_BLANKS = str.maketrans("\n\r\t", "   ")


def shown_branch(element: Any) -> Any:
    """The one of a group of alternatives that is read; None where the element is no such group.

    Word writes a text box twice: for itself, and once more for older programs.
    """
    if element.tag != f"{_MC}AlternateContent":
        return None
    branches = [child for child in element if child.tag in (f"{_MC}Choice", f"{_MC}Fallback")]
    with_text = (branch for branch in branches if next(branch.iter(f"{W}t", f"{_M}t"), None) is not None)
    return next(with_text, branches[0] if branches else element)


def _is_hidden(run: Any) -> bool:
    hidden = run.find(f"{W}rPr/{W}vanish")
    return hidden is not None and hidden.get(f"{W}val", "1") not in ("0", "false")


def _symbol(element: Any) -> str:
    code = element.get(f"{W}char", "")
    try:
        value = int(code, 16)
    except ValueError:
        return ""
    if 0xF000 <= value <= 0xF0FF:
        return _SYMBOLS.get(value - 0xF000, "") if "symbol" in element.get(f"{W}font", "").lower() else ""
    return chr(value) if 0x20 <= value < 0xD800 or 0xE000 <= value < 0x110000 else ""

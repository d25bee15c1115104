"""The pieces of text on one page of an OFD file, and where they stand."""

from collections.abc import Iterator
from typing import Any, TypeAlias

from lantu.reading.formats.page import Box, PageFrame, PageLine

#: Composite objects (复合图元) by id: drawings that several pages place.
Units: TypeAlias = dict[str, Any]  # the type statement comes with Python 3.12

#: A matrix as OFD writes it: a b c d e f; x' = a·x + c·y + e, y' = b·x + d·y + f.
Matrix: TypeAlias = tuple[float, float, float, float, float, float]  # as above

_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
#: OFD counts in millimetres, Lantu in points.
_POINTS = 72 / 25.4
#: Composite objects may place composite objects, each many times; a page that shows more objects than this is an attack.
_MOST_OBJECTS = 500_000
#: A repetition count in DeltaX never exceeds this.
_LONGEST = 10_000


def page_frame(area: Any) -> PageFrame | None:
    """The size that a PageArea or Area element gives; None where it gives none."""
    for element in area.iter() if area is not None else ():
        if local_name(element) == "PhysicalBox":
            numbers = _numbers(element.text or "")
            if len(numbers) >= 4 and numbers[2] > 0 < numbers[3]:
                return PageFrame(0.0, 0.0, numbers[2] * _POINTS, numbers[3] * _POINTS, 0)
    return None


def local_name(element: Any) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def pieces_of(content: Any, units: Units) -> list[PageLine]:
    """Each TextCode of a page with its place, as shown."""
    budget = iter(range(_MOST_OBJECTS))
    return [piece for layer in _layers(content) for piece in _pieces(layer, _IDENTITY, units, frozenset(), budget)]


def _layers(content: Any) -> Iterator[Any]:
    return (element for element in content.iter() if local_name(element) == "Layer")


def _pieces(
    parent: Any, matrix: Matrix, units: Units, opened: frozenset[str], budget: Iterator[int]
) -> Iterator[PageLine]:
    for element in parent:
        if next(budget, None) is None:
            return
        kind = local_name(element)
        if element.get("Visible", "true").lower() == "false":
            continue
        if kind == "TextObject":
            yield from _text_pieces(element, _placed(element, matrix))
        elif kind in ("PageBlock", "Content"):
            yield from _pieces(element, matrix, units, opened, budget)
        elif kind == "CompositeObject":
            key = element.get("ResourceID", "")
            if key in units and key not in opened:
                yield from _pieces(units[key], _placed(element, matrix), units, opened | {key}, budget)


def _placed(element: Any, outer: Matrix) -> Matrix:
    """The matrix from an object's own space to the page: its CTM, then its boundary's corner, then what encloses it."""
    boundary = [*_numbers(element.get("Boundary", "")), 0.0, 0.0][:2]
    own = _numbers(element.get("CTM", ""))
    a, b, c, d, e, f = own if len(own) == 6 else _IDENTITY
    return _product((a, b, c, d, e + boundary[0], f + boundary[1]), outer)


def _product(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _text_pieces(element: Any, matrix: Matrix) -> Iterator[PageLine]:
    size = (_numbers(element.get("Size", "")) or [4.0])[0]
    x = y = 0.0
    for code in element:
        text = code.text or ""
        if local_name(code) != "TextCode":
            continue
        # A TextCode without a place goes on where the last one was put.
        x = (_numbers(code.get("X", "")) or [x])[0]
        y = (_numbers(code.get("Y", "")) or [y])[0]
        if text.strip():
            yield PageLine(text, _box(text, x, y, size, _steps(code.get("DeltaX", "")), matrix))


def _box(text: str, x: float, y: float, size: float, steps: list[float], matrix: Matrix) -> Box:
    """The rectangle of a piece: from its first character's start to its last one's end, a line high over the base line."""
    advances = steps[: len(text) - 1] if steps else [_advance(character, size) for character in text[:-1]]
    right = x + sum(advances) + _advance(text[-1], size)
    corners = [_shown(matrix, *corner) for corner in ((x, y - size), (right, y - size), (x, y), (right, y))]
    xs, ys = [corner[0] for corner in corners], [corner[1] for corner in corners]
    return Box(min(xs) * _POINTS, min(ys) * _POINTS, max(xs) * _POINTS, max(ys) * _POINTS)


def _advance(character: str, size: float) -> float:
    return size / 2 if character.isascii() else size


def _shown(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _steps(written: str) -> list[float]:
    """Steps from character to character: ``5 5 g 3 4.5`` is 5 5 4.5 4.5 4.5."""
    steps: list[float] = []
    words = iter(written.split())
    for word in words:
        if word == "g":
            count, step = _numbers(next(words, "")), _numbers(next(words, ""))
            steps += step[:1] * min(int(count[0]) if count else 0, _LONGEST)
        else:
            steps += _numbers(word)
    return steps


def _numbers(written: str) -> list[float]:
    """The finite numbers of an attribute; none where one of them is no number."""
    try:
        numbers = [float(word) for word in written.split()]
    except ValueError:
        return []
    return [number for number in numbers if abs(number) < 1e7]

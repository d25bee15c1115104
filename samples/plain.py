"""A manuscript as plain text, as a ministry's clerk pastes it."""

from samples.manuscript import Box, Contents, Front, Grid, Heading, Item, Note, Paragraph, Part, Title

_INDENT = "\u3000\u3000"


def to_text(parts: list[Part]) -> str:
    """The document as text: a line a paragraph, indented by two full-width blanks."""
    return "\n".join(line for part in parts for line in _lines(part, parts)) + "\n"


def _lines(part: Part, parts: list[Part]) -> list[str]:
    match part:
        case Title(text):
            return [text, ""]
        case Front(text):
            return [text]
        case Contents():
            return ["目　录", *(other.text for other in parts if isinstance(other, Heading)), ""]
        case Heading(_, text):
            return ["", _INDENT + text]
        case Paragraph():
            return [_INDENT + part.final]
        case Box(title, inner):
            return ["", title, *(line for piece in inner for line in _box_lines(piece)), ""]
        case _:
            return [_INDENT + part.text]


def _box_lines(piece: Grid | Item | Note) -> list[str]:
    if isinstance(piece, Grid):
        return ["\t".join(row) for row in piece.words()]
    return [piece.text]

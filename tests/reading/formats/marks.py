"""What tests look at in a source: its marks with the text under them."""

from lantu.text.source import MarkKind, Source


def marked(source: Source, kind: MarkKind) -> list[str]:
    """The texts under the marks of a kind, in order."""
    return [source.text[mark.start : mark.end] for mark in source.marks if mark.kind is kind]


def levels(source: Source, kind: MarkKind) -> list[tuple[int, str]]:
    """The same with each mark's level."""
    return [(mark.level, source.text[mark.start : mark.end]) for mark in source.marks if mark.kind is kind]


def cells(source: Source) -> list[tuple[str, int, int, int, int]]:
    """Each cell: text, row, column, row span, column span."""
    return [
        (source.text[mark.start : mark.end], mark.row, mark.column, mark.row_span, mark.column_span)
        for mark in source.marks
        if mark.kind is MarkKind.CELL
    ]

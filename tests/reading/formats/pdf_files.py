"""PDF files drawn for tests."""

import io
from collections.abc import Callable, Sequence
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table, TableStyle

FONT = "STSong-Light"
WIDTH, HEIGHT = A4
pdfmetrics.registerFont(UnicodeCIDFont(FONT))


def pdf_file(*pages: Callable[[Canvas], Any], **options: Any) -> bytes:
    """A PDF whose pages are drawn by these functions, one each."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, **options)
    for draw in pages:
        canvas.setFont(FONT, 14)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def lines(canvas: Canvas, texts: Sequence[str], *, top: float = 120.0, left: float = 80.0, size: float = 14.0) -> None:
    """Lines under one another; those that begin with two wide blanks are moved in."""
    canvas.setFont(FONT, size)
    for number, text in enumerate(texts):
        words = text.lstrip("\u3000")
        canvas.drawString(left + size * (len(text) - len(words)), HEIGHT - top - number * size * 1.8, words)


def head(canvas: Canvas, text: str) -> None:
    canvas.setFont(FONT, 10)
    canvas.drawCentredString(WIDTH / 2, HEIGHT - 40, text)


def foot(canvas: Canvas, text: str) -> None:
    canvas.setFont(FONT, 10)
    canvas.drawCentredString(WIDTH / 2, 40, text)


def ruled_table(
    canvas: Canvas,
    rows: Sequence[Sequence[str]],
    *,
    top: float,
    left: float = 80.0,
    spans: Sequence[tuple[int, int, int, int]] = (),
) -> None:
    """A table with all rules drawn; ``spans`` are row, column, last row, last column of merged cells."""
    table = Table([list(row) for row in rows], colWidths=[140] + [75] * (len(rows[0]) - 1))
    merges = [("SPAN", (column, row), (last_column, last_row)) for row, column, last_row, last_column in spans]
    table.setStyle(
        TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONT", (0, 0), (-1, -1), FONT, 11), *merges])
    )
    _, height = table.wrapOn(canvas, WIDTH, HEIGHT)
    table.drawOn(canvas, left, HEIGHT - top - height)

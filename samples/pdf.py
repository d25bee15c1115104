"""A manuscript as a PDF with running heads and page numbers, as a printing office sets it."""

import io
from functools import partial
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Spacer, Table, TableStyle
from reportlab.platypus import Paragraph as Setting

from samples.manuscript import Box, Contents, Front, Grid, Heading, Item, Note, Paragraph, Part, Title, title_of

#: A font that every PDF reader brings along, so that no font file is embedded.
_FONT = "STSong-Light"
_BODY = ParagraphStyle(
    "body", fontName=_FONT, fontSize=12, leading=21, firstLineIndent=24, alignment=TA_JUSTIFY, wordWrap="CJK"
)
_CELL = ParagraphStyle("cell", _BODY, fontSize=10, leading=14, firstLineIndent=0, alignment=TA_CENTER)
_TITLE = ParagraphStyle("title", _BODY, fontSize=20, leading=30, firstLineIndent=0, alignment=TA_CENTER)
_FRONT = ParagraphStyle("front", _BODY, firstLineIndent=0, alignment=TA_CENTER)
_HEADING = ParagraphStyle("heading", _BODY, fontSize=14, spaceBefore=6)


def to_pdf(parts: list[Part]) -> bytes:
    """The document as PDF bytes, without a date or a chance identifier in them."""
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    target = io.BytesIO()
    document = BaseDocTemplate(target, pagesize=A4, title=title_of(parts), author="澜岳省人民政府办公厅", invariant=1)
    frame = Frame(2.8 * cm, 2.6 * cm, A4[0] - 5.6 * cm, A4[1] - 5.4 * cm, leftPadding=0, rightPadding=0)
    document.addPageTemplates(
        PageTemplate(frames=[frame], onPage=partial(_draw_furniture, head="澜岳省人民政府办公厅文件"))
    )
    document.build([flowable for part in parts for flowable in _flowables(part)])
    return target.getvalue()


def _draw_furniture(canvas: Canvas, _: BaseDocTemplate, head: str) -> None:
    canvas.setFont(_FONT, 9)
    canvas.drawCentredString(A4[0] / 2, A4[1] - 1.8 * cm, head)
    canvas.line(2.8 * cm, A4[1] - 2 * cm, A4[0] - 2.8 * cm, A4[1] - 2 * cm)
    canvas.drawCentredString(A4[0] / 2, 1.5 * cm, f"— {canvas.getPageNumber()} —")


def _flowables(part: Part) -> list[Flowable]:
    match part:
        case Title(text):
            return [Setting(escape(text), _TITLE), Spacer(1, 8)]
        case Front(text):
            return [Setting(escape(text), _FRONT), Spacer(1, 8)]
        case Heading(_, text):
            return [Setting(escape(text), _HEADING)]
        case Paragraph():
            return [Setting(escape(part.final), _BODY)]
        case Box(title, inner):
            return [Spacer(1, 8), Setting(escape(title), _FRONT), *map(_piece, inner), Spacer(1, 8)]
        case Contents():
            return []
        case _:
            return [Setting(escape(part.text), _BODY)]


def _piece(piece: Grid | Item | Note) -> Flowable:
    return _table(piece) if isinstance(piece, Grid) else Setting(escape(piece.text), _BODY)


def _table(grid: Grid) -> Table:
    width = A4[0] - 5.6 * cm
    shares = [
        max(len(cell) for cell in column if not cell.endswith("<")) + 2 for column in zip(*grid.rows, strict=True)
    ]
    style = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    style += [("SPAN", (left, top), (right, bottom)) for top, left, bottom, right in grid.merges()]
    cells = [[Setting(escape(cell), _CELL) for cell in row] for row in grid.words()]
    return Table(cells, [width * share / sum(shares) for share in shares], style=TableStyle(style), repeatRows=1)

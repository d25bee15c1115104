"""A manuscript as a Word file with headings, merged cells, a tracked change and a text box, as an office keeps it."""

import io
import zipfile
from datetime import UTC, datetime
from itertools import count
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from samples.manuscript import (
    Box,
    Contents,
    Front,
    Grid,
    Heading,
    Item,
    Note,
    Paragraph,
    Part,
    TextBox,
    Title,
    title_of,
)

_WRITTEN = datetime(2026, 2, 3, 9, tzinfo=UTC)
_CHANGED = f'w:author="起草组" w:date="{_WRITTEN:%Y-%m-%dT%H:%M:%SZ}"'
_CHARACTERS_A_PAGE = 700
#: A text box as Word writes it: the shape for new readers, and the same words again for old ones.
_TEXT_BOX = """<w:p {main} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:v="urn:schemas-microsoft-com:vml"><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="5040000" cy="540000"/><wp:docPr id="1" name="文本框 1"/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5040000" cy="540000"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="6350"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>
</wps:spPr><wps:txbx><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr/>
</wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>
<v:rect style="width:397pt;height:42pt"><v:textbox><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>
</v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"""


def to_word(parts: list[Part]) -> bytes:
    """The document as .docx bytes, the same for the same source."""
    document = Document()
    _set_styles(document)
    properties = document.core_properties
    properties.title, properties.author = title_of(parts), "澜岳省发展和改革委员会"
    properties.created = properties.modified = _WRITTEN
    for part in parts:
        _add(document, part, parts)
    target = io.BytesIO()
    document.save(target)
    return _without_times(target.getvalue())


def _without_times(archive: bytes) -> bytes:
    """The same archive with every member dated alike."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as read, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as write:
        for name in read.namelist():
            member = zipfile.ZipInfo(name, _WRITTEN.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            write.writestr(member, read.read(name))
    return target.getvalue()


def _set_styles(document: WordDocument) -> None:
    for name in ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3"):
        style = document.styles[name]
        style.font.name = "宋体"
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "宋体")
    for level in (1, 2, 3):
        style = document.styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH)
        style.paragraph_format.left_indent = Pt(12 * (level - 1))


def _add(document: WordDocument, part: Part, parts: list[Part]) -> None:
    match part:
        case Title(text):
            document.add_paragraph(text, "Title").alignment = WD_ALIGN_PARAGRAPH.CENTER
        case Front(text):
            document.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.CENTER
        case Contents():
            _add_contents(document, parts)
        case Heading(level, text):
            document.add_heading(text, level)
        case Paragraph():
            _add_runs(document.add_paragraph(), part)
        case TextBox(text):
            _before_section(document, _TEXT_BOX.format(main=nsdecls("w"), text=escape(text)))
        case Box():
            _add_box(document, part)


def _before_section(document: WordDocument, xml: str) -> None:
    """Adds an element at the end of the text, before the section's properties."""
    document.element.body.insert(len(document.element.body) - 1, parse_xml(xml))


def _add_contents(document: WordDocument, parts: list[Part]) -> None:
    document.add_paragraph("目　录").alignment = WD_ALIGN_PARAGRAPH.CENTER
    seen = 0
    for part in parts:
        if isinstance(part, Heading):
            document.add_paragraph(f"{part.text}\t{3 + seen // _CHARACTERS_A_PAGE}", f"toc {part.level}")
        seen += len(part.text) if isinstance(part, Paragraph) else 20
    document.add_page_break()


def _add_runs(paragraph: WordParagraph, part: Paragraph) -> None:
    numbers = count(1)
    for mark, words in part.runs:
        if not mark:
            paragraph.add_run(words)
            continue
        element, text = ("del", "delText") if mark == "-" else ("ins", "t")
        paragraph._p.append(  # noqa: SLF001 - python-docx has no words for tracked changes
            parse_xml(
                f'<w:{element} {nsdecls("w")} w:id="{next(numbers)}" {_CHANGED}>'
                f"<w:r><w:{text}>{escape(words)}</w:{text}></w:r></w:{element}>"
            )
        )


def _add_box(document: WordDocument, box: Box) -> None:
    document.add_paragraph(box.title).alignment = WD_ALIGN_PARAGRAPH.CENTER
    items = [piece.text for piece in box.parts if isinstance(piece, Item)]
    if items:
        # A box without columns is a table of one cell, as offices draw it.
        _fill(document.add_table(1, 1, "Table Grid").cell(0, 0), items)
    for piece in box.parts:
        if isinstance(piece, Grid):
            _add_table(document, piece)
        elif isinstance(piece, Note):
            document.add_paragraph(piece.text)


def _fill(cell: _Cell, items: list[str]) -> None:
    cell.paragraphs[0].text = items[0]
    for item in items[1:]:
        cell.add_paragraph(item)


def _add_table(document: WordDocument, grid: Grid) -> None:
    words = grid.words()
    table = document.add_table(len(words), len(words[0]), "Table Grid")
    for top, left, bottom, right in grid.merges():
        table.cell(top, left).merge(table.cell(bottom, right))
    for cells, row in zip(table.rows, words, strict=True):
        for cell, text in zip(cells.cells, row, strict=True):
            if text:
                cell.text = text

"""The sample documents are what their manuscripts say, about a province that does not exist."""

import io
import re
import zipfile

import pypdfium2
import pytest
from docx import Document

from samples.build import BUILT, HERE, build
from samples.manuscript import Box, Grid, Heading, Paragraph, read_manuscript

PLACES = [
    "澜岳",
    "澜阳",
    "岳港",
    "青槐",
    "临岫",
    "砚溪",
    "望槎",
    "鹿坪",
    "霁原",
    "石篁",
    "雁汀",
    "苇泽",
    "桐鹤",
    "白藤",
]
LEAST = {
    "outline-2026-2030.txt": 8000,
    "action-plan-2026-2028.txt": 4000,
    "work-report-2026.txt": 5000,
    "work-report-2027.txt": 5000,
}


def _comparable(name: str, content: bytes) -> object:
    """What has to be equal: compression and a PDF's inner numbering may differ between versions of a library."""
    if name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return archive.read("word/document.xml")
    if name.endswith(".pdf"):
        with pypdfium2.PdfDocument(content) as document:
            return [page.get_textpage().get_text_range() for page in document]
    return content


@pytest.mark.parametrize("name", BUILT)
def test_a_built_sample_is_up_to_date_with_its_manuscript(name):
    assert _comparable(name, build(name)) == _comparable(name, (HERE / name).read_bytes()), "run: make samples"


@pytest.mark.parametrize("name", BUILT)
def test_the_same_manuscript_gives_the_same_bytes(name):
    assert build(name) == build(name)


@pytest.mark.parametrize(("manuscript", "least"), LEAST.items())
def test_a_manuscript_is_long_enough_to_show_the_genre(manuscript, least):
    assert len((HERE / "source" / manuscript).read_text(encoding="utf-8")) >= least


@pytest.mark.parametrize("place", PLACES)
def test_no_place_of_the_samples_exists(place, root):
    standard = (root / "src/lantu/vocabulary/regions.txt").read_text(encoding="utf-8")
    assert place not in standard


@pytest.mark.parametrize("manuscript", LEAST)
def test_no_sentence_of_a_real_document_stands_in_a_manuscript(manuscript, shared):
    width = 22
    flat = re.sub(r"\s", "", (HERE / "source" / manuscript).read_text(encoding="utf-8"))
    ours = {flat[start : start + width] for start in range(len(flat) - width)}
    for document in sorted((shared / "corpus").glob("*.txt")):
        theirs = re.sub(r"\s", "", document.read_text(encoding="utf-8"))
        copied = {theirs[start : start + width] for start in range(len(theirs) - width)} & ours
        assert not copied, document.name


def test_the_outline_has_the_parts_of_an_outline():
    parts = read_manuscript(HERE / "source" / "outline-2026-2030.txt")
    assert {part.level for part in parts if isinstance(part, Heading)} == {1, 2, 3}
    boxes = [part for part in parts if isinstance(part, Box)]
    assert [box.title[:3] for box in boxes] == [f"专栏{number}" for number in range(1, len(boxes) + 1)]
    grid = next(piece for piece in boxes[1].parts if isinstance(piece, Grid))
    indicators = [row for row in grid.rows if row[0][0].isdigit()]
    assert len(indicators) == 26
    assert {row[1] for row in indicators} == {"预期性", "约束性"}


def test_a_merged_cell_spans_the_cells_that_its_marks_name():
    grid = Grid((("指标", "目标<", ""), ("^", "2025年", "增速")))
    assert list(grid.merges()) == [(0, 0, 1, 0), (0, 1, 0, 2)]
    assert grid.words() == [["指标", "目标", ""], ["", "2025年", "增速"]]


def test_a_tracked_change_keeps_what_it_struck_out_and_what_it_put_in():
    paragraph = Paragraph("达到{-20-}{+24+}万座")
    assert paragraph.final == "达到24万座"
    assert paragraph.runs == [("", "达到"), ("-", "20"), ("+", "24"), ("", "万座")]


def test_the_word_file_holds_headings_a_change_a_text_box_and_merged_cells():
    document = Document(str(HERE / "outline-2026-2030.docx"))
    xml = document.element.xml
    assert {paragraph.style.name for paragraph in document.paragraphs} >= {
        "Title",
        "Heading 1",
        "Heading 2",
        "Heading 3",
    }
    assert all(mark in xml for mark in ("<w:del ", "<w:ins ", "<w:txbxContent>", "<w:gridSpan ", "<w:vMerge"))


def test_the_pdf_has_a_text_layer_with_running_heads_and_page_numbers():
    with pypdfium2.PdfDocument(HERE / "action-plan-2026-2028.pdf") as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        assert "澜岳省人民政府办公厅文件" in page
        assert f"— {number} —" in page

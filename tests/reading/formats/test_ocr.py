"""Scanned pages: drawn by a test, read back by character recognition."""

import io

import pypdfium2
import pytest

from lantu.errors import UnreadableFileError
from lantu.reading.formats import image
from lantu.reading.formats.limits import Limits
from lantu.reading.formats.registry import read_source_bytes
from lantu.text.source import MarkKind
from tests.optional import require
from tests.reading.formats.marks import marked
from tests.reading.formats.pdf_files import FONT, foot, head, lines, pdf_file, ruled_table


def scan(*draws, dpi: int = 130):
    """Pictures of drawn pages, drawn by the library that reads them too."""
    document = pypdfium2.PdfDocument(pdf_file(*draws))
    return [document[index].render(scale=dpi / 72).to_pil().convert("L") for index in range(len(document))]


def picture_file(kind: str, pictures) -> bytes:
    file = io.BytesIO()
    options = {"save_all": True, "append_images": pictures[1:]} if kind in ("TIFF", "PDF") else {}
    pictures[0].save(file, kind, **options)
    return file.getvalue()


def first(canvas):
    head(canvas, "东川省规划纲要")
    lines(canvas, ["第一章 发展环境", "全省生产总值年均增长6%左右，城镇化率", "提高到72%。"], size=16)
    canvas.setFont(FONT, 12)
    ruled_table(canvas, [["森林覆盖率", "38.2", "42.5"]], top=300)
    foot(canvas, "- 7 -")


def second(canvas):
    head(canvas, "东川省规划纲要")
    lines(canvas, ["粮食产量稳定在400亿斤以上。"], size=16)
    foot(canvas, "- 8 -")


@pytest.fixture
def _recognition():
    require("rapidocr", "pip install 'lantu[ocr]'")
    require("onnxruntime", "pip install 'lantu[ocr]'")


@pytest.mark.usefixtures("_recognition")
def test_a_scanned_pdf_is_read_with_its_pages_and_furniture():
    source, findings = read_source_bytes(picture_file("PDF", scan(first, second)), "scan.pdf")
    assert "全省生产总值年均增长6%左右，城镇化率\n提高到72%。" in source.text
    assert "森林覆盖率\t38.2\t42.5\n" in source.text
    assert len(source.pages) == 2
    assert source.page_of(source.text.index("400亿斤")) == 2
    assert marked(source, MarkKind.FURNITURE).count("东川省规划纲要") == 2
    assert [finding.code for finding in findings] == ["LT903", "LT903"]
    assert "第 1 页的文字由图像识别得来" in findings[0].message


@pytest.mark.usefixtures("_recognition")
@pytest.mark.parametrize(("kind", "media_type"), [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("TIFF", "image/tiff")])
def test_a_picture_is_read(kind, media_type):
    pictures = scan(second)
    source, findings = read_source_bytes(picture_file(kind, pictures), "scan.bin")
    assert "粮食产量稳定在400亿斤以上。" in source.text
    assert (source.media_type, source.reader, len(source.pages)) == (media_type, "image", 1)
    assert findings[0].code == "LT903"


@pytest.mark.usefixtures("_recognition")
def test_each_picture_of_a_tiff_is_a_page():
    source, _ = read_source_bytes(picture_file("TIFF", scan(second, first)), "scan.tif")
    assert len(source.pages) == 2
    assert source.page_of(source.text.index("第一章")) == 2


@pytest.mark.usefixtures("_recognition")
def test_an_empty_picture_says_that_nothing_was_recognised():
    with pytest.raises(UnreadableFileError) as caught:
        read_source_bytes(picture_file("PNG", scan(lambda _: None)), "scan.png")
    assert caught.value.code == "nothing-recognised"


def refused(data: bytes, limits: Limits | None = None) -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as caught:
        read_source_bytes(data, "scan.png", limits=limits or Limits())
    return caught.value


def test_a_picture_without_the_extra_says_how_to_install_it(monkeypatch):
    monkeypatch.setattr(image, "find_recogniser", lambda: None)
    error = refused(picture_file("PNG", scan(second)))
    assert (error.code, "pip install 'lantu[ocr]'" in error.en) == ("needs-ocr", True)


@pytest.mark.usefixtures("_recognition")
def test_damaged_and_oversized_pictures_are_refused():
    data = picture_file("PNG", scan(second))
    assert refused(data[: len(data) // 2]).code == "damaged-image"
    assert refused(data[:20]).code == "damaged-image"
    assert refused(data, Limits(pixels=1000)).code == "image-too-large"


@pytest.mark.usefixtures("_recognition")
def test_a_picture_that_claims_enormous_size_is_refused_before_it_is_unpacked():
    data = bytearray(picture_file("PNG", scan(second)))
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    assert refused(bytes(data)).code in {"image-too-large", "damaged-image"}

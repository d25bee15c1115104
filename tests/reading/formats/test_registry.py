"""The one way in: content decides, every mistake has a documented code, anything at all is survived."""

import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lantu.errors import UnreadableFileError
from lantu.reading.formats import notices
from lantu.reading.formats.causes import CAUSES
from lantu.reading.formats.registry import READERS, read_source, read_source_bytes
from lantu.text.source import Source
from lantu.text.span import Span
from tests.reading.formats.ofd_files import package, page, text_object
from tests.reading.formats.pdf_files import lines, pdf_file
from tests.reading.formats.word_files import paragraph, word_file

ROOT = Path(__file__).parents[3]
FILES = {
    "text": "全省粮食产量稳定在400亿斤以上。".encode(),
    "html": "<!DOCTYPE html><html><body><p>全省粮食产量稳定在400亿斤以上。</p></body></html>".encode(),
    "word": word_file(paragraph("全省粮食产量稳定在400亿斤以上。")),
    "pdf": pdf_file(lambda canvas: lines(canvas, ["全省粮食产量稳定在400亿斤以上。"])),
    "ofd": package([[page(text_object("全省粮食产量稳定在400亿斤以上。", 20, 50))]]),
}


def attempt(data: bytes) -> Source | str:
    """A source that holds what it promises, or the code of the error."""
    try:
        source, findings = read_source_bytes(data, "any")
    except UnreadableFileError as error:
        code = error.code
        source, findings = Source("", ""), ()
    else:
        code = ""
    assert code in ("", *CAUSES)
    assert all(0 <= mark.start <= mark.end <= len(source.text) for mark in source.marks)
    assert list(source.pages) == sorted(source.pages)
    assert all(finding.span.end <= len(source.text) for finding in findings)
    assert [mark.start for mark in source.marks] == sorted(mark.start for mark in source.marks)
    return code or source


@pytest.mark.parametrize("reader", FILES)
@pytest.mark.parametrize("name", ["plan.txt", "plan.docx", "plan.pdf", "plan.xlsx", "plan"])
def test_content_decides_whatever_the_file_is_called(tmp_path, reader, name):
    path = tmp_path / name
    path.write_bytes(FILES[reader])
    source, _ = read_source(path)
    assert source.text.rstrip("\n") == "全省粮食产量稳定在400亿斤以上。"
    assert (source.reader, source.name) == (reader, name)
    assert source.digest == hashlib.sha256(FILES[reader]).hexdigest()


def test_reading_twice_gives_the_same():
    for data in FILES.values():
        assert read_source_bytes(data, "a") == read_source_bytes(data, "a")


@given(st.binary(max_size=3000))
def test_any_bytes_give_a_source_or_an_error_with_a_known_code(data):
    attempt(data)


@given(
    st.sampled_from(sorted(FILES)),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=20),
    st.floats(0, 1),
)
def test_spoilt_and_shortened_files_give_a_source_or_an_error_with_a_known_code(reader, changes, share):
    data = bytearray(FILES[reader])
    for place, value in changes:
        data[min(len(data) - 1, int(place * len(data)))] = value
    attempt(bytes(data))
    attempt(bytes(data[: int(len(data) * share)]))


@given(
    st.text(
        alphabet=st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"))
        | st.sampled_from("\r\n\t\f\v\x85\u2028\u2029，。%六")
    )
)
def test_any_text_in_utf8_is_returned_exactly(text):
    """Every newline as stored. What begins as another format does is read as that, and blanks are refused."""
    assume(not text.startswith("\ufeff"))
    data = text.encode()
    assume(not any(reader.recognises(data) for reader in READERS[:-1]))
    read = attempt(data)
    assert read in ("empty", "blank") if isinstance(read, str) else read.text == text


@given(st.text(alphabet="<>/abdhilprtv ='\"!-六%\n", max_size=400))
def test_any_markup_gives_a_source_or_an_error_with_a_known_code(markup):
    attempt(f"<html>{markup}".encode())


@given(st.text(alphabet="#|-: \\a六\n\r`", max_size=300))
def test_any_markdown_is_returned_exactly(text):
    read = attempt(text.encode())
    assert isinstance(read, str) or read.text == text


def test_every_cause_is_told_in_two_languages_and_documented():
    errors = (ROOT / "docs" / "reference" / "errors.md").read_text(encoding="utf-8")
    for code, (zh, en) in CAUSES.items():
        assert zh.endswith(("。", "'lantu[ocr]'")), code
        assert en.isascii() or "“" in en or "×" in en, code
        assert f"`{code}`" in errors, code


def test_every_cause_is_raised_somewhere():
    sources = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "src/lantu").rglob("*.py") if path.name != "causes.py"
    )
    assert [code for code in CAUSES if f'"{code}"' not in sources] == []


def test_every_notice_is_documented():
    formats = (ROOT / "docs" / "reference" / "formats.md").read_text(encoding="utf-8")
    span = Span(0, 1)
    made = [
        notices.replaced_bytes(1, "utf-8", span),
        notices.page_without_text(1, span),
        notices.recognised_page(1, 0.9, span),
        notices.unsure_table(1, span),
        notices.structure_ignored(1, span),
        notices.tracked_changes(1, 1, span),
        notices.missing_part("第 1 页", "page 1", span),
    ]
    assert [finding.code for finding in made] == [f"LT90{number}" for number in range(1, 8)]
    assert all(f"`{finding.code}`" in formats and finding.remedy and finding.remedy_en for finding in made)


def test_every_media_type_is_documented():
    formats = (ROOT / "docs" / "reference" / "formats.md").read_text(encoding="utf-8")
    assert [media for reader in READERS for media in reader.media_types if media not in formats] == []


def test_readers_have_names_of_their_own_and_the_last_takes_all():
    assert len({reader.name for reader in READERS}) == len(READERS)
    assert READERS[-1].recognises(b"")


def test_reading_plain_text_loads_no_heavy_library():
    heavy = ("pypdfium2", "pdfplumber", "lxml", "docx", "selectolax", "numpy", "PIL", "charset_normalizer", "rapidocr")
    program = (
        "import sys; from lantu.reading.formats.registry import read_source_bytes\n"
        f"read_source_bytes('增长6%'.encode(), 'x'); print([name for name in {heavy} if name in sys.modules])"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment)
    assert run.stdout.strip() == "[]"


def test_ten_megabytes_of_text_are_read_in_a_moment():
    data = "全省粮食产量稳定在400亿斤以上，增长2%。\n".encode() * 200_000
    start = time.perf_counter()
    source, _ = read_source_bytes(data, "plan.txt")
    assert len(source.text) > 4_000_000
    assert time.perf_counter() - start < 2

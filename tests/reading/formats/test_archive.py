"""Compressed files that mean harm are refused in bounded memory and time."""

import io
import struct
import time
import tracemalloc
import zipfile

import pytest

from lantu.errors import UnreadableFileError
from lantu.reading.formats.limits import Limits
from lantu.reading.formats.registry import read_source_bytes
from tests.reading.formats.ofd_files import zipped
from tests.reading.formats.word_files import W, cell, document, paragraph, table, word_file

MEGABYTE = 1024 * 1024


def refused(data: bytes, limits: Limits | None = None) -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as caught:
        read_source_bytes(data, "plan.docx", limits=limits or Limits())
    return caught.value


def bomb(size: int) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        part.write(document("").encode())
        for _ in range(size // MEGABYTE):
            part.write(b" " * MEGABYTE)
    return file.getvalue()


def test_a_part_that_unpacks_beyond_any_ratio_is_a_bomb_and_is_not_unpacked():
    data = bomb(300 * MEGABYTE)
    tracemalloc.start()
    start = time.perf_counter()
    assert refused(data).code == "zip-bomb"
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20 * MEGABYTE
    assert time.perf_counter() - start < 2


def test_a_part_larger_than_its_limit_is_refused_though_its_ratio_is_usual():
    body = "".join(paragraph(f"第{number}段，增长{number * 7919 % 10007}亿元。") for number in range(20_000))
    error = refused(word_file(body), Limits(part_bytes=MEGABYTE))
    assert (error.code, "上限 1 MB" in error.zh) == ("zip-bomb", True)


def test_a_table_of_many_empty_cells_packs_well_and_is_no_bomb():
    body = paragraph("正文。") + table(*[cell("") * 20] * 2000)
    assert read_source_bytes(word_file(body), "plan.docx")[0].text == "正文。\n"


def test_the_sum_of_all_parts_is_limited():
    data = zipped(
        {
            "word/document.xml": document(paragraph("甲")),
            **{f"word/media/{index}": b"\0" * MEGABYTE for index in range(20)},
        }
    )
    error = refused(data, Limits(unpacked_bytes=10 * MEGABYTE))
    assert error.code == "zip-bomb"
    assert "上限 10 MB" in error.zh


def test_a_directory_that_lies_about_sizes_does_not_help():
    """The sizes in both headers are set to 100 bytes; what comes out is counted as well."""
    data = bytearray(bomb(64 * MEGABYTE))
    central = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, central + 24, 100)
    struct.pack_into("<I", data, 22, 100)
    assert refused(bytes(data)).code in {"zip-bomb", "damaged-word"}


def test_white_pictures_that_pack_well_are_no_bomb():
    data = zipped(
        {"word/document.xml": document(paragraph("正文。")), "word/media/white.bmp": b"\xff" * (30 * MEGABYTE)}
    )
    assert read_source_bytes(data, "plan.docx")[0].text == "正文。\n"


def test_an_entity_bomb_is_refused():
    entities = '<!ENTITY a0 "哈哈哈哈哈哈哈哈哈哈">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
    )
    xml = f'<?xml version="1.0"?><!DOCTYPE d [{entities}]><w:document {W}><w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body></w:document>'
    start = time.perf_counter()
    error = refused(zipped({"word/document.xml": xml}))
    assert (error.code, "word/document.xml" in error.zh) == ("unsafe-xml", True)
    assert time.perf_counter() - start < 2


def test_an_external_entity_is_refused_and_not_fetched(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("机密")
    xml = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]><w:document {W}><w:body><w:p><w:r><w:t>甲&x;</w:t></w:r></w:p></w:body></w:document>'
    assert refused(zipped({"word/document.xml": xml})).code == "unsafe-xml"


def test_a_document_type_alone_is_refused_in_styles_too():
    data = word_file(paragraph("正文。"))
    parts = {"word/document.xml": document(paragraph("正文。")), "word/styles.xml": f"<!DOCTYPE x><w:styles {W}/>"}
    assert read_source_bytes(data, "plan.docx")[0].text == "正文。\n"
    assert refused(zipped(parts)).code == "unsafe-xml"

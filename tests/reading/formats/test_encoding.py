"""The encoding of a text is told from its bytes."""

import sys

import pytest

from lantu.errors import UnreadableFileError
from lantu.reading.formats.encoding import decode
from lantu.reading.formats.registry import read_source_bytes

TEXT = "到2025年，东川省粮食产量稳定在400亿斤以上，\r\n常住人口城镇化率提高到72%左右。\n其中，县域占比达到45%。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "gbk", "utf-16-le", "utf-16-be"])
def test_a_text_without_a_mark_is_decoded_exactly(encoding):
    source, findings = read_source_bytes(TEXT.encode(encoding), "plan.txt")
    assert source.text == TEXT
    assert source.encoding == {"gbk": "gb18030"}.get(encoding, encoding)
    assert findings == ()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(encoding):
    source, _ = read_source_bytes(TEXT.encode(encoding), "plan.txt")
    assert source.text == TEXT


def test_traditional_chinese_in_big5_is_decoded():
    text = "全縣糧食產量穩定在一定水平以上，農民收入增長百分之六。\n"
    source, _ = read_source_bytes(text.encode("big5"), "plan.txt")
    assert (source.text, source.encoding) == (text, "big5")


@pytest.mark.parametrize("text", ["鄂伦春", "增长6%", "全省各地", "一、", "GDP 6%"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_few_characters_are_enough(text, encoding):
    assert decode(text.encode(encoding)).text == text


def test_rare_characters_of_gb18030_that_gbk_does_not_hold_are_read():
    text = "㵲阳河㙍街道治理工程总投资12亿元，覆盖人口30万人，完成率达到百分之九十。\U00020000"
    assert decode(text.encode("gb18030")).text == text


def test_a_text_cut_inside_a_character_is_read_and_reported():
    data = TEXT.encode("utf-8") * 20
    source, (finding,) = read_source_bytes(data[:-3], "plan.txt")
    assert source.text.startswith(TEXT)
    assert finding.code == "LT901"
    assert source.text[finding.span.start : finding.span.end] == "\ufffd"


def test_a_gb18030_text_with_a_spoilt_byte_is_read_and_reported():
    data = bytearray((TEXT * 50).encode("gb18030"))
    place = data.index("粮".encode("gb18030"))
    data[place : place + 2] = b"\xff\xff"
    source, (finding,) = read_source_bytes(bytes(data), "plan.txt")
    assert source.encoding == "gb18030"
    assert (finding.code, source.text.count("\ufffd") >= 1) == ("LT901", True)
    assert source.text.endswith(TEXT)


@pytest.mark.parametrize(
    "noise",
    [bytes(range(256)) * 40, b"\x7fELF\x02\x01\x01" + b"\0" * 200, b"\x00\x01\x02\x03" * 100],
    ids=lambda data: repr(data[:12]),
)
def test_binary_noise_is_no_text(noise):
    with pytest.raises(UnreadableFileError) as caught:
        read_source_bytes(noise, "noise.txt")
    assert caught.value.code == "unknown-format"
    assert "可读的格式" in caught.value.zh


def test_plain_utf8_wants_no_heavy_library():
    loaded = set(sys.modules)
    decode(TEXT.encode("utf-8"))
    assert not {"charset_normalizer", "chardet"} & (set(sys.modules) - loaded)


def test_a_large_utf8_text_is_decoded_without_statistics():
    text = TEXT * 50_000
    decoded = decode(text.encode("utf-8"))
    assert decoded.text == text

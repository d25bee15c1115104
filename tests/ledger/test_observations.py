"""What is wrong with a table of figures is named by row and column; the good rows are taken."""

from pathlib import Path

import pytest

from lantu.errors import UnreadableFileError
from lantu.ledger.observations import read_observations

HEAD = "地区,指标,年份,数值,单位,口径,来源\n"
GOOD = "澜岳省,粮食产量,2026,372.4,亿斤,绝对值,统计公报\n"


def table(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "实际值.csv"
    path.write_bytes(text.encode(encoding))
    return path


def rows(tmp_path: Path, *lines: str) -> tuple[list[tuple[int, str, str]], list[tuple[str, str]]]:
    """The figures taken, as (row, value, unit), and the findings, as (code, message)."""
    taken, findings = read_observations(table(tmp_path, HEAD + "".join(f"{line}\n" for line in lines)))
    figures = [(figure.source.span.start, figure.value, figure.unit) for figure in taken.figures]
    return figures, [(finding.code, finding.message) for finding in findings]


def test_a_good_row_is_taken_as_it_is_written(tmp_path):
    found, findings = read_observations(table(tmp_path, HEAD + GOOD))
    (figure,) = found.figures
    assert (figure.region, figure.wording, figure.period) == ("澜岳省", "粮食产量", "2026")
    assert (figure.value, figure.unit, figure.measure, figure.evidence) == ("372.4", "亿斤", "绝对值", "统计公报")
    assert figure.source.sentence == GOOD.strip()
    assert (found.document.kind, found.document.statements, findings) == ("observations", 1, [])


#: A faulty row between two good ones, and the message that it gets.
FAULTS = {
    "no indicator": (",,2026,1,亿元,,", "LT411", "第3行“指标”列为空；该行未计入"),
    "a year in words": ("澜岳省,出口,去年,1,亿元,,", "LT412", "第3行“年份”列：“去年”不是年份；该行未计入"),
    "years the wrong way round": (
        "澜岳省,出口,2025-2021,1,亿元,,",
        "LT412",
        "第3行“年份”列：“2025-2021”不是年份；该行未计入",
    ),
    "a value with its unit": ("澜岳省,出口,2026,5%,%,,", "LT413", "第3行“数值”列：“5%”不是数；该行未计入"),
    "no value": ("澜岳省,出口,2026,,亿元,,", "LT413", "第3行“数值”列：“”不是数；该行未计入"),
    "not a number": ("澜岳省,出口,2026,NaN,亿元,,", "LT413", "第3行“数值”列：“NaN”不是数；该行未计入"),
    "an endless number": (
        "澜岳省,出口,2026,1e99999999,亿元,,",
        "LT413",
        "第3行“数值”列：“1e99999999”不是数；该行未计入",
    ),
    "a number with an underscore": (
        "澜岳省,出口,2026,1_000,亿元,,",
        "LT413",
        "第3行“数值”列：“1_000”不是数；该行未计入",
    ),
    "an unknown unit": ("澜岳省,出口,2026,1,箩筐,,", "LT414", "第3行“单位”列：单位“箩筐”不认识；该行未计入"),
    "a repeated row": (GOOD.strip(), "LT415", "第3行“指标”列：与第2行重复；只计一次"),
    "a row too short": ("澜岳省,出口,2026", "LT421", "第3行有3列，首行有7列；该行未计入"),
    "a thousands separator without quotes": (
        "澜岳省,出口,2026,1,234,亿元,绝对值,公报",
        "LT421",
        "第3行有8列，首行有7列；该行未计入",
    ),
}


@pytest.mark.parametrize(("row", "code", "message"), FAULTS.values(), ids=FAULTS)
def test_a_faulty_row_is_named_and_left_out(tmp_path, row, code, message):
    found, findings = rows(tmp_path, GOOD.strip(), row, "澜岳省,粮食产量,2025,371.2,亿斤,绝对值,统计公报")
    assert found == [(2, "372.4", "亿斤"), (4, "371.2", "亿斤")]
    assert findings == [(code, message)]


def test_a_row_that_contradicts_an_earlier_one_is_named_and_taken(tmp_path):
    found, findings = rows(tmp_path, GOOD.strip(), "澜岳省,粮食产量,2026,373,亿斤,绝对值,快报")
    assert [row for row, _, _ in found] == [2, 3]
    assert findings == [("LT416", "第3行“数值”列：与第2行不一致，那里是372.4；两行都已计入")]


@pytest.mark.parametrize("value", ['"1,234.5"', "1，234.5"], ids=["a comma", "a full-width comma"])
def test_thousands_separators_are_taken_out_and_named(tmp_path, value):
    found, findings = rows(tmp_path, f"澜岳省,出口,2026,{value},亿元,,")
    assert found == [(2, "1234.5", "亿元")]
    assert findings == [("LT418", f"第2行“数值”列：“{value.strip(chr(34))}”带有千分位分隔符，按1234.5计入")]


def test_blank_rows_are_passed_over_and_named_together(tmp_path):
    found, findings = rows(tmp_path, "", GOOD.strip(), ",,,,,,", "  ,")
    assert [row for row, _, _ in found] == [3]
    assert findings == [("LT422", "第2、4、5行是空行，已跳过")]


def test_a_row_may_lack_its_last_columns(tmp_path):
    assert rows(tmp_path, "澜岳省,粮食产量,2026,372.4,亿斤") == ([(2, "372.4", "亿斤")], [])


def test_every_fault_has_its_remedy_in_two_languages(tmp_path):
    _, findings = read_observations(table(tmp_path, HEAD + "".join(f"{row}\n" for row, _, _ in FAULTS.values())))
    assert all(finding.remedy and finding.remedy_en and finding.message_en for finding in findings)
    assert all(finding.message_en.startswith("row ") for finding in findings)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_table_is_read_in_whatever_encoding_a_spreadsheet_writes(tmp_path, encoding):
    found, findings = read_observations(table(tmp_path, (HEAD + GOOD) * 1, encoding))
    assert ([figure.wording for figure in found.figures], findings) == (["粮食产量"], [])


def test_heads_may_be_english_in_any_order_or_set_apart_by_tabs(tmp_path):
    found, _ = read_observations(table(tmp_path, "Value\tUnit\tYear\tIndicator\n372.4\t亿斤\t2026年\t粮食产量\n"))
    assert [(figure.value, figure.period, figure.wording) for figure in found.figures] == [
        ("372.4", "2026", "粮食产量")
    ]


def test_columns_that_no_one_asked_for_are_passed_over(tmp_path):
    found, findings = read_observations(table(tmp_path, "备注,指标,年份,数值\n略,粮食产量,2021—2025,1.5\n"))
    assert [figure.period for figure in found.figures] == ["2021-2025"]
    assert findings == []


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"", "empty", "空的"),
        ("\ufeff".encode(), "table-without-columns", "指标、年份、数值"),
        ("地区,指标,单位\n".encode(), "table-without-columns", "年份、数值"),
        (bytes(range(256)) * 8, "not-a-table", "不是文本"),
        (b'indicator,year,value\n"' + b"1" * 200_000, "not-a-table", "CSV"),
    ],
    ids=["an empty file", "a byte order mark alone", "missing columns", "binary noise", "a quote that never ends"],
)
def test_a_file_that_is_no_such_table_is_refused(tmp_path, content, code, words):
    path = tmp_path / "实际值.csv"
    path.write_bytes(content)
    with pytest.raises(UnreadableFileError) as caught:
        read_observations(path)
    assert caught.value.code == code
    assert words in caught.value.zh


def test_a_table_that_is_not_there_is_named(tmp_path):
    with pytest.raises(UnreadableFileError) as caught:
        read_observations(tmp_path / "没有.csv")
    assert caught.value.code == "missing"

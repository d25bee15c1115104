"""Figures of tables under the indicators of the ledger."""

from decimal import Decimal

import pytest

from lantu.ledger.observations import read_observations
from lantu.model.ledger import Ledger
from lantu.model.statement import Measure
from tests.ledger.provinces import ledger, observations, read, report

HEAD = "地区,指标,年份,数值,单位,口径,来源\n"
LIAONING = "2027年辽宁省政府工作报告\n\n一、目标\n地区生产总值增长6%。\n"


def with_rows(tmp_path, *rows: str, reading=None) -> Ledger:
    path = tmp_path / "实际值.csv"
    path.write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return ledger(reading or report(), tables=[read_observations(path)[0]])


def messages(found: Ledger) -> list[tuple[str, str]]:
    return [(finding.code, finding.message) for finding in found.findings]


def test_a_row_that_agrees_with_a_report_is_another_source_of_the_figure(tmp_path):
    """372.4亿斤 in the report, 1862万吨 in the table."""
    (figure,) = observations(with_rows(tmp_path, "澜岳省,粮食产量,2026,1862,万吨,绝对值,统计公报"), "粮食产量")
    assert [source.text for source in figure.sources] == ["372.4亿斤", "1862"]
    assert figure.quantity.unit == "斤"


def test_a_row_that_differs_from_a_report_is_a_figure_of_its_own(tmp_path):
    found = observations(with_rows(tmp_path, "澜岳省,粮食产量,2026,1863,万吨,绝对值,统计公报"), "粮食产量")
    assert [len(figure.sources) for figure in found] == [1, 1]
    assert {figure.evidence for figure in found} == {"report", "统计公报"}


def test_two_rows_of_one_figure_are_one_figure(tmp_path):
    found = with_rows(tmp_path, "澜岳省,粮食产量,2025,1850,万吨,绝对值,甲", "澜岳省,粮食产量,2025,370,亿斤,绝对值,乙")
    (figure,) = (each for each in observations(found, "粮食产量") if each.period == "2025")
    assert [source.span.start for source in figure.sources] == [2, 3]


@pytest.mark.parametrize(
    ("value", "words", "measure", "expected"),
    [
        ("5.1", "同比增长", Measure.GROWTH, "5.1"),
        ("-0.5", "同比增长", Measure.DECLINE, "0.5"),
        ("0.5", "同比下降", Measure.DECLINE, "0.5"),
        ("5.1", "同比增长(预计)", Measure.GROWTH, "5.1"),
    ],
)
def test_a_change_goes_the_way_that_sign_and_words_say(tmp_path, value, words, measure, expected):
    found = with_rows(tmp_path, f"澜岳省,固定资产投资,2026,{value},%,{words},公报")
    (figure,) = observations(found, "固定资产投资")
    assert (figure.measure, figure.quantity.value, figure.quantity.unit) == (measure, Decimal(expected), "%")
    assert figure.estimated is ("预计" in words)


def test_no_digit_of_a_value_is_rounded(tmp_path):
    found = with_rows(tmp_path, "澜岳省,地区生产总值,2026,12345678901234567890.12345678901234567891,万亿元,绝对值,公报")
    (figure,) = (each for each in observations(found, "地区生产总值") if each.measure is Measure.LEVEL)
    assert figure.quantity.value == Decimal("12345678901234567890123456789012.34567891")


def test_an_indicator_that_nobody_knows_is_named_with_all_its_rows(tmp_path):
    found = with_rows(tmp_path, "澜岳省,飞毯保有量,2025,3,万张,,", "澜岳省,飞毯保有量,2026,4,万张,,")
    assert messages(found) == [("LT417", "第2、3行“指标”列：没有文件提到指标“飞毯保有量”，词表中也没有；已单列")]
    assert [figure.quantity.value for figure in observations(found, "飞毯保有量")] == [30000, 40000]


def test_an_indicator_that_a_document_brought_is_known(tmp_path):
    reading = read("2027年澜岳省政府工作报告\n\n一、2026年工作回顾\n飞毯保有量达到3万张。\n", "报告.txt")
    found = with_rows(tmp_path, "澜岳省,飞毯保有量,2025,2,万张,,", reading=reading)
    assert messages(found) == []
    assert len({figure.indicator for figure in found.observations}) == 1


def test_a_unit_that_cannot_be_the_indicators_is_named_and_the_row_left_out(tmp_path):
    found = with_rows(tmp_path, "澜岳省,常住人口城镇化率,2026,68,亿元,水平,公报")
    ((code, message),) = messages(found)
    assert code == "LT420"
    assert message.startswith("第2行“单位”列：“常住人口城镇化率”不能以“亿元”计（")
    assert observations(found, "常住人口城镇化率") == []


def test_a_missing_unit_is_named_and_the_usual_one_taken(tmp_path):
    found = with_rows(tmp_path, "澜岳省,一般公共预算收入,2026,3100,,绝对值,公报")
    assert messages(found) == [("LT419", "第2行“单位”列为空：“一般公共预算收入”按常用单位亿元计入")]
    assert [figure.quantity.value for figure in observations(found, "一般公共预算收入")] == [Decimal(310000000000)]


def test_figures_of_a_place_within_the_region_carry_its_full_name(tmp_path):
    rows = (
        f"{name},粮食产量,2026,{value},亿斤,绝对值,公报" for name, value in (("沈阳", 1), ("沈阳市", 1), ("辽宁", 2))
    )
    found = with_rows(tmp_path, *rows, reading=read(LIAONING))
    assert {figure.scope for figure in observations(found, "粮食产量")} == {"沈阳市", ""}
    assert [len(figure.sources) for figure in observations(found, "粮食产量") if figure.scope] == [2]


def test_figures_of_the_nation_are_kept_beside_the_provinces(tmp_path):
    found = with_rows(tmp_path, "全国,地区生产总值,2026,5,%,同比增长,公报", reading=read(LIAONING))
    assert [figure.scope for figure in observations(found, "地区生产总值")] == ["全国"]


def test_figures_of_another_province_are_named_and_left_out(tmp_path):
    rows = [f"吉林省,粮食产量,{year},900,亿斤,绝对值,公报" for year in (2025, 2026)]
    found = with_rows(tmp_path, *rows, reading=read(LIAONING))
    assert messages(found) == [("LT423", "第2、3行“地区”列：“吉林省”不在辽宁省；未计入")]
    assert observations(found, "粮食产量") == []

"""Numbers and their units, before it is asked what they measure."""

import time
from decimal import Decimal

import pytest

from lantu.extraction.quantities import scan_quantities
from lantu.extraction.unit_table import LONGEST_UNIT, UNITS
from lantu.model.statement import Comparator


def scan(text):
    return list(scan_quantities(text, UNITS, LONGEST_UNIT))


def only(text):
    (quantity,) = scan(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "span", "value", "unit"),
    [
        ("增长5.5%", "5.5%", "5.5", "%"),
        ("建设45所", "45所", "45", "所"),
        ("培训1,250人次", "1,250人次", "1250", "人次"),
        ("产量465亿斤", "465亿斤", "46500000000", "斤"),
        ("装机200万千瓦", "200万千瓦", "2000000", "千瓦"),
        ("装机800千瓦", "800千瓦", "800", "千瓦"),
        ("产值1.2万亿元", "1.2万亿元", "1200000000000", "元"),
        ("提高1.2个百分点", "1.2个百分点", "1.2", "百分点"),
        ("控制在3‰", "3‰", "3", "‰"),
        ("浓度28微克/立方米", "28微克/立方米", "28", "微克/立方米"),
        ("标准每月180元", "180元", "180", "元"),
        ("节能150万吨标准煤", "150万吨标准煤", "1500000", "吨标准煤"),
        ("治理600平方公里", "600平方公里", "600", "平方公里"),
        ("完成60万亩次", "60万亩次", "600000", "亩次"),
        ("突破3万亿。", "3万亿", "3000000000000", ""),
        ("突破千亿元", "千亿元", "100000000000", "元"),
        ("两座桥", "两座", "2", "座"),
        ("十五个园", "十五个", "15", "个"),
        ("三百二十间房", "三百二十间", "320", "间"),
        ("百分之五", "百分之五", "5", "%"),
        ("百分之三点五", "百分之三点五", "3.5", "%"),
        ("半天内", "半天", "0.5", "天"),
    ],
)
def test_a_number_takes_its_multiplier_and_its_unit(text, span, value, unit):
    quantity = only(text)
    assert text[quantity.start : quantity.end] == span
    assert (quantity.value, quantity.high, quantity.unit) == (Decimal(value), None, unit)


@pytest.mark.parametrize(
    ("text", "span", "low", "high", "unit"),
    [
        ("3—5个", "3—5个", 3, 5, "个"),
        ("3-5个", "3-5个", 3, 5, "个"),
        ("3~5个", "3~5个", 3, 5, "个"),
        ("3至5个", "3至5个", 3, 5, "个"),
        ("8%~10%", "8%~10%", 8, 10, "%"),
        ("8—10%", "8—10%", 8, 10, "%"),
        ("3000—5000万元", "3000—5000万元", 30_000_000, 50_000_000, "元"),
        ("3万—5万个", "3万—5万个", 30_000, 50_000, "个"),
    ],
)
def test_a_range_is_one_quantity_with_two_ends(text, span, low, high, unit):
    quantity = only(text)
    assert text[quantity.start : quantity.end] == span
    assert (quantity.value, quantity.high, quantity.unit) == (low, high, unit)


def test_two_numbers_with_different_units_are_no_range():
    assert [quantity.high for quantity in scan("由3个至5家")] == [None, None]


@pytest.mark.parametrize("text", ["40余家", "300多条", "12余万人", "12万余人", "80亿余元", "百余家", "20万人多"])
def test_a_word_for_more_inside_a_number_belongs_to_it(text):
    quantity = only(text)
    assert quantity.more
    assert text[quantity.start : quantity.end] == text


def test_a_counter_behind_a_word_for_more_stays_with_its_noun():
    quantity = only("20家多个领域")
    assert not quantity.more
    assert quantity.unit == "家"


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("5%左右", Comparator.APPROX),
        ("5%上下", Comparator.APPROX),
        ("5%以上", Comparator.GE),
        ("5%及以上", Comparator.GE),
        ("5%以内", Comparator.LE),
        ("5%以下", Comparator.LE),
        ("5%的", None),
    ],
)
def test_a_comparator_behind_the_unit_stays_outside_it(text, comparator):
    quantity = only(text)
    assert quantity.after is comparator
    assert text[quantity.start : quantity.end] == "5%"
    assert text[quantity.next :] in ("", "的")


@pytest.mark.parametrize("text", ["第三名", "二十五五个", "几十个", "数百家", "若干个", "十四五，", "成千上万"])
def test_a_piece_of_a_longer_numeral_is_no_number(text):
    assert scan(text) == []


def test_a_unit_that_goes_on_as_a_word_is_none():
    assert only("3Mbpsx").unit == ""


def test_a_date_s_slash_makes_no_compound_unit():
    assert only("5元/个").unit == "元"


@pytest.mark.parametrize("piece", ["1", "十二", "三千", "1万亿", "5%—", "百分之", "1,234,", "万亿", "3—"])
def test_the_scan_takes_time_in_proportion_to_the_text(piece):
    text = piece * 40_000
    started = time.process_time()
    scan(text)
    assert time.process_time() - started < 4

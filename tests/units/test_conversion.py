"""Conversion between units is exact, and refuses what does not compare."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.units import (
    IncomparableUnitsError,
    InexactConversionError,
    UnknownUnitError,
    comparable,
    convert,
    convert_exactly,
    finite_decimal,
    parse_unit,
    unit_names,
)

VALUES = st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**15), max_value=10**15)


def _alike(name):
    unit = parse_unit(name)
    return [other for other in unit_names() if parse_unit(other).dimension == unit.dimension]


@pytest.mark.parametrize(
    ("value", "unit_from", "unit_to", "expected"),
    [
        ("46500000000", "斤", "吨", "23250000"),
        ("465", "亿斤", "万吨", "2325"),
        ("1", "亿斤", "万吨", "5"),
        ("15", "亩", "公顷", "1"),
        ("1", "平方公里", "公顷", "100"),
        ("1.5", "里", "公里", "0.75"),
        ("2", "吉瓦", "万千瓦", "200"),
        ("3", "度", "千瓦时", "3"),
        ("1.7", "倍", "%", "170"),
        ("35", "微克/立方米", "毫克/立方米", "0.035"),
        ("12", "件/万人", "件/人", "0.0012"),
        ("300", "名", "人", "300"),
        ("2", "EFLOPS", "PFLOPS", "2000"),
    ],
)
def test_a_value_keeps_its_amount_in_another_unit(value, unit_from, unit_to, expected):
    assert convert(Decimal(value), unit_from, unit_to) == Decimal(expected)


@given(value=VALUES, name=st.sampled_from(unit_names()), data=st.data())
def test_a_unit_round_trip_loses_nothing(value, name, data):
    other = data.draw(st.sampled_from(_alike(name)))
    there = convert_exactly(value, name, other)
    assert convert_exactly(there, other, name) == Fraction(value)
    if finite_decimal(there) is not None:
        assert convert(convert(value, name, other), other, name) == value


@given(left=st.sampled_from(unit_names()), right=st.sampled_from(unit_names()))
def test_comparing_is_symmetric_and_conversion_follows_it(left, right):
    assert comparable(left, right) == comparable(right, left)
    if comparable(left, right):
        assert convert_exactly(Decimal(1), left, right) > 0
    else:
        with pytest.raises(IncomparableUnitsError):
            convert(Decimal(1), left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("%", "百分点"),
        ("个", "户"),
        ("家", "户"),
        ("人", "人次"),
        ("元", "美元"),
        ("年", "天"),
        ("吨", "吨标准煤"),
        ("元/人", "元"),
    ],
)
def test_what_is_not_the_same_thing_does_not_compare(left, right):
    assert not comparable(left, right)


def test_a_conversion_that_never_ends_says_so():
    with pytest.raises(InexactConversionError) as caught:
        convert(Decimal(10), "亩", "公顷")
    assert caught.value.zh == "10 亩 换算为“公顷”除不尽；请指定有效位数（digits），或用 convert_exactly 取分数。"


def test_a_conversion_that_never_ends_is_rounded_only_when_asked():
    assert convert(Decimal(10), "亩", "公顷", digits=3) == Decimal("0.667")


def test_a_value_with_more_digits_than_the_default_context_is_not_rounded():
    value = Decimal("123456789012345678901234567890.12345")
    assert convert(value, "万元", "元") == Decimal("1234567890123456789012345678901234.5")


def test_an_unknown_unit_is_named_with_the_nearest_one():
    with pytest.raises(UnknownUnitError) as caught:
        convert(Decimal(1), "平方公哩", "公顷")
    assert caught.value.zh == "未知的计量单位“平方公哩”，是否指“平方公里”？"


def test_incomparable_units_suggest_a_near_miss():
    with pytest.raises(IncomparableUnitsError) as caught:
        convert(Decimal(1), "公顷", "公里")
    assert caught.value.zh == "“公顷”（面积）与“公里”（长度）不能换算；是否指“平方公里”？"

from decimal import Decimal

import pytest

from lantu.model.indicator import Indicator
from lantu.model.statement import Quantity
from lantu.publishing.usual_units import in_unit, usual_unit

REVENUE = Indicator("EC100", "一般公共预算收入", unit="亿元")
GRAIN = Indicator("SE002", "粮食产量", unit="万吨")
OWN = Indicator("X-0123456789", "志愿者", unit="人", known=False)


@pytest.mark.parametrize(
    ("value", "unit", "indicator", "shown", "wanted"),
    [
        ("350000000000", "元", REVENUE, "3500", "亿元"),
        ("37240000000", "斤", GRAIN, "1862", "万吨"),
        ("6", "%", REVENUE, "6", "%"),
        ("0.5", "百分点", REVENUE, "0.5", "百分点"),
        ("450000", "人", OWN, "45", "万人"),
        ("3500000000", "人", OWN, "35", "亿人"),
        ("-450000", "人", OWN, "-45", "万人"),
        ("9000", "人", OWN, "9000", "人"),
        ("1", "元", Indicator("EC1", "人均收入", unit=""), "1", "元"),
        ("12", "", REVENUE, "12", ""),
        ("10001", "箩筐", OWN, "10001", "箩筐"),
    ],
)
def test_a_value_is_shown_in(value, unit, indicator, shown, wanted):
    quantity = Quantity(Decimal(value), unit)
    assert usual_unit(quantity, indicator) == wanted
    assert in_unit(quantity.value, unit, wanted) == Decimal(shown)


def test_words_have_no_unit_to_choose():
    assert usual_unit(Quantity(None, words="高于全国平均水平"), REVENUE) == ""
    assert in_unit(None, "元", "亿元") is None


def test_what_cannot_be_converted_exactly_stays_as_it_is():
    assert in_unit(Decimal(1), "亩", "公顷") == Decimal(1)
    assert in_unit(Decimal(1), "元", "吨") == Decimal(1)

"""When two printed numbers can both be true."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.checks.base import Figure
from lantu.checks.values import can_both_be_true, dimension_of, rounding
from lantu.model.indicator import Indicator
from lantu.model.ledger import LedgerDocument
from lantu.model.reading import ReadStatement
from lantu.model.statement import Comparator, Measure, Quantity, Statement, StatementKind
from lantu.text.span import Span


def figure(text, value, unit="%", comparator=Comparator.EQ, high=None):
    quantity = Quantity(Decimal(value), unit, comparator, None if high is None else Decimal(high))
    statement = Statement(Span(0, len(text)), text, StatementKind.RESULT, "指标", Measure.LEVEL, quantity, "2025")
    return Figure(LedgerDocument("文件", "文件.txt"), ReadStatement("文件-1", statement, text), Indicator("X", "指标"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (figure("82.6%", "82.6"), figure("82.60%", "82.60")),
        (figure("82.6%", "82.6"), figure("82.63%", "82.63")),
        (figure("25115亿元", "2511500000000", "元"), figure("2.5万亿元", "2500000000000", "元")),
        (figure("465亿斤", "46500000000", "斤"), figure("2325万吨", "23250000", "吨")),
        (figure("6000家", "6000", "家", Comparator.GT), figure("6989家", "6989", "家")),
        (figure("6%", "6", comparator=Comparator.APPROX), figure("6.2%", "6.2")),
        (figure("3—5个", "3", "个", Comparator.RANGE, "5"), figure("4个", "4", "个")),
        (figure("5000", "5000", ""), figure("5000人", "5000", "人")),
    ],
    ids=["zeros", "rounding", "multipliers", "units", "over", "about", "range", "no unit"],
)
def test_numbers_that_agree(one, other):
    assert can_both_be_true(one, other)
    assert can_both_be_true(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (figure("82.6%", "82.6"), figure("83.6%", "83.6")),
        (figure("5.8%", "5.8"), figure("5.9%", "5.9")),
        (figure("88%", "88"), figure("88.5%", "88.5")),
        (figure("2.3万个", "23000", "个"), figure("2.5万座", "25000", "座")),
        (figure("6000家", "6000", "家", Comparator.GE), figure("5400家", "5400", "家")),
        (figure("5.5%", "5.5", comparator=Comparator.LE), figure("5.9%", "5.9")),
        (figure("3—5个", "3", "个", Comparator.RANGE, "5"), figure("9个", "9", "个")),
    ],
    ids=["two levels", "a tenth", "a half", "counters", "floor", "ceiling", "range"],
)
def test_numbers_that_contradict_each_other(one, other):
    assert not can_both_be_true(one, other)
    assert not can_both_be_true(other, one)


_NUMBERS = st.decimals(min_value=0, max_value=10**6, places=2)


@given(_NUMBERS, st.sampled_from(Comparator))
def test_a_number_agrees_with_itself(value, comparator):
    one = figure(f"{value}%", str(value), comparator=comparator, high=str(value))
    assert can_both_be_true(one, one)


@given(_NUMBERS, _NUMBERS, st.sampled_from(Comparator), st.sampled_from(Comparator))
def test_agreeing_does_not_depend_on_the_order(a, b, first, second):
    one = figure(f"{a}%", str(a), comparator=first, high=str(a))
    other = figure(f"{b}%", str(b), comparator=second, high=str(b))
    assert can_both_be_true(one, other) == can_both_be_true(other, one)


def test_half_of_the_last_printed_digit_may_be_rounding():
    assert rounding(figure("82.6%", "82.6").statement) == Decimal("0.05")
    assert rounding(figure("2.5万亿元", "2500000000000", "元").statement) == Decimal(50_000_000_000)


def test_words_that_count_are_one_dimension_and_amounts_are_not():
    assert dimension_of("座") == dimension_of("个") == dimension_of("家")
    assert dimension_of("吨") == dimension_of("斤") != dimension_of("元")

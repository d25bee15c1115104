"""Numbers are read in every way that documents write them, and exactly."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.text.numerals import NotANumberError, Numeral, parse_number, read_numeral

_DIGITS = "零一二三四五六七八九"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("465", "465"),
        ("1,234,567.8", "1234567.8"),
        ("1，234", "1234"),
        ("12,345万", "123450000"),
        ("５３０３", "5303"),
        ("5.50", "5.50"),
        ("-3.5", "-3.5"),
        ("负三", "-3"),
        ("3.37万亿", "3370000000000"),
        ("5千", "5000"),
        ("1亿2千万", "120000000"),
        ("3万亿5000亿", "3500000000000"),
        ("万亿", "1000000000000"),
        ("千亿", "100000000000"),
        ("十五", "15"),
        ("一百二", "120"),
        ("两千五", "2500"),
        ("两千零五", "2005"),
        ("三万五", "35000"),
        ("一亿零五十万", "100500000"),
        ("九千九百九十九万九千九百九十九", "99999999"),
        ("二〇二五", "2025"),
        ("〇", "0"),
        ("廿五", "25"),
        ("壹佰贰拾", "120"),
        ("三点五", "3.5"),
        ("三点一四万", "31400"),
        ("半", "0.5"),
        ("一半", "0.5"),
        ("百分之五", "0.05"),
        ("千分之三点五", "0.0035"),
        ("四分之三", "0.75"),
        ("1/8", "0.125"),
        ("2 00", "200"),
    ],
)
def test_a_number_is_read_exactly(text, value):
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("40余万", "400000"),
        ("300多", "300"),
        ("3万余", "30000"),
        ("三千多亿", "300000000000"),
        ("十余", "10"),
        ("十几", "10"),
        ("几十", "10"),
        ("数百", "100"),
        ("几千万", "10000000"),
        ("二十几", "20"),
    ],
)
def test_more_than_a_number_is_said_to_be_more(text, value):
    assert read_numeral(text) == Numeral(Decimal(value), is_more=True)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("三四十", "30", "40"),
        ("十七八", "17", "18"),
        ("两三千", "2000", "3000"),
        ("三五", "3", "5"),
        ("七八", "7", "8"),
    ],
)
def test_two_neighbours_are_a_range(text, low, high):
    assert read_numeral(text) == Numeral(Decimal(low), high=Decimal(high))


def test_a_fraction_that_never_ends_keeps_its_parts():
    numeral = read_numeral("三分之二")
    assert (numeral.value, numeral.fraction) == (None, Fraction(2, 3))
    with pytest.raises(NotANumberError):
        parse_number("三分之二")


def test_a_mixed_fraction_adds_its_whole():
    assert read_numeral("二又三分之一").fraction == Fraction(7, 3)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "。",
        "abc",
        "NaN",
        "1e5",
        "1_000",
        "1.2.3",
        ".5",
        "5.",
        "²",
        "1/0",
        "亿亿",
        "百万千万",
        "5百300",
        "3.5点五",
        "点",
        "又",
        "余",
        "十" * 80,
    ],
)
def test_what_is_no_number_is_refused(text):
    with pytest.raises(NotANumberError):
        read_numeral(text)


def test_a_refusal_names_the_text_in_both_languages():
    with pytest.raises(NotANumberError) as caught:
        read_numeral("若干")
    assert (caught.value.zh, caught.value.en) == ("“若干”不是数字。", "'若干' is no number")


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=0, max_value=10**40, places=4))
def test_plain_digits_lose_nothing(value):
    assert parse_number(f"{value:f}") == value
    assert Fraction(parse_number(f"{value:f}亿")) == Fraction(value) * 10**8


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_a_number_written_in_chinese_is_read_back(number):
    assert parse_number(_in_chinese(number)) == number


@given(
    st.text(max_size=80)
    | st.text(alphabet="〇零一二三四五六七八九十百千万亿两余多几数点半分之又1234567890.,，/负-", max_size=70)
)
def test_any_text_is_a_number_or_refused(text):
    try:
        numeral = read_numeral(text)
    except NotANumberError:
        return
    assert numeral.denominator > 0
    assert numeral.value is None or Fraction(numeral.value) == numeral.fraction


def _in_chinese(number):
    if number == 0:
        return "零"
    groups = [(number // 10**8, "亿"), (number // 10**4 % 10**4, "万"), (number % 10**4, "")]
    written, gap = "", False
    for group, scale in groups:
        if not group:
            gap = bool(written)
            continue
        padded = bool(written) and (gap or group < 1000)
        written += ("零" if padded else "") + _group_in_chinese(group) + scale
        gap = False
    return written


def _group_in_chinese(group):
    written, gap = "", False
    for power, scale in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = group // power % 10
        if digit:
            written += ("零" if gap and written else "") + _DIGITS[digit] + scale
            gap = False
        else:
            gap = True
    return written

"""Unit names are read in the ways that documents write them."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.units import parse_unit, split_multiplier, unit_names


@pytest.mark.parametrize(
    ("written", "symbol"),
    [
        ("公斤", "千克"),
        ("个百分点", "百分点"),
        ("㎡", "平方米"),
        ("度", "千瓦时"),
        ("标煤", None),
        ("吨标煤", "吨标准煤"),
        ("亿元", "亿元"),
        ("万亿立方米", "万亿立方米"),
        ("千瓦", "千瓦"),
        ("微克每立方米", "微克/立方米"),
        ("μg/m³", "微克/立方米"),
        ("元／人", "元/人"),
        ("张/千人口", "张/千人"),
        ("元/人/年", "元/人/年"),
        ("人次/年", "人次/年"),
        ("台（套）", "台套"),
        ("", None),
        ("/人", None),
        ("元/", None),
        ("元/箩筐", None),
        ("万", None),
    ],
)
def test_a_unit_is_known_by_all_its_names(written, symbol):
    unit = parse_unit(written)
    assert (unit.symbol if unit else None) == symbol


def test_a_multiplier_below_the_line_divides():
    assert parse_unit("件/万人").ratio == Fraction(1, 10000)


def test_population_is_a_unit_only_below_the_line():
    assert parse_unit("人口") is None
    assert parse_unit("件/万人口") == parse_unit("件/万人")


def test_counter_words_are_dimensions_of_their_own():
    counters = [parse_unit(name) for name in ("个", "户", "家", "项", "条", "座", "所")]
    assert len({unit.dimension for unit in counters}) == len(counters)


@pytest.mark.parametrize(
    ("written", "parts"), [("万千瓦", (10000, "千瓦")), ("千克", (1, "千克")), ("箩筐", (1, "箩筐"))]
)
def test_a_multiplier_is_split_off_only_where_a_unit_remains(written, parts):
    assert split_multiplier(written) == parts


def test_an_alternation_of_all_names_reads_the_longest():
    pattern = re.compile("|".join(map(re.escape, unit_names())))
    assert [pattern.match(text)[0] for text in ("吨标准煤", "平方公里", "人次", "个百分点")] == [
        "吨标准煤",
        "平方公里",
        "人次",
        "个百分点",
    ]


@given(st.text(max_size=60))
def test_any_text_is_a_unit_or_none(text):
    unit = parse_unit(text)
    assert unit is None or unit.ratio > 0


@given(st.sampled_from(unit_names()))
def test_a_symbol_names_its_own_unit(name):
    unit = parse_unit(name)
    assert parse_unit(unit.symbol) == unit

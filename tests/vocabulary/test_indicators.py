"""The indicator vocabulary is consistent, and a mistake in its file is told with its line."""

import re
import time

import pytest

from lantu.model.indicator import Direction, NumberKind, RegionRule, YearRule
from lantu.units import parse_unit
from lantu.vocabulary.indicators import IndicatorTableError, indicators, read_vocabulary, vocabulary
from lantu.vocabulary.organisations import standard_name
from lantu.vocabulary.wording import fold, take_apart

FIELDS = {
    "economy",
    "innovation",
    "livelihood",
    "green",
    "security",
    "opening",
    "agriculture",
    "digital",
    "regional",
    "culture",
    "governance",
    "transport",
}
ENTRY = """[economy 经济发展]
EC001 某地总量 | Some total
  亿元 高 流量 相加 末年 省统计局
  又名 总量某、某总量
  易混 某地均量：按人口平均
EC002 某地一半 | Half of it
  % 低 比率 加权:EC001 逐年 省财政厅
  属于 EC001：一半是一部分
"""


def test_there_are_more_than_three_hundred_indicators_in_every_field():
    assert len(indicators()) >= 300
    assert {indicator.field for indicator in indicators().values()} == FIELDS == set(vocabulary().fields)


def test_no_wording_belongs_to_two_indicators_or_is_listed_twice():
    owners: dict[str, list[str]] = {}
    for indicator in indicators().values():
        for name in (indicator.name, *indicator.aliases):
            owners.setdefault(fold(name), []).append(indicator.code)
    assert {name: codes for name, codes in owners.items() if len(codes) > 1} == {}


def test_no_two_indicators_have_names_of_the_same_words():
    owners: dict[object, set[str]] = {}
    for indicator in indicators().values():
        for name in (indicator.name, *indicator.aliases):
            owners.setdefault(take_apart(fold(name)).key, set()).add(indicator.code)
    assert {words: codes for words, codes in owners.items() if len(codes) > 1} == {}


def test_names_are_standard_and_in_both_languages():
    assert len({indicator.name for indicator in indicators().values()}) == len(indicators())
    assert [indicator.code for indicator in indicators().values() if not (indicator.name and indicator.name_en)] == []
    assert [item.code for item in indicators().values() if re.search("[\u4e00-\u9fff]", item.name_en)] == []


def test_every_unit_is_one_that_the_table_of_units_knows():
    unknown = [(code, unit) for code, units in vocabulary().units.items() for unit in units if parse_unit(unit) is None]
    assert unknown == []


def test_a_weight_is_another_known_indicator_and_stands_only_with_a_weighted_mean():
    wrong = [
        indicator.code
        for indicator in indicators().values()
        if (indicator.regions is RegionRule.WEIGHTED) != (indicator.weight in indicators())
        or indicator.weight == indicator.code
    ]
    assert wrong == []


def test_relations_lead_to_other_known_indicators():
    wrong = [
        (code, link)
        for code, links in vocabulary().links.items()
        for link in links
        if link.code not in indicators() or link.code == code or not link.reason
    ]
    assert wrong == []


def test_no_namesake_is_a_name_of_the_indicator_itself():
    wrong = [
        (item.code, namesake.name)
        for item in indicators().values()
        for namesake in item.namesakes
        if fold(namesake.name) in {fold(name) for name in (item.name, *item.aliases)}
    ]
    assert wrong == []


def test_rates_are_never_summed_over_regions_or_years():
    rates = (NumberKind.SHARE, NumberKind.INDEX, NumberKind.GROWTH)
    wrong = [
        item.code
        for item in indicators().values()
        if item.number in rates and (item.regions is RegionRule.SUM or item.years is YearRule.SUM)
    ]
    assert wrong == []


def test_departments_are_written_as_the_list_of_organisations_writes_them():
    departments = {indicator.department for indicator in indicators().values()}
    assert {name: standard_name(name) for name in departments if standard_name(name) != name} == {}


def test_the_vocabulary_is_read_fast():
    vocabulary.cache_clear()
    best = min(_seconds_to_read() for _ in range(5))
    assert best * 300 / len(indicators()) < 0.015


def _seconds_to_read() -> float:
    vocabulary.cache_clear()
    start = time.perf_counter()
    vocabulary()
    return time.perf_counter() - start


def test_an_entry_is_read_with_everything_it_says():
    found = read_vocabulary(ENTRY)
    total, half = found.indicators.values()
    assert (total.name, total.name_en, total.unit, total.field) == ("某地总量", "Some total", "亿元", "economy")
    assert (total.direction, total.number, total.regions, total.years) == (
        Direction.HIGHER,
        NumberKind.FLOW,
        RegionRule.SUM,
        YearRule.LAST,
    )
    assert total.aliases == ("总量某", "某总量")
    assert [(item.name, item.reason) for item in total.namesakes] == [("某地均量", "按人口平均")]
    assert (half.regions, half.weight, half.years) == (RegionRule.WEIGHTED, "EC001", YearRule.HELD)
    assert found.links["EC002"][0].code == "EC001"
    assert found.fields == {"economy": "经济发展"}


@pytest.mark.parametrize(
    ("line", "wrong", "message"),
    [
        (2, ENTRY.replace("某地总量 | ", "某地总量 "), "expected “code name | English name”"),
        (3, ENTRY.replace("亿元 高 ", "亿元 "), "expected six words"),
        (2, ENTRY.replace(" 高 ", " 上 "), "unknown word '上' in EC001"),
        (5, ENTRY.replace("：按人口平均", ""), "expected a reason behind “：”"),
        (8, ENTRY.replace("属于", "属於"), "unknown key '属於'"),
        (6, ENTRY.replace("EC002", "EC001"), "the code EC001 is taken already"),
        (2, "[economy 经济]\n  亿元 高 流量 相加 末年 省统计局", "there is no indicator above it"),
        (2, "[economy 经济]\nEC001 某 | Some", "EC001 lacks its six words"),
    ],
)
def test_a_mistake_in_the_file_is_told_with_its_line(line, wrong, message):
    with pytest.raises(IndicatorTableError) as caught:
        read_vocabulary(wrong)
    assert f"line {line}: " in caught.value.en
    assert message in caught.value.en
    assert f"第 {line} 行" in caught.value.zh

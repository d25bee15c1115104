"""Wordings lose what says nothing and keep what sets them apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.model.statement import Measure
from lantu.vocabulary.wording import barest, fold, forms, is_generic, take_apart

WORDS = st.sampled_from(
    "全省 累计 新增 甲某 乙某 高标准 农田 数量 增长 下降率 占 比重 （亿元） （助理） ★ 2031年 每千人口 规上".split()
)
SUBJECTS = st.one_of(st.text(max_size=20), st.lists(WORDS, max_size=6).map("".join))


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("★ 人均 预期寿命（岁）", "人均预期寿命"),
        ("每千人口执业（助理）医师数", "每千人口执业助理医师数"),
        ("细颗粒物（PM_{2.5}）年均浓度", "细颗粒物年均浓度"),
        ("ＰＭ２．５平均浓度", "PM2.5平均浓度"),
        ("达到或好于Ⅲ类水体比例", "达到或好于III类水体比例"),
        ("“三新”经济增加值占ＧＤＰ比重", "三新经济增加值占GDP比重"),
        ("主导产业[2]增加值①", "主导产业增加值"),
        ("高标准农田（累计）", "高标准农田"),
        ("（亿元）", "(亿元)"),
    ],
)
def test_a_wording_is_folded(written, folded):
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("written", "bare", "change", "is_increment"),
    [
        ("全省地区生产总值年均增长", "地区生产总值", Measure.GROWTH, False),
        ("万元产值用水量下降率", "万元产值用水量", Measure.DECLINE, False),
        ("新增高新技术企业数量", "高新技术企业", None, True),
        ("2031年末常住人口总量", "常住人口", None, False),
        ("新建和改造高标准农田", "高标准农田", None, True),
        ("总量增长", "总量", Measure.GROWTH, False),
        ("综合科技指数", "综合科技指数", None, False),
    ],
)
def test_the_barest_form_lacks_what_says_nothing(written, bare, change, is_increment):
    *_, form = forms(written)
    assert (form.text, form.change, form.is_increment) == (bare, change, is_increment)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("规上工业营收", "规模以上工业营业收入"),
        ("国控断面优良水质占比", "国考断面水质优良比例"),
        ("全社会研发投入", "R&D投入"),
        ("每千人托位", "每千人口托位"),
    ],
)
def test_order_and_synonyms_make_no_difference(one, other):
    assert take_apart(fold(one)).key == take_apart(fold(other)).key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("城镇居民收入", "农村居民收入"),
        ("清洁能源装机占比", "非化石能源装机占比"),
        ("平均浓度", "最低浓度"),
        ("省级实验室", "国家级实验室"),
        ("甲占乙比重", "乙占甲比重"),
        ("每万人口专利", "每千人口专利"),
        ("增加值率", "增加值比重"),
    ],
)
def test_a_qualifier_makes_a_difference(one, other):
    assert take_apart(fold(one)).key != take_apart(fold(other)).key


def test_a_mere_sort_of_thing_is_generic():
    assert all(map(is_generic, ("企业", "新增项目", "面积", "重点项目", "")))
    assert not any(map(is_generic, ("高新技术企业", "高标准农田", "海洋牧场")))


@given(SUBJECTS)
def test_any_text_at_all_has_forms_and_parts(text):
    found = list(forms(text))
    assert found[0].text == fold(text)
    assert len({form.text for form in found}) == len(found)
    take_apart(found[-1].text)


@given(SUBJECTS)
def test_folding_twice_changes_nothing_more_than_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(SUBJECTS)
def test_stripping_only_takes_away(text):
    assert len(barest(text)) <= len(fold(text))
    assert barest(text) in fold(text)

"""What tells the name of a work from a kind of works."""

import pytest

from lantu.extraction.project_names import head_noun, is_named, is_vague, places_in


@pytest.mark.parametrize(
    ("name", "noun"),
    [
        ("青山水库", "水库"),
        ("云青高铁", "高铁"),
        ("云州港扩建", ""),
        ("青河机场搬迁", "机场"),
        ("海湾核电二期", "核电"),
        ("甲乙铁路电气化改造工程", "工程"),
        ("名师培养计划", "计划"),
        ("数字经济", ""),
    ],
)
def test_the_noun_at_the_end_says_what_a_work_is(name, noun):
    assert head_noun(name) == noun


@pytest.mark.parametrize(
    "name",
    [
        "甲乙高铁",
        "白鹭洲大型水库",
        "沈阳综合保税区",
        "“天工”算力平台",
        "海湾核电二期",
        "甲县至乙县高速公路",
        "引青入云",
        "共和机场",
    ],
)
def test_a_place_a_quotation_a_phase_or_a_word_of_its_own_makes_a_name(name):
    assert is_named(name, "210000")


@pytest.mark.parametrize(
    "name", ["城际铁路", "大型水库", "农产品交易中心", "产业园", "综合交通枢纽", "国家实验室", "高速公路"]
)
def test_general_words_make_no_name(name):
    assert not is_named(name, "210000")


@pytest.mark.parametrize("name", ["重大项目", "一批重点工程", "其他储能项目", "“两重”项目", "重大科技项目", "产业项目"])
def test_phrases_for_works_in_general_are_vague(name):
    assert is_vague(name) or not is_named(name)


def test_places_are_named_in_full_for_prefectures_and_as_written_for_counties():
    assert places_in("抚顺清原水库", "210000") == ("抚顺市", "清原")


def test_a_county_s_name_inside_a_word_is_no_place():
    assert places_in("棋盘山度假区", "210000") == ()


def test_a_name_of_water_led_from_place_to_place_is_no_city():
    assert places_in("引黄济宁工程", "630000") == ()

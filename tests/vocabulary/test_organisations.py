"""When two names mean the same body."""

import pytest

from lantu.vocabulary.organisations import (
    department_prefix,
    is_collective,
    is_department,
    is_organisation,
    same_organisation,
    standard_name,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("省发展和改革委员会", "省发展改革委"),
        ("省发改委", "省发展改革委"),
        ("发展改革委", "省发展改革委"),
        ("辽宁省发展和改革委员会", "省发改委"),
        ("省住房和城乡建设厅", "省住建厅"),
        ("省人力资源和社会保障厅", "省人社厅"),
        ("省市场监督管理局", "省市场监管局"),
        ("市委网络安全和信息化委员会办公室", "市委网信办"),
        ("中共云省委宣传部", "省委宣传部"),
        ("大连市人民政府", "大连市政府"),
        ("沈抚示范区管理委员会", "沈抚示范区管委会"),
        ("省政府办公厅", "省人民政府办公厅"),
        ("自治区卫健委", "自治区卫生健康委员会"),
        ("省金融监管局", "省地方金融监督管理局"),
    ],
)
def test_the_forms_of_one_name_are_the_same_body(one, other):
    assert same_organisation(one, other)
    assert same_organisation(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("省教育厅", "市教育局"),
        ("省发展改革委", "国家发展改革委"),
        ("发展改革委", "国家发展改革委"),
        ("沈阳市财政局", "大连市财政局"),
        ("沈阳市政府", "大连市政府"),
        ("省农业农村厅", "省水利厅"),
        ("省政府", "沈阳市政府"),
    ],
)
def test_bodies_of_other_levels_or_places_are_not_the_same(one, other):
    assert not same_organisation(one, other)


@pytest.mark.parametrize(
    "name",
    [
        "省发展改革委",
        "财政厅",
        "沈阳海关",
        "辽港集团",
        "云州大学",
        "沈抚示范区",
        "团省委",
        "省红十字会",
        "国网云省电力",
        "县政府",
    ],
)
def test_the_ending_tells_a_body(name):
    assert is_organisation(name)


@pytest.mark.parametrize("name", ["提高效率", "持续推进", "高质量发展", "厅", ""])
def test_other_words_are_no_bodies(name):
    assert not is_organisation(name)


@pytest.mark.parametrize(
    "name",
    [
        "各市人民政府",
        "相关市、县政府",
        "县（区）人民政府",
        "省直有关部门",
        "各设区市党委和政府",
        "高校",
        "驻省央企",
        "各级各部门",
        "乡镇政府",
    ],
)
def test_names_that_list_no_one_are_collective(name):
    assert is_collective(name)


@pytest.mark.parametrize("name", ["市政府", "省发展改革委", "云州市政府", "省高级人民法院", "省直机关工委", "区教育局"])
def test_names_of_one_body_are_not_collective(name):
    assert not is_collective(name)


def test_standard_names_are_stable():
    for name in ("省发改委", "市工信局", "大连市人民政府", "辽港集团", "省委网络安全和信息化委员会办公室"):
        assert standard_name(standard_name(name)) == standard_name(name)


def test_a_department_knows_its_level():
    assert department_prefix("自治区财政厅") == "自治区"
    assert department_prefix("云州市委宣传部") == "云州市委"
    assert department_prefix("辽港集团") == ""
    assert is_department("卫健委")
    assert not is_department("省卫健委")

import pytest

from lantu.vocabulary.regions import (
    children,
    find_places,
    find_region,
    find_regions,
    provinces,
    region_of_code,
    region_of_name,
    short_name,
)


def names(text: str) -> list[str]:
    return [mention.name for mention in find_regions(text)]


def test_full_and_short_names_are_found_where_they_stand() -> None:
    text = "支持沈阳、大连市和宁夏"
    found = find_regions(text)
    assert [(text[mention.start : mention.end], mention.name, mention.code) for mention in found] == [
        ("沈阳", "沈阳市", "210100"),
        ("大连市", "大连市", "210200"),
        ("宁夏", "宁夏回族自治区", "640000"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("吉林发展快", ["吉林省"]),
        ("吉林市发展快", ["吉林市"]),
        ("海南发展快", ["海南省"]),
        ("海南州发展快", ["海南藏族自治州"]),
        ("延边州发展快", ["延边朝鲜族自治州"]),
        ("朝阳县修路", []),
        ("沈阳区域协调", ["沈阳市"]),
        ("沈阳县域经济", ["沈阳市"]),
        ("建设美丽新乡村", []),
        ("延边和恩施", ["延边朝鲜族自治州", "恩施土家族苗族自治州"]),
        ("全省各市", []),
    ],
)
def test_names_that_could_mean_something_else(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("辽宁省", "辽宁"), ("沈阳市", "沈阳"), ("内蒙古自治区", "内蒙古"), ("新疆维吾尔自治区", "新疆"), ("广西壮族自治区", "广西"),
        ("延边朝鲜族自治州", "延边"), ("黔东南苗族侗族自治州", "黔东南"), ("巴音郭楞蒙古自治州", "巴音郭楞"), ("克孜勒苏柯尔克孜自治州", "克孜勒苏"),
        ("兴安盟", "兴安"), ("大兴安岭地区", "大兴安岭"), ("香港特别行政区", "香港"), ("岫岩满族自治县", "岫岩"), ("沙县", "沙县"),
    ],
)  # fmt: skip
def test_short_names(name: str, short: str) -> None:
    assert short_name(name) == short


def test_a_region_is_known_by_name_and_by_code() -> None:
    region = region_of_name("辽宁")
    assert region is not None
    assert (region.name, region.code, region.level, region.short) == ("辽宁省", "210000", 1, "辽宁")
    assert region_of_code("210100") == region_of_name("沈阳市")
    assert region_of_name("某某省") is None
    assert region_of_code("999999") is None


def test_the_deepest_of_a_chain_of_places_is_what_a_title_is_about() -> None:
    found = find_region("辽宁省大连市庄河市发展规划")
    assert found is not None
    assert (found.name, found.code) == ("庄河市", "210283")


def test_there_are_34_provinces_and_every_region_lies_in_one() -> None:
    assert len(provinces()) == 34
    below = children("210000")
    assert len(below) == 14
    assert {region.level for region in below} == {2}
    assert "浑南区" in [region.name for region in children("210100")]


def test_counties_that_a_province_runs_itself_are_its_children() -> None:
    assert "琼海市" in [region.name for region in children("460000")]


def test_the_places_of_a_province_are_its_cities_and_counties_only() -> None:
    text = "沈阳市、大连和岫岩县、喀左、朝阳县，以及北京与和平大街、沈河区"
    written = [text[place.start : place.end] for place in find_places(text, "210000")]
    assert written == ["沈阳市", "大连", "岫岩县", "喀左", "朝阳县", "沈河区"]
    assert find_places("和平发展，新城建设", "210000") == ()


def test_an_unknown_province_has_no_places() -> None:
    assert find_places("沈阳", "990000") == ()

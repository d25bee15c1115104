"""How indicators stand to each other is stated with a reason, in either order."""

import pytest

from lantu.model.statement import Measure
from lantu.vocabulary.indicators import indicators
from lantu.vocabulary.matching import match_indicator, own_indicator
from lantu.vocabulary.relations import RelationKind, related


def _named(name):
    return next(item for item in indicators().values() if item.name == name)


@pytest.mark.parametrize(
    ("one", "kind", "other"),
    [
        ("城镇居民人均可支配收入", RelationKind.PART_OF, "居民人均可支配收入"),
        ("农村居民人均可支配收入", RelationKind.PART_OF, "居民人均可支配收入"),
        ("农产品加工集聚区", RelationKind.PART_OF, "农产品精深加工集聚区"),
        ("新登记经营主体", RelationKind.GROWTH_OF, "经营主体"),
        ("粮食产量", RelationKind.PROXY_FOR, "粮食综合生产能力"),
    ],
)
def test_a_stated_relation_holds_in_either_order(one, kind, other):
    first, second = _named(one), _named(other)
    found = related(first, second)
    assert found == related(second, first)
    assert (found.kind, found.code, found.other) == (kind, first.code, second.code)
    assert found.reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("清洁能源装机占比", "非化石能源装机占比"),
        ("实际到位内资", "招商引资实到资金"),
        ("制造业增加值率", "规模以上工业增加值"),
        ("科技型中小企业", "每万家企业法人中科技型中小企业注册数"),
        ("城镇居民人均可支配收入", "农村居民人均可支配收入"),
        ("营造林", "森林覆盖率"),
    ],
)
def test_namesakes_are_not_related(one, other):
    assert related(_named(one), _named(other)) is None


def test_the_same_indicator_is_the_same_known_or_not():
    gdp = _named("地区生产总值")
    own = own_indicator("海岛书屋", "个", Measure.LEVEL)
    assert related(gdp, gdp).kind is RelationKind.SAME
    assert related(own, own_indicator("新增海岛书屋", "个", Measure.FLOW)).kind is RelationKind.SAME
    assert related(own, own_indicator("海岛书店", "个", Measure.LEVEL)) is None


def test_growth_of_is_told_by_the_indicator_as_well():
    match = match_indicator("新登记经营主体", unit="户", measure=Measure.FLOW)
    assert indicators()[match.indicator.growth_of].name == "经营主体"

"""Which numbers measure something."""

import pytest

from lantu.extraction.quantities import scan_quantities
from lantu.extraction.screening import Verdict, screen
from lantu.extraction.unit_table import LONGEST_UNIT, UNITS


def verdicts(text):
    return [
        screen(text, quantity, text[: quantity.start], carried="")
        for quantity in scan_quantities(text, UNITS, LONGEST_UNIT)
    ]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("新建幼儿园45所。", Verdict.MEASURE),
        ("居民消费价格指数为102。", Verdict.MEASURE),
        ("经济总量突破万亿。", Verdict.MEASURE),
        ("平均受教育年限达到11年。", Verdict.MEASURE),
        ("审批时间压缩到5天。", Verdict.MEASURE),
        ("人均预期寿命提升至2025年的79岁左右。", Verdict.MEASURE),
        ("高新技术企业数翻一番。", Verdict.MEASURE),
        ("每个县至少一所。", Verdict.MEASURE),
        ("新建十五个公园。", Verdict.MEASURE),
        ("推广5G应用。", Verdict.NAME),
        ("拨打12345热线。", Verdict.NAME),
        ("吸引90后人才。", Verdict.NAME),
        ("营业至23时。", Verdict.NAME),
        ("落实“3个清单”。", Verdict.NAME),
        ("培育上百个品牌。", Verdict.NAME),
        ("每10万人口案件数。", Verdict.NAME),
        ("打造一个高地。", Verdict.NAME),
        ("严格执行八项规定。", Verdict.NAME),
        ("举办第3届博览会。", Verdict.ORDINAL),
        ("到2030年。", Verdict.DATE),
        ("为期3年的行动。", Verdict.DATE),
        ("6月底前。", Verdict.DATE),
        ("建成500千伏线路。", Verdict.RATING),
        ("研制110兆瓦级机组。", Verdict.RATING),
        ("停靠20万吨油轮。", Verdict.RATING),
        ("抓好5000万元以上项目。", Verdict.THRESHOLD),
        ("抓好亿元以上项目。", Verdict.THRESHOLD),
        ("65岁以上老年人。", Verdict.THRESHOLD),
        ("20万人口以上县城。", Verdict.THRESHOLD),
        ("抓好5个方面。", Verdict.DISCOURSE),
        ("要有300。", Verdict.BARE),
    ],
)
def test_a_number_is_what_its_neighbours_make_it(text, verdict):
    assert verdicts(text)[-1] is verdict


def test_a_policy_package_in_quotes_is_a_count_when_it_is_put_out():
    assert verdicts("出台“28条”。") == [Verdict.MEASURE]
    assert verdicts("用好“28条”。") == [Verdict.NAME]


def test_a_capacity_that_is_built_is_no_rating():
    assert verdicts("新增装机120万千瓦。") == [Verdict.MEASURE]
    assert verdicts("推进60万吨乙烯项目。") == [Verdict.RATING]

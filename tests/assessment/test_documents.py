"""Judgements of whole documents about an invented province, read from files; a later report decides what stood open."""

from datetime import date
from decimal import Decimal

import pytest

from lantu.app.build_ledger import build_ledger
from lantu.assessment.annual import annual_promises
from lantu.assessment.assess import assess_ledger
from lantu.ledger.store import LedgerFile
from lantu.model.assessment import Status

OUTLINE = """云泽省国民经济和社会发展第十四个五年规划纲要
（2021年1月28日云泽省第十三届人民代表大会第五次会议批准）
第一章 主要目标
“十四五”时期经济社会发展主要目标如下。
地区生产总值年均增长5.5%左右。常住人口城镇化率由2020年的60%提高到2025年的65%。
到2025年，高新技术企业达到8000家，细颗粒物（PM2.5）年均浓度降至32微克/立方米。
城镇新增就业五年累计200万人以上。居民人均可支配收入增长与经济增长基本同步。
单位地区生产总值能耗降低等待国家下达。
"""
REPORT_2024 = """政府工作报告
——2024年1月20日在云泽省第十四届人民代表大会第二次会议上
云泽省省长
各位代表：
一、2023年工作回顾
过去一年，全省地区生产总值增长5.8%，城镇新增就业41万人，高新技术企业达到6100家，居民人均可支配收入增长6%。
二、2024年工作安排
今年发展的主要预期目标是：地区生产总值增长6%以上，城镇新增就业40万人，居民消费价格涨幅3%左右，高新技术企业达到7000家。
"""
REPORT_2025 = """政府工作报告
——2025年1月20日在云泽省第十四届人民代表大会第三次会议上
云泽省省长
各位代表：
一、2024年工作回顾
过去一年，全省地区生产总值增长5.2%，城镇新增就业42万人，居民消费价格上涨0.6%，高新技术企业达到7150家。
二、2025年工作安排
今年发展的主要预期目标是：地区生产总值增长5%左右，城镇新增就业41万人。
"""
REPORT_2026 = """政府工作报告
——2026年1月22日在云泽省第十四届人民代表大会第四次会议上
云泽省省长
各位代表：
一、2025年工作回顾
过去一年，全省地区生产总值增长5%，城镇新增就业43万人，常住人口城镇化率达到65.4%，高新技术企业达到7900家，PM2.5年均浓度31微克/立方米。
“十四五”时期，地区生产总值年均增长5.4%，城镇新增就业五年累计208万人。
二、2026年工作安排
今年发展的主要预期目标是：地区生产总值增长5%左右。
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("yunze")
    texts = {"outline": OUTLINE, "2024": REPORT_2024, "2025": REPORT_2025, "2026": REPORT_2026}
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def _ledger(folder, *names):
    return build_ledger([folder / f"{name}.txt" for name in names], LedgerFile()).contents.ledger


def _outline(ledger, as_of=None):
    """Where the outline's promises stand, by the indicator's name."""
    judged = {assessment.target: assessment for assessment in assess_ledger(ledger, as_of)}
    return {
        ledger.indicator(target.indicator).name: judged[target.id]
        for target in ledger.targets
        if target.plan.startswith("outline")
    }


def test_without_a_later_report_the_goals_of_the_plan_stand_open(folder):
    found = _outline(_ledger(folder, "outline", "2024"))
    assert found["地区生产总值"].status is Status.UNDETERMINED
    assert found["地区生产总值"].reason == "已知2023年增长5.8%；缺2021年、2022年，无法计算年均"
    assert found["城镇新增就业"].status is Status.UNDETERMINED
    assert found["单位地区生产总值能源消耗"].rule == "AS-AWAITED"


def test_a_report_for_the_last_year_decides_what_is_met_and_what_is_missed(folder):
    found = _outline(_ledger(folder, "outline", "2024", "2025", "2026"))
    statuses = {name: assessment.status.value for name, assessment in found.items()}
    assert statuses == {
        "地区生产总值": "met",
        "常住人口城镇化率": "met",
        "高新技术企业": "missed",
        "细颗粒物平均浓度": "met",
        "城镇新增就业": "met",
        "居民人均可支配收入": "undetermined",
        "单位地区生产总值能源消耗": "undetermined",
    }
    assert found["高新技术企业"].reason == "2025年为7900家，未达到目标8000家"
    assert found["城镇新增就业"].reason == "2021—2025年208万人；目标≥200万人"


def test_the_same_documents_judged_as_of_an_earlier_day_stand_as_they_did_then(folder):
    then = _outline(_ledger(folder, "outline", "2024"), date(2023, 12, 31))
    later = _outline(_ledger(folder, "outline", "2024", "2025", "2026"), date(2023, 12, 31))
    assert {name: a.status for name, a in later.items()} == {name: a.status for name, a in then.items()}


def test_the_order_of_the_documents_does_not_matter(folder):
    names = ("outline", "2024", "2025", "2026")
    assert assess_ledger(_ledger(folder, *names)) == assess_ledger(_ledger(folder, *reversed(names)))


def test_promises_of_a_year_are_set_against_the_next_reports_results(folder):
    ledger = _ledger(folder, "2024", "2025")
    promises = [each for each in annual_promises(ledger, assess_ledger(ledger)) if each.year == 2024]
    found = {each.indicator.name: (each.result, each.difference, each.unit, each.kept) for each in promises}
    assert found == {
        "地区生产总值": (Decimal("5.2"), Decimal("-0.8"), "%", False),
        "城镇新增就业": (Decimal(420000), Decimal(20000), "人", True),
        "居民消费价格": (Decimal("0.6"), Decimal("-2.4"), "%", True),
        "高新技术企业": (Decimal(7150), Decimal(150), "家", True),
    }


def test_a_promise_of_a_year_names_both_sentences(folder):
    ledger = _ledger(folder, "2024", "2025")
    promise = next(each for each in annual_promises(ledger, assess_ledger(ledger)) if each.kept is False)
    names = {document.id: document.name for document in ledger.documents}
    assert (names[promise.promised.document], promise.promised.text) == ("2024.txt", "6%")
    assert (names[promise.reported.document], promise.reported.text) == ("2025.txt", "5.2%")


def test_a_promise_whose_result_is_not_reported_is_left_open(folder):
    ledger = _ledger(folder, "2025")
    promise = next(each for each in annual_promises(ledger, assess_ledger(ledger)) if each.year == 2025)
    assert (promise.result, promise.difference, promise.kept, promise.reported) == (None, None, None, None)

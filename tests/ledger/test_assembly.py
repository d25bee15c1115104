from decimal import Decimal

import pytest

from lantu.model.ledger import Horizon
from lantu.model.statement import Measure
from tests.ledger.provinces import (
    action_plan,
    everything,
    ledger,
    observations,
    outline,
    read,
    report,
    second_part,
    targets,
)


def test_the_same_promise_in_two_units_is_one_target_with_its_sources():
    """380亿斤 in the outline's text, 1900 under 万吨 in its table, 1900万吨 in the action plan."""
    (target,) = targets(ledger(outline(), action_plan()), "粮食综合生产能力")
    assert [source.text for source in target.sources] == ["1900", "380亿斤", "1900万吨"]
    assert (target.quantity.value, target.quantity.unit) == (Decimal(19000000), "吨")


def test_the_table_of_the_most_authoritative_document_speaks_first():
    (target,) = targets(ledger(action_plan(), report(), outline()), "森林覆盖率")
    assert (target.attribute, target.starred, target.tabled, target.section) == ("约束性", True, True, "经济发展")
    assert target.sources[0].text == "42.5"
    assert target.sources[1].sentence.startswith("到2030年")


def test_the_sources_of_a_target_open_their_sentences():
    reading = outline()
    (target,) = targets(ledger(reading), "粮食综合生产能力")
    assert {source.document for source in target.sources} == {reading.document.id}
    assert "380亿斤" in target.sources[1].sentence
    assert target.sources[1].headings == ("第一章发展目标",)


def test_different_values_for_one_indicator_stay_apart():
    other = read("澜岳省2027年粮食生产实施方案\n\n一、目标\n到2030年，粮食综合生产能力达到1950万吨。\n", "方案.txt")
    values = {target.quantity.value for target in targets(ledger(outline(), other), "粮食综合生产能力")}
    assert values == {Decimal(19000000), Decimal(19500000)}


def test_one_year_and_the_whole_period_are_different_promises():
    yearly, average = targets(ledger(outline(), report()), "地区生产总值")[::-1]
    assert (yearly.period, yearly.horizon) == ("2027", Horizon.ANNUAL)
    assert (average.period, average.horizon) == ("2026-2030", Horizon.PLAN)


def test_parts_of_an_outline_are_one_plan():
    first, second = outline(), second_part()
    plans = [plan for plan in ledger(second, first).plans if plan.period == "2026-2030"]
    assert [plan.documents for plan in plans] == [(first.document.id, second.document.id)]
    assert plans[0].title == "澜岳省国民经济和社会发展第十五个五年规划纲要"


def test_the_promises_of_both_parts_belong_to_the_one_plan():
    found = ledger(outline(), second_part())
    (recycled,), (forest,) = targets(found, "城市生活垃圾回收利用率"), targets(found, "森林覆盖率")
    assert recycled.plan == forest.plan == "outline:澜岳省:2026-2030"


def test_a_report_that_recites_a_five_year_target_adds_a_source_to_the_outline():
    with_outline = targets(ledger(outline(), report()), "森林覆盖率")
    assert [target.plan for target in with_outline] == ["outline:澜岳省:2026-2030"]
    assert with_outline[0].sources[-1].document == report().document.id


def test_a_recited_target_belongs_to_the_outline_though_only_the_report_was_read():
    found = ledger(report())
    (target,) = targets(found, "森林覆盖率")
    assert target.plan == "outline:澜岳省:2026-2030"
    assert found.plan(target.plan).documents == ()
    assert found.plan(target.plan).title == "澜岳省“十五五”规划（2026—2030年）"


@pytest.mark.parametrize(
    ("sentence", "plan", "horizon"),
    [
        ("到2035年，森林覆盖率达到45%。", "outline:澜岳省:2026-2030", Horizon.LONG),
        ("到2028年，森林覆盖率达到42%。", "work-report:澜岳省:2027", Horizon.LONG),
        ("2027年，森林覆盖率达到41.8%。", "work-report:澜岳省:2027", Horizon.ANNUAL),
    ],
    ids=["a year beyond the outline", "a year within the outline that ends no period", "the year of the report"],
)
def test_what_a_report_promises_for_a_year_belongs_to(sentence, plan, horizon):
    (target,) = targets(ledger(read(f"2027年澜岳省政府工作报告\n\n一、目标\n{sentence}\n", "报告.txt")), "森林覆盖率")
    assert (target.plan, target.horizon) == (plan, horizon)


def test_the_columns_of_the_past_plan_make_a_plan_of_their_own_period():
    found = ledger(outline())
    (target,) = targets(found, "常住人口城镇化率")
    assert (target.plan, target.quantity.value) == ("outline:澜岳省:2021-2025", Decimal(66))
    assert found.plan(target.plan).title == "澜岳省“十四五”规划（2021—2025年）"
    assert found.plan(target.plan).parent == ""


def test_every_plan_that_a_promise_or_a_task_names_is_in_the_ledger():
    found = ledger(
        *everything(), read("关于做好农业工作的通知\n\n一、2027年新建粮库12座。\n", "通知.txt", region="澜岳省")
    )
    named = {target.plan for target in found.targets} | {task.plan for task in found.tasks}
    assert named <= {plan.id for plan in found.plans}


def test_action_plans_and_reports_stand_under_the_outline_of_their_years():
    found = ledger(*everything())
    parents = {plan.kind: plan.parent for plan in found.plans if plan.documents}
    assert parents == {
        "outline": "",
        "action-plan": "outline:澜岳省:2026-2030",
        "work-report": "outline:澜岳省:2026-2030",
    }


def test_cells_of_the_base_year_are_baselines_and_observations():
    found = ledger(outline())
    bases = {found.indicator(base.indicator).name: (base.period, base.quantity.value) for base in found.baselines}
    assert bases == {
        "常住人口城镇化率": ("2020", Decimal("62.5")),
        "森林覆盖率": ("2025", Decimal(41)),
        "粮食综合生产能力": ("2025", Decimal(18500000)),
    }
    assert {(base.indicator, base.period) for base in found.baselines} <= {
        (each.indicator, each.period) for each in found.observations
    }


def test_what_two_documents_report_is_one_observation_with_two_sources():
    again = read("澜岳省2026年统计公报\n\n全年粮食产量达到1862万吨。\n", "公报.txt", kind="communique", period="2026")
    (figure,) = observations(ledger(report(), again), "粮食产量")
    assert {source.text for source in figure.sources} == {"372.4亿斤", "1862万吨"}
    assert figure.measure is Measure.LEVEL


def test_a_task_names_the_targets_that_stand_in_it():
    found = ledger(*everything())
    task = next(task for task in found.tasks if task.heading == "建设湖区")
    (target,) = (target for target in found.targets if target.id in task.targets)
    assert target.quantity.value == Decimal(12)
    assert task.units == (("省交通运输厅", "lead"),)


def test_an_unknown_indicator_gets_an_entry_of_its_own():
    found = ledger(outline())
    parks = next(target for target in found.targets if target.quantity.unit == "个")
    assert not found.indicator(parks.indicator).known
    assert "湿地公园" in found.indicator(parks.indicator).name


def test_ids_are_not_given_twice():
    found = ledger(*everything())
    for part in (found.targets, found.observations, found.baselines, found.tasks, found.projects, found.plans):
        ids = [each.id for each in part]
        assert len(ids) == len(set(ids))


def test_a_document_that_is_given_twice_counts_once():
    assert ledger(outline(), outline(), report()) == ledger(outline(), report())


CITY = """沈阳市国民经济和社会发展第十五个五年规划纲要

第一章 目标
到2030年，森林覆盖率达到42.5%。
"""
PROVINCE = """辽宁省国民经济和社会发展第十五个五年规划纲要

第一章 目标
到2030年，森林覆盖率达到42.5%。
"""


def test_a_city_that_promises_the_same_figure_makes_a_promise_of_its_own():
    found = ledger(read(PROVINCE, "省.txt"), read(CITY, "市.txt"))
    assert (found.region, found.findings) == ("辽宁省", ())
    assert {(target.scope, target.plan) for target in found.targets} == {
        ("", "outline:210000:2026-2030"),
        ("沈阳市", "outline:210100:2026-2030"),
    }


def test_the_outline_of_a_city_stands_under_that_of_its_province():
    found = ledger(read(PROVINCE, "省.txt"), read(CITY, "市.txt"))
    assert found.plan("outline:210100:2026-2030").parent == "outline:210000:2026-2030"
    assert found.plan("outline:210000:2026-2030").parent == ""

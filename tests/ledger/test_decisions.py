from decimal import Decimal

import pytest

from lantu.ledger.decisions import DecisionNotUnderstoodError
from lantu.model.ledger import Decision, LinkMethod
from lantu.model.statement import Comparator, Measure, OpenTarget
from tests.ledger.provinces import (
    action_plan,
    codes,
    decide,
    ledger,
    observations,
    outline,
    read,
    report,
    statement,
    targets,
)


def anchor(words: str = "42.5%", reading=None) -> str:
    return statement(reading or outline(), words).anchor


def corrected(**values: str):
    """The target for the wetland parks as a correction leaves it."""
    found = ledger(outline(), decisions=[decide(anchor("24个"), "correct", **values)])
    return next(target for target in found.targets if "湿地公园" in target.sources[0].sentence and target.confirmed)


def test_a_confirmed_target_says_so():
    found = ledger(outline(), decisions=[decide(anchor("24个"), "confirm")])
    assert [target.quantity.value for target in found.targets if target.confirmed] == [Decimal(24)]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"value": "30"}, lambda target: target.quantity.value == Decimal(30)),
        ({"value": "30.5", "unit": "万个"}, lambda t: (t.quantity.value, t.quantity.unit) == (Decimal(305000), "个")),
        ({"high": "28"}, lambda t: (t.quantity.high, t.quantity.comparator) == (Decimal(28), Comparator.RANGE)),
        ({"unit": "座"}, lambda target: (target.quantity.value, target.quantity.unit) == (Decimal(24), "座")),
        ({"comparator": "ge"}, lambda target: target.quantity.comparator is Comparator.GE),
        ({"measure": "level"}, lambda target: target.measure is Measure.LEVEL),
        ({"period": "2028"}, lambda target: target.period == "2028"),
        ({"scope": "湖区"}, lambda target: target.scope == "湖区"),
        ({"modality": "确保"}, lambda target: target.modality == "确保"),
    ],
    ids=lambda values: ",".join(values) if isinstance(values, dict) else "",
)
def test_a_correction_sets(values, expected):
    assert expected(corrected(**values))


def test_a_corrected_subject_is_linked_anew():
    found = ledger(outline(), decisions=[decide(anchor("24个"), "correct", subject="城镇新增就业", unit="人")])
    assert [target.confirmed for target in targets(found, "城镇新增就业")] == [True]


def test_a_target_corrected_to_a_result_becomes_an_observation():
    found = ledger(outline(), decisions=[decide(anchor("24个"), "correct", kind="result", period="2025")])
    (figure,) = (each for each in found.observations if each.confirmed)
    assert (figure.quantity.value, figure.period) == (Decimal(24), "2025")
    assert not any(target.quantity.unit == "个" for target in found.targets)


def test_an_awaited_target_that_gets_its_number_awaits_no_more():
    text = "澜岳省第十五个五年规划纲要\n\n到2030年，单位地区生产总值能耗降低完成国家下达任务。\n"
    reading = read(text)
    (awaited,) = reading.statements
    assert awaited.statement.quantity.open_target is OpenTarget.AWAITED
    decision = decide(awaited.anchor, "correct", value="14.5", unit="%", measure="decline")
    (target,) = ledger(reading, decisions=[decision]).targets
    assert (target.quantity.value, target.quantity.open_target, target.quantity.words) == (Decimal("14.5"), None, "")


def test_a_rejected_statement_is_left_out():
    found = ledger(outline(), decisions=[decide(anchor("24个"), "reject")])
    assert not any(target.quantity.unit == "个" for target in found.targets)


def test_a_rejected_statement_that_is_confirmed_later_stands():
    decisions = [decide(anchor("24个"), "reject"), decide(anchor("24个"), "confirm")]
    assert any(target.quantity.unit == "个" for target in ledger(outline(), decisions=decisions).targets)


def test_set_period_gives_a_promise_its_time():
    reading = read("澜岳省湖泊保护规划\n\n湖区新建码头12个。\n", "规划.txt")
    found = ledger(reading, decisions=[decide(reading.statements[0].anchor, "set_period", period="2026-2030")])
    assert [(target.period, target.confirmed) for target in found.targets] == [("2026-2030", True)]


def test_a_link_by_a_person_names_the_indicator_and_the_reason():
    found = ledger(outline(), decisions=[decide(anchor("24个"), "link", "公园也算绿地", indicator="GR080")])
    assert [target.sources[0].text for target in targets(found, "森林覆盖率")][-1] == "24个"
    (link,) = (each for each in found.links if each.method is LinkMethod.PERSON)
    assert (link.indicator, link.confidence, link.reasons) == ("GR080", 1.0, ("公园也算绿地",))


def test_a_wording_can_be_linked_to_an_entry_that_another_document_brought():
    plain = ledger(outline(), action_plan())
    piers = next(each for each in plain.targets if each.quantity.value == Decimal(12))
    decision = decide(anchor("24个"), "link", indicator=piers.indicator)
    found = ledger(outline(), action_plan(), decisions=[decision])
    assert sorted(each.quantity.value for each in found.targets if each.indicator == piers.indicator) == [12, 24]


def test_a_link_to_an_entry_that_is_gone_is_named_and_does_nothing():
    found = ledger(outline(), decisions=[decide(anchor("24个"), "link", indicator="X-0123456789")])
    assert (codes(found), found.targets) == (["LT404"], ledger(outline()).targets)


def test_an_unlinked_wording_gets_an_entry_of_its_own():
    reading = outline()
    found = ledger(reading, decisions=[decide(anchor("42.5%", reading), "unlink", "口径不同")])
    (linked,) = targets(found, "森林覆盖率")[:1]
    assert [source.text for source in linked.sources] == ["42.5"]
    apart = next(target for target in found.targets if [source.text for source in target.sources] == ["42.5%"])
    assert not found.indicator(apart.indicator).known


def test_unlinking_separates_wordings_that_shared_an_entry_of_their_own():
    other = read("澜岳省湿地行动方案（2026—2030年）\n\n到2030年，新建省级湿地公园24个。\n", "湿地.txt")
    shared = ledger(outline(), other)
    parks = [target for target in shared.targets if target.quantity.value == Decimal(24)]
    assert [len(target.sources) for target in parks] == [2]
    apart = ledger(outline(), other, decisions=[decide(anchor("24个", other), "unlink")])
    assert len({target.indicator for target in apart.targets if target.quantity.value == Decimal(24)}) == 2


def test_merged_promises_are_one_with_the_value_of_the_one_merged_into():
    decision = decide(anchor("375亿斤", action_plan()), "merge", into=anchor("380亿斤"))
    found = ledger(outline(), action_plan(), decisions=[decision])
    (target,) = targets(found, "粮食综合生产能力")
    assert [source.text for source in target.sources] == ["1900", "380亿斤", "1900万吨", "375亿斤"]
    assert target.quantity.value == Decimal(19000000)
    assert targets(found, "粮食产量") == []


def test_merges_follow_each_other_in_any_order():
    first, second, third = anchor("375亿斤", action_plan()), anchor("24个"), anchor("380亿斤")
    chain = [decide(first, "merge", into=second), decide(second, "merge", into=third)]
    both = [{source.text for target in ledger(outline(), action_plan(), decisions=given).targets
             for source in target.sources if target.quantity.unit == "吨"} for given in (chain, chain[::-1])]  # fmt: skip
    assert both[0] == both[1] >= {"375亿斤", "24个", "380亿斤"}


def test_two_promises_merged_into_each_other_are_one():
    one, other = anchor("24个"), anchor("380亿斤")
    found = ledger(outline(), decisions=[decide(one, "merge", into=other), decide(other, "merge", into=one)])
    assert any({"24个", "380亿斤"} <= {source.text for source in target.sources} for target in found.targets)


def test_merging_part_of_a_promise_leaves_the_rest_with_an_id_of_its_own():
    decision = decide(anchor("42.5"), "merge", into=anchor("380亿斤"))
    ids = [target.id for target in ledger(outline(), decisions=[decision]).targets]
    assert len(ids) == len(set(ids))


def test_a_split_promise_stands_alone():
    found = ledger(outline(), action_plan(), decisions=[decide(anchor("1900万吨", action_plan()), "split")])
    assert [[source.text for source in target.sources] for target in targets(found, "粮食综合生产能力")] == [
        ["1900", "380亿斤"],
        ["1900万吨"],
    ]


def test_a_split_result_is_not_lost():
    again = read("澜岳省2026年统计公报\n\n全年粮食产量达到1862万吨。\n", "公报.txt", kind="communique", period="2026")
    found = ledger(report(), again, decisions=[decide(anchor("1862万吨", again), "split")])
    assert [len(figure.sources) for figure in observations(found, "粮食产量")] == [1, 1]


def test_of_a_merge_and_a_split_the_later_counts():
    merge = decide(anchor("24个"), "merge", into=anchor("380亿斤"))
    found = ledger(outline(), decisions=[merge, decide(anchor("24个"), "split")])
    assert any([source.text for source in target.sources] == ["24个"] for target in found.targets)


def test_decisions_survive_reading_the_document_again():
    decisions = [decide(anchor("24个"), "correct", value="26"), decide(anchor("42.5%"), "reject")]
    first, again = ledger(outline(), decisions=decisions), ledger(outline(), decisions=decisions)
    assert first == again
    assert any(target.quantity.value == Decimal(26) for target in again.targets)
    assert again.decisions == tuple(decisions)


def test_the_reading_is_left_as_it_was():
    reading = outline()
    before = reading.statements
    ledger(reading, decisions=[decide(anchor("24个"), "correct", value="26")])
    assert reading.statements == before
    assert statement(reading, "24个").statement.quantity.value == Decimal(24)


def test_a_decision_on_a_statement_that_is_gone_is_named_and_kept():
    decision = decide("0123456789ab-0123456789ab", "correct", value="3")
    found = ledger(outline(), decisions=[decision])
    (finding,) = found.findings
    assert (finding.code, finding.document) == ("LT404", "0123456789ab")
    assert "correct value=3" in finding.message
    assert found.decisions == (decision,)


def test_a_merge_into_a_statement_that_is_gone_is_named():
    found = ledger(outline(), decisions=[decide(anchor("24个"), "merge", into="0123456789ab-0123456789ab")])
    assert (codes(found), found.targets) == (["LT404"], ledger(outline()).targets)


@pytest.mark.parametrize(
    ("action", "values"),
    [
        ("correct", {"colour": "red"}),
        ("correct", {"value": "many"}),
        ("correct", {"value": ""}),
        ("correct", {"value": "NaN"}),
        ("correct", {"value": "1e999999999"}),
        ("correct", {"high": "Infinity"}),
        ("correct", {"unit": "亿斤"}),
        ("correct", {"comparator": "about"}),
        ("correct", {"kind": "wish"}),
        ("correct", {"measure": "size"}),
        ("correct", {"subject": " "}),
        ("correct", {"period": "next year"}),
        ("correct", {"period": "2030-2026"}),
        ("set_period", {"value": "3"}),
        ("link", {"indicator": "GR999999"}),
        ("link", {}),
        ("merge", {}),
        ("confirm", {"value": "3"}),
    ],
)
def test_a_wrong_decision_is_refused(action, values):
    with pytest.raises(DecisionNotUnderstoodError):
        ledger(outline(), decisions=[decide(anchor("24个"), action, **values)])


def test_a_refused_decision_lists_the_fields_that_can_be_set():
    with pytest.raises(DecisionNotUnderstoodError) as caught:
        ledger(outline(), decisions=[decide(anchor("24个"), "correct", colour="red")])
    fields = ("comparator", "high", "kind", "measure", "modality", "period", "scope", "subject", "unit", "value")
    assert "、".join(fields) in caught.value.zh
    assert ", ".join(fields) in caught.value.en
    assert "colour=red" in caught.value.zh


def test_a_refused_period_names_the_one_field_that_its_action_sets():
    with pytest.raises(DecisionNotUnderstoodError) as caught:
        ledger(outline(), decisions=[decide(anchor("24个"), "set_period", value="3")])
    assert caught.value.zh.endswith("可改的字段：period")


def test_a_decision_that_sets_nothing_changes_nothing():
    unchanged = Decision(anchor("24个"), decide("", "correct").action)
    values = [target.quantity for target in ledger(outline(), decisions=[unchanged]).targets]
    assert values == [target.quantity for target in ledger(outline()).targets]

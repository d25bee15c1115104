from dataclasses import replace

from lantu.ledger.history import EventKind, history_of, history_of_statement
from lantu.ledger.observations import read_observations
from lantu.ledger.store import LedgerFile
from lantu.model.ledger import Decision, DecisionAction
from tests.ledger.provinces import action_plan, ledger, outline, read, statement, targets


def contents(*decisions: Decision) -> LedgerFile:
    readings = outline(), action_plan()
    return LedgerFile(readings=readings, decisions=decisions, ledger=ledger(*readings, decisions=decisions))


def decision(action: str, why: str = "", **values: str) -> Decision:
    anchor = statement(outline(), "380亿斤").anchor
    return Decision(anchor, DecisionAction(action), tuple(values.items()), "王统计员", "2027-02-01T09:00:00", why)


def test_the_history_of_a_target_begins_with_its_readings():
    found = contents()
    (target,) = targets(found.ledger, "粮食综合生产能力")
    events = history_of(target, found)
    assert [event.kind for event in events] == [EventKind.READ] * 3
    assert [event.source.text for event in events] == ["1900", "380亿斤", "1900万吨"]
    assert events[1].text == "读自《澜岳省国民经济和社会发展第十五个五年规划纲要》：380亿斤"


def test_a_correction_says_who_changed_what_when_and_why():
    change = decision("correct", "原文笔误", value="385", unit="亿斤")
    found = contents(change)
    target = next(target for target in found.ledger.targets if target.confirmed)
    read_event, event = history_of(target, found)
    assert read_event.kind is EventKind.READ
    assert (event.kind, event.who, event.when, event.why) == (
        EventKind.CORRECTED,
        "王统计员",
        "2027-02-01T09:00:00",
        "原文笔误",
    )
    assert event.changes == (("value", "38000000000", "38500000000"), ("unit", "斤", "斤"))
    assert event.text == ("王统计员人工更正：value由“38000000000”改为“38500000000”，unit由“斤”改为“斤”（原文笔误）")
    assert event.text_en.endswith("by 王统计员 (原文笔误)")


def test_corrections_follow_each_other():
    found = contents(decision("correct", value="1"), decision("correct", value="2"))
    target = next(target for target in found.ledger.targets if target.confirmed)
    assert [event.changes for event in history_of(target, found)[1:]] == [
        (("value", "38000000000", "1"),),
        (("value", "1", "2"),),
    ]


def test_every_action_is_told():
    anchor = statement(outline(), "24个").anchor
    actions = {
        "confirm": {}, "set_period": {"period": "2029"}, "link": {"indicator": "GR080"}, "unlink": {},
        "merge": {"into": anchor}, "split": {}, "reject": {},
    }  # fmt: skip
    found = contents(*(decision(action, **values) for action, values in actions.items()))
    events = history_of_statement(statement(outline(), "380亿斤").anchor, found)
    assert [event.kind.value for event in events] == [
        "read", "confirmed", "corrected", "linked", "unlinked", "merged", "split", "rejected",
    ]  # fmt: skip
    assert "GR080森林覆盖率" in events[3].text
    assert anchor in events[5].text


def test_a_statement_that_nobody_knows_has_no_history():
    assert history_of_statement("0-0", contents()) == ()


def test_a_newer_version_says_what_it_replaced():
    reading = outline()
    newer = replace(reading, document=replace(reading.document, version=2, replaces="0123456789ab"))
    found = LedgerFile(readings=(newer,), ledger=ledger(newer))
    event = history_of_statement(reading.statements[0].anchor, found)[1]
    assert (event.kind, event.text) == (EventKind.REPLACED, "该文件为第2版，替换了0123456789ab")


def test_a_figure_from_a_table_names_its_row(tmp_path):
    path = tmp_path / "实际值.csv"
    path.write_text("指标,年份,数值,单位\n粮食产量,2026,1862,万吨\n", encoding="utf-8")
    table, _ = read_observations(path)
    other = read("2027年澜岳省政府工作报告\n\n一、2026年工作回顾\n粮食产量达到372.4亿斤。\n", "报告.txt")
    made = ledger(other, tables=[table])
    found = LedgerFile(readings=(other,), tables=(table,), ledger=made)
    (figure,) = made.observations
    assert [event.kind for event in history_of(figure, found)] == [EventKind.READ, EventKind.BROUGHT]
    assert history_of(figure, found)[1].text == "来自数据表《实际值.csv》第2行：1862"

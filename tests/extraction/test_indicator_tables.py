"""Indicator tables: what each cell says, by its column, its row and the notes below."""

from decimal import Decimal

import pytest

from lantu.extraction.indicator_tables import extract_table_statements, read_columns, split_unit
from lantu.extraction.periods import read_calendar, read_timeline
from lantu.model.statement import Comparator, Measure, OpenTarget, StatementKind
from lantu.reading.documents import read_document
from lantu.text.source import Mark, MarkKind, Source

OUTLINE = {"kind": "outline", "period": "2026-2030", "region": "青岚省"}
HEAD = "指标名称\t属性\t2025年\t2030年\t年均增速[累计]"


def tabbed(*rows, caption="专栏1 主要指标", notes=()):
    return "\n".join(["第一章 目标", caption, *rows, *notes])


def read(text, marks=(), settled=OUTLINE):
    document = read_document(Source("plan.txt", text, marks=tuple(marks)), settled=settled)
    statements, findings = extract_table_statements(document, read_timeline(document))
    for statement in statements:
        assert document.original(statement.span) == statement.text
    return document, statements, findings


def cells(statements):
    return [
        (one.subject, one.text, one.cell.column_role, one.kind.value, one.measure.value, one.quantity.unit, one.period)
        for one in statements
    ]


def roles(text, settled=OUTLINE):
    document = read(text, settled=settled)[0]
    columns, first = read_columns(document.tables[0], read_calendar(document))
    return [columns[index].role for index in sorted(columns)], first


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("指标\t2025年\t2030年", ["name", "base", "target"]),
        ("指标名称\t属性\t2025年\t2030年\t年均增速", ["name", "attribute", "base", "target", "growth"]),
        ("指标\t单位\t2025年\t2030年\t属性", ["name", "unit", "base", "target", "attribute"]),
        ("序号\t指标\t2025年\t2027年\t2030年", ["other", "name", "base", "target", "target"]),
        ("指标\t2020年\t2025年目标\t2025年实际", ["name", "base", "target", "actual"]),
        ("指标\t2030年\t累计变化", ["name", "target", "growth"]),
    ],
)
def test_a_column_means_what_its_head_says(head, expected):
    width = head.count("\t")
    body = "\t".join(["甲"] + ["1"] * width)
    assert roles(tabbed(head, body, body)) == (expected, 1)


def test_a_plan_of_other_years_has_its_own_base_and_target():
    text = tabbed("指标\t2030年\t2035年", "森林覆盖率（%）\t41\t42", "湿地保护率（%）\t55\t60")
    _, statements, _ = read(text, settled={"kind": "special-plan", "period": "2031-2035"})
    assert cells(statements)[:2] == [
        ("森林覆盖率", "41", "base", "result", "level", "%", "2030"),
        ("森林覆盖率", "42", "target", "target", "level", "%", "2035"),
    ]


def test_a_row_fills_base_target_and_growth():
    _, statements, findings = read(
        tabbed(HEAD, "地区生产总值（亿元）\t预期性\t12000\t15500\t5.2%", "存款（亿元）\t预期性\t1\t2\t3%")
    )
    assert cells(statements)[:3] == [
        ("地区生产总值", "12000", "base", "result", "level", "元", "2025"),
        ("地区生产总值", "15500", "target", "target", "level", "元", "2030"),
        ("地区生产总值", "5.2%", "growth", "target", "growth", "%", "2026-2030"),
    ]
    assert statements[0].quantity.value == Decimal(1_200_000_000_000)
    assert {one.cell.attribute for one in statements} == {"预期性"}
    assert findings == []


def test_a_number_in_brackets_is_cumulative():
    _, statements, _ = read(
        tabbed(HEAD, "能耗强度降低（%）\t约束性\t—\t—\t[14]", "新增就业（万人）\t预期性\t\t[200]\t")
    )
    assert [(one.measure, one.cell.cumulative, one.period) for one in statements] == [
        (Measure.DECLINE, True, "2026-2030"),
        (Measure.FLOW, True, "2026-2030"),
    ]


def test_a_star_marks_the_row_and_brings_its_note():
    text = tabbed(
        HEAD,
        "★人均预期寿命（岁）\t预期性\t78.6\t80\t—",
        "托位数（个）\t预期性\t4\t5\t—",
        notes=["注：带★的为参照国家设置的指标。"],
    )
    _, statements, _ = read(text)
    first, *_, last = statements
    assert (first.subject, first.cell.starred, first.cell.footnotes) == (
        "人均预期寿命",
        True,
        ("注：带★的为参照国家设置的指标。",),
    )
    assert (last.cell.starred, last.cell.footnotes) == (False, ())


def test_a_note_gives_marked_cells_another_year():
    text = tabbed(
        "指标\t2020年\t2025年目标\t2025年实际",
        "城镇化率（%）\t62\t66\t65.8*",
        "供水普及率（%）\t97\t98\t98.4",
        notes=["注：带*的为2024年数据。"],
    )
    _, statements, _ = read(text)
    actual = [(one.text, one.period) for one in statements if one.cell.column_role == "actual"]
    assert actual == [("65.8", "2024"), ("98.4", "2025")]


def test_a_group_head_beside_its_rows_gives_the_direction():
    text = "第一章 目标\n专栏1 主要指标\n指标\t\t2025年\t2030年\n污染物排放减少\t氮氧化物（%）\t\t[10]\n\t挥发性有机物（%）\t\t[8]\n"
    _, statements, _ = read(text)
    assert [(one.subject, one.measure) for one in statements] == [
        ("氮氧化物", Measure.DECLINE),
        ("挥发性有机物", Measure.DECLINE),
    ]


def test_a_row_without_numbers_opens_a_section():
    text = tabbed(
        HEAD, "一、创新\t\t\t\t", "研发强度（%）\t预期性\t2\t3\t—", "二、民生\t\t\t\t", "托位数（个）\t预期性\t4\t5\t—"
    )
    _, statements, _ = read(text)
    assert [one.cell.section for one in statements] == ["一、创新", "一、创新", "二、民生", "二、民生"]


def test_a_column_of_units_needs_none_in_the_name():
    _, statements, _ = read(
        tabbed("指标\t单位\t2025年\t2030年", "吞吐能力\t亿吨\t3.1\t3.8", "高速公路\t公里\t5200\t6500")
    )
    assert [(one.quantity.value, one.quantity.unit) for one in statements] == [
        (310_000_000, "吨"),
        (380_000_000, "吨"),
        (5200, "公里"),
        (6500, "公里"),
    ]


@pytest.mark.parametrize(
    ("cell", "value", "high", "comparator"),
    [
        ("98", 98, None, Comparator.EQ),
        ("≥98", 98, None, Comparator.GE),
        ("≤5.5", Decimal("5.5"), None, Comparator.LE),
        ("＞98", 98, None, Comparator.GT),
        ("98以上", 98, None, Comparator.GE),
        ("98左右", 98, None, Comparator.APPROX),
        ("不低于98", 98, None, Comparator.GE),
        ("95—98", 95, 98, Comparator.RANGE),
        ("1,098", 1098, None, Comparator.EQ),
        ("[98]", 98, None, Comparator.EQ),
        ("[≥98]", 98, None, Comparator.GE),
    ],
)
def test_a_cell_holds_a_number_with_its_comparator(cell, value, high, comparator):
    _, statements, findings = read(tabbed("指标\t2025年\t2030年", f"合格率（%）\t90\t{cell}", "普及率（%）\t1\t2"))
    quantity = statements[1].quantity
    assert (quantity.value, quantity.high, quantity.comparator) == (value, high, comparator)
    assert findings == []


def test_a_multiplier_printed_in_a_cell_counts():
    _, statements, _ = read(tabbed("指标\t2025年\t2030年", "财政投入\t800万元\t1亿元", "床位（张）\t1\t2"))
    assert [(one.text, one.quantity.value, one.quantity.unit) for one in statements[:2]] == [
        ("800万元", 8_000_000, "元"),
        ("1亿元", 100_000_000, "元"),
    ]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("等待国家下达", OpenTarget.AWAITED),
        ("完成国家下达任务", OpenTarget.AWAITED),
        ("高于全国平均水平", OpenTarget.RELATIVE),
        ("与经济增长基本同步", OpenTarget.RELATIVE),
        ("进入全国前列", OpenTarget.RANKED),
        ("只增不减", OpenTarget.DIRECTION),
    ],
)
def test_words_in_a_cell_are_an_open_target(words, kind):
    _, statements, findings = read(
        tabbed("指标\t2025年\t2030年", f"耕地保有量（万亩）\t5600\t{words}", "床位（张）\t1\t2")
    )
    assert (statements[1].quantity.open_target, statements[1].quantity.words) == (kind, words)
    assert (statements[1].kind, statements[1].period) == (StatementKind.TARGET, "2030")
    assert findings == []


def test_a_cell_that_is_not_understood_is_reported_with_its_place():
    document, statements, (finding,) = read(
        tabbed("指标\t2025年\t2030年", "机场（个）\t9\t另行研究", "床位（张）\t1\t2")
    )
    assert [one.text for one in statements] == ["9", "1", "2"]
    assert (finding.code, document.original(finding.span)) == ("LT102", "另行研究")
    assert finding.message == "指标“机场”一行中的“另行研究”未能读懂"


@pytest.mark.parametrize("blank", ["", "—", "-", "－", "/"])
def test_an_empty_cell_says_nothing(blank):
    _, statements, findings = read(tabbed("指标\t2025年\t2030年", f"机场（个）\t{blank}\t12", "床位（张）\t1\t2"))
    assert [one.text for one in statements] == ["12", "1", "2"]
    assert findings == []


def test_other_tables_say_nothing():
    _, statements, findings = read(tabbed("任务\t责任单位", "修堤\t省水利厅", "造林\t省林草局", caption="表2 任务分工"))
    assert (statements, findings) == ([], [])


def test_a_table_is_read_from_the_marks_of_a_word_file():
    rows = [["指标", "2025年", "2030年"], ["床位（万张）", "1.2", "1.5"]]
    text, marks = "第一章 目标\n", []
    start = len(text)
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            marks.append(Mark(MarkKind.CELL, len(text), len(text) + len(cell), row=number, column=column))
            text += cell + ("\t" if column + 1 < len(row) else "\n")
    _, statements, _ = read(text, [Mark(MarkKind.TABLE, start, len(text) - 1), *marks])
    assert [(one.subject, one.quantity.value, one.quantity.unit, one.period) for one in statements] == [
        ("床位", 12_000, "张", "2025"),
        ("床位", 15_000, "张", "2030"),
    ]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("亿元", (10**8, "元")),
        ("万吨标准煤", (10**4, "吨标准煤")),
        ("万亿立方米", (10**12, "立方米")),
        ("%", (1, "%")),
        ("千瓦", (1, "千瓦")),
        ("微克/立方米", (1, "微克/立方米")),
        ("万元/人", (10**4, "元/人")),
        ("含税", None),
        ("", None),
    ],
)
def test_a_unit_in_a_row_s_head_is_parted_from_its_multiplier(text, unit):
    assert split_unit(text) == unit

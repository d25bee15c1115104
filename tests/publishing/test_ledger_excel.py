from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from lantu.model.ledger import Ledger, LinkMethod
from lantu.publishing.ledger_excel import write_ledger_excel
from lantu.publishing.ledger_sheets import SHEETS
from lantu.publishing.ledger_words import term
from lantu.publishing.options import Language
from tests.publishing.ledgers import assessments, sample_ledger, with_table


def workbook(found: Ledger | None = None, *, language: Language = Language.ZH, assessed: bool = True) -> Workbook:
    ledger = found or sample_ledger()
    written = write_ledger_excel(ledger, assessments(ledger) if assessed else (), language=language)
    return openpyxl.load_workbook(BytesIO(written))


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    head, *body = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in body]


def row(sheet: Worksheet, **wanted: object) -> dict[str, object]:
    """The one row that has these values."""
    (found,) = [each for each in rows(sheet) if all(each[head] == value for head, value in wanted.items())]
    return found


def test_there_is_a_sheet_for_each_part_of_the_ledger() -> None:
    names = ["目标", "实际值", "指标", "任务", "项目", "来源", "问题", "规划", "文件", "人工决定"]
    assert workbook().sheetnames == names


def test_a_target_stands_in_its_usual_unit_with_its_sentence_and_documents() -> None:
    grain = row(workbook()["目标"], 指标="粮食综合生产能力")
    assert (grain["数值"], grain["单位"], grain["原文"], grain["来源数"]) == (1900, "万吨", "1900", 3)
    assert (grain["基期值"], grain["基期单位"], grain["基期"]) == (1850, "万吨", "2025")
    assert (grain["属性"], grain["时期"], grain["期限"]) == ("约束性", "2030", "规划期")
    assert str(grain["文件"]).count("；") == 1


def test_a_target_says_where_it_stands_and_why() -> None:
    yearly = row(workbook()["目标"], 指标="地区生产总值", 时期="2026-2030")
    assert yearly["评估"] in {"完成", "达到序时进度", "滞后", "未完成", "无法评估"}
    assert yearly["理由"]
    assert str(yearly["评估规则"]).startswith("AS-")


def test_without_assessments_those_columns_are_empty() -> None:
    sheet = workbook(assessed=False)["目标"]
    assert {(each["评估"], each["理由"], each["最新值"]) for each in rows(sheet)} == {(None, None, None)}
    assert row(sheet, 指标="粮食综合生产能力")["基期值"] == 1850


def test_figures_of_a_table_say_how_they_are_attested(tmp_path) -> None:
    figures = workbook(with_table(tmp_path))["实际值"]
    assert row(figures, 指标="飞毯保有量")["依据"] == "快报"
    grain = row(figures, 指标="粮食产量")
    assert (grain["数值"], grain["单位"], grain["依据"], grain["来源数"]) == (1862, "万吨", "文件", 2)


def test_numbers_are_numbers_and_empty_cells_are_empty() -> None:
    for sheet, head in (("目标", "数值"), ("实际值", "数值"), ("目标", "基期值"), ("指标", "目标数"), ("问题", "起")):
        values = [each[head] for each in rows(workbook()[sheet])]
        assert values
        assert all(value is None or isinstance(value, int | float) for value in values), (sheet, head)


def test_a_task_names_units_and_targets() -> None:
    task = row(workbook()["任务"], 任务="建设湖区")
    assert task["责任单位"] == "省交通运输厅（牵头）"
    assert "码头" in str(task["对应目标"])


def test_links_left_to_a_person_are_marked_with_their_candidates() -> None:
    ledger = sample_ledger()
    link = replace(ledger.links[0], method=LinkMethod.OWN, candidates=("SE001", "SE002"))
    sheet = workbook(replace(ledger, links=(link, *ledger.links[1:])))["来源"]
    open_row = row(sheet, 待人工关联="是")
    assert open_row["候选指标"] == "SE001 粮食综合生产能力；SE002 粮食产量"
    assert open_row["表述标识"] == link.statement
    assert open_row["原句"]


def test_every_statement_that_the_ledger_stands_on_has_a_link() -> None:
    ledger = sample_ledger()
    anchors = {source.anchor for each in (*ledger.targets, *ledger.observations) for source in each.sources}
    assert {each["表述标识"] for each in rows(workbook()["来源"])} == anchors


def test_findings_stand_with_their_remedy() -> None:
    lost = row(workbook()["问题"], 编号="LT404")
    assert (lost["程度"], lost["文件"]) == ("警告", "0123456789ab")
    assert lost["处理办法"]


def test_decisions_say_who_decided_what_and_why() -> None:
    decision = row(workbook()["人工决定"], 决定="更正")
    assert (decision["内容"], decision["决定人"], decision["理由"]) == ("value=26", "统计员", "原文笔误")
    assert decision["原文"] == "24个"


def test_heads_stay_in_view_and_can_be_filtered() -> None:
    for sheet in workbook():
        assert sheet.freeze_panes is not None
        assert sheet.auto_filter.ref is not None


def test_everything_is_english_where_asked_for() -> None:
    english = workbook(language=Language.EN)
    assert english.sheetnames[:2] == ["Targets", "Observations"]
    status = {each["status"] for each in rows(english["Targets"])}
    assert status <= {"met", "on track", "behind", "missed", "undetermined"}
    assert all(str(each["reason"]).isprintable() for each in rows(english["Targets"]))


@pytest.mark.parametrize("language", list(Language))
def test_every_head_has_its_word_and_none_stands_twice(language: Language) -> None:
    for sheet in SHEETS:
        heads = [term(column.key, language) for column in sheet.columns]
        assert len(heads) == len(set(heads)), sheet.name
        assert language is Language.EN or not any(head.isascii() for head in heads), sheet.name


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "http://x.example"])
def test_words_are_never_taken_for_a_formula_or_a_link(words: str) -> None:
    ledger = sample_ledger()
    task = replace(ledger.tasks[0], heading=words)
    cell = workbook(replace(ledger, tasks=(task,)))["任务"]["B2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (words, "s", None)


def test_an_empty_ledger_is_a_workbook_of_heads() -> None:
    empty = openpyxl.load_workbook(BytesIO(write_ledger_excel(Ledger())))
    assert {sheet.max_row for sheet in empty} == {1}


def test_the_same_ledger_gives_the_same_bytes() -> None:
    ledger = sample_ledger()
    assert write_ledger_excel(ledger, assessments(ledger)) == write_ledger_excel(ledger, assessments(ledger))


def test_a_value_that_would_be_a_long_fraction_of_the_usual_unit_keeps_its_own() -> None:
    ledger = sample_ledger()
    target = next(each for each in ledger.targets if each.quantity.unit == "吨")
    grams = replace(target, quantity=replace(target.quantity, value=Decimal("0.001")))
    shown = row(workbook(replace(ledger, targets=(grams,), tasks=()), assessed=False)["目标"])
    assert (shown["数值"], shown["单位"]) == (0.001, "吨")

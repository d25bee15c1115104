from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from lantu.model.extraction import Extraction
from lantu.publishing.excel import write_excel
from lantu.publishing.options import Language, Options
from lantu.publishing.workbook import LONGEST_CELL
from tests.fakes.extractions import sample_extraction


def workbook(*extractions: Extraction, options: Options | None = None) -> Workbook:
    written = b"".join(write_excel(extractions or [sample_extraction()], options or Options()))
    return openpyxl.load_workbook(BytesIO(written))


def column(sheet: Worksheet, head: str) -> list[object]:
    heads = [cell.value for cell in sheet[1]]
    return [row[heads.index(head)].value for row in sheet.iter_rows(min_row=2)]


def test_there_is_a_sheet_for_each_list_and_one_for_the_documents() -> None:
    assert workbook().sheetnames == ["量化表述", "任务", "项目", "问题", "文件"]


def test_numbers_are_numbers_in_their_base_unit() -> None:
    sheet = workbook()["量化表述"]
    assert column(sheet, "数值（基本单位）") == [51270000000, 68, None, 41, 42.5, 3, 8]
    assert column(sheet, "单位")[0] == "斤"
    assert column(sheet, "原文写法")[0] == "512.7亿斤"


def test_numbers_are_shown_with_thousands_and_as_many_digits_as_they_have() -> None:
    sheet = workbook()["量化表述"]
    shown = [cell.number_format for cell in sheet["F"][1:6]]
    assert shown == ["#,##0", "#,##0", "General", "#,##0", "#,##0.0"]


def test_the_sentence_stands_beside_the_number() -> None:
    sheet = workbook()["量化表述"]
    assert column(sheet, "原句")[1] == "到2030年，力争全省粮食产量超过512.7亿斤，常住人口城镇化率达到68%左右。"


def test_heads_stay_in_view_and_can_be_filtered() -> None:
    for sheet in workbook():
        assert sheet.freeze_panes is not None
        assert sheet.auto_filter.ref == sheet.dimensions


def test_heads_are_english_where_asked_for() -> None:
    english = workbook(options=Options(language=Language.EN))
    assert english.sheetnames == ["Statements", "Tasks", "Projects", "Findings", "Documents"]
    assert english["Statements"]["C1"].value == "subject"


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "http://x.example"])
def test_words_are_never_taken_for_a_formula_or_a_link(words: str) -> None:
    extraction = sample_extraction()
    hostile = replace(extraction, statements=(replace(extraction.statements[0], subject=words),))
    cell = workbook(hostile)["量化表述"]["C2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (words, "s", None)


def test_words_longer_than_a_cell_end_in_an_ellipsis() -> None:
    extraction = sample_extraction()
    long = replace(extraction, tasks=(replace(extraction.tasks[0], text="长" * 40_000),))
    value = workbook(long)["任务"]["E2"].value
    assert len(value) == LONGEST_CELL
    assert value.endswith("…")


def test_open_targets_can_be_left_out() -> None:
    assert len(column(workbook(options=Options(numbers_only=True))["量化表述"], "指标")) == 6


def test_documents_come_one_below_the_other() -> None:
    both = workbook(sample_extraction(), sample_extraction(name="另一份.txt"))
    assert column(both["文件"], "文件") == ["云岭纲要", "另一份"]
    assert len(column(both["量化表述"], "文件")) == 14


def test_the_same_documents_give_the_same_bytes() -> None:
    first, second = (b"".join(write_excel([sample_extraction()], Options())) for _ in range(2))
    assert first == second

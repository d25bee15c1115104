from lantu.model.document import Document, Table
from lantu.reading.documents import read_document
from lantu.text.source import Mark, MarkKind, Source


def read(text: str, *marks: Mark) -> Document:
    return read_document(Source("某文件.txt", text, marks=marks))


def only_table(document: Document) -> Table:
    (table,) = document.tables
    return table


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


INDICATORS = """专栏2 “十六五”主要指标\t\t\t
指标\t属性\t2030年\t2035年
经济发展\t\t\t

★粮食产量（万吨）\t约束性\t\t950

森林覆盖率（%）\t约束性\t41.2\t42
注：①带★的参照国家规划。
②按可比价计算。
"""


def test_rows_with_tabs_make_a_table_with_its_caption_and_notes() -> None:
    table = only_table(read(INDICATORS))
    assert table.caption == "专栏2 “十六五”主要指标"
    assert table.notes == ("注：①带★的参照国家规划。", "②按可比价计算。")
    assert texts(table) == [
        ["指标", "属性", "2030年", "2035年"],
        ["经济发展", "", "", ""],
        ["★粮食产量（万吨）", "约束性", "", "950"],
        ["森林覆盖率（%）", "约束性", "41.2", "42"],
    ]


def test_every_cell_has_its_place_in_the_original() -> None:
    document = read(INDICATORS)
    cells = [cell for row in only_table(document).rows for cell in row if cell.text]
    assert [document.original(document.span(cell.start, cell.end)) for cell in cells[-3:]] == ["约束性", "41.2", "42"]


def test_a_group_in_the_first_column_spans_its_rows_and_shifts_the_others() -> None:
    text = "指标\t2030年\t2035年\n耕地（万亩）\t50\t50\n森林\t覆盖率（%）\t41\t42\n\t蓄积量（亿立方米）\t3\t3.2\n"
    table = only_table(read(text))
    places = [[(cell.text, cell.column, cell.row_span, cell.column_span) for cell in row] for row in table.rows]
    assert places == [
        [("指标", 0, 1, 2), ("2030年", 2, 1, 1), ("2035年", 3, 1, 1)],
        [("耕地（万亩）", 0, 1, 2), ("50", 2, 1, 1), ("50", 3, 1, 1)],
        [("森林", 0, 2, 1), ("覆盖率（%）", 1, 1, 1), ("41", 2, 1, 1), ("42", 3, 1, 1)],
        [("", 0, 1, 1), ("蓄积量（亿立方米）", 1, 1, 1), ("3", 2, 1, 1), ("3.2", 3, 1, 1)],
    ]


def test_a_section_without_tabs_is_a_row_of_the_table() -> None:
    table = only_table(read("指标\t2030年\n经济发展\n粮食（万吨）\t950\n生态\n森林（%）\t42\n"))
    assert texts(table) == [
        ["指标", "2030年"],
        ["经济发展", ""],
        ["粮食（万吨）", "950"],
        ["生态", ""],
        ["森林（%）", "42"],
    ]


def test_a_page_number_does_not_cut_a_table() -> None:
    table = only_table(read("指标\t2030年\n粮食（万吨）\t950\n— 12 —\n森林（%）\t42\n"))
    assert len(table.rows) == 3


def test_the_unit_may_stand_between_caption_and_table() -> None:
    assert only_table(read("表1 用地指标\n单位：万亩\n指标\t2030年\n耕地\t50\n")).caption == "表1 用地指标"


def test_prose_above_is_no_caption() -> None:
    assert only_table(read("各项任务见下。\n指标\t2030年\n耕地\t50\n")).caption == ""


def test_contents_with_tabs_are_no_table() -> None:
    document = read("目录\n第一章 总则\t1\n第二章 任务\t3\n第一章 总则\n内容。\n第二章 任务\n内容。")
    assert document.tables == ()


def test_one_line_with_a_tab_is_no_table() -> None:
    assert read("省长\t某某某\n内容。").tables == ()


def test_pipes_of_markdown_make_a_table_without_their_rule() -> None:
    table = only_table(read("| 指标 | 2030年 |\n| --- | ---: |\n| 粮食，万吨 | 950 |\n| 备注 |  |\n"))
    assert texts(table) == [["指标", "2030年"], ["粮食，万吨", "950"], ["备注", ""]]


def test_marks_of_the_format_give_cells_and_merged_spans() -> None:
    text = "表2 指标\n指标\t目标\n粮食\t950\t960\n"
    cells = [
        Mark(MarkKind.TABLE, 6, 23),
        Mark(MarkKind.CELL, 6, 8, row=0, column=0),
        Mark(MarkKind.CELL, 9, 11, row=0, column=1, column_span=2),
        Mark(MarkKind.CELL, 12, 14, row=1, column=0),
        Mark(MarkKind.CELL, 15, 18, row=1, column=1),
        Mark(MarkKind.CELL, 19, 22, row=1, column=2),
    ]
    table = only_table(read(text, *cells))
    assert table.caption == "表2 指标"
    assert [[(cell.text, cell.column, cell.column_span) for cell in row] for row in table.rows] == [
        [("指标", 0, 1), ("目标", 1, 2)],
        [("粮食", 0, 1), ("950", 1, 1), ("960", 2, 1)],
    ]

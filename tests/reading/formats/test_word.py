"""Word documents: what a reader of the page would see, and nothing twice."""

import io

import pytest
from docx import Document

from lantu.errors import UnreadableFileError
from lantu.reading.formats.registry import read_source_bytes
from lantu.text.source import MarkKind
from tests.reading.formats.marks import cells, levels, marked
from tests.reading.formats.word_files import (
    cell,
    document,
    level,
    numbered,
    numbering,
    paragraph,
    run,
    style,
    table,
    word_file,
    zipped,
)


def read(body: str, **parts: str):
    return read_source_bytes(word_file(body, **parts), "plan.docx")


def text_of(body: str, **parts: str) -> str:
    return read(body, **parts)[0].text


def code_of(data: bytes) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read_source_bytes(data, "plan.docx")
    return caught.value.code


def test_paragraphs_are_lines():
    source, findings = read(
        paragraph("全省地区生产总值年均增长6%左右。") + paragraph("") + paragraph("城镇化率提高到72%。")
    )
    assert source.text == "全省地区生产总值年均增长6%左右。\n城镇化率提高到72%。\n"
    assert source.media_type.endswith("wordprocessingml.document")
    assert (source.reader, source.pages, findings) == ("word", (), ())


def test_a_document_made_by_python_docx_is_read():
    made = Document()
    made.add_heading("东川省规划纲要", 0)
    made.add_heading("第一章 发展环境", 1)
    made.add_paragraph("第一项", style="List Number")
    made.add_paragraph("第二项", style="List Number")
    made.add_paragraph("要点", style="List Bullet")
    file = io.BytesIO()
    made.save(file)
    source, _ = read_source_bytes(file.getvalue(), "plan.docx")
    assert source.text == "东川省规划纲要\n第一章 发展环境\n1. 第一项\n2. 第二项\n• 要点\n"
    assert marked(source, MarkKind.TITLE) == ["东川省规划纲要"]
    assert levels(source, MarkKind.HEADING) == [(1, "第一章 发展环境")]
    assert levels(source, MarkKind.LIST_ITEM) == [(1, "1. 第一项"), (1, "2. 第二项"), (1, "• 要点")]


def test_headings_come_from_names_outline_levels_and_inherited_styles():
    styles = (
        style("2", "heading 1") + style("a3", "章标题", based_on="2") + style("b", "正文样式") + style("t", "Title")
    )
    body = (
        paragraph("规划纲要", '<w:pStyle w:val="t"/>')
        + paragraph("第一章 总则", '<w:pStyle w:val="a3"/>')
        + paragraph("第一节 目标", '<w:outlineLvl w:val="1"/>')
        + paragraph("不再是标题", '<w:pStyle w:val="2"/><w:outlineLvl w:val="9"/>')
        + paragraph("正文。", '<w:pStyle w:val="b"/>')
    )
    source, _ = read(body, styles=styles)
    assert levels(source, MarkKind.HEADING) == [(1, "第一章 总则"), (2, "第一节 目标")]
    assert marked(source, MarkKind.TITLE) == ["规划纲要"]


def test_styles_that_are_based_on_each_other_in_a_circle_end():
    styles = style("x", "甲", based_on="y") + style("y", "乙", based_on="x")
    assert text_of(paragraph("正文。", '<w:pStyle w:val="x"/>'), styles=styles) == "正文。\n"


def test_lines_of_a_table_of_contents_are_marked():
    body = "<w:sdt><w:sdtContent>" + paragraph("第一章 总则\t3", '<w:pStyle w:val="10"/>') + "</w:sdtContent></w:sdt>"
    source, _ = read(
        body.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">') + paragraph("正文。"),
        styles=style("10", "toc 1"),
    )
    assert marked(source, MarkKind.CONTENTS) == ["第一章 总则 3"]


def test_automatic_numbers_are_written_out_by_level():
    lists = numbering(
        level(0, "chineseCountingThousand", "%1、", '<w:suff w:val="nothing"/>'),
        level(1, "chineseCountingThousand", "（%2）"),
        level(2, "decimal", "%3."),
        level(3, "decimalEnclosedCircleChinese", "%4"),
    )
    order = [
        (0, "总体要求"),
        (1, "指导思想"),
        (1, "主要目标"),
        (2, "经济"),
        (2, "社会"),
        (3, "就业"),
        (0, "重点任务"),
        (1, "粮食"),
        (2, "面积"),
    ]
    source, _ = read("".join(paragraph(text, numbered(1, depth)) for depth, text in order), numbering=lists)
    assert source.text.splitlines() == [
        "一、总体要求", "（一）指导思想", "（二）主要目标", "1. 经济", "2. 社会", "① 就业", "二、重点任务", "（一）粮食", "1. 面积",
    ]  # fmt: skip
    assert levels(source, MarkKind.LIST_ITEM)[0] == (1, "一、总体要求")
    assert levels(source, MarkKind.LIST_ITEM)[5] == (4, "① 就业")


def test_numbers_of_headings_come_from_their_style():
    lists = numbering(
        level(0, "chineseCounting", "第%1章", '<w:pStyle w:val="1"/>'),
        level(1, "decimal", "%1.%2", '<w:pStyle w:val="2"/><w:isLgl/>'),
    )
    styles = style("1", "heading 1", numbered(1)) + style("2", "heading 2", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    body = (
        paragraph("总则", '<w:pStyle w:val="1"/>')
        + paragraph("任务", '<w:pStyle w:val="1"/>')
        + paragraph("粮食", '<w:pStyle w:val="2"/>')
    )
    source, _ = read(
        body + paragraph("无号", '<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        styles=styles,
        numbering=lists,
    )
    assert levels(source, MarkKind.HEADING) == [(1, "第一章 总则"), (1, "第二章 任务"), (2, "2.1 粮食"), (1, "无号")]


def test_lists_that_share_a_definition_count_on_unless_one_starts_anew():
    lists = numbering(level(0, "decimal", "%1."))
    body = paragraph("甲", numbered(1)) + paragraph("乙", numbered(2)) + paragraph("丙", numbered(2))
    assert text_of(body, numbering=lists) == "1. 甲\n2. 乙\n3. 丙\n"
    anew = lists.replace(
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>',
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>',
    )
    assert text_of(body, numbering=anew) == "1. 甲\n1. 乙\n2. 丙\n"


def test_a_number_of_an_unknown_list_is_left_out():
    assert text_of(paragraph("甲", numbered(77, 12))) == "甲\n"


def test_tracked_changes_are_accepted_and_counted():
    body = (
        f"<w:p>{run('粮食产量')}<w:del>{run('达到380').replace('w:t', 'w:delText')}</w:del><w:ins>{run('稳定在400')}</w:ins>{run('亿斤。')}</w:p>"
        f"<w:p><w:moveFrom>{run('移走的话。')}</w:moveFrom></w:p><w:p><w:moveTo>{run('移来的话。')}</w:moveTo></w:p>"
    )
    source, (finding,) = read(body)
    assert source.text == "粮食产量稳定在400亿斤。\n移来的话。\n"
    assert (finding.code, finding.message) == ("LT906", "文档带有修订痕迹：保留插入 2 处，略去删除 2 处")


def test_a_deleted_paragraph_end_joins_the_next_paragraph():
    body = (
        paragraph("城镇化率", "<w:rPr><w:del/></w:rPr>")
        + paragraph("提高到72%。")
        + paragraph("最后", "<w:rPr><w:del/></w:rPr>")
    )
    assert text_of(body) == "城镇化率提高到72%。\n最后\n"


def test_a_deleted_table_row_is_left_out():
    rows = cell("甲") + cell("1"), "<w:trPr><w:del/></w:trPr>" + cell("乙") + cell("2"), cell("丙") + cell("3")
    assert text_of(table(*rows)) == "甲\t1\n丙\t3\n"


def test_merged_cells_span_rows_and_columns_and_their_text_stands_once():
    merged, going_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    source, _ = read(
        paragraph("专栏1 主要指标")
        + table(
            cell("指标", merged) + cell("年份", '<w:gridSpan w:val="2"/>'),
            cell("", going_on) + cell("2020年") + cell("2025年"),
            cell("粮食产量") + cell("380") + cell("400"),
        )
        + paragraph("表后正文。")
    )
    assert source.text == "专栏1 主要指标\n指标\t年份\t\n\t2020年\t2025年\n粮食产量\t380\t400\n表后正文。\n"
    assert cells(source) == [
        ("指标", 0, 0, 2, 1), ("年份", 0, 1, 1, 2), ("2020年", 1, 1, 1, 1), ("2025年", 1, 2, 1, 1),
        ("粮食产量", 2, 0, 1, 1), ("380", 2, 1, 1, 1), ("400", 2, 2, 1, 1),
    ]  # fmt: skip
    assert marked(source, MarkKind.TABLE) == ["指标\t年份\t\n\t2020年\t2025年\n粮食产量\t380\t400"]


def test_a_table_of_one_column_is_a_frame_around_text():
    source, _ = read(table(cell("专栏2 重大工程"), cell(paragraph("1. 水利工程。") + paragraph("2. 交通工程。"))))
    assert source.text == "专栏2 重大工程\n1. 水利工程。\n2. 交通工程。\n"
    assert cells(source) == []


def test_a_nested_table_is_not_lost():
    inner = table(cell("内一") + cell("内二"))
    assert text_of(table(cell("外一") + cell(inner + paragraph("外二")))) == "外一\t内一 内二 外二\n"
    assert text_of(table(cell(inner + paragraph("框中正文。")))) == "内一\t内二\n框中正文。\n"


def test_a_text_box_is_read_once_though_it_is_written_twice():
    content = f"<w:txbxContent>{paragraph('文本框中的话。')}</w:txbxContent>"
    body = (
        f'<w:p>{run("锚点段落。")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    source, _ = read(body)
    assert source.text == "锚点段落。\n文本框中的话。\n"
    assert marked(source, MarkKind.TEXT_BOX) == ["文本框中的话。"]
    assert "文本框中的话。" in text_of(table(cell(body) + cell("旁边")))


def test_foot_and_end_notes_stand_at_the_end():
    notes = (
        '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        f'<w:footnote w:id="1">{paragraph("全员劳动生产率是比值。")}</w:footnote>'
    )
    ends = f'<w:endnote w:id="2">{paragraph("尾注。")}</w:endnote>'
    source, _ = read(paragraph("正文") + paragraph("续"), footnotes=notes, endnotes=ends)
    assert source.text == "正文\n续\n[1] 全员劳动生产率是比值。\n[1] 尾注。\n"
    assert marked(source, MarkKind.FOOTNOTE) == ["[1] 全员劳动生产率是比值。", "[1] 尾注。"]


def test_links_fields_controls_and_formulas_give_the_text_that_they_show():
    body = (
        f'<w:p><w:hyperlink>{run("链接")}</w:hyperlink><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("第3页")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        f"<w:sdt><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
        f"{run('隐藏', '<w:vanish/>')}<w:r><w:ruby><w:rt>{run('yin')}</w:rt><w:rubyBase>{run('音')}</w:rubyBase></w:ruby></w:r>"
        '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r><w:r><w:noBreakHyphen/></w:r></w:p>'
    )
    assert text_of(body) == "链接第3页控件x=1音≥-\n"


def test_a_soft_line_break_is_a_line_break_and_in_a_heading_a_blank():
    text = '<w:r><w:t>第一章</w:t><w:br/><w:t>总则</w:t><w:br w:type="page"/></w:r>'
    assert text_of(f"<w:p>{text}</w:p>") == "第一章\n总则\n"
    assert text_of(f'<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>{text}</w:p>') == "第一章 总则\n"


def test_one_tab_is_a_blank_and_several_are_a_table_row():
    assert text_of("<w:p><w:r><w:t>一</w:t><w:tab/><w:t>总则</w:t></w:r></w:p>") == "一 总则\n"
    assert (
        text_of("<w:p><w:r><w:t>产值</w:t><w:tab/><w:t>12</w:t><w:tab/><w:t>15</w:t></w:r></w:p>") == "产值\t12\t15\n"
    )


def test_heads_and_feet_of_pages_are_not_read():
    assert text_of(paragraph("正文。"), header1=paragraph("页眉"), footer1=paragraph("页脚")) == "正文。\n"


def test_the_strict_variant_of_the_format_is_read():
    strict = document(paragraph("严格格式。")).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert read_source_bytes(zipped({"word/document.xml": strict}), "plan.docx")[0].text == "严格格式。\n"


def test_a_document_without_text_is_blank():
    assert code_of(word_file(paragraph(" "))) == "blank"


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_truncated_file_is_damaged(share):
    data = word_file("".join(paragraph(f"第{index}段，增长{index * 7919 % 1000}亿元。") for index in range(300)))
    assert code_of(data[: int(len(data) * share)]) == "damaged-word"


def test_a_file_whose_bytes_are_spoilt_is_damaged():
    data = bytearray(
        word_file("".join(paragraph(f"第{index}段，增长{index * 7919 % 1000}亿元。") for index in range(300)))
    )
    middle = len(data) // 2
    data[middle : middle + 40] = b"\xff" * 40
    assert code_of(bytes(data)) == "damaged-word"


def test_a_file_whose_body_is_no_xml_is_damaged():
    assert code_of(zipped({"word/document.xml": "<w:document"})) == "damaged-word"
    assert code_of(zipped({"word/document.xml": "<document/>"})) == "damaged-word"


def test_xml_nested_deeper_than_any_document_is_damaged_not_a_crash():
    assert code_of(word_file("<w:sdt>" * 5000 + "</w:sdt>" * 5000)) == "damaged-word"


@pytest.mark.parametrize(
    ("member", "what"),
    [
        ("xl/workbook.xml", "Excel 工作簿"),
        ("ppt/presentation.xml", "PowerPoint 演示文稿"),
        ("anything.txt", "压缩包或其他格式"),
    ],
)
def test_other_packages_are_called_what_they_are(member, what):
    with pytest.raises(UnreadableFileError) as caught:
        read_source_bytes(zipped({"[Content_Types].xml": "<Types/>", member: "<x/>"}), "plan.docx")
    assert (caught.value.code, what in caught.value.zh) == ("not-word", True)

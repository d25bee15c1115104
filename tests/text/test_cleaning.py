import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.text.cleaning import clean_text
from lantu.text.folding import fold
from lantu.text.furniture import find_residue, is_furniture
from lantu.text.span import Span

#: What a file holds, and the lines that are read from it.
CASES = {
    "a line that a page broke in mid-sentence is joined": (
        "青岚省加快建设现代化产业体系，培育新的增\n\n长点，形成多点支撑的局面。\n二、主要任务",
        ["青岚省加快建设现代化产业体系，培育新的增长点，形成多点支撑的局面。", "二、主要任务"],
    ),
    "a page number between the halves of a sentence goes": (
        "全省新建充电桩，方便群众出\n— 12 —\n行，覆盖所有乡镇。",
        ["全省新建充电桩，方便群众出行，覆盖所有乡镇。"],
    ),
    "blanks inside numbers and names go": ("2030 年，新增 就业 20 万人 。", ["2030年，新增就业20万人。"]),
    "blanks between two English words stay": (
        "推进 one stop 服务，建设 5 G 网络。",
        ["推进one stop服务，建设5G网络。"],
    ),
    "a chapter's head keeps the blank between its halves": (
        "第三章 壮大海洋经济 建设港口强省",
        ["第三章 壮大海洋经济 建设港口强省"],
    ),
    "a head spread out over the line is closed up": ("第一章 总　　则", ["第一章 总则"]),
    "the words under a bare number keep their blank": (
        "第一篇\n谋划新征程 开创新局面\n正文在这里开始，说明总的要求。",
        ["第一篇", "谋划新征程 开创新局面", "正文在这里开始，说明总的要求。"],
    ),
    "a numbered head with a comma is not joined to its paragraph": (
        "（一）扩大有效需求，促进消费回升\n提振大宗消费。开展以旧换新，发放消费券。",
        ["（一）扩大有效需求，促进消费回升", "提振大宗消费。开展以旧换新，发放消费券。"],
    ),
    "a word in bold that stands on a line of its own goes back into its sentence": (
        "今年发展的\n主要目标\n是：地区生产总值增长6%。",
        ["今年发展的主要目标是：地区生产总值增长6%。"],
    ),
    "a subscript on a line of its own goes back into its name": (
        "空气持续改善，PM\n2.5\n平均浓度下降，优良天数增加。",
        ["空气持续改善，PM2.5平均浓度下降，优良天数增加。"],
    ),
    "a line that begins with a full stop goes on": (
        "建成五个园区，带动就\n业\n。\n三、保障",
        ["建成五个园区，带动就业。", "三、保障"],
    ),
    "an ordinal is not cut from its session": (
        "——2030年1月9日在青岚省第十五届\n人民代表大会第二\n次会议上",
        ["——2030年1月9日在青岚省第十五届人民代表大会第二次会议上"],
    ),
    "a note of responsibility closes its paragraph": (
        "推进港口整合，提升吞吐能力。（责任单位：省交通运输厅等，\n相关市政府）\n完善集疏运体系，开行班列。",
        ["推进港口整合，提升吞吐能力。（责任单位：省交通运输厅等，相关市政府）", "完善集疏运体系，开行班列。"],
    ),
    "items of a list that end in semicolons stay apart": (
        "（一）技术中心；\n（二）检测中心；\n（三）数据中心。",
        ["（一）技术中心；", "（二）检测中心；", "（三）数据中心。"],
    ),
    "a table row keeps its empty cells": (
        "指标\t单位\t2030年\n森林 覆盖率\t%\t45\n\t亿立方米\t",
        ["指标\t单位\t2030年", "森林覆盖率\t%\t45", "\t亿立方米\t"],
    ),
    "full-width letters and digits become narrow and narrow punctuation wide": (
        "新建ＬＮＧ接收站２座,投资1,200万元(含设备).",
        ["新建LNG接收站2座，投资1,200万元（含设备）."],
    ),
    "a web page's widgets, source and editor go": (
        "首页\n>\n来源：\n青岚日报\n【字体：\n大\n中\n小\n】\n全省经济平稳运行。\n责任编辑：\n某某某\n打印本页\n关闭窗口",
        ["全省经济平稳运行。"],
    ),
    "a photograph's caption goes": (
        "政府工作报告\n1月9日，大会开幕。 青岚日报记者 某某 摄\n各位代表：\n现在报告工作。",
        ["政府工作报告", "各位代表：", "现在报告工作。"],
    ),
    "residue of a tracked change goes with the words it deleted": (
        "加快推进水网建设，\n以上删除[某人]:\n保障供水安全。",
        ["加快推进水网建设，保障供水安全。"],
    ),
    "residue inside a line leaves the line": ("加快推进删除[某人]:水网建设。", ["加快推进水网建设。"]),
    "Markdown rows are not joined": (
        "| 指标，单位 | 2030年 |\n| --- | --- |\n| 粮食 | 8 |",
        ["|指标，单位|2030年|", "|---|---|", "|粮食|8|"],
    ),
}


@pytest.mark.parametrize(("original", "lines"), CASES.values(), ids=CASES.keys())
def test_cleaning(original: str, lines: list[str]) -> None:
    assert clean_text(original).text.split("\n") == lines


WIDE = [
    "青岚省坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，",
    "经济运行总体平稳，发展质量稳步提升，社会大局保持和谐稳定。",
    "粮食产量再创新高，工业增加值较快增长，服务业占比继续提高，",
    "外贸结构不断优化，新登记经营主体持续增加，民生保障有力度。",
]


def test_sentences_that_end_at_the_margin_do_not_end_the_paragraph() -> None:
    text = clean_text("\n".join(WIDE * 5)).text
    assert "\n" not in text


def test_a_lead_sentence_at_the_margin_opens_a_paragraph() -> None:
    lines = [*WIDE * 5, "深化国资国企改革。优化布局，聚焦主业，提升核心竞争力和", "创新能力。"]
    assert clean_text("\n".join(lines)).text.split("\n")[-1].startswith("深化国资国企改革。")


def test_what_the_format_cuts_is_left_out_and_the_sentence_closes() -> None:
    clean = clean_text("全省新建（旧稿）充电桩二百座。", [Span(4, 8)])
    assert clean.text == "全省新建充电桩二百座。"
    assert clean.furniture == (Span(4, 8),)


@pytest.mark.parametrize(
    "line",
    [
        "12",
        "— 3 —",
        "第 4 页 共 9 页",
        "Page 3 of 9",
        "打印本页",
        "A+",
        "来源：青岚日报",
        "发布时间：2030-01-09",
        "2030-01-09 09:30:00",
        "ICP备12345678号",
    ],
)
def test_furniture_is_recognised(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "2030年",
        "大力发展海洋经济",
        "增长6%",
        "小微企业增加",
        "一、总体要求",
        "时间节点",
        "记者节活动",
        "分享发展成果",
        "版权登记量增长",
        "时间：2030年底前",
        "字体产业",
    ],
)
def test_content_is_not_taken_for_furniture(line: str) -> None:
    assert not is_furniture(line)


def test_residue_needs_its_word() -> None:
    assert find_residue("参见[注1]：说明") == []


# -- laws ------------------------------------------------------------------------------------------------------------

ANY = st.text(st.characters(), max_size=200)
GENRE = st.lists(
    st.sampled_from(
        [
            "第一章 总则",
            "一、目标",
            "（一）改革",
            "1.建设。",
            "全省经济增长5.5%，",
            "左右。",
            "\n",
            "\n\n",
            "——",
            "专栏 3 工程",
            "注：①",
            "\t",
            " ",
            "12",
            "来源：",
            "（",
            "）",
            "年",
            "。",
            "；",
            "的",
            "PM",
            "2.5",
            "《",
            "》",
            "删除[某]:",
            "　　",
            "\u3000",
            "\ufeff",
            "指标\t1\t",
            "目录",
            "…………3",
            "A",
            "B",
        ]
    ),
    max_size=40,
).map("".join)


@given(ANY | GENRE)
def test_every_stretch_of_clean_text_has_its_place_in_the_original(original: str) -> None:
    clean = clean_text(original)
    assert clean.length == len(original)
    assert list(clean.starts) == sorted(set(clean.starts))
    assert list(clean.origins) == sorted(set(clean.origins))
    for offset in range(len(clean.text)):
        assert 0 <= clean.original_offset(offset) < len(original)
        span = clean.original_span(offset, offset + 1)
        assert len(span) == 1


@given(ANY | GENRE)
def test_cleaning_only_leaves_out_and_folds(original: str) -> None:
    clean = clean_text(original)
    for offset, character in enumerate(clean.text):
        source = original[clean.original_offset(offset)]
        assert character in {source, fold(source), "\n", " ", ","}


@given(ANY | GENRE)
def test_the_same_text_is_cleaned_the_same_way(original: str) -> None:
    assert clean_text(original) == clean_text(original)


@given(st.lists(st.sampled_from([lines for _, case in CASES.values() for lines in case]), max_size=12))
def test_reading_twice_changes_nothing(lines: list[str]) -> None:
    once = clean_text("\n".join(lines)).text
    assert clean_text(once).text == once

import pytest

from lantu.model.document import BlockKind, Document
from lantu.reading.documents import read_document
from lantu.text.source import Mark, MarkKind, Source

PROSE = "全省上下坚持稳中求进，着力扩大内需、优化结构，经济运行总体平稳，发展质量稳步提升，社会大局保持和谐稳定，人民生活持续改善。"


def read(text: str, *marks: Mark) -> Document:
    return read_document(Source("某文件.txt", text, marks=marks))


def sketch(document: Document) -> list[str]:
    """The tree, one block a line: depth as dots, the kind, the label, and a heading's title or the first words."""
    text = document.clean.text
    lines = []
    for index, block in enumerate(document.blocks):
        words = block.title if block.kind in {BlockKind.HEADING, BlockKind.BOX} else text[block.start : block.end][:6]
        name = block.kind.value if not block.label else f"{block.kind.value} {block.label}"
        lines.append(f"{'.' * len(document.path(index))}{name}|{words}")
    return lines


#: A text, and the tree that is read from it.
CASES = {
    "parts, chapters, sections and boxes nest": (
        f"第一篇\n谋划新征程 开创新局面\n第一章 发展基础\n第一节 成就\n{PROSE}\n专栏 1 重点工程\n（一）港口\n建设深水泊位。\n（二）机场\n扩建航站楼。\n第二节 形势\n{PROSE}",
        [
            "heading 第一篇|谋划新征程 开创新局面",
            ".heading 第一章|发展基础",
            "..heading 第一节|成就",
            "...paragraph|全省上下坚持",
            "...box 专栏 1|重点工程",
            "....heading （一）|港口",
            ".....paragraph|建设深水泊位",
            "....heading （二）|机场",
            ".....paragraph|扩建航站楼。",
            "..heading 第二节|形势",
            "...paragraph|全省上下坚持",
        ],
    ),
    "a lead sentence after a number is the heading of what follows on its line": (
        "一、工作回顾\n（一）稳增长，质效提升。出台政策三十条。\n——绿色发展。保护江河湖泊。\n二是深化改革。放开市场准入。",
        [
            "heading 一、|工作回顾",
            ".heading （一）|稳增长，质效提升",
            "..paragraph|出台政策三十",
            "..heading ——|绿色发展",
            "...paragraph|保护江河湖泊",
            "...heading 二是|深化改革",
            "....paragraph|放开市场准入",
        ],
    ),
    "items of a list are paragraphs, not headings": (
        "专栏 2 检测项目\n-（一）计量中心；\n-（二）材料中心；\n-（三）药品中心。",
        [
            "box 专栏 2|检测项目",
            ".paragraph （一）|-（一）计量",
            ".paragraph （二）|-（二）材料",
            ".paragraph （三）|-（三）药品",
        ],
    ),
    "a numbered sentence that heads nothing is an item": (
        "（一）电网工程\n1.抽水蓄能：\n续建项目：青槐电站；\n2.储能电站。\n（二）油气工程",
        [
            "heading （一）|电网工程",
            ".heading 1.|抽水蓄能",
            "..paragraph|续建项目：青",
            ".paragraph 2.|2.储能电站",
            "heading （二）|油气工程",
        ],
    ),
    "short sentences before paragraphs are headings without a number": (
        f"一、回顾\n生态更加优美。\n{PROSE}\n产业更加兴旺。\n{PROSE}",
        [
            "heading 一、|回顾",
            ".heading|生态更加优美",
            "..paragraph|全省上下坚持",
            ".heading|产业更加兴旺",
            "..paragraph|全省上下坚持",
        ],
    ),
    "one short sentence alone is a paragraph": (
        f"一、回顾\n{PROSE}\n我们深知成绩来之不易。\n{PROSE}",
        ["heading 一、|回顾", ".paragraph|全省上下坚持", ".paragraph|我们深知成绩", ".paragraph|全省上下坚持"],
    ),
    "a salutation turns from the points back to the chapter": (
        "一、回顾\n（一）改革。放开准入。\n各位代表！一年的成绩来之不易，凝聚着全省人民的心血和汗水。",
        ["heading 一、|回顾", ".heading （一）|改革", "..paragraph|放开准入。", ".paragraph|各位代表！一"],
    ),
    "title, session, speaker and salutation come before the text": (
        "政府工作报告\n——2030年1月9日在青岚省第九届人民代表大会第一次会议上\n省长 某某某\n各位代表：\n现在，我代表省人民政府，向大会报告工作。\n一、回顾",
        [
            "title|政府工作报告",
            "front|——2030",
            "front|省长某某某",
            "front|各位代表：",
            "paragraph|现在，我代表",
            "heading 一、|回顾",
        ],
    ),
    "contents are recognised and are no headings": (
        f"目 录\n第一章 总则……1\n第一节 依据\t1\n第二节 目标\t2\n第一章 总则\n第一节 依据\n{PROSE}\n第二节 目标\n{PROSE}",
        [
            "toc|目录",
            "toc|第一章 总则",
            "toc|第一节 依据",
            "toc|第二节 目标",
            "heading 第一章|总则",
            ".heading 第一节|依据",
            "..paragraph|全省上下坚持",
            ".heading 第二节|目标",
            "..paragraph|全省上下坚持",
        ],
    ),
    "contents without page numbers end where the first heading comes again": (
        f"目录\n一、总体要求\n二、主要任务\n一、总体要求\n{PROSE}\n二、主要任务\n{PROSE}",
        [
            "toc|目录",
            "toc|一、总体要求",
            "toc|二、主要任务",
            "heading 一、|总体要求",
            ".paragraph|全省上下坚持",
            "heading 二、|主要任务",
            ".paragraph|全省上下坚持",
        ],
    ),
    "a box that lists plans is no table of contents": (
        "专栏 9 重点专项规划目录\n（一）海洋规划；（二）能源规划。",
        ["box 专栏 9|重点专项规划目录", ".paragraph （一）|（一）海洋规"],
    ),
    "a glossary at the end is notes": (
        f"政府工作报告\n一、回顾\n{PROSE}\n名词解释\n1.“两新”：指设备更新和以旧换新。\n2.“双碳”：指碳达峰和碳中和。",
        [
            "title|政府工作报告",
            "heading 一、|回顾",
            ".paragraph|全省上下坚持",
            "heading|名词解释",
            ".note|1.“两新”",
            ".note|2.“双碳”",
        ],
    ),
    "a glossary without a heading is notes too": (
        f"政府工作报告\n一、回顾\n{PROSE}\n{PROSE}\n[1]两新：设备更新和以旧换新。\n[2]双碳：碳达峰和碳中和。\n[3]四好：建好管好护好运营好。",
        [
            "title|政府工作报告",
            "heading 一、|回顾",
            ".paragraph|全省上下坚持",
            ".paragraph|全省上下坚持",
            "note|[1]两新：",
            "note|[2]双碳：",
            "note|[3]四好：",
        ],
    ),
    "a box that is a table ends where prose resumes": (
        f"第二节 目标\n{PROSE}\n专栏1 主要指标\n指标\t2030年\n粮食（万吨）\t90\n注：①预计数。\n②按可比价。\n{PROSE}",
        [
            "heading 第二节|目标",
            ".paragraph|全省上下坚持",
            ".box 专栏1|主要指标",
            "..table_row|指标\t203",
            "..table_row|粮食（万吨）",
            "..note|注：①预计数",
            "..note|②按可比价。",
            ".paragraph|全省上下坚持",
        ],
    ),
    "a box ends where the numbering outside goes on": (
        f"一、任务\n（一）港口\n{PROSE}\n专栏1 工程\n1.码头\n扩建泊位。\n2.航道\n疏浚航道。\n（二）机场\n{PROSE}",
        [
            "heading 一、|任务",
            ".heading （一）|港口",
            "..paragraph|全省上下坚持",
            "..box 专栏1|工程",
            "...heading 1.|码头",
            "....paragraph|扩建泊位。",
            "...heading 2.|航道",
            "....paragraph|疏浚航道。",
            ".heading （二）|机场",
            "..paragraph|全省上下坚持",
        ],
    ),
    "a box ends where prose with lead sentences resumes": (
        f"第一节 产业\n做强制造业。{PROSE}\n专栏2 工程\n（一）集群\n{PROSE}\n做优服务业。{PROSE}",
        [
            "heading 第一节|产业",
            ".paragraph|做强制造业。",
            ".box 专栏2|工程",
            "..heading （一）|集群",
            "...paragraph|全省上下坚持",
            ".paragraph|做优服务业。",
        ],
    ),
    "numbers whose words begin with digits are still numbers": (
        "（一）电网\n1.500千伏工程：\n建设变电站。\n2.220千伏及以下工程。",
        ["heading （一）|电网", ".heading 1.|500千伏工程", "..paragraph|建设变电站。", ".paragraph 2.|2.220千"],
    ),
    "Markdown heads open chapters": (
        "# 青岚省海洋规划\n\n## 总则\n\n内容一。\n\n### 第一节 目标\n\n内容二。",
        ["title|# 青岚省海", "heading|总则", ".paragraph|内容一。", ".heading 第一节|目标", "..paragraph|内容二。"],
    ),
    "an annex opens at the root": (
        f"一、任务\n{PROSE}\n附件1 重点项目清单\n1.港口扩建项目；",
        ["heading 一、|任务", ".paragraph|全省上下坚持", "heading|附件1 重点项目清单", ".paragraph 1.|1.港口扩建"],
    ),
}


@pytest.mark.parametrize(("text", "tree"), CASES.values(), ids=CASES.keys())
def test_the_tree(text: str, tree: list[str]) -> None:
    assert sketch(read(text)) == tree


def test_a_short_first_sentence_is_the_title_of_its_paragraph() -> None:
    document = read("一、任务\n建设高效港口。扩大通航能力，提升吞吐量。\n2030年是关键一年。我们要抓紧。")
    assert [block.title for block in document.blocks[1:]] == ["建设高效港口", ""]


def test_the_path_names_the_headings_that_enclose_a_block() -> None:
    document = read("第一章 总则\n一、目标\n（一）近期。到2030年见效。")
    assert [block.label for block in document.path(len(document.blocks) - 1)] == ["第一章", "一、", "（一）"]


def test_what_the_format_marks_as_heading_is_one() -> None:
    text = "总体要求\n坚持改革。\n重点任务\n扩大开放。"
    document = read(text, Mark(MarkKind.HEADING, 0, 4, level=1), Mark(MarkKind.HEADING, 11, 15, level=1))
    assert sketch(document) == [
        "heading|总体要求",
        ".paragraph|坚持改革。",
        "heading|重点任务",
        ".paragraph|扩大开放。",
    ]


def test_a_marked_heading_has_the_level_of_numbered_ones_with_its_mark() -> None:
    text = "一、总体要求\n坚持改革。\n附带说明\n扩大开放。"
    document = read(text, Mark(MarkKind.HEADING, 0, 6, level=2), Mark(MarkKind.HEADING, 13, 17, level=2))
    assert [block.level for block in document.blocks if block.kind is BlockKind.HEADING] == [5, 5]


def test_foot_notes_and_contents_are_taken_from_the_formats_marks() -> None:
    text = "总则 1\n任务 2\n坚持改革。\n数据为初步统计。"
    document = read(text, Mark(MarkKind.CONTENTS, 0, 4), Mark(MarkKind.CONTENTS, 5, 9), Mark(MarkKind.FOOTNOTE, 16, 24))
    assert [block.kind.value for block in document.blocks] == ["toc", "toc", "paragraph", "note"]


def test_struck_out_words_and_running_heads_are_not_read() -> None:
    text = "青岚省规划\n坚持深化（旧）改革。"
    document = read(text, Mark(MarkKind.FURNITURE, 0, 5), Mark(MarkKind.DELETED, 10, 13))
    assert document.clean.text == "坚持深化改革。"

"""Which works a document names, with kind, stage and place."""

import pytest

from lantu.extraction.projects import extract_projects
from lantu.reading.documents import read_document
from lantu.text.source import Source

OUTLINE = """辽宁省产业发展规划

第一章 完善基础设施

第一节 建设交通网

{prose}

专栏1 交通重大工程

（一）公路

1.甲县至乙县高速公路；2.沈阳至丙镇公路改扩建；3.丁河特大桥。

（二）抽水蓄能工程

续建项目：抚顺青石抽水蓄能一期工程；

拟开工项目：大连白云、丹东绿水等抽水蓄能电站；

开工备选项目：鞍山红岩抽水蓄能电站。

（三）综合信息平台

归集各部门数据，开展分析。
"""


def _projects(prose="完善网络。"):
    text = OUTLINE.format(prose=prose)
    projects, findings = extract_projects(read_document(Source("a.txt", text)))
    assert findings == []
    for project in projects:
        # Where the words stand is where the name was read; shared endings are added to the name only.
        assert project.name[:2] in text[project.span.start : project.span.end] + project.name
        assert project.span.end > project.span.start
    return projects


def _prose(text):
    return [project for project in _projects(text) if not any("专栏" in heading for heading in project.headings)]


def _names(text):
    return [project.name for project in _prose(text)]


def test_the_items_of_a_box_are_projects():
    names = [project.name for project in _projects()]
    assert names == [
        "甲县至乙县高速公路",
        "沈阳至丙镇公路改扩建",
        "丁河特大桥",
        "抚顺青石抽水蓄能一期工程",
        "大连白云抽水蓄能电站",
        "丹东绿水抽水蓄能电站",
        "鞍山红岩抽水蓄能电站",
        "综合信息平台",
    ]


def test_a_list_s_label_states_the_stage():
    stages = {project.name: project.stage for project in _projects()}
    assert stages["抚顺青石抽水蓄能一期工程"] == "续建"
    assert stages["大连白云抽水蓄能电站"] == "拟开工"
    assert stages["鞍山红岩抽水蓄能电站"] == "前期"
    assert stages["甲县至乙县高速公路"] == ""


def test_a_project_knows_its_box_its_kind_and_its_places():
    first, second, *_ = _projects()
    assert first.headings[-2:] == ("专栏1 交通重大工程", "（一）公路")
    assert first.kind == "高速公路"
    assert second.places == ("沈阳市",)


def test_a_heading_whose_list_names_works_is_a_class_and_no_project():
    assert "抽水蓄能工程" not in [project.name for project in _projects()]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("加快沈甲高铁、大连新机场等重大项目建设。", ["沈甲高铁", "大连新机场"]),
        ("推进甲山、乙水、丙河等大型水库建设。", ["甲山大型水库", "乙水大型水库", "丙河大型水库"]),
        ("推进沈甲高铁、丹东绿水抽水蓄能电站建设。", ["沈甲高铁", "丹东绿水抽水蓄能电站"]),
        ("开工建设大连、丹东跨境电子商务综合试验区。", ["大连跨境电子商务综合试验区", "丹东跨境电子商务综合试验区"]),
        ("实施品牌强农工程、土壤修复治理工程。", ["品牌强农工程", "土壤修复治理工程"]),
        ("大化精细材料、鞍山特钢等一批超百亿项目建成投产。", ["大化精细材料", "鞍山特钢"]),
        ("建设沈阳地铁3号线、4号线。", ["沈阳地铁3号线", "沈阳地铁4号线"]),
        ("支持大连建设白石湾科学城。", ["白石湾科学城"]),
        ("加快庄河和兴城抽水蓄能电站前期工作。", ["庄河抽水蓄能电站", "兴城抽水蓄能电站"]),
        ("沈甲高铁和大连绿水抽水蓄能电站建成投产。", ["沈甲高铁", "大连绿水抽水蓄能电站"]),
    ],
)
def test_enumerations_in_prose_name_projects(text, names):
    assert _names(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "谋划实施一批重大项目。",
        "推进城际铁路建设。",
        "发展现代物流、商贸服务等产业项目。",
        "完善综合服务平台。",
        "加快构建现代化交通体系。",
        "培育壮大装备制造产业基地。",
        "加强沈阳、大连等城市合作。",
        "提升高速公路通行能力。",
    ],
)
def test_works_in_general_are_no_projects(text):
    assert _names(text) == []


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("开工建设沈甲高铁。", "拟开工"),
        ("开展沈甲高铁前期工作。", "前期"),
        ("谋划推进沈甲高铁建设。", "谋划"),
        ("加快沈甲高铁建设。", "续建"),
        ("建成沈甲高铁。", "投产"),
        ("确保沈甲高铁建成通车。", "投产"),
        ("推进沈甲高铁建设。", ""),
    ],
)
def test_verbs_state_the_stage(text, stage):
    (project,) = _prose(text)
    assert (project.name, project.stage) == ("沈甲高铁", stage)


def test_a_bracket_after_a_name_states_the_stage():
    text = "云州省规划\n\n第一章 交通\n\n专栏1 重大工程\n\n（一）水利\n\n1.青山水库（续建）；2.白河大桥（2028年开工）；3.甲县供水工程（一期）。\n"
    projects, _ = extract_projects(read_document(Source("a.txt", text)))
    assert [(project.name, project.stage) for project in projects] == [
        ("青山水库", "续建"),
        ("白河大桥", "拟开工"),
        ("甲县供水工程（一期）", ""),
    ]
    assert [text[project.span.start : project.span.end] for project in projects][:2] == ["青山水库", "白河大桥"]


def test_a_start_that_a_report_looks_back_on_has_happened():
    text = "政府工作报告\n\n——2027年1月20日在省第十四届人民代表大会第五次会议上\n\n各位代表：\n\n我代表省人民政府报告工作，请予审议。\n\n一、2026年工作回顾\n\n过去一年，工作取得成效。开工建设沈甲高铁。\n\n二、2027年工作安排\n\n要抓好各项工作。开工建设大连新机场。\n"
    projects, _ = extract_projects(read_document(Source("a.txt", text)))
    assert [(project.name, project.stage) for project in projects] == [("沈甲高铁", "开工"), ("大连新机场", "拟开工")]


def test_a_table_of_projects_is_read_by_its_columns():
    text = "重点项目表\n\n项目名称\t建设地点\t建设性质\n青石水库\t抚顺市\t续建\n白云大桥\t大连市\t新开工\n"
    projects, _ = extract_projects(read_document(Source("a.txt", text)))
    assert [(project.name, project.places, project.stage) for project in projects] == [
        ("青石水库", ("抚顺市",), "续建"),
        ("白云大桥", ("大连市",), "拟开工"),
    ]


@pytest.mark.parametrize(
    "text", ["", "等项目", "、、等工程建设。", "推进（。", "专栏1\n1.；2.；", "加快“建设。", "项目名称\t\n\t"]
)
def test_scraps_of_text_are_read_without_an_exception(text):
    extract_projects(read_document(Source("a.txt", text)))

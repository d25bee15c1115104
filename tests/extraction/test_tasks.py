"""Which paragraphs order work, where they start and end, and who answers for them."""

import json

import pytest

from lantu.extraction.tasks import extract_tasks
from lantu.model.statement import Measure, Quantity, Statement, StatementKind
from lantu.reading.documents import read_document
from lantu.text.source import Source
from lantu.text.span import Span
from tests.optional import require_path

ACTION_PLAN = """云州省推进山海协作三年行动方案

为落实省委部署，制定本行动方案。

一、总体要求

（一）指导思想。

坚持统筹推进，加快形成协作格局。

二、建设山海通道

（一）完善交通网络。

1.建设云青铁路。加快云青铁路建设，开工青河港铁路支线。（责任单位：云州市政府，省发展改革委等）

2.畅通水路。整治青河航道，建设港口。
（责任单位：省交通运输厅、水利厅）

（二）共建产业园。

建设山海协作产业园，引进一批企业。（牵头单位：省商务厅；配合单位：相关市政府）

3.改进服务。

完善审批制度。推行一网通办。（省营商局负责）

压减收费项目。清理涉企收费。（省财政厅负责）

三、保障措施

加强组织领导，压实工作责任。
"""

WORK_REPORT = """政府工作报告

——2027年1月20日在云州省第十四届人民代表大会第五次会议上

各位代表：

我代表省人民政府报告工作，请予审议。

一、2026年工作回顾

过去一年，我们推进改革，建设项目，完成了各项任务。

（一）加快产业升级。推进工业改造，实施技术改造项目三百个，规模以上工业增加值增长百分之六。

二、2027年重点工作

今年是全面推进的一年。要做好以下工作：

（一）加快产业升级。实施工业倍增行动，建设云州装备制造基地，培育一批骨干企业。

（二）扩大有效投资。建设一批重大项目。

推动项目落地。完善要素保障，开工建设青河水库。

各位代表！让我们加快建设，推进发展，奋勇前进。
"""


def _read(text, name="a.txt"):
    return read_document(Source(name, text))


def _tasks(text):
    return extract_tasks(_read(text))


def test_a_note_makes_the_item_before_it_a_task():
    tasks, findings = _tasks(ACTION_PLAN)
    assert [task.heading for task in tasks] == [
        "建设云青铁路",
        "畅通水路",
        "共建产业园",
        "完善审批制度",
        "压减收费项目",
    ]
    assert findings == []


def test_a_task_starts_after_its_number_and_ends_before_its_note():
    tasks, _ = _tasks(ACTION_PLAN)
    assert ACTION_PLAN[tasks[0].span.start : tasks[0].span.end].startswith("建设云青铁路。加快")
    assert ACTION_PLAN[tasks[0].span.start : tasks[0].span.end].endswith("铁路支线。")
    assert ACTION_PLAN[tasks[1].span.start : tasks[1].span.end] == "畅通水路。整治青河航道，建设港口。"


def test_the_only_task_under_a_heading_takes_its_name_and_stands_beside_it():
    tasks, _ = _tasks(ACTION_PLAN)
    assert tasks[2].headings == ("二、建设山海通道",)
    assert tasks[2].text == "建设山海协作产业园，引进一批企业。"


def test_several_tasks_under_a_heading_are_named_by_their_lead_sentences():
    tasks, _ = _tasks(ACTION_PLAN)
    assert tasks[3].headings[-1] == "3.改进服务"
    assert tasks[4].headings == tasks[3].headings


def test_a_task_carries_the_units_of_its_note():
    tasks, _ = _tasks(ACTION_PLAN)
    (responsibility,) = tasks[1].responsibilities
    assert [unit.name for unit in responsibility.units] == ["省交通运输厅", "省水利厅"]
    assert responsibility.text == "（责任单位：省交通运输厅、水利厅）"
    assert [ACTION_PLAN[unit.span.start : unit.span.end] for unit in responsibility.units] == ["省交通运输厅", "水利厅"]


def test_lines_of_labels_under_a_task_are_its_note():
    text = "云州市2027年重点工作分工方案\n\n一、扩大就业\n\n开展技能培训，建设零工市场。\n牵头单位：市人社局\n完成时限：2027年12月底\n\n二、改善交通\n\n改造东街道路。\n责任单位：市住建局\n"
    tasks, findings = _tasks(text)
    assert [(task.heading, task.text) for task in tasks] == [
        ("扩大就业", "开展技能培训，建设零工市场。"),
        ("改善交通", "改造东街道路。"),
    ]
    assert tasks[0].responsibilities[0].deadline == "2027年12月底"
    assert findings == []


def test_a_report_orders_work_in_the_chapters_that_look_ahead():
    tasks, _ = _tasks(WORK_REPORT)
    assert [task.heading for task in tasks] == ["加快产业升级", "扩大有效投资", "推动项目落地"]
    assert tasks[0].headings == ("二、2027年重点工作",)
    assert all(task.responsibilities == () for task in tasks)


def test_a_report_s_closing_call_is_no_task():
    tasks, _ = _tasks(WORK_REPORT)
    assert not any("让我们" in task.text for task in tasks)


def test_a_task_knows_the_statements_within_it():
    document = _read(WORK_REPORT)
    start = WORK_REPORT.index("一批骨干企业")
    before = WORK_REPORT.index("三百个")

    def statement(start, end):
        return Statement(
            Span(start, end), WORK_REPORT[start:end], StatementKind.TARGET, "", Measure.FLOW, Quantity(None)
        )

    tasks, _ = extract_tasks(document, [statement(before, before + 3), statement(start, start + 2)])
    assert [task.statements for task in tasks] == [(1,), (), ()]


def test_a_note_without_units_is_reported():
    tasks, findings = _tasks("云州市工作方案\n\n一、扩大就业\n\n开展技能培训，建设零工市场。（责任单位：）\n")
    assert len(tasks) == 1
    assert [(finding.code, finding.remedy) for finding in findings] == [
        ("LT301", "在“单位：”后写明单位全称，单位之间用顿号分开。")
    ]


def test_words_in_the_place_of_a_unit_are_reported():
    text = "云州市工作方案\n\n一、扩大就业\n\n开展技能培训。（责任单位：市人社局、详见任务清单并另行研究确定后报送）\n"
    document = _read(text)
    _, findings = extract_tasks(document)
    assert [finding.code for finding in findings] == ["LT302"]
    assert document.original(findings[0].span).endswith("另行研究确定后报送")


def test_an_unclosed_note_is_reported():
    _, findings = _tasks(
        "云州市工作方案\n\n一、扩大就业\n\n开展技能培训，建设零工市场。（责任单位：市人社局\n\n二、改善交通\n\n改造道路。\n"
    )
    assert [finding.code for finding in findings] == ["LT304"]


def test_a_note_with_nothing_before_it_is_reported():
    _, findings = _tasks(
        "（责任单位：市人社局）\n\n一、扩大就业\n\n开展技能培训，建设零工市场。（责任单位：市民政局）\n"
    )
    assert [finding.code for finding in findings] == ["LT303"]


@pytest.mark.parametrize(
    "text", ["", "（", "责任单位：", "（责任单位：）", "一、", "（责任单位：省教育厅）\n（责任单位：省教育厅）"]
)
def test_scraps_of_text_are_read_without_an_exception(text):
    extract_tasks(_read(text))


@pytest.fixture
def gold(shared):
    path = require_path(shared / "gold" / "liaoning-regional-action-plan.responsible.jsonl", "the annotated documents")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    text = (shared / "corpus" / "liaoning-regional-action-plan.txt").read_text(encoding="utf-8")
    return rows, _read(text, "liaoning-regional-action-plan.txt")


def test_the_annotated_tasks_are_found_with_their_headings_and_spans(gold):
    rows, document = gold
    tasks, findings = extract_tasks(document)
    found = {
        (task.responsibilities[0].span.start, task.span.start, task.span.end, task.heading, task.headings)
        for task in tasks
    }
    wanted = {(row["start"], row["task_start"], row["task_end"], row["heading"], tuple(row["under"])) for row in rows}
    assert found == wanted
    assert findings == []

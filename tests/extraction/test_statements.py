"""Measured statements in running text: where they stand, why they were read so, and what is reported instead."""

import time

import pytest

from lantu.extraction.periods import read_timeline
from lantu.extraction.statements import extract_statements
from lantu.model.finding import Severity
from lantu.model.statement import Measure
from lantu.reading.documents import read_document
from lantu.text.source import Source

REPORT = {"kind": "work-report", "period": "2026", "region": "青岚省"}


def read(text, settled=REPORT, **source):
    document = read_document(Source("report.txt", text, **source), settled=settled)
    return document, *extract_statements(document, read_timeline(document))


def test_a_span_broken_by_a_line_is_quoted_as_published():
    text = "二、2026年工作安排\n农业生产条件持续改善，粮食产量达到512.7\n亿斤。"
    document, (statement,), _ = read(text)
    assert statement.text == "512.7\n亿斤"
    assert document.original(statement.span) == statement.text
    assert statement.quantity.value == 51_270_000_000


def test_a_statement_knows_its_sentence_and_its_block():
    document, (first, second), _ = read("二、2026年工作安排\n新建学校45所。改造道路12公里。")
    assert document.original(first.sentence) == "新建学校45所"
    assert document.original(second.sentence) == "改造道路12公里"
    assert [block.title for block in document.path(first.block)] == ["2026年工作安排"]


def test_a_statement_knows_its_page():
    text = "二、2026年工作安排\n新建学校45所。\n改造道路12公里。"
    _, statements, _ = read(text, pages=(0, text.index("改造")))
    assert [statement.page for statement in statements] == [1, 2]


def test_the_words_that_decided_are_kept():
    _, (statement,), _ = read("二、2026年工作安排\n力争新建学校超过45所。")
    assert set(statement.reasons) >= {"period:二、2026年工作安排", "words:超过", "act:新建"}


def test_a_number_whose_subject_is_not_found_is_a_finding():
    document, statements, (finding,) = read("二、2026年工作安排\n达到300万吨。")
    assert statements == []
    assert (finding.code, finding.severity) == ("LT101", Severity.INFO)
    assert document.original(finding.span) == "300万吨"
    assert finding.message == "“300万吨”像是一个数量，但未能读出它衡量的是什么"


@pytest.mark.parametrize("kind", ["title", "front", "contents"])
def test_numbers_outside_the_text_are_not_read(kind):
    texts = {
        "title": "青岚省2026年政府工作报告\n一、工作回顾\n粮食增产。",
        "front": "青岚省政府工作报告\n——2026年1月15日在青岚省第13届人民代表大会第4次会议上\n一、工作回顾\n粮食增产。",
        "contents": "目录\n一、工作回顾 3\n二、工作安排 12\n\n一、工作回顾\n粮食增产。\n二、工作安排\n粮食稳产。",
    }
    assert read(texts[kind])[1] == []


def test_headings_are_read_too():
    _, (statement,), _ = read("二、2026年工作安排\n（一）新建学校45所。\n切实办好。")
    assert (statement.subject, statement.measure) == ("学校", Measure.FLOW)


def test_nothing_is_carried_from_one_paragraph_to_the_next():
    _, (statement,), (finding,) = read("二、2026年工作安排\n粮食产量达到300万吨。\n同比增长5%。")
    assert statement.subject == "粮食产量"
    assert finding.code == "LT101"


def test_a_sentence_without_end_is_read_in_time_proportional_to_its_length():
    def seconds(times):
        text = "二、2026年工作安排\n" + "新建学校45所、改造道路12公里，地区生产总值增长5.5%，" * times
        document = read_document(Source("report.txt", text), settled=REPORT)
        timeline = read_timeline(document)
        started = time.process_time()
        extract_statements(document, timeline)
        return time.process_time() - started

    seconds(50)
    assert seconds(4000) < 12 * max(seconds(1000), 0.02)

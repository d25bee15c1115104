"""All stages together: one list of statements, in order, none twice."""

from itertools import pairwise

from lantu.extraction.pipeline import STATEMENT_STAGES, extract
from lantu.model.statement import OpenTarget
from lantu.reading.documents import read_document
from lantu.text.source import Source

OUTLINE = {"kind": "outline", "period": "2026-2030", "region": "青岚省"}
TEXT = """第一章 发展目标
研发投入强度高于全国平均水平，森林覆盖率达到42%。
专栏1 主要指标
指标\t2025年\t2030年
床位（万张）\t1.2\t等待国家下达
机场（个）\t9\t另行研究
第二章 重点任务
新建学校45所。达到300万吨。
"""


def read(text=TEXT):
    return extract(read_document(Source("plan.txt", text), settled=OUTLINE))


def test_statements_of_all_stages_stand_in_the_order_of_the_text():
    statements = read().statements
    assert [one.text for one in statements] == ["高于全国平均水平", "42%", "1.2", "等待国家下达", "9", "45所"]
    assert all(left.span.end <= right.span.start for left, right in pairwise(statements))


def test_findings_of_all_stages_stand_in_the_order_of_the_text():
    assert [finding.code for finding in read().findings] == ["LT102", "LT101"]


def test_a_cell_is_read_once():
    subjects = [one.subject for one in read().statements if one.cell is not None]
    assert subjects == ["床位", "床位", "机场"]


def test_a_number_wins_over_words_that_share_its_place():
    statements = read("第一章 目标\n居民收入增速高于全国平均水平2个百分点。").statements
    assert [one.quantity.value for one in statements if one.quantity.value is not None] == [2]
    assert {one.quantity.open_target for one in statements} <= {None, OpenTarget.RELATIVE}


def test_an_empty_document_says_nothing():
    extraction = read("")
    assert (extraction.statements, extraction.tasks, extraction.projects, extraction.findings) == ((), (), (), ())


def test_the_order_of_the_stages_is_written_down():
    assert [stage.__name__ for stage in STATEMENT_STAGES] == [
        "extract_statements",
        "extract_open_targets",
        "extract_table_statements",
    ]

"""Promises without a number."""

import pytest

from lantu.extraction.open_targets import classify_open_target, extract_open_targets
from lantu.extraction.periods import read_timeline
from lantu.model.statement import Comparator, OpenTarget
from lantu.reading.documents import read_document
from lantu.text.source import Source

OUTLINE = {"kind": "outline", "period": "2026-2030", "region": "青岚省"}


def read(text, **settled):
    document = read_document(Source("plan.txt", text), settled=OUTLINE | settled)
    statements, findings = extract_open_targets(document, read_timeline(document))
    assert findings == []
    return document, statements


@pytest.mark.parametrize(
    ("words", "kind", "comparator", "reference"),
    [
        ("高于全国平均水平", OpenTarget.RELATIVE, Comparator.GT, "全国平均水平"),
        ("快于经济增长速度", OpenTarget.RELATIVE, Comparator.GT, "经济增长速度"),
        ("低于全国平均水平", OpenTarget.RELATIVE, Comparator.LT, "全国平均水平"),
        ("不低于全国平均水平", OpenTarget.RELATIVE, Comparator.GE, "全国平均水平"),
        ("与经济增长基本同步", OpenTarget.RELATIVE, Comparator.APPROX, "经济增长"),
        ("达到全国平均水平", OpenTarget.RELATIVE, Comparator.APPROX, "全国平均水平"),
        ("等待国家下达", OpenTarget.AWAITED, Comparator.EQ, ""),
        ("完成国家下达任务", OpenTarget.AWAITED, Comparator.EQ, ""),
        ("控制在国家下达指标以内", OpenTarget.AWAITED, Comparator.LE, ""),
        ("进入全国前列", OpenTarget.RANKED, Comparator.LE, ""),
        ("跻身国家先进行列", OpenTarget.RANKED, Comparator.LE, ""),
        ("只增不减", OpenTarget.DIRECTION, Comparator.GE, ""),
        ("稳中有降", OpenTarget.DIRECTION, Comparator.LE, ""),
    ],
)
def test_the_words_of_an_open_target_say_how_it_binds(words, kind, comparator, reference):
    form = classify_open_target(words)
    assert (form.kind, form.comparator, form.reference) == (kind, comparator, reference)
    assert words[form.start : form.end] == words


@pytest.mark.parametrize("words", ["", "5%", "持续推进", "全国", "另行研究"])
def test_other_words_are_none(words):
    assert classify_open_target(words) is None


def test_its_span_is_its_words_in_the_original():
    document, (statement,) = read("第一章 目标\n研发投入强度高于 全国平均水平。")
    assert statement.text == "高于 全国平均水平"
    assert document.original(statement.span) == statement.text
    assert statement.quantity.words == "高于全国平均水平"
    assert statement.quantity.value is None


def test_it_needs_something_that_can_be_measured():
    assert read("第一章 目标\n干部队伍建设走在全国前列。")[1] == []


def test_a_report_of_what_was_reached_holds_none():
    text = "一、2025年工作回顾\n居民收入增速高于全国平均水平。"
    assert read(text, kind="work-report", period="2026")[1] == []


def test_a_form_is_read_once_though_several_of_its_words_trigger():
    (statement,) = read("第一章 目标\n居民收入增长与地区生产总值增长基本同步，稳步提升生活品质。")[1]
    assert statement.text == "与地区生产总值增长基本同步"

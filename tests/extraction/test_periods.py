"""Which time a text speaks of, and whether it looks back or ahead, genre by genre."""

import pytest

from lantu.extraction.periods import (
    Calendar,
    Tense,
    TimeKind,
    find_markers,
    plan_span,
    plan_years,
    read_calendar,
    read_timeline,
    turns_ahead,
)
from lantu.model.document import DocumentKind
from lantu.model.statement import Measure, StatementKind
from lantu.reading.documents import read_document
from lantu.text.source import Source

TARGET, RESULT = StatementKind.TARGET, StatementKind.RESULT
REPORT = {"kind": "work-report", "period": "2026"}
OUTLINE = {"kind": "outline", "period": "2026-2030"}
PLAN = {"kind": "action-plan", "period": ""}
DATED_PLAN = {"kind": "action-plan", "period": "2025-2027"}
COMMUNIQUE = {"kind": "communique", "period": "2025"}


def read(text, settled):
    return read_document(Source("text.txt", text), settled={"region": "青岚省"} | settled)


def tenses(text, settled):
    """The kind and the periods of a flow and of a level wherever the text has an “@”."""
    document = read(text, settled)
    timeline = read_timeline(document)
    clean = document.clean.text
    found = []
    for _, block, tense in timeline.blocks:
        if (position := clean.find("@", block.start, block.end)) >= 0:
            start = max(block.start, clean.rfind("。", block.start, position) + 1)
            at = timeline.tense_at(clean, start, position, tense)
            found.append((at.kind, at.period(Measure.FLOW), at.period(Measure.LEVEL)))
    return found


@pytest.mark.parametrize(
    ("ordinal", "years"), [(6, (1981, 1985)), (10, (2001, 2005)), (14, (2021, 2025)), (15, (2026, 2030))]
)
def test_a_plan_is_known_by_its_number(ordinal, years):
    assert plan_years(ordinal) == years


@pytest.mark.parametrize(
    ("year", "span"), [(2021, (2021, 2025)), (2023, (2021, 2025)), (2025, (2021, 2025)), (2026, (2026, 2030))]
)
def test_a_year_lies_in_one_plan(year, span):
    assert plan_span(year) == span


@pytest.mark.parametrize(
    ("settled", "calendar", "base"),
    [
        (REPORT, Calendar(DocumentKind.WORK_REPORT, 2026, 2021, 2025), 2025),
        (OUTLINE, Calendar(DocumentKind.OUTLINE, 2026, 2026, 2030), 2025),
        (DATED_PLAN, Calendar(DocumentKind.ACTION_PLAN, 2025, 2025, 2027), 2024),
        (PLAN, Calendar(DocumentKind.ACTION_PLAN), 0),
        (COMMUNIQUE, Calendar(DocumentKind.COMMUNIQUE, 2025, 2021, 2025), 2025),
    ],
)
def test_front_matter_fixes_the_calendar(settled, calendar, base):
    found = read_calendar(read("正文。", settled))
    assert found == calendar
    assert found.base == base


@pytest.mark.parametrize(
    ("text", "settled", "expected"),
    [
        # Without any heading the genre speaks.
        ("新建@。", REPORT, [(RESULT, "2025", "2025")]),
        ("新建@。", OUTLINE, [(TARGET, "2026-2030", "2030")]),
        ("新建@。", PLAN, [(TARGET, "", "")]),
        ("新建@。", DATED_PLAN, [(TARGET, "2025-2027", "2027")]),
        ("新建@。", COMMUNIQUE, [(RESULT, "2025", "2025")]),
        ("新建@。", {"kind": "notice", "period": ""}, [(TARGET, "", "")]),
        # Headings of a report.
        ("一、2025年工作回顾\n新建@。\n二、2026年工作安排\n新建@。", REPORT, [(RESULT, "2025", "2025"), (TARGET, "2026", "2026")]),
        ("一、过去一年工作总结\n新建@。\n二、今年重点任务\n新建@。", REPORT, [(RESULT, "2025", "2025"), (TARGET, "2026", "2026")]),
        ("一、“十四五”时期发展成就\n新建@。", REPORT, [(RESULT, "2021-2025", "2025")]),
        ("二、“十五五”时期主要目标\n新建@。", REPORT, [(TARGET, "2026-2030", "2030")]),
        # Headings of a plan.
        ("第一章 发展基础\n新建@。\n第二章 总体要求\n新建@。", OUTLINE, [(RESULT, "2021-2025", "2025"), (TARGET, "2026-2030", "2030")]),
        ("一、发展现状\n新建@。\n二、重点任务\n新建@。", DATED_PLAN, [(RESULT, "2020-2024", "2024"), (TARGET, "2025-2027", "2027")]),
        # The openings of sentences.
        ("一、2025年工作回顾\n五年来，新建@。", REPORT, [(RESULT, "2021-2025", "2025")]),
        ("一、2025年工作回顾\n五年来，新建学校。\n改造@。", REPORT, [(RESULT, "2021-2025", "2025")]),
        ("一、2025年工作回顾\n五年来，新建学校。\n一年来，改造@。", REPORT, [(RESULT, "2025", "2025")]),
        ("一、2025年工作回顾\n今年，新建@。", REPORT, [(TARGET, "2026", "2026")]),
        ("一、2025年工作回顾\n今后五年，新建@。", REPORT, [(TARGET, "2026-2030", "2030")]),
        ("二、2026年重点任务\n去年，新建@。", REPORT, [(RESULT, "2025", "2025")]),
        # Years and plans within a sentence.
        ("到2028年，建成@。", OUTLINE, [(TARGET, "2028", "2028")]),
        ("到2035年，建成@。", OUTLINE, [(TARGET, "2035", "2035")]),
        ("2026—2028年，建成@。", OUTLINE, [(TARGET, "2026-2028", "2028")]),
        ("到“十五五”末，建成@。", OUTLINE, [(TARGET, "2030", "2030")]),
        ("“十四五”期间，建成@。", OUTLINE, [(RESULT, "2021-2025", "2025")]),
        ("2025年，建成@。", OUTLINE, [(RESULT, "2025", "2025")]),
        ("到2027年，建成@。", PLAN, [(TARGET, "2027", "2027")]),
        # Each year.
        ("每年新建@。", OUTLINE, [(TARGET, "annual:2026-2030", "annual:2026-2030")]),
        ("每年新建@。", PLAN, [(TARGET, "annual:", "annual:")]),
        ("每年新建学校；改造@。", OUTLINE, [(TARGET, "2026-2030", "2030")]),
        # What only compares moves nothing.
        ("比2025年下降@。", OUTLINE, [(TARGET, "2026-2030", "2030")]),
        ("较“十四五”末提高@。", OUTLINE, [(TARGET, "2026-2030", "2030")]),
        ("交易额增长到2020年的2倍、达到@。", OUTLINE, [(TARGET, "2026-2030", "2030")]),
        ("改造2000年底前建成的小区@。", OUTLINE, [(TARGET, "2026-2030", "2030")]),
        # What is left behind again.
        ("从2020年的2%提高到@。", OUTLINE, [(TARGET, "2026-2030", "2030")]),
        ("二、2026年重点任务\n在去年增产的基础上，再增产@。", REPORT, [(TARGET, "2026", "2026")]),
    ],
)  # fmt: skip
def test_a_stretch_of_text_has_its_tense(text, settled, expected):
    assert tenses(text, settled) == expected


def test_a_section_gives_the_tense_back_when_it_ends():
    text = "第一章 规划背景\n第一节 发展成就\n新建@。\n第二节 面临形势\n改造@。\n第二章 主要目标\n建成@。"
    kinds = [kind for kind, *_ in tenses(text, OUTLINE)]
    assert kinds == [RESULT, TARGET, TARGET]


def test_a_report_turns_ahead_where_it_names_its_goals():
    assert turns_ahead("今年经济社会发展的主要预期目标是：产量增长。")
    assert not turns_ahead("过去一年，产量增长。")


def test_the_value_that_a_change_starts_from_is_of_the_year_before():
    year = Tense(TARGET, TimeKind.YEAR, year=2026)
    span = Tense(TARGET, TimeKind.SPAN, first=2026, last=2030)
    assert year.period(Measure.LEVEL, origin=True) == "2025"
    assert span.period(Measure.LEVEL, origin=True) == "2025"


def test_a_year_that_the_sentence_names_for_the_start_is_kept():
    assert Tense(RESULT, TimeKind.YEAR, year=2020, explicit=True).period(Measure.LEVEL, origin=True) == "2020"


def test_markers_are_in_order_and_inside_the_text():
    text = "“十四五”时期，2024年、2025年和每年，五年来。"
    markers = find_markers(text)
    assert [text[marker.start : marker.end] for marker in markers] == [
        "“十四五”时期",
        "2024年",
        "2025年",
        "每年",
        "五年来",
    ]


def test_a_number_that_ends_in_the_digits_of_a_year_is_none():
    assert find_markers("编号12024年") == []

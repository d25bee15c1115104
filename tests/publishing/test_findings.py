"""Findings on the terminal, as JSON, as SARIF and as a page: one plan with one fault, in every form."""

import json
import re

import pytest

from lantu.checks.runner import CheckResult, known_codes, run_checks
from lantu.checks.suppressions import Suppression
from lantu.model.finding import Finding, Severity
from lantu.publishing.columns import display_width
from lantu.publishing.findings_formats import FINDINGS_FORMATS
from lantu.publishing.findings_record import FindingRecorder, excerpt_of
from lantu.publishing.options import Language, Options
from lantu.text.span import Span
from tests.checks.examples import PLAN, context_of, plan_context


def published(name, *, language=Language.ZH, suppressions=(), context=None, result=None):
    context = context or plan_context()
    result = result or run_checks(context, select=["LT802"], suppressions=suppressions)
    recorder = FindingRecorder(context, language)
    pieces = FINDINGS_FORMATS[name].write(
        recorder.records(result), recorder.suppressed(result), Options(language=language)
    )
    return b"".join(pieces).decode()


def test_the_text_shows_place_excerpt_caret_message_other_places_and_remedy():
    assert (
        published("text")
        == """\
云岭纲要.txt:4:18 LT802 错误 正文与表中数值不同
  │ 2025年，空气质量优良天数比率为82.6%，生态环境持续改善。
  │                               ^^^^^
  “空气质量优良天数比率”2025年正文为82.6%，表中“空气质量优良天数比率”为83.6%
  另见 云岭纲要.txt:9:19 空气质量优良天数比率（%） 约束性 83.6 85
  → 核对正文与表，统一数值；口径不同的写明口径

共 1 个问题：错误 1
"""
    )


def test_the_text_in_english():
    text = published("text", language=Language.EN)
    assert "LT802 error The text and the table give different values" in text
    assert text.endswith("1 findings: error 1\n")


@pytest.mark.parametrize("words", ["", "PM2.5 与 O₃：", "2025年，", "Ａ全角，"])
def test_the_caret_stands_below_the_words_whatever_stands_before(words):
    text = PLAN.replace("2025年，空气质量", f"{words}2025年，空气质量")
    _, excerpt, caret, *_ = published("text", context=context_of(("云岭纲要.txt", text))).split("\n")
    before = excerpt[: excerpt.index("82.6%")]
    assert display_width(before) == display_width(caret[: caret.index("^")])
    assert caret.count("^") == len("82.6%")


def test_a_caret_below_chinese_words_is_twice_as_wide():
    context = plan_context()
    ((key, extraction),) = context.extractions.items()
    start = extraction.document.source.text.index("生态环境持续改善")
    finding = Finding("LT701", Severity.INFO, "说明", "message", Span(start, start + 8), document=key)
    lines = published("text", context=context, result=CheckResult((finding,))).split("\n")
    assert lines[2].count("^") == 16


def test_an_excerpt_keeps_to_its_paragraph_and_marks_its_words():
    ((_, extraction),) = plan_context().extractions.items()
    start = extraction.document.source.text.index("82.6%")
    excerpt, (left, right) = excerpt_of(extraction.document, Span(start, start + 5))
    assert excerpt == "2025年，空气质量优良天数比率为82.6%，生态环境持续改善。"
    assert excerpt[left:right] == "82.6%"


def test_a_long_paragraph_is_cut_on_both_sides():
    text = PLAN.replace("2025年，空气", "持续打好蓝天保卫战，" * 8 + "2025年，空气").replace(
        "持续改善。", "持续改善" * 20 + "。"
    )
    ((_, extraction),) = context_of(("云岭纲要.txt", text)).extractions.items()
    start = text.index("82.6%")
    excerpt, (left, right) = excerpt_of(extraction.document, Span(start, start + 5))
    assert excerpt[0] == excerpt[-1] == "…"
    assert excerpt[left:right] == "82.6%"
    assert len(excerpt) < 80


def test_a_document_cannot_steer_the_terminal():
    text = PLAN.replace("生态环境", "\x1b[31m生态环境")
    assert "\x1b" not in published("text", context=context_of(("云岭纲要.txt", text)))


def test_a_finding_about_no_document_is_written_too():
    entry = Suppression("LT802", "理由", words="没有这些词", origin="--suppress")
    for name in FINDINGS_FORMATS:
        assert "LT990" in published(name, suppressions=[entry])


def test_no_findings_are_said_to_be_none():
    assert published("text", result=CheckResult(())) == "没有发现问题\n"


def test_json_gives_the_characters_of_the_original():
    document = json.loads(published("json"))
    (finding,) = document["findings"]
    place = finding["place"]
    assert document["version"] == 1
    assert (finding["code"], finding["severity"]) == ("LT802", "error")
    assert PLAN[place["start"] : place["end"]] == place["text"] == "82.6%"
    assert PLAN.split("\n")[place["line"] - 1][place["column"] - 1 :].startswith("82.6%")
    assert [other["text"] for other in finding["related"]] == ["83.6"]


def test_what_people_left_is_counted_and_kept_with_its_reason():
    entry = Suppression("LT802", "两处口径不同")
    assert published("text", suppressions=[entry]) == "没有发现问题；已忽略 1 个\n"
    document = json.loads(published("json", suppressions=[entry]))
    assert (document["findings"], document["suppressed"][0]["reason"]) == ([], "两处口径不同")
    (result,) = json.loads(published("sarif", suppressions=[entry]))["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "external", "justification": "两处口径不同"}]
    assert "两处口径不同" in published("html", suppressions=[entry])


def test_sarif_has_the_shape_that_the_standard_asks_for():
    log = json.loads(published("sarif"))
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    (result,) = run["results"]
    assert log["version"] == "2.1.0"
    assert "sarif-schema-2.1.0" in log["$schema"]
    assert {rule["id"] for rule in rules} >= set(known_codes())
    assert all(rule["shortDescription"]["text"] and rule["help"]["markdown"] for rule in rules)
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "LT802"
    assert result["level"] == "error"
    assert result["message"]["text"]
    physical = result["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "%E4%BA%91%E5%B2%AD%E7%BA%B2%E8%A6%81.txt"
    assert physical["region"]["startLine"] == 4
    assert physical["region"]["snippet"]["text"] == "82.6%"
    assert result["relatedLocations"][0]["id"] == 1
    assert run["columnKind"] == "unicodeCodePoints"


def test_a_sarif_fingerprint_stays_when_lines_are_added_above():
    moved = PLAN.replace("第一章", "前言\n推进各项工作。\n第一章", 1)
    prints = [
        json.loads(published("sarif", context=context_of(("云岭纲要.txt", text))))["runs"][0]["results"][0]
        for text in (PLAN, moved)
    ]
    assert prints[0]["locations"] != prints[1]["locations"]
    assert prints[0]["partialFingerprints"] == prints[1]["partialFingerprints"]


def test_the_page_works_offline_and_marks_the_words():
    page = published("html")
    assert "<mark>82.6%</mark>" in page
    assert "default-src &#x27;none&#x27;" in page or "default-src 'none'" in page
    assert not re.search(r"(?:src|href)=", page)
    assert "<script" not in page


def test_a_document_cannot_write_into_the_page():
    text = PLAN.replace("生态环境", "<script>alert(1)</script>生态环境")
    page = published("html", context=context_of(("云岭<b>.txt", text)))
    assert "<script" not in page
    assert "<b>" not in page

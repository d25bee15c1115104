"""The contradictions that were planted in the sample documents are found, and what agrees in them is left alone."""

import pytest

from lantu.app.check_documents import make_context
from lantu.app.extract_documents import extract_document
from lantu.checks.runner import run_checks

NAMES = ("outline-2026-2030.docx", "action-plan-2026-2028.pdf", "work-report-2026.txt", "work-report-2027.html")


@pytest.fixture(scope="module")
def findings(samples):
    return run_checks(make_context([extract_document(samples / name, settled={}) for name in NAMES])).findings


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("LT802", ("88.5%", "88%")),
        ("LT802", ("12%", "11%")),
        ("LT201", ("3526.39亿元", "3700亿元")),
        ("LT504", ("1850万吨", "371.2亿斤")),
        ("LT203", ("6200万千瓦", "6000万千瓦")),
        ("LT801", ("30.8微克/立方米", "30.2微克/立方米")),
        ("LT801", ("46万人", "45万人")),
        ("LT502", ("5.3%", "5.5%")),
    ],
    ids=lambda value: value if isinstance(value, str) else "-".join(value).replace("/", ""),
)
def test_a_planted_contradiction_is_found(findings, code, words):
    messages = [finding.message for finding in findings if finding.code == code]
    assert [message for message in messages if all(word in message for word in words)], messages


def test_errors_are_only_those_that_were_planted(findings):
    assert sorted(finding.code for finding in findings if finding.severity == "error") == [
        "LT201",
        "LT203",
        "LT801",
        "LT802",
        "LT802",
    ]

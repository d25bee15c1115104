"""The contradictions that are known to stand in the real documents beside the checkout are found, and quickly."""

import time

import pytest

from lantu.app.check_documents import make_context
from lantu.app.extract_documents import extract_document
from lantu.checks.runner import run_checks
from lantu.text.span import Span


@pytest.fixture(scope="module")
def context(shared):
    paths = sorted((shared / "corpus").glob("liaoning-*.txt"))
    assert len(paths) == 5
    return make_context([extract_document(path, settled={}) for path in paths])


@pytest.fixture(scope="module")
def findings(context):
    return run_checks(context).findings


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("LT802", ("82.6%", "83.6%")),
        ("LT504", ("2.3万座", "2.5万个")),
        ("LT504", ("5.8%", "5.9%")),
        ("LT502", ("4%", "6%")),
        ("LT501", ("60%", "62%")),
    ],
)
def test_a_known_contradiction_is_found(findings, code, words):
    messages = [finding.message for finding in findings if finding.code == code]
    assert [message for message in messages if all(word in message for word in words)], messages


def test_what_agrees_is_not_reported(findings):
    # 5110 at 8% is 7508, 25 to 95 is 30.6%, 38 indicators are 28 and 10, 465亿斤 are 2325万吨.
    assert [finding.message for finding in findings if finding.code[:3] in {"LT2", "LT7"}] == []


def test_every_finding_points_into_its_document(context, findings):
    for finding in findings:
        places = [(finding.document, finding.span), *finding.elsewhere]
        places += [(finding.document, span) for span in finding.related]
        for document, span in places:
            # What is about a document as a whole stands at its beginning.
            assert context.extractions[document].document.original(span) or span == Span(0, 0)


def test_findings_that_only_list_do_not_flood(findings):
    assert len(findings) < 40


def test_all_checks_of_five_documents_take_less_than_a_third_of_a_second(context):
    taken = []
    for _ in range(3):
        started = time.perf_counter()
        run_checks(context)
        taken.append(time.perf_counter() - started)
    assert min(taken) < 0.3

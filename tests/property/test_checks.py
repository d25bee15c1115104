"""Laws of the checks: any text is checked without an exception, findings stand in their text, order does not matter."""

from lantu.checks.runner import run_checks
from lantu.model.finding import Finding
from lantu.publishing.findings_formats import FINDINGS_FORMATS
from lantu.publishing.findings_record import FindingRecorder
from lantu.publishing.options import Language, Options
from lantu.text.span import Span
from tests.checks.examples import PLAN, REPORT, context_of
from tests.property.strategies import for_any_text

_HEAD = "2027年云岭省政府工作报告\n（2027年1月20日）\n"


def _findings(*documents: tuple[str, str]) -> tuple[Finding, ...]:
    return run_checks(context_of(*documents)).findings


@for_any_text
def test_any_text_beside_a_plan_is_checked_and_findings_stand_in_their_documents(text):
    context = context_of(("云岭纲要.txt", PLAN), ("任意.txt", _HEAD + text))
    for finding in run_checks(context).findings:
        spans = [(finding.document, finding.span), *finding.elsewhere]
        spans += [(finding.document, span) for span in finding.related]
        for document, span in spans:
            length = len(context.extractions[document].document.source.text)
            assert Span(0, length).contains(span)


@for_any_text
def test_the_order_of_documents_does_not_matter(text):
    documents = [("云岭纲要.txt", PLAN), ("云岭报告.txt", REPORT), ("任意.txt", _HEAD + text)]
    assert _findings(*documents) == _findings(*reversed(documents))


@for_any_text
def test_whatever_a_text_says_its_findings_can_be_written_in_every_format(text):
    context = context_of(("任意.txt", text), ("云岭纲要.txt", PLAN))
    result = run_checks(context)
    for format_ in FINDINGS_FORMATS.values():
        recorder = FindingRecorder(context, Language.ZH)
        pieces = format_.write(recorder.records(result), recorder.suppressed(result), Options())
        assert b"".join(pieces).decode()

import pytest

from lantu.checks.runner import UnknownRuleError, known_codes, run_checks
from lantu.checks.suppressions import Suppression
from lantu.model.finding import Severity
from tests.checks.examples import PLAN, REPORT, context_of, plan_context


def _codes(result):
    return {finding.code for finding in result.findings}


def test_all_rules_run_and_findings_stand_in_the_order_of_the_text():
    findings = run_checks(plan_context()).findings
    assert "LT802" in {finding.code for finding in findings}
    assert list(findings) == sorted(findings, key=lambda finding: (finding.span, finding.code))


def test_the_order_of_the_documents_does_not_matter():
    documents = [("云岭纲要.txt", PLAN), ("云岭报告.txt", REPORT)]
    one = run_checks(context_of(*documents)).findings
    other = run_checks(context_of(*reversed(documents))).findings
    assert one
    assert one == other


def test_a_document_given_twice_changes_nothing():
    once = run_checks(plan_context()).findings
    assert run_checks(context_of(("云岭纲要.txt", PLAN), ("云岭纲要.txt", PLAN))).findings == once


def test_only_the_rules_that_are_selected_run():
    assert _codes(run_checks(plan_context(), select=["LT8"])) == {"LT802"}
    assert _codes(run_checks(plan_context(), select=["LT2"])) == set()


def test_rules_that_are_ignored_do_not_run():
    assert "LT802" not in _codes(run_checks(plan_context(), ignore=["LT802"]))


def test_a_code_that_no_rule_has_is_refused_and_a_near_one_suggested():
    with pytest.raises(UnknownRuleError, match="LT802"):
        run_checks(plan_context(), select=["LT8O2"])


def test_numbers_of_the_readers_may_be_selected():
    assert run_checks(plan_context(), select=["LT1"]).findings == ()


def test_a_suppressed_finding_is_left_out_and_kept_with_its_reason():
    entry = Suppression("LT802", "两处口径不同，已核实", document="纲要", words="优良天数")
    result = run_checks(plan_context(), suppressions=[entry])
    assert "LT802" not in _codes(result)
    assert [(finding.code, why.reason) for finding, why in result.suppressed] == [("LT802", "两处口径不同，已核实")]
    assert result.unneeded == ()


@pytest.mark.parametrize(
    "entry",
    [
        Suppression("LT802", "理由", document="别的文件"),
        Suppression("LT802", "理由", words="粮食"),
        Suppression("LT801", "理由"),
    ],
    ids=["another document", "other words", "another rule"],
)
def test_a_suppression_that_meets_nothing_is_reported(entry):
    result = run_checks(plan_context(), suppressions=[entry])
    assert {"LT802", "LT990"} <= _codes(result)
    assert result.unneeded == (entry,)


def test_a_suppression_of_a_rule_that_was_not_run_is_not_called_unneeded():
    result = run_checks(plan_context(), select=["LT2"], suppressions=[Suppression("LT802", "理由")])
    assert result.findings == ()


def test_the_worst_finding_decides():
    assert run_checks(plan_context()).worst() is Severity.ERROR
    assert run_checks(plan_context(), select=["LT2"]).worst() is None


def test_a_parameter_changes_what_a_rule_lets_pass():
    lax = {"LT702": {"ratio": "1.001", "near": "30"}}
    assert _codes(run_checks(plan_context(), select=["LT702"])) == set()
    assert _codes(run_checks(plan_context(), select=["LT702"], parameters=lax)) == {"LT702"}


def test_every_code_stands_for_one_rule():
    assert len(set(known_codes())) == len(known_codes()) > 25

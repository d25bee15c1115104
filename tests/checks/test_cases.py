"""What each rule reports and what it leaves: cases that a planning official can read, one folder a rule.

A case file (cases/LT201/wrong.toml, right.toml) lists cases:

    what       what the case shows
    document   the documents that are checked together: name and text; region and region_code where they are settled
    expect     what the rule reports, in order: the document, the words that it marks ("" for any), and what the
               message says; none where everything is as it should be
"""

import tomllib
from pathlib import Path

import pytest

from lantu.checks.parameters import default_parameters, parameters_of
from lantu.checks.registry import rules
from lantu.checks.runner import in_order
from tests.checks.examples import context_of

FOLDER = Path(__file__).parent / "cases"
RULES = {registered.code: registered for registered in rules()}


def _cases():
    for path in sorted(FOLDER.glob("*/*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            yield pytest.param(path.parent.name, case, id=f"{path.parent.name}-{path.stem}-{case['what']}")


def _given(document):
    """Name and text, and the region with its code where the case settles them."""
    return tuple(document[key] for key in ("name", "text", "region", "region_code") if key in document)


@pytest.mark.parametrize(("code", "case"), list(_cases()))
def test_a_rule_reports_what_its_case_says(code, case):
    context = context_of(*map(_given, case["document"]))
    check = RULES[code].check(context, parameters_of(code, default_parameters()))
    findings = in_order(context, list(check))
    expected = case.get("expect", [])
    assert [context.documents[finding.document].name for finding in findings] == [each["document"] for each in expected]
    for finding, each in zip(findings, expected, strict=True):
        marked = context.extractions[finding.document].document.original(finding.span)
        assert finding.code == code
        assert each["says"] in finding.message
        assert not each["words"] or marked == each["words"]
        assert finding.message_en
        assert finding.remedy
        assert finding.remedy_en


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_rule_has_cases_that_are_wrong_and_cases_that_are_right(code):
    assert {path.stem for path in (FOLDER / code).glob("*.toml")} >= {"wrong", "right"}


def test_every_folder_of_cases_belongs_to_a_rule():
    assert {path.name for path in FOLDER.iterdir()} == set(RULES)

"""The page of rules and the rules themselves say the same."""

import re

import pytest

from lantu.assessment.criteria import ABOUT
from lantu.assessment.relative import IN_STEP
from tests.assessment.cases import read_case_files

_CODE = re.compile(r"AS-[A-Z]+(?:-[A-Z]+)*")
CASES = [case for _, case in read_case_files()]


@pytest.fixture(scope="module")
def page(root):
    return (root / "docs" / "reference" / "assessment.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def rules(root):
    """The codes that judgements give, as the code writes them."""
    sources = (root / "src" / "lantu" / "assessment").glob("*.py")
    return {code for path in sources for code in re.findall(rf'"({_CODE.pattern})"', path.read_text(encoding="utf-8"))}


def test_every_rule_of_the_code_has_its_section(page, rules):
    sections = set(re.findall(rf"^## ({_CODE.pattern})", page, re.MULTILINE))
    assert sections == rules


def test_every_rule_of_the_code_has_a_case(rules):
    assert {case["rule"] for case in CASES} == rules


def test_every_sentence_that_the_page_shows_is_that_of_a_case(page):
    shown = re.findall(r"^> (.+)$", page, re.MULTILINE)
    assert len(shown) > 15
    assert [sentence for sentence in shown if sentence not in {case["reason"] for case in CASES}] == []


def test_the_page_states_the_margins_that_the_code_uses(page):
    assert f"Within {ABOUT:.0%} of the value" in page
    assert str(IN_STEP) == "0.5"
    assert "同步 allows half a point" in page

"""Every rule of judgement, in cases that a planning official can read: tests/cases/assessment/*.toml."""

import random
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from lantu.assessment.assess import assess_ledger
from lantu.model.assessment import Status
from tests.assessment.cases import as_of, ledger_of, read_case_files

KEYS = {
    *("name", "indicator", "target", "tabled", "plan", "horizon", "scope", "base", "known", "as_of"),
    *("status", "rule", "reason", "needed", "required"),
}
CASES = [pytest.param(case, id=f"{file}: {case['name']}") for file, case in read_case_files()]


@pytest.mark.parametrize("case", CASES)
def test_a_promise_stands_where_the_case_says(case):
    (found,) = assess_ledger(ledger_of(case), as_of(case))
    assert (found.status.value, found.rule, found.reason) == (case["status"], case["rule"], case["reason"])
    assert found.reason_en
    if "needed" in case:
        value, kind = case["needed"].split()
        assert (round(found.needed, 2), found.needed_kind) == (Decimal(value), kind)
    if "required" in case:
        assert round(found.required, 2) == Decimal(str(case["required"]))


@pytest.mark.parametrize("case", CASES)
def test_a_case_is_written_as_the_format_says(case):
    assert case.keys() <= KEYS
    assert {"name", "indicator", "target", "as_of", "status", "rule", "reason"} <= case.keys()


@pytest.mark.parametrize("case", CASES)
def test_the_order_of_the_figures_does_not_matter(case):
    ledger = ledger_of(case)
    figures = list(ledger.observations)
    random.Random(case["name"]).shuffle(figures)
    shuffled = replace(ledger, observations=tuple(figures), indicators=ledger.indicators[::-1])
    (usual,), (other,) = assess_ledger(ledger, as_of(case)), assess_ledger(shuffled, as_of(case))
    assert (other.status, other.latest, other.needed) == (usual.status, usual.latest, usual.needed)


@pytest.mark.parametrize("case", CASES)
def test_what_happens_later_changes_no_judgement(case):
    moment = as_of(case)
    ledger = ledger_of(case)
    known = tuple(each for each in ledger.observations if date(int(each.period[-4:]), 12, 31) <= moment)
    bases = tuple(each for each in ledger.baselines if date(int(each.period[-4:]), 12, 31) <= moment)
    only_known = replace(ledger, observations=known, baselines=bases)
    assert assess_ledger(only_known, moment) == assess_ledger(ledger, moment)


def test_every_status_has_cases():
    assert {case.values[0]["status"] for case in CASES} == {status.value for status in Status}


def test_no_two_cases_of_a_file_have_the_same_name():
    names = [case.id for case in CASES]
    assert sorted(name for name in names if names.count(name) > 1) == []

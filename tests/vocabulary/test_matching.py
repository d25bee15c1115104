"""Wordings of invented statements are linked to the right indicator, or left open with their candidates."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.model.indicator import NumberKind, YearRule
from lantu.model.statement import Measure
from lantu.vocabulary import matching, wording
from lantu.vocabulary.indicators import indicators
from lantu.vocabulary.matching import THRESHOLD, Method, match_indicator, own_indicator

CASES = Path(__file__).parents[1] / "cases" / "linking.txt"


def _cases():
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            cells = [cell.strip() for cell in line.split("|")]
            yield pytest.param(*cells, id=" ".join(cells[:3]))


@pytest.mark.parametrize(("subject", "unit", "measure", "scope", "name", "how"), list(_cases()))
def test_a_wording_is_linked_as_the_table_of_cases_says(subject, unit, measure, scope, name, how):
    match = match_indicator(subject, unit=unit.strip("-"), measure=Measure(measure), scope=scope.strip("-"))
    assert (match.indicator.name if match.indicator else "-", match.method) == (name, how)


@pytest.mark.parametrize("code", indicators())
def test_every_indicator_is_found_by_its_own_name(code):
    indicator = indicators()[code]
    unit = indicator.unit.removeprefix("万").removeprefix("亿") or ""
    growth = indicator.number is NumberKind.GROWTH
    match = match_indicator(indicator.name, unit=unit, measure=Measure.GROWTH if growth else Measure.LEVEL)
    assert (match.method, match.indicator, match.confidence) == (Method.EXACT, indicator, 1.0 if unit else 0.98)


def test_a_match_says_why():
    match = match_indicator("全省规上工业增加值年均增长", unit="%", measure=Measure.LEVEL)
    assert match.indicator.name == "规模以上工业增加值"
    assert match.measure is Measure.GROWTH
    assert match.reasons == ("“规上工业增加值”是“规模以上工业增加值”的别名", "略去“年均增长”“全省”")


def test_an_open_question_comes_with_at_most_five_candidates_and_what_speaks_against_them():
    match = match_indicator("脱贫地区城镇居民收入占比", unit="%", measure=Measure.LEVEL)
    assert (match.method, match.indicator) == (Method.OPEN, None)
    assert 0 < len(match.candidates) <= 5
    assert all(candidate.reason and candidate.score < THRESHOLD for candidate in match.candidates)
    assert list(match.candidates) == sorted(match.candidates, key=lambda item: (-item.score, item.indicator.code))


def test_a_namesake_is_refused_with_its_reason():
    match = match_indicator("学前教育普惠率", unit="%", measure=Measure.LEVEL)
    assert match.indicator is None
    assert any(candidate.reason.startswith("易混：") for candidate in match.candidates)


def test_a_unit_that_does_not_fit_leaves_a_known_name_open():
    match = match_indicator("森林覆盖率", unit="亩", measure=Measure.FLOW)
    assert match.indicator is None
    assert match.candidates[0].indicator.name == "森林覆盖率"
    assert match.reasons == ("“亩”与“%”不能换算",)


def test_a_mere_measure_is_completed_by_the_nearest_words_before_it():
    context = "推进高标准农田建设。实施黑土地保护，面积达到"
    match = match_indicator("面积", unit="亩", measure=Measure.LEVEL, context=context)
    assert (match.indicator.name, match.method, match.confidence) == ("黑土地保护面积", Method.SCORED, 0.8)
    assert match_indicator("面积", unit="亩", measure=Measure.LEVEL).indicator is None
    assert match_indicator("企业", unit="家", measure=Measure.LEVEL, context="规模以上工业").indicator is None


def test_trade_with_a_partner_is_not_all_trade():
    partner = match_indicator("进出口", unit="%", measure=Measure.GROWTH, context="对甲国和乙国进出口")
    everyone = match_indicator("进出口", unit="%", measure=Measure.GROWTH, context="对甲国开放有进展，进出口")
    assert (partner.indicator, partner.candidates[0].indicator.name) == (None, "进出口总额")
    assert everyone.indicator.name == "进出口总额"


def test_what_is_taken_away_is_no_addition():
    kept = match_indicator("煤炭产能", unit="吨", measure=Measure.FLOW, act="新增")
    gone = match_indicator("煤炭产能", unit="吨", measure=Measure.FLOW, act="化解和淘汰")
    assert (kept.indicator.name, gone.indicator) == ("煤炭产能", None)


def test_equal_wordings_of_unknown_things_meet_whatever_says_nothing():
    first = own_indicator("海岛书屋", "个", Measure.LEVEL)
    again = own_indicator("新增“海岛书屋”数量", "个", Measure.FLOW)
    assert first.code == again.code
    assert first.code.startswith("X-")
    assert (first.name, first.known, again.years) == ("海岛书屋", False, YearRule.SUM)
    assert own_indicator("海岛书店", "个", Measure.LEVEL).code != first.code


def test_a_mere_sort_of_thing_meets_no_other():
    one = own_indicator("企业", "家", Measure.FLOW, context="甲文件：培育某类企业")
    other = own_indicator("企业", "家", Measure.FLOW, context="乙文件：帮扶某类企业")
    assert one.code != other.code


@given(st.text(max_size=30), st.sampled_from(["", "%", "元", "家", "百分点", "荒唐"]), st.sampled_from(Measure))
def test_any_subject_at_all_is_answered(subject, unit, measure):
    match = match_indicator(subject, unit=unit, measure=measure, context=subject)
    assert 0 <= match.confidence <= 1
    assert (match.indicator is None) == (match.method is Method.OPEN)
    assert match.indicator is None or match.confidence >= THRESHOLD
    assert match == match_indicator(subject, unit=unit, measure=measure, context=subject)
    assert own_indicator(subject, unit, measure) == own_indicator(subject, unit, measure)


def test_two_thousand_statements_are_matched_in_under_150_milliseconds():
    names = [name for item in indicators().values() for name in (item.name, *item.aliases)][:1000]
    subjects = [*names, *(f"某类{name[1:]}示范" for name in names)]
    # The best of some runs, in processor time: other work on the machine slows down but never speeds up.
    assert min(_seconds_to_match(subjects) for _ in range(7)) < 0.15


def _seconds_to_match(subjects: list[str]) -> float:
    for cached in (matching._match, wording.fold, wording.take_apart):
        cached.cache_clear()
    start = time.process_time()
    for subject in subjects:
        match_indicator(subject, unit="%", measure=Measure.GROWTH)
    return time.process_time() - start

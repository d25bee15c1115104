"""Every promise of a ledger judged, each by the rule for its kind of number."""

import re
from dataclasses import replace
from datetime import date

from lantu.assessment.amounts import judge_amount, judge_every_year, judge_one_year
from lantu.assessment.changes import judge_total
from lantu.assessment.criteria import is_per_unit, is_whole_change, own_clause, says_whole
from lantu.assessment.evidence import Evidence, gather_evidence
from lantu.assessment.forecast import forecast
from lantu.assessment.growth import judge_average, judge_year, worded
from lantu.assessment.judgement import Case
from lantu.assessment.levels import judge_level
from lantu.assessment.open_rules import judge_open, judge_per_unit, judge_undated
from lantu.assessment.relative import judge_relative
from lantu.assessment.series import CHANGES, RATES, Point, Series, in_unit, is_over, read_series
from lantu.ledger.figures import first_year, last_year
from lantu.model.assessment import Assessment
from lantu.model.indicator import NumberKind
from lantu.model.ledger import Baseline, Horizon, Ledger, Target
from lantu.model.statement import Measure, OpenTarget

#: 每年 governs the figure, unless a change leads away from it: 由每年620列增至1000列.
_EACH_YEAR = re.compile(r"(?:每年|逐年)(?!.*(?:增至|增加到|提高到|扩大到|增长到|提升到))")
#: A base lies no further back than this before the plan's first year.
_OLDEST_BASE = 2


def assess_ledger(ledger: Ledger, as_of: date | None = None, *, forecasts: bool = False) -> tuple[Assessment, ...]:
    """The assessment of every target, in the order of the ledger's targets.

    Args:
        ledger: The ledger.
        as_of: The date of the judgement; the end of the last year that any figure speaks of where it is not given.
        forecasts: Whether to forecast series that are long enough, which loads a statistics library (over a second).

    What was reported for a time after ``as_of`` is not used.
    """
    moment = as_of or default_date(ledger)
    evidence = gather_evidence(ledger)
    return tuple(assess_target(evidence, target, moment, forecasts=forecasts) for target in ledger.targets)


def default_date(ledger: Ledger) -> date:
    """The end of the last year that any figure of the ledger speaks of; without figures, of the year before its plans."""
    observed = [last_year(observation.period) for observation in ledger.observations]
    planned = [first_year(document.period) - 1 for document in ledger.documents if first_year(document.period)]
    return date(max(observed, default=0) or max(planned, default=1), 12, 31)


def assess_target(evidence: Evidence, target: Target, as_of: date, *, forecasts: bool = False) -> Assessment:
    """The assessment of one target."""
    case = make_case(evidence, in_rates(target), as_of)
    if target.quantity.value is None and target.quantity.open_target is not OpenTarget.RELATIVE:
        return judge_open(case)
    if not case.end or not case.start:
        return judge_undated(case)
    if target.quantity.value is None:
        return judge_relative(case, evidence)
    if target.measure not in CHANGES and not target.tabled and any(map(is_per_unit, target.sources)):
        return judge_per_unit(case)
    series = read_series(evidence, case.target, case.indicator, as_of)
    assessment = _judge(case, series, evidence)
    heading = forecast(case, series) if forecasts else None
    return replace(assessment, forecast=heading) if heading else assessment


def in_rates(target: Target) -> Target:
    """The target with a change in 倍, 成 or 番 given in %: 翻一番 is 100% over the whole period, as is 增长1倍."""
    quantity = target.quantity
    if target.measure not in CHANGES or quantity.value is None or quantity.unit not in ("倍", "成", "番"):
        return target
    value = (2**quantity.value - 1) * 100 if quantity.unit == "番" else in_unit(quantity, "%")
    whole = target.cumulative or quantity.unit != "成"
    return replace(target, quantity=replace(quantity, value=value, unit="%"), cumulative=whole)


def make_case(evidence: Evidence, target: Target, as_of: date) -> Case:
    """The case of one target, with the base it starts from."""
    case = Case(target, evidence.indicators[target.indicator], None, as_of)
    return replace(case, baseline=_baseline(case, evidence))


def _baseline(case: Case, evidence: Evidence) -> Baseline | None:
    """The base year nearest before the plan and known by the date of the judgement, of the same kind of number."""
    fitting = [
        baseline
        for baseline in evidence.baselines.get((case.target.indicator, case.target.scope), ())
        if case.plan_start - _OLDEST_BASE <= last_year(baseline.period) < case.end
        and is_over(last_year(baseline.period), case.as_of)
        and baseline.measure is case.target.measure
    ]
    return max(fitting, key=lambda baseline: (baseline.period, baseline.id), default=None)


def _judge(case: Case, series: Series, evidence: Evidence) -> Assessment:
    """The judgement by the rule for the target's kind of number."""
    if case.target.measure in CHANGES:
        return _judge_change(case, series, evidence)
    if case.target.period.startswith("annual:") and _is_for_each_year(case.target):
        return judge_every_year(case, series)
    return _judge_amount(case, series) if _is_amount(case) else judge_level(case, series)


def _judge_change(case: Case, series: Series, evidence: Evidence) -> Assessment:
    target = case.target
    if target.period.startswith("annual:"):
        changes = {
            year: Point(year, worded(case, point.value), point.observation) for year, point in series.growth.items()
        }
        return judge_every_year(case, Series(target.quantity.unit, levels=changes))
    if target.quantity.unit not in RATES or (target.cumulative and case.start < case.end):
        return judge_total(case, series)
    if case.start == case.end:
        return judge_year(case, series)
    if any(is_whole_change(source, target.measure, tabled=target.tabled) for source in target.sources):
        return judge_total(case, series)
    return judge_average(case, series, evidence.names(evidence.parts.get(case.indicator.code, ())))


def _is_for_each_year(target: Target) -> bool:
    """Whether each year has to keep the promise by itself.

    Beside what is done every year a sentence may name what the years do together (五年新增40万人) or where they lead
    (国际友城达到78个).
    """
    if any(_EACH_YEAR.search(own_clause(source)) for source in target.sources):
        return True
    return target.measure is not Measure.LEVEL and not any(says_whole(source) for source in target.sources)


def _is_amount(case: Case) -> bool:
    """Whether what is done in a time is promised, not what stands at its end."""
    flow = case.indicator.number is NumberKind.FLOW
    return case.target.measure is Measure.FLOW or (case.target.horizon is Horizon.ANNUAL and flow)


def _judge_amount(case: Case, series: Series) -> Assessment:
    """An amount of one year or of several; what a plan wants done by 2025 counts from the plan's first year."""
    if case.start < case.end:
        return judge_amount(case, series, case.start)
    is_yearly = case.indicator.known and case.indicator.number is NumberKind.FLOW
    by_the_year = case.target.horizon is Horizon.ANNUAL or is_yearly
    if by_the_year or case.plan_start >= case.end:
        return judge_one_year(case, series)
    return judge_amount(case, series, case.plan_start)

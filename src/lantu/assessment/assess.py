"""Every promise of a ledger judged, each by the rule for its kind of number."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from lantu.assessment.amounts import judge_amount, judge_every_year, judge_one_year
from lantu.assessment.forecast import forecast
from lantu.assessment.growth import judge_average, judge_total, judge_year
from lantu.assessment.judgement import Case
from lantu.assessment.levels import judge_level
from lantu.assessment.open_rules import judge_open, judge_undated
from lantu.assessment.series import Series, read_series
from lantu.ledger.figures import first_year, last_year
from lantu.model.assessment import Assessment
from lantu.model.indicator import Indicator, NumberKind, RegionRule
from lantu.model.ledger import Baseline, Horizon, Ledger, Target
from lantu.model.statement import Measure
from lantu.vocabulary.relations import RelationKind, related


def assess_ledger(ledger: Ledger, as_of: date | None = None) -> tuple[Assessment, ...]:
    """The assessment of every target, in the order of the ledger's targets.

    Args:
        ledger: The ledger.
        as_of: The date of the judgement; the end of the last year that any figure speaks of where it is not given.

    What was reported for a time after ``as_of`` is not used.
    """
    moment = as_of or default_date(ledger)
    indicators = {indicator.code: indicator for indicator in ledger.indicators}
    baselines = _baselines(ledger)
    return tuple(
        assess_target(ledger, target, indicators[target.indicator], baselines, moment) for target in ledger.targets
    )


def default_date(ledger: Ledger) -> date:
    """The end of the last year that any figure of the ledger speaks of; without figures, of the year before its plans."""
    observed = [last_year(observation.period) for observation in ledger.observations]
    planned = [first_year(document.period) - 1 for document in ledger.documents if first_year(document.period)]
    return date(max(observed, default=0) or max(planned, default=1), 12, 31)


def _baselines(ledger: Ledger) -> dict[tuple[str, str], list[Baseline]]:
    found: dict[tuple[str, str], list[Baseline]] = {}
    for baseline in ledger.baselines:
        found.setdefault((baseline.indicator, baseline.scope), []).append(baseline)
    return found


def assess_target(
    ledger: Ledger,
    target: Target,
    indicator: Indicator,
    baselines: Mapping[tuple[str, str], list[Baseline]],
    as_of: date,
) -> Assessment:
    """The assessment of one target."""
    case = Case(target, indicator, _baseline(target, baselines), as_of)
    if target.quantity.value is None:
        return judge_open(case)
    if not last_year(target.period):
        return judge_undated(case)
    # Only of a mean do the parts bound the whole; the parts of a sum do not.
    is_mean = indicator.regions is RegionRule.WEIGHTED
    parts = _related(ledger, indicator, RelationKind.PART_OF) if is_mean else ()
    proxies = _related(ledger, indicator, RelationKind.PROXY_FOR)
    series = read_series(ledger, target, as_of, indicator.number, parts, proxies)
    return _judge(case, series, ledger, parts)


def _related(ledger: Ledger, indicator: Indicator, kind: RelationKind) -> tuple[str, ...]:
    """The codes of the ledger's indicators that are parts of one, or that stand in for it."""
    found = []
    for other in ledger.indicators:
        relation = related(other, indicator) if other.code != indicator.code else None
        if relation is not None and relation.kind is kind and relation.code == other.code:
            found.append(other.code)
    return tuple(found)


def _baseline(target: Target, baselines: Mapping[tuple[str, str], list[Baseline]]) -> Baseline | None:
    """The base year nearest before the target's year, of the same kind of number."""
    end = last_year(target.period)
    fitting = [
        baseline
        for baseline in baselines.get((target.indicator, target.scope), ())
        if last_year(baseline.period) < end
        and end - last_year(baseline.period) <= 6
        and baseline.measure is target.measure
    ]
    return max(fitting, key=lambda baseline: baseline.period, default=None)


_CHANGES = (Measure.GROWTH, Measure.DECLINE)


def _judge(case: Case, series: Series, ledger: Ledger, parts: tuple[str, ...]) -> Assessment:
    target = case.target
    one_year = first_year(target.period) == last_year(target.period)
    if target.measure in _CHANGES and target.quantity.unit in ("%", "‰"):
        if target.cumulative:
            return judge_total(case, series)
        if one_year or target.horizon is Horizon.ANNUAL:
            return judge_year(case, series)
        if _is_whole_period_change(case):
            return judge_total(case, series)
        return judge_average(case, series, "、".join(_names(ledger, parts)))
    if target.period.startswith("annual:"):
        return judge_every_year(case, series)
    yearly = target.measure is Measure.FLOW or (
        target.horizon is Horizon.ANNUAL and case.indicator.number is NumberKind.FLOW
    )
    if target.measure is Measure.FLOW and not one_year:
        return judge_amount(case, series)
    if yearly:
        return judge_one_year(case, series)
    assessment = judge_level(case, series)
    heading = forecast(case, {year: point.value for year, point in series.levels.items()})
    return replace(assessment, forecast=heading) if heading else assessment


def _is_whole_period_change(case: Case) -> bool:
    """Whether a change over a span of years is the whole, not the yearly mean: 累计下降, 较2020年下降."""
    words = " ".join(source.sentence for source in case.target.sources)
    figure = case.target.sources[0].text if case.target.sources else ""
    at = words.find(figure)
    before = words[max(0, at - 24) : at] if at >= 0 else ""
    return any(word in before for word in ("累计", "较20", "比20", "五年")) and "年均" not in before


def _names(ledger: Ledger, codes: tuple[str, ...]) -> list[str]:
    return [indicator.name for indicator in ledger.indicators if indicator.code in codes]

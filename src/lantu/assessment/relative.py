"""Targets set against another series: 高于全国平均水平, 与经济增长基本同步."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from lantu.assessment.evidence import Evidence
from lantu.assessment.judgement import Case, judge, show, span_of, year_not_over
from lantu.assessment.paths import compound_average
from lantu.assessment.series import CHANGES, Point, is_over, read_series
from lantu.model.assessment import Assessment, Status
from lantu.model.indicator import Direction, Indicator, NumberKind
from lantu.model.statement import Comparator, Measure, Quantity
from lantu.units import split_multiplier

#: 同步 is kept by growth no more than this many points behind; there is no official figure, and the page of rules says so.
IN_STEP = Decimal("0.5")
#: 接近 is kept by this share of the other value.
_NEAR = Decimal("0.95")
#: The series that words name besides the same indicator elsewhere.
_OTHER_SERIES = (
    (re.compile("经济|地区生产总值|国内生产总值|GDP"), "EC001"),
    (re.compile("劳动生产率"), "EC012"),
    (re.compile("居民收入"), "LV001"),
)
_WIDER = (
    (re.compile("全国|国家"), ("全国", "国家")),
    (re.compile("全省|全市|全区"), ("",)),
)


@dataclass(frozen=True, slots=True)
class _Reference:
    """What a target is compared with: an indicator, and the names that its scope may go by."""

    indicator: str
    scopes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    """Both sides for the same time: the last year, the two values, and their figures, the target's own last."""

    year: int
    own: Decimal
    other: Decimal
    points: tuple[Point, ...]


def judge_relative(case: Case, evidence: Evidence) -> Assessment:
    """Against the other series, where the ledger holds it (AS-RELATIVE).

    A growth is compared over the years since the plan began, both sides compounded; a level in the latest year that
    both are known for. The last year decides; before it the promise is on track or behind.
    """
    reference = _reference(case)
    if reference is None:
        return _undetermined(case, "没有可对照的数据", "there is nothing to compare with")
    changes = _is_change(case, reference)
    own = _points(case, evidence, case.indicator.code, case.target.scope, changes=changes)
    others = (_points(case, evidence, reference.indicator, scope, changes=changes) for scope in reference.scopes)
    other = max(others, key=len)
    pair = _mean_pair(case, own, other) if changes else _level_pair(case, own, other)
    if pair is None:
        return _not_comparable(case, own, other)
    return _compare(case, pair, changes=changes)


def _reference(case: Case) -> _Reference | None:
    words = case.target.quantity.reference
    for form, scopes in _WIDER:
        if form.search(words):
            wider = tuple(scope for scope in scopes if scope != case.target.scope)
            return _Reference(case.indicator.code, wider) if wider else None
    for form, code in _OTHER_SERIES:
        if form.search(words):
            return _Reference(code, (case.target.scope,)) if code != case.indicator.code else None
    return None


def _is_change(case: Case, reference: _Reference) -> bool:
    """Whether growth is compared, not the level: always with another indicator; 水平 of a share is its level."""
    if reference.indicator != case.indicator.code or case.indicator.number is NumberKind.GROWTH:
        return True
    words = case.target.quantity.words + case.target.quantity.reference
    if "增" in words or "速" in words:
        return True
    return case.target.measure in CHANGES and not (case.indicator.number is NumberKind.SHARE and "水平" in words)


def _points(case: Case, evidence: Evidence, code: str, scope: str, *, changes: bool) -> dict[int, Point]:
    """The figures of one side within the plan, as growth in % or as levels."""
    indicator = evidence.indicators.get(code)
    if indicator is None:
        return {}
    unit = "%" if changes else _unit_of(indicator, evidence, case.target.scope)
    measure = Measure.GROWTH if changes else Measure.LEVEL
    like = replace(case.target, indicator=code, scope=scope, measure=measure, quantity=Quantity(None, unit))
    series = read_series(evidence, like, indicator, case.as_of)
    points = series.growth if changes else series.levels
    return {year: point for year, point in points.items() if case.plan_start <= year <= case.end}


def _unit_of(indicator: Indicator, evidence: Evidence, scope: str) -> str:
    reported = next((figure.quantity.unit for figure in evidence.figures(indicator.code, scope)), "")
    return split_multiplier(indicator.unit)[1] if indicator.unit else reported


def _mean_pair(case: Case, own: dict[int, Point], other: dict[int, Point]) -> _Pair | None:
    """Mean growth of both from the start without a gap, to the last year that both are known for."""
    years: list[int] = []
    for year in range(case.start, case.end + 1):
        if year not in own or year not in other:
            break
        years.append(year)
    if not years:
        return None
    means = [compound_average([points[year].value for year in years]) for points in (own, other)]
    return _Pair(years[-1], means[0], means[1], tuple(points[year] for points in (other, own) for year in years))


def _level_pair(case: Case, own: dict[int, Point], other: dict[int, Point]) -> _Pair | None:
    years = [year for year in own if year in other and year <= case.end]
    if not years:
        return None
    year = max(years)
    return _Pair(year, own[year].value, other[year].value, (other[year], own[year]))


def _compare(case: Case, pair: _Pair, *, changes: bool) -> Assessment:
    reached = _keeps(case, pair, changes=changes)
    status = _status(case, pair, reached=reached)
    unit = "%" if changes else pair.points[0].observation.quantity.unit
    point_unit = "百分点" if unit == "%" else unit
    gap = pair.own - pair.other
    span = span_of(case.start, pair.year) if changes else f"{pair.year}年"
    what = "年均增长" if changes and case.start < pair.year else "增长" if changes else "为"
    reference = case.target.quantity.reference
    word, word_en = ("高", "above") if gap > 0 else ("低", "below")
    apart = f"{word}{show(abs(gap), point_unit)}" if gap else "两者相等"
    step = f"（相差{show(IN_STEP, point_unit)}以内算同步）" if changes and _is_in_step(case) else ""
    return judge(
        case,
        status,
        "AS-RELATIVE",
        f"{span}{what}{show(pair.own, unit)}，{reference}同期为{show(pair.other, unit)}，{apart}；目标“{case.target.quantity.words}”{step}",
        f"{show(pair.own, unit)} against {show(pair.other, unit)}, {show(abs(gap), point_unit)} {word_en}, up to {pair.year}; the target is “{case.target.quantity.words}”",
        observations=tuple(point.observation.id for point in pair.points),
        latest=pair.own,
        latest_period=f"{case.start}-{pair.year}" if changes and case.start < pair.year else str(pair.year),
        required=pair.other,
        unit=unit,
    )


def _is_in_step(case: Case) -> bool:
    return any(word in case.target.quantity.words for word in ("同步", "持平", "相当"))


def _keeps(case: Case, pair: _Pair, *, changes: bool) -> bool:
    comparator = case.target.quantity.comparator
    if comparator in (Comparator.LT, Comparator.LE):
        return pair.own < pair.other if comparator is Comparator.LT else pair.own <= pair.other
    if case.direction is Direction.LOWER and comparator is Comparator.APPROX:
        return pair.own <= pair.other
    if comparator is Comparator.GT:
        better = "优于" in case.target.quantity.words or "好于" in case.target.quantity.words
        return pair.own < pair.other if better and case.direction is Direction.LOWER else pair.own > pair.other
    if changes and _is_in_step(case):
        return pair.own >= pair.other - IN_STEP
    near = _NEAR if "接近" in case.target.quantity.words else Decimal(1)
    return pair.own >= pair.other * near


def _status(case: Case, pair: _Pair, *, reached: bool) -> Status:
    if pair.year == case.end:
        return Status.MET if reached else Status.MISSED
    if is_over(case.end, case.as_of):
        return Status.UNDETERMINED
    return Status.ON_TRACK if reached else Status.BEHIND


def _not_comparable(case: Case, own: dict[int, Point], other: dict[int, Point]) -> Assessment:
    reference = case.target.quantity.reference
    early = year_not_over(case, "AS-RELATIVE") if case.plan_start == case.end else None
    if early is not None:
        return early
    if not own and not other:
        return _undetermined(
            case, f"台账中没有本指标和{reference}同期的数据，无法比较", "the ledger holds figures for neither side"
        )
    lacking, lacking_en = (reference, f"“{reference}”") if not other else ("本指标", "the indicator itself")
    if own and other:
        years, others = _years(own), _years(other)
        return _undetermined(
            case,
            f"本指标有{years}的数据，{reference}有{others}的数据，从{case.start}年起没有可比的连续年份",
            "the two sides are not known for the same years from the start",
        )
    return _undetermined(case, f"台账中没有{lacking}的数据，无法比较", f"the ledger holds no figures for {lacking_en}")


def _years(points: dict[int, Point]) -> str:
    return "、".join(f"{year}年" for year in sorted(points))


def _undetermined(case: Case, zh: str, en: str) -> Assessment:
    words = case.target.quantity.words
    return judge(
        case,
        Status.UNDETERMINED,
        "AS-RELATIVE",
        f"目标是相对的（“{words}”），{zh}",
        f"the target is relative (“{words}”): {en}",
    )

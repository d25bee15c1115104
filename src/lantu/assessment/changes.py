"""Targets for a change over the whole of a period: [12%], 提高3个百分点, 减少20万人."""

from dataclasses import dataclass, replace
from decimal import Decimal

from lantu.assessment.criteria import reaches
from lantu.assessment.growth import show_change, worded
from lantu.assessment.judgement import Case, judge, show, show_target, span_of, year_not_over
from lantu.assessment.paths import compound
from lantu.assessment.series import POINTS, RATES, Point, Series, is_over
from lantu.ledger.figures import first_year
from lantu.model.assessment import Assessment, Status
from lantu.model.indicator import NumberKind

#: A period that has ended without its last figures is missed only where even this many times the pace so far would
#: not have reached the target. Plans are judged by the last figure there is; a small gap leaves them open.
_SPURT = 2


@dataclass(frozen=True, slots=True)
class _Change:
    """What has changed since the base year, as the target words it, by the end of a year."""

    value: Decimal
    year: int
    points: tuple[Point, ...]


def judge_total(case: Case, series: Series) -> Assessment:
    """A change over the whole period, such as [12%] or 提高3个百分点 (AS-TOTAL).

    Known from a figure reported for the years since the base, from the levels then and now, or from yearly changes
    compounded (points and amounts: added). The last year's decides; before it, the change is set against the share of
    the target that the time elapsed asks for. A period that has ended without its last figures is missed where even
    twice the pace so far would not have reached the target, else undetermined.
    """
    found = [change for change in _known(case, series) if change is not None]
    if not found:
        zh, en = "没有规划期的累计数，逐年数据也不全", "neither a cumulative figure nor every year is known"
        if case.start == case.end:
            zh, en = f"没有{case.end}年的变化数", f"the change in {case.end} is not known"
            return year_not_over(case, "AS-TOTAL") or judge(case, Status.UNDETERMINED, "AS-TOTAL", zh, en)
        return judge(case, Status.UNDETERMINED, "AS-TOTAL", zh, en)
    latest = max(found, key=lambda change: change.year)
    return _decided(case, latest) if latest.year == case.end else _so_far(case, latest)


def _known(case: Case, series: Series) -> tuple[_Change | None, ...]:
    return _reported(case, series), _between_levels(case, series), _from_years(case, series)


def _unit(case: Case) -> str:
    """The unit of the change: [2] in the row of a share counts points, though the row prints %."""
    return POINTS if case.indicator.number is NumberKind.SHARE else case.target.quantity.unit


def _goal(case: Case) -> str:
    """The target in the unit of the change."""
    quantity = replace(case.target.quantity, unit=_unit(case))
    return show_target(replace(case.target, quantity=quantity))


def _reported(case: Case, series: Series) -> _Change | None:
    fitting = [point for point in series.totals if first_year(point.observation.period) == case.start]
    points = [point for point in fitting if point.year <= case.end]
    return _Change(worded(case, points[-1].value), points[-1].year, (points[-1],)) if points else None


def _between_levels(case: Case, series: Series) -> _Change | None:
    """From the base year to the latest: [2] from 4.5% to 7.9% is 3.4 points; tonnes give per cent of the base."""
    base = series.levels.get(case.start - 1)
    later = [series.levels[year] for year in sorted(series.levels) if case.start <= year <= case.end]
    if base is None or not later:
        return None
    difference = later[-1].value - base.value
    if case.target.quantity.unit in RATES and case.indicator.number is not NumberKind.SHARE:
        if base.value <= 0:
            return None
        difference = difference / base.value * 100
    return _Change(worded(case, difference), later[-1].year, (base, later[-1]))


def _from_years(case: Case, series: Series) -> _Change | None:
    points: list[Point] = []
    for year in range(case.start, case.end + 1):
        if year not in series.growth:
            break
        points.append(series.growth[year])
    if not points:
        return None
    changes = [point.value for point in points]
    rates = case.target.quantity.unit in RATES and case.indicator.number is not NumberKind.SHARE
    value = compound(changes) if rates else sum(changes, Decimal(0))
    return _Change(worded(case, value), points[-1].year, tuple(points))


def _decided(case: Case, change: _Change) -> Assessment:
    reached = reaches(change.value, case.target, case.direction)
    unit, span = _unit(case), span_of(case.start, case.end)
    total = "累计" if case.start < case.end else ""
    return judge(
        case,
        Status.MET if reached else Status.MISSED,
        "AS-TOTAL",
        f"{span}{total}{show_change(case, change.value, unit)}，{'达到' if reached else '未达到'}目标{_goal(case)}",
        f"{case.target.period}: {show(change.value, unit)}, which {'reaches' if reached else 'misses'} {_goal(case)}",
        observations=tuple(point.observation.id for point in change.points),
        latest=change.value,
        latest_period=case.target.period,
        required=case.target.quantity.value,
    )


def _so_far(case: Case, change: _Change) -> Assessment:
    whole, elapsed = case.end - case.start + 1, change.year - case.start + 1
    wanted, unit = case.target.quantity.value or Decimal(0), _unit(case)
    due, carried = wanted * elapsed / whole, change.value * whole / elapsed
    spurt = change.value * (elapsed + _SPURT * (whole - elapsed)) / elapsed
    over = is_over(case.end, case.as_of)
    on_track = reaches(carried, case.target, case.direction)
    if over:
        late = not on_track and not reaches(spurt, case.target, case.direction)
        status = Status.MISSED if late else Status.UNDETERMINED
    else:
        late, status = False, Status.ON_TRACK if on_track else Status.BEHIND
    total = "累计" if case.start < change.year else ""
    seen = f"{span_of(case.start, change.year)}{total}{show_change(case, change.value, unit)}"
    zh, en = _outlook(case, spurt, unit, due, over=over, late=late)
    return judge(
        case,
        status,
        "AS-TOTAL",
        f"{seen}，{zh}",
        f"by {change.year} {show(change.value, unit)}; {en}",
        observations=tuple(point.observation.id for point in change.points),
        latest=change.value,
        latest_period=f"{case.start}-{change.year}" if change.year > case.start else str(change.year),
        required=due,
        needed=None if late else max(wanted - change.value, Decimal(0)),
        needed_kind="" if late else "points" if unit in {*RATES, POINTS} else "amount",
    )


def _outlook(case: Case, spurt: Decimal, unit: str, due: Decimal, *, over: bool, late: bool) -> tuple[str, str]:
    """What the change so far means for the target, in Chinese and English."""
    goal = _goal(case)
    if late:
        return (
            f"其后即使加快一倍，到{case.end}年也只{show_change(case, spurt, unit)}，达不到目标{goal}",
            f"even at twice that pace {show(spurt, unit)} by {case.end}, short of {goal}",
        )
    if over:
        return (
            f"目标{goal}；到{case.end}年的数据尚未报告",
            f"the figures up to {case.end} have not been reported; target {goal}",
        )
    return f"序时应为{show(due, unit)}，目标{goal}", f"{show(due, unit)} is due by now, {goal} in all"

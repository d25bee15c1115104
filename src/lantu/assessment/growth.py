"""Targets for growth: a single year's, and the average over a plan."""

from decimal import Decimal

from lantu.assessment.criteria import change_wanted, reaches
from lantu.assessment.judgement import Case, judge, show, show_goal, show_target, span_of, year_not_over
from lantu.assessment.paths import compound_average, growth_between, needed_growth
from lantu.assessment.series import RATES, Point, Series, is_over
from lantu.ledger.figures import first_year
from lantu.model.assessment import Assessment, Status
from lantu.model.indicator import Direction
from lantu.model.statement import Measure


def judge_year(case: Case, series: Series) -> Assessment:
    """A growth promised for one year, by that year's figure (AS-YEAR): met or missed, never in between.

    Where the growth itself is not reported, the amounts of this year and the one before give it.
    """
    year, unit = case.end, case.target.quantity.unit
    points = (series.growth[year],) if year in series.growth else _two_levels(series, year)
    if not points:
        zh, en = f"没有{year}年的实际增速", f"the growth of {year} is not known"
        return year_not_over(case, "AS-YEAR") or judge(case, Status.UNDETERMINED, "AS-YEAR", zh, en)
    seen = worded(case, points[0].value if len(points) == 1 else _growth(points[0], points[-1]))
    reached = reaches(seen, case.target, case.direction)
    return judge(
        case,
        Status.MET if reached else Status.MISSED,
        "AS-YEAR",
        f"{year}年{show_change(case, seen)}，{_verb(reached=reached)}目标{show_goal(case)}",
        f"{year}: {show(seen, unit)}, which {'reaches' if reached else 'misses'} the target {show_target(case.target)}",
        observations=tuple(point.observation.id for point in points),
        latest=seen,
        latest_period=str(year),
        required=case.target.quantity.value,
    )


def _two_levels(series: Series, year: int) -> tuple[Point, ...]:
    before, now = series.levels.get(year - 1), series.levels.get(year)
    return (before, now) if before and now and before.value > 0 and series.unit not in RATES else ()


def _growth(before: Point, now: Point) -> Decimal:
    return growth_between(before.value, now.value, now.year - before.year) or Decimal(0)


def worded(case: Case, value: Decimal) -> Decimal:
    """A change as the target words it: a fall of 3 % is 3 where the target says 下降."""
    return -value if case.target.measure is Measure.DECLINE else value


def show_change(case: Case, value: Decimal, unit: str = "") -> str:
    """A change in words: 增长5.8%, 下降0.5%, 提高3.4百分点; ``value`` as the target words it."""
    unit = unit or case.target.quantity.unit
    falls = value >= 0 if case.target.measure is Measure.DECLINE else value < 0
    rises = "上升" if case.target.measure is Measure.DECLINE else "增长"
    if unit == "百分点" or case.indicator.direction is Direction.BAND:
        rises = "提高" if unit == "百分点" else "上涨"
    return f"{'下降' if falls else rises}{show(abs(value), unit, beside=case.target.quantity.value)}"


def _verb(*, reached: bool) -> str:
    return "达到" if reached else "未达到"


def judge_average(case: Case, series: Series, parts: str = "") -> Assessment:
    """The average over a plan, years compounded (AS-AVERAGE).

    At the end: the mean that compounds from all its years, or one reported for the whole span. Before: on track where
    the mean so far reaches the target, else behind, with the growth that the years left would need. Where years are
    missing the mean is not known. Urban and rural income only bound all residents' (AS-PARTS).
    """
    changes, points = _longest(case, series)
    if not changes:
        known = [series.growth[year] for year in range(case.start, case.end + 1) if year in series.growth]
        return _with_gaps(case, known) if known else _by_parts(case, series, parts)
    mean = worded(case, compound_average(changes))
    last = points[-1].year
    later = [year for year in series.growth if last < year <= case.end]
    if later:
        known = [series.growth[year] for year in range(case.start, case.end + 1) if year in series.growth]
        return _with_gaps(case, known)
    if last == case.end:
        return _at_the_end(case, mean, points)
    return _so_far(case, changes, mean, points)


def _longest(case: Case, series: Series) -> tuple[list[Decimal], tuple[Point, ...]]:
    """The yearly changes from the start without a gap, as far as they are known, and the figures that give them.

    A mean reported for the first years stands for each of them; single years go on from there. Amounts of the base
    year and a later one give the mean between them. What reaches furthest is taken; of equals what was reported.
    """
    candidates = [([], ()), _walk(series, case.start, case.end, [], ())]
    for mean in series.averages:
        if first_year(mean.observation.period) == case.start and mean.year <= case.end:
            changes = [mean.value] * (mean.year - case.start + 1)
            candidates.append(_walk(series, mean.year + 1, case.end, changes, (mean,)))
    base = series.levels.get(case.start - 1)
    last = max((year for year in series.levels if case.start <= year <= case.end), default=0)
    if base is not None and last and series.unit not in RATES:
        growth = growth_between(base.value, series.levels[last].value, last - case.start + 1)
        if growth is not None:
            candidates.insert(0, ([growth] * (last - case.start + 1), (base, series.levels[last])))
    return max(reversed(candidates), key=lambda candidate: len(candidate[0]))


def _walk(
    series: Series, year: int, end: int, changes: list[Decimal], points: tuple[Point, ...]
) -> tuple[list[Decimal], tuple[Point, ...]]:
    while year <= end and year in series.growth:
        changes, points = [*changes, series.growth[year].value], (*points, series.growth[year])
        year += 1
    return changes, points


def _at_the_end(case: Case, mean: Decimal, points: tuple[Point, ...]) -> Assessment:
    reached = reaches(mean, case.target, case.direction)
    return judge(
        case,
        Status.MET if reached else Status.MISSED,
        "AS-AVERAGE",
        f"{span_of(case.start, case.end)}年均{show_change(case, mean)}，{_verb(reached=reached)}目标年均{show_goal(case)}",
        f"{case.start}-{case.end} averaged {show(mean, '%')} a year, which {'reaches' if reached else 'misses'} {show_target(case.target)}",
        observations=tuple(point.observation.id for point in points),
        latest=mean,
        latest_period=f"{case.start}-{case.end}",
        required=case.target.quantity.value,
    )


def _so_far(case: Case, changes: list[Decimal], mean: Decimal, points: tuple[Point, ...]) -> Assessment:
    last = points[-1].year
    needed = needed_growth(change_wanted(case.target), changes, case.end - case.start + 1)
    over = is_over(case.end, case.as_of)
    reached = reaches(mean, case.target, case.direction)
    status = Status.UNDETERMINED if over else Status.ON_TRACK if reached else Status.BEHIND
    left = span_of(last + 1, case.end)
    zh, en = _still(case, needed, left, reached=reached)
    return judge(
        case,
        status,
        "AS-AVERAGE",
        f"{span_of(case.start, last)}{'年均' if last > case.start else ''}{show_change(case, mean)}，目标年均{show_goal(case)}{zh}"
        + (f"，{left}的数据尚未报告" if over else ""),
        f"{case.start}-{last} averaged {show(mean, '%')} a year against {show_target(case.target)}{en}"
        + ("; they have not been reported" if over else ""),
        observations=tuple(point.observation.id for point in points),
        latest=mean,
        latest_period=f"{case.start}-{last}" if last > case.start else str(last),
        required=case.target.quantity.value,
        needed=worded(case, needed) if needed is not None else None,
        needed_kind="growth_per_year" if needed is not None else "",
    )


def _still(case: Case, needed: Decimal | None, left: str, *, reached: bool) -> tuple[str, str]:
    """What the years left have to bring, in Chinese and English."""
    if needed is None:
        return "", ""
    shown = f"{'年均' if '—' in left else ''}{'' if reached else '还需'}{show_change(case, worded(case, needed))}"
    zh = f"；{left}{shown}即可达到" if reached else f"；{left}{shown}"
    return zh, f"; the years left need {show(worded(case, needed), '%')} a year"


def _with_gaps(case: Case, known: list[Point]) -> Assessment:
    have = {point.year for point in known}
    missing = [year for year in range(case.start, known[-1].year) if year not in have]
    years = "、".join(f"{year}年" for year in missing)
    seen = "、".join(f"{point.year}年{show_change(case, worded(case, point.value))}" for point in known)
    return judge(
        case,
        Status.UNDETERMINED,
        "AS-AVERAGE",
        f"已知{seen}；缺{years}，无法计算年均",
        f"{', '.join(map(str, missing))} are missing, so the average is not known",
        observations=tuple(point.observation.id for point in known),
        latest=worded(case, known[-1].value),
        latest_period=known[-1].observation.period,
    )


def _by_parts(case: Case, series: Series, parts: str) -> Assessment:
    """What the parts say of the whole: about between the smallest and the largest of them, and so no judgement."""
    years = [year for year in sorted(series.parts) if case.start <= year <= case.end and len(series.parts[year]) > 1]
    if not years:
        zh, en = "台账中没有规划期内的增速", "no growth within the period is known"
        return judge(case, Status.UNDETERMINED, "AS-AVERAGE", zh, en)
    points = [point for year in years for point in series.parts[year]]
    low, high = min(point.value for point in points), max(point.value for point in points)
    return judge(
        case,
        Status.UNDETERMINED,
        "AS-PARTS",
        f"只有{parts or '各部分'}的增速（{'、'.join(f'{year}年' for year in years)}在{show(low, '%')}与{show(high, '%')}之间），只能给出全体的上下限，不能判定{show_target(case.target)}",
        f"only the parts are known, between {show(low, '%')} and {show(high, '%')}: they bound the whole and decide nothing",
        observations=tuple(point.observation.id for point in points),
    )

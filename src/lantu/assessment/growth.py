"""Targets for growth: a single year's, the average over a plan, a cumulative change over its years."""

from decimal import Decimal

from lantu.assessment.criteria import change_wanted, reaches
from lantu.assessment.judgement import Case, judge, show, show_target
from lantu.assessment.paths import compound_average, needed_growth
from lantu.assessment.series import Point, Series, is_over
from lantu.ledger.figures import first_year, last_year
from lantu.model.assessment import Assessment, Status
from lantu.model.indicator import NumberKind
from lantu.model.statement import Measure


def judge_year(case: Case, series: Series) -> Assessment:
    """A promise for one year, by that year's figure (AS-YEAR): met or missed, never in between."""
    year = last_year(case.target.period)
    point = series.growth.get(year)
    if point is None:
        return judge(
            case, Status.UNDETERMINED, "AS-YEAR", f"没有{year}年的实际增速", f"the growth of {year} is not known"
        )
    return _decided(case, point, _seen(case, point.value), "AS-YEAR")


def judge_average(case: Case, series: Series, parts: str = "") -> Assessment:
    """The average over a plan, years compounded (AS-AVERAGE).

    At the end: the mean that compounds from all its years, or one reported for the whole span. Before: on track where
    the mean so far reaches the target, else behind, with the growth that the years left would need. Where years are
    missing the mean is not known. Urban and rural income only bound all residents' (AS-PARTS).
    """
    start, end = first_year(case.target.period), last_year(case.target.period)
    for point in series.averages:
        if point.observation.period == case.target.period:
            return _decided(case, point, _seen(case, point.value), "AS-AVERAGE")
    known = [series.growth[year] for year in range(start, end + 1) if year in series.growth]
    if not known:
        return _by_parts(case, series, start, end, parts)
    missing = [year for year in range(start, known[-1].year + 1) if year not in series.growth]
    if missing:
        return _with_gaps(case, known, missing)
    changes = [point.value for point in known]
    mean = compound_average(changes)
    if known[-1].year == end:
        return _decided(case, known[-1], _seen(case, mean), "AS-AVERAGE", tuple(known))
    return _so_far(case, known, mean, start, end)


def _seen(case: Case, value: Decimal) -> Decimal:
    """A change as the target words it: a fall of 3 % is 3 where the target says 下降."""
    return -value if case.target.measure is Measure.DECLINE else value


def _decided(case: Case, point: Point, value: Decimal, rule: str, points: tuple[Point, ...] = ()) -> Assessment:
    reached = reaches(value, case.target, case.indicator.direction)
    verb, verb_en = ("达到", "reaches") if reached else ("未达到", "misses")
    what = f"{case.target.period}年年均" if rule == "AS-AVERAGE" else f"{point.year}年"
    shown = _show_change(case, value)
    return judge(
        case,
        Status.MET if reached else Status.MISSED,
        rule,
        f"{what}{shown}，{verb}目标{show_target(case.target)}",
        f"{case.target.period}: {show(value, '%')}, which {verb_en} the target {show_target(case.target)}",
        observations=tuple(each.observation.id for each in points) or (point.observation.id,),
        latest=value,
        latest_period=case.target.period if points else point.observation.period,
        required=case.target.quantity.value,
    )


def _show_change(case: Case, value: Decimal) -> str:
    falls = case.target.measure is Measure.DECLINE
    word = ("下降" if value >= 0 else "上升") if falls else ("增长" if value >= 0 else "下降")
    return f"{word}{show(abs(value), '%')}"


def _so_far(case: Case, known: list[Point], mean: Decimal, start: int, end: int) -> Assessment:
    wanted = change_wanted(case.target)
    needed = needed_growth(wanted, [point.value for point in known], end - start + 1)
    seen = _seen(case, mean)
    reached = reaches(seen, case.target, case.indicator.direction)
    span = f"{start}—{known[-1].year}年" if len(known) > 1 else f"{start}年"
    left = f"{known[-1].year + 1}—{end}年" if known[-1].year + 1 < end else f"{end}年"
    return judge(
        case,
        Status.ON_TRACK if reached else Status.BEHIND,
        "AS-AVERAGE",
        f"{span}年均{_show_change(case, seen)}，目标年均{show_target(case.target)}；{left}年均还需{_show_change(case, _seen(case, needed))}",
        f"{start}-{known[-1].year} averaged {show(seen, '%')} a year against {show_target(case.target)}; the years left need {show(_seen(case, needed), '%')}",
        observations=tuple(point.observation.id for point in known),
        latest=seen,
        latest_period=f"{start}-{known[-1].year}",
        required=case.target.quantity.value,
        needed=_seen(case, needed),
        needed_kind="growth_per_year",
    )


def _with_gaps(case: Case, known: list[Point], missing: list[int]) -> Assessment:
    years = "、".join(f"{year}年" for year in missing)
    seen = "、".join(f"{point.year}年{_show_change(case, _seen(case, point.value))}" for point in known)
    return judge(
        case,
        Status.UNDETERMINED,
        "AS-AVERAGE",
        f"已知{seen}；缺{years}，无法计算年均",
        f"{', '.join(map(str, missing))} are missing, so the average is not known",
        observations=tuple(point.observation.id for point in known),
        latest=_seen(case, known[-1].value),
        latest_period=known[-1].observation.period,
    )


def _by_parts(case: Case, series: Series, start: int, end: int, parts: str) -> Assessment:
    """What the parts say of the whole: it lies between the smallest and the largest of them."""
    years = [year for year in sorted(series.parts) if start <= year <= end and len(series.parts[year]) > 1]
    if not years:
        return judge(
            case, Status.UNDETERMINED, "AS-AVERAGE", "台账中没有规划期内的增速", "no growth within the period is known"
        )
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


def judge_total(case: Case, series: Series) -> Assessment:
    """A change over the whole period, such as [12%] (AS-TOTAL).

    A figure for the same span decides. One that stops a year or more short of an end that has passed is carried on at
    its own pace: where even that misses the target it is missed, otherwise undetermined. Yearly changes compound.
    """
    start, end = first_year(case.target.period), last_year(case.target.period)
    totals = [point for point in series.totals if first_year(point.observation.period) == start and point.year <= end]
    if not totals:
        return _by_levels(case, series, start, end) or _compounded(case, series, start, end)
    latest = max(totals, key=lambda point: point.year)
    value = _seen(case, latest.value)
    if latest.year == end:
        return _decided(case, latest, value, "AS-TOTAL")
    whole, elapsed = end - start + 1, latest.year - start + 1
    carried = value * whole / elapsed
    if is_over(end, case.as_of) and not reaches(carried, case.target, case.indicator.direction):
        return judge(
            case,
            Status.MISSED,
            "AS-TOTAL",
            f"到{latest.year}年累计{_show_change(case, value)}，按此进度到{end}年为{show(carried, '%')}，达不到目标{show_target(case.target)}",
            f"by {latest.year} {show(value, '%')}; at that pace {show(carried, '%')} by {end}, short of {show_target(case.target)}",
            observations=(latest.observation.id,),
            latest=value,
            latest_period=latest.observation.period,
            required=case.target.quantity.value,
        )
    return _total_so_far(case, latest, value, carried, end)


def _total_so_far(case: Case, latest: Point, value: Decimal, carried: Decimal, end: int) -> Assessment:
    on_track = reaches(carried, case.target, case.indicator.direction)
    over = is_over(end, case.as_of)
    status = Status.UNDETERMINED if over else Status.ON_TRACK if on_track else Status.BEHIND
    wanted = case.target.quantity.value or Decimal(0)
    return judge(
        case,
        status,
        "AS-TOTAL",
        f"到{latest.year}年累计{_show_change(case, value)}，目标{show_target(case.target)}"
        + ("；最后一年的数据尚未报告" if over else ""),
        f"by {latest.year} {show(value, '%')} of {show_target(case.target)}",
        observations=(latest.observation.id,),
        latest=value,
        latest_period=latest.observation.period,
        needed=max(wanted - value, Decimal(0)),
        needed_kind="points",
    )


def _by_levels(case: Case, series: Series, start: int, end: int) -> Assessment | None:
    """The rise of a share between its base year and its last, in points: [2] from 4.5% to 7.9% is 3.4."""
    if case.indicator.number is not NumberKind.SHARE or start - 1 not in series.levels or end not in series.levels:
        return None
    base, last = series.levels[start - 1], series.levels[end]
    return _decided(case, last, _seen(case, last.value - base.value), "AS-TOTAL", (base, last))


def _compounded(case: Case, series: Series, start: int, end: int) -> Assessment:
    years = range(start, end + 1)
    known = [series.growth[year] for year in years if year in series.growth]
    if not known or len(known) < known[-1].year - start + 1:
        return judge(
            case,
            Status.UNDETERMINED,
            "AS-TOTAL",
            "没有规划期的累计数，逐年数据也不全",
            "neither a cumulative figure nor every year is known",
        )
    product = Decimal(1)
    for point in known:
        product *= 1 + point.value / 100
    value = _seen(case, (product - 1) * 100)
    if known[-1].year == end:
        return _decided(case, known[-1], value, "AS-TOTAL", tuple(known))
    carried = value * len(years) / len(known)
    return _total_so_far(case, known[-1], value, carried, end)

"""Targets for an amount done: in one year, every year, or over the years of a plan."""

from decimal import Decimal

from lantu.assessment.criteria import reaches
from lantu.assessment.judgement import Case, judge, show, show_target
from lantu.assessment.series import Point, Series, is_over
from lantu.ledger.figures import first_year, last_year
from lantu.model.assessment import Assessment, Status
from lantu.model.indicator import YearRule


def judge_amount(case: Case, series: Series) -> Assessment:
    """An amount over a plan's years, years added up (AS-AMOUNT).

    Years add up where the indicator's rule says so. With every year known, the sum decides at the end and is compared
    with the time elapsed before it. With years missing the sum is a lower bound: it can show that a target is met or
    its time-proportional share reached, never that it is not.
    """
    start, end = first_year(case.target.period), last_year(case.target.period)
    whole = [point for point in series.totals if first_year(point.observation.period) == start and point.year <= end]
    if whole:
        return _from_total(case, max(whole, key=lambda point: point.year), start, end)
    if case.indicator.years not in (YearRule.SUM, YearRule.NONE) and case.indicator.known:
        return judge(
            case,
            Status.UNDETERMINED,
            "AS-AMOUNT",
            "该指标的各年数不能相加",
            "the years of this indicator do not add up",
        )
    known = [series.levels[year] for year in range(start, end + 1) if year in series.levels]
    if not known:
        return judge(
            case, Status.UNDETERMINED, "AS-AMOUNT", "台账中没有规划期内的完成数", "no amount within the period is known"
        )
    total = sum((point.value for point in known), Decimal(0))
    return _from_years(case, known, total, start, end)


def _from_total(case: Case, point: Point, start: int, end: int) -> Assessment:
    return _compare(
        case, (point,), point.value, point.year - start + 1, end - start + 1, complete=True, rule="AS-AMOUNT"
    )


def _from_years(case: Case, known: list[Point], total: Decimal, start: int, end: int) -> Assessment:
    elapsed = known[-1].year - start + 1
    return _compare(
        case, tuple(known), total, elapsed, end - start + 1, complete=len(known) == elapsed, rule="AS-AMOUNT"
    )


def _compare(
    case: Case, points: tuple[Point, ...], total: Decimal, elapsed: int, whole: int, *, complete: bool, rule: str
) -> Assessment:
    target, unit = case.target, case.target.quantity.unit
    wanted = target.quantity.value or Decimal(0)
    due = wanted * elapsed / whole
    reached = reaches(total, target, case.indicator.direction)
    ended = elapsed == whole
    over = is_over(last_year(target.period), case.as_of)
    status = _status(reached=reached, on_path=total >= due, complete=complete, ended=ended, over=over)
    years = "、".join(f"{point.year}年{show(point.value, unit)}" for point in points)
    gaps = "" if complete else "；其间有年份未报告，合计只是下限"
    return judge(
        case,
        status,
        rule,
        f"{years}，合计{show(total, unit)}；目标{show_target(target)}，序时应为{show(due, unit)}{gaps}",
        f"{show(total, unit)} so far against {show(due, unit)} due by now and {show_target(target)} in all"
        + ("" if complete else "; years are missing, so the sum is a lower bound"),
        observations=tuple(point.observation.id for point in points),
        latest=total,
        latest_period=f"{first_year(target.period)}-{points[-1].year}",
        required=due,
        needed=max(wanted - total, Decimal(0)),
        needed_kind="amount",
    )


def _status(*, reached: bool, on_path: bool, complete: bool, ended: bool, over: bool) -> Status:
    if reached:
        return Status.MET
    if ended and complete:
        return Status.MISSED
    if over:
        return Status.UNDETERMINED
    if on_path:
        return Status.ON_TRACK
    return Status.BEHIND if complete else Status.UNDETERMINED


def judge_one_year(case: Case, series: Series) -> Assessment:
    """An amount promised for one year (AS-YEAR): that year's figure decides, no other year's does."""
    year, unit = last_year(case.target.period), case.target.quantity.unit
    point = series.levels.get(year)
    if point is None:
        return judge(
            case, Status.UNDETERMINED, "AS-YEAR", f"没有{year}年的完成数", f"the figure of {year} is not known"
        )
    reached = reaches(point.value, case.target, case.indicator.direction)
    verb, verb_en = ("达到", "reaches") if reached else ("未达到", "misses")
    return judge(
        case,
        Status.MET if reached else Status.MISSED,
        "AS-YEAR",
        f"{year}年为{show(point.value, unit)}，{verb}目标{show_target(case.target)}",
        f"{year}: {show(point.value, unit)}, which {verb_en} the target {show_target(case.target)}",
        observations=(point.observation.id,),
        latest=point.value,
        latest_period=point.observation.period,
        required=case.target.quantity.value,
    )


def judge_every_year(case: Case, series: Series) -> Assessment:
    """An amount promised for every year of a plan (AS-EVERY-YEAR): a single year that falls short is a miss."""
    start, end = first_year(case.target.period), last_year(case.target.period)
    unit = case.target.quantity.unit
    known = [series.levels[year] for year in range(start, end + 1) if year in series.levels]
    if not known:
        return judge(case, Status.UNDETERMINED, "AS-EVERY-YEAR", "没有任何一年的完成数", "no year is known")
    short = [point for point in known if not reaches(point.value, case.target, case.indicator.direction)]
    if short:
        status, zh = (
            Status.MISSED,
            f"{short[0].year}年为{show(short[0].value, unit)}，未达到每年{show_target(case.target)}",
        )
    elif len(known) == end - start + 1:
        status, zh = Status.MET, f"各年均达到每年{show_target(case.target)}"
    else:
        years = "、".join(f"{point.year}年" for point in known)
        status, zh = Status.ON_TRACK, f"{years}达到每年{show_target(case.target)}，其余年份尚无数据"
    return judge(
        case,
        status,
        "AS-EVERY-YEAR",
        zh,
        f"{len(known) - len(short)} of {len(known)} known years reach {show_target(case.target)}",
        observations=tuple(point.observation.id for point in known),
        latest=known[-1].value,
        latest_period=known[-1].observation.period,
        required=case.target.quantity.value,
    )

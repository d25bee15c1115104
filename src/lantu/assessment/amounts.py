"""Targets for an amount done: in one year, every year, or over the years of a plan."""

from dataclasses import dataclass, replace
from decimal import Decimal

from lantu.assessment.criteria import is_lower_better, is_yearly_mean, reaches
from lantu.assessment.judgement import Case, judge, show, show_goal, show_target, span_of, year_not_over
from lantu.assessment.series import Point, Series, is_over
from lantu.ledger.figures import first_year
from lantu.model.assessment import Assessment, Status
from lantu.model.indicator import Indicator, NumberKind, YearRule


@dataclass(frozen=True, slots=True)
class _Sum:
    """What was done from the first year to ``year``; only a lower bound where years in between are missing."""

    value: Decimal
    year: int
    points: tuple[Point, ...]
    complete: bool


def judge_amount(case: Case, series: Series, start: int) -> Assessment:
    """An amount over a plan's years, years added up (AS-AMOUNT).

    Years add up where the indicator's rule says so. With every year known, the sum decides at the end and is compared
    with the time elapsed before it. With years missing the sum is a lower bound: it can show that a target is met or
    its time-proportional share reached, never that it is not. A ceiling is the other way round: the bound can show
    that it was broken, and only the whole that it was kept.
    """
    total = _reported(series, start, case.end)
    if total is None:
        if not _adds_up(case.indicator):
            zh, en = "该指标的各年数不能相加", "the years of this indicator do not add up"
            return judge(case, Status.UNDETERMINED, "AS-AMOUNT", zh, en)
        total = _added(series, start, case.end)
    if total is None:
        zh, en = "台账中没有规划期内的完成数", "no amount within the period is known"
        return judge(case, Status.UNDETERMINED, "AS-AMOUNT", zh, en)
    return _compare(case, total, start)


def _adds_up(indicator: Indicator) -> bool:
    """Whether the amounts of years make that of all of them: rates and scores never do."""
    rates = (NumberKind.SHARE, NumberKind.GROWTH, NumberKind.INDEX)
    return indicator.number not in rates and indicator.years not in (YearRule.MEAN, YearRule.COMPOUND)


def _reported(series: Series, start: int, end: int) -> _Sum | None:
    """What was reported for the span so far (五年累计), with single years that go on from there."""
    whole = [point for point in series.totals if first_year(point.observation.period) == start and point.year <= end]
    if not whole:
        return None
    value, points = whole[-1].value, [whole[-1]]
    while points[-1].year < end and points[-1].year + 1 in series.levels:
        points.append(series.levels[points[-1].year + 1])
        value += points[-1].value
    return _Sum(value, points[-1].year, tuple(points), complete=True)


def _added(series: Series, start: int, end: int) -> _Sum | None:
    known = [series.levels[year] for year in range(start, end + 1) if year in series.levels]
    if not known:
        return None
    total = sum((point.value for point in known), Decimal(0))
    return _Sum(total, known[-1].year, tuple(known), complete=len(known) == known[-1].year - start + 1)


def _compare(case: Case, total: _Sum, start: int) -> Assessment:
    unit, years = case.target.quantity.unit, case.end - start + 1
    case, goal = _whole(case, years)
    wanted = case.target.quantity.value or Decimal(0)
    due = wanted * (total.year - start + 1) / years
    shown = "、".join(f"{_span(point)}{show(point.value, unit)}" for point in total.points)
    added = f"，合计{show(total.value, unit)}" if len(total.points) > 1 else ""
    status = _status(case, total, due)
    asked = f"，序时应为{show(due, unit)}" if total.year < case.end and status is not Status.MET else ""
    gaps = "" if total.complete else "；其间有年份未报告，合计只是下限"
    return judge(
        case,
        status,
        "AS-AMOUNT",
        f"{shown}{added}；目标{goal}{asked}{gaps}",
        f"{show(total.value, unit)} so far against {show(due, unit)} due by now and {show_target(case.target)} in all"
        + ("" if total.complete else "; years are missing, so the sum is a lower bound"),
        observations=tuple(point.observation.id for point in total.points),
        latest=total.value,
        latest_period=f"{start}-{total.year}" if start < total.year else str(total.year),
        required=due,
        needed=max(wanted - total.value, Decimal(0)),
        needed_kind="amount",
    )


def _whole(case: Case, years: int) -> tuple[Case, str]:
    """The case with the amount of all years where the promise is their mean (年均不少于12亿美元), and how it is shown."""
    target = case.target
    if case.start == case.end or not any(is_yearly_mean(source) for source in target.sources):
        return case, show_target(target)
    quantity = target.quantity
    value = quantity.value * years if quantity.value is not None else None
    high = quantity.high * years if quantity.high is not None else None
    whole = replace(target, quantity=replace(quantity, value=value, high=high))
    return replace(case, target=whole), f"年均{show_target(target)}"


def _span(point: Point) -> str:
    return span_of(first_year(point.observation.period), point.year)


def _status(case: Case, total: _Sum, due: Decimal) -> Status:
    reached = reaches(total.value, case.target, case.direction, total.points[-1].comparator)
    ended = total.year == case.end and total.complete
    over = is_over(case.end, case.as_of)
    if is_lower_better(case.target, case.direction):
        if ended or not reached:
            return Status.MET if reached else Status.MISSED
        if over or not total.complete:
            return Status.UNDETERMINED
        return Status.ON_TRACK if total.value <= due else Status.BEHIND
    if reached or ended:
        return Status.MET if reached else Status.MISSED
    if over:
        return Status.UNDETERMINED
    if total.value >= due:
        return Status.ON_TRACK
    return Status.BEHIND if total.complete else Status.UNDETERMINED


def judge_one_year(case: Case, series: Series) -> Assessment:
    """An amount promised for one year (AS-YEAR): that year's figure decides, no other year's does."""
    year, unit = case.end, case.target.quantity.unit
    point = series.levels.get(year) or next((each for each in series.totals if _span(each) == f"{year}年"), None)
    if point is None:
        zh, en = f"没有{year}年的完成数", f"the figure of {year} is not known"
        return year_not_over(case, "AS-YEAR") or judge(case, Status.UNDETERMINED, "AS-YEAR", zh, en)
    reached = case.is_reached(point)
    verb, verb_en = ("达到", "reaches") if reached else ("未达到", "misses")
    return judge(
        case,
        Status.MET if reached else Status.MISSED,
        "AS-YEAR",
        f"{year}年为{show(point.value, unit, beside=case.target.quantity.value)}，{verb}目标{show_goal(case)}",
        f"{year}: {show(point.value, unit)}, which {verb_en} the target {show_target(case.target)}",
        observations=(point.observation.id,),
        latest=point.value,
        latest_period=point.observation.period,
        required=case.target.quantity.value,
    )


def judge_every_year(case: Case, series: Series) -> Assessment:
    """A promise for every year of a plan (AS-EVERY-YEAR): a single year that falls short is a miss."""
    known = [series.levels[year] for year in range(case.start, case.end + 1) if year in series.levels]
    if not known:
        return judge(case, Status.UNDETERMINED, "AS-EVERY-YEAR", "没有任何一年的完成数", "no year is known")
    short = [point for point in known if not case.is_reached(point)]
    status, zh = _every_year(case, known, short)
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


def _every_year(case: Case, known: list[Point], short: list[Point]) -> tuple[Status, str]:
    goal, unit = f"每年{show_target(case.target)}", case.target.quantity.unit
    if short:
        return Status.MISSED, f"{short[0].year}年为{show(short[0].value, unit)}，未达到{goal}"
    if len(known) == case.end - case.start + 1:
        return Status.MET, f"各年均达到{goal}"
    years = "、".join(f"{point.year}年" for point in known)
    status = Status.UNDETERMINED if is_over(case.end, case.as_of) else Status.ON_TRACK
    return status, f"{years}达到{goal}，其余年份尚无数据"

"""Targets for a level: a state to be reached by the end of a year, a ceiling, a band."""

from decimal import Decimal

from lantu.assessment.criteria import is_lower_better
from lantu.assessment.judgement import Case, judge, show, show_goal, show_target, year_not_over
from lantu.assessment.paths import growth_between, path_points, straight_path
from lantu.assessment.series import Point, Series, in_unit, is_over
from lantu.ledger.figures import last_year
from lantu.model.assessment import Assessment, PathPoint, Status
from lantu.model.indicator import Direction, NumberKind, YearRule

#: What was once reached stays so: patents, floor space, roads. Shares, prices and yearly amounts can fall back.
_STAYING = frozenset({NumberKind.LEVEL, NumberKind.CUMULATIVE})


def judge_level(case: Case, series: Series) -> Assessment:
    """Met or missed by the figure of the target year; before it, by the straight path from the base (序时进度).

    Rule AS-LEVEL: at the end, the figure of the target year decides. Before the end, a stock that has passed its
    target is met early; a share, a price or a yearly amount that has passed it is on track, since it has to hold at
    the end; anything else is on track where it has reached the straight path from base to target, else behind.
    Without a base year the path cannot be drawn, and what has not reached its target is undetermined.
    """
    points = [series.levels[year] for year in sorted(series.levels) if year <= case.end]
    base = _base(case, series)
    since = [point for point in points if point.year >= case.plan_start and (base is None or point.year > base[0])]
    if not since:
        return _without_figures(case, series, points)
    latest = since[-1]
    required = straight_path(base[0], base[1], case.end, _goal(case)) if base else {}
    path = path_points(required, {point.year: point.value for point in points})
    if latest.year == case.end:
        return _at_the_end(case, latest, path)
    if is_over(case.end, case.as_of):
        return _end_without_figure(case, latest, path)
    return _on_the_way(case, latest, required, path)


def _goal(case: Case) -> Decimal:
    """The value that the path leads to: of a range the end that is nearer to where it started."""
    quantity = case.target.quantity
    low = quantity.value or Decimal(0)
    return quantity.high if quantity.high is not None and _is_lower_better(case) else low


def _is_lower_better(case: Case) -> bool:
    return is_lower_better(case.target, case.direction)


def _base(case: Case, series: Series) -> tuple[int, Decimal] | None:
    """The year and the value from which the path starts: the plan's own base, else what was reported for that year."""
    if case.baseline is not None:
        value = in_unit(case.baseline.quantity, case.target.quantity.unit)
        if value is not None:
            return last_year(case.baseline.period), value
    point = series.levels.get(case.plan_start - 1)
    return (point.year, point.value) if point else None


def _without_figures(case: Case, series: Series, points: list[Point]) -> Assessment:
    early = year_not_over(case, "AS-LEVEL") if case.plan_start == case.end else None
    if early is not None:
        return early
    if points:
        known = points[-1]
        zh = f"只有{'基期' if known.year == case.plan_start - 1 else ''}{known.year}年的数据（{show(known.value, case.target.quantity.unit)}），规划期内没有可用的实际值"
        en = f"only {known.year} is known; nothing was reported within the period"
    elif series.growth:
        years = "、".join(f"{year}年" for year in sorted(series.growth))
        zh = f"只有{years}的增速，没有水平值，无法与目标{show_target(case.target)}比较"
        en = "only yearly growth is known, no level to compare with the target"
    else:
        zh, en = "台账中没有该指标的实际值", "the ledger holds no figure for this indicator"
    return judge(case, Status.UNDETERMINED, "AS-LEVEL", zh, en)


def _at_the_end(case: Case, latest: Point, path: tuple[PathPoint, ...]) -> Assessment:
    reached, unit = case.is_reached(latest), case.target.quantity.unit
    verb, verb_en = ("达到", "reaches") if reached else ("未达到", "misses")
    return judge(
        case,
        Status.MET if reached else Status.MISSED,
        "AS-LEVEL",
        f"{latest.year}年为{show(latest.value, unit, beside=case.target.quantity.value)}，{verb}目标{show_goal(case)}",
        f"{latest.year}: {show(latest.value, unit)}, which {verb_en} the target {show_target(case.target)}",
        observations=(latest.observation.id,),
        latest=latest.value,
        latest_period=latest.observation.period,
        required=case.target.quantity.value,
        path=path,
    )


def _end_without_figure(case: Case, latest: Point, path: tuple[PathPoint, ...]) -> Assessment:
    unit, end = case.target.quantity.unit, case.end
    if case.is_reached(latest) and _stays(case):
        return _early(case, latest, path)
    return judge(
        case,
        Status.UNDETERMINED,
        "AS-LEVEL",
        f"目标年{end}年的实际值尚未报告；最近为{latest.year}年{show(latest.value, unit)}",
        f"the figure for {end} has not been reported; the latest is of {latest.year}",
        observations=(latest.observation.id,),
        latest=latest.value,
        latest_period=latest.observation.period,
        path=path,
    )


def _on_the_way(case: Case, latest: Point, required: dict[int, Decimal], path: tuple[PathPoint, ...]) -> Assessment:
    unit, end = case.target.quantity.unit, case.end
    if case.is_reached(latest):
        return _early(case, latest, path)
    due = required.get(latest.year)
    needed, kind = _needed(case, latest, end)
    if due is None:
        return judge(
            case,
            Status.UNDETERMINED,
            "AS-LEVEL",
            f"{latest.year}年为{show(latest.value, unit)}，尚未达到目标{show_target(case.target)}；缺基期值，不能判断是否达到序时进度",
            f"{latest.year}: {show(latest.value, unit)}, short of {show_target(case.target)}; without a base the path cannot be drawn",
            observations=(latest.observation.id,),
            latest=latest.value,
            latest_period=latest.observation.period,
            needed=needed,
            needed_kind=kind,
            path=path,
        )
    lower = _is_lower_better(case)
    on_path = latest.value <= due if lower else latest.value >= due
    word, word_en = ("达到", "on") if on_path else ("低于" if not lower else "高于", "off")
    return judge(
        case,
        Status.ON_TRACK if on_path else Status.BEHIND,
        "AS-LEVEL",
        f"{latest.year}年为{show(latest.value, unit, beside=due)}，{word}序时进度{show(due, unit, beside=latest.value)}（目标{end}年{show_target(case.target)}）",
        f"{latest.year}: {show(latest.value, unit)}, {word_en} the path of {show(due, unit)} (target {show_target(case.target)} in {end})",
        observations=(latest.observation.id,),
        latest=latest.value,
        latest_period=latest.observation.period,
        required=due,
        needed=needed,
        needed_kind=kind,
        path=path,
    )


def _stays(case: Case) -> bool:
    indicator = case.indicator
    higher = not _is_lower_better(case) and case.direction is not Direction.BAND
    return higher and indicator.number in _STAYING and indicator.years is not YearRule.HELD


def _early(case: Case, latest: Point, path: tuple[PathPoint, ...]) -> Assessment:
    unit, end = case.target.quantity.unit, case.end
    stays, goal = _stays(case), f"{end}年目标{show_target(case.target)}"
    within = _is_lower_better(case) or case.target.quantity.high is not None
    seen = show(latest.value, unit)
    zh = f"{latest.year}年为{seen}，在{goal}之内" if within else f"{latest.year}年已达{seen}，提前达到{goal}"
    return judge(
        case,
        Status.MET if stays else Status.ON_TRACK,
        "AS-LEVEL",
        zh if stays else f"{zh}；须保持到{end}年末",
        f"{latest.year}: {show(latest.value, unit)} has reached the target of {end}, {show_target(case.target)}"
        + ("" if stays else f"; it has to hold until the end of {end}"),
        observations=(latest.observation.id,),
        latest=latest.value,
        latest_period=latest.observation.period,
        required=case.target.quantity.value,
        path=path,
    )


def _needed(case: Case, latest: Point, end: int) -> tuple[Decimal | None, str]:
    """What the years left still have to bring: points for a rate, growth a year for an amount."""
    wanted = case.target.quantity.value
    if wanted is None:
        return None, ""
    if case.target.quantity.unit in ("%", "‰"):
        return wanted - latest.value, "points"
    growth = growth_between(latest.value, wanted, end - latest.year)
    return (growth, "growth_per_year") if growth is not None else (wanted - latest.value, "amount")

"""Where a series is heading, by a well-kept library; where too little is known, it says so rather than guess."""

from dataclasses import dataclass, replace
from decimal import Decimal
from importlib.util import find_spec
from typing import TYPE_CHECKING

from lantu.assessment.criteria import bounds, change_wanted
from lantu.assessment.growth import worded
from lantu.assessment.judgement import Case, show
from lantu.assessment.paths import needed_growth
from lantu.assessment.series import CHANGES, RATES, Series
from lantu.model.assessment import Forecast
from lantu.model.indicator import NumberKind
from lantu.model.ledger import Target
from lantu.model.statement import Measure

if TYPE_CHECKING:
    import numpy as np

#: A trend through fewer figures than these is a guess.
FEWEST = 4
#: The probability of the interval that is given.
LEVEL = 0.8


@dataclass(frozen=True, slots=True)
class _Fit:
    """What the library says of one year, or of the mean of several, to come."""

    mean: float
    spread: float
    freedom: float
    low: float
    high: float


def can_forecast() -> bool:
    """Whether the library for forecasts is installed (the extra ``forecast``)."""
    return find_spec("statsmodels") is not None


def forecast(case: Case, series: Series) -> Forecast | None:
    """Where the target's series is heading, with an interval and the chance of reaching the target; or None.

    For a level: a straight line through the years by least squares, carried to the target's year. For a growth: the
    mean of the years so far as what the years left will bring. The interval is the prediction interval for what has
    not been seen yet, the chance that of its Student t distribution on the target's side. ``why_no_forecast`` says why
    there is none.
    """
    if _obstacle(case, series) is not None or not can_forecast():
        return None
    return _growth(case, series) if case.target.measure in CHANGES else _level(case, series)


def why_no_forecast(case: Case, series: Series) -> tuple[str, str]:
    """Why there is no forecast, in Chinese and English; "" twice where there is one."""
    obstacle = _obstacle(case, series)
    if obstacle is not None:
        return obstacle
    if not can_forecast():
        return (
            "未安装预测所需的程序库（lantu[forecast]）",
            "the library for forecasts is not installed (lantu[forecast])",
        )
    return "", ""


def describe_forecast(found: Forecast, target: Target) -> tuple[str, str]:
    """A forecast in one sentence, in Chinese and English.

    The sentence says on what it rests, so that no one takes it for more than it is.
    """
    unit = target.quantity.unit
    value, low, high = (show(Decimal(repr(each)), unit) for each in (found.value, found.low, found.high))
    sure = f"{found.level:.0%}"
    if found.growth:
        return (
            f"按已知{found.observations}年的平均增速，到{found.year}年每年约{value}（{sure}区间{low}至{high}），达到目标的可能性{_chance(found.chance, zh=True)}",
            f"by the mean of {found.observations} years, about {value} a year up to {found.year} ({sure} interval {low} to {high}); chance of reaching the target {_chance(found.chance, zh=False)}",
        )
    return (
        f"按已知{found.observations}年的直线趋势，{found.year}年约为{value}（{sure}区间{low}至{high}），达到目标的可能性{_chance(found.chance, zh=True)}",
        f"by the straight line through {found.observations} years, about {value} in {found.year} ({sure} interval {low} to {high}); chance of reaching the target {_chance(found.chance, zh=False)}",
    )


def _chance(chance: float, *, zh: bool) -> str:
    """No forecast from a few figures is certain, so neither 0% nor 100% is ever said."""
    if chance < 0.01:
        return "不到1%" if zh else "below 1%"
    if chance > 0.99:
        return "99%以上" if zh else "above 99%"
    return f"约{chance:.0%}" if zh else f"about {chance:.0%}"


def _used(case: Case, series: Series) -> list[int]:
    """The years whose figures a forecast rests on."""
    points = series.growth if case.target.measure in CHANGES else series.levels
    return sorted(points)


def _obstacle(case: Case, series: Series) -> tuple[str, str] | None:
    years = _used(case, series)
    target = case.target
    if target.quantity.value is None:
        return "目标没有数值", "the target has no number"
    if target.measure is Measure.FLOW or target.cumulative or target.period.startswith("annual:"):
        return "按时段计的目标不作预测", "amounts and changes over a period are not forecast"
    if target.measure in CHANGES and target.quantity.unit not in RATES:
        return "按时段计的目标不作预测", "amounts and changes over a period are not forecast"
    if len(years) < FEWEST:
        return (
            f"只有{len(years)}年的数据，少于{FEWEST}年，不作预测",
            f"only {len(years)} years are known, fewer than {FEWEST}: no forecast",
        )
    if years[-1] >= case.end:
        return f"{case.end}年的数据已知，无须预测", f"the figure of {case.end} is known"
    if case.end - years[-1] > years[-1] - years[0]:
        return (
            f"目标年{case.end}年比最近数据晚{case.end - years[-1]}年，超过已知的年数，不作外推",
            f"{case.end} lies further ahead than the known years reach back: no forecast",
        )
    if target.measure in CHANGES and _still_needed(case, series) is None:
        return "规划期内的增速不全，不作预测", "years within the plan are missing: no forecast"
    return None


def _level(case: Case, series: Series) -> Forecast:
    # numpy, scipy and statsmodels take a second to load; only a forecast should wait for them.
    import numpy as np  # noqa: PLC0415

    years = _used(case, series)
    since = np.array([year - years[0] for year in years], dtype=float)
    values = np.array([float(series.levels[year].value) for year in years])
    ahead = np.array([[1.0, float(case.end - years[0])]])
    fit = _fit(np.column_stack([np.ones_like(since), since]), values, ahead)
    if case.indicator.number is NumberKind.SHARE and case.target.quantity.unit == "%":
        fit = replace(fit, low=max(fit.low, 0.0), high=min(fit.high, 100.0))
    return _forecast(case, fit, bounds(case.target, case.direction), len(years), "statsmodels OLS, linear trend")


def _growth(case: Case, series: Series) -> Forecast:
    """The mean growth of the years left: its spread is that of their mean and of the mean so far together."""
    import numpy as np  # noqa: PLC0415 - see _level

    years = _used(case, series)
    values = np.array([float(worded(case, series.growth[year].value)) for year in years])
    fit = _fit(np.ones((len(years), 1)), values, np.ones((1, 1)), averaged=case.end - years[-1])
    needed = worded(case, _still_needed(case, series) or Decimal(0))
    low, high = bounds(case.target, case.direction)
    limits = (None if low is None else needed, None if high is None else needed)
    found = _forecast(case, fit, limits, len(years), "statsmodels OLS, constant growth")
    return replace(found, growth=True)


def _still_needed(case: Case, series: Series) -> Decimal | None:
    """The growth that each year left has to bring; None where years of the plan are missing."""
    last = _used(case, series)[-1]
    within = range(case.start, last + 1)
    if any(year not in series.growth for year in within):
        return None
    low, high = bounds(case.target, case.direction)
    limit = low if low is not None else high
    if limit is None:
        return None
    wanted = limit if change_wanted(case.target) >= 0 else -limit
    return needed_growth(wanted, [series.growth[year].value for year in within], case.end - case.start + 1)


def _fit(design: "np.ndarray", values: "np.ndarray", ahead: "np.ndarray", averaged: int = 1) -> _Fit:
    """Least squares, and what it says of the mean of ``averaged`` new figures at ``ahead``."""
    from scipy import stats  # noqa: PLC0415 - see _level
    from statsmodels.regression.linear_model import OLS  # noqa: PLC0415 - see _level

    model = OLS(values, design).fit()
    prediction = model.get_prediction(ahead)
    mean = float(prediction.predicted_mean[0])
    spread = float((prediction.var_pred_mean[0] + model.mse_resid / averaged) ** 0.5)
    reach = float(stats.t.ppf(0.5 + LEVEL / 2, model.df_resid)) * spread
    return _Fit(mean, spread, float(model.df_resid), mean - reach, mean + reach)


def _forecast(
    case: Case, fit: _Fit, limits: tuple[Decimal | None, Decimal | None], known: int, method: str
) -> Forecast:
    from scipy import stats  # noqa: PLC0415 - see _level

    # A perfect line leaves no spread at all; a distribution has to have some.
    distribution = stats.t(df=fit.freedom, loc=fit.mean, scale=max(fit.spread, 1e-12))
    floor, ceiling = limits
    below = float(distribution.cdf(float(floor))) if floor is not None else 0.0
    above = float(distribution.sf(float(ceiling))) if ceiling is not None else 0.0
    chance = max(0.0, 1.0 - below - above)
    return Forecast(case.end, fit.mean, fit.low, fit.high, LEVEL, chance, method, known)

"""Where a series is heading, by a well-kept library; where too little is known, it says so rather than guess."""

from decimal import Decimal
from importlib.util import find_spec

from lantu.assessment.criteria import bounds
from lantu.assessment.judgement import Case
from lantu.ledger.figures import last_year
from lantu.model.assessment import Forecast

#: A trend through fewer figures than these is a guess.
FEWEST = 4
_LEVEL = 0.8


def can_forecast() -> bool:
    """Whether the library for forecasts is installed (the extra ``forecast``)."""
    return find_spec("statsmodels") is not None


def forecast(case: Case, levels: dict[int, Decimal]) -> Forecast | None:
    """The level in the target's year with its interval, and the chance of reaching the target.

    A local linear trend by least squares on the years (statsmodels OLS); the interval is the prediction interval for a
    new observation, the chance that of its Student t distribution beyond the target. None with fewer than four
    figures, without a later target year, or where the library is not installed.
    """
    year = last_year(case.target.period)
    known = sorted(each for each in levels if each < year)
    if len(known) < FEWEST or case.target.quantity.value is None or not can_forecast():
        return None
    # numpy, scipy and statsmodels take a second to load; only a forecast should wait for them.
    import numpy as np  # noqa: PLC0415
    import statsmodels.api as sm  # noqa: PLC0415
    from scipy import stats  # noqa: PLC0415

    years = np.array(known, dtype=float)
    values = np.array([float(levels[each]) for each in known])
    model = sm.OLS(values, sm.add_constant(years - years[0])).fit()
    prediction = model.get_prediction(np.array([[1.0, year - years[0]]]))
    mean = float(prediction.predicted_mean[0])
    low, high = (float(each) for each in prediction.conf_int(obs=True, alpha=1 - _LEVEL)[0])
    spread = float(prediction.se_obs[0])
    distribution = stats.t(df=model.df_resid, loc=mean, scale=max(spread, 1e-12))
    floor, ceiling = bounds(case.target, case.indicator.direction)
    below = float(distribution.cdf(float(floor))) if floor is not None else 0.0
    above = float(distribution.sf(float(ceiling))) if ceiling is not None else 0.0
    return Forecast(
        year, mean, low, high, _LEVEL, max(0.0, 1.0 - below - above), "statsmodels OLS linear trend", len(known)
    )

"""Where a promise stands: a judgement with its rule, its date and its evidence."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Status(StrEnum):
    """The five judgements (评估结论)."""

    MET = "met"  # 完成
    ON_TRACK = "on_track"  # 达到序时进度
    BEHIND = "behind"  # 滞后
    MISSED = "missed"  # 未完成
    UNDETERMINED = "undetermined"  # 无法评估


@dataclass(frozen=True, slots=True)
class Forecast:
    """Where a series is heading, with how sure that is (预测).

    Attributes:
        year: The year forecast.
        value: The central value, in the target's unit; for a growth the mean of the years left, in %.
        low: Lower end of the interval.
        high: Upper end of the interval.
        level: The interval's probability, such as 0.8.
        chance: The chance of reaching the target.
        method: The library and model.
        observations: How many figures it rests on.
        growth: Whether it is a growth a year that is forecast.
    """

    year: int
    value: float
    low: float
    high: float
    level: float
    chance: float
    method: str
    observations: int
    growth: bool = False


@dataclass(frozen=True, slots=True)
class PathPoint:
    """One year on the required path: what should have been reached, and what was, in the target's unit."""

    year: int
    required: Decimal | None
    observed: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """The judgement of one target (评估).

    Attributes:
        target: The target's id.
        status: The judgement.
        rule: The rule's code in docs/reference/assessment.md: ``AS-LEVEL``.
        as_of: ISO date; nothing reported for a later time was used.
        reason: Why, in one Chinese sentence with the figures used.
        reason_en: The same in English.
        observations: Ids of the observations used, oldest first.
        baseline: Id of the baseline or observation taken as base, or "".
        latest: The latest figure in the target's unit; None where there is none.
        latest_period: Its period.
        required: What the required path asks for at that time; None where no path can be drawn.
        needed: What is still needed: growth a year in %, or an amount; None where nothing is or it cannot be said.
        needed_kind: ``growth_per_year``, ``amount``, ``points`` or "".
        path: The required path, year by year.
        forecast: Where the series is heading; None where too little is known.
        unit: The unit of ``latest`` and ``required`` where the target has none of its own (快于经济增长: %); else "".
    """

    target: str
    status: Status
    rule: str
    as_of: str
    reason: str
    reason_en: str
    observations: tuple[str, ...] = ()
    baseline: str = ""
    latest: Decimal | None = None
    latest_period: str = ""
    required: Decimal | None = None
    needed: Decimal | None = None
    needed_kind: str = ""
    path: tuple[PathPoint, ...] = ()
    forecast: Forecast | None = None
    unit: str = ""

"""Indicators: the things that plans promise and reports measure."""

from dataclasses import dataclass
from enum import StrEnum


class Direction(StrEnum):
    """Which way is better (方向)."""

    HIGHER = "higher"
    LOWER = "lower"
    BAND = "band"  # near a target, or within a range: 居民消费价格
    NEUTRAL = "neutral"  # neither: 常住人口


class NumberKind(StrEnum):
    """What kind of number an indicator's own name stands for when a text gives a figure without a verb."""

    LEVEL = "level"  # a stock or a state: 常住人口, 人均预期寿命
    FLOW = "flow"  # so much a year: 城镇新增就业, 地区生产总值
    SHARE = "share"  # a ratio in % or ‰: 城镇化率
    GROWTH = "growth"  # a yearly change: 地区生产总值增长
    CUMULATIVE = "cumulative"  # done so far within a plan: 新建高标准农田
    INDEX = "index"  # a score or a coefficient without unit


class RegionRule(StrEnum):
    """How figures of regions make the figure of the whole (区域汇总规则)."""

    SUM = "sum"
    WEIGHTED = "weighted"  # a mean, weighted by another indicator
    NONE = "none"  # cannot be put together


class YearRule(StrEnum):
    """How figures of years make the figure of a plan period (年度汇总规则)."""

    LAST = "last"  # the state at the end counts
    SUM = "sum"  # years add up
    COMPOUND = "compound"  # rates of growth compound
    MEAN = "mean"  # the average counts
    HELD = "held"  # every year has to hold
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Namesake:
    """A name that looks like an indicator's and is not it, with the reason (易混指标)."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """One thing that is measured (指标).

    Attributes:
        code: Stable code such as ``EC001``; ``X-`` and a digest for one that a document brings along.
        name: Standard name in Chinese: 地区生产总值.
        name_en: The same in English.
        aliases: Other wordings of the same thing.
        unit: The unit that it is usually printed in, with its multiplier: 亿元, %, 万人.
        direction: Which way is better.
        number: What kind of number its name alone stands for.
        regions: How regions add up.
        weight: For a weighted mean, the code of the indicator that weighs; else "".
        years: How years add up.
        field: economy, innovation, livelihood, green, security, opening, agriculture, digital, regional, culture, governance, reform.
        department: The department that usually answers for it: 省统计局.
        namesakes: Names that are not it, and why.
        growth_of: For an indicator that is the growth of another, that other's code; else "".
        known: Whether it stands in the vocabulary; False for one that a document brought along.
    """

    code: str
    name: str
    name_en: str = ""
    aliases: tuple[str, ...] = ()
    unit: str = ""
    direction: Direction = Direction.HIGHER
    number: NumberKind = NumberKind.LEVEL
    regions: RegionRule = RegionRule.NONE
    weight: str = ""
    years: YearRule = YearRule.LAST
    field: str = ""
    department: str = ""
    namesakes: tuple[Namesake, ...] = ()
    growth_of: str = ""
    known: bool = True

"""A unit of measure, as a value."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number counts (计量单位): 吨, 亿元, 件/万人.

    Attributes:
        symbol: The unit as Lantu writes it: aliases resolved, multipliers kept (公斤 is 千克, 亿元 stays 亿元).
        dimension: What it measures: 质量, 面积/人数. Counter words are dimensions of their own.
        ratio: How much of the dimension's base unit one of it is, exactly.
    """

    symbol: str
    dimension: str
    ratio: Fraction

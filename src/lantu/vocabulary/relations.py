"""How one indicator stands to another: the same, a part of it, its growth, or a stand-in for it."""

from dataclasses import dataclass
from enum import StrEnum

from lantu.model.indicator import Indicator
from lantu.vocabulary.indicators import vocabulary


class RelationKind(StrEnum):
    """What one indicator is to another (指标间关系)."""

    SAME = "same"
    PART_OF = "part_of"  # 城镇居民收入 is a part of 居民收入: it bounds the whole, it does not decide it
    GROWTH_OF = "growth_of"  # 新登记经营主体 is what 经营主体 grows by
    PROXY_FOR = "proxy_for"  # 粮食产量 stands in for 粮食综合生产能力, which no one measures by itself


@dataclass(frozen=True, slots=True)
class Relation:
    """That one indicator is to another what ``kind`` says, with the reason.

    Attributes:
        kind: What it is.
        code: The code of the part, the growth or the stand-in.
        other: The code of the indicator that it is so to.
        reason: Why, in Chinese; "" for the same indicator.
    """

    kind: RelationKind
    code: str
    other: str
    reason: str = ""


_KINDS = {"属于": RelationKind.PART_OF, "增量": RelationKind.GROWTH_OF, "代表": RelationKind.PROXY_FOR}


def related(one: Indicator, other: Indicator) -> Relation | None:
    """How two indicators, in either order, stand to each other; None if the vocabulary knows of nothing.

    >>> from lantu.vocabulary.indicators import indicators
    >>> found = related(indicators()["LV001"], indicators()["LV002"])
    >>> found.kind, found.code, found.other
    (<RelationKind.PART_OF: 'part_of'>, 'LV002', 'LV001')
    """
    if one.code == other.code:
        return Relation(RelationKind.SAME, one.code, other.code)
    for first, second in ((one, other), (other, one)):
        for link in vocabulary().links.get(first.code, ()):
            if link.code == second.code:
                return Relation(_KINDS[link.key], first.code, second.code, link.reason)
    return None

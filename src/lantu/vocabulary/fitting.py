"""Whether a figure's unit and kind of number fit an indicator."""

from functools import cache

from lantu.model.indicator import NumberKind
from lantu.model.statement import Measure
from lantu.units import Unit, parse_unit
from lantu.vocabulary.indicators import vocabulary

_RATIO, _POINTS, _DOUBLINGS = "比率", "百分点", "番"
#: Dimensions whose amounts are told in either: an exchange rate or a count of visits does not change what is measured.
_ALIKE = (frozenset({"人民币", "美元", "欧元", "港元"}), frozenset({"人数", "人次"}), frozenset({"质量", "二氧化碳"}))
_CHANGES = (Measure.GROWTH, Measure.DECLINE)


def misfit(code: str, unit: str, measure: Measure) -> str:
    """Why a figure with that unit cannot be one of the indicator's, in Chinese; "" where it can.

    >>> misfit("EC001", "元", Measure.LEVEL), misfit("EC001", "%", Measure.GROWTH)
    ('', '')
    >>> misfit("EC001", "%", Measure.LEVEL)
    '“%”是比率，该指标以“亿元”计'
    """
    if not unit:
        return ""
    given, printed = parse_unit(unit), vocabulary().units[code]
    if given is None:
        return f"单位“{unit}”不在单位表中"
    if measure in _CHANGES:
        return _misfit_of_change(code, unit, given.dimension)
    return _misfit_of_amount(code, unit, given.dimension, printed)


def is_share(unit: str) -> bool:
    """Whether a unit tells a share: %, ‰, 成."""
    found = parse_unit(unit) if unit else None
    return found is not None and found.dimension == _RATIO and found.symbol != "倍"


def _misfit_of_change(code: str, unit: str, dimension: str) -> str:
    """A change is told in %, in doublings, in the indicator's own unit or, for a share, in 百分点."""
    if dimension in (_RATIO, _DOUBLINGS):
        return ""
    number = vocabulary().indicators[code].number
    if dimension == _POINTS:
        shares = (NumberKind.SHARE, NumberKind.INDEX)
        return "" if number in shares else "百分点是比率之差，该指标不是比率"
    return "" if _told_in(code, dimension) else f"“{unit}”与该指标的单位不能换算"


def _misfit_of_amount(code: str, unit: str, dimension: str, printed: tuple[str, ...]) -> str:
    if dimension == _POINTS:
        return "百分点是差距，不是该指标的值"
    if dimension == _RATIO:
        ratios = [found.dimension == _RATIO for found in _units(code)]
        return "" if all(ratios) else f"“{unit}”是比率，该指标以“{printed[-1]}”计"
    return "" if _told_in(code, dimension) else f"“{unit}”与“{'、'.join(printed) or '无单位'}”不能换算"


@cache
def _units(code: str) -> tuple[Unit, ...]:
    return tuple(filter(None, map(parse_unit, vocabulary().units[code])))


@cache
def _told_in(code: str, dimension: str) -> bool:
    """Whether the indicator is told in that dimension, or in one that stands for the same."""
    return any(_same_sort(found.dimension, dimension) for found in _units(code))


def _same_sort(one: str, other: str) -> bool:
    if one == other or (_is_counter(one) and _is_counter(other)):
        return True
    if "/" in one or "/" in other:
        # 元/月 is printed as 元 where the name says that it is monthly.
        above, other_above = one.split("/", maxsplit=1)[0], other.split("/", maxsplit=1)[0]
        return above == other_above and (above == one or other_above == other)
    return any(one in alike and other in alike for alike in _ALIKE)


@cache
def _is_counter(dimension: str) -> bool:
    """Whether a dimension is one of the counter words (个, 家, 户), of which each is one of its own."""
    found = parse_unit(dimension)
    return found is not None and found.symbol == found.dimension and dimension not in _NOT_COUNTERS


#: Simple units that are named like their dimension and count no things.
_NOT_COUNTERS = frozenset(
    {_DOUBLINGS, _POINTS, "名", "位", "级", "档", "层", "期", "届", "轮", "人次", "美元", "欧元", "英镑", "次"}
)

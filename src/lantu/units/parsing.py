"""Unit names to units: simple, multiplied and compound."""

from functools import cache, lru_cache

from lantu.units.errors import UnknownUnitError
from lantu.units.table import unit_table
from lantu.units.unit import Unit

#: Words for “for each” inside a unit: 元/人, 微克每立方米, 元／吨.
_PER = str.maketrans({"每": "/", "／": "/", "∕": "/"})
#: No unit is longer than this; a longer text is refused without being searched.
_LONGEST = 40


@lru_cache(maxsize=1024)
def parse_unit(text: str) -> Unit | None:
    """The unit that ``text`` names, or None if the table holds none.

    EBNF::

        unit       = above , { per , below } ;
        above      = [ multiplier ] , name ;
        below      = [ multiplier ] , ( name | denominator name ) ;
        per        = "/" | "每" ;
        multiplier = "十" | "百" | "千" | "万" | "亿" | … ;

    >>> parse_unit("公斤").symbol, parse_unit("个百分点").symbol
    ('千克', '百分点')
    >>> parse_unit("亿斤").ratio                    # of a 吨
    Fraction(50000, 1)
    >>> parse_unit("件/万人") == parse_unit("件每万人口")
    True
    >>> parse_unit("微克每立方米").dimension
    '质量/体积'
    >>> parse_unit("箩筐") is None
    True
    """
    name = text.strip()
    if not name or len(name) > _LONGEST:
        return None
    whole = _multiplied(name, is_below=False)
    if whole is not None:
        return whole
    above, *below = name.translate(_PER).split("/")
    unit = _multiplied(above.strip(), is_below=False) if below else None
    for part in below:
        denominator = _multiplied(part.strip(), is_below=True)
        if unit is None or denominator is None:
            return None
        unit = _divided(unit, denominator)
    return unit


def require_unit(text: str) -> Unit:
    """The unit that ``text`` names.

    Raises:
        UnknownUnitError: The table holds none; the error suggests the nearest name.
    """
    unit = parse_unit(text)
    if unit is None:
        raise UnknownUnitError(text, unit_names())
    return unit


def split_multiplier(text: str) -> tuple[int, str]:
    """The multiplier in front of a unit and the rest: 万吨 is 10000 and 吨, but 千瓦 is 1 and 千瓦.

    A text whose rest is no unit is given back whole.

    >>> split_multiplier("亿元"), split_multiplier("千瓦"), split_multiplier("万千瓦"), split_multiplier("万亿立方米")
    ((100000000, '元'), (1, '千瓦'), (10000, '千瓦'), (1000000000000, '立方米'))
    """
    name = text.strip()
    if name in unit_table().units:
        return 1, name
    for length in (2, 1):
        multiplier = unit_table().multipliers.get(name[:length])
        if multiplier is not None and parse_unit(name[length:]) is not None:
            return multiplier, name[length:]
    return 1, name


@cache
def unit_names() -> tuple[str, ...]:
    """Every simple name of a unit, aliases included, longest first: made for an alternation in a regular expression."""
    return tuple(sorted(unit_table().units, key=lambda name: (-len(name), name)))


def _multiplied(name: str, *, is_below: bool) -> Unit | None:
    """The simple unit of that name, with or without a multiplier in front."""
    found = _simple(name, is_below=is_below)
    if found is not None:
        return found
    for length in (2, 1):
        multiplier = unit_table().multipliers.get(name[:length])
        unit = _simple(name[length:], is_below=is_below) if multiplier is not None else None
        if unit is not None and multiplier is not None:
            return Unit(name[:length] + unit.symbol, unit.dimension, unit.ratio * multiplier)
    return None


def _simple(name: str, *, is_below: bool) -> Unit | None:
    table = unit_table()
    return table.units.get(name) or (table.denominators.get(name) if is_below else None)


def _divided(unit: Unit, denominator: Unit) -> Unit:
    return Unit(
        symbol=f"{unit.symbol}/{denominator.symbol}",
        dimension=f"{unit.dimension}/{denominator.dimension}",
        ratio=unit.ratio / denominator.ratio,
    )

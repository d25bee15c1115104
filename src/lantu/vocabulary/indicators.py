"""Indicators of development planning, read from indicators.txt when they are first asked for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from lantu.errors import LantuError
from lantu.model.indicator import Direction, Indicator, Namesake, NumberKind, RegionRule, YearRule

_DIRECTIONS = {"高": Direction.HIGHER, "低": Direction.LOWER, "区间": Direction.BAND, "中性": Direction.NEUTRAL}
_NUMBERS = {
    "水平": NumberKind.LEVEL,
    "流量": NumberKind.FLOW,
    "比率": NumberKind.SHARE,
    "增速": NumberKind.GROWTH,
    "累计": NumberKind.CUMULATIVE,
    "指数": NumberKind.INDEX,
}
_REGIONS = {"相加": RegionRule.SUM, "加权": RegionRule.WEIGHTED, "不可": RegionRule.NONE}
_YEARS = {
    "末年": YearRule.LAST,
    "相加": YearRule.SUM,
    "复合": YearRule.COMPOUND,
    "平均": YearRule.MEAN,
    "逐年": YearRule.HELD,
    "不可": YearRule.NONE,
}
#: Keys under which one indicator points to another: a part of it, its growth, a stand-in for it.
LINK_KEYS = ("属于", "增量", "代表")


class IndicatorTableError(LantuError):
    """A line of the indicator vocabulary that cannot be read."""

    def __init__(self, line_number: int, zh: str, en: str) -> None:
        super().__init__(f"indicators.txt 第 {line_number} 行：{zh}", f"indicators.txt, line {line_number}: {en}")


@dataclass(frozen=True, slots=True)
class Link:
    """What the vocabulary says of one indicator in relation to another (指标间关系).

    Attributes:
        key: 属于, 增量 or 代表.
        code: The code of the other indicator.
        reason: Why, in Chinese.
    """

    key: str
    code: str
    reason: str


@dataclass(slots=True)
class Vocabulary:
    """The indicators by code, in the order of the file.

    Attributes:
        indicators: Every indicator by its code.
        units: By code, the units in which it may be given; the first is the usual one.
        links: By code, what it is in relation to others.
        fields: By the English name of a field, its Chinese name.
    """

    indicators: dict[str, Indicator] = field(default_factory=dict)
    units: dict[str, tuple[str, ...]] = field(default_factory=dict)
    links: dict[str, tuple[Link, ...]] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)


def indicators() -> Mapping[str, Indicator]:
    """The known indicators by code, in the order of the file.

    >>> indicators()["EC001"].name
    '地区生产总值'
    """
    return MappingProxyType(vocabulary().indicators)


def indicator_by_code(code: str) -> Indicator | None:
    """The known indicator with that code, or None.

    >>> indicator_by_code("EC001").name, indicator_by_code("X-0")
    ('地区生产总值', None)
    """
    return vocabulary().indicators.get(code)


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary that ships with Lantu."""
    return read_vocabulary(files(__package__).joinpath("indicators.txt").read_text(encoding="utf-8"))


def read_vocabulary(text: str) -> Vocabulary:
    """The vocabulary that a text describes; the head of indicators.txt says how it is written.

    Raises:
        IndicatorTableError: A line is not of the described form, or a code is given twice.
    """
    found = Vocabulary()
    for entry in _entries(text, found.fields):
        indicator = _indicator(entry)
        if indicator.code in found.indicators:
            raise IndicatorTableError(
                entry.number, f"代码 {indicator.code} 已用过", f"the code {indicator.code} is taken already"
            )
        found.indicators[indicator.code] = indicator
        found.units[indicator.code] = tuple(unit for unit in entry.words[0].split(",") if unit != "-")
        if entry.links:
            found.links[indicator.code] = tuple(entry.links)
    return found


@dataclass(slots=True)
class _Entry:
    """The lines of one indicator, taken apart."""

    number: int
    section: str
    code: str
    name: str
    name_en: str
    words: list[str] = field(default_factory=list)
    aliases: tuple[str, ...] = ()
    namesakes: list[Namesake] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


def _entries(text: str, fields: dict[str, str]) -> Iterator[_Entry]:
    """Each indicator's lines, in order; the fields' names go into ``fields``."""
    name, entry = "", None
    for number, line in enumerate(text.splitlines(), start=1):
        stripped = line.strip()
        if not stripped or stripped[0] == "#":
            continue
        if line[0] == " ":
            if entry is None:
                raise IndicatorTableError(number, "前面没有指标", "there is no indicator above it")
            _read_line(entry, number, stripped)
            continue
        if entry is not None:
            yield entry
        entry = None
        if stripped[0] == "[":
            name, _, zh = stripped.strip("[]").partition(" ")
            fields[name] = zh
        else:
            entry = _read_head(number, name, stripped)
    if entry is not None:
        yield entry


def _read_head(number: int, section: str, line: str) -> _Entry:
    """Reads ``EC001 地区生产总值 | Gross regional product``."""
    code, _, names = line.partition(" ")
    name, bar, name_en = names.partition(" | ")
    if not bar or not code.isalnum():
        raise IndicatorTableError(number, "应为“代码 名称 | English name”", "expected “code name | English name”")
    return _Entry(number, section, code, name.strip(), name_en.strip())


def _read_line(entry: _Entry, number: int, line: str) -> None:
    """Reads one indented line: the six words that come first, or a key with what follows it."""
    if not entry.words:
        entry.words = line.split()
        if len(entry.words) != len(_WORDS):
            raise IndicatorTableError(number, f"应有六个词：{_WORDS}", f"expected six words: {_WORDS}")
        return
    key, _, rest = line.partition(" ")
    if key == "又名":
        entry.aliases += tuple(rest.split("、"))
        return
    what, _, reason = rest.partition("：")
    if not reason:
        raise IndicatorTableError(number, "“：”之后应写明理由", "expected a reason behind “：”")
    if key == "易混":
        entry.namesakes.append(Namesake(what, reason))
    elif key in LINK_KEYS:
        entry.links.append(Link(key, what, reason))
    else:
        raise IndicatorTableError(number, f"不认识的词“{key}”", f"unknown key {key!r}")


_WORDS = "单位 方向 数型 区域 年度 部门".split()


def _indicator(entry: _Entry) -> Indicator:
    if not entry.words:
        raise IndicatorTableError(entry.number, f"{entry.code} 缺少单位等六个词", f"{entry.code} lacks its six words")
    unit, direction, number, regions, years, department = entry.words
    rule, _, weight = regions.partition(":")
    try:
        return Indicator(
            code=entry.code,
            name=entry.name,
            name_en=entry.name_en,
            aliases=entry.aliases,
            unit=unit.partition(",")[0].strip("-"),
            direction=_DIRECTIONS[direction],
            number=_NUMBERS[number],
            regions=_REGIONS[rule],
            weight=weight,
            years=_YEARS[years],
            field=entry.section,
            department=department,
            namesakes=tuple(entry.namesakes),
            growth_of=next((link.code for link in entry.links if link.key == "增量"), ""),
        )
    except KeyError as err:
        raise IndicatorTableError(
            entry.number, f"{entry.code} 中不认识的词“{err.args[0]}”", f"unknown word {err.args[0]!r} in {entry.code}"
        ) from err

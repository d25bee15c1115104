"""Provinces, prefectures and counties with their GB/T 2260 codes, and the finding of their names in text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Region:
    """An administrative division (行政区): its full name and its GB/T 2260 code, such as 辽宁省 210000."""

    code: str
    name: str

    @property
    def level(self) -> int:
        """1 for a province, 2 for a prefecture, 3 for a county."""
        return 1 if self.code.endswith("0000") else 2 if self.code.endswith("00") else 3

    @property
    def short(self) -> str:
        """The name as it is used in running text: 辽宁, 沈阳, 宁夏, 延边; the full name where nothing may be left out."""
        return short_name(self.name)


@dataclass(frozen=True, slots=True)
class RegionMention:
    """A place in a text where a region is named, in full or in short; ``name`` is always the full name."""

    name: str
    code: str
    start: int
    end: int


def find_regions(text: str) -> tuple[RegionMention, ...]:
    """Every province and prefecture that a text names, in full or in short, in order.

    A name that is both (吉林, 海南) means the province unless 市 or 州 follows.

    >>> [(mention.name, mention.code) for mention in find_regions("沈阳、大连市和宁夏")]
    [('沈阳市', '210100'), ('大连市', '210200'), ('宁夏回族自治区', '640000')]
    """
    return tuple(_mentions(text, _names_of_provinces_and_prefectures(), _lengths_of_provinces_and_prefectures()))


def region_of_name(name: str) -> Region | None:
    """The region of that full or short name; of several, the one nearest to the root; None if there is none."""
    return _names_of_provinces_and_prefectures().get(name) or _names_of_counties().get(name)


def region_of_code(code: str) -> Region | None:
    """The region with that GB/T 2260 code, or None."""
    return _regions().get(code)


def children(code: str) -> tuple[Region, ...]:
    """The regions directly below one: a province's prefectures and the counties it runs itself, a prefecture's counties.

    >>> [region.name for region in children("210100")][:2]
    ['和平区', '沈河区']
    """
    below = [region for region in _below(code) if region.code != code]
    prefectures = {region.code[:4] for region in below if region.level == 2}
    if code.endswith("0000"):
        return tuple(region for region in below if region.level == 2 or region.code[:4] not in prefectures)
    return tuple(below)


def provinces() -> tuple[Region, ...]:
    """The provinces, autonomous regions and municipalities, by code."""
    return tuple(region for region in _regions().values() if region.level == 1)


def find_places(text: str, province_code: str) -> tuple[RegionMention, ...]:
    """Every city and county of a province that a text names, in full or in short, in order.

    Districts (区) are found only in full: 和平, 新城 and 大东 are words. A code that is no province's finds nothing.

    >>> [(mention.name, mention.code) for mention in find_places("沈阳、岫岩县与和平大街", "210000")]
    [('沈阳市', '210100'), ('岫岩满族自治县', '210323')]
    """
    return tuple(_mentions(text, _names_within(province_code), _lengths_within(province_code)))


@cache
def region_names(province_code: str) -> frozenset[str]:
    """The names that ``find_places`` finds, for looking a name up at a known place.

    >>> {"沈阳", "沈阳市", "沈河区"} <= region_names("210000")
    True
    """
    return frozenset(_names_within(province_code))


def find_region(text: str) -> RegionMention | None:
    """The region that a title or the name of a government is about: the deepest of the first chain that it names.

    >>> found = find_region("2030年辽宁省沈阳市和平区政府工作报告")
    >>> found.name, found.code
    ('和平区', '210102')
    """
    chosen = None
    for mention in find_regions(text):
        if chosen is None or (mention.start == chosen.end and mention.code.startswith(_stem(chosen.code))):
            chosen = mention
    if chosen is None:
        return None
    for region in children(chosen.code):
        if region.level == 3 and text.startswith(region.name, chosen.end):
            return RegionMention(region.name, region.code, chosen.end, chosen.end + len(region.name))
    return chosen


def short_name(name: str) -> str:
    """A region's name without the word for its rank and its peoples: 宁夏回族自治区 is 宁夏, 沙县 stays."""
    short = _RANK.sub("", name, count=1)
    return short if len(short) > 1 else name


_PEOPLES = (
    r"(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔"
    r"|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|独龙|鄂伦春|赫哲|门巴|珞巴|各)"
)
_RANK = re.compile(
    rf"(?:(?:{_PEOPLES}族|蒙古(?=自治[州县])|哈萨克|柯尔克孜|维吾尔)*自治[区州县旗]|特别行政区|地区|林区|特区|[省市县盟旗区])$"
)
#: Autonomous prefectures and counties are also called by their short form and rank: 延边州, 岫岩县.
_AUTONOMOUS = re.compile(r"自治([州县旗])$")
#: Contractions in common use.
_CONTRACTIONS = {
    "喀喇沁左翼蒙古族自治县": "喀左",
    "阜新蒙古族自治县": "阜蒙",
    "前郭尔罗斯蒙古族自治县": "前郭",
    "杜尔伯特蒙古族自治县": "杜蒙",
}

#: Short forms that are ordinary words of this language or names of something else more often than of the place.
_ORDINARY_WORDS = frozenset(
    [
        "东方",
        "和平",
        "平安",
        "平和",
        "大方",
        "通道",
        "安定",
        "新城",
        "资源",
        "互助",
        "共和",
        "团结",
        "兴业",
        "四方",
        "沙湾",
        "新和",
        "新源",
        "民和",
        "永和",
        "双河",
        "新星",
        "白杨",
        "新乡",
        "石林",
        "和政",
        "宁海",
        "合作",
        "开平",
        "兴国",
        "兴文",
        "文化",
        "丰都",
        "集美",
        "武功",
        "平原",
        "高原",
        "海原",
        "东海",
        "大关",
        "大名",
        "水城",
        "宣化",
        "利津",
        "安平",
        "长治",
        "新民",
        "新安",
        "新县",
    ]
)


@cache
def _regions() -> dict[str, Region]:
    lines = files(__package__).joinpath("regions.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" ", 1) for line in lines if line and not line.startswith("#"))
    return {code: Region(code, name) for code, name in pairs}


def _stem(code: str) -> str:
    """The digits that a region's own places share: 21 for a province, 2110 for the prefecture 211000."""
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code


def _below(code: str) -> list[Region]:
    prefix = code[:2] if code.endswith("0000") else code[:4]
    return [
        region for region in _regions().values() if region.code.startswith(prefix) and not region.code.endswith("0000")
    ]


def _spellings(regions: Iterable[Region]) -> dict[str, Region]:
    """Full and short forms; the first region of a name keeps it, so provinces come before cities of the same name."""
    names: dict[str, Region] = {}
    for region in sorted(regions, key=lambda region: (region.level, region.code)):
        names.setdefault(region.name, region)
        short = region.short
        if not (region.level == 3 and region.name.endswith("区")) and short not in _ORDINARY_WORDS:
            names.setdefault(short, region)
        if autonomous := _AUTONOMOUS.search(region.name):
            names.setdefault(short + autonomous[1], region)
        if contraction := _CONTRACTIONS.get(region.name):
            names.setdefault(contraction, region)
            names.setdefault(f"{contraction}县", region)
    return names


@cache
def _names_of_provinces_and_prefectures() -> dict[str, Region]:
    return _spellings(region for region in _regions().values() if region.level < 3)


@cache
def _names_of_counties() -> dict[str, Region]:
    return _spellings(region for region in _regions().values() if region.level == 3)


@cache
def _names_within(province_code: str) -> dict[str, Region]:
    return _spellings(region for region in _below(province_code) if region.level > 1)


@cache
def _lengths_of_provinces_and_prefectures() -> dict[str, tuple[int, ...]]:
    return _lengths_by_first_character(_names_of_provinces_and_prefectures())


@cache
def _lengths_within(province_code: str) -> dict[str, tuple[int, ...]]:
    return _lengths_by_first_character(_names_within(province_code))


def _lengths_by_first_character(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """How long the names are that begin with a character, the longest first.

    A look into this and into the names takes the place of a pattern of 700 names, which is slow to compile.
    """
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[0], set()).add(len(name))
    return {character: tuple(sorted(found, reverse=True)) for character, found in lengths.items()}


def _mentions(
    text: str, names: Mapping[str, Region], lengths: Mapping[str, tuple[int, ...]]
) -> Iterator[RegionMention]:
    place = 0
    for start, character in enumerate(text):
        if start < place or character not in lengths:
            continue
        for length in lengths[character]:
            region = names.get(text[start : start + length])
            if region and _is_named(text, start + length, length, region):
                yield RegionMention(region.name, region.code, start, start + length)
                place = start + length
                break


def _is_named(text: str, end: int, length: int, region: Region) -> bool:
    return length == len(region.name) or _ANOTHER_RANK.match(text, end) is None


#: A short form before another rank names another place: 朝阳县 is not 朝阳市, 海南州 is not 海南省.
_ANOTHER_RANK = re.compile(r"县(?![域级乡城])|州(?!际)|市(?![场域级区民政县])|区(?![域位块划间内县])")

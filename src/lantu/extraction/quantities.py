"""Numbers with their units in running text, before it is asked what they measure.

A quantity is a number, its multiplier and its unit: 5.5%, 1万亿元, 40余万名, 3—5个, 百个. The scan is one pass over the
text, anchored at digits and at Chinese numerals that a counter follows; everything else about a quantity is decided
by looking a few characters to its left and right, so the time is linear in the length of the text.

    quantity   = number, [ more ], [ multiplier ], [ more ], [ unit ], [ dash, quantity ] ;
    number     = digit, { digit }, { ",", 3 * digit }, [ ".", digit, { digit } ] | chinese numeral
               | "百分之", chinese numeral ;
    multiplier = "十" | "百" | "千" | "万" | "十万" | "百万" | "千万" | "亿" | "十亿" | "百亿" | "千亿" | "万亿" ;
    more       = "余" | "多" | "几" ;
    dash       = "—" | "-" | "~" | "至" | "到" ;
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lantu.model.statement import Comparator
from lantu.text.numerals import NotANumberError, read_numeral

#: What stands behind a number multiplies it.
MULTIPLIERS = {
    "": Decimal(1),
    "十": Decimal(10),
    "百": Decimal(100),
    "千": Decimal(1000),
    "万": Decimal(10**4),
    "十万": Decimal(10**5),
    "百万": Decimal(10**6),
    "千万": Decimal(10**7),
    "亿": Decimal(10**8),
    "十亿": Decimal(10**9),
    "百亿": Decimal(10**10),
    "千亿": Decimal(10**11),
    "万亿": Decimal(10**12),
    "十万亿": Decimal(10**13),
    "百万亿": Decimal(10**14),
}

_SMALL = {
    "半": Decimal("0.5"),
    "一": Decimal(1),
    "两": Decimal(2),
    "二": Decimal(2),
    "三": Decimal(3),
    "四": Decimal(4),
    "五": Decimal(5),
}
_SMALL |= {"六": Decimal(6), "七": Decimal(7), "八": Decimal(8), "九": Decimal(9), "十": Decimal(10)}

_MULTIPLIER = r"(?:[十百]?万亿|[十百千]?亿|[十百]?万|千万|千(?![瓦克米伏卡周帕赫字])|百(?![分米])|)"
#: The first characters are a plain set, so that the scan skips to them; what may not stand before is asked afterwards.
_CANDIDATE = re.compile(
    rf"(\d+(?:,\d{{3}})*(?:\.\d+)?)([余多几]?)({_MULTIPLIER})([余多几]?)"
    # No number has more than four scales (千万亿); without a bound a row of them would be tried from each of its places.
    r"|(半|[一二两三四五六七八九]?[十百千万亿]{1,4}(?:零?[一二三四五六七八九][十百千万]{0,2}){0,4}[余多]?|[一二两三四五六七八九])"
    r"(?=[个家项件名人所座条处种类批次场套户国天元年番间]|以上|级|城市|台阶|大关|行列|俱乐部|[，。、；])"
    r"|百分之([一二两三四五六七八九十百零点]{1,8})"
)
_NEVER_AFTER = frozenset("一二两三四五六七八九十百千万亿零〇第几数成若")
_SECOND = re.compile(
    rf"(?:个百分点|%|[A-Za-z\u4e00-\u9fff]{{1,4}}?)?[—\-~至到]{{1,2}}(\d+(?:,\d{{3}})*(?:\.\d+)?)(余?)({_MULTIPLIER})"
)
_COLONS = frozenset("∶：")
#: 2.9∶1 is to one, and no more than two parts, so that its first part is its value; 8∶41∶50 is not.
_RATIO = re.compile(r"\d+(?:\.\d+)?[∶：]1(?![\d.∶：])")
#: The unit that marks a ratio until it is written: such a number has none.
RATIO = "∶1"
_TAIL_MORE = re.compile(r"[余多]")

#: How a comparator behind the unit binds: 左右, 以上 …
_AFTER = {
    "左右": Comparator.APPROX,
    "上下": Comparator.APPROX,
    "以上": Comparator.GE,
    "及以上": Comparator.GE,
    "以内": Comparator.LE,
    "之内": Comparator.LE,
    "以下": Comparator.LE,
    "及以下": Comparator.LE,
}


@dataclass(slots=True)
class RawQuantity:
    """A number with its unit as it stands in the cleaned text, before its clause is read.

    Attributes:
        start: First character of the number.
        end: One past the last character of the unit.
        value: The number, multiplied; the low end of a range.
        high: The high end of a range, or None.
        unit: The unit without multiplier, "" where none is printed.
        multiplier: The multiplier as written.
        more: Whether 余, 多 or 几 makes it "more than".
        after: The comparator that follows the unit, or None.
        next: Where the text goes on behind the unit and that comparator.
        chinese: Whether the number is written in Chinese numerals.
    """

    start: int
    end: int
    value: Decimal
    high: Decimal | None
    unit: str
    multiplier: str
    more: bool
    after: Comparator | None
    next: int
    chinese: bool


def scan_quantities(text: str, units: dict[str, str], longest_unit: int) -> Iterator[RawQuantity]:
    """Every number of the text that a unit or a multiplier follows, or that stands alone, in order.

    Args:
        text: The cleaned text.
        units: Each way to write a unit, with its standard form.
        longest_unit: The length of the longest of these.
    """
    position = 0
    for match in _CANDIDATE.finditer(text):
        if match.start() < position:
            continue
        quantity = _read(text, match, units, longest_unit)
        if quantity is not None:
            position = quantity.end
            yield quantity


def _read(text: str, match: re.Match[str], units: dict[str, str], longest: int) -> RawQuantity | None:
    digits = match.group(1)
    if digits is None:
        return _read_chinese(text, match, units, longest)
    value = Decimal(digits.replace(",", "")) if "," in digits else Decimal(digits)
    multiplier = match.group(3)
    more = bool(match.group(2) or match.group(4))
    if not multiplier and text[match.end() : match.end() + 1] in _COLONS and match.end() < len(text):
        ratio = _RATIO.match(text, match.start())
        if ratio is not None:
            return RawQuantity(
                *ratio.span(), value, None, RATIO, "", more=False, after=None, next=ratio.end(), chinese=False
            )
    if multiplier:
        value *= MULTIPLIERS[multiplier]
    end, unit = _unit_at(text, match.end(), units, longest)
    high, range_multiplier = None, ""
    if text[end : end + 1] in "—-~至到" and end < len(text):
        end, unit, high, range_multiplier = _read_range(text, match.end(), end, unit, units, longest)
        if range_multiplier and not multiplier and high is not None:
            value *= MULTIPLIERS[range_multiplier]
    if unit and end < len(text) and text[end] in "余多" and not text.startswith("多个", end):
        more, end = True, end + 1
    after, following = _comparator_after(text, end)
    return RawQuantity(
        match.start(), end, value, high, unit, multiplier or range_multiplier, more, after, following, chinese=False
    )


def _read_range(
    text: str, number_end: int, end: int, unit: str, units: dict[str, str], longest: int
) -> tuple[int, str, Decimal | None, str]:
    """The second half of 3—5个, 10%~15%, 3000-5000万元: end, unit, high end and multiplier."""
    match = _SECOND.match(text, number_end)
    if match is None:
        return end, unit, None, ""
    multiplier = match.group(3)
    second_end, second_unit = _unit_at(text, match.end(), units, longest)
    if second_unit != unit and unit and second_unit:
        return end, unit, None, ""
    high = Decimal(match.group(1).replace(",", "")) * MULTIPLIERS[multiplier]
    return second_end, second_unit or unit, high, multiplier


def _read_chinese(text: str, match: re.Match[str], units: dict[str, str], longest: int) -> RawQuantity | None:
    """两项, 半天, 百个, 千亿元, 万亿, 三百二十间: one numeral, or multipliers alone; 百分之五 is 5%."""
    digits = match.group(5)
    if digits is None:
        return _read_percentage(text, match)
    if text[match.start() - 1 : match.start()] in _NEVER_AFTER:
        return None
    more = digits[-1] in "余多"
    core = digits[:-1] if more else digits
    value = _chinese_value(core)
    if value is None:
        return None
    end, unit = _unit_at(text, match.end(), units, longest)
    after, following = _comparator_after(text, end)
    multiplier = core if core in MULTIPLIERS and core != "十" else ""
    return RawQuantity(match.start(), end, value, None, unit, multiplier, more, after, following, chinese=True)


def _read_percentage(text: str, match: re.Match[str]) -> RawQuantity | None:
    value = _parsed(match.group(6))
    if value is None:
        return None
    after, following = _comparator_after(text, match.end())
    return RawQuantity(
        match.start(), match.end(), value, None, "%", "", more=False, after=after, next=following, chinese=False
    )


def _parsed(numeral: str) -> Decimal | None:
    try:
        read = read_numeral(numeral)
    except NotANumberError:
        return None
    # 十四五 reads as fourteen or fifteen and is a plan.
    return read.value if read.high is None else None


def _chinese_value(core: str) -> Decimal | None:
    if core in _SMALL:
        return _SMALL[core]
    if core in MULTIPLIERS:
        return MULTIPLIERS[core]
    if core[0] in _SMALL and core[1:] in MULTIPLIERS:
        return _SMALL[core[0]] * MULTIPLIERS[core[1:]]
    return _parsed(core) if len(core) > 1 else None


def _unit_at(text: str, start: int, units: dict[str, str], longest: int) -> tuple[int, str]:
    """Where the longest unit that begins at ``start`` ends, and its standard form; ``(start, "")`` where none does."""
    piece = text[start : start + longest]
    for length in range(len(piece), 0, -1):
        unit = units.get(piece[:length])
        if unit is not None:
            end = start + length
            following = text[end : end + 1]
            if length == 1 and following and following in _WORDS_OF.get(unit, ""):
                continue
            # kW in a longer ASCII word is no unit.
            if (
                piece[length - 1].isascii()
                and piece[length - 1].isalpha()
                and following.isascii()
                and following.isalnum()
            ):
                continue
            if following == "次" and unit in _TIMES_OVER:
                return end + 1, unit + "次"
            if following in _PER and following:
                below_end, below = _unit_at(text, end + 1, units, longest)
                if below and below not in _NEVER_BELOW:
                    return below_end, text[start:below_end]
            return end, unit
    return start, ""


#: A counter before these is the first half of a word: 超百亿|项目, 迈上…|台阶, 3.5万|人才.
_WORDS_OF = {
    "项": "目", "台": "阶", "人": "才口民员均", "家": "庭", "个": "体性", "名": "录单", "条": "件例", "处": "理置", "户": "籍", "种": "植子业",
    "部": "门分委", "点": "位", "度": "假", "层": "次面", "所": "有", "位": "于居列", "门": "类", "张": "家", "支": "持", "对": "外口", "组": "织", "班": "子",
}  # fmt: skip
_PER = "/每"
#: 亩次, 户次: so many, each as often as it was served.
_TIMES_OVER = frozenset("亩户台车架班艘家课辆件")
#: 每 before these opens a new clause (建成3个每个…), and a date's slash is none.
_NEVER_BELOW = frozenset({"个", "%"})


def _comparator_after(text: str, end: int) -> tuple[Comparator | None, int]:
    for length in (3, 2):
        comparator = _AFTER.get(text[end : end + length])
        if comparator is not None:
            return comparator, end + length
    return None, end

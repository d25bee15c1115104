"""Numbers as Chinese documents write them: Arabic, Chinese, mixed, with 余 and 多, ranges of neighbours and fractions."""

import re
from dataclasses import dataclass
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal, Inexact
from fractions import Fraction

from lantu.errors import LantuError

#: Arithmetic that never rounds, however many digits a document prints.
_EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)
#: Division that stops where a decimal would not end.
_DIVISION = Context(prec=60, traps=[Inexact])

_DIGITS = dict(zip("〇零一二三四五六七八九两", "001234567892", strict=True))
_FORMAL = str.maketrans("拾佰仟萬億兩負點○Ｏ壹贰叁肆伍陆柒捌玖", "十百千万亿两负点〇〇一二三四五六七八九")
#: Where _SECTION keeps what stands before each scale.
_GROUP = {"千": 1, "百": 2, "十": 3}
_SCALES = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}  # powers of ten

#: Letters that a number may end with, each after the other: 300, 千, 万亿.
_SCALE_TAIL = re.compile(r"[十百千万亿]+")
_ARABIC = re.compile(r"\d+(?:\.\d+)?")
_GROUPED = re.compile(r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?")
_BLANK = re.compile(r"\s+")
_PER_CENT = re.compile(r"(.+)分之(.+)")
_SLASH = re.compile(r"(\d+)[/／](\d+)")
_WITH_WHOLE = re.compile(r"(.+)又(.+分之.+)")
#: 余 and 多 follow a digit or a scale; what stands before and behind is the number.
_EXCESS = re.compile(r"(?<=[\d一二三四五六七八九两十百千万亿])[余多]")
_SOME = re.compile(r"(?<![\d一二三四五六七八九两])[几数](?=[十百千万亿]|$)|(?<=十)几")
#: Two neighbours are a range (三四, 两三, 七八); 三五 is the one pair of speech that skips a number.
_NEIGHBOURS = re.compile(r"一[二两]|[二两]三|三四|四五|五六|六七|七八|八九|三五")
_COEFFICIENT = r"(?:\d+(?:\.\d+)?|[〇零一二三四五六七八九两])"
_SECTION = re.compile(
    rf"(?:({_COEFFICIENT})?千)?零?(?:({_COEFFICIENT})?百)?零?(?:({_COEFFICIENT})?十)?零?({_COEFFICIENT})?"
)
#: No numeral but a row of plain digits is longer than this.
_LONGEST = 64


class NotANumberError(LantuError):
    """A text that is no number in any of the ways that this module reads."""

    def __init__(self, text: str) -> None:
        shown = text if len(text) <= 40 else text[:40] + "…"
        super().__init__(f"“{shown}”不是数字。", f"{shown!r} is no number")
        self.text = text


@dataclass(frozen=True, slots=True)
class Numeral:
    """What a numeral says (数词).

    Attributes:
        numerator: The number itself; of a fraction, what stands above the line; of a range of neighbours (三四十), the
            low end.
        denominator: What stands below the line: 3 for 三分之二, 100 for 百分之五; else 1.
        high: The high end of a range of neighbours; else None.
        is_more: Whether 余, 多, 几 or 数 says that it is more than that: 300多, 十几, 数百.
    """

    numerator: Decimal
    denominator: Decimal = Decimal(1)
    high: Decimal | None = None
    is_more: bool = False

    @property
    def fraction(self) -> Fraction:
        """The value, exact even where no decimal ends."""
        return Fraction(self.numerator) / Fraction(self.denominator)

    @property
    def value(self) -> Decimal | None:
        """The value as an exact decimal; None where its digits would never end (三分之二): take ``fraction`` then."""
        if self.denominator == 1:
            return self.numerator
        try:
            return _DIVISION.divide(self.numerator, self.denominator)
        except Inexact:
            return None


def parse_number(text: str) -> Decimal:
    """The number that ``text`` writes, exact; of a range of neighbours the low end, of “300多” 300.

    >>> parse_number("1,234.5"), parse_number("３.37万亿"), parse_number("三百二十"), parse_number("两千零五")
    (Decimal('1234.5'), Decimal('3370000000000'), Decimal('320'), Decimal('2005'))
    >>> parse_number("百分之五"), parse_number("半"), parse_number("二〇二五")
    (Decimal('0.05'), Decimal('0.5'), Decimal('2025'))

    Raises:
        NotANumberError: It is no number, or one that no finite decimal holds (三分之二: use ``read_numeral``).
    """
    plain = _plain(text)
    if plain is not None:
        return plain
    value = read_numeral(text).value
    if value is None:
        raise NotANumberError(text)
    return value


def read_numeral(text: str) -> Numeral:
    """All that a numeral says: its value, its fraction, its range, and whether it means more.

    EBNF::

        numeral    = [ sign ] , ( fraction | mixed | range ) ;
        fraction   = [ number , "又" ] , number , "分之" , number | digits , "/" , digits | [ "一" ] , "半" ;
        mixed      = number , [ more ] , { scale } , [ more ] ;
        range      = mixed with two neighbouring digits in one place: 三四十, 十七八, 两三千 ;
        number     = arabic | chinese | number , scale , [ number ] ;
        arabic     = digit , { digit } , { "," , digit , digit , digit } , [ "." , digit , { digit } ] ;
        chinese    = [ d ] , "千" , [ "零" ] , [ d ] , "百" , [ "零" ] , [ d ] , "十" , [ d ] | d , { d } ;
        scale      = "十" | "百" | "千" | "万" | "亿" ;
        more       = "余" | "多" | "几" ;
        sign       = "-" | "负" | "+" ;

    >>> read_numeral("40余万")
    Numeral(numerator=Decimal('400000'), denominator=Decimal('1'), high=None, is_more=True)
    >>> read_numeral("三分之二").fraction
    Fraction(2, 3)
    >>> read_numeral("三四十").high
    Decimal('40')

    Raises:
        NotANumberError: It is none of these.
    """
    plain = _plain(text)
    if plain is not None:
        return Numeral(plain)
    if len(text) > _LONGEST:
        raise NotANumberError(text)
    written = _BLANK.sub("", text).translate(_FORMAL).replace("廿", "二十").replace("卅", "三十")
    sign = -1 if written[:1] in ("-", "－", "−", "负") else 1
    unsigned = written[1:] if sign < 0 or written[:1] in ("+", "＋") else written
    try:
        numeral = _read_fraction(unsigned) or _read_mixed(unsigned)
    except _MismatchError as err:
        raise NotANumberError(text) from err
    return numeral if sign > 0 else _negated(numeral)


class _MismatchError(ValueError):
    """A part that the grammar does not cover; the public functions name the whole text instead."""


def _plain(text: str) -> Decimal | None:
    """The value of the commonest forms, without a regular expression: 465, 5.5, 465亿, 3.37万亿; else None."""
    head = text.rstrip("十百千万亿")
    if not (head.isdecimal() or head.replace(".", "", 1).isdecimal()):
        return None
    if head[0] == "." or head[-1] == ".":
        return None
    value = Decimal(head)
    return value if len(head) == len(text) else _scaled(value, _power(text[len(head) :]))


def _read_fraction(text: str) -> Numeral | None:
    if text in ("半", "一半"):
        return Numeral(Decimal("0.5"))
    slashed = _SLASH.fullmatch(text)
    if slashed:
        return _fraction(Numeral(Decimal(slashed[1])), Decimal(slashed[2]))
    whole = _WITH_WHOLE.fullmatch(text)
    if whole:
        part = _read_fraction(whole[2])
        units = _evaluate(whole[1])
        return part and Numeral(_EXACT.fma(units, part.denominator, part.numerator), part.denominator)
    parts = _PER_CENT.fullmatch(text)
    return _fraction(_read_mixed(parts[2]), _evaluate(parts[1])) if parts else None


def _fraction(above: Numeral, below: Decimal) -> Numeral:
    if not below:
        raise _MismatchError
    return Numeral(above.numerator, below, above.high, above.is_more)


def _read_mixed(text: str) -> Numeral:
    """A number with 余, 多, 几 or a pair of neighbours in it."""
    without, marks = _EXCESS.subn("", text, count=1)
    without, vague = _SOME.subn(lambda found: "" if found.start() else "一", without, count=1)
    pair = _NEIGHBOURS.search(without)
    if pair and (len(without) == 2 or _SCALE_TAIL.search(without)):
        low = _evaluate(without[: pair.start() + 1] + without[pair.end() :])
        high = _evaluate(without[: pair.start()] + without[pair.end() - 1 :])
        return Numeral(low, high=high, is_more=bool(marks or vague))
    return Numeral(_evaluate(without), is_more=bool(marks or vague))


def _evaluate(text: str) -> Decimal:
    """The value of a number without 余, 多, neighbours or fractions."""
    plain = _plain(text)
    if plain is not None:
        return plain
    grouped = _GROUPED.match(text)
    if grouped:
        number = Decimal(grouped[0].replace(",", "").replace("，", ""))
        tail = text[grouped.end() :]
        return _scaled(number, _power(tail)) if tail else number
    whole, point, decimals = text.partition("点")
    if point:
        return _with_decimals(whole, decimals)
    return _positional(text) if len(text) > 1 and all(map(_DIGITS.__contains__, text)) else _by_scales(text)


def _with_decimals(whole: str, decimals: str) -> Decimal:
    """三点五, 三点五万: what follows 点 is read digit by digit, and a scale behind it multiplies all of it."""
    digits = decimals.rstrip("十百千万亿")
    if not digits or not all(map(_DIGITS.__contains__, digits)):
        raise _MismatchError
    units = _evaluate(whole)
    if units != units.to_integral_value():
        raise _MismatchError
    number = Decimal(f"{units:f}.{''.join(map(_DIGITS.__getitem__, digits))}")
    return _scaled(number, _power(decimals[len(digits) :]))


def _positional(text: str) -> Decimal:
    """Digits written one after the other: 二〇二五 is 2025."""
    return Decimal("".join(map(_DIGITS.__getitem__, text)))


def _by_scales(text: str) -> Decimal:
    """A number by 亿, then 万, then within ten thousand; a bare scale counts once: 万亿 is 1000000000000."""
    for scale, power in (("亿", 8), ("万", 4)):
        above, found, below = text.partition(scale)
        if found:
            return _sum_of_scales(above, below, power)
    return _section(text)


def _sum_of_scales(above: str, below: str, power: int) -> Decimal:
    high = _scaled(_evaluate(above) if above else Decimal(1), power)
    if not below:
        return high
    if below[0] in _SCALES:  # 百万千万; 万亿 has been split at 亿
        raise _MismatchError
    if len(below) == 1 and below in _DIGITS and below not in "零〇":
        return _EXACT.add(high, _scaled(Decimal(_DIGITS[below]), power - 1))  # 三万五 is 35000
    return _added(high, _evaluate(below.removeprefix("零")), high)


def _section(text: str) -> Decimal:
    """A number below ten thousand: 三百二十, 两千零五, 一百二, 2千5百."""
    found = _SECTION.fullmatch(text)
    if found is None or not text:
        raise _MismatchError
    ones = found[4]
    if ones and text[: -len(ones)][-1:] in ("百", "千") and ones in _DIGITS:
        return _colloquial(text, ones)
    total, below = Decimal(0), None
    for scale in ("千", "百", "十"):
        if scale in text:
            part = _coefficient(found[_GROUP[scale]])
            total = _added(total, _scaled(part, _SCALES[scale]), below)
            below = Decimal(10) ** _SCALES[scale]
    return _added(total, Decimal(_DIGITS.get(ones, ones)), below) if ones else total


def _added(total: Decimal, part: Decimal, below: Decimal | None) -> Decimal:
    """The sum, if the part is smaller than the scale that stands before it: 5千300 is a number, 5百300 is none."""
    if below is not None and part >= below:
        raise _MismatchError
    return _EXACT.add(total, part)


def _colloquial(text: str, ones: str) -> Decimal:
    """The value where a last digit stands for the next lower place: 一百二 is 120, 两千五 is 2500."""
    before = text[: -len(ones)]
    return _EXACT.add(_section(before), _scaled(Decimal(_DIGITS[ones]), _SCALES[before[-1]] - 1))


def _coefficient(written: str | None) -> Decimal:
    """What stands before a scale; a bare scale counts once."""
    return Decimal(_DIGITS.get(written, written)) if written else Decimal(1)


def _power(scales: str) -> int:
    return sum(map(_SCALES.__getitem__, scales)) if not scales.strip("十百千万亿") else _mismatch()


def _mismatch() -> int:
    raise _MismatchError


def _scaled(number: Decimal, power: int) -> Decimal:
    """The number times a power of ten, written without an exponent."""
    scaled = _EXACT.scaleb(number, power)
    if scaled == scaled.to_integral_value():
        return _EXACT.quantize(scaled, Decimal(1))
    return scaled


def _negated(numeral: Numeral) -> Numeral:
    high = None if numeral.high is None else _EXACT.minus(numeral.high)
    return Numeral(_EXACT.minus(numeral.numerator), numeral.denominator, high, numeral.is_more)

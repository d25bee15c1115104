"""The numbers that Word writes before list items and headings by itself: 一、（一）1. ①."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "〇一二三四五六七八九"
_LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
#: Symbol fonts keep their bullets in the private area; what a reader sees there is a bullet.
_BULLET = "•"
_LEVELS = 9


def format_number(number: int, style: str) -> str:
    """A number as Word writes it in one of its numbering styles.

    >>> [format_number(12, style) for style in ("decimal", "chineseCounting", "decimalEnclosedCircle", "upperRoman")]
    ['12', '十二', '⑫', 'XII']
    """
    if style in ("none", "bullet") or number < 0:
        return ""
    writer = _WRITERS.get(style)
    return writer(number) if writer else str(number)


def _counting(number: int) -> str:
    """十二, 二十, 一百零五: as one counts in Chinese, to 99,999."""
    text = _chinese(number, "零一二三四五六七八九", "十百千万")
    return text[1:] if 10 <= number < 20 else text


def _chinese(number: int, digits: str, places: str) -> str:
    if number == 0:
        return digits[0]
    if number > 99_999:
        return str(number)
    text, gap = "", False
    for power in range(4, -1, -1):
        digit, number = divmod(number, 10**power)
        if digit:
            text += (digits[0] if gap and text else "") + digits[digit] + (places[power - 1] if power else "")
        gap = not digit
    return text


def _roman(number: int) -> str:
    text = ""
    if number > 3999:
        return str(number)
    for value, sign in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    ):
        count, number = divmod(number, value)
        text += sign * count
    return text


def _letter(number: int) -> str:
    """A … Z, AA, BB: Word repeats the letter."""
    return chr(ord("A") + (number - 1) % 26) * min((number - 1) // 26 + 1, 50) if number else ""


def _in_block(first: str, last: int, outside: str = "{}") -> Any:
    """Writes 1 to ``last`` as the characters that follow ``first`` in Unicode, and greater numbers plainly."""
    return lambda number: chr(ord(first) + number - 1) if 1 <= number <= last else outside.format(number)


def _circled(number: int) -> str:
    if 1 <= number <= 20:
        return chr(ord("①") + number - 1)
    if 21 <= number <= 35:
        return chr(ord("㉑") + number - 21)
    return chr(ord("㊱") + number - 36) if 36 <= number <= 50 else str(number)


def _of(cycle: str) -> Any:
    return lambda number: cycle[number - 1] if 1 <= number <= len(cycle) else str(number)


_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_IDEOGRAPHS = str.maketrans("0123456789", _DIGITS)
_WRITERS: dict[str, Any] = {
    "decimalZero": lambda number: f"{number:02}",
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda number: _letter(number).lower(),
    "chineseCounting": _counting,
    "chineseCountingThousand": _counting,
    "japaneseCounting": _counting,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _counting,
    "ideographDigital": lambda number: str(number).translate(_IDEOGRAPHS),
    "japaneseDigitalTenThousand": lambda number: str(number).translate(_IDEOGRAPHS),
    "taiwaneseDigital": lambda number: str(number).translate(_IDEOGRAPHS),
    "chineseLegalSimplified": lambda number: _chinese(number, _LEGAL_DIGITS, "拾佰仟万"),
    "ideographLegalTraditional": lambda number: _chinese(number, "零壹貳參肆伍陸柒捌玖", "拾佰仟萬"),
    "ideographTraditional": _of(_STEMS),
    "ideographZodiac": _of(_BRANCHES),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _in_block("⒈", 20, "{}."),
    "decimalEnclosedParen": _in_block("⑴", 20, "({})"),
    "ideographEnclosedCircle": _in_block("㊀", 10),
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "numberInDash": lambda number: f"- {number} -",
}


@dataclass(slots=True)
class _Level:
    style: str = "decimal"
    text: str = ""
    start: int = 1
    suffix: str = "tab"
    restart: int = -1
    legal: bool = False
    paragraph_style: str = ""


@dataclass(slots=True)
class Numbering:
    """A document's lists, counting as its paragraphs pass by.

    Attributes:
        levels: For each list id its levels.
        counts: How far each abstract list has counted; lists that share one count together.
    """

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _abstract: dict[str, str] = field(default_factory=dict)
    _overridden: set[tuple[str, int]] = field(default_factory=set)
    counts: dict[str, list[int | None]] = field(default_factory=dict)

    def label(self, list_id: str, level: int) -> str:
        """The number that the next paragraph of a list shows, its trailing blank included; "" for an unknown list."""
        levels = self.levels.get(list_id)
        if levels is None or level not in levels:
            return ""
        counts = self._advance(list_id, level, levels)
        definition = levels[level]
        if definition.style == "bullet":
            return _bullet(definition.text) + " "
        text = definition.text
        for place in range(level, -1, -1):
            if f"%{place + 1}" in text:
                text = text.replace(f"%{place + 1}", _written(counts[place], levels.get(place), legal=definition.legal))
        return text + _suffix(text, definition.suffix)

    def level_of_style(self, list_id: str, style_id: str) -> int | None:
        """The level at which a list numbers paragraphs of a style; None where it names no such style."""
        for level, definition in self.levels.get(list_id, {}).items():
            if definition.paragraph_style == style_id:
                return level
        return None

    def _advance(self, list_id: str, level: int, levels: dict[int, _Level]) -> list[int]:
        counts = self.counts.setdefault(self._abstract[list_id], [None] * _LEVELS)
        if (list_id, level) in self._overridden:
            # A list that starts anew does so once, when it is first used.
            self._overridden.discard((list_id, level))
            counts[level] = None
        current = counts[level]
        counts[level] = levels[level].start if current is None else current + 1
        for deeper in range(level + 1, _LEVELS):
            restart = levels[deeper].restart if deeper in levels else -1
            if restart < 0 or 0 < level + 1 <= restart:
                counts[deeper] = None
        return [
            count if count is not None else (levels[place].start if place in levels else 1)
            for place, count in enumerate(counts)
        ]


def _written(number: int, level: _Level | None, *, legal: bool) -> str:
    return format_number(number, "decimal" if legal or level is None else level.style)


def _bullet(text: str) -> str:
    return _BULLET if not text.strip() or "\ue000" <= text[0] <= "\uf8ff" else text


def _suffix(text: str, suffix: str) -> str:
    """The blank after a number; none after 、 and ）, which bring their own."""
    return "" if suffix == "nothing" or not text or text[-1] in "、．。）：】」" else " "


def read_numbering(root: Any) -> Numbering:
    """The lists that ``numbering.xml`` defines; none where there is no such part."""
    numbering = Numbering()
    if root is None:
        return numbering
    abstract = {element.get(f"{W}abstractNumId"): dict(_levels(element)) for element in root.findall(f"{W}abstractNum")}
    _follow_links(root, abstract)
    for element in root.findall(f"{W}num"):
        list_id = element.get(f"{W}numId")
        base = _value(element.find(f"{W}abstractNumId"))
        numbering.levels[list_id] = {**abstract.get(base, {})}
        numbering._abstract[list_id] = base  # noqa: SLF001  # this function is the class's other half
        for override in element.findall(f"{W}lvlOverride"):
            _override(numbering, list_id, override)
    return numbering


def _follow_links(root: Any, abstract: dict[str, dict[int, _Level]]) -> None:
    """A list may take its levels from the list that defines a numbering style."""
    definitions = {_value(element.find(f"{W}styleLink")): element for element in root.findall(f"{W}abstractNum")}
    for element in root.findall(f"{W}abstractNum"):
        link = element.find(f"{W}numStyleLink")
        if link is not None and _value(link) in definitions:
            defined = definitions[_value(link)].get(f"{W}abstractNumId")
            abstract[element.get(f"{W}abstractNumId")] = abstract[defined]


def _override(numbering: Numbering, list_id: str, override: Any) -> None:
    level = _integer(override.get(f"{W}ilvl"), 0)
    if not 0 <= level < _LEVELS:
        return
    definition = override.find(f"{W}lvl")
    if definition is not None:
        numbering.levels[list_id][level] = _level(definition)
    start = override.find(f"{W}startOverride")
    if start is not None and level in numbering.levels[list_id]:
        known = numbering.levels[list_id][level]
        numbering.levels[list_id][level] = _Level(
            known.style, known.text, _integer(_value(start), 1), known.suffix, known.restart, known.legal
        )
        numbering._overridden.add((list_id, level))  # noqa: SLF001  # as above


def _levels(element: Any) -> Iterator[tuple[int, _Level]]:
    for level in element.findall(f"{W}lvl"):
        depth = _integer(level.get(f"{W}ilvl"), 0)
        if 0 <= depth < _LEVELS:
            yield depth, _level(level)


def _level(element: Any) -> _Level:
    legal = element.find(f"{W}isLgl")
    # A style of a newer Word stands beside the one that older programs fall back to; the latter comes last.
    styles = [*element.iter(f"{W}numFmt")]
    return _Level(
        _value(styles[-1] if styles else None, "decimal"),
        _value(element.find(f"{W}lvlText")),
        _integer(_value(element.find(f"{W}start")), 1),
        _value(element.find(f"{W}suff"), "tab"),
        _integer(_value(element.find(f"{W}lvlRestart")), -1),
        legal is not None and _value(legal, "1") not in ("0", "false"),
        _value(element.find(f"{W}pStyle")),
    )


def _value(element: Any, default: str = "") -> str:
    return default if element is None else str(element.get(f"{W}val", default))


def _integer(text: str | None, default: int) -> int:
    """A whole number of a sensible size, or the default."""
    text = (text or "").strip()
    return int(text) if text.isascii() and text.removeprefix("-").isdigit() and len(text) < 9 else default

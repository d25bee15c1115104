"""The numbering that opens a heading or an item: 第三章, 一、, （二）, 3., ①, ——, 专栏 5, 二是."""

import re
from dataclasses import dataclass

from lantu.model.document import HEADING_LEVELS

NUMERALS = "一二三四五六七八九十百千零〇"

_LABEL = re.compile(
    rf"""(?P<prefix>\#{{1,6}}\ +|[-*+•·●■◆▲○★☆]\ ?(?=[（第\d一二三四五六七八九十①-⑳]))?
    (?P<label>
      第(?P<part>[{NUMERALS}\d]{{1,6}})\ ?(?P<rank>部分|[篇编部章节])(?=\ |\t|：|$|[^\s的里中])
    | (?P<clause>[{NUMERALS}]{{1,4}})、(?![{NUMERALS}])
    | （(?P<bracketed>[{NUMERALS}]{{1,4}})）
    | （(?P<round>\d{{1,3}})）
    | (?P<point>\d{{1,3}})[.．、](?!\d)
    | (?P<half>\d{{1,2}})）
    | (?P<zero>0\d)\ ?(?=[\u4e00-\u9fff“])
    | (?P<circled>[①-⑳])
    | (?P<dash>——+|--)(?=[^\d—-])
    | 专栏\ ?(?P<box>\d{{1,3}}|[{NUMERALS}]{{1,3}})?(?=[ \t：—“]|[^\d，。、的]{{2}})
    | (?P<count>[{NUMERALS}]{{1,2}})[是要](?=[^。，：；]{{2}})
    )""",
    re.VERBOSE,
)
_TIGHT = re.compile(r"(\d{1,2})[.．](?=\d{2,}[^\d.%，、。]{2})")
_STYLES = {
    "clause": "一、",
    "bracketed": "（一）",
    "round": "（1）",
    "point": "1.",
    "half": "（1）",
    "zero": "1.",
    "circled": "①",
    "dash": "——",
    "count": "lead",
}
_RANKS = {"部分": "篇", "篇": "篇", "编": "篇", "部": "篇", "章": "章", "节": "节"}
_FIRST_CHARACTERS = frozenset("#第（专—-*+•·●■◆▲○★☆" + NUMERALS + "0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0}
_UNITS = {"十": 10, "百": 100, "千": 1000}


@dataclass(frozen=True, slots=True)
class Label:
    """The numbering at the start of a line.

    Attributes:
        text: As written, without Markdown's marks: 第一章, （一）, ——.
        style: A key of HEADING_LEVELS: what kind of numbering it is.
        number: Which in its series; 0 where the style has no numbers.
        end: Where the words after it start in the line.
        hashes: How many # a Markdown heading has; 0 otherwise.
    """

    text: str
    style: str
    number: int
    end: int
    hashes: int = 0

    @property
    def level(self) -> int:
        """Its usual depth."""
        return HEADING_LEVELS[self.style]


def read_label(line: str) -> Label | None:
    """The numbering that opens a line of clean text, or None.

    Label = [Markdown] , ( "第" 数 级 | 数 "、" | "（" 数 "）" | 数字 "." | 圈码 | "——" | "专栏" 数 | 数 ( "是" | "要" ) ) ;

    >>> read_label("第二十一章 发挥作用")
    Label(text='第二十一章', style='章', number=21, end=6, hashes=0)
    >>> read_label("2.0版方案") is None
    True
    """
    if not line or line[0] not in _FIRST_CHARACTERS:
        return None
    match = _LABEL.match(line)
    if match is None:
        return _hashes(line)
    group = match.lastgroup if match.lastgroup not in {"label", "prefix"} else None
    group = group or next((name for name in ("rank", *_STYLES, "box") if match[name]), "box")
    style = _RANKS[match["rank"]] if match["rank"] else _STYLES.get(group, "box")
    numeral = match["part"] or match["box"] or (match[group] if group not in {"dash", "rank"} else "") or ""
    prefix = match["prefix"] or ""
    end = match.end()
    while end < len(line) and line[end] in " \t：" and style in {"篇", "章", "节", "box"}:
        end += 1
    return Label(match["label"], style, number_of(numeral), end, prefix.count("#"))


def read_tight_label(line: str) -> Label | None:
    """The number of an item whose words begin with digits: 1.500千伏工程.

    It looks like a decimal; only a series of such lines shows that it is none.
    """
    match = _TIGHT.match(line)
    return Label(match.group(), "1.", int(match[1]), match.end()) if match else None


def number_of(numeral: str) -> int:
    """The value of a small number in Arabic digits, Chinese numerals or a circle; 0 for anything else.

    >>> [number_of(numeral) for numeral in ("12", "二十一", "十", "一百零三", "③", "二〇三五")]
    [12, 21, 10, 103, 3, 2035]
    """
    if numeral.isascii():
        return int(numeral) if numeral.isdigit() else 0
    if "①" <= numeral <= "⑳":
        return ord(numeral) - ord("①") + 1
    if not any(character in _UNITS for character in numeral):
        digits = "".join(str(_DIGITS.get(character, "")) for character in numeral)
        return int(digits) if digits else 0
    total, digit = 0, 0
    for character in numeral:
        if character in _UNITS:
            total += (digit or 1) * _UNITS[character]
            digit = 0
        else:
            digit = _DIGITS.get(character, 0)
    return total + digit


def _hashes(line: str) -> Label | None:
    """A Markdown heading without numbering: # 总则."""
    match = re.match(r"(#{1,6}) +(?=\S)", line)
    return Label("", "lead", 0, match.end(), len(match[1])) if match else None

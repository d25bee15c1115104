"""The wording of a subject: brought into one form, freed of words that say nothing, and taken apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from lantu.model.statement import Measure
from lantu.units import parse_unit

#: Full-width letters, Roman numerals and dropped characters.
_FOLDED = {
    **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **dict(zip(map(ord, "ⅠⅡⅢⅣⅤⅥ"), ("I", "II", "III", "IV", "V", "VI"), strict=True)),
    **dict.fromkeys(map(ord, " \t\r\n\u3000\xa0★☆※*＊“”‘’\"'《》〈〉「」、，,；;·•。_{}＿｛｝"), None),
    **dict(zip(map(ord, "〔〕［］【】"), "()[][]", strict=True)),
}
_BRACKETED = re.compile(r"\(([^()]*)\)")
_FOOTNOTE = re.compile(r"\[\d*\]|[①-⑳]")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_YEAR = re.compile(r"^(?:到|至|截至)?\d{4}年(?:底|末)?")
#: A stretch in brackets that qualifies the figure and is no part of the name.
_ASIDES = frozenset(
    {"累计", "累计值", "年均", "年均增长", "同比", "现价", "当年价", "可比价", "不变价", "五年累计", "按可比价格计算"}
)

#: Words whose last character is no idle ending.
_WHOLE = ("指数", "系数", "次数", "倍数")


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of a subject: what is left of it when some words are taken off.

    Attributes:
        text: What is left.
        change: GROWTH or DECLINE where an ending such as 增长 or 下降率 was taken off, else None.
        is_increment: Whether an opening such as 新增 was taken off.
        stripped: What was taken off, as written.
    """

    text: str
    change: Measure | None = None
    is_increment: bool = False
    stripped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parts:
    """A name taken apart into words that must agree and words that need not.

    Attributes:
        key: The words that must agree, each side of 占 in an order of their own.
        optional: Words such as 全社会 that may be there or not.
    """

    key: tuple[tuple[str, ...], ...]
    optional: frozenset[str]


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """The wording in one form: no blanks, quotes or commas, letters narrow, what brackets add decided.

    >>> fold("★每千人口拥有执业（助理）医师数（人）"), fold("细颗粒物（PM_{2.5}）年均浓度")
    ('每千人口拥有执业助理医师数', '细颗粒物年均浓度')
    """
    folded = _FOOTNOTE.sub("", text.translate(_FOLDED))
    if "(" in folded:
        folded = _BRACKETED.sub(lambda match: "" if _is_aside(match.group(1)) else match.group(1), folded) or folded
    return folded if folded.isascii() else folded.replace("pm2.5", "PM2.5")


def forms(subject: str) -> Iterator[Form]:
    """The readings of a subject, from the one nearest to the text to the barest, each once.

    >>> [form.text for form in forms("全省新增高新技术企业数量")]
    ['全省新增高新技术企业数量', '新增高新技术企业', '高新技术企业']
    >>> [(form.text, form.change) for form in forms("地区生产总值年均增长")][1]
    ('地区生产总值', <Measure.GROWTH: 'growth'>)
    """
    plain = Form(fold(subject))
    yield plain
    changed = _without_change(plain)
    if changed:
        yield changed
    bare = _without_idle(changed or plain)
    if not changed:
        # 总量年均增长: the ending shows only when idle words are gone, and idle words only when it is.
        changed = _without_change(bare)
        bare = _without_idle(changed) if changed else bare
    if bare.text not in (plain.text, changed.text if changed else ""):
        yield bare
    increment = _without_increment(bare)
    if increment:
        yield increment


def barest(subject: str) -> str:
    """The subject without anything that says nothing: what two documents' wordings are compared by.

    >>> barest("新增国家级海洋牧场示范区"), barest("国家级海洋牧场示范区")
    ('国家级海洋牧场示范区', '国家级海洋牧场示范区')
    """
    *_, last = forms(subject)
    return last.text


def is_generic(subject: str) -> bool:
    """Whether a subject is a mere sort of thing (企业, 项目, 面积), which names no indicator by itself."""
    bare = barest(subject)
    return len(bare) < 2 or bare in _words().generic


def is_measure(subject: str) -> bool:
    """Whether a subject is a mere measure (面积, 比重) of something that stands before it."""
    return barest(subject) in _words().measures


def is_removal(act: str) -> bool:
    """Whether an act (淘汰, 化解和淘汰) takes away what it counts."""
    return any(word in act for word in _words().removals)


@lru_cache(maxsize=16384)
def take_apart(text: str) -> Parts:
    """A folded name as the words that must agree and those that need not.

    Synonyms become one word, fillers go; a stretch that the word list does not know counts as a word.

    >>> take_apart("国控断面优良水质比例").key == take_apart("国考断面水质优良比例").key
    True
    >>> take_apart("甲占乙比重").key == take_apart("乙占甲比重").key
    False
    """
    words = _words()
    sides: list[list[str]] = [[]]
    optional: set[str] = set()
    for word in _split(text):
        if word == "占":
            sides.append([])
        elif word in words.optional:
            optional.add(word)
        elif word not in words.fillers:
            sides[-1].append(words.synonyms.get(word, word))
    return Parts(tuple(tuple(sorted(side)) for side in sides), frozenset(optional))


def _split(text: str) -> Iterator[str]:
    """The longest known words from left to right, and the stretches between them."""
    known, longest = _words().known, _words().longest
    start = position = 0
    while position < len(text):
        size = longest.get(text[position], 0)
        while size and text[position : position + size] not in known:
            size -= 1
        if not size:
            position += 1
            continue
        if start < position:
            yield text[start:position]
        yield text[position : position + size]
        start = position = position + size
    if start < len(text):
        yield text[start:]


def _is_aside(text: str) -> bool:
    """Whether a bracket holds a unit, a formula or a remark on the figure rather than a part of the name."""
    return not _CHINESE.search(text) or text in _ASIDES or parse_unit(text) is not None


def _without_change(form: Form) -> Form | None:
    """The form without an ending such as 增长 or 下降率, or None if it has none."""
    words = _words()
    for endings, change in ((words.growth, Measure.GROWTH), (words.decline, Measure.DECLINE)):
        ending = _ending(form.text, endings)
        if ending:
            return Form(form.text[: -len(ending)], change, form.is_increment, (*form.stripped, ending))
    return None


def _without_idle(form: Form) -> Form:
    """The form without openings and endings that add nothing: 全省, 累计, 数量."""
    words = _words()
    text, stripped = form.text, list(form.stripped)
    while True:
        opening = _opening(text, words.openings) or _year(text)
        text = text[len(opening) :]
        ending = "" if text.endswith(_WHOLE) else _ending(text, words.endings)
        text = text.removesuffix(ending)
        if not opening and not ending:
            return Form(text, form.change, form.is_increment, tuple(stripped))
        stripped.extend(filter(None, (opening, ending)))


def _without_increment(form: Form) -> Form | None:
    """The form without an opening such as 新增, or None if it has none."""
    opening = _opening(form.text, _words().increments)
    if not opening:
        return None
    rest = form.text[len(opening) :]
    return _without_idle(Form(rest, form.change, is_increment=True, stripped=(*form.stripped, opening)))


def _opening(text: str, words: tuple[str, ...]) -> str:
    """The first of the words that a text begins with, if more than a character would be left."""
    found = next(word for word in words if text.startswith(word)) if text.startswith(words) else ""
    return found if len(text) > len(found) + 1 else ""


def _ending(text: str, words: tuple[str, ...]) -> str:
    found = next(word for word in words if text.endswith(word)) if text.endswith(words) else ""
    return found if len(text) > len(found) + 1 else ""


def _year(text: str) -> str:
    found = _YEAR.match(text)
    return found.group() if found and len(text) > found.end() + 1 else ""


@dataclass(frozen=True, slots=True)
class _Words:
    """wording.txt as sets and tables; tuples have the longest word first."""

    synonyms: dict[str, str]
    optional: frozenset[str]
    fillers: frozenset[str]
    openings: tuple[str, ...]
    endings: tuple[str, ...]
    increments: tuple[str, ...]
    growth: tuple[str, ...]
    decline: tuple[str, ...]
    removals: tuple[str, ...]
    measures: frozenset[str]
    generic: frozenset[str]
    known: frozenset[str]
    longest: dict[str, int]


@cache
def _words() -> _Words:
    lists: dict[str, list[str]] = {}
    synonyms: dict[str, str] = {}
    section = ""
    for line in files(__package__).joinpath("wording.txt").read_text(encoding="utf-8").splitlines():
        if not line or line[0] == "#":
            continue
        if line[0] == "[":
            section = line.split()[0].strip("[")
        elif section == "同义":
            standard, _, others = line.partition(" = ")
            synonyms |= dict.fromkeys([standard, *others.split()], standard)
        else:
            lists.setdefault(section, []).extend(line.split())
    known = frozenset([*synonyms, *lists["可略"], *lists["虚词"], "占"])
    longest: dict[str, int] = {}
    for word in known:
        longest[word[0]] = max(len(word), longest.get(word[0], 0))

    def ordered(name: str) -> tuple[str, ...]:
        return tuple(sorted(lists[name], key=lambda word: (-len(word), word)))

    return _Words(
        synonyms=synonyms,
        optional=frozenset(lists["可略"]),
        fillers=frozenset(lists["虚词"]),
        openings=ordered("起首"),
        endings=ordered("收尾"),
        increments=ordered("增量"),
        growth=ordered("增长"),
        decline=ordered("下降"),
        removals=ordered("去除"),
        measures=frozenset(lists["度量"]),
        generic=frozenset(lists["泛称"]),
        known=known,
        longest=longest,
    )

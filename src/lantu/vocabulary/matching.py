"""Linking the wording of a statement to an indicator: exact, by an alias, by a scored comparison, or left open."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import chain

from lantu.model.indicator import Indicator, Namesake, NumberKind, YearRule
from lantu.model.statement import Measure
from lantu.vocabulary.fitting import is_share, misfit
from lantu.vocabulary.indicators import vocabulary
from lantu.vocabulary.wording import Form, barest, fold, forms, is_generic, is_measure, is_removal, take_apart

#: A match below this is left open for a person.
THRESHOLD = 0.75
_LARGEST_LIST = 5
#: A candidate shares more than this part of the pairs of characters, and is at least so like.
_SHARED_AT_LEAST, _LEAST_LIKENESS = 0.2, 0.3
#: How sure each way of matching is, before deductions.
_SURE = {"exact": 1.0, "alias": 0.97, "share": 0.9, "scored": 0.88, "context": 0.8}
_FOR_STRIPPED, _FOR_OPTIONAL, _FOR_NO_UNIT = 0.02, 0.03, 0.02


class Method(StrEnum):
    """How a wording was linked (匹配方式)."""

    EXACT = "exact"  # the standard name
    ALIAS = "alias"  # another wording that the vocabulary lists
    SCORED = "scored"  # the same words in another order, or completed by what stands around
    OPEN = "open"  # left for a person


@dataclass(frozen=True, slots=True)
class Candidate:
    """An indicator that a wording might mean.

    Attributes:
        indicator: The indicator.
        score: From 0 to 1, how near the wordings are.
        reason: What speaks against it, in Chinese; "" for a match.
    """

    indicator: Indicator
    score: float
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """What a wording was linked to, how sure that is, and why (指标匹配).

    Attributes:
        method: How.
        indicator: The indicator; None where the question is left open.
        confidence: From 0 to 1; below THRESHOLD nothing is linked.
        measure: What kind of number the figure is of that indicator: a name such as 失业率下降 makes it a change.
        reasons: Why, in Chinese.
        candidates: At most five, the likeliest first.
    """

    method: Method
    indicator: Indicator | None
    confidence: float
    measure: Measure
    reasons: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()


def match_indicator(
    subject: str, *, unit: str, measure: Measure, scope: str = "", context: str = "", act: str = ""
) -> Match:
    """The indicator that a statement's subject means, or the reason why that is left open.

    Args:
        subject: What is measured, in the words of the text.
        unit: The figure's unit without multiplier; "" where none is printed.
        measure: What kind of number the figure is.
        scope: The part of the jurisdiction or of the people that it is about; 农村 changes the indicator, 沈阳 does not.
        context: Words before the figure, the nearest last (heading, table group, sentence). A mere 面积 or 比例 is
            completed from them, and a 进出口 of which they say 对俄 is not taken for all trade.
        act: The act that governs the figure: what is 淘汰 is no addition to a capacity.

    >>> found = match_indicator("全体居民人均可支配收入", unit="元", measure=Measure.LEVEL)
    >>> found.method, found.indicator.name
    (<Method.ALIAS: 'alias'>, '居民人均可支配收入')
    >>> match_indicator("清洁能源装机占比", unit="%", measure=Measure.LEVEL).indicator.name
    '清洁能源装机占比'
    """
    found = _match(subject, unit, measure, scope)
    if found.indicator is None:
        return (_completed(subject, unit, measure, context) if context and is_measure(subject) else None) or found
    objection = _objection(found, subject, context, act)
    return _refused(found, objection) if objection else found


def own_indicator(subject: str, unit: str, measure: Measure, *, context: str = "") -> Indicator:
    """An indicator of its own for a subject that the vocabulary does not hold.

    Equal wordings in two documents get the same code, whatever says nothing (新增, 累计, 数量, 增长) aside. A mere sort
    of thing (企业, 项目) meets no other: give the words around it, and the document, as context.
    """
    name = barest(subject)
    salt = context if is_generic(subject) else ""
    digest = hashlib.sha256(f"{name}\0{salt}".encode()).hexdigest()[:10]
    flows = measure is Measure.FLOW
    number = NumberKind.SHARE if is_share(unit) and measure is Measure.LEVEL else NumberKind.LEVEL
    return Indicator(
        code=f"X-{digest}",
        name=name,
        unit=unit,
        number=NumberKind.FLOW if flows else number,
        years=YearRule.SUM if flows else YearRule.LAST,
        known=False,
    )


@lru_cache(maxsize=16384)
def _match(subject: str, unit: str, measure: Measure, scope: str) -> Match:
    readings = tuple(_readings(subject, scope))
    refused: list[Candidate] = []
    found = (
        _by_name(readings, unit, measure, refused)
        or _as_share(readings, unit, measure)
        or _by_parts(readings, unit, measure, refused)
    )
    return found or _left_open(readings, measure, refused)


def _readings(subject: str, scope: str) -> Iterator[Form]:
    """The subject's forms; for a part of the people (农村常住居民), those of the subject with its name in front."""
    people = next((words for part, words in _PEOPLE if part in scope), "")
    if not people or people[:2] in subject:
        return forms(subject)
    return forms(people + fold(subject).removeprefix("居民").removeprefix("全体居民"))


_PEOPLE = (
    ("脱贫县", "脱贫县农村居民"),
    ("农村", "农村居民"),
    ("农民", "农村居民"),
    ("乡村", "农村居民"),
    ("城镇", "城镇居民"),
)


def _by_name(readings: tuple[Form, ...], unit: str, measure: Measure, refused: list[Candidate]) -> Match | None:
    """The indicator whose standard name or alias a form of the subject is."""
    for form in readings:
        code = _names().codes.get(form.text)
        if code is None:
            continue
        indicator = vocabulary().indicators[code]
        meant = _measure(form, measure, indicator, unit)
        against = _against(form, code, unit, meant)
        if against:
            refused.append(Candidate(indicator, 0.7, against))
            continue
        method = Method.EXACT if form.text == _names().standard[code] else Method.ALIAS
        said = "与标准名称一致" if method is Method.EXACT else f"“{form.text}”是“{indicator.name}”的别名"
        return _match_of(method, indicator, _SURE[method.value], form, unit, meant, said)
    return None


def _as_share(readings: tuple[Form, ...], unit: str, measure: Measure) -> Match | None:
    """A level in % of what is no share means the share: 非化石能源装机 50% is 非化石能源装机占比."""
    if measure is not Measure.LEVEL or not is_share(unit):
        return None
    for form in readings:
        code = _names().codes.get(form.text + "占比")
        if code and not form.change and not misfit(code, unit, measure):
            indicator = vocabulary().indicators[code]
            return _match_of(Method.SCORED, indicator, _SURE["share"], form, unit, measure, "数值是百分比，指的是占比")
    return None


def _by_parts(readings: tuple[Form, ...], unit: str, measure: Measure, refused: list[Candidate]) -> Match | None:
    """The one indicator whose name has the same words, in any order, synonyms being the same word."""
    for form in readings:
        if _is_namesake(form):
            return None
        parts = take_apart(form.text)
        codes = _parts().get(parts.key, {})
        if len(codes) != 1:
            continue
        ((code, names),) = codes.items()
        indicator = vocabulary().indicators[code]
        meant = _measure(form, measure, indicator, unit)
        against = _against(form, code, unit, meant)
        if against:
            refused.append(Candidate(indicator, 0.65, against))
            continue
        differing = min(len(parts.optional ^ optional) for optional in names)
        sure = _SURE["scored"] - _FOR_OPTIONAL * differing
        said = f"与“{indicator.name}”用词相同，只是次序、同义词或“全社会”一类的词不同"
        return _match_of(Method.SCORED, indicator, sure, form, unit, meant, said)
    return None


def _completed(subject: str, unit: str, measure: Measure, context: str) -> Match | None:
    """The indicator whose name the context begins and the subject ends: 黑土地保护 … 面积; the nearest one counts."""
    (*_, form), around = forms(subject), fold(context)
    best, code, said = -1, "", ""
    for start, candidate in _openings(form.text):
        place = around.rfind(start)
        if place >= 0 and place + len(start) > best and not misfit(candidate, unit, measure):
            best, code = place + len(start), candidate
            said = f"上文的“{start}”与“{form.text}”合为一个名称"
    if not code:
        return None
    indicator = vocabulary().indicators[code]
    return _match_of(Method.SCORED, indicator, _SURE["context"], form, unit, measure, said)


#: A partner named right before trade or investment: 对日韩进出口, 对外直接投资.
_PARTNER = re.compile(r"对(?!外贸易)[^，。；：！？\n]{1,24}$")
_TRADE = re.compile(r"(?:进出口|出口|进口|贸易|投资)(?:总?[额值])?$")


def _objection(found: Match, subject: str, context: str, act: str) -> str:
    """What the words around a figure say against a match, in Chinese; "" where they say nothing."""
    if act and found.measure is Measure.FLOW and is_removal(act) and _is_stock(found.indicator):
        return f"“{act}”的数量不是该指标的增量"
    if context and _TRADE.search(subject):
        place = context.rfind(subject)
        if place > 0 and _PARTNER.search(context, 0, place):
            return "上文限定了对象，不是全部"
    return ""


def _is_stock(indicator: Indicator | None) -> bool:
    return indicator is not None and indicator.number is NumberKind.LEVEL


def _refused(found: Match, objection: str) -> Match:
    """The match left open, its indicator kept as the first candidate."""
    first, *others = found.candidates
    score = min(first.score, THRESHOLD - 0.05)
    candidates = (Candidate(first.indicator, score, objection), *others)
    return Match(Method.OPEN, None, score, found.measure, (*found.reasons, objection), candidates)


def _left_open(readings: tuple[Form, ...], measure: Measure, refused: list[Candidate]) -> Match:
    *_, form = readings
    candidates = {candidate.indicator.code: candidate for candidate in refused}
    for candidate in _nearest(form):
        candidates.setdefault(candidate.indicator.code, candidate)
    listed = tuple(sorted(candidates.values(), key=lambda candidate: (-candidate.score, candidate.indicator.code)))
    reasons = tuple(dict.fromkeys(candidate.reason for candidate in refused)) or ("词表中没有用词相同的指标",)
    return Match(Method.OPEN, None, listed[0].score if listed else 0.0, measure, reasons, listed[:_LARGEST_LIST])


def _measure(form: Form, measure: Measure, indicator: Indicator, unit: str) -> Measure:
    """What kind of number the figure is of the indicator itself."""
    if form.change and measure in (Measure.LEVEL, Measure.FLOW):
        return form.change
    if measure is Measure.LEVEL and indicator.number is NumberKind.GROWTH and is_share(unit):
        units = vocabulary().units[indicator.code]
        return Measure.GROWTH if units == ("%",) else measure
    if measure is Measure.LEVEL and _is_new(form):
        return Measure.FLOW
    return measure


def _is_new(form: Form) -> bool:
    """Whether the subject speaks of what came anew (新增, 净增), not of all there is (累计建成)."""
    return form.is_increment and any(word.startswith(("新", "净", "再")) for word in form.stripped)


def _against(form: Form, code: str, unit: str, measure: Measure) -> str:
    """What speaks against reading a figure as one of an indicator, in Chinese; "" where nothing does."""
    if _is_new(form) and measure in (Measure.GROWTH, Measure.DECLINE):
        return "新增部分的增速不是总量的增速"
    return misfit(code, unit, measure)


def _match_of(
    method: Method, indicator: Indicator, sure: float, form: Form, unit: str, measure: Measure, said: str
) -> Match:
    reasons = [said]
    if form.stripped:
        sure -= _FOR_STRIPPED
        reasons.append(f"略去“{'”“'.join(form.stripped)}”")
    if not unit:
        sure -= _FOR_NO_UNIT
        reasons.append("原文未写单位，未能核对")
    sure = round(sure, 2)
    return Match(method, indicator, sure, measure, tuple(reasons), (Candidate(indicator, sure),))


def _is_namesake(form: Form) -> bool:
    return form.text in _names().namesakes


def _nearest(form: Form) -> list[Candidate]:
    """The indicators whose names share most pairs of characters with the form, with what sets them apart."""
    pairs = _pairs(form.text)
    shared = Counter(chain.from_iterable(_names_by_pair().get(pair, ()) for pair in pairs))
    fewest = _SHARED_AT_LEAST * len(pairs)
    scores: dict[str, float] = {}
    for name, count in shared.items():
        if count > fewest:
            code = _names().codes[name]
            score = 2 * count / (len(pairs) + max(len(name) - 1, 1))
            scores[code] = max(scores.get(code, 0.0), score)
    best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:_LARGEST_LIST]
    return [_candidate(form, code, score) for code, score in best if score > _LEAST_LIKENESS]


def _candidate(form: Form, code: str, score: float) -> Candidate:
    indicator = vocabulary().indicators[code]
    namesake = _namesake(code, form.text)
    if namesake:
        return Candidate(indicator, round(min(score, 0.6), 2), f"易混：{namesake.reason}")
    ours = {word for side in take_apart(form.text).key for word in side}
    theirs = {word for side in take_apart(fold(indicator.name)).key for word in side}
    apart = "、".join(sorted(ours ^ theirs))
    reason = f"用词不同：{apart}" if apart else "次序不同"
    return Candidate(indicator, round(min(score * 0.7, THRESHOLD - 0.05), 2), reason)


def _namesake(code: str, text: str) -> Namesake | None:
    """The namesake of an indicator that a folded wording is, or None."""
    return next((item for item in vocabulary().indicators[code].namesakes if fold(item.name) == text), None)


def _pairs(text: str) -> tuple[str, ...]:
    """The pairs of neighbouring characters, each once and in order, so that every run lists the same candidates."""
    return tuple(dict.fromkeys(text[i : i + 2] for i in range(len(text) - 1))) or (text,)


@dataclass(frozen=True, slots=True)
class _Names:
    """The vocabulary's names, folded.

    Attributes:
        codes: Code by standard name or alias.
        standard: Standard name by code.
        namesakes: Wordings that are a namesake of one indicator and a name of none.
    """

    codes: dict[str, str]
    standard: dict[str, str]
    namesakes: frozenset[str]


@cache
def _names() -> _Names:
    codes: dict[str, str] = {}
    standard: dict[str, str] = {}
    namesakes: set[str] = set()
    for indicator in vocabulary().indicators.values():
        standard[indicator.code] = fold(indicator.name)
        codes.update((fold(name), indicator.code) for name in (indicator.name, *indicator.aliases))
        namesakes.update(fold(item.name) for item in indicator.namesakes)
    return _Names(codes, standard, frozenset(namesakes - codes.keys()))


@cache
def _parts() -> dict[tuple[tuple[str, ...], ...], dict[str, list[frozenset[str]]]]:
    """By the words of a name, the codes that bear such a name and the optional words of each."""
    found: dict[tuple[tuple[str, ...], ...], dict[str, list[frozenset[str]]]] = {}
    for text, code in _names().codes.items():
        parts = take_apart(text)
        found.setdefault(parts.key, {}).setdefault(code, []).append(parts.optional)
    return found


@cache
def _names_by_pair() -> dict[str, list[str]]:
    """By pair of characters, the names that hold it."""
    found: dict[str, list[str]] = {}
    for text in _names().codes:
        for pair in _pairs(text):
            found.setdefault(pair, []).append(text)
    return found


@cache
def _openings(ending: str) -> tuple[tuple[str, str], ...]:
    """What stands before an ending in each name that has it, with the name's code."""
    return tuple(
        (text.removesuffix(ending), code)
        for text, code in _names().codes.items()
        if text.endswith(ending) and len(text) > len(ending) + 1
    )

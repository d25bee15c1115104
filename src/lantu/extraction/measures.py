"""What kind of number it is, and how it binds: by its clause, its act, its name and the numbers around it."""

import re

from lantu.extraction.clauses import (
    LeftSide,
    is_flow_name,
)
from lantu.extraction.lexicon import STATE_TAILS
from lantu.extraction.periods import Tense, TimeKind
from lantu.extraction.quantities import RawQuantity
from lantu.extraction.sentences import LONGEST_CHAIN, Clause, Scan, Sentence
from lantu.model.statement import Comparator, Measure, Statement


def settle_measure(
    scan: Scan, sentence: Sentence, quantity: RawQuantity, clause: Clause, tense: Tense, part_start: int
) -> Measure:
    """The kind of number, by its clause and by the numbers and the time around it."""
    measure = _measure(clause.left, clause.subject, clause.act, quantity, from_right=clause.from_right)
    if clause.left.measure is not None:
        return _hoped_for(sentence, quantity, clause, measure)
    if clause.carried and not clause.from_right and sentence.measure in _AMOUNTS:
        measure = sentence.measure or measure  # 累计创建A 198个、B|10个
    if measure is Measure.LEVEL:
        if tense.time is TimeKind.SPAN and _YEARLY.search(clause.subject) and quantity.unit in _MONEY:
            return Measure.FLOW  # five years' worth, not a level
        sentence.names_parts = sentence.names_parts or _PART_OF.match(scan.text, part_start) is not None
        if sentence.names_parts:
            return _measure_of_whole(scan.statements, quantity.unit)
    return measure


def _hoped_for(sentence: Sentence, quantity: RawQuantity, clause: Clause, measure: Measure) -> Measure:
    """增长5%以上、力争达到|5.5% is growth both times, though 达到 alone would make it a level."""
    same = not clause.left.core and clause.subject == sentence.subject and quantity.unit == "%"
    hoped = "力争" in clause.left.words or "争取" in clause.left.words
    return sentence.measure if same and hoped and sentence.measure in _CHANGES else measure


_CHANGES = (Measure.GROWTH, Measure.DECLINE)


def _measure_of_whole(statements: list[Statement], unit: str) -> Measure:
    """What the amount is that a part belongs to: the last one in the same unit that is no change."""
    return next(
        (one.measure for one in statements[:-4:-1] if one.quantity.unit == unit and one.measure in _AMOUNTS),
        Measure.LEVEL,
    )


_AMOUNTS = (Measure.FLOW, Measure.LEVEL)


_MONEY = frozenset({"元", "美元", "人民币"})


_YEARLY = re.compile(r"(?:总额|支出|收入|投资|税收|财力|资金)$")


#: A part of what was counted before is counted likewise: 其中，杰出人才10名; 领军人才中，从事基础研究的200名.
_PART_OF = re.compile(r"其中|含|[^，。；]{2,10}中，")


#: Acts that make an amount a flow even where 达 or 达到 stands before the number: 新建全国重点实验室达11家.
_DOING = frozenset({"完成", "改造", "培训", "发放", "引进", "投放", "改建", "招引"})


#: Acts whose yield stays, so that 累计 counts a stock: 累计建成337个.
_LASTING = frozenset(
    {
        "建成",
        "创建",
        "培育",
        "认定",
        "建",
        "缔结",
        "打造",
        "引进",
        "设立",
        "建设",
        "建立",
        "引进和培育",
        "新认定",
        "评定",
        "建成投用",
    }
)


def _lasts(act: str, left: LeftSide) -> bool:
    return act.removeprefix("累计") in _LASTING or left.act.removeprefix("累计") in _LASTING


_REDUCING = frozenset({"压减", "减少", "削减", "核减", "降低", "调减"})


_NEARLY_RATES = frozenset({"%", "‰", "百分点"})


def _measure(left: LeftSide, subject: str, act: str, quantity: RawQuantity, *, from_right: bool) -> Measure:
    """What kind of number it is, by the words next to it, then by the act, then by the name itself."""
    measure, unit = left.measure, quantity.unit
    if from_right and unit not in _NEARLY_RATES:
        return _measure_of_counted(left, act, quantity)
    if measure in (Measure.GROWTH, Measure.DECLINE):
        improves = "改善" in left.words and ("浓度" in subject or "PM" in subject)
        return Measure.DECLINE if improves else measure
    accumulated = "累计" in left.words or left.core.startswith("累计") or "累计" in left.core[:6]
    if measure is Measure.LEVEL:
        if accumulated and unit in ("元", "美元") and "实现" in left.words:
            return Measure.FLOW
        doing = act[:1] == "新" or act in _DOING or subject.endswith("新增就业")
        return Measure.FLOW if doing and not accumulated and unit not in _NEARLY_RATES else Measure.LEVEL
    if act in _REDUCING:
        return Measure.DECLINE
    if unit in _NEARLY_RATES:
        return Measure.LEVEL
    if accumulated and _lasts(act, left):
        return Measure.LEVEL
    if subject.endswith(("生产总值", "增加值")):
        return Measure.LEVEL
    if act or left.act:
        return Measure.FLOW
    if subject.endswith(STATE_TAILS):
        return Measure.LEVEL
    return Measure.FLOW if is_flow_name(subject) else Measure.LEVEL


#: Words for a state that a counted thing's state is not said by: 为2万名…提供, 有6个….
_WEAK_LEVELS = frozenset(
    {
        "为",
        "是",
        "有",
        "居",
        "列",
        "到",
        "至",
        "从",
        "由",
        "占",
        "的",
        "已",
        "超",
        "超过",
        "将",
        "再",
        "又",
        "全省",
        "全市",
        "共",
        "近",
        "约",
        "在",
    }
)


def _measure_of_counted(left: LeftSide, act: str, quantity: RawQuantity) -> Measure:
    """A count in front of its noun is done or to be done, unless it is said to be reached: 建成15个产业园."""
    if not quantity.unit and quantity.multiplier.endswith("亿"):
        return Measure.LEVEL  # 打造4000亿级产业集群
    if left.measure is Measure.LEVEL and not left.act and not _WEAK_LEVELS.issuperset(left.words):
        return Measure.LEVEL
    accumulated = "累计" in left.words or "累计" in left.core[:6]
    return Measure.LEVEL if accumulated and _lasts(act, left) else Measure.FLOW


def read_comparator(scan: Scan, i: int, left: LeftSide) -> Comparator:
    """How number ``i`` binds: by the word behind it or behind the chain that it opens, else by the word before it."""
    quantity = scan.quantities[i]
    if quantity.high is not None:
        return Comparator.RANGE
    after = quantity.after
    following = i + 1
    last = min(len(scan.joined), i + LONGEST_CHAIN)
    while after is None and following < last and scan.joined[following]:
        after = scan.quantities[following].after
        following += 1
    if after is not None:
        return after
    if left.comparator is not None and not _is_gap(quantity, left):
        return left.comparator
    return Comparator.GT if quantity.more else Comparator.EQ


def _is_gap(quantity: RawQuantity, left: LeftSide) -> bool:
    """Whether the number says by how much, not more than what: 高于全国|1.7个百分点."""
    return quantity.unit == "百分点" and "全国" in left.words and bool(_ABOVE.intersection(left.words))


_ABOVE = frozenset({"高于", "低于", "快于", "超过", "超", "高出"})

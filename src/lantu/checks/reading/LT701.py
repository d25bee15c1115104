"""疑似错别字（字形相近）。

检查什么
    一个字与前后的字都很少连用，换成字形相近的另一个字就与前后都常连用：“规模以土工业”应为“规模以上工业”。
    “常连用”按所给文件和词表统计。只查形近字表里的字。
为什么
    扫描识别和录入常把形近字弄错，错字会使指标对不上、数字读不出。
反例
    规模以土工业增加值增长5%。
正例
    规模以上工业增加值增长5%。
依据
    同一批文件里字与字连用的次数。
参数
    sets：形近字，一组里的字互相可能认错；often：连用多少次算“常”，默认2；rarely：连用不超过多少次算“很少”，默认1。
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from lantu.checks.base import CheckContext, Parameters, Place, Rule
from lantu.model.document import Document
from lantu.model.finding import Finding, Severity
from lantu.model.ledger import LedgerDocument

RULE = Rule("LT701", Severity.WARNING, "A character is probably misread")

_AROUND = 6


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:
    """A finding for each character that makes no word where a look-alike would."""
    alike = _alike(parameters.words("sets"))
    suspects = re.compile(f"[{''.join(alike)}]")
    pairs = _pairs(context) if context.texts else Counter()
    often, rarely = parameters.count("often"), parameters.count("rarely")
    for described, document in context.texts:
        text = document.clean.text
        for match in suspects.finditer(text):
            better = _better(text, match.start(), alike[match[0]], pairs, often, rarely)
            if better:
                yield _finding(described, document, match.start(), better)


def _alike(sets: tuple[str, ...]) -> dict[str, str]:
    """Each character with all that look like it; one that stands in several sets has those of all."""
    others: dict[str, set[str]] = defaultdict(set)
    for group in sets:
        for character in group:
            others[character] |= set(group) - {character}
    return {character: "".join(sorted(each)) for character, each in others.items()}


def _pairs(context: CheckContext) -> Counter[str]:
    """How often each two characters stand side by side in the documents and in the vocabulary's names."""
    pairs: Counter[str] = Counter()
    for _, document in context.texts:
        text = document.clean.text
        pairs.update(map("".join, pairwise(text)))
    pairs.update(_vocabulary_pairs())
    return pairs


@cache
def _vocabulary_pairs() -> Counter[str]:
    from lantu.vocabulary.indicators import indicators  # noqa: PLC0415 - reads the vocabulary

    pairs: Counter[str] = Counter()
    for indicator in indicators().values():
        for name in (indicator.name, *indicator.aliases):
            pairs.update(name[place : place + 2] for place in range(len(name) - 1))
    return pairs


def _better(text: str, place: int, others: str, pairs: Counter[str], often: int, rarely: int) -> str:
    """The look-alike that makes a word with both neighbours, where the character makes none; "" where it does."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if not _is_han(before) or not _is_han(after):
        return ""
    if pairs[before + text[place]] > rarely or pairs[text[place] + after] > rarely:
        return ""
    good = [other for other in others if pairs[before + other] >= often and pairs[other + after] >= often]
    return good[0] if len(good) == 1 else ""


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _finding(described: LedgerDocument, document: Document, place: int, better: str) -> Finding:
    text = document.clean.text
    around = text[max(0, place - _AROUND) : place + _AROUND].replace("\n", "")
    return RULE.finding(
        Place(described.id, document.span(place, place + 1)),
        f"“{around}”中的“{text[place]}”疑应为“{better}”",
        f"“{text[place]}” in “{around}” is probably “{better}”",
        remedy="对照原件核对这个字",
        remedy_en="check the character with the original",
    )

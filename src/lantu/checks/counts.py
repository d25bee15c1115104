"""How many indicators a text says that a plan has: 共36项指标，其中预期性26项、约束性10项."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantu.checks.base import CheckContext, Place
from lantu.model.document import Document
from lantu.model.ledger import LedgerDocument
from lantu.text.numerals import parse_number

_NUMBER = r"(\d+|[一二三四五六七八九十百]+)"
_SENTENCE = re.compile(r"[^。！？\n]+")
_TOTAL = re.compile(_NUMBER + r"[项个](?:主要|核心|关键|量化|发展|经济社会发展|具体)*指标")
_BINDING = re.compile(rf"约束性(?:指标)?(?:有|为|共)?{_NUMBER}[项个]|{_NUMBER}[项个](?:为|是)?约束性")
_ANTICIPATORY = re.compile(rf"预期性(?:指标)?(?:有|为|共)?{_NUMBER}[项个]|{_NUMBER}[项个](?:为|是)?预期性")


@dataclass(frozen=True, slots=True)
class CountedSentence:
    """A sentence that says how many indicators there are.

    Attributes:
        document: The document it stands in.
        words: The sentence, cleaned.
        total: How many in all.
        place: Where the total stands.
        binding: Every count of binding indicators in it.
        anticipatory: Every count of anticipatory ones.
    """

    document: LedgerDocument
    words: str
    total: int
    place: Place
    binding: tuple[int, ...]
    anticipatory: tuple[int, ...]


def counted_sentences(context: CheckContext) -> Iterator[CountedSentence]:
    """The sentences that give a total of indicators and how many of them are of each attribute."""
    for described, document in context.texts:
        text = document.clean.text
        if "约束性" in text and "预期性" in text:
            yield from _sentences(described, document)


def _sentences(described: LedgerDocument, document: Document) -> Iterator[CountedSentence]:
    for match in _SENTENCE.finditer(document.clean.text):
        words = match[0]
        if "约束性" not in words or "预期性" not in words:
            continue
        binding, anticipatory = _counts(_BINDING, words), _counts(_ANTICIPATORY, words)
        totals = [
            found for found in _TOTAL.finditer(words) if not words[: found.start()].endswith(("约束性", "预期性"))
        ]
        if not totals or not binding or not anticipatory:
            continue
        # 一是…提出11项指标…共计38项指标，其中…: the total is the last one before the attributes are told apart.
        first = min(found.start() for pattern in (_BINDING, _ANTICIPATORY) for found in pattern.finditer(words))
        before = [found for found in totals if found.start() < first] or totals
        total = before[-1]
        start = match.start() + total.start()
        span = document.span(start, match.start() + total.end())
        yield CountedSentence(
            described, words, _number(total[1]), Place(described.id, span), tuple(binding), tuple(anticipatory)
        )


def _counts(pattern: re.Pattern[str], words: str) -> list[int]:
    return [_number(found[1] or found[2]) for found in pattern.finditer(words)]


def _number(digits: str) -> int:
    return int(parse_number(digits))

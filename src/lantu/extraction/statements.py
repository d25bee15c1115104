"""Measured statements in running text: every number that says what is to be reached or was reached."""

import re
from bisect import bisect_left

from lantu.extraction.clauses import (
    read_left,
)
from lantu.extraction.measures import read_comparator, settle_measure
from lantu.extraction.periods import Tense, Timeline, hold_through
from lantu.extraction.quantities import RATIO, RawQuantity, scan_quantities
from lantu.extraction.scope import ScopeReader
from lantu.extraction.screening import Verdict, screen
from lantu.extraction.sentences import Clause, Scan, Sentence, chain_length, chain_place
from lantu.extraction.subjects import clause_start, read_clause
from lantu.extraction.unit_table import LONGEST_UNIT, UNITS
from lantu.model.document import Block, Document
from lantu.model.finding import Finding, Severity
from lantu.model.statement import Measure, Quantity, Statement
from lantu.text.span import Span

_SENTENCE_ENDS = frozenset("。！？\n")


_CLAUSE_BREAK = re.compile(r"[，。；：！？\n\t]")


_MODALITY = re.compile(
    r"力争|争取(?!中央|上级|到(?!20|“|十))|确保|(?<![^，。；：年\n])计划(?=新|建|完成|投|引进|培|开|改|实施|用|到)|预计|努力实现|努力达到|有望"
)


def extract_statements(document: Document, timeline: Timeline) -> tuple[list[Statement], list[Finding]]:
    """The measured statements of the document's running text, in order, and what looked like one and was not understood.

    Reads: paragraphs, headings and box lines. Writes: statements with spans in the original text. Tables are read by
    ``indicator_tables``; notes, tables of contents and front lines are not read.
    """
    text = document.clean.text
    quantities = list(scan_quantities(text, UNITS, LONGEST_UNIT))
    joined = _joined(text, quantities)
    _borrow_units(quantities, joined)
    starts = [quantity.start for quantity in quantities]
    breaks = [match.start() for match in _CLAUSE_BREAK.finditer(text)]
    stops = [place for place in breaks if text[place] in _SENTENCE_ENDS]
    scan = Scan(document, text, timeline, quantities, starts, breaks, stops, ScopeReader(document), joined)
    for index, block, tense in timeline.blocks:
        _read_block(scan, index, block, tense)
    return scan.statements, scan.findings


_JOINERS = frozenset({"、", "和", "及", "与", "、和"})


def _joined(text: str, quantities: list[RawQuantity]) -> list[bool]:
    joined = [False] * len(quantities)
    for i in range(1, len(quantities)):
        between = (
            text[quantities[i - 1].next : quantities[i].start]
            if quantities[i].start - quantities[i - 1].next <= 2
            else "-"
        )
        joined[i] = between in _JOINERS
    return joined


def _borrow_units(quantities: list[RawQuantity], joined: list[bool]) -> None:
    """Gives a number that a chain leaves bare the unit of the next: 提高15、22个百分点; 1409万、1305万人次."""
    for i in range(len(quantities) - 2, -1, -1):
        quantity, following = quantities[i], quantities[i + 1]
        if not joined[i + 1] or quantity.chinese:
            continue
        if not quantity.unit and quantity.multiplier == following.multiplier:
            quantity.unit = following.unit
        elif quantity.unit == "个" and following.unit == "百分点":
            quantity.unit = "百分点"  # 高于全省0.8个和0.6个百分点


def _read_block(scan: Scan, index: int, block: Block, tense: Tense) -> None:
    """Reads one block's numbers, in the tense in which it opens and that its sentences move."""
    quantities, timeline = scan.quantities, scan.timeline
    i = bisect_left(scan.starts, block.start)
    if i == len(quantities) or quantities[i].start >= block.end:
        return
    m = bisect_left(timeline.starts, block.start)
    sentence: Sentence | None = None
    while i < len(quantities) and quantities[i].start < block.end:
        quantity = quantities[i]
        if sentence is None or quantity.start >= sentence.end:
            sentence = _sentence_at(scan, block, quantity.start)
        m, tense = hold_through(block, quantity.start, timeline.markers, m, tense, scan.text, timeline.calendar)
        _read_quantity(scan, index, sentence, i, tense)
        i += 1


def _sentence_at(scan: Scan, block: Block, position: int) -> Sentence:
    stops = scan.stops
    following = bisect_left(stops, position)
    start = max(block.start, stops[following - 1] + 1) if following else block.start
    stop = min(block.end, stops[following]) if following < len(stops) else block.end
    return Sentence(start, stop, scan.document.span(start, max(stop, start + 1)), consumed=start)


def _read_quantity(scan: Scan, index: int, sentence: Sentence, i: int, tense: Tense) -> None:
    """Reads one number with the words around it, and adds the statement that it makes."""
    text, quantity = scan.text, scan.quantities[i]
    if quantity.start < sentence.consumed:
        return  # a size within a name that was read already: 14个750千伏电网工程
    left_start = clause_start(scan, sentence, quantity.start)
    left_text = text[left_start : quantity.start]
    verdict = screen(text, quantity, left_text, carried=sentence.subject)
    if verdict is not Verdict.MEASURE:
        if verdict is Verdict.BARE and not quantity.chinese and _binds_a_number(left_text):
            scan.findings.append(_not_understood(scan.document, quantity))
        return
    clause = read_clause(scan, sentence, i, left_text)
    if clause is None:
        scan.findings.append(_not_understood(scan.document, quantity))
        return
    if _is_known_set(text, quantity, clause):
        return
    place = chain_place(scan, i)
    chain = place + chain_length(scan, i)
    tense = scan.timeline.tense_at(text, sentence.start, quantity.start, tense, place=place, chain=chain)
    part_start = left_start if sentence.subject else sentence.start
    measure = settle_measure(scan, sentence, quantity, clause, tense, part_start)
    clause.subject, scope = _scope(scan, index, sentence, clause.subject)
    scan.statements.append(_statement(scan, index, sentence, i, clause, measure, tense, scope))
    sentence.subject, sentence.measure = clause.subject, measure
    sentence.act, sentence.consumed = clause.act, clause.end
    if clause.subject not in sentence.named:
        sentence.named.append(clause.subject)


#: Of a sentence longer than this only the words around the number are kept.
_LONGEST_SENTENCE = 1200


_AROUND = 300


def _sentence_span(document: Document, sentence: Sentence, quantity: RawQuantity) -> Span:
    if sentence.end - sentence.start <= _LONGEST_SENTENCE:
        return sentence.span
    start, end = max(sentence.start, quantity.start - _AROUND), min(sentence.end, quantity.end + _AROUND)
    return document.span(start, end)


def _statement(
    scan: Scan,
    index: int,
    sentence: Sentence,
    i: int,
    clause: Clause,
    measure: Measure,
    tense: Tense,
    scope: str,
) -> Statement:
    document, quantity = scan.document, scan.quantities[i]
    span = document.span(quantity.start, quantity.end)
    acts = (f"act:{clause.act}",) if clause.act else ()
    return Statement(
        span=span,
        text=document.original(span),
        kind=tense.kind,
        subject=clause.subject,
        measure=measure,
        quantity=Quantity(
            quantity.value, quantity.unit.replace(RATIO, ""), read_comparator(scan, i, clause.left), quantity.high
        ),
        period=tense.period(measure, origin=clause.left.origin),
        scope=scope,
        modality=_modality(scan.text, sentence, quantity.start),
        sentence=_sentence_span(document, sentence, quantity),
        block=index,
        page=document.source.page_of(span.start),
        reasons=(f"period:{tense.reason}", *(f"words:{word}" for word in clause.left.words), *acts),
    )


def _binds_a_number(left_text: str) -> bool:
    """Whether the words before a number say that it counts something: 建成|15回, though the unit is not known."""
    left = read_left(left_text)
    return left.measure is not None or bool(left.act) or left.comparator is not None


def _not_understood(document: Document, quantity: RawQuantity) -> Finding:
    span = document.span(quantity.start, quantity.end)
    words = document.original(span)
    return Finding(
        code="LT101",
        severity=Severity.INFO,
        message=f"“{words}”像是一个数量，但未能读出它衡量的是什么",
        message_en=f"“{words}” looks like a quantity, but what it measures was not understood",
        span=span,
        remedy="核对原句；如确为目标或结果，请手工登记",
        remedy_en="check the sentence; enter it by hand if it is a goal or a result",
    )


def _scope(scan: Scan, index: int, sentence: Sentence, subject: str) -> tuple[str, str]:
    """The subject without the place that opens it, and the place; else what the sentence or the headings name."""
    if sentence.places:
        return subject, sentence.places.pop(0)
    places = scan.scopes.split(subject)
    if places.names:
        sentence.scope = "、".join(places.names)
        return places.subject, sentence.scope
    if not sentence.scope:
        opening = scan.text[sentence.start : sentence.start + 30]
        sentence.scope = scan.scopes.of_sentence(opening) or scan.scopes.of_block(index) or "-"
    return subject, sentence.scope.strip("-") if scan.scopes.by_heading else ""


_SET_NOUN = re.compile(
    r"(?:重大工程|重点任务|重点产业链|产业链|战略|措施|举措|政策措施|行动|制度改革|任务|工程|产业集群|产业基地|部署|要求|指标|工作)$"
)


_KEPT_GOING = ("推进", "落实", "贯彻", "推动", "围绕", "聚焦", "提升", "深化", "抓好", "提出", "共计", "安排")


_KEEPS_GOING = re.compile(
    r"(?:延链|补链|强链|加快发展|高效运行|落地见效|提质增效|蓬勃发展|落实落地|稳定性|竞争力|建设|改革)"
)


def _is_known_set(text: str, quantity: RawQuantity, clause: Clause) -> bool:
    """Whether a count only calls a known set by its number: 深入推进15项重大工程, 22个重点产业集群加快发展, 38项指标."""
    if _AID_ABROAD.match(clause.subject):
        return True
    if clause.subject.endswith("指标"):
        around = text[max(0, quantity.start - 24) : clause.end + 16]
        return not any(word in around for word in ("完成", "没有实现", "未实现", "位居", "排名"))
    if not clause.from_right or quantity.unit not in ("项", "个", "条", "大", "批", "名"):
        return False
    if _AID.search(text, quantity.start, clause.end + 6):
        return True
    if quantity.unit in ("批", "名") or not _SET_NOUN.search(text, quantity.next, clause.end):
        return False
    act = clause.act or clause.left.act
    return act in _KEPT_GOING or (not act and _KEEPS_GOING.match(text, clause.end) is not None)


#: Help given to other places is no promise about one's own.
_AID = re.compile(r"驰援|支援|援鄂|援藏|援疆")


_AID_ABROAD = re.compile(r"(?:援助|驰援|支援)(?:外|兄弟)[省地市]|对口支援")


def _modality(text: str, sentence: Sentence, position: int) -> str:
    """The last modal word since the last ；; each stretch of a sentence is searched once, so long ones stay linear."""
    start = max(sentence.start, sentence.searched)
    semicolon = text.rfind("；", start, position)
    if semicolon >= 0:
        start, sentence.modality = semicolon + 1, ""
    for match in _MODALITY.finditer(text, start, position):
        sentence.modality = match.group(0)[:2]
    sentence.searched = max(start, position)
    return sentence.modality

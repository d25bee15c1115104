"""Measured statements in running text: every number that says what is to be reached or was reached."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from lantu.extraction.clauses import (
    RELATIONAL_HEADS,
    LeftSide,
    is_flow_name,
    read_left,
    read_right,
    relate,
    split_items,
    strip_opening,
)
from lantu.extraction.lexicon import ACTS, GENERIC_HEADS, OPENERS, STATE_TAILS
from lantu.extraction.periods import Tense, TimeKind, Timeline, hold_through
from lantu.extraction.quantities import RATIO, RawQuantity, scan_quantities
from lantu.extraction.scope import ScopeReader
from lantu.extraction.screening import Verdict, screen
from lantu.extraction.unit_table import LONGEST_UNIT, UNITS
from lantu.model.document import Block, Document
from lantu.model.finding import Finding, Severity
from lantu.model.statement import Comparator, Measure, Quantity, Statement
from lantu.text.span import Span

_SENTENCE_ENDS = frozenset("。！？\n")
_CLAUSE_BREAK = re.compile(r"[，。；：！？\n\t]")
_LONGEST_LEFT = 90
_LONGEST_RIGHT = 45
_MODALITY = re.compile(
    r"力争|争取(?!中央|上级|到(?!20|“|十))|确保|(?<![^，。；：年\n])计划(?=新|建|完成|投|引进|培|开|改|实施|用|到)|预计|努力实现|努力达到|有望"
)


@dataclass(slots=True)
class _Sentence:
    """What has been read of the sentence at hand, for what later clauses leave out."""

    start: int
    end: int
    span: Span
    subject: str = ""
    scope: str = ""
    measure: Measure | None = None
    act: str = ""
    consumed: int = 0  # where the last statement's words end
    queue: list[str] = field(default_factory=list)  # subjects that 分别 still has to hand out
    queue_left: LeftSide | None = None
    items: list[str] = field(default_factory=list)  # the subjects last handed out
    named: list[str] = field(default_factory=list)  # every subject so far, once each
    modality: str = ""  # the last modal word before ``searched``
    searched: int = 0  # up to where modal words have been looked for
    places: list[str] = field(default_factory=list)  # the places that go with the queue
    names_parts: bool = False  # whether 其中 has opened a list of parts: 其中，甲10名，乙20名


@dataclass(slots=True)
class _Reading:
    """The state of one pass over a document."""

    document: Document
    text: str
    timeline: Timeline
    quantities: list[RawQuantity]
    starts: list[int]  # where each quantity starts
    breaks: list[int]  # where each mark stands that parts clauses
    stops: list[int]  # where each mark stands that ends a sentence
    scopes: ScopeReader
    joined: list[bool]  # whether quantity i hangs on to quantity i-1 by 、 or 和 alone
    statements: list[Statement] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


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
    reading = _Reading(document, text, timeline, quantities, starts, breaks, stops, ScopeReader(document), joined)
    for index, block, tense in timeline.blocks:
        _read_block(reading, index, block, tense)
    return reading.statements, reading.findings


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
    """Gives a number that a chain leaves bare the unit of the next: 提高15、22个百分点."""
    for i in range(len(quantities) - 2, -1, -1):
        quantity, following = quantities[i], quantities[i + 1]
        if (
            joined[i + 1]
            and not quantity.unit
            and not quantity.multiplier
            and not following.multiplier
            and not quantity.chinese
        ):
            quantity.unit = following.unit
        if joined[i + 1] and quantity.unit == "个" and following.unit == "百分点":
            quantity.unit = "百分点"  # 高于全省0.8个和0.6个百分点


def _read_block(reading: _Reading, index: int, block: Block, tense: Tense) -> None:
    """Reads one block's numbers, in the tense in which it opens and that its sentences move."""
    quantities, timeline = reading.quantities, reading.timeline
    i = bisect_left(reading.starts, block.start)
    if i == len(quantities) or quantities[i].start >= block.end:
        return
    m = bisect_left(timeline.starts, block.start)
    sentence: _Sentence | None = None
    while i < len(quantities) and quantities[i].start < block.end:
        quantity = quantities[i]
        if sentence is None or quantity.start >= sentence.end:
            sentence = _sentence_at(reading, block, quantity.start)
        m, tense = hold_through(block, quantity.start, timeline.markers, m, tense, reading.text, timeline.calendar)
        _read_quantity(reading, index, sentence, i, tense)
        i += 1


def _sentence_at(reading: _Reading, block: Block, position: int) -> _Sentence:
    stops = reading.stops
    following = bisect_left(stops, position)
    start = max(block.start, stops[following - 1] + 1) if following else block.start
    stop = min(block.end, stops[following]) if following < len(stops) else block.end
    return _Sentence(start, stop, reading.document.span(start, max(stop, start + 1)), consumed=start)


def _read_quantity(reading: _Reading, index: int, sentence: _Sentence, i: int, tense: Tense) -> None:
    """Reads one number with the words around it, and adds the statement that it makes."""
    text, quantity = reading.text, reading.quantities[i]
    if quantity.start < sentence.consumed:
        return  # a size within a name that was read already: 14个750千伏电网工程
    left_start = _clause_start(reading, sentence, quantity.start)
    left_text = text[left_start : quantity.start]
    verdict = screen(text, quantity, left_text, carried=sentence.subject)
    if verdict is not Verdict.MEASURE:
        if verdict is Verdict.BARE and not quantity.chinese and _binds_a_number(left_text):
            reading.findings.append(_not_understood(reading.document, quantity))
        return
    clause = _read_clause(reading, sentence, i, left_text)
    if clause is None:
        reading.findings.append(_not_understood(reading.document, quantity))
        return
    if _is_known_set(text, quantity, clause):
        return
    place = _chain_place(reading, i)
    chain = place + _chain_length(reading, i)
    tense = reading.timeline.tense_at(text, sentence.start, quantity.start, tense, place=place, chain=chain)
    part_start = left_start if sentence.subject else sentence.start
    measure = _settled_measure(reading, sentence, quantity, clause, tense, part_start)
    clause.subject, scope = _scope(reading, index, sentence, clause.subject)
    reading.statements.append(_statement(reading, index, sentence, i, clause, measure, tense, scope))
    sentence.subject, sentence.measure = clause.subject, measure
    sentence.act, sentence.consumed = clause.act, clause.end
    if clause.subject not in sentence.named:
        sentence.named.append(clause.subject)


@dataclass(slots=True)
class _Clause:
    """What the words around a number were read to say.

    Attributes:
        subject: What is measured.
        act: The act that governs the number, or "".
        end: Where the words of the statement end.
        left: What stands before the number.
        from_right: Whether the subject stands behind the number.
        carried: Whether the act is carried on from the number before.
    """

    subject: str
    act: str
    end: int
    left: LeftSide
    from_right: bool
    carried: bool


def _read_clause(reading: _Reading, sentence: _Sentence, i: int, left_text: str) -> _Clause | None:
    """The clause of a number; None where it has no subject."""
    quantity = reading.quantities[i]
    if reading.joined[i] and sentence.queue and sentence.queue_left is not None:
        left, subject, act, end = sentence.queue_left, sentence.queue.pop(0), sentence.act, quantity.next
    else:
        left = read_left(left_text)
        subject, act, end = _subject(reading, sentence, i, left)
    subject = subject.strip("“”、，· ") if subject.count("“") != subject.count("”") else subject.strip("、，· ")
    if not subject:
        return None
    carried = bool(left.measure is None and _carried_act(reading.text, sentence, left))
    return _Clause(subject, act, end, left, end > quantity.next, carried)


def _settled_measure(
    reading: _Reading, sentence: _Sentence, quantity: RawQuantity, clause: _Clause, tense: Tense, part_start: int
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
        sentence.names_parts = sentence.names_parts or _PART_OF.match(reading.text, part_start) is not None
        if sentence.names_parts:
            return _measure_of_whole(reading.statements, quantity.unit)
    return measure


#: Of a sentence longer than this only the words around the number are kept.
_LONGEST_SENTENCE = 1200
_AROUND = 300


def _sentence_span(document: Document, sentence: _Sentence, quantity: RawQuantity) -> Span:
    if sentence.end - sentence.start <= _LONGEST_SENTENCE:
        return sentence.span
    start, end = max(sentence.start, quantity.start - _AROUND), min(sentence.end, quantity.end + _AROUND)
    return document.span(start, end)


def _hoped_for(sentence: _Sentence, quantity: RawQuantity, clause: _Clause, measure: Measure) -> Measure:
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


def _statement(
    reading: _Reading,
    index: int,
    sentence: _Sentence,
    i: int,
    clause: _Clause,
    measure: Measure,
    tense: Tense,
    scope: str,
) -> Statement:
    document, quantity = reading.document, reading.quantities[i]
    span = document.span(quantity.start, quantity.end)
    acts = (f"act:{clause.act}",) if clause.act else ()
    return Statement(
        span=span,
        text=document.original(span),
        kind=tense.kind,
        subject=clause.subject,
        measure=measure,
        quantity=Quantity(
            quantity.value, quantity.unit.replace(RATIO, ""), _comparator(reading, i, clause.left), quantity.high
        ),
        period=tense.period(measure, origin=clause.left.origin),
        scope=scope,
        modality=_modality(reading.text, sentence, quantity.start),
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


def _scope(reading: _Reading, index: int, sentence: _Sentence, subject: str) -> tuple[str, str]:
    """The subject without the place that opens it, and the place; else what the sentence or the headings name."""
    if sentence.places:
        return subject, sentence.places.pop(0)
    places = reading.scopes.split(subject)
    if places.names:
        sentence.scope = "、".join(places.names)
        return places.subject, sentence.scope
    if not sentence.scope:
        opening = reading.text[sentence.start : sentence.start + 30]
        sentence.scope = reading.scopes.of_sentence(opening) or reading.scopes.of_block(index) or "-"
    return subject, sentence.scope.strip("-") if reading.scopes.by_heading else ""


def _clause_start(reading: _Reading, sentence: _Sentence, position: int) -> int:
    """Where the clause of a number begins: behind the last break, the last statement, or an open bracket."""
    text, breaks = reading.text, reading.breaks
    start = max(sentence.consumed, position - _LONGEST_LEFT)
    last = bisect_left(breaks, position) - 1
    if last >= 0 and breaks[last] >= start:
        start = breaks[last] + 1
    if text.find("、", start, position) >= 0:
        closed = _COMPLETE.search(text, start, position)
        if closed:
            start = closed.end()
    opened = text.rfind("（", start, position)
    if opened >= 0 and text.find("）", opened, position) < 0:
        return opened + 1
    return start


#: A predicate that is complete before a 、, so that the next subject begins behind it: 花卉产量全球第一、优质鲜切花占比|60%.
_COMPLETE = re.compile(
    r"(?:第[一二三四五六七八九十\d]+位?(?!、[二三四])|首位|前列|全覆盖|清零|持平|全面实施|翻番|倍增|收官|全部通车|投运)、"
)


def _subject(reading: _Reading, sentence: _Sentence, i: int, left: LeftSide) -> tuple[str, str, int]:
    """The subject of a number, the act that governs it, and where the statement's words end."""
    text, quantity = reading.text, reading.quantities[i]
    opening = strip_opening(left.core)
    core = opening.subject
    if core in OPENERS and core not in ACTS:
        core = ""
    if left.act in _YIELDING and core.endswith(left.act):
        core = core[: -len(left.act)]
    only_act = (core == left.act or core in ACTS) and not (opening.act and core in _HANDED_OUT)
    if _may_have_right(text, quantity, left):
        right, right_end = read_right(text, quantity.next, min(len(text), quantity.next + _LONGEST_RIGHT))
        if right and (only_act or not core or left.act or core.endswith("等") or not _binds_left(left)):
            right = _with_left(reading, i, right, right_end, "" if only_act or left.act else core, opening.act)
            return right, left.act or opening.act or sentence.act, right_end
    if only_act or not core:
        return _without_noun(reading, sentence, i, left, core)
    if core in RELATIONAL_HEADS and sentence.subject and not left.core.startswith(("全省", "全市", "全年")):
        carried = "" if left.measure is Measure.LEVEL else sentence.act
        return relate(sentence.subject, core), opening.act or carried, quantity.next
    if core.startswith("占") and not core.startswith(("占地面积", "占用", "占补")) and sentence.subject:
        return sentence.subject + core, "", quantity.next
    if core in GENERIC_HEADS:
        return sentence.subject or _previous_clause(text, sentence, quantity.start) or core, "", quantity.next
    _queue_items(reading, sentence, i, left, core)
    subject = sentence.queue.pop(0) if sentence.queue else core
    return subject, opening.act or left.act or _carried_act(text, sentence, left), quantity.next


#: Acts that stand behind their noun and are no part of its name: 科技成果转化企业新增|1013家.
_YIELDING = frozenset({"新增", "新建", "新认定", "净增", "新设", "新开工", "完成"})
#: Acts that name as well what is handed out: 发放|补贴.
_HANDED_OUT = frozenset({"补贴", "奖励"})
_RATES = frozenset({"%", "百分点", "倍", "‰"})


def _binds_left(left: LeftSide) -> bool:
    """Whether a word ties the number to what stands before it: 达到|30家, 超过|200项; 改造提升|21条 does not."""
    return left.comparator is not None or left.measure is Measure.LEVEL or left.distributive


def _with_left(reading: _Reading, i: int, right: str, right_end: int, core: str, act: str) -> str:
    """The noun behind the number, completed by its neighbours: 农村宅基地|两项|试点任务, 5个国家级、20个省级|产业园."""
    if right.endswith(("国家级", "省级", "市级", "县级", "亿级")) and i + 1 < len(reading.quantities):
        return right + _shared_head(reading, i, right_end)
    if core and act and "、" not in core and not core.endswith(_PLACE_ENDINGS):
        return core + right
    return right


_PLACE_ENDINGS = ("区", "市", "县", "省", "州", "园", "等", "平台", "、", "城", "镇", "村", "企业", "地区")
_SUPPORT = re.compile(r"(?:给予|支持|用于|推动|奖补|补贴|资助|保障|扶持|发展|建设)([^，。；！？\n]{2,24})")


def _without_noun(reading: _Reading, sentence: _Sentence, i: int, left: LeftSide, act: str) -> tuple[str, str, int]:
    """The subject of a number that has no noun beside it: 同比增长9.4%, 治理14.8万亩, 投入4.8亿元给予人才支持."""
    text, quantity = reading.text, reading.quantities[i]
    if act:
        purpose = _SUPPORT.match(text, quantity.next)
        if purpose:
            return purpose.group(1), act, quantity.next
        _queue_again(reading, sentence, i, left)
        if sentence.queue:
            sentence.act = act
            return sentence.queue.pop(0), act, quantity.next
        if act in RELATIONAL_HEADS and sentence.subject:
            return relate(sentence.subject, act), act, quantity.next
        previous = _previous_clause(text, sentence, quantity.start)
        return previous or sentence.subject or act, act, quantity.next
    _queue_again(reading, sentence, i, left)
    subject = (
        sentence.queue.pop(0)
        if sentence.queue
        else sentence.subject or _previous_clause(text, sentence, quantity.start)
    )
    return subject, sentence.act if left.measure is None else "", quantity.next


_CAMPAIGN = re.compile(r"(?:专项)?(?:行动|工程|计划|工作|任务|制度|政策)$")


def _previous_clause(text: str, sentence: _Sentence, position: int) -> str:
    """What the clause before speaks of, where an act alone stands before the number."""
    if sentence.subject:
        return sentence.subject
    comma = text.rfind("，", sentence.start, position)
    if comma < 0:
        return ""
    start = (
        max(text.rfind("，", sentence.start, comma), text.rfind("；", sentence.start, comma), sentence.start - 1) + 1
    )
    subject = strip_opening(text[start:comma]).subject
    verb = _VERB.search(subject)
    if verb and verb.start() >= 3:
        return subject[: verb.start()][-20:]
    return _CAMPAIGN.sub("", subject)[-16:]


_VERB = re.compile(
    r"(?:建设)?实现|持续|稳步|加快|不断|进一步|全面|顺利|有序|深入|扎实|达到|位居|创历史|再创|更加|明显|显著|大幅"
)


def _carried_act(text: str, sentence: _Sentence, left: LeftSide) -> str:
    """The act that still governs a coordinated object: 改造老旧小区1428个、老旧管网|7842公里."""
    if (
        sentence.act
        and left.measure is None
        and text[sentence.consumed : sentence.consumed + 1] in ("、", "和", "及", "与")
    ):
        return sentence.act
    return ""


def _may_have_right(text: str, quantity: RawQuantity, left: LeftSide) -> bool:
    following = text[quantity.next : quantity.next + 1]
    if not following or not ("\u4e00" <= following <= "\u9fff" or following in "“《" or following.isdigit()):
        return False
    if _NO_NOUN.match(text, quantity.next):
        return False
    if quantity.unit in ("%", "百分点", "倍", "‰"):
        return following == "的" or (not left.core and left.measure is None)
    return True


#: What follows a number without being counted by it.
_NO_NOUN = re.compile(
    r"级?(?:台阶|大关|关口|门槛|行列)|发展水平|规模|目标|以上|的(?:目标|速度|规模|水平|基础)|左右|和(?!美|谐|田|平)|及|与|或|并|至|到|后(?!备)|内(?!外|陆)|中(?![外小学医国央等高])"
)


def _shared_head(reading: _Reading, i: int, right_end: int) -> str:
    """5个国家级、20个省级现代农业产业园: the head that the first number shares with the second."""
    following = next((one for one in reading.quantities[i + 1 : i + 3] if one.start >= right_end), None)
    if following is None or following.start - right_end > 2:
        return ""
    head, _ = read_right(reading.text, following.next, min(len(reading.text), following.next + _LONGEST_RIGHT))
    return re.sub(r"^(?:国家|省|市|县|\d*[十百千]?亿)级", "", head)


def _queue_again(reading: _Reading, sentence: _Sentence, i: int, left: LeftSide) -> None:
    """Hands subjects out again: 分别从645元、4318元提高到|801元、7226元; 游客2.9亿人次，收入3270亿元，分别增长|11.5%和9.7%."""
    count = _chain_length(reading, i)
    if count < 2:
        return
    if len(sentence.items) == count:
        sentence.queue, sentence.queue_left = list(sentence.items), left
    elif (left.distributive or left.core.endswith("分别") or left.core.startswith("分别")) and len(
        sentence.named
    ) >= count:
        sentence.queue, sentence.queue_left = sentence.named[-count:], left


def _chain_length(reading: _Reading, i: int) -> int:
    """How many numbers hang together from number ``i`` on."""
    count = 1
    while count < _LONGEST_CHAIN and i + count < len(reading.joined) and reading.joined[i + count]:
        count += 1
    return count


def _chain_place(reading: _Reading, i: int) -> int:
    """How many numbers of its chain stand before number ``i``."""
    place = 0
    while place < _LONGEST_CHAIN and reading.joined[i - place]:
        place += 1
    return place


#: No list of the genre hands out more numbers; without a bound an endless chain would be walked from each of its links.
_LONGEST_CHAIN = 16


def _queue_items(reading: _Reading, sentence: _Sentence, i: int, left: LeftSide, core: str) -> None:
    """Prepares the subjects that 分别, or a plain chain of numbers, hands out."""
    count = _chain_length(reading, i)
    sentence.queue, sentence.queue_left, sentence.items = [], None, []
    if count < 2:
        return
    places = reading.scopes.split(core)
    if len(places.names) == count:
        sentence.places, items = list(places.names), [places.subject] * count
    else:
        items = split_items(core, count)
    if len(items) == count:
        sentence.queue, sentence.items = items, list(items)
    elif left.distributive and len(items) > count:
        sentence.queue = items[-count:]
    else:
        sentence.queue = [core] * count
    sentence.queue_left = left


_SET_NOUN = re.compile(
    r"(?:重大工程|重点任务|重点产业链|产业链|战略|措施|举措|政策措施|行动|制度改革|任务|工程|产业集群|产业基地|部署|要求|指标|工作)$"
)
_KEPT_GOING = ("推进", "落实", "贯彻", "推动", "围绕", "聚焦", "提升", "深化", "抓好", "提出", "共计", "安排")
_KEEPS_GOING = re.compile(
    r"(?:延链|补链|强链|加快发展|高效运行|落地见效|提质增效|蓬勃发展|落实落地|稳定性|竞争力|建设|改革)"
)


def _is_known_set(text: str, quantity: RawQuantity, clause: _Clause) -> bool:
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


def _comparator(reading: _Reading, i: int, left: LeftSide) -> Comparator:
    quantity = reading.quantities[i]
    if quantity.high is not None:
        return Comparator.RANGE
    after = quantity.after
    following = i + 1
    last = min(len(reading.joined), i + _LONGEST_CHAIN)
    while after is None and following < last and reading.joined[following]:
        after = reading.quantities[following].after
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


def _modality(text: str, sentence: _Sentence, position: int) -> str:
    """The last modal word since the last ；; each stretch of a sentence is searched once, so long ones stay linear."""
    start = max(sentence.start, sentence.searched)
    semicolon = text.rfind("；", start, position)
    if semicolon >= 0:
        start, sentence.modality = semicolon + 1, ""
    for match in _MODALITY.finditer(text, start, position):
        sentence.modality = match.group(0)[:2]
    sentence.searched = max(start, position)
    return sentence.modality

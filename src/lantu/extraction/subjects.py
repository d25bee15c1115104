"""What a number measures: the noun before it, the noun behind it, or the one that an earlier clause named."""

import re
from bisect import bisect_left

from lantu.extraction.clauses import (
    RELATIONAL_HEADS,
    LeftSide,
    read_left,
    read_right,
    relate,
    split_items,
    strip_opening,
)
from lantu.extraction.lexicon import ACTS, GENERIC_HEADS, OPENERS
from lantu.extraction.quantities import RawQuantity
from lantu.extraction.sentences import Clause, Scan, Sentence, chain_length
from lantu.model.statement import Measure

_LONGEST_LEFT = 90


_LONGEST_RIGHT = 45


def read_clause(scan: Scan, sentence: Sentence, i: int, left_text: str) -> Clause | None:
    """The clause of a number; None where it has no subject."""
    quantity = scan.quantities[i]
    if scan.joined[i] and sentence.queue and sentence.queue_left is not None:
        left, subject, act, end = sentence.queue_left, sentence.queue.pop(0), sentence.act, quantity.next
    else:
        left = read_left(left_text)
        subject, act, end = _subject(scan, sentence, i, left)
    subject = subject.strip("“”、，· ") if subject.count("“") != subject.count("”") else subject.strip("、，· ")
    if not subject:
        return None
    carried = bool(left.measure is None and _carried_act(scan.text, sentence, left))
    return Clause(subject, act, end, left, end > quantity.next, carried)


def clause_start(scan: Scan, sentence: Sentence, position: int) -> int:
    """Where the clause of a number begins: behind the last break, the last statement, or an open bracket."""
    text, breaks = scan.text, scan.breaks
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


def _subject(scan: Scan, sentence: Sentence, i: int, left: LeftSide) -> tuple[str, str, int]:
    """The subject of a number, the act that governs it, and where the statement's words end."""
    text, quantity = scan.text, scan.quantities[i]
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
            right = _with_left(scan, i, right, right_end, "" if only_act or left.act else core, opening.act)
            return right, left.act or opening.act or sentence.act, right_end
    if only_act or not core:
        return _without_noun(scan, sentence, i, left, core)
    if core in RELATIONAL_HEADS and sentence.subject and not left.core.startswith(("全省", "全市", "全年")):
        carried = "" if left.measure is Measure.LEVEL else sentence.act
        return relate(sentence.subject, core), opening.act or carried, quantity.next
    if core.startswith("占") and not core.startswith(("占地面积", "占用", "占补")) and sentence.subject:
        return sentence.subject + core, "", quantity.next
    if core in GENERIC_HEADS:
        return sentence.subject or _previous_clause(text, sentence, quantity.start) or core, "", quantity.next
    _queue_items(scan, sentence, i, left, core)
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


def _with_left(scan: Scan, i: int, right: str, right_end: int, core: str, act: str) -> str:
    """The noun behind the number, completed by its neighbours: 农村宅基地|两项|试点任务, 5个国家级、20个省级|产业园."""
    if right.endswith(("国家级", "省级", "市级", "县级", "亿级")) and i + 1 < len(scan.quantities):
        return right + _shared_head(scan, i, right_end)
    if core and act and "、" not in core and not core.endswith(_PLACE_ENDINGS):
        return core + right
    return right


_PLACE_ENDINGS = ("区", "市", "县", "省", "州", "园", "等", "平台", "、", "城", "镇", "村", "企业", "地区")


_SUPPORT = re.compile(r"(?:给予|支持|用于|推动|奖补|补贴|资助|保障|扶持|发展|建设)([^，。；！？\n]{2,24})")


def _without_noun(scan: Scan, sentence: Sentence, i: int, left: LeftSide, act: str) -> tuple[str, str, int]:
    """The subject of a number that has no noun beside it: 同比增长9.4%, 治理14.8万亩, 投入4.8亿元给予人才支持."""
    text, quantity = scan.text, scan.quantities[i]
    if act:
        purpose = _SUPPORT.match(text, quantity.next)
        if purpose:
            return purpose.group(1), act, quantity.next
        _queue_again(scan, sentence, i, left)
        if sentence.queue:
            sentence.act = act
            return sentence.queue.pop(0), act, quantity.next
        if act in RELATIONAL_HEADS and sentence.subject:
            return relate(sentence.subject, act), act, quantity.next
        previous = _previous_clause(text, sentence, quantity.start)
        return previous or sentence.subject or act, act, quantity.next
    _queue_again(scan, sentence, i, left)
    subject = (
        sentence.queue.pop(0)
        if sentence.queue
        else sentence.subject or _previous_clause(text, sentence, quantity.start)
    )
    return subject, sentence.act if left.measure is None else "", quantity.next


_CAMPAIGN = re.compile(r"(?:专项)?(?:行动|工程|计划|工作|任务|制度|政策)$")


def _previous_clause(text: str, sentence: Sentence, position: int) -> str:
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


def _carried_act(text: str, sentence: Sentence, left: LeftSide) -> str:
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


def _shared_head(scan: Scan, i: int, right_end: int) -> str:
    """5个国家级、20个省级现代农业产业园: the head that the first number shares with the second."""
    following = next((one for one in scan.quantities[i + 1 : i + 3] if one.start >= right_end), None)
    if following is None or following.start - right_end > 2:
        return ""
    head, _ = read_right(scan.text, following.next, min(len(scan.text), following.next + _LONGEST_RIGHT))
    return re.sub(r"^(?:国家|省|市|县|\d*[十百千]?亿)级", "", head)


def _queue_again(scan: Scan, sentence: Sentence, i: int, left: LeftSide) -> None:
    """Hands subjects out again: 分别从645元、4318元提高到|801元、7226元; 游客2.9亿人次，收入3270亿元，分别增长|11.5%和9.7%."""
    count = chain_length(scan, i)
    if count < 2:
        return
    if len(sentence.items) == count:
        sentence.queue, sentence.queue_left = list(sentence.items), left
    elif (left.distributive or left.core.endswith("分别") or left.core.startswith("分别")) and len(
        sentence.named
    ) >= count:
        sentence.queue, sentence.queue_left = sentence.named[-count:], left


def _queue_items(scan: Scan, sentence: Sentence, i: int, left: LeftSide, core: str) -> None:
    """Prepares the subjects that 分别, or a plain chain of numbers, hands out."""
    count = chain_length(scan, i)
    sentence.queue, sentence.queue_left, sentence.items = [], None, []
    if count < 2:
        return
    places = scan.scopes.split(core)
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

"""Promises without a number of their own: 高于全国平均水平, 与经济增长基本同步, 等待国家下达, 进入全国前列."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from lantu.extraction.clauses import read_left, strip_opening
from lantu.extraction.periods import Tense, Timeline
from lantu.model.document import Block, Document
from lantu.model.finding import Finding
from lantu.model.statement import Comparator, Measure, OpenTarget, Quantity, Statement, StatementKind

_LEVEL = r"(?:全国|国家|全省|全市|全区|东部地区|西部地区|同类地区|同期|经济增长|经济增速|居民收入|地区生产总值)"

#: Each kind with the words that put it; the first group, where there is one, is what it is compared with.
_FORMS: tuple[tuple[OpenTarget, Comparator, re.Pattern[str]], ...] = (
    (OpenTarget.AWAITED, Comparator.EQ, re.compile(r"(?:等待|完成|待|达到|控制在|按照)?(?:国家|省|上级|自治区)(?:规定|核定|确定)?(?:的)?下达(?:的)?(?:任务|目标|指标|计划)?(?:要求|以内|范围内|为准)?|完成国家(?:规定|要求|确定)?(?:的)?(?:任务|目标|要求)|(?:完成|达到)国家(?:要求|规定)|国家下达")),
    (OpenTarget.RELATIVE, Comparator.GT, re.compile(rf"(?:高于|快于|超过|好于|优于|高出)((?:{_LEVEL})(?:的)?(?:平均)?(?:水平|增速|增长速度|增长|速度)?|地区生产总值增速|经济增长速度)")),
    (OpenTarget.RELATIVE, Comparator.LT, re.compile(rf"(?<!不)(?:低于)((?:{_LEVEL})(?:的)?(?:平均)?(?:水平|增速)?)")),
    (OpenTarget.RELATIVE, Comparator.GE, re.compile(rf"(?:不低于)((?:{_LEVEL})(?:的)?(?:平均)?(?:水平|增速)?)")),
    (OpenTarget.RELATIVE, Comparator.APPROX, re.compile(r"与((?:全国|经济|地区生产总值|国内生产总值|居民收入|劳动生产率)(?:增长|发展|提高|增速)?)(?:保持)?(?:基本)?(?:同步|持平|相当)|(?:达到|接近)((?:全国|国家)平均水平)")),
    (OpenTarget.RANKED, Comparator.LE, re.compile(r"(?:进入|跻身|位居|保持|居|走在|位列|处于|稳居)(?:全国|国家|全省|东北|西部|世界)?(?:先进|领先|第一)?(?:行列|前列|全国领先|方阵|第一方阵|领先水平|先进水平|前茅)")),
    (OpenTarget.DIRECTION, Comparator.GE, re.compile(r"只增不减|稳中有升|稳步提升|稳步增长|持续提高|逐年提高|保持稳定增长")),
    (OpenTarget.DIRECTION, Comparator.LE, re.compile(r"只减不增|持续下降|稳中有降|逐年下降|继续下降")),
)  # fmt: skip
#: Open targets are promises only of a measured thing; elsewhere they are prose.
_MEASURED = re.compile(
    r"(?:率|比重|占比|比例|额|量|收入|面积|指数|浓度|强度|投资|增加值|总值|价格|就业|能耗|排放|份额|水平|规模|支出|寿命|产值|便利度|满意度|速度|消费|水质|质量|数)$"
)


@dataclass(frozen=True, slots=True)
class OpenForm:
    """What sort of open target some words put."""

    kind: OpenTarget
    comparator: Comparator
    reference: str
    start: int
    end: int


def classify_open_target(text: str) -> OpenForm | None:
    """The open target that a cell or phrase puts; None where it puts none."""
    for kind, comparator, form in _FORMS:
        match = form.search(text)
        if match:
            reference = next((group for group in match.groups() if group), "")
            binds = Comparator.LE if _CEILING.search(match.group()) else comparator
            return OpenForm(kind, binds, reference, match.start(), match.end())
    return None


def _carried_subject(text: str, sentence_start: int, clause_start: int) -> str:
    """The subject of the clause before: 研发投入强度达到2.9%，|高于全国平均水平."""
    if text[clause_start - 1 : clause_start] != "，":
        return ""
    start = max(sentence_start, *(text.rfind(mark, sentence_start, clause_start - 1) + 1 for mark in "，："))
    number = _DIGIT.search(text, start, clause_start)
    return strip_opening(read_left(text[start : number.start()]).core).subject if number else ""


_DIGIT = re.compile(r"\d")
_CEILING = re.compile(r"控制在|以内|范围内")


def _measure_of(words: str) -> Measure:
    """The change that a direction speaks of: 逐年下降 is a decline, 只增不减 holds a level."""
    if words.endswith("下降"):
        return Measure.DECLINE
    return Measure.GROWTH if words.endswith(("提高", "提升", "增长", "有升")) else Measure.LEVEL


#: Words that every form holds; the forms themselves are tried only around these.
_TRIGGER = re.compile(
    r"下达|国家(?:规定|要求|任务|目标)|同步|持平|相当|行列|前列|方阵|领先水平|先进水平|前茅|平均水平|全国水平|国家水平|全省水平|全国增速|经济增长|经济增速|生产总值增速"
    r"|只增不减|稳中有升|稳步提升|稳步增长|持续提高|逐年提高|保持稳定增长|只减不增|持续下降|稳中有降|逐年下降|继续下降"
)
_BEFORE_TRIGGER, _AFTER_TRIGGER = 16, 12


def extract_open_targets(document: Document, timeline: Timeline) -> tuple[list[Statement], list[Finding]]:
    """The document's targets without a number in running text, in order.

    Reads: paragraphs, headings and boxes that look ahead. Writes: statements whose quantity has no value, with its
    words and what it is compared with. What a report says was reached is no target and is left out.
    """
    text = document.clean.text
    statements: list[Statement] = []
    triggers = [match.start() for match in _TRIGGER.finditer(text)]
    position = last_end = 0
    for index, block, tense in timeline.blocks:
        if tense.kind is not StatementKind.TARGET:
            continue
        position = bisect_left(triggers, block.start, position)
        while position < len(triggers) and triggers[position] < block.end:
            low = max(last_end, block.start, triggers[position] - _BEFORE_TRIGGER)
            found = classify_open_target(text[low : min(block.end, triggers[position] + _AFTER_TRIGGER)])
            position += 1
            if found is None:
                continue
            form = replace(found, start=low + found.start, end=low + found.end)
            statement = _read(document, timeline, index, block, form, tense)
            if statement is not None:
                statements.append(statement)
                last_end = form.end
    return statements, []


def _read(
    document: Document, timeline: Timeline, index: int, block: Block, form: OpenForm, tense: Tense
) -> Statement | None:
    text = document.clean.text
    earliest = max(block.start, form.start - _LONGEST_SENTENCE)
    sentence_start = max(earliest, *(text.rfind(mark, earliest, form.start) + 1 for mark in "。！？；"))
    clause_start = max(sentence_start, *(text.rfind(mark, sentence_start, form.start) + 1 for mark in "，："))
    left = read_left(text[clause_start : form.start])
    subject = strip_opening(left.core).subject or _carried_subject(text, sentence_start, clause_start)
    if not _MEASURED.search(subject):
        return None
    tense = timeline.tense_at(text, sentence_start, form.start, tense)
    words = text[form.start : form.end]
    measure = left.measure or _measure_of(words)
    span = document.span(form.start, form.end)
    end = _SENTENCE_END.search(text, form.end, min(block.end, form.end + _LONGEST_SENTENCE))
    modality = _MODALITY.search(text, sentence_start, form.start)
    return Statement(
        span=span,
        text=document.original(span),
        kind=tense.kind,
        subject=subject,
        measure=measure,
        quantity=Quantity(None, "", form.comparator, open_target=form.kind, words=words, reference=form.reference),
        period=tense.period(measure),
        modality=modality.group(0) if modality else "",
        sentence=document.span(sentence_start, end.start() if end else block.end),
        block=index,
        page=document.source.page_of(span.start),
        reasons=(f"open:{form.kind.value}", f"period:{tense.reason}"),
    )


#: A sentence is not looked for further back than this, so that one endless line costs no more than many short ones.
_LONGEST_SENTENCE = 600
_SENTENCE_END = re.compile(r"[。！？；\n]")
_MODALITY = re.compile(r"力争|争取|确保|努力")

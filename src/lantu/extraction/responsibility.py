"""Notes that say who answers for a piece of work: （责任单位：…）, （…牵头，…配合）, 牵头单位：….

The module reads cleaned text and gives offsets in it; ``responsibility_of`` turns a note into the model's value, with
spans in the original.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lantu.extraction.unit_names import UnitName, read_units
from lantu.model.document import Document
from lantu.model.task import Responsibility, ResponsibleUnit
from lantu.vocabulary.organisations import department_prefix, is_collective, is_organisation

LEAD, SUPPORTING, RESPONSIBLE = "lead", "supporting", "responsible"


@dataclass(frozen=True, slots=True)
class NotedUnit:
    """A unit of a note, with what it has to do there."""

    unit: UnitName
    role: str


@dataclass(frozen=True, slots=True)
class Note:
    """A note of responsibility in the cleaned text, brackets included.

    Attributes:
        start: Its first character.
        end: One past the last.
        units: Who answers, in the order written.
        is_open: Whether 等 leaves a list of units open.
        leaders: Persons that it names.
        deadline: When the work is to be done, as written.
    """

    start: int
    end: int
    units: tuple[NotedUnit, ...] = ()
    is_open: bool = False
    leaders: tuple[str, ...] = ()
    deadline: str = ""


@dataclass(frozen=True, slots=True)
class _Section:
    """What stands under one label: 牵头单位：…."""

    label: str
    start: int
    end: int


#: A note is not longer than this; what is longer is a paragraph in brackets.
_LONGEST = 800
_ROUND = re.compile(rf"（(?:[^（）\n]{{1,{_LONGEST}}}+|（[^（）\n]{{0,80}}+）){{0,40}}+）")
_SQUARE = re.compile(rf"[〔【\[〖][^〔〕【】\[\]〖〗\n]{{0,{_LONGEST}}}+[〕】\]〗]")
_OPENING = re.compile(r"[（〔【\[](?:责任|牵头|配合|协助)(?:单位|部门)：")
_CUE = re.compile(r"责任|牵头|负责|配合|落实|分工|单位|部门|协助|参与|主办|实施")

_LABEL_WORDS = (
    r"(?:第一|首要|主要|直接)?(?:责任|牵头|主办|协办|承办|配合|协助|参加|参与|支持|协同|主责|负责|落实|实施|主管|分管|包保|督办|督导|完成|办结|时间|整改)"
    r"(?:责任|实施|配合|协调)?"
)
_LABEL_HEADS = "单位|部门|处室|科室|机构|主体|地区|省直单位|领导|人员?|时限|时间|期限|要求|节点"
#: 责任单位：, 牵头部门（第一个为牵头单位）：, 配合：, 完成时限：.
_LABEL = re.compile(
    rf"(?P<word>{_LABEL_WORDS}(?:{_LABEL_HEADS})|(?<![\u4e00-\u9fff])(?:牵头|责任|配合|协助|时限)|(?:市级|省级|县级)?(?:责任|牵头|配合|实施)(?:{_LABEL_HEADS})(?:及分工)?)"
    r"(?P<rule>（[^（）]{0,40}）)?：(?:为|是)?"
)
_FIRST_LABEL = re.compile(
    r"(?P<word>(?:责任|牵头|配合|协助|主办|协办)(?:单位|部门))(?P<rule>（[^（）]{0,40}）)?[：为是]?"
)
#: The end of any label, for a first look: most documents hold none.
_LABEL_END = re.compile(rf"(?:{_LABEL_HEADS})(?:（[^（）\n]{{0,40}}）)?：")
#: A label of a note without brackets stands at the head of a line or after a sentence.
_OPEN_LINE = re.compile(
    rf"(?:^|(?<=[。；）]))(?=[第首主直责牵协承配参支落实分包督完办时整市省县负](?:{_LABEL_WORDS}|[级要一接])?)(?:市级|省级|县级)?{_LABEL_WORDS}(?:{_LABEL_HEADS})(?:（[^（）\n]{{0,40}}）)?：",
    re.MULTILINE,
)

_BY_SHARE = r"(?:(?:按照?|根据|依据|依照)?(?:各自|工作|部门|单位|任务)?(?:职责|职能|责任|分工|权限|任务)(?:任务|范围|分工)*(?:要求)?)"
#: How it is to be done, and what: 牵头, 按职责分工负责, 配合, 具体组织实施. A verb ends its clause.
_VERB = re.compile(
    rf"(?:为(?:主|(?:牵头|主要)?责?任?)?|{_BY_SHARE}|分别|共同|具体|联合|组织|依法|积极|主要|协同|密切|做好|抓好|统筹|全力){{0,6}}"
    r"(?P<verb>牵头|为主|负责|配合|协助|参与|参加|协办|主办|承办|落实|承担|实施|推进|支持|组织)"
    r"(?:单位|部门|组织|负责|落实|实施|推进|协调|配合|工作|抓总|抓好|执行|督导|推动|指导|，?各(?:有关|相关)?(?:部门|单位)?按(?:职责)?分工(?:负责|落实)){0,6}"
    r"(?=[，,；;。、）〕】\]〗]|$)"
)
#: When it is to be done, after the units: ；2027年6月底前完成.
_TIME = re.compile(r"[，；。](?P<time>(?:于|在)?\d{4}年[^，；。：、]{0,14}|(?:长期|持续)(?:坚持|推进|实施)|立即整改)$")
_JOINTLY = re.compile(r"会同|会商|商(?=[省市县各有相])")
_SEPARATORS = "，,；;。、 \t"


def find_notes(text: str) -> tuple[Note, ...]:
    """The notes of responsibility in a cleaned text, in order.

    EBNF::

        note    = open , ( labelled | clauses | bare ) , close | lines ;
        open    = "（" | "〔" | "【" | "[" ;
        lines   = labelled , [ newline , labelled ] ;

    Text: （责任单位：省教育厅）, （省教育厅牵头，省财政厅配合）, 〔省教育厅、省财政厅按职责分工负责〕, and lines
    such as 牵头单位：省教育厅 with 完成时限：2027年6月底 under it.
    """
    bracketed = [note for pattern in (_ROUND, _SQUARE) for note in _bracketed_notes(text, pattern)]
    bracketed.sort(key=lambda note: note.start)
    return tuple(sorted([*bracketed, *_line_notes(text, bracketed)], key=lambda note: note.start))


def read_note(text: str, start: int = 0, end: int | None = None) -> Note | None:
    """The note that characters ``start`` to ``end`` are, brackets left out; None where they are none.

    EBNF::

        labelled = section , { [ "；" ] , section } ;
        section  = label , "：" , ( clauses | units | persons | time ) ;
        clauses  = clause , { "，" , clause } , [ "，" , units ] ;
        clause   = units , [ "会同" , units ] , verb ;
        verb     = "牵头" | "负责" | "配合" | "按职责分工负责" | ... ;
        bare     = unit , { "、" , unit } ;

    A note in clauses, or a bare one, has to name bodies throughout: （由企业牵头组建） is no note.
    """
    end = len(text) if end is None else end
    sections = _sections(text, start, end)
    if sections:
        return _labelled_note(text, start, end, sections)
    time = _TIME.search(text, start, end)
    if time:
        note = read_note(text, start, time.start())
        return replace(note, end=end, deadline=time["time"]) if note else None
    if not _VERB.search(text, start, end):
        return _bare_note(text, start, end)
    units, is_open = _read_clauses(text, start, end, RESPONSIBLE)
    if not units or not all(_is_body(noted.unit) for noted in units) or not _ends_in_verb(text, start, end):
        return None
    return Note(start, end, tuple(units), is_open)


def responsibility_of(document: Document, note: Note) -> Responsibility:
    """The note as the model knows it, with spans in the original text."""
    span = document.span(note.start, note.end)
    units = (
        ResponsibleUnit(
            noted.unit.name, noted.role, noted.unit.is_group, document.span(noted.unit.start, noted.unit.end)
        )
        for noted in note.units
    )
    return Responsibility(span, document.original(span), tuple(units), note.is_open, note.leaders, note.deadline)


def is_doubtful(unit: UnitName) -> bool:
    """Whether a name under 责任单位： may be no unit at all: a clause, a sentence, a single character.

    Short names without a body's ending (鞍钢, 一汽) are taken as written.
    """
    return not _is_body(unit) and not 2 <= len(unit.name) <= 10


def unclosed_notes(text: str, notes: Sequence[Note]) -> Iterator[tuple[int, int]]:
    """Where a bracket with a label opens and no note was read: its first characters up to the end of the label."""
    known = {note.start for note in notes}
    return (opening.span() for opening in _OPENING.finditer(text) if opening.start() not in known)


def _bracketed_notes(text: str, pattern: re.Pattern[str]) -> Iterator[Note]:
    for match in pattern.finditer(text):
        start, end = match.span()
        if 3 < end - start <= _LONGEST and (_CUE.search(text, start, end) or _ends_item(text, start, end)):
            note = read_note(text, start + 1, end - 1)
            if note and (_CUE.search(text, start, end) or _ends_item(text, start, end)):
                yield replace(note, start=start, end=end)


def _ends_item(text: str, start: int, end: int) -> bool:
    """Whether a bracket closes an item, as a bare list of units has to: after a full stop, at the end of its line."""
    return text[start - 1 : start] in {"。", "；", "！"} and text[end : end + 1] in {"", "\n", "。"}


def _sections(text: str, start: int, end: int) -> list[_Section]:
    labels = list(_LABEL.finditer(text, start, end))
    if not labels or labels[0].start() > start + 2:
        first = _FIRST_LABEL.match(text, start, end)
        if first is None:
            return _after_clauses(text, start, end, labels)
        labels = [first, *labels]
    bounds = [*(label.start() for label in labels[1:]), end]
    return [
        _Section(label["word"] + (label["rule"] or ""), label.end(), bound)
        for label, bound in zip(labels, bounds, strict=True)
    ]


def _after_clauses(text: str, start: int, end: int, labels: list[re.Match[str]]) -> list[_Section]:
    """省教育厅负责。完成时限：…: labels that follow units in clauses, which then stand as a section of their own."""
    if not labels or not _VERB.search(text, start, labels[0].start()):
        return []
    units, _ = _read_clauses(text, start, labels[0].start(), RESPONSIBLE)
    if not units or not all(_is_body(noted.unit) for noted in units):
        return []
    bounds = [*(label.start() for label in labels[1:]), end]
    rest = [_Section(label["word"], label.end(), bound) for label, bound in zip(labels, bounds, strict=True)]
    return [_Section("责任单位", start, labels[0].start()), *rest]


def _labelled_note(text: str, start: int, end: int, sections: list[_Section]) -> Note:
    note = Note(start, end)
    for section in sections:
        words = text[section.start : section.end].strip(_SEPARATORS)
        if re.search("时限|时间|期限|完成$|节点|要求", section.label):
            note = replace(note, deadline=words)
        elif re.search("领导|人员?$", section.label):
            note = replace(note, leaders=(*note.leaders, *re.findall(r"[^，、；。\s]+", words)))
        else:
            units, is_open = _section_units(text, section)
            note = replace(note, units=(*note.units, *units), is_open=note.is_open or is_open)
    return note


def _section_units(text: str, section: _Section) -> tuple[list[NotedUnit], bool]:
    """The units under a label, with the role that it gives; 第一个为牵头单位 in its brackets makes the first one lead."""
    units, is_open = _read_clauses(text, section.start, section.end, _role(section.label.partition("（")[0]))
    if units and re.search("（[^）]*[第排列首][^）]*(?:牵头|主办|主要责任)", section.label):
        units = [NotedUnit(units[0].unit, LEAD), *(NotedUnit(noted.unit, SUPPORTING) for noted in units[1:])]
    return units, is_open


def _role(word: str) -> str:
    if re.search("牵头|主办|为主|主责", word):
        return LEAD
    return SUPPORTING if re.search("配合|协助|协办|协同|参加|参与|支持", word) else RESPONSIBLE


def _read_clauses(text: str, start: int, end: int, default: str) -> tuple[list[NotedUnit], bool]:
    """Units clause by clause: those before a verb have its role, those after the last verb the label's.

    After 省教育厅牵头 the units that follow without a verb of their own support.
    """
    units: list[NotedUnit] = []
    is_open = False
    position = start
    for verb in _VERB.finditer(text, start, end):
        found, opened = _clause(text, position, verb.start(), _role(verb[0]))
        units += found
        is_open |= opened
        position = verb.end()
    rest = SUPPORTING if position > start and any(noted.role == LEAD for noted in units) else default
    found, opened = _clause(text, position, end, rest)
    return _leveled([*units, *found]), is_open or opened


def _clause(text: str, start: int, end: int, role: str) -> tuple[list[NotedUnit], bool]:
    """The units of a clause: 省教育厅会同省财政厅 has the first in the lead."""
    jointly = _JOINTLY.search(text, start, end)
    if jointly:
        first = read_units(text, start, jointly.start())
        others = read_units(text, jointly.end(), end)
        leading = LEAD if role != SUPPORTING else role
        noted = [
            *(NotedUnit(unit, leading) for unit in first.names),
            *(NotedUnit(unit, SUPPORTING) for unit in others.names),
        ]
        return noted, first.is_open or others.is_open
    listed = read_units(text, start, end)
    return [NotedUnit(unit, role) for unit in listed.names], listed.is_open


def _leveled(units: list[NotedUnit]) -> list[NotedUnit]:
    """Departments without a level in a later clause take that of the one before: 省教育厅牵头，财政厅配合."""
    level = ""
    leveled = []
    for noted in units:
        name = noted.unit.name
        prefix = department_prefix(name)
        if level and not prefix and not noted.unit.is_group and department_prefix(level + name):
            noted = NotedUnit(replace(noted.unit, name=level + name), noted.role)  # noqa: PLW2901 - the full name stands for it
        level = (prefix or level).removesuffix("委")
        leveled.append(noted)
    return leveled


def _is_body(unit: UnitName) -> bool:
    return unit.is_group or (len(unit.name) <= 40 and (is_organisation(unit.name) or is_collective(unit.name)))


def _ends_in_verb(text: str, start: int, end: int) -> bool:
    """Whether the last clause ends in a verb, or a lead stands before it: （省教育厅牵头，省财政厅等）."""
    last = max((verb.end() for verb in _VERB.finditer(text, start, end)), default=start)
    return not text[last:end].strip(_SEPARATORS) or "牵头" in text[start:end]


def _bare_note(text: str, start: int, end: int) -> Note | None:
    """（省教育厅、省财政厅，各市政府）: nothing but units, each with its level or collective."""
    listed = read_units(text, start, end)
    if not listed.names or not all(_is_body(unit) for unit in listed.names):
        return None
    if not department_prefix(listed.names[0].name):
        return None
    return Note(start, end, tuple(NotedUnit(unit, RESPONSIBLE) for unit in listed.names), listed.is_open)


def _line_notes(text: str, bracketed: list[Note]) -> Iterator[Note]:
    """Notes without brackets: lines that begin with a label, those below it included."""
    if not _LABEL_END.search(text):
        return
    taken = iter([*bracketed, Note(len(text) + 1, len(text) + 1)])
    bracket = next(taken)
    end = -1
    for opening in _OPEN_LINE.finditer(text):
        start = opening.start()
        if start < end:
            continue
        while bracket.end <= start:
            bracket = next(taken)
        if bracket.start <= start:
            continue
        end = _last_line(text, start)
        note = read_note(text, start, end) if end - start <= _LONGEST else None
        if note:
            yield note


def _last_line(text: str, start: int) -> int:
    """Where a note that is written line by line ends: before the first line that does not begin with a label."""
    end = text.find("\n", start)
    while end >= 0 and (label := _LABEL.match(text, end + 1)) and label["word"]:
        end = text.find("\n", end + 1)
    return end if end >= 0 else len(text)

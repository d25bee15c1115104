"""Tasks: the paragraphs and items that order work, each with the units that answer for it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lantu.extraction.responsibility import Note, find_notes, is_doubtful, responsibility_of, unclosed_notes
from lantu.model.document import HEADING_LEVELS, Block, BlockKind, Document, DocumentKind
from lantu.model.finding import Finding, Severity
from lantu.model.statement import Statement
from lantu.model.task import Task
from lantu.text.span import Span

_HEADS = frozenset({BlockKind.HEADING, BlockKind.BOX})

#: Chapters that look back, describe or set goals; what stands in them orders no work of its own.
_NO_ORDERS = re.compile(
    r"回顾|工作总结|^过去|成就|发展基础|现实基础|基础条件|^现状|发展现状|面临|形势|发展环境$|机遇[与和、]|指导思想|基本原则|工作原则|遵循原则"
    r"|总体思路|总体要求|总要求|工作要求$|战略定位|功能定位|发展定位|战略导向|战略意义|重要意义|(?:发展|主要|总体|预期|远景|工作|具体|行动|奋斗)目标(?!.*任务)|目标要求|编制依据|规划背景|规划范围|问题和?不足|存在(?:的)?问题"
    r"|名词|注释|术语|附则|目录|主要指标|(?:十三五|十四五)[”\"]?(?:时期)?(?:发展|取得).*成"
)
_SALUTATION = re.compile(r"各位代表|同志们|让我们|现在，?我代表|在此，|以上报告|我们坚信|谢谢")
#: Documents that report and order nothing, unless a note says who is to act.
_REPORTING = frozenset({DocumentKind.COMMUNIQUE.value})

#: Words that open a clause that orders: how the work is to be done, or the work itself, in the imperative.
_OPENERS = (
    "要|将|必须|继续|着力|大力|全面|全力|深入|积极|稳步|有序|加快|扎实|持续|不断|进一步|切实|统筹|"
    "协同|联合|合力|科学|严格|重点|认真|主动|坚决|高标准|高质量|高水平|共同|依法|探索|鼓励|支持|"
    "引导|推动|推进|逐步|适度|适时|超前|前瞻|努力|力争|充分|有效|及时|优先|广泛|分类|分批|因地制宜|"
    "动态|推广|推行|推出|建设|建立|建成|建好|建强|构建|组建|共建|新建|扩建|改建|改扩建|打造|创建|"
    "争创|实施|开展|加强|加大|加密|加力|强化|深化|优化|完善|健全|提升|提高|提档|促进|发展|培育|"
    "培养|壮大|做大|做强|做优|做好|做实|抓好|抓实|抓牢|抓住|落实|执行|引进|吸引|扩大|拓展|拓宽|"
    "畅通|打通|保障|保护|保持|稳定|稳住|巩固|增强|激发|释放|规范|整治|治理|防范|化解|守住|守牢|"
    "严守|严厉|改造|改革|改善|创新|突破|攻克|研发|布局|谋划|规划|编制|制定|出台|修订|修复|启动|"
    "开工|完成|确保|坚持|坚定|聚焦|围绕|依托|发挥|利用|用好|协调|整合|盘活|淘汰|降低|减少|压减|"
    "控制|办好|举办|承办|参与|融入|对接|承接|搭建|设立|成立|试点|普及|弘扬|传承|繁荣|丰富|挖掘|"
    "满足|补齐|延伸|延长|扶持|帮助|解决|清理|取消|放宽|简化|压缩|公开|监督|监测|评估|考核|督导|"
    "宣传|组织|动员|配合|配备|选派|招引|争取|申报|储备|推介|转化|转变|升级|更新|扩充|扩容|织密|"
    "织牢|筑牢|夯实|厚植|彰显|擦亮|唱响|讲好|维护|杜绝|遏制|打击|打好|打赢|打响|兑现|兜牢|兜住|"
    "关爱|救助|供给|增加|增设|新增|严控|用活|用足|放大|营造|美化|绿化|净化|贯通|联通|连通|开通|"
    "开放|开发|开辟|开拓|深挖|研制|带动|统一|重视|树立|践行|贯彻|牢固|毫不|强力"
)
_FIRST = "".join(sorted({word[0] for word in _OPENERS.split("|")}))
_OPENER = re.compile(rf"(?=[{_FIRST}])(?:{_OPENERS})")
_ORDER = re.compile(rf"[，。；：、！\n]{_OPENER.pattern}")
_CLAUSE_ENDS = "，。；、"
#: A heading that names a state to be reached; work under it is ordered only if its clauses do so.
_STATE = re.compile(
    r"(?:取得|实现|迈).{0,12}(?:成效|进展|突破|跃升|提升|台阶)$|(?:显著|明显|大幅|持续|全面|更加|不断|更为|稳步)[\u4e00-\u9fff]{2,6}$|基本(?:形成|建立|建成)$"
)
_STATE_SHARE = 0.35
#: An introduction to the tasks of a section is no longer than this; a longer one is work of its own.
_LONGEST_INTRODUCTION = 250
#: A lead sentence in the middle of a block, after a note: 完善口岸体系。….
_LEAD = re.compile(r"[^，。；：！？（）\n]{4,30}(?=。)")


_NOTE_IN_TITLE = re.compile(r"[（〔【\[](?=[^（）]*(?:责任|牵头|负责|配合))")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of text under a heading, up to a note or the end of its block."""

    start: int
    end: int
    block: int
    title: str


@dataclass(slots=True)
class _Work:
    """A task as it is put together: stretches of text and the notes that answer for them."""

    pieces: list[_Piece] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def extract_tasks(document: Document, statements: Sequence[Statement] = ()) -> tuple[tuple[Task, ...], list[Finding]]:
    """The tasks of a document in order, and what was wrong with their notes.

    Where notes say who answers, a task is what a note answers for: 1.建设…中心。…（责任单位：…）. Elsewhere it is the item
    or the paragraph, with its heading or lead sentence, of a chapter that orders work: （二）加快…。推进…，实施….

    Reads: the cleaned text, the tree, and the spans of ``statements``.
    """
    notes = find_notes(document.clean.text)
    reader = _Reader(document, notes, [statement.span.start for statement in statements])
    tasks = tuple(sorted(reader.read(), key=lambda task: task.span))
    return tasks, sorted(_note_findings(document, notes, reader.orphans), key=lambda finding: finding.span)


class _Reader:
    """Reads one document heading by heading."""

    def __init__(self, document: Document, notes: Sequence[Note], statement_starts: Sequence[int]) -> None:
        self.document = document
        self.text = document.clean.text
        self.notes = notes
        self.note_starts = [note.start for note in notes]
        self.statement_starts = statement_starts
        self.children = _children(document.blocks)
        self.orphans: list[Note] = []
        self.orders: dict[int, bool] = {}
        self.paths: dict[int, tuple[str, ...]] = {}

    def read(self) -> Iterator[Task]:
        parts = [(head, *self._noted(head)) for head in [-1, *self._heads()]]
        noted = sum(len(works) for _, works, _ in parts)
        unnoted = [list(self._unnoted(head, rest)) for head, _, rest in parts]
        # Where most work has its note, what has none is introduction and closing.
        keeps_unnoted = noted * 3 < sum(map(len, unnoted))
        for (head, works, _), others in zip(parts, unnoted, strict=True):
            for number, work in enumerate(works):
                task = self._noted_task(head, work, number, len(works))
                if task is None:
                    self.orphans += work.notes
                else:
                    yield task
            if keeps_unnoted:
                yield from others

    def _heads(self) -> Iterator[int]:
        return (index for index, block in enumerate(self.document.blocks) if block.kind in _HEADS)

    # -- text and notes under one heading --------------------------------------------------------------------------

    def _noted(self, head: int) -> tuple[list[_Work], list[_Piece]]:
        """The work under a heading that notes answer for, and the text that no note follows."""
        sequence = list(self._sequence(head))
        works: list[_Work] = []
        pending: list[_Piece] = []
        leading = bool(sequence) and isinstance(sequence[0], Note)
        for item in sequence:
            if isinstance(item, _Piece):
                (works[-1].pieces if leading and works else pending).append(item)
            elif works and (not pending) and (not leading or not works[-1].pieces):
                works[-1].notes.append(item)
            else:
                works.append(_Work(pending, [item]))
                pending = []
        if works and leading and head < 0 and not works[0].pieces:
            self.orphans += works.pop(0).notes
        return works, pending

    def _sequence(self, head: int) -> Iterator[_Piece | Note]:
        """Text and notes directly under a heading, in order; a note within the heading's own line comes first."""
        if head >= 0:
            yield from self._notes_between(self.document.blocks[head].start, self.document.blocks[head].end)
        for index in self.children.get(head, ()):
            block = self.document.blocks[index]
            if block.kind is not BlockKind.PARAGRAPH:
                continue
            position, title = _after_label(self.text, block), block.title
            for note in self._notes_between(block.start, block.end):
                yield from self._piece(position, note.start, index, title)
                yield note
                position, title = note.end, ""
            yield from self._piece(position, block.end, index, title)

    def _notes_between(self, start: int, end: int) -> Sequence[Note]:
        if not self.notes:
            return ()
        return self.notes[bisect_left(self.note_starts, start) : bisect_left(self.note_starts, end)]

    def _piece(self, start: int, end: int, block: int, title: str) -> Iterator[_Piece]:
        while start < end and self.text[start] in " \t\n。；、":
            start += 1
        while start < end and self.text[end - 1] in " \t\n":
            end -= 1
        if start < end:
            lead = (
                None
                if title
                else _LEAD.match(self.text, start, end)
                if start > self.document.blocks[block].start
                else None
            )
            yield _Piece(start, end, block, lead[0] if lead else title)

    # -- tasks with notes ------------------------------------------------------------------------------------------

    def _noted_task(self, head: int, work: _Work, number: int, count: int) -> Task | None:
        """A task that a note answers for; None where no text stands for it, as in 专栏（责任单位：…） and nothing else.

        The only one under a numbered heading takes its name; of several, each is named by its own lead sentence and
        stands under the heading.
        """
        block = self.document.blocks[head] if head >= 0 else None
        is_alone = count == 1
        begins_at_head = number == 0 and block is not None and (not work.pieces or _is_run_in(self.text, block))
        title = (_title(self.text, block) if block else "") if is_alone or begins_at_head else ""
        if not title:
            title = (work.pieces[0].title if work.pieces else "") or (_title(self.text, block) if block else "")
        if begins_at_head and block is not None:
            start, index = _after_label(self.text, block), head
        elif work.pieces:
            start, index = work.pieces[0].start, work.pieces[0].block
        else:
            return None
        notes = self._notes_between(block.start, block.end) if block is not None else ()
        end = work.pieces[-1].end if work.pieces else (notes[0].start if notes else block.end if block else start)
        if start >= end:
            return None
        path = self._path(head, with_head=not (is_alone or begins_at_head))
        return self._task(start, end, title, path, index, work.notes)

    # -- tasks without notes ---------------------------------------------------------------------------------------

    def _unnoted(self, head: int, pieces: Sequence[_Piece]) -> Iterator[Task]:
        """Work that a heading's paragraphs order, where no note follows them."""
        if head < 0 or self.document.front.kind.value in _REPORTING or not self._orders_work(head):
            return
        block = self.document.blocks[head]
        has_subheadings = any(
            self.document.blocks[child].kind is BlockKind.HEADING for child in self.children.get(head, ())
        )
        is_chapter = block.level <= HEADING_LEVELS["一、"] or block.kind is BlockKind.BOX
        if not pieces:
            if not self.children.get(head) and _OPENER.match(block.title) and block.level > HEADING_LEVELS["一、"]:
                yield self._task(_after_label(self.text, block), block.end, block.title, self._path(head), head, ())
            return
        if is_chapter and has_subheadings and block.kind is BlockKind.HEADING:
            return
        for group in _groups(pieces, is_chapter=is_chapter, has_subheadings=has_subheadings):
            if not _orders(self.text, group, group[0].title or block.title):
                continue
            takes_head = not group[0].title and not is_chapter
            runs_in = takes_head and group[0] is pieces[0] and _is_run_in(self.text, block)
            start = _after_label(self.text, block) if runs_in else group[0].start
            title = group[0].title or _title(self.text, block)
            path = self._path(head, with_head=not takes_head)
            yield self._task(start, group[-1].end, title, path, head if runs_in else group[0].block, ())

    def _orders_work(self, head: int) -> bool:
        """Whether neither a heading nor one above it looks back, describes or sets goals; each is asked once."""
        if head < 0:
            return True
        known = self.orders.get(head)
        if known is None:
            block = self.document.blocks[head]
            known = self._orders_work(block.parent) and not _NO_ORDERS.search(block.title)
            self.orders[head] = known
        return known

    # -- values ----------------------------------------------------------------------------------------------------

    def _path(self, head: int, *, with_head: bool = False) -> tuple[str, ...]:
        if head < 0:
            return ()
        if not with_head:
            return self._path(self.document.blocks[head].parent, with_head=True)
        path = self.paths.get(head)
        if path is None:
            path = (*self._path(head), numbered_title(self.text, self.document.blocks[head]))
            self.paths[head] = path
        return path

    def _task(self, start: int, end: int, title: str, path: tuple[str, ...], block: int, notes: Sequence[Note]) -> Task:
        span = self.document.span(start, end)
        first = bisect_left(self.statement_starts, span.start)
        last = bisect_left(self.statement_starts, span.end)
        return Task(
            span=span,
            text=self.text[start:end],
            heading=title,
            headings=path,
            responsibilities=tuple(responsibility_of(self.document, note) for note in notes),
            block=block,
            page=self.document.source.page_of(span.start),
            statements=tuple(range(first, last)),
        )


def numbered_title(text: str, block: Block) -> str:
    """A heading with its numbering: 第三章 产业, 二、建设…, 专栏2 主要指标."""
    gap = " " if block.label.startswith(("第", "专栏")) else ""
    return block.label + gap + _title(text, block) if block.label else _title(text, block)


def _title(text: str, block: Block) -> str:
    """A heading's words, without a note that stands in its line."""
    title = block.title or text[block.start : block.end]
    bracket = _NOTE_IN_TITLE.search(title)
    return (title[: bracket.start()] if bracket else title).rstrip("。")


def _children(blocks: Sequence[Block]) -> dict[int, list[int]]:
    children: dict[int, list[int]] = {}
    for index, block in enumerate(blocks):
        children.setdefault(block.parent, []).append(index)
    return children


def _after_label(text: str, block: Block) -> int:
    """Where the words of a heading or item start, after its numbering."""
    if not block.label:
        return block.start
    at = text.find(block.label, block.start, block.start + len(block.label) + 8)
    end = block.start if at < 0 else at + len(block.label)
    while end < block.end and text[end] in " \t、：":
        end += 1
    return end


def _is_run_in(text: str, block: Block) -> bool:
    """Whether a paragraph goes on in the heading's own line."""
    return block.end < len(text) and text[block.end] != "\n"


def _orders(text: str, group: Sequence[_Piece], title: str) -> bool:
    """Whether paragraphs order work: a clause starts with a verb in the imperative; several do where the heading is a goal."""
    if _SALUTATION.match(text, group[0].start):
        return False
    if not _STATE.search(title) or _OPENER.match(title):
        return any(_OPENER.match(text, piece.start) or _ORDER.search(text, piece.start, piece.end) for piece in group)
    orders = sum(len(_ORDER.findall(text, piece.start, piece.end)) for piece in group)
    clauses = sum(text.count(mark, piece.start, piece.end) for mark in _CLAUSE_ENDS for piece in group)
    return orders > clauses * _STATE_SHARE


def _groups(pieces: Sequence[_Piece], *, is_chapter: bool, has_subheadings: bool) -> Iterator[list[_Piece]]:
    """The paragraphs of each task: a lead sentence opens a new one, and text without one goes on with it.

    Under a chapter every paragraph stands for itself. What comes before the tasks of a section introduces them.
    """
    group: list[_Piece] = []
    leads = sum(bool(piece.title) for piece in pieces)
    introduces = leads > 1 or has_subheadings
    for piece in pieces:
        follows = group and piece.block == group[-1].block + (
            piece.start > group[-1].end and piece.block > group[-1].block
        )
        if group and (piece.title or not follows or (is_chapter and not leads)):
            yield group
            group = []
        if not group and not piece.title and introduces and piece.end - piece.start <= _LONGEST_INTRODUCTION:
            continue
        group.append(piece)
    if group:
        yield group


def _note_findings(document: Document, notes: Sequence[Note], orphans: Sequence[Note]) -> Iterator[Finding]:
    for note in notes:
        span = document.span(note.start, note.end)
        if not note.units and not note.leaders and not note.deadline:
            yield _names_no_one(span)
        for noted in note.units:
            if is_doubtful(noted.unit):
                yield _doubtful_unit(noted.unit.name, document.span(noted.unit.start, noted.unit.end))
    for note in orphans:
        yield _without_task(document.span(note.start, note.end))
    for start, end in unclosed_notes(document.clean.text, notes):
        yield _unclosed(document.span(start, end))


def _names_no_one(span: Span) -> Finding:
    return Finding(
        "LT301",
        Severity.WARNING,
        "责任说明中没有读到任何单位名称。",
        "The note of responsibility names no unit that could be read.",
        span,
        "在“单位：”后写明单位全称，单位之间用顿号分开。",
        "Write the units' full names after the label, with 、 between them.",
    )


def _doubtful_unit(name: str, span: Span) -> Finding:
    return Finding(
        "LT302",
        Severity.WARNING,
        f"“{name[:40]}”写在单位的位置上，但不像单位名称。",
        f"“{name[:40]}” stands where a unit is expected but does not look like a unit's name.",
        span,
        "改用单位全称或规范简称；说明文字请移到括号之外。",
        "Use the unit's full or standard short name; move explanations out of the brackets.",
    )


def _without_task(span: Span) -> Finding:
    return Finding(
        "LT303",
        Severity.WARNING,
        "责任说明之前没有任务文字，无法确定它对应哪项任务。",
        "No text stands before this note of responsibility, so it is unclear which task it answers for.",
        span,
        "把责任说明放在对应任务的段末。",
        "Put the note at the end of the paragraph that it answers for.",
    )


def _unclosed(span: Span) -> Finding:
    return Finding(
        "LT304",
        Severity.WARNING,
        "责任说明的括号没有闭合，未能读出责任单位。",
        "The bracket of this note of responsibility is never closed, so its units were not read.",
        span,
        "在单位名称之后补上右括号。",
        "Close the bracket after the last unit.",
    )

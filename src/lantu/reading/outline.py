"""The tree of blocks: every line of the cleaned text becomes one block, or a heading and the paragraph after it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from lantu.model.document import HEADING_LEVELS, Block, BlockKind, Document, Table
from lantu.reading.contents import find_contents
from lantu.reading.labels import Label, read_label
from lantu.reading.lines import Line, split_lines
from lantu.reading.tables import NOTE
from lantu.reading.titles import find_title
from lantu.text.source import MarkKind

#: A lead sentence that serves as a heading is no longer than this; a paragraph's own title is shorter.
_LONGEST_LEAD = 60
_LONGEST_TITLE = 30
_LONGEST_HEADING = 60
_LONGEST_UNNUMBERED = 42
#: From this length on, a line with a comma or a full stop is prose.
_PROSE_LENGTH = 50

_SENTENCE_END = re.compile(r"[。！？；：]")
_SALUTATION = re.compile(r"(?:各位|尊敬的)[^，。]{0,12}[：:！]$")
#: What turns from a list of points back to the chapter that holds them.
_TURN = re.compile(
    r"各位代表|与此同时|此外，|这些成绩|这些问题|[在从]?(?:看到|总结)成绩|(?:同时，?)?我们也?清醒|[一五]年来，我们坚持|同志们"
)
_TURN_LEVEL = HEADING_LEVELS["一、"]
_GLOSSARY = re.compile(
    r"(?:#{1,6} )?[《（]?(?:政府工作报告》?)?(?:有关|相关|部分|重要)?(?:名词(?:解释|注释|说明)?|注释|用语(?:解释|说明)|术语(?:解释|说明)?|词语解释|附注)[）》：]?$"
)
_GLOSSARY_ENTRY = re.compile(r"(?:\[?［?\d{1,3}[\]］.、]|[①-⑳])[^。；]{1,40}[：:]")
_ANNEX = re.compile(r"附[件录表]\s?[\d一二三四五六七八九十]{0,3}[：:]?")
_QUANTITY = re.compile(r"\d[\d.]*(?:%|[万亿个家项座公])")


@dataclass(slots=True)
class _Tree:
    """The blocks so far and the headings that are open, outermost first."""

    blocks: list[Block] = field(default_factory=list)
    open: list[int] = field(default_factory=list)
    #: Numbers last used outside and inside the open box, by style: they tell where the box ends.
    outer: dict[str, int] = field(default_factory=dict)
    inner: dict[str, int] = field(default_factory=dict)
    in_box: bool = False

    def close(self, level: int) -> None:
        """Closes every heading of that level or deeper."""
        while self.open and self.blocks[self.open[-1]].level >= level:
            if self.blocks[self.open.pop()].kind is BlockKind.BOX:
                self.in_box = False

    def add(self, block: Block, *, opens: bool = False) -> None:
        """Adds a block under the heading that is open; with ``opens`` it encloses what follows."""
        self.blocks.append(replace(block, parent=self.open[-1] if self.open else -1))
        if opens:
            self.open.append(len(self.blocks) - 1)


def read_outline(document: Document) -> Document:
    """The document with its tree: headings and boxes that enclose paragraphs, rows, notes, contents and front lines.

    Reads: the cleaned text, ``tables`` and the format's marks. Writes: ``blocks``.
    """
    lines = split_lines(document.clean.text)
    reader = _Reader(document, lines)
    return replace(document, blocks=tuple(reader.read()))


class _Reader:
    """Walks the lines of one document once and grows the tree."""

    def __init__(self, document: Document, lines: Sequence[Line]) -> None:
        self.document = document
        self.lines = lines
        self.labels = [read_label(line.text) for line in lines]
        self.contents = find_contents(lines)
        self.title = find_title(lines, document.clean, document.source.marks)
        self.tables = _table_of_lines(lines, document.tables)
        self.marked = _marked_headings(document, lines)
        self.body = self._first_of_body()
        self.glossary = self._first_of_glossary()
        self.unnumbered = self._unnumbered_headings()
        self.tree = _Tree()

    def read(self) -> list[Block]:
        index = 0
        while index < len(self.lines):
            index += self._read_line(index)
        return self.tree.blocks

    def _read_line(self, index: int) -> int:
        """Adds the blocks of one line, or of two where a heading's words follow its number; how many lines it took."""
        line, label = self.lines[index], self.labels[index]
        if index in self.contents:
            self._leaf(BlockKind.TOC, line)
        elif self.tables[index] >= 0:
            self._leaf(BlockKind.TABLE_ROW, line, table=self.tables[index])
        elif index in self.title:
            self._leaf(BlockKind.TITLE, line)
        elif index < self.body:
            self._leaf(BlockKind.FRONT, line)
        elif index >= self.glossary:
            self._glossary_line(index)
        elif self._is_note(index):
            self._leaf(BlockKind.NOTE, line)
        elif label is not None:
            return self._labelled(index, label)
        else:
            self._plain(index)
        return 1

    # -- kinds of lines ------------------------------------------------------------------------------------------

    def _leaf(
        self,
        kind: BlockKind,
        line: Line,
        *,
        start: int | None = None,
        table: int = -1,
        label: str = "",
        title: str = "",
    ) -> None:
        if kind in {BlockKind.TITLE, BlockKind.FRONT, BlockKind.TOC}:
            self.tree.open.clear()
        self.tree.add(
            Block(kind, line.start if start is None else start, line.end, table=table, label=label, title=title)
        )

    def _glossary_line(self, index: int) -> None:
        line = self.lines[index]
        if index == self.glossary and _GLOSSARY.match(line.text):
            self.tree.close(0)
            title = line.text.strip("# ：")
            self.tree.add(Block(BlockKind.HEADING, line.start, line.end, level=_TURN_LEVEL, title=title), opens=True)
            return
        if index == self.glossary:
            self.tree.close(0)
        self._leaf(BlockKind.NOTE, line)

    def _is_note(self, index: int) -> bool:
        text = self.lines[index].text
        if re.match(r"(?:备?注|说明|资料来源|数据来源)\s*[：:]", text):
            return True
        last = self.tree.blocks[-1].kind if self.tree.blocks else None
        return last is BlockKind.NOTE and NOTE.match(text) is not None

    def _labelled(self, index: int, label: Label) -> int:
        line = self.lines[index]
        rest = line.text[label.end :].strip("*")
        if label.style == "box":
            return self._box(line, label, rest)
        if label.style in {"篇", "章", "节"} and not _is_section_head(rest):
            self._plain(index)
            return 1
        if label.style == "lead" and not label.hashes and self.tree.in_box and not rest:
            self._plain(index)
            return 1
        self._leave_box(label)
        if label.style in {"篇", "章", "节"}:
            return self._section(index, label, rest)
        self._numbered(index, label, rest)
        return 1

    def _box(self, line: Line, label: Label, rest: str) -> int:
        level = HEADING_LEVELS["box"]
        self.tree.close(level)
        title = rest.rstrip("\t。")
        self.tree.add(
            Block(BlockKind.BOX, line.start, line.end, level=level, label=label.text, title=title), opens=True
        )
        self.tree.in_box, self.tree.inner = True, {}
        return 1

    def _section(self, index: int, label: Label, rest: str) -> int:
        """A 篇, 章 or 节; the words may stand on the next line: 第一篇 / 全面建成小康社会."""
        line, taken = self.lines[index], 1
        end = line.end
        if not rest and self._is_bare(index + 1):
            rest, end, taken = self.lines[index + 1].text, self.lines[index + 1].end, 2
        level = label.level
        self.tree.close(level)
        title = rest.strip("*").rstrip("。")
        self.tree.add(Block(BlockKind.HEADING, line.start, end, level=level, label=label.text, title=title), opens=True)
        self._remember(label)
        return taken

    def _is_bare(self, index: int) -> bool:
        """Whether a line holds nothing but words that could be a heading."""
        if index >= len(self.lines) or self.labels[index] or self.tables[index] >= 0:
            return False
        text = self.lines[index].text
        return len(text) <= _LONGEST_HEADING and not _SENTENCE_END.search(text)

    def _numbered(self, index: int, label: Label, rest: str) -> None:
        line = self.lines[index]
        level = self._level(label)
        self._close_for(label, level)
        self._remember(label)
        stop = _SENTENCE_END.search(rest)
        at = stop.start() if stop else len(rest)
        if stop is None or at == len(rest) - 1:
            self._whole_line(index, label, level, rest)
        elif rest[at] in "。！？" and at <= _LONGEST_LEAD:
            middle = line.start + len(line.text) - len(rest) + at + 1
            self.tree.add(
                Block(BlockKind.HEADING, line.start, middle, level=level, label=label.text, title=rest[:at]), opens=True
            )
            self.tree.add(Block(BlockKind.PARAGRAPH, middle, line.end))
        else:
            title = rest[:at] if rest[at] == "：" and at <= _LONGEST_TITLE else ""
            self._leaf(BlockKind.PARAGRAPH, line, label=label.text, title=title)

    def _whole_line(self, index: int, label: Label, level: int, rest: str) -> None:
        """A numbered line of one sentence: a heading if it has something to head, else an item of a list."""
        line = self.lines[index]
        title = rest.rstrip("。！？；：")
        is_item = (
            rest.endswith("；")
            or (len(rest) > len(title) and not self._heads_something(index, level))
            or self._ends_list(index, label)
        )
        if is_item or len(rest) > _LONGEST_HEADING:
            self._leaf(BlockKind.PARAGRAPH, line, label=label.text)
        else:
            self.tree.add(
                Block(BlockKind.HEADING, line.start, line.end, level=level, label=label.text, title=title), opens=True
            )

    def _ends_list(self, index: int, label: Label) -> bool:
        """Whether the line before was an item of the same list that ended in ；."""
        previous = self.labels[index - 1] if index else None
        return previous is not None and previous.style == label.style and self.lines[index - 1].text[-1] in "；;"

    def _heads_something(self, index: int, level: int) -> bool:
        following = index + 1
        if following >= len(self.lines) or following >= self.glossary:
            return False
        label = self.labels[following]
        if self.tables[following] >= 0 or label is None:
            return following not in self.unnumbered or level < HEADING_LEVELS["lead"]
        return label.level > level or (label.number == 1 and label.level != level)

    def _plain(self, index: int) -> None:
        line = self.lines[index]
        level = self.marked.get(index) or self.unnumbered.get(index)
        annex = _ANNEX.match(line.text)
        if annex and annex.end() > 2 and len(line.text) <= _LONGEST_UNNUMBERED and "。" not in line.text:
            level = HEADING_LEVELS["篇"]
        if level:
            self.tree.close(level)
            title = line.text.strip("*").rstrip("。：")
            self.tree.add(Block(BlockKind.HEADING, line.start, line.end, level=level, title=title), opens=True)
            return
        self._turn_back(line.text)
        self._leaf(BlockKind.PARAGRAPH, line, title=_lead(line.text))

    def _turn_back(self, text: str) -> None:
        """Closes the points of a list where the chapter's own prose resumes."""
        tree = self.tree
        if not tree.open:
            return
        last = tree.blocks[-1]
        if tree.in_box and last.kind in {BlockKind.TABLE_ROW, BlockKind.NOTE} and len(text) > _LONGEST_UNNUMBERED:
            tree.close(HEADING_LEVELS["box"])
        elif not tree.in_box and _TURN.match(text):
            tree.close(_TURN_LEVEL + 1)
        elif tree.blocks[tree.open[-1]].level == HEADING_LEVELS["——"] and last.parent == tree.open[-1]:
            tree.close(HEADING_LEVELS["——"])

    # -- nesting -------------------------------------------------------------------------------------------------

    def _level(self, label: Label) -> int:
        if label.hashes and label.style == "lead":
            return min(label.hashes, HEADING_LEVELS["节"])
        return label.level

    def _close_for(self, label: Label, level: int) -> None:
        tree = self.tree
        top = tree.blocks[tree.open[-1]] if tree.open else None
        same = any(read_style(tree.blocks[index].label) == label.style for index in tree.open)
        opened_just_now = top is not None and tree.blocks[-1] is top
        if label.number == 1 and opened_just_now and not same and top is not None and top.level >= level:
            return  # the document nests against the usual order: 1. … （一）
        tree.close(level)

    def _leave_box(self, label: Label) -> None:
        """Closes the box where the numbering goes on that stood before it."""
        tree = self.tree
        if not tree.in_box:
            return
        continues_outside = label.number > 1 and tree.outer.get(label.style) == label.number - 1
        if continues_outside and tree.inner.get(label.style) != label.number - 1:
            tree.close(HEADING_LEVELS["box"])

    def _remember(self, label: Label) -> None:
        numbers = self.tree.inner if self.tree.in_box else self.tree.outer
        for style in [style for style in numbers if HEADING_LEVELS[style] > label.level]:
            del numbers[style]
        numbers[label.style] = label.number

    # -- regions of the document ---------------------------------------------------------------------------------

    def _first_of_body(self) -> int:
        """Where the text begins: after title, date, speaker, addressee and contents."""
        start = max(self.title.stop, self.contents.stop)
        for index in range(start, min(len(self.lines), start + 40)):
            text, label = self.lines[index].text, self.labels[index]
            if _SALUTATION.match(text):
                return index + 1
            is_head = label is not None and not (label.style == "——" and re.search(r"\d年|会议", text))
            if is_head or self.tables[index] >= 0 or index in self.marked:
                return index
            if len(text) >= _PROSE_LENGTH and re.search("[，。]", text):
                return index
            if not self.title and not self.contents and index == start:
                return start
        return start

    def _first_of_glossary(self) -> int:
        """Where the list of terms begins that closes a report; past the end where there is none."""
        count = len(self.lines)
        for index in range(max(1, count // 2), count):
            text = self.lines[index].text
            if (
                len(text) <= 20
                and _GLOSSARY.match(text)
                and index + 1 < count
                and _GLOSSARY_ENTRY.match(self.lines[index + 1].text)
            ):
                return index
        first = count
        while first > count // 2 and _GLOSSARY_ENTRY.match(self.lines[first - 1].text):
            first -= 1
        return first if count - first >= 3 and self._explains(first) else count

    def _explains(self, first: int) -> bool:
        """Whether the numbered lines at the end define words rather than list tasks."""
        entries = self.lines[first:]
        defined = sum("指" in line.text or "“" in line.text[:8] or "[" in line.text[:2] for line in entries)
        return defined * 2 >= len(entries)

    def _unnumbered_headings(self) -> dict[int, int]:
        """Short lines of one sentence that each stand before a paragraph, as in 生态底色更加亮丽."""
        candidates = {index for index in range(self.body, self.glossary) if self._could_head(index)}
        level = HEADING_LEVELS["lead"]
        found = {}
        for index in candidates:
            closed = self.lines[index].text[-1] in "。！"
            if not closed or any(index + step in candidates for step in (-3, -2, 2, 3)):
                found[index] = level
        return found

    def _could_head(self, index: int) -> bool:
        text = self.lines[index].text
        if (
            self.labels[index]
            or self.tables[index] >= 0
            or len(text) > _LONGEST_UNNUMBERED
            or index + 1 >= self.glossary
        ):
            return False
        stop = _SENTENCE_END.search(text)
        if (
            (stop and stop.start() < len(text) - 1)
            or text[-1] in "；：，、！？）"
            or _QUANTITY.search(text)
            or text.startswith("（")
        ):
            return False
        following = self.lines[index + 1].text
        is_prose = self.labels[index + 1] is None and self.tables[index + 1] < 0
        return is_prose and len(following) >= _PROSE_LENGTH and len(following) > len(text) * 3 // 2


def read_style(text: str) -> str:
    """The style of a label as written, or ""."""
    label = read_label(text + "某某") if text else None
    return label.style if label else ""


def _is_section_head(rest: str) -> bool:
    """第三节 课 of a sentence is no heading: a heading has no full stop inside and is short."""
    return len(rest) <= _LONGEST_HEADING and not _SENTENCE_END.search(rest[:-1]) and not rest.startswith(("，", "、"))


def _lead(text: str) -> str:
    """The first sentence of a paragraph if it is short and more follows it, as in 建设高效政务环境。深化改革."""
    at = text.find("。", 0, _LONGEST_TITLE + 1)
    if at <= 1 or at == len(text) - 1:
        return ""
    lead = text[:at]
    return "" if _SENTENCE_END.search(lead) or _QUANTITY.search(lead) else lead


def _table_of_lines(lines: Sequence[Line], tables: Sequence[Table]) -> list[int]:
    starts = [table.start for table in tables]
    found = []
    for line in lines:
        table = bisect_right(starts, line.start) - 1
        found.append(table if table >= 0 and line.start < tables[table].end else -1)
    return found


def _marked_headings(document: Document, lines: Sequence[Line]) -> dict[int, int]:
    """Lines that the format marks as headings, with the level that such headings have in this document."""
    marks = [mark for mark in document.source.marks if mark.kind is MarkKind.HEADING]
    starts = [line.start for line in lines]
    found: dict[int, int] = {}
    for mark in marks:
        start = document.clean.clean_offset(mark.start)
        index = bisect_right(starts, start) - 1
        if 0 <= index < len(lines) and lines[index].start <= start < lines[index].end:
            found[index] = mark.level or 1
    usual = dict(_usual_levels(found, lines))
    return {index: usual.get(level, min(level, HEADING_LEVELS["节"])) for index, level in found.items()}


def _usual_levels(found: dict[int, int], lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    for index, level in found.items():
        if label := read_label(lines[index].text):
            yield level, label.level

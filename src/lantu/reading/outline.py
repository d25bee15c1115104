"""The tree of blocks: every line of the cleaned text becomes one block, or a heading and the paragraph after it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from lantu.model.document import HEADING_LEVELS, Block, BlockKind, Document
from lantu.reading.labels import Label
from lantu.reading.landmarks import (
    GLOSSARY_HEADING,
    LONGEST_UNNUMBERED,
    QUANTITY,
    SENTENCE_END,
    Landmarks,
    find_landmarks,
)
from lantu.reading.lines import Line, split_lines
from lantu.reading.tables import FIRST_NOTE, NOTE
from lantu.reading.tree import Tree

#: A lead sentence that serves as a heading is no longer than this; a paragraph's own title is shorter.
_LONGEST_LEAD = 60
_LONGEST_TITLE = 30
_LONGEST_HEADING = 60

#: What turns from a list of points back to the chapter that holds them.
_TURN = re.compile(
    r"各位代表|同志们|与此同时|此外，|这些(?:成绩|问题)|[在从]?(?:看到|总结|肯定)成绩|(?:同时，?)?我们也?清醒|在此基础上再"
    r"|(?:[一五]年来|过去[一五]年|这[一五]年)，(?:我们|全)"
)
_TURN_LEVEL = HEADING_LEVELS["一、"]
#: A first sentence that tells rather than names: no title of a paragraph.
_TELLS = re.compile(r"20\d\d年|今年|过去|刚刚|各位|同时|当前|这[一五]年|[一五]年来|我[们国省市]")
_ANNEX = re.compile(r"附[件录表]\s?[\d一二三四五六七八九十]{1,3}[：:]?")
_SECTIONS = frozenset({"篇", "章", "节"})
_BOX_LEVEL = HEADING_LEVELS["box"]
_DASH_LEVEL = HEADING_LEVELS["——"]


def read_outline(document: Document) -> Document:
    """The document with its tree: headings and boxes that enclose paragraphs, rows, notes, contents and front lines.

    Reads: the cleaned text, ``tables`` and the format's marks. Writes: ``blocks``.
    """
    lines = split_lines(document.clean.text)
    walker = _Walker(lines, find_landmarks(document, lines))
    return replace(document, blocks=tuple(walker.walk()))


class _Walker:
    """Walks the lines of one document once and grows the tree."""

    def __init__(self, lines: Sequence[Line], landmarks: Landmarks) -> None:
        self.lines = lines
        self.landmarks = landmarks
        self.tree = Tree()

    def walk(self) -> list[Block]:
        index = 0
        while index < len(self.lines):
            index += self._read_line(index)
        return self.tree.blocks

    def _read_line(self, index: int) -> int:
        """Adds the blocks of one line, or of two where a heading's words follow its number; how many lines it took."""
        line, marks = self.lines[index], self.landmarks
        label = marks.labels[index]
        if index in marks.contents:
            self._add_outside(BlockKind.TOC, line)
        elif marks.tables[index] >= 0:
            self.tree.add_leaf(BlockKind.TABLE_ROW, line.start, line.end, table=marks.tables[index])
        elif index in marks.title:
            self._add_outside(BlockKind.TITLE, line)
        elif index < marks.body:
            self._add_outside(BlockKind.FRONT, line)
        elif index >= marks.glossary:
            self._glossary_line(index)
        elif index in marks.notes or self._is_note(line.text):
            self.tree.add_leaf(BlockKind.NOTE, line.start, line.end)
        elif label is not None:
            return self._labelled(index, label)
        else:
            self._plain(index)
        return 1

    # -- lines without a number ----------------------------------------------------------------------------------

    def _add_outside(self, kind: BlockKind, line: Line) -> None:
        self.tree.close(0)
        self.tree.add_leaf(kind, line.start, line.end)

    def _glossary_line(self, index: int) -> None:
        line = self.lines[index]
        if index == self.landmarks.glossary:
            self.tree.close(0)
            if GLOSSARY_HEADING.match(line.text):
                self.tree.add_heading(line.start, line.end, _TURN_LEVEL, title=line.text.strip("# ："))
                return
        self.tree.add_leaf(BlockKind.NOTE, line.start, line.end)

    def _is_note(self, text: str) -> bool:
        """注：… anywhere, and ②… or *… in the lines after it."""
        if text[0] in "备注说资数名" and FIRST_NOTE.match(text):
            return True
        blocks = self.tree.blocks
        return bool(blocks) and blocks[-1].kind is BlockKind.NOTE and NOTE.match(text) is not None

    def _plain(self, index: int) -> None:
        line = self.lines[index]
        level = self.landmarks.headings.get(index, 0)
        if _ANNEX.match(line.text) and len(line.text) <= LONGEST_UNNUMBERED and "。" not in line.text:
            level = HEADING_LEVELS["篇"]
        if level:
            self.tree.close(level)
            self.tree.add_heading(line.start, line.end, level, title=line.text.strip("*# ").rstrip("。："))
            return
        title = _lead(line.text)
        self._turn_back(line.text, title)
        self.tree.add_leaf(BlockKind.PARAGRAPH, line.start, line.end, title=title)

    def _turn_back(self, text: str, title: str) -> None:
        """Closes the points of a list where the chapter's own prose resumes."""
        tree = self.tree
        top = tree.top
        if top is None:
            return
        last = tree.blocks[-1]
        if tree.in_box:
            if (last.kind in {BlockKind.TABLE_ROW, BlockKind.NOTE} and len(text) > LONGEST_UNNUMBERED) or (
                title and self._resumes_after_items()
            ):
                tree.close_box()
        elif _TURN.match(text):
            tree.close(_TURN_LEVEL + 1)
        elif top.level == _DASH_LEVEL and last.parent == tree.parent:
            tree.close(_DASH_LEVEL)

    def _resumes_after_items(self) -> bool:
        """Whether prose with lead sentences goes on after a box whose numbered items have none.

        The item before has its paragraph; the paragraphs above the box opened with lead sentences as this one does.
        """
        tree = self.tree
        box = next(index for index in reversed(tree.open) if tree.blocks[index].kind is BlockKind.BOX)
        last = tree.blocks[-1]
        if last.kind is not BlockKind.PARAGRAPH or last.parent != tree.parent or tree.parent == box:
            return False
        if any(block.kind is BlockKind.PARAGRAPH and block.title for block in tree.blocks[box + 1 :]):
            return False
        before = tree.blocks[box - 1]
        return before.kind is BlockKind.PARAGRAPH and before.title != "" and before.parent == tree.blocks[box].parent

    # -- lines with a number -------------------------------------------------------------------------------------

    def _labelled(self, index: int, label: Label) -> int:
        line = self.lines[index]
        rest = line.text[label.end :].rstrip("*")
        if label.style in _SECTIONS:
            if not _is_section_head(rest):
                self._plain(index)
                return 1
            return self._section(index, label, rest)
        if label.style == "box":
            # A box stands within the section that it illustrates, however deep: it ends only points without a number.
            self.tree.close_box()
            self.tree.close(_DASH_LEVEL)
            self.tree.add_heading(
                line.start, line.end, _BOX_LEVEL, label=label.text, title=rest.rstrip("\t。"), style="box"
            )
        else:
            self.tree.leave_box(label)
            self._numbered(index, label, rest)
        return 1

    def _section(self, index: int, label: Label, rest: str) -> int:
        """A 篇, 章 or 节; the words may stand on the next line: 第一篇 / 谋划新征程."""
        line, taken = self.lines[index], 1
        end = line.end
        if not rest and self._is_bare(index + 1):
            rest, end, taken = self.lines[index + 1].text, self.lines[index + 1].end, 2
        self.tree.close(label.level)
        self.tree.add_heading(
            line.start, end, label.level, label=label.text, title=rest.strip("*").rstrip("。"), style=label.style
        )
        self.tree.count(label)
        return taken

    def _is_bare(self, index: int) -> bool:
        """Whether a line holds nothing but words that could be a heading."""
        marks = self.landmarks
        if index >= min(len(self.lines), marks.glossary) or marks.labels[index] or marks.tables[index] >= 0:
            return False
        text = self.lines[index].text
        return len(text) <= _LONGEST_HEADING and not SENTENCE_END.search(text)

    def _numbered(self, index: int, label: Label, rest: str) -> None:
        line = self.lines[index]
        level = min(label.hashes, HEADING_LEVELS["节"]) if label.hashes and not label.text else label.level
        self.tree.close_for(label, level)
        self.tree.count(label)
        stop = SENTENCE_END.search(rest)
        at = stop.start() if stop else len(rest)
        if at >= len(rest) - 1:
            self._whole_line(index, label, level, rest)
        elif rest[at] in "。！？" and at <= _LONGEST_LEAD:
            middle = line.start + label.end + at + 1
            self.tree.add_heading(line.start, middle, level, label=label.text, title=rest[:at], style=label.style)
            self.tree.add_leaf(BlockKind.PARAGRAPH, middle, line.end)
        else:
            title = rest[:at] if rest[at] == "：" and at <= _LONGEST_TITLE else ""
            self.tree.add_leaf(BlockKind.PARAGRAPH, line.start, line.end, label=label.text, title=title)

    def _whole_line(self, index: int, label: Label, level: int, rest: str) -> None:
        """A numbered line of one sentence: a heading if it has something to head, else an item of a list."""
        line = self.lines[index]
        title = rest.rstrip("。！？；：")
        if self._is_item(index, label, level, rest) or len(rest) > _LONGEST_HEADING:
            self.tree.add_leaf(BlockKind.PARAGRAPH, line.start, line.end, label=label.text)
        else:
            self.tree.add_heading(line.start, line.end, level, label=label.text, title=title, style=label.style)

    def _is_item(self, index: int, label: Label, level: int, rest: str) -> bool:
        if not rest or rest[-1] == "；" or (rest[-1] in "。！？：" and not self._heads_something(index, level)):
            return True
        previous = self.landmarks.labels[index - 1] if index else None
        return previous is not None and previous.style == label.style and self.lines[index - 1].text[-1] == "；"

    def _heads_something(self, index: int, level: int) -> bool:
        """Whether the next line is deeper: prose, a row, or a numbering below this one."""
        following, marks = index + 1, self.landmarks
        if following >= min(len(self.lines), marks.glossary):
            return False
        label = marks.labels[following]
        if label is None or marks.tables[following] >= 0:
            return following not in marks.headings or level < marks.headings[following]
        return label.level > level or (label.number == 1 and label.level != level)


def _is_section_head(rest: str) -> bool:
    """第三节 课 of a sentence is no heading: a heading has no full stop inside and is short."""
    return len(rest) <= _LONGEST_HEADING and not SENTENCE_END.search(rest[:-1]) and not rest.startswith(("，", "、"))


def _lead(text: str) -> str:
    """The first sentence of a paragraph if it names what follows it, as in 建设高效政务环境。深化改革."""
    at = text.find("。", 2, _LONGEST_TITLE + 1)
    if at < 0 or at == len(text) - 1:
        return ""
    lead = text[:at]
    return "" if SENTENCE_END.search(lead) or QUANTITY.search(lead) or _TELLS.match(lead) or "我们" in lead else lead

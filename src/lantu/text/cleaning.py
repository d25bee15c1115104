"""Original text to cleaned text: furniture out, broken lines joined, blanks removed, forms folded."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from lantu.text.clean import CleanText
from lantu.text.folding import fold
from lantu.text.furniture import LONGEST, LONGEST_VALUE, awaits_value, find_residue, is_furniture
from lantu.text.span import Span

_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
_LINE_BREAK = re.compile(r"[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
_BLANKS = re.compile(r"[ \u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff\u00ad]+")
_EDGE = " \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u200e\u200f\u202f\u205f\u2060\u3000\ufeff\u00ad"
_EDGE_WITH_TABS = _EDGE + "\t"
_INDENT = re.compile(r"[\u3000\u2003]{2}|[ \u00a0]{4}")
_CLOSERS = "”’」』）)】》〉]"
_TERMINATORS = frozenset("。！？!?；;")
_SEMICOLONS = frozenset("；;")
#: What no line begins with unless it goes on with the line before.
_CONTINUING = frozenset("。，、；：！？,;!?）)】》〉」』”’%％")

_NUMERALS = "一二三四五六七八九十百千零〇"
#: A line that opens something new: 第三章, 一、, （二）, 3., （4）, ①, ——, 专栏 5, 注：, ★, a Markdown head or bullet.
_STRUCTURAL = re.compile(
    rf"第[{_NUMERALS}\d ]{{1,6}}[篇章节条部编][ \s\u3000]?|[{_NUMERALS}]{{1,3}}、(?![{_NUMERALS}])"
    rf"|[（(][{_NUMERALS}]{{1,3}}[）)]|[（(]\d{{1,2}}[）)]|\d{{1,2}}[.．、](?!\d)|[①-⑳]|——|――|──|专栏\s*\d|附[件表录注]\s*\d*[:：]?|注\s*[:：]"
    r"|[★☆●■◆▲•·]|#{1,6} |[-*+] |\||\*\*|\[\d|［\d|目\s*录|各位代表\s*[:：！!]"
)
_OPENING_CHARACTERS = frozenset("第（(专附注目各—―─★☆●■◆▲•·#-*+|[［" + _NUMERALS + "0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_NUMBERED_HEAD = re.compile(
    rf"第[{_NUMERALS}\d]{{1,6}}[篇章节]|[{_NUMERALS}]{{1,3}}、|[（(][{_NUMERALS}]{{1,3}}[）)]|\d{{1,2}}[.．、](?!\d)|专栏"
)
#: Heads whose inner blanks part a title from its continuation (第四章 优化营商环境 全面深化改革) and are kept.
_SPACED_HEAD = re.compile(rf"第[{_NUMERALS}\d]{{1,6}}[篇章节]|专栏|附[件表录]|表\s*\d|图\s*\d|#")
_BARE_NUMBER = re.compile(rf"第[{_NUMERALS}\d]{{1,6}}[篇章节]$")
_PROSE = re.compile(r"[，。；！？]")
_FULL_STOP = re.compile(r"[。；！？]")
#: A line that stops where no phrase can: 的, 和, 第 with its number, a session's 届.
_UNFINISHED = frozenset("的和与及或")
_ORDINAL = re.compile(rf"第[{_NUMERALS}\d]*$")
_PREDICATE = re.compile(r"[是为][:：]")
#: A paragraph's lead sentence (深化国企改革。), or a name with its colon (续建项目：): it opens a paragraph.
_LEAD = re.compile(
    r"[^，。；：！？,]{2,22}[。：]|[一二三四五两]年来，|过去[一五]年，|各位代表|在(?:看到|总结|肯定)|今年(?:全|政府|要)|做好今年|实现上述"
)
#: A bracket that a line leaves open is closed on the next line, unless it opened this long ago.
_LONGEST_BRACKET = 80
_LONGEST_HEAD = 60
_WIDTH_SAMPLE = 4000


def clean_text(original: str, cut: Sequence[Span] = (), *, apart: Sequence[Span] = ()) -> CleanText:
    """The text as it is read, with the map back.

    Args:
        original: The text as published.
        cut: Spans that the file's format marks as no content (running heads, struck-out words); left out.
        apart: Spans that the format sets apart (headings, cells, list items); none is joined with what is around it.

    Lines that a page or a column broke are joined: a line is continued by the next unless it ends a sentence, is a
    heading, or the next one opens something new. Blanks go, except between two words or two numbers (``one stop``)
    and in chapter heads. Furniture inside a sentence goes, and the sentence closes over it.
    """
    lines, furniture = _content_lines(original, sorted([*cut, *find_residue(original)]))
    pieces: list[tuple[int, int]] = []
    breaks: list[int] = []  # indices of pieces that are line breaks; of blanks between joined words, inverted
    paragraph = _Paragraph(_wrap_width(lines))
    borders = sorted({border for span in apart for border in (span.start, span.end)})
    for start, line in lines:
        if pieces:
            gap = _gap_before(original, pieces[-1][1], start)
            if gap >= 0:
                parted = borders and bisect_left(borders, pieces[-1][1]) < bisect_right(borders, start)
                if parted or not paragraph.goes_on_with(line, indented=_is_indented(original, start)):
                    breaks.append(len(pieces))
                    pieces.append((gap, gap + 1))
                    paragraph.close()
                elif _need_blank(paragraph.last, line[0]):
                    breaks.append(~len(pieces))
                    pieces.append((gap, gap + 1))
        _append_line(pieces, original, start, line, spaced=_is_spaced_head(line) or paragraph.is_bare_number)
        paragraph.add(line)
    return _assemble(original, pieces, breaks, furniture)


class _Paragraph:
    """The paragraph that is being put together, as far as the next line's fate depends on it."""

    __slots__ = ("_has_prose", "_has_stop", "_head", "_is_note", "_line", "_tail", "_width", "is_bare_number", "last")

    def __init__(self, width: int) -> None:
        self._width = width
        self.is_bare_number = False
        self.last = ""
        self.close()

    def close(self) -> None:
        """Starts a new paragraph; whether the closed one was a bare 第一篇 is remembered for the line after it."""
        self._line = ""
        self._tail = ""
        self._head: str | None = None
        self._has_prose = False
        self._has_stop = False
        self._is_note = False

    def add(self, line: str) -> None:
        self.is_bare_number = not self._line and _BARE_NUMBER.match(line) is not None
        bracket = max(line.rfind("（"), line.rfind("("))
        if bracket >= 0:
            # A bracket after a full stop is a note to the paragraph, （责任单位：…）, and its end is the paragraph's.
            self._is_note = (line[bracket - 1] if bracket else self.last) in _TERMINATORS
        self._line = line
        self.last = line[-1]
        self._tail = (
            line[-_LONGEST_BRACKET:] if len(line) >= _LONGEST_BRACKET else (self._tail + line)[-_LONGEST_BRACKET:]
        )
        if self._head is None:
            self._head = line
        if not self._has_stop:
            self._has_stop = _FULL_STOP.search(line) is not None
            self._has_prose = self._has_prose or self._has_stop or "，" in line

    def goes_on_with(self, line: str, *, indented: bool) -> bool:
        """Whether ``line`` continues the sentence or the paragraph that the lines so far leave open."""
        previous = self._line
        if not previous:
            return False
        first = line[0]
        if "\t" in previous or "\t" in line or first == "|" or previous[0] in "|#":
            return False
        if self._is_in_bracket():
            return first != "#" and _NUMBERED_HEAD.match(line) is None
        if first in _CONTINUING:
            return True
        if self._is_note and self.last in "）)":
            return False
        last = self.last if self.last not in _CLOSERS else (previous.rstrip(_CLOSERS)[-1:] or self.last)
        opens = indented or (first in _OPENING_CHARACTERS and _STRUCTURAL.match(line) is not None)
        if last in _TERMINATORS:
            return not opens and self._is_broken_after_stop(line, last)
        if last in "，、,":
            return not (opens and _NUMBERED_HEAD.match(line))
        if opens:
            return False
        if last in ":：":
            return False
        if (
            (last in _UNFINISHED and not self._is_head())
            or self._ends_in_ordinal(last, line)
            or (first in "是为" and _PREDICATE.match(line))
        ):
            return True
        if self._width and self._is_full(8):
            return True
        return self._is_prose_before(line)

    def _is_in_bracket(self) -> bool:
        tail = self._tail
        opened = max(tail.rfind("（"), tail.rfind("("))
        return opened >= 0 and opened > max(tail.rfind("）"), tail.rfind(")"))

    def _is_head(self) -> bool:
        """Whether the lines so far are a numbered head: short, and without a full stop."""
        head = self._head or ""
        return not self._has_stop and len(head) <= _LONGEST_HEAD and _NUMBERED_HEAD.match(head) is not None

    def _ends_in_ordinal(self, last: str, line: str) -> bool:
        """Whether an ordinal is cut from its noun: 第二 / 次会议, 第十四届 / 人民代表大会."""
        if last == "届":
            return line.startswith("人民代表大会")
        return last in _NUMERALS and _ORDINAL.search(self._tail[-6:]) is not None

    def _is_full(self, slack: int) -> bool:
        """Whether the last line reaches the margin, give or take some columns."""
        return -slack <= _display_width(self._line) - self._width <= 8

    def _is_broken_after_stop(self, line: str, last: str) -> bool:
        """Whether a paragraph goes on after a sentence that happens to end with the line.

        A sentence ends at the margin far more often than a paragraph does; a new paragraph would open with a lead
        sentence. A clause that ends in ； goes on unless it is an item of a list, which has no full stop before.
        """
        if _LEAD.match(line):
            return False
        if self._width:
            return self._is_full(4)
        return last in _SEMICOLONS and "。" in self._line

    def _is_prose_before(self, line: str) -> bool:
        """Whether the lines so far are the beginning of a sentence, not a heading."""
        if self._is_head():
            return False
        if self._has_prose:
            return True
        return len(self._line) >= 24 and "、" in self._line and _PROSE.search(line) is not None


def _content_lines(original: str, cut: list[Span]) -> tuple[list[tuple[int, str]], list[Span]]:
    """Lines with their starts, edges stripped, and what was furniture."""
    sorter = _Sorter()
    if not cut:
        for match in _LINE.finditer(original):
            sorter.add(match.group(), match.start())
        return sorter.lines, sorter.furniture
    # A cut may lie within a line: the line is then read in pieces, which join since no line break parts them.
    bounds = iter([*cut, Span(len(original), len(original))])
    bound = next(bounds)
    for match in _LINE.finditer(original):
        start, end = match.span()
        while bound.end <= start and bound.start < len(original):
            bound = next(bounds)
        while bound.start < end:
            sorter.add(original[start : bound.start], start)
            start = max(start, bound.end)
            if bound.end > end:
                break
            bound = next(bounds)
        sorter.add(original[start:end], start)
    return sorter.lines, sorted([*cut, *sorter.furniture])


class _Sorter:
    """Puts each line to the content or to the furniture."""

    __slots__ = ("_awaits_value", "furniture", "lines")

    def __init__(self) -> None:
        self.lines: list[tuple[int, str]] = []
        self.furniture: list[Span] = []
        self._awaits_value = False

    def add(self, raw: str, start: int) -> None:
        """Adds a line, edges stripped; a table row keeps the tabs of its empty cells."""
        line = raw.strip(_EDGE_WITH_TABS)
        if not line:
            return
        if len(line) <= LONGEST:
            is_value = self._awaits_value and len(line) <= LONGEST_VALUE and line[-1] not in "。：:！"
            if is_value or is_furniture(line):
                start += raw.index(line)
                self.furniture.append(Span(start, start + len(line)))
                self._awaits_value = not is_value and awaits_value(line)
                return
        self._awaits_value = False
        if "\t" in raw:
            line = raw.strip(_EDGE)
        self.lines.append((start if raw[0] == line[0] else start + raw.index(line), line))


def _wrap_width(lines: list[tuple[int, str]]) -> int:
    """The line width of a text whose paragraphs were broken into lines of equal width; 0 where they were not."""
    sample = lines[:: max(1, len(lines) // _WIDTH_SAMPLE)]
    widths = [_display_width(line) for _, line in sample if len(line) < LONGEST and "\t" not in line]
    if len(widths) < 12:
        return 0
    common, _ = Counter(widths).most_common(1)[0]
    near = sum(common - 6 <= width <= common + 6 for width in widths)
    return common if common >= 30 and near * 2 > len(sample) else 0


def _display_width(line: str) -> int:
    """Columns on a terminal: two for a Chinese character, one for ASCII, by the length of its encoding."""
    return (len(line) + len(line.encode("utf-8", "surrogatepass"))) // 2


def _is_indented(original: str, start: int) -> bool:
    return (
        start > 0
        and original[start - 1] in " \u00a0\u3000\u2003"
        and _INDENT.search(original, max(0, start - 4), start) is not None
    )


def _gap_before(original: str, end: int, start: int) -> int:
    """Where the first line break between two kept stretches stands, or -1 where there is none."""
    if original[end] == "\n":
        return end
    gap = _LINE_BREAK.search(original, end, start)
    return gap.start() if gap else -1


def _is_spaced_head(line: str) -> bool:
    return line[0] in "第专附表图#" and _SPACED_HEAD.match(line) is not None


def _append_line(pieces: list[tuple[int, int]], original: str, start: int, line: str, *, spaced: bool) -> None:
    """Adds the kept stretches of a line: all but blanks between characters that need none."""
    end = start + len(line)
    # Every blank but the common one counts as unprintable: one look tells whether there is anything to remove.
    if " " not in line and line.isprintable():
        pieces.append((start, end))
        return
    for blank in _BLANKS.finditer(original, start, end):
        left, right = blank.span()
        if left > start:
            needed = right < end and (
                _need_blank(original[left - 1], original[right])
                or (spaced and _parts_words(original, left, right, end))
            )
            pieces.append((start, left + 1 if needed else left))
        start = right
    if start < end:
        pieces.append((start, end))


def _need_blank(left: str, right: str) -> bool:
    """Whether two characters would run into one word or one number: PM 2.5 and 5 G do not, one stop and 3 4 do."""
    if not (left.isascii() and right.isascii()):
        return False
    return (left.isalpha() and right.isalpha()) or (left.isdigit() and right.isdigit())


def _parts_words(original: str, left: int, right: int, end: int) -> bool:
    """Whether a blank in a head parts words; in 总　则 it only spreads them."""
    if not (original[left - 1].isalpha() and original[right].isalpha()):
        return True
    spread_left = left < 2 or not original[left - 2].isalnum()
    spread_right = right + 1 >= end or not original[right + 1].isalnum()
    return not (spread_left and spread_right)


def _assemble(original: str, pieces: list[tuple[int, int]], breaks: list[int], furniture: list[Span]) -> CleanText:
    texts = [original[start:end] for start, end in pieces]
    for index in breaks:
        if index >= 0:
            texts[index] = "\n"
        else:
            texts[~index] = " "
    starts, offset = [], 0
    for text in texts:
        starts.append(offset)
        offset += len(text)
    origins = tuple(start for start, _ in pieces)
    return CleanText(fold("".join(texts)), tuple(starts), origins, len(original), tuple(furniture))

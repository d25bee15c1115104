"""Original text to cleaned text: furniture out, broken lines joined, blanks removed, forms folded."""

import re
from collections import Counter
from collections.abc import Sequence

from lantu.text.clean import CleanText
from lantu.text.folding import fold
from lantu.text.furniture import LONGEST, RESIDUE, is_furniture
from lantu.text.span import Span

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_BLANKS = re.compile(r"[ \u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff\u00ad]+")
_EDGE = " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\u3000\ufeff\u00ad\u200c\u200d\u2060"
_INDENT = re.compile(r"[\u3000\u2003]{2}|[ \u00a0]{4}")
_CLOSERS = "”’」』）)】》〉]"
_TERMINATORS = frozenset("。！？!?；;")

#: A line that opens something new: 第三章, 一、, （二）, 3., （4）, ①, ——, 专栏 5, 注：, ★, a Markdown head or bullet.
_STRUCTURAL = re.compile(
    r"第[一二三四五六七八九十百零〇\d ]{1,6}[篇章节条部编][ \s\u3000]?|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十])"
    r"|[（(][一二三四五六七八九十]{1,3}[）)]|[（(]\d{1,2}[）)]|\d{1,2}[.．、](?!\d)|[①-⑳]|——|――|──|专栏\s*\d|附[件表录注]\s*\d*[:：]?|注\s*[:：]"
    r"|[★☆●■◆▲•·]|#{1,6} |[-*+] |目\s*录"
)
#: Heads whose inner blanks part a title from its continuation (第四章 优化营商环境 全面深化改革) and are kept.
_SPACED_HEAD = re.compile(r"第[一二三四五六七八九十百零〇\d]{1,6}[篇章节]|专栏|附[件表录]|表\s*\d|图\s*\d|#")
_PROSE = re.compile(r"[，。；！？]")
#: A bracket that a line leaves open is closed on the next line, unless it opened this long ago.
_LONGEST_BRACKET = 80
_NUMBERED_HEAD = re.compile(r"第[一二三四五六七八九十百零〇\d]{1,6}[篇章节]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|专栏")


def clean_text(original: str, cut: Sequence[Span] = ()) -> CleanText:
    """The text as it is read, with the map back.

    Args:
        original: The text as published.
        cut: Spans that the file's format marks as no content (running heads, struck-out words); left out.

    Lines that a page or a column broke are joined: a line is continued by the next unless it ends a sentence, is a
    heading, or the next one opens something new. Blanks go, except between two ASCII words (``one stop``) and in
    chapter heads. Furniture inside a sentence goes, and the sentence closes over it.
    """
    lines, furniture = _content_lines(original, [*cut, *_residue(original)])
    pieces: list[tuple[int, int]] = []
    breaks: list[int] = []  # indices of pieces that are line breaks, or blanks between joined ASCII words
    width = _wrap_width(lines)
    previous = ""
    for start, line in lines:
        if previous:
            gap = _LINE_BREAK.search(original, pieces[-1][1])
            if gap is not None and gap.start() < start:
                if not _continues(previous, line, width, indented=_is_indented(original, start)):
                    pieces.append((gap.start(), gap.start() + 1))
                    breaks.append(len(pieces) - 1)
                elif _is_word(previous[-1]) and _is_word(line[0]):
                    pieces.append((gap.start(), gap.start() + 1))
                    breaks.append(~(len(pieces) - 1))
        _append_line(pieces, original, start, line)
        previous = line
    return _assemble(original, pieces, breaks, furniture)


_LINE_BREAK = re.compile(r"[\n\r\f\v\x85\u2028\u2029]")


def _residue(original: str) -> list[Span]:
    if "[" not in original:
        return []
    return [Span(*found.span()) for found in RESIDUE.finditer(original)]


def _content_lines(original: str, cut: list[Span]) -> tuple[list[tuple[int, str]], list[Span]]:
    """Lines with their starts, edges stripped, and what was furniture."""
    lines: list[tuple[int, str]] = []
    furniture: list[Span] = sorted(cut)
    # A cut may lie within a line: the line is then read in pieces, which join since no line break parts them.
    bounds = iter([*furniture, Span(len(original), len(original))])
    bound = next(bounds)
    found: list[Span] = []
    for match in _LINE.finditer(original):
        start, end = match.span()
        while bound.end <= start and bound.start < len(original):
            bound = next(bounds)
        while bound.start < end:
            _keep_line(original, start, bound.start, lines, found)
            start = max(start, bound.end)
            if bound.end > end:
                break
            bound = next(bounds)
        _keep_line(original, start, end, lines, found)
    return lines, sorted([*furniture, *found])


def _keep_line(original: str, start: int, end: int, lines: list[tuple[int, str]], furniture: list[Span]) -> None:
    if start >= end:
        return
    raw = original[start:end]
    line = raw.lstrip(_EDGE)
    start += len(raw) - len(line)
    line = line.rstrip(_EDGE) if "\t" not in raw else line.rstrip(_EDGE.replace("\t", ""))
    if "\t" in raw and line:
        start -= _leading_tabs(raw)
        line = original[start : start + len(line) + _leading_tabs(raw)]
    if not line or line.isspace():
        return
    if len(line) <= LONGEST and is_furniture(line):
        furniture.append(Span(start, start + len(line)))
    else:
        lines.append((start, line))


def _leading_tabs(raw: str) -> int:
    """How many characters at the edge a table row keeps: an empty first cell is a cell."""
    edge = raw[: len(raw) - len(raw.lstrip(_EDGE))]
    return len(edge) - edge.index("\t") if "\t" in edge else 0


def _wrap_width(lines: list[tuple[int, str]]) -> int:
    """The line width of a text whose paragraphs were broken into lines of equal width; 0 where they were not."""
    widths = [_display_width(line) for _, line in lines if "\t" not in line and len(line) < LONGEST]
    if len(widths) < 12:
        return 0
    common, _ = Counter(widths).most_common(1)[0]
    near = sum(common - 6 <= width <= common + 6 for width in widths)
    return common if common >= 30 and near * 2 > len(lines) else 0


def _display_width(line: str) -> int:
    """Columns on a terminal: two for a Chinese character, one for ASCII."""
    return len(line) * 2 - sum(map(line.count, " 0123456789.%")) if not line.isascii() else len(line)


def _is_indented(original: str, start: int) -> bool:
    return bool(_INDENT.search(original, max(0, start - 4), start))


def _continues(previous: str, line: str, width: int, *, indented: bool) -> bool:
    """Whether ``line`` goes on with the sentence that ``previous`` left unfinished."""
    if "\t" in previous or "\t" in line:
        return False
    last = previous.rstrip(_CLOSERS)[-1:] or previous[-1]
    if previous.rfind("（") > previous.rfind("）") and len(previous) - previous.rfind("（") < _LONGEST_BRACKET:
        return True
    full = _display_width(previous) >= width - 8 if width else False
    if previous.startswith("#") or (last in _TERMINATORS and not (full and last in "；;")):
        return False
    if last in "，、,":
        return True
    if indented or _STRUCTURAL.match(line):
        return False
    if width:
        return full and last not in ":："
    if last in ":：":
        return False
    if _NUMBERED_HEAD.match(previous) and not _PROSE.search(previous):
        return False
    return _PROSE.search(previous) is not None


def _append_line(pieces: list[tuple[int, int]], original: str, start: int, line: str) -> None:
    """Adds the kept stretches of a line: all but blanks between characters that need none."""
    end = start + len(line)
    if " " not in line and not _BLANKS.search(line):
        pieces.append((start, end))
        return
    keep_one = _SPACED_HEAD.match(line) is not None
    for blank in _BLANKS.finditer(original, start, end):
        left, right = blank.span()
        if left > start:
            needed = keep_one or (_is_word(original[left - 1]) and _is_word(original[right]))
            pieces.append((start, left + 1 if needed else left))
        start = right
    if start < end:
        pieces.append((start, end))


def _is_word(character: str) -> bool:
    return character.isascii() and character.isalnum()


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
    return CleanText(fold("".join(texts)), tuple(starts), tuple(start for start, _ in pieces), len(original), tuple(furniture))

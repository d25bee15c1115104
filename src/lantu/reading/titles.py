"""The title of a document: which of its first lines are it, whole or wrapped, after web furniture."""

import re
from collections.abc import Sequence

from lantu.reading.lines import Line
from lantu.text.clean import CleanText
from lantu.text.source import Mark, MarkKind
from lantu.vocabulary.regions import find_regions

#: Words that end the title of a planning document, with what may follow them in brackets or after them.
GENRES = (
    r"工作报告|规划纲要|远景目标纲要|规划|纲要|行动方案|行动计划|实施方案|工作方案|总体方案|方案|年度计划|计划|统计公报|公报|意见|通知|决定|办法"
    r"|工作要点|要点|清单|建议|报告|措施"
)
_GENRE_END = re.compile(rf"(?:{GENRES})(?:[（(《〈][^（）]{{1,30}}[）)》〉])*$")
_BRACKETED = re.compile(
    r"[（(](?:草案|送审稿|征求意见稿|全文|摘要|试行|第.{1,3}部分|[上中下]|.{0,3}20\d\d.{1,12})[）)]$"
)
_NAVIGATION = re.compile(r".{0,8}(?:要闻|动态|公告|专题|资讯|新闻|频道|日报|客户端|首页|专栏)$")
_OPENS_TITLE = re.compile(
    r"20\d\d年|二[〇○零]|关于|中华人民共和国|全国|政府工作报告|《|“十|“?[一二三四五六七八九十]+五”?"
)
_OPENS_WITH_ABOUT = re.compile(r"关于|印发")
_ISSUING_BODY = re.compile(r"(?:人民政府|办公厅|办公室|委员会|党委|省委|市委|厅|局)$")
_DATED = re.compile(r"20\d\d[年-]\d{1,2}[月-]|^[—-]{2}|^（20|次会议")
_BODY_LENGTH = 60
_LAST_CANDIDATE = 60


def find_title(lines: Sequence[Line], clean: CleanText, marks: Sequence[Mark]) -> range:
    """Which lines are the title; empty where none of the first lines looks like one.

    Recognises 辽河省推进全域开放 / 三年行动方案 as two lines of one title, **…** around it, and a format's TITLE mark.
    """
    marked = _marked_title(lines, clean, marks)
    if marked:
        return marked
    candidates = [_with_neighbours(lines, index) for index in _candidates(lines)]
    if not candidates:
        return range(0)
    return max(candidates, key=lambda found: (_weight(title_text(lines, found)), -found.start))


def title_text(lines: Sequence[Line], found: range) -> str:
    """The words of a title that stands on these lines."""
    return "".join(lines[index].text.strip("*#　 ") for index in found)


def _marked_title(lines: Sequence[Line], clean: CleanText, marks: Sequence[Mark]) -> range:
    spans = [(mark.start, mark.end) for mark in marks if mark.kind is MarkKind.TITLE]
    if not spans:
        return range(0)
    start, end = clean.clean_offset(spans[0][0]), clean.clean_offset(spans[0][1])
    inside = [index for index, line in enumerate(lines[:_LAST_CANDIDATE]) if start <= line.start < end]
    return range(inside[0], inside[-1] + 1) if inside else range(0)


def _candidates(lines: Sequence[Line]) -> list[int]:
    found = []
    for index, line in enumerate(lines[:_LAST_CANDIDATE]):
        text = line.text.strip("*# ")
        if len(text) > _BODY_LENGTH and "。" in text:
            break
        if "\t" in text or len(text) > _BODY_LENGTH or text.startswith(("一、", "第一", "目录")):
            if text.startswith(("一、", "第一", "目录")):
                break
            continue
        if _GENRE_END.search(text) and not _DATED.search(text) and "。" not in text:
            found.append(index)
    return found


def _with_neighbours(lines: Sequence[Line], index: int) -> range:
    start = index
    while start > 0 and index - start < 4 and _is_continued(lines[start - 1].text, lines[start].text):
        start -= 1
    end = index + 1
    while end < len(lines) and _BRACKETED.match(lines[end].text.strip("*")):
        end += 1
    return range(start, end)


def _is_continued(previous: str, line: str) -> bool:
    """Whether a title's line goes on from the one before it."""
    if len(previous) > 40 or previous[-1] in "。；：，！>" or _NAVIGATION.match(previous) or _DATED.search(previous):
        return False
    if previous.startswith("**") and not previous.endswith("**"):
        return True
    if line.startswith(("**", "# ")):
        return False
    text = line.strip("*# ")
    if _OPENS_WITH_ABOUT.match(text):
        return _ISSUING_BODY.search(previous) is not None
    return not _opens_title(text) and not _GENRE_END.search(previous.strip("*# "))


def _opens_title(text: str) -> bool:
    if _OPENS_TITLE.match(text):
        return True
    return any(mention.start == 0 for mention in find_regions(text[:12]))


def _weight(title: str) -> int:
    """How much a title says: a year and a region count, mere length little."""
    said = 2 * bool(re.search(r"20\d\d|[一二三四五六七八九十]+五”|个五年", title)) + 2 * bool(find_regions(title))
    return said + (len(title) > 6) + (len(title) > 12)

"""Which time a sentence speaks of, and whether it looks back or ahead.

A planning document sets its tense by sections (一、2023年工作回顾 looks back, 二、2024年工作安排 looks ahead), moves it by
the openings of sentences (五年来，… 一年来，… 今年，…), and overrides it by naming a year in the sentence (到2025年，…).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from lantu.model.document import Block, BlockKind, Document, DocumentKind
from lantu.model.statement import Measure, StatementKind


class TimeKind(StrEnum):
    """How a stretch of text tells its time."""

    YEAR = "year"  # one year: 去年, 今年, 2025年
    SPAN = "span"  # a plan's years: 五年来, “十四五”时期
    NONE = "none"  # nothing is said, and the document's own period is unknown


@dataclass(frozen=True, slots=True)
class Tense:
    """What a stretch of text speaks of until something says otherwise.

    Attributes:
        kind: Result where it looks back, target where it looks ahead.
        time: Whether its time is one year or a span of years.
        year: That year; 0 where unknown.
        first: First year of the span; 0 where unknown.
        last: Last year of the span.
        annual: Whether 每年 makes the number a yearly one.
        explicit: Whether the sentence itself names the time.
        reason: The words that set it.
    """

    kind: StatementKind
    time: TimeKind = TimeKind.NONE
    year: int = 0
    first: int = 0
    last: int = 0
    annual: bool = False
    explicit: bool = False
    reason: str = ""

    def period(self, measure: Measure, *, origin: bool = False) -> str:
        """The period in GUIDE's form: 2024, 2021-2025, annual:2021-2025, or "".

        A level of a plan without a year is reached at its end; an amount or a change takes the whole span; the value
        that a change started from is the year before.
        """
        if self.annual:
            return f"annual:{self.first}-{self.last}" if self.first else "annual:"
        if self.time is TimeKind.SPAN:
            if origin:
                return str(self.first if self.first % 5 == 0 else self.first - 1)
            return str(self.last) if measure is Measure.LEVEL else f"{self.first}-{self.last}"
        if self.time is TimeKind.YEAR:
            return str(self.year - 1 if origin and not self.explicit else self.year)
        return ""


_NUMERAL = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}


def plan_years(ordinal: int) -> tuple[int, int]:
    """First and last year of the N-th five-year plan: the 14th is 2021 to 2025.

    Counted from the 6th plan (1981); earlier ones kept the same cycle but for the pause of 1963-1965.
    """
    first = 1981 + 5 * (ordinal - 6)
    return first, first + 4


#: Every expression of time that moves the tense, in one pass over the text.
#: Each alternative begins with a plain character, so that the scan skips to those few characters.
_MARKER = re.compile(
    r"十([一二三四五六七])五”?(这五年|时期以来|时期|期间|以来|末|收官|初)?"
    r"|((?:19|20)\d\d)(?:年?[—\-~至到]{1,2}((?:19|20)\d\d))?年(?:(\d{1,2})月)?"
    r"|(过去五年|这五年|近五年|五年来|五年间|五年累计|今后(?:五|5)年|未来(?:五|5)年)"
    r"|(一年来|过去的?一年|刚刚过去的(?:一年|(?:19|20)\d\d年)|这一年|去年|上年|今年|明年|全年)"
    r"|(每年|年均新增|年均新建|年新建|年新增|年(?<![去今明全当上本前每历逐]年)(?=培训|新增|新建|推广|举办))"
)
#: Before these a year is only compared with: 比2020年, 较“十三五”末, 与2020年相比.
_COMPARED = ("比", "较", "与", "同", "于", "是", "为", "超", "自", "从")

_REVIEW = re.compile(
    r"回顾|总结|成就|成绩|发展基础|现状|过去|主要工作(?!任务|安排|部署)|工作情况|完成情况|实施情况|基本情况"
)
_AHEAD = re.compile(
    r"目标|任务|安排|部署|工作(?:重点|要求|打算|建议)|重点工作|总体要求|展望|今后|建设|推进|实施|规划|思路|举措"
)
#: Opens the part of a report that looks ahead where no heading does.
_TURN = re.compile(
    r"(?:主要)?(?:预期)?(?:目标|指标)(?:建议)?(?:是|为|：)|做好今年|今年(?:工作|要|，我们)|重点(?:抓好|做好|推进)以下"
)


@dataclass(slots=True)
class Marker:
    """One expression of time in the text."""

    start: int
    end: int
    match: re.Match[str]
    opens_sentence: bool


def find_markers(text: str) -> list[Marker]:
    """Every expression of time in the text, in order."""
    markers = []
    for match in _MARKER.finditer(text):
        start, end = match.span()
        before = text[max(0, start - 7) : start]
        if before[-1:].isdigit() and (match.group(1) or match.group(3)):
            continue
        if before.endswith(_PER_HEAD):
            continue  # 每人每年700元 is a rate, not a promise for each year
        if before[-1:] == "“":
            start, before = start - 1, before[:-1]
        markers.append(Marker(start, end, match, _opens_sentence(before)))
    return markers


_PER_HEAD = ("每人", "每户", "每亩", "每生", "每床")
_SENTENCE_MARK = re.compile(r"[。！？；\n]")


def _opens_sentence(before: str) -> bool:
    return len(before) < 6 or _SENTENCE_MARK.search(before) is not None or before.endswith(("——", "：", "， "))


@dataclass(frozen=True, slots=True)
class Calendar:
    """The years that a document's own front matter fixes.

    Attributes:
        kind: The genre.
        year: The year a report plans for, or the first year of a plan; 0 where unknown.
        first: First year of the plan's span; 0 where unknown.
        last: Its last year.
    """

    kind: DocumentKind
    year: int = 0
    first: int = 0
    last: int = 0

    @property
    def base(self) -> int:
        """The last year that lies behind the document."""
        if self.kind is DocumentKind.WORK_REPORT:
            return self.year - 1
        if self.kind is DocumentKind.COMMUNIQUE:
            return self.year
        return self.first - 1 if self.first else 0


def read_calendar(document: Document) -> Calendar:
    """The calendar that the front matter gives, with what follows from the genre."""
    kind = DocumentKind(document.front.kind.value)
    years = [int(year) for year in re.findall(r"(?:19|20)\d\d", document.front.period.value)]
    if not years:
        return Calendar(kind)
    if len(years) > 1:
        return Calendar(kind, years[0], years[0], years[-1])
    first, last = plan_span(years[0] - 1 if kind is DocumentKind.WORK_REPORT else years[0])
    return Calendar(kind, years[0], first, last)


def plan_span(year: int) -> tuple[int, int]:
    """The five-year plan that a year lies in: 2023 gives (2021, 2025)."""
    first = year - (year - 1) % 5
    return first, first + 4


def opening_tense(calendar: Calendar) -> Tense:
    """What the document speaks of before any heading or sentence says."""
    if calendar.kind is DocumentKind.WORK_REPORT:
        return _review(calendar)
    if calendar.kind is DocumentKind.COMMUNIQUE:
        return Tense(
            StatementKind.RESULT, TimeKind.YEAR if calendar.year else TimeKind.NONE, calendar.year, reason="文种"
        )
    return _ahead(calendar)


def _review(calendar: Calendar) -> Tense:
    base = calendar.base
    if calendar.kind in (DocumentKind.WORK_REPORT, DocumentKind.COMMUNIQUE):
        first, last = plan_span(base) if base else (0, 0)
        return Tense(
            StatementKind.RESULT, TimeKind.YEAR if base > 0 else TimeKind.NONE, base, first, last, reason="回顾"
        )
    first, last = (calendar.first - 5, calendar.first - 1) if calendar.first else (0, 0)
    return Tense(StatementKind.RESULT, TimeKind.SPAN if first else TimeKind.NONE, base, first, last, reason="回顾")


def _ahead(calendar: Calendar) -> Tense:
    if calendar.kind is DocumentKind.WORK_REPORT:
        first, last = plan_span(calendar.year) if calendar.year else (0, 0)
        return Tense(
            StatementKind.TARGET,
            TimeKind.YEAR if calendar.year else TimeKind.NONE,
            calendar.year,
            first,
            last,
            reason="部署",
        )
    time = TimeKind.SPAN if calendar.first else TimeKind.NONE
    return Tense(StatementKind.TARGET, time, calendar.last, calendar.first, calendar.last, reason="规划期")


def section_tense(block: Block, text: str, calendar: Calendar, outer: Tense) -> Tense | None:
    """The tense that a heading sets, or None where it leaves that of the section around it."""
    title = text[block.start : block.end]
    plans = [plan_years(10 + _NUMERAL[n]) for n in re.findall(r"十([一二三四五六七])五", title)]
    years = [int(year) for year in re.findall(r"(?:19|20)\d\d(?=年)", title)]
    if _REVIEW.search(title) and not title.startswith("——") and (block.level <= 6 or plans or years):
        tense = _review(calendar)
        if plans and plans[0][0] <= calendar.base and _first_is_plan(title):
            tense = replace(tense, time=TimeKind.SPAN, first=plans[0][0], last=plans[0][1])
        return replace(tense, reason=title[:20])
    if calendar.kind is not DocumentKind.WORK_REPORT:
        return _ahead(calendar) if block.level <= 2 and outer.kind is StatementKind.RESULT else None
    if block.level > 5 and not (plans or years):
        return None
    if plans and plans[-1][0] > calendar.base - 4 and plans[-1][1] > calendar.base and not years:
        return Tense(StatementKind.TARGET, TimeKind.SPAN, calendar.year, *plans[-1], reason=title[:20])
    if _AHEAD.search(title) or years:
        tense = _ahead(calendar)
        if plans and plans[-1][1] > calendar.base and _first_is_plan(title):
            tense = replace(tense, time=TimeKind.SPAN, first=plans[-1][0], last=plans[-1][1])
        return replace(tense, reason=title[:20])
    return None


def _first_is_plan(title: str) -> bool:
    plan, year = re.search(r"十[一二三四五六七]五", title), re.search(r"(?:19|20)\d\d年", title)
    return plan is not None and (year is None or plan.start() < year.start())


def hold_tense(tense: Tense, marker: Marker, text: str, calendar: Calendar, *, opens_block: bool) -> Tense:
    """The tense that holds on after a sentence that opens with 五年来, 一年来, 今年 or “十五五”时期.

    A year opens a stretch only at the head of a paragraph (2025年，…); elsewhere it speaks for its sentence alone.
    """
    match = marker.match
    relative = match.group(7)
    opener = match.group(6) or (relative and relative not in ("全年", "上年")) or (match.group(1) and match.group(2))
    year = match.group(3)
    if _BASE_OF_MORE.match(text, marker.end):
        return tense
    if not (opener or (opens_block and year and not match.group(4) and int(year) == calendar.base)):
        return tense
    moved = move_tense(tense, marker, text, calendar)
    return replace(moved, explicit=False) if moved is not None else tense


def move_tense(tense: Tense, marker: Marker, text: str, calendar: Calendar) -> Tense | None:
    """The tense after an expression of time; None where it moves nothing."""
    before = text[max(0, marker.start - 2) : marker.start].strip("“")
    if before.endswith(_COMPARED) and before != "占比" and not _is_start_of_change(text, marker):
        return None
    if _MERE_MENTION.match(text, marker.end):
        return None
    return _moved(tense, marker.match.group(), calendar)


@lru_cache(maxsize=4096)
def _moved(tense: Tense, words: str, calendar: Calendar) -> Tense | None:
    """The tense after the words, cached: a document says 2025年 in the same tense hundreds of times."""
    match = _MARKER.match(words)
    if match is None:
        return None
    if match.group(1):
        return _move_to_plan(tense, match, calendar)
    if match.group(3):
        return _move_to_year(tense, match, calendar)
    if match.group(6):
        return _move_to_five_years(tense, match.group(6), calendar)
    if match.group(7):
        return _move_to_relative_year(tense, match.group(7), calendar)
    return replace(tense, annual=True, reason=words)


#: A year that only measures or describes: 2020年的1.7倍, 2000年底前建成的小区.
_MERE_MENTION = re.compile(r"的?[\d.]+倍|的[两一]倍|年?[底末]?(?:以)?前(?:建成|竣工|投用)的")
_CHANGED = re.compile(r"[到至]")
_LONGEST_CHANGE = 60
_BASE_OF_MORE = re.compile(r"[^。；]{0,28}基础上")


def _is_left_behind(text: str, marker: Marker, position: int) -> bool:
    """Whether the words up to a position leave a time again: 从2020年的2%提高到|3%, 在去年20座的基础上新建|30座."""
    if _BASE_OF_MORE.match(text, marker.end, position):
        return True
    near = min(position, marker.end + _LONGEST_CHANGE)
    return _is_start_of_change(text, marker) and _CHANGED.search(text, marker.end, near) is not None


def _is_start_of_change(text: str, marker: Marker) -> bool:
    """Whether 从2020年的… names the year that a change started from."""
    return text[marker.start - 1 : marker.start] in ("从", "由") and text[marker.end : marker.end + 1] == "的"


def _move_to_plan(tense: Tense, match: re.Match[str], calendar: Calendar) -> Tense | None:
    if not match.group(2):
        return None
    first, last = plan_years(10 + _NUMERAL[match.group(1)])
    kind = _kind_of(last, tense, calendar)
    if match.group(2) in ("末", "收官"):
        return replace(
            tense,
            kind=kind,
            time=TimeKind.YEAR,
            year=last,
            first=first,
            last=last,
            explicit=True,
            reason=match.group(0),
        )
    if match.group(2) == "初":
        return None
    return replace(tense, kind=kind, time=TimeKind.SPAN, first=first, last=last, explicit=True, reason=match.group(0))


def _move_to_year(tense: Tense, match: re.Match[str], calendar: Calendar) -> Tense:
    year = int(match.group(3))
    if match.group(4):
        last = int(match.group(4))
        return replace(
            tense,
            kind=_kind_of(last, tense, calendar),
            time=TimeKind.SPAN,
            first=year,
            last=last,
            explicit=True,
            reason=match.group(0),
        )
    return replace(
        tense,
        kind=_kind_of(year, tense, calendar),
        time=TimeKind.YEAR,
        year=year,
        explicit=True,
        annual=False,
        reason=match.group(0),
    )


def _move_to_five_years(tense: Tense, words: str, calendar: Calendar) -> Tense:
    ahead = words[0] in "今未" or (words == "五年累计" and tense.kind is StatementKind.TARGET)
    first, last = plan_span(calendar.base + 1 if ahead else calendar.base) if calendar.base > 0 else (0, 0)
    kind = StatementKind.TARGET if ahead else StatementKind.RESULT
    return replace(
        tense,
        kind=kind,
        time=TimeKind.SPAN if first else TimeKind.NONE,
        first=first,
        last=last,
        explicit=True,
        reason=words,
    )


def _move_to_relative_year(tense: Tense, words: str, calendar: Calendar) -> Tense | None:
    if calendar.base <= 0 or calendar.kind is not DocumentKind.WORK_REPORT:
        return None
    if words == "全年":
        return replace(tense, time=TimeKind.YEAR, reason=words) if tense.time is TimeKind.SPAN else None
    year = {"今": calendar.year, "明": calendar.year + 1}.get(words[0], calendar.base)
    return replace(
        tense, kind=_kind_of(year, tense, calendar), time=TimeKind.YEAR, year=year, explicit=True, reason=words
    )


def _kind_of(year: int, tense: Tense, calendar: Calendar) -> StatementKind:
    """Target for a year ahead of the document, result for one behind it."""
    if not calendar.base:
        return tense.kind
    return StatementKind.TARGET if year > calendar.base else StatementKind.RESULT


#: Kinds of blocks whose numbers are read as running text.
READ_AS_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.BOX})


#: No more expressions of time than these settle a number's tense, so that an endless sentence costs no more than many.
_MOST_MARKERS = 8


@dataclass(slots=True)
class Timeline:
    """The times that one document speaks of, from its front matter down to the words in its sentences.

    Attributes:
        calendar: The years that the front matter fixes.
        markers: Every expression of time in the cleaned text, in order.
        starts: Where each of them starts.
        blocks: The blocks that are read as running text: index, block, and the tense in which it opens.
    """

    calendar: Calendar
    markers: list[Marker]
    starts: list[int]
    blocks: list[tuple[int, Block, Tense]]

    def tense_at(
        self, text: str, sentence_start: int, position: int, tense: Tense, *, place: int = 0, chain: int = 1
    ) -> Tense:
        """The tense at a position: the last expression of time before it in its sentence, else the one given.

        Args:
            text: The cleaned text.
            sentence_start: Where the sentence starts.
            position: Where the number stands.
            tense: What holds when the sentence says nothing.
            place: How many numbers of its chain stand before this one.
            chain: How many numbers hang together; as many years in a row are handed out to them.
        """
        high = bisect_left(self.starts, position)
        low = max(bisect_left(self.starts, sentence_start, 0, high), high - _MOST_MARKERS)
        if chain > 1 and high - chain >= low and self._is_row_of_years(text, high - chain, high):
            return move_tense(tense, self.markers[high - chain + place], text, self.calendar) or tense
        last = -1
        for marker in self.markers[low:high]:
            if marker.end > position:
                break
            moved = move_tense(tense, marker, text, self.calendar)
            if moved is not None and not _is_left_behind(text, marker, position):
                tense, last = moved, marker.end
        if tense.annual and last >= 0 and text.find("；", last, position) >= 0:
            return replace(tense, annual=False)
        return tense

    def _is_row_of_years(self, text: str, first: int, end: int) -> bool:
        """Whether markers stand side by side and name one year each: 2027年、2030年分别达到55%、60%."""
        row = self.markers[first:end]
        return all(one.match.group(3) and not one.match.group(4) for one in row) and all(
            text[left.end : right.start].strip("和与、到") == "" for left, right in pairwise(row)
        )


def read_timeline(document: Document) -> Timeline:
    """The document's timeline, which the stages of extraction share."""
    calendar, markers = read_calendar(document), find_markers(document.clean.text)
    blocks = list(_tensed_blocks(document, calendar, markers))
    return Timeline(calendar, markers, [marker.start for marker in markers], blocks)


def _tensed_blocks(document: Document, calendar: Calendar, markers: list[Marker]) -> Iterator[tuple[int, Block, Tense]]:
    """Each block that is read as running text, with the tense in which it opens.

    Headings set the tense of their section and give the outer one back when it ends; within a section the openings of
    sentences move it (``hold_tense``).
    """
    text, tense = document.clean.text, opening_tense(calendar)
    in_force: list[tuple[int, Tense]] = []
    first = 0
    for index, block in enumerate(document.blocks):
        if block.kind in _HEADS and block.level:
            while in_force and in_force[-1][0] >= block.level:
                _, tense = in_force.pop()
            found = section_tense(block, text, calendar, tense)
            if found is not None:
                in_force.append((block.level, tense))
                tense = found
        if block.kind in READ_AS_TEXT:
            tense = _turned(block, text, calendar, tense)
            yield index, block, tense
            first, tense = hold_through(block, block.end, markers, first, tense, text, calendar)


_HEADS = frozenset({BlockKind.HEADING, BlockKind.BOX})


def _turned(block: Block, text: str, calendar: Calendar, tense: Tense) -> Tense:
    """The tense after a report's words for its goals, where no heading announced them, as in 今年…主要预期目标是：… ."""
    looks_back = calendar.kind is DocumentKind.WORK_REPORT and tense.kind is StatementKind.RESULT
    if looks_back and turns_ahead(text[block.start : min(block.end, block.start + 60)]):
        return replace(_ahead(calendar), reason="转入部署")
    return tense


def hold_through(
    block: Block, position: int, markers: list[Marker], first: int, tense: Tense, text: str, calendar: Calendar
) -> tuple[int, Tense]:
    """The tense after every sentence opening of the block up to a position, and the first marker behind it."""
    holds = calendar.kind is DocumentKind.WORK_REPORT and not (block.kind is BlockKind.HEADING and block.level <= 5)
    while first < len(markers) and markers[first].start < position:
        marker = markers[first]
        if holds and marker.opens_sentence and marker.start >= block.start:
            tense = hold_tense(tense, marker, text, calendar, opens_block=marker.start <= block.start + 14)
        first += 1
    return first, tense


def turns_ahead(sentence: str) -> bool:
    """Whether a sentence opens the part of a report that looks ahead, as in 今年全省…主要预期目标是：… ."""
    return _TURN.search(sentence) is not None

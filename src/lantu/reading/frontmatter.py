"""Front matter: title, kind, issuer, region, date and period, each with the reason it was concluded."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace

from lantu.errors import LantuError
from lantu.model.document import BlockKind, Conclusion, Document, DocumentKind, FrontMatter
from lantu.reading.labels import number_of
from lantu.text.span import Span
from lantu.vocabulary.regions import find_region, provinces, region_of_code, region_of_name

#: How much of a text may say who speaks, when and where.
_HEAD = 3000
_FIRST_BLOCKS = 40
_LAST_BLOCKS = 6
_FIRST_FURNITURE = 60
_DATE = re.compile(r"(20\d\d)\s*[年\-/.]\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})\s*日?")
_CHINESE_DATE = re.compile(
    r"(二[〇○零][〇○零一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_LONGEST_DATE = 14
_SESSION = re.compile(
    r"(?P<date>20\d\d年\d{1,2}月\d{1,2}日)?(?:上午|下午)?在(?P<place>[^，。在]{2,14}?)第[一二三四五六七八九十\d]{1,3}届人民代表大会"
)
_REPORTS = re.compile(r"我?[代受](?:表|委托)?(?P<body>[^，。]{0,14}?人民政府)[，,]?(?:向(?:大会|本次大会)|作)")
_SPEAKER = re.compile(
    r"(?P<place>[^\s，。：—]{2,12}?)(?:人民政府)?(?:省长|市长|主席|县长|区长|州长|盟长|旗长)(?![^\n]{12})"
)
_ISSUED = re.compile(
    r"(?P<body>[^\s，。：（《》]{2,20}?人民政府(?:办公厅|办公室)?)(?:关于|20\d\d年\d{1,2}月\d{1,2}日)?(?:印发|发布|批转)"
)
_NUMBER = re.compile(
    r"(?P<short>[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁新])(?P<mark>政(?:办)?(?:发|函|规|字)*|府(?:办)?(?:发|函|规)*)〔20\d\d〕"
)
_SHORT_NAMES = dict(
    zip(
        "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁新",
        [
            "11",
            "12",
            "13",
            "14",
            "15",
            "21",
            "22",
            "23",
            "31",
            "32",
            "33",
            "34",
            "35",
            "36",
            "37",
            "41",
            "42",
            "43",
            "44",
            "45",
            "46",
            "50",
            "51",
            "52",
            "53",
            "54",
            "61",
            "62",
            "63",
            "64",
            "65",
        ],
        strict=True,
    )
)
_PUBLISHED = re.compile(r"(?:发布|发表|成文|印发|公布|更新|发文)(?:时间|日期)\s*[:：]\s*")
_PLAN_NUMBER = re.compile(r"“?(十[一二三四五六七八九]?)五”?|第([一二三四五六七八九十]{1,3})个五年")
_SPAN_OF_YEARS = re.compile(r"(20\d\d)年?\s*[—\-–~～至到]+\s*(20\d\d)年")
#: A region by the look of its name, for those that no list has; 全省 and 示范区 are none.
_UNKNOWN_PLACE = re.compile(r"[\u4e00-\u9fff]{2,6}?(?:省|自治区|自治州|市|县)(?![场域级区民委直长])")
_NO_PLACE = re.compile(r"[全我本各该外]省|[全我本各城都上超夜]市|[全我本各]县|[年的和及、]")
_BEFORE_PLACE = re.compile(r"^(?:中共|关于|印发|20\d\d年|《)+")
_FILE_NAME = re.compile(r"\.[A-Za-z0-9]{1,5}$")

#: Words of a title, most telling first, and the kind of document that they make it.
KIND_WORDS: tuple[tuple[str, DocumentKind], ...] = (
    (r"政府工作报告|政府工作的?报告", DocumentKind.WORK_REPORT),
    (r"统计公报|发展公报", DocumentKind.COMMUNIQUE),
    (r"(?:发展|规划)[^，。]{0,24}纲要|远景目标纲要|五年规划和.{0,12}纲要|发展第.{1,3}个五年规划", DocumentKind.OUTLINE),
    (r"(?:行动|实施|工作|总体|建设)方案|(?:行动|推进|实施)计划|[三五][年]行动|方案$", DocumentKind.ACTION_PLAN),
    (
        r"(?:城市群|都市圈|经济[带圈区]|[^，。]{1,8}流域|[^，。]{1,6}地区|区域|一体化|先导区|示范区|新区|片区|沿海)[^，。]{0,12}规划",
        DocumentKind.REGIONAL_PLAN,
    ),
    (r"规划", DocumentKind.SPECIAL_PLAN),
    (r"公报$", DocumentKind.COMMUNIQUE),
    (r"通知|意见|决定|办法|措施", DocumentKind.NOTICE),
)
#: How a document without a title speaks of itself.
_SELF_WORDS: tuple[tuple[str, DocumentKind], ...] = (
    (r"本(?:规划)?纲要", DocumentKind.OUTLINE),
    (r"本规划", DocumentKind.SPECIAL_PLAN),
    (r"本(?:行动|实施|工作)?(?:方案|计划)", DocumentKind.ACTION_PLAN),
)


class UnknownFrontMatterError(LantuError):
    """A part of the front matter was set that does not exist."""

    def __init__(self, name: str) -> None:
        known = [part.name for part in fields(FrontMatter)]
        from difflib import get_close_matches  # noqa: PLC0415 - only a mistake should wait for it

        near = get_close_matches(name, known, 1)
        hint_zh, hint = (f"，是否想写 {near[0]}？", f", did you mean {near[0]}?") if near else ("", "")
        super().__init__(
            f"没有“{name}”这一项{hint_zh}可以设定的有：{'、'.join(known)}",
            f"no part of the front matter is called {name!r}{hint}; there are {', '.join(known)}",
        )


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What the conclusions are drawn from: the document, its first lines and what is known so far."""

    document: Document
    head: str
    known: FrontMatter

    def said(self, value: str, reason: str, reason_en: str, start: int, end: int) -> Conclusion:
        """A conclusion that rests on characters of the cleaned text."""
        return Conclusion(value, reason, reason_en, self.document.span(start, end))


def settled_front_matter(settled: Mapping[str, str]) -> FrontMatter:
    """The front matter that holds nothing but what a person has set.

    Raises:
        UnknownFrontMatterError: A key is no part of the front matter.
    """
    front = FrontMatter()
    for name, value in settled.items():
        if name not in {part.name for part in fields(FrontMatter)}:
            raise UnknownFrontMatterError(name)
        front = replace(front, **{name: Conclusion(value, "由使用者设定", "set by a person", None, settled=True)})
    return front


def read_front_matter(document: Document) -> Document:
    """The document with its front matter; what a person has settled stays, and the rest is concluded from it too.

    Reads: the blocks, the first lines, the file's name and ``front`` as settled. Writes: ``front``.
    """
    front = document.front
    head = document.clean.text[: _head_length(document)]
    for name, conclude in CONCLUSIONS:
        if not getattr(front, name).settled:
            front = replace(front, **{name: conclude(_Evidence(document, head, front))})
    return replace(document, front=front)


def _head_length(document: Document) -> int:
    """Where the first heading's first paragraph ends, or a fixed length where there is none."""
    for block in document.blocks[:80]:
        if block.kind is BlockKind.HEADING:
            return min(block.start, _HEAD)
    return _HEAD


# -- title and kind ----------------------------------------------------------------------------------------------


def _title(evidence: _Evidence) -> Conclusion:
    document = evidence.document
    lines = [block for block in document.blocks if block.kind is BlockKind.TITLE]
    text = document.clean.text
    if lines:
        title = "".join(text[block.start : block.end].strip("*# ") for block in lines)
        return evidence.said(title, "正文前的标题行", "the title's line before the text", lines[0].start, lines[-1].end)
    first = document.blocks[0] if document.blocks else None
    if first and first.kind is BlockKind.HEADING and not first.label:
        return evidence.said(first.title, "第一个标题", "the first heading", first.start, first.end)
    name = _FILE_NAME.sub("", document.source.name)
    return Conclusion(name, "正文没有标题，取自文件名", "the text has no title; taken from the file's name")


def _kind(evidence: _Evidence) -> Conclusion:
    title = evidence.known.title
    for words, kind in KIND_WORDS:
        if match := re.search(words, title.value):
            reason = f"标题含“{match.group()}”"
            return Conclusion(kind.value, reason, f"the title says {match.group()}", title.span)
    if match := _REPORTS.search(evidence.head):
        reason = f"开头写“{match.group()}”"
        return evidence.said(DocumentKind.WORK_REPORT.value, reason, f"the opening says {match.group()}", *match.span())
    return _kind_by_self_reference(evidence)


def _kind_by_self_reference(evidence: _Evidence) -> Conclusion:
    text = evidence.document.clean.text
    for words, kind in _SELF_WORDS:
        if match := re.search(words, text):
            reason = f"正文自称“{match.group()}”"
            return evidence.said(kind.value, reason, f"the text calls itself {match.group()}", *match.span())
    return Conclusion(DocumentKind.UNKNOWN.value, "标题和正文都没有说明文种", "neither title nor text names its kind")


# -- region and issuer -------------------------------------------------------------------------------------------


def _region(evidence: _Evidence) -> Conclusion:
    settled = evidence.known.region_code
    if settled.settled and (region := region_of_code(settled.value)):
        return Conclusion(region.name, "按设定的行政区划代码", "by the code that a person set")
    for source in (
        _region_in_title,
        _region_of_session,
        _region_of_speaker,
        _region_of_issuer,
        _region_in_name,
        _most_named,
    ):
        if found := source(evidence):
            return found
    return Conclusion("", "没有见到地名", "no region is named")


def _region_in_title(evidence: _Evidence) -> Conclusion | None:
    title = evidence.known.title
    name = _place(_BEFORE_PLACE.sub("", title.value))
    return Conclusion(name, f"标题含“{name}”", f"the title names {name}", title.span) if name else None


def _place(words: str) -> str:
    """The full name of the region that words begin with or name: of a known one, or as its rank shows (青岚省)."""
    if found := find_region(words):
        return found.name
    if region := region_of_name(words):
        return region.name
    named = _UNKNOWN_PLACE.match(words)
    return named.group() if named and not _NO_PLACE.search(named.group()) else ""


def _region_of_session(evidence: _Evidence) -> Conclusion | None:
    match = _SESSION.search(evidence.head)
    name = _place(match["place"]) if match else ""
    if not match or not name:
        return None
    return evidence.said(
        name,
        f"会议是“{match['place']}”的人民代表大会",
        f"the session is that of {match['place']}",
        *match.span("place"),
    )


def _region_of_speaker(evidence: _Evidence) -> Conclusion | None:
    for match in _SPEAKER.finditer(evidence.head):
        if name := _place(match["place"]):
            return evidence.said(name, f"报告人是“{match.group()}”", f"the speaker is {match.group()}", *match.span())
    return None


def _region_of_issuer(evidence: _Evidence) -> Conclusion | None:
    for pattern in (_REPORTS, _ISSUED):
        match = pattern.search(evidence.head)
        name = _place(match["body"].partition("人民政府")[0]) if match else ""
        if match and name:
            return evidence.said(
                name, f"发文机关是“{match['body']}”", f"issued by {match['body']}", *match.span("body")
            )
    if match := _NUMBER.search(evidence.head):
        region = region_of_code(_SHORT_NAMES[match["short"]] + "0000")
        if region:
            return evidence.said(
                region.name, f"文号以“{match['short']}”开头", f"the number begins with {match['short']}", *match.span()
            )
    return None


def _region_in_name(evidence: _Evidence) -> Conclusion | None:
    found = find_region(evidence.document.source.name)
    if found is None:
        return None
    return Conclusion(found.name, f"文件名含“{found.name}”", f"the file's name has {found.name}")


def _most_named(evidence: _Evidence) -> Conclusion | None:
    text = evidence.document.clean.text
    counts = [(text.count(region.short), region.name) for region in provinces()]
    count, name = max(counts)
    if count < 3:
        return None
    return Conclusion(
        name, f"正文提到最多的省级地区（{count}次）", f"the province that the text names most ({count} times)"
    )


def _region_code(evidence: _Evidence) -> Conclusion:
    name = evidence.known.region.value
    region = region_of_name(name)
    if region is None:
        return Conclusion("", "没有对应的行政区划代码", "no code belongs to it")
    return Conclusion(region.code, f"GB/T 2260：{region.name}", f"GB/T 2260: {region.name}", evidence.known.region.span)


def _issuer(evidence: _Evidence) -> Conclusion:
    region, title = evidence.known.region.value, evidence.known.title
    if match := _ISSUED.search(title.value):
        return Conclusion(match["body"], f"标题“{match.group()}”", f"the title says {match.group()}", title.span)
    for pattern in (_REPORTS, _ISSUED):
        if match := pattern.search(evidence.head):
            body = match["body"]
            name = body if _place(body.partition("人民政府")[0]) or not region else f"{region}人民政府"
            return evidence.said(name, f"原文“{match.group()}”", f"the text says {match.group()}", *match.span())
    if (match := _NUMBER.search(evidence.head)) and region:
        office = "办公厅" if "办" in match["mark"] else ""
        return evidence.said(
            f"{region}人民政府{office}", f"文号“{match.group()}”", f"the number {match.group()}", *match.span()
        )
    of_government = {DocumentKind.OUTLINE.value, DocumentKind.WORK_REPORT.value}
    if region and evidence.known.kind.value in of_government:
        return Conclusion(
            f"{region}人民政府", "此类文件由本级人民政府编制", "documents of this kind are made by that government"
        )
    return Conclusion("", "没有写明发文机关", "no issuing body is named")


# -- date and period ---------------------------------------------------------------------------------------------


def _date(evidence: _Evidence) -> Conclusion:
    for source in (_date_of_session, _date_at_head, _date_of_signature, _date_published):
        if found := source(evidence):
            return found
    if evidence.known.kind.value == DocumentKind.OUTLINE.value and (first := _plan_years(evidence)):
        year = first[0][:4]
        return Conclusion(year, "未写成文日期，取规划期的第一年", "undated; the first year of the plan's period")
    return Conclusion("", "没有写明日期", "no date is stated")


def _find_date(text: str) -> tuple[str, int, int] | None:
    """The first date of a text in ISO form, in digits or in characters (二〇三〇年一月九日), and where it stands."""
    match = _DATE.search(text) or _CHINESE_DATE.search(text)
    if match is None:
        return None
    year, month, day = (number_of(part.replace("○", "〇").replace("零", "〇")) for part in match.groups())
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return f"{year:04}-{month:02}-{day:02}", match.start(), match.end()


def _date_of_session(evidence: _Evidence) -> Conclusion | None:
    match = _SESSION.search(evidence.head)
    found = _find_date(match["date"]) if match and match["date"] else None
    if not match or not found:
        return None
    reason = f"会议日期“{match['date']}”"
    return evidence.said(found[0], reason, f"the day of the session, {match['date']}", *match.span("date"))


def _date_at_head(evidence: _Evidence) -> Conclusion | None:
    for block in evidence.document.blocks[:_FIRST_BLOCKS]:
        if block.kind in {BlockKind.FRONT, BlockKind.TITLE}:
            text = evidence.document.clean.text[block.start : block.end]
            if found := _find_date(text):
                date, start, end = found
                words = text[start:end]
                return evidence.said(
                    date, f"标题下写“{words}”", f"under the title: {words}", block.start + start, block.start + end
                )
    return None


def _date_of_signature(evidence: _Evidence) -> Conclusion | None:
    """A line that is nothing but a date, before the text of a notice or at the very end."""
    text, blocks = evidence.document.clean.text, evidence.document.blocks
    for block in [*blocks[:_FIRST_BLOCKS], *reversed(blocks[-_LAST_BLOCKS:])]:
        line = text[block.start : block.end]
        found = _find_date(line) if len(line) <= _LONGEST_DATE else None
        if found and found[1:] == (0, len(line)):
            return evidence.said(found[0], f"落款“{line}”", f"signed on {line}", block.start, block.end)
    return None


def _date_published(evidence: _Evidence) -> Conclusion | None:
    """发布时间：2024-03-01 stands among the furniture of a web page."""
    original = evidence.document.source.text
    for span in evidence.document.clean.furniture[:_FIRST_FURNITURE]:
        text = original[span.start : span.end + _LONGEST_DATE]
        label = _PUBLISHED.match(text)
        found = _find_date(text[label.end() :]) if label else None
        if label and found:
            where = Span(span.start, span.start + label.end() + found[2])
            return Conclusion(found[0], "网页的发布时间", "the date of publication on the page", where)
    return None


def _period(evidence: _Evidence) -> Conclusion:
    kind = evidence.known.kind.value
    if kind == DocumentKind.WORK_REPORT.value:
        return _year_of_report(evidence)
    if kind in {DocumentKind.COMMUNIQUE.value, DocumentKind.NOTICE.value}:
        year = re.search(r"20\d\d(?=年)", evidence.known.title.value)
        return (
            Conclusion(year.group(), "标题中的年份", "the title's year", evidence.known.title.span)
            if year
            else Conclusion()
        )
    if found := _plan_years(evidence):
        value, words, span = found
        return Conclusion(value, f"“{words}”", f"the text says {words}", span)
    return _years_of_action(evidence)


def _year_of_report(evidence: _Evidence) -> Conclusion:
    date, title = evidence.known.date, evidence.known.title
    if re.match(r"20\d\d", date.value):
        return Conclusion(date.value[:4], "报告当年的工作", "the year in which the report is given", date.span)
    if year := re.search(r"20\d\d(?=年)", title.value):
        return Conclusion(year.group(), "标题中的年份", "the title's year", title.span)
    text = evidence.document.clean.text
    if past := re.search(r"(20\d\d)年[^。\n]{0,12}(?:工作)?回顾", text):
        return evidence.said(str(int(past[1]) + 1), f"回顾的是{past[1]}年", f"looks back on {past[1]}", *past.span())
    return Conclusion("", "没有写明年份", "no year is stated")


def _plan_years(evidence: _Evidence) -> tuple[str, str, Span | None] | None:
    """The years of the five-year plan that a title or, failing that, an outline's text names."""
    title = evidence.known.title
    if match := _SPAN_OF_YEARS.search(title.value):
        return f"{match[1]}-{match[2]}", match.group(), title.span
    if match := _PLAN_NUMBER.search(title.value):
        return _years_of_plan(match), match.group(), title.span
    if match := _SPAN_OF_YEARS.search(evidence.head):
        return f"{match[1]}-{match[2]}", match.group(), evidence.document.span(*match.span())
    planned = {DocumentKind.OUTLINE.value, DocumentKind.SPECIAL_PLAN.value, DocumentKind.REGIONAL_PLAN.value}
    if evidence.known.kind.value in planned:
        return _most_named_plan(evidence)
    return None


def _most_named_plan(evidence: _Evidence) -> tuple[str, str, Span | None] | None:
    counts: dict[str, int] = {}
    first: dict[str, re.Match[str]] = {}
    for match in re.finditer(
        r"“(十[一二三四五六七八九]?)五”|第([一二三四五六七八九十]{1,3})个五年规划", evidence.document.clean.text
    ):
        years = _years_of_plan(match)
        counts[years] = counts.get(years, 0) + 1
        first.setdefault(years, match)
    if not counts:
        return None
    years = max(counts, key=lambda key: counts[key])
    return years, first[years].group(), evidence.document.span(*first[years].span())


def _years_of_plan(match: re.Match[str]) -> str:
    """The years of the plan of that number: the first began in 1953, the fourteenth in 2021.

    The three years 1963-1965 lie between the second and the third plan.
    """
    from_short = {"十": 10, **{f"十{numeral}": 10 + value for value, numeral in enumerate("一二三四五六七八九", 1)}}
    ordinals = {**dict(zip("一二三四五六七八九", range(1, 10), strict=True)), **from_short}
    number = ordinals.get(match[1] or match[2] or "", 0)
    start = 1953 + 5 * (number - 1) + (3 if number > 2 else 0)
    return f"{start}-{start + 4}"


def _years_of_action(evidence: _Evidence) -> Conclusion:
    title, date = evidence.known.title, evidence.known.date
    count = re.search(r"([二三四五])年行动", title.value)
    if count and date.value:
        start = int(date.value[:4])
        years = "一二三四五".index(count[1])
        reason = f"“{count.group()}”，自成文之年起"
        return Conclusion(f"{start}-{start + years}", reason, f"{count.group()}, from the year of its date", title.span)
    return Conclusion("", "没有写明起止年份", "no years are stated")


#: What is concluded, in an order in which each may rest on those before it.
CONCLUSIONS: tuple[tuple[str, Callable[[_Evidence], Conclusion]], ...] = (
    ("title", _title),
    ("kind", _kind),
    ("region", _region),
    ("region_code", _region_code),
    ("issuer", _issuer),
    ("date", _date),
    ("period", _period),
)

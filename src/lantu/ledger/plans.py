"""Documents to plans: parts and versions of one plan together, each plan under the one it carries out."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from lantu.ledger.figures import first_year, last_year
from lantu.ledger.territory import is_inside
from lantu.model.document import DocumentKind
from lantu.model.finding import Finding, Severity
from lantu.model.ledger import Horizon, LedgerDocument, Plan
from lantu.model.statement import Statement
from lantu.text.span import Span

_OUTLINE = DocumentKind.OUTLINE.value
#: Kinds that carry a plan of their own name: two action plans of one province are two plans.
_NAMED = frozenset({DocumentKind.SPECIAL_PLAN.value, DocumentKind.REGIONAL_PLAN.value, DocumentKind.ACTION_PLAN.value})
#: Titles that name one period: 第十四个五年规划, “十四五”.
_NUMBERED = re.compile(r"第?[一二三四五六七八九十]+个五年|“[一二三四五六七八九十]+五”")
#: Words and the number behind them, again and again, in a file's name.
_NAME = re.compile(r"([^0-9]*)([0-9]{0,9})")
_FIVE = 5
#: The first plan whose years follow those of the one before without a gap and run as they do today.
_FIRST_OF_SIXTH = 1981
_DIGITS = ("", *"一二三四五六七八九")
_PLANNING = _NAMED | {_OUTLINE, DocumentKind.WORK_REPORT.value}


def plan_id(document: LedgerDocument) -> str:
    """The id of the plan that a document belongs to: kind, region and period, and the title for kinds with many plans."""
    region = document.region_code or document.region
    name = f":{_stem(document.title)}" if document.kind in _NAMED else ""
    return f"{document.kind}:{region}:{document.period}{name}"


def outline_id(region: str, period: str) -> str:
    """The id of a region's outline for a period, whether or not it is among the documents."""
    return f"{_OUTLINE}:{region}:{period}"


def plan_of_promise(document: LedgerDocument, statement: Statement) -> str:
    """The id of the plan that a promise belongs to: its document's, or the outline whose years it speaks of.

    A work report that recites a five-year target promises nothing new: the target is the outline's. So is one for a
    year beyond the outline, such as 2035, which outlines set. The columns of a past plan in an outline's table belong
    to that past plan.
    """
    last, own = last_year(statement.period), last_year(document.period)
    region = document.region_code or document.region
    if document.kind == DocumentKind.WORK_REPORT.value:
        if not last or not own or last == own or (last > own and last % _FIVE):
            return plan_id(document)
        return outline_id(region, five_years(min(last, last_year(five_years(own)))))
    if last and document.period and last < first_year(document.period):
        return outline_id(region, five_years(last))
    return plan_id(document)


def horizon_of(plan: str, document: LedgerDocument, statement: Statement) -> Horizon:
    """How far a promise reaches, seen from the plan that it belongs to."""
    kind, _, rest = plan.partition(":")
    last = last_year(statement.period)
    if kind == DocumentKind.WORK_REPORT.value:
        own = last_year(document.period)
        return Horizon.LONG if own and last > own else Horizon.ANNUAL
    plan_end = last_year(rest.split(":")[1]) if rest.count(":") else 0
    return Horizon.LONG if plan_end and last > plan_end else Horizon.PLAN


def five_years(year: int) -> str:
    """The five-year period that holds a year.

    >>> five_years(2021), five_years(2025)
    ('2021-2025', '2021-2025')
    """
    first = year - (year - 1) % _FIVE
    return f"{first}-{first + 4}"


def make_plans(documents: Sequence[LedgerDocument], mentioned: Iterable[str] = ()) -> tuple[Plan, ...]:
    """The plans that the documents make, sorted by id; parts of one outline are one plan.

    Args:
        documents: The documents.
        mentioned: Ids of plans that promises belong to. An outline of which no document is there, known from the table
            in the next one or from a report, becomes a plan without documents.
    """
    wanted = set(mentioned)
    grouped: dict[str, list[LedgerDocument]] = {key: [] for key in wanted if key.startswith(f"{_OUTLINE}:")}
    for document in documents:
        if document.kind in _PLANNING or plan_id(document) in wanted:
            grouped.setdefault(plan_id(document), []).append(document)
    names = {document.region_code or document.region: document.region for document in documents}
    plans = [
        _make_plan(key, sorted(parts, key=_order_of_parts)) if parts else _unread_outline(key, names)
        for key, parts in sorted(grouped.items())
    ]
    outlines = [plan for plan in plans if plan.kind == _OUTLINE]
    dates = {key: parts[-1].date for key, parts in grouped.items() if parts}
    return tuple(replace(plan, parent=_parent(plan, dates.get(plan.id, ""), outlines)) for plan in plans)


def _order_of_parts(part: LedgerDocument) -> tuple[list[tuple[str, int]], str, str]:
    """Sorts files as people number them: 纲要 before 纲要-下, 纲要2 before 纲要10."""
    stem = part.name.rpartition(".")[0] or part.name
    return [(words, int(digits or 0)) for words, digits in _NAME.findall(stem)], part.date, part.id


def _make_plan(key: str, parts: list[LedgerDocument]) -> Plan:
    # The second half of an outline often carries no title of its own but its file's name.
    titled = next((part for part in parts if part.title and not part.name.startswith(part.title)), parts[0])
    newest = max(parts, key=lambda part: (part.date, part.name))
    return Plan(
        id=key,
        title=titled.title or titled.name,
        kind=newest.kind,
        region=newest.region,
        period=newest.period,
        documents=tuple(part.id for part in parts),
        version=1 + sum(part.version - 1 for part in parts),
    )


def _unread_outline(key: str, names: Mapping[str, str]) -> Plan:
    _, region, period = key.split(":")
    name = names.get(region, region)
    number = (first_year(period) - _FIRST_OF_SIXTH) // _FIVE + 6
    called = f"“{_chinese(number)}五”规划" if number > 0 else "规划"
    return Plan(key, f"{name}{called}（{period.replace('-', '—')}年）", _OUTLINE, name, period, ())


def _chinese(number: int) -> str:
    """The number of a five-year plan in characters: 十三, 十四, 二十."""
    tens, ones = divmod(number, 10)
    return f"{_DIGITS[tens] if tens > 1 else ''}{'十' if tens else ''}{_DIGITS[ones]}"


def _parent(plan: Plan, date: str, outlines: Sequence[Plan]) -> str:
    """The plan above: of the same region or of the one that holds it, the outline whose years hold the plan's.

    An outline stands below the outline of the region above; a plan without years below the newest outline.
    """
    year = last_year(plan.period) or last_year(date[:4])
    above = [
        outline
        for outline in outlines
        if outline.id != plan.id
        and (not year or first_year(outline.period) <= year <= last_year(outline.period))
        and (_is_above(outline, plan) or (plan.kind != _OUTLINE and _code(outline) == _code(plan)))
    ]
    # Several levels may be there: the nearest, whose code is the longest, stands directly above.
    nearest = max(above, key=lambda outline: (len(_code(outline).rstrip("0")), outline.period), default=None)
    return nearest.id if nearest else ""


def _is_above(outline: Plan, plan: Plan) -> bool:
    upper, lower = _code(outline), _code(plan)
    return upper.isdigit() and lower.isdigit() and upper != lower and is_inside(lower, upper)


def _code(plan: Plan) -> str:
    return plan.id.split(":")[1]


def plan_findings(documents: Sequence[LedgerDocument]) -> list[Finding]:
    """LT402 and LT403: plans without a period, and parts of one plan whose periods contradict each other."""
    planning = [document for document in documents if document.kind in _PLANNING]
    undated = [_undated(document) for document in planning if not document.period]
    titled: dict[tuple[str, str, str], list[LedgerDocument]] = defaultdict(list)
    for document in planning:
        if document.period and _stem(document.title):
            titled[document.kind, document.region_code or document.region, _stem(document.title)].append(document)
    contradictory = [
        _contradictory(part, parts[0]) for parts in titled.values() for part in parts[1:] if _contradict(part, parts[0])
    ]
    return undated + contradictory


def _contradict(one: LedgerDocument, other: LedgerDocument) -> bool:
    """Whether two documents of one title cannot both be right: 第十四个五年 is one period, 政府工作报告 is every year's."""
    if one.period == other.period:
        return False
    overlap = first_year(one.period) <= last_year(other.period) and first_year(other.period) <= last_year(one.period)
    return overlap or _NUMBERED.search(one.title) is not None


def _undated(document: LedgerDocument) -> Finding:
    return Finding(
        code="LT402",
        severity=Severity.WARNING,
        message=f"《{document.title or document.name}》没有写明规划期，其中不带年份的目标无法确定何时完成",
        message_en=f"“{document.title or document.name}” states no period, so that its goals without a year are due at no time",
        span=Span(0, 0),
        remedy="在标题或正文开头写明规划期，或用 --set period=2021-2025 设定",
        remedy_en="state the period in the title or the opening, or set it with --set period=2021-2025",
        document=document.id,
    )


def _contradictory(document: LedgerDocument, first: LedgerDocument) -> Finding:
    return Finding(
        code="LT403",
        severity=Severity.ERROR,
        message=f"{document.name}与{first.name}同为《{document.title}》，规划期却一为{document.period}、一为{first.period}；已分作两个规划",
        message_en=f"{document.name} and {first.name} have one title but the periods {document.period} and {first.period}; they were taken for two plans",
        span=Span(0, 0),
        remedy="核对两份文件，用 --set period=… 更正读错的一份",
        remedy_en="check both, and correct the one that was misread with --set period=…",
        document=document.id,
        elsewhere=((first.id, Span(0, 0)),),
    )


def _stem(title: str) -> str:
    return "".join(title.split())[:40]

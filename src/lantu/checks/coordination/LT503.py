"""提出过的指标此后再无下文。

检查什么
    规划指标表里的指标，在规划期内后来的工作报告、统计公报里既没有报数，也没有再提；
    上一年报告提出的年度量化目标，下一年报告没有交代。每份文件合并为一条，列出指标。
为什么
    没有下文的承诺无从评估，公众也无从知道。
反例
    2027年报告：新建口袋公园1000个；2028年报告没有提口袋公园。
正例
    2028年报告：去年新建口袋公园1026个。
依据
    及时公布规划实施进展情况；年度监测分析。
参数
    least：规划期内至少有几份后来的报告才检查指标表，默认1。
"""

from collections.abc import Iterator, Sequence

from lantu.checks.base import CheckContext, Figure, Parameters, Rule
from lantu.checks.wording import listed
from lantu.ledger.figures import first_year, last_year
from lantu.model.document import DocumentKind
from lantu.model.finding import Finding, Severity
from lantu.model.ledger import LedgerDocument

RULE = Rule("LT503", Severity.INFO, "A promise is never spoken of again")

_REPORTS = frozenset({DocumentKind.WORK_REPORT.value, DocumentKind.COMMUNIQUE.value})
_MOST = 12


def check(context: CheckContext, parameters: Parameters) -> Iterator[Finding]:
    """One finding a document, with the indicators that no later report speaks of."""
    for document in context.ledger.documents:
        if document.kind == DocumentKind.OUTLINE.value:
            yield from _check_outline(context, document, parameters)
        elif document.kind == DocumentKind.WORK_REPORT.value:
            yield from _check_report(context, document)


def _check_outline(context: CheckContext, outline: LedgerDocument, parameters: Parameters) -> Iterator[Finding]:
    first, last = first_year(outline.period), last_year(outline.period)
    # A report of the first year is given with the outline; what it says of the year before is no progress.
    later = [
        document
        for document in context.ledger.documents
        if _reports_on(document, outline) and first < last_year(document.period) <= last + 1
    ]
    if len(later) < parameters.count("least"):
        return
    promised = [
        figure
        for figure in context.by_document[outline.id]
        if figure.is_target and figure.statement.cell is not None and last_year(figure.statement.period) == last
    ]
    silent = _never_named(context, promised, later)
    if silent:
        yield _finding(context, promised, silent, f"在此后{len(later)}份报告中", "in the reports since")


def _check_report(context: CheckContext, report: LedgerDocument) -> Iterator[Finding]:
    year = last_year(report.period)
    following = [
        document
        for document in context.ledger.documents
        if _reports_on(document, report) and last_year(document.period) == year + 1
    ]
    if not year or not following:
        return
    promised = [
        figure
        for figure in context.by_document[report.id]
        if figure.is_target and figure.value is not None and last_year(figure.statement.period) == year
    ]
    silent = _never_named(context, promised, following)
    if silent:
        yield _finding(context, promised, silent, f"在{year + 1}年的报告中", f"in the report of {year + 1}")


def _reports_on(later: LedgerDocument, first: LedgerDocument) -> bool:
    """Whether a document reports on the place that another is about."""
    return later.kind in _REPORTS and later.region_code == first.region_code


def _never_named(context: CheckContext, promised: Sequence[Figure], later: Sequence[LedgerDocument]) -> list[Figure]:
    named = {figure.key for document in later for figure in context.by_document[document.id]}
    texts = [context.extractions[document.id].document for document in later if document.id in context.extractions]
    words = "".join("".join(document.clean.text.split()) for document in texts)
    return [
        figure for figure in promised if figure.key not in named and not any(name in words for name in _names(figure))
    ]


def _names(figure: Figure) -> set[str]:
    return {figure.statement.subject, figure.indicator.name, *figure.indicator.aliases} - {""}


def _finding(
    context: CheckContext, promised: Sequence[Figure], silent: Sequence[Figure], place: str, place_en: str
) -> Finding:
    names = list(dict.fromkeys(figure.statement.subject for figure in silent))
    of = len({figure.statement.subject for figure in promised})
    return RULE.finding(
        silent[0].place,
        f"{context.name(silent[0].document.id)}提出的{of}项指标中，有{len(names)}项{place}没有再提："
        f"{listed(names, most=_MOST)}",
        f"{len(names)} of {of} indicators are not spoken of {place_en}: {listed(names, most=_MOST)}",
        remedy="在年度报告或监测报告中公布这些指标的进展",
        remedy_en="report what came of them",
        also=(figure.place for figure in silent),
    )

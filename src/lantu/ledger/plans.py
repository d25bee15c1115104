"""Documents to plans: parts and versions of one plan together, each plan under the one it carries out."""

from collections import defaultdict
from collections.abc import Sequence

from lantu.ledger.figures import first_year, last_year
from lantu.model.document import DocumentKind
from lantu.model.ledger import LedgerDocument, Plan

_OUTLINE = DocumentKind.OUTLINE.value
#: Kinds that carry a plan of their own name: two action plans of one province are two plans.
_NAMED = frozenset({DocumentKind.SPECIAL_PLAN.value, DocumentKind.REGIONAL_PLAN.value, DocumentKind.ACTION_PLAN.value})
_PLANNING = _NAMED | {_OUTLINE, DocumentKind.WORK_REPORT.value}


def plan_id(document: LedgerDocument) -> str:
    """The id of the plan that a document belongs to: kind, region and period, and the title for kinds with many plans."""
    region = document.region_code or document.region
    name = f":{_stem(document.title)}" if document.kind in _NAMED else ""
    return f"{document.kind}:{region}:{document.period}{name}"


def outline_id(region: str, period: str) -> str:
    """The id of a region's outline for a period, whether or not it is among the documents."""
    return f"{_OUTLINE}:{region}:{period}"


def make_plans(documents: Sequence[LedgerDocument]) -> tuple[Plan, ...]:
    """The plans that the documents make, sorted by id; parts of one outline are one plan."""
    grouped: dict[str, list[LedgerDocument]] = defaultdict(list)
    for document in documents:
        if document.kind in _PLANNING:
            grouped[plan_id(document)].append(document)
    outlines = [documents[0] for key, documents in sorted(grouped.items()) if documents[0].kind == _OUTLINE]
    return tuple(
        _make_plan(key, sorted(parts, key=lambda part: (part.date, part.name)), outlines)
        for key, parts in sorted(grouped.items())
    )


def _make_plan(key: str, parts: list[LedgerDocument], outlines: list[LedgerDocument]) -> Plan:
    newest = parts[-1]
    return Plan(
        id=key,
        title=parts[0].title or parts[0].name,
        kind=newest.kind,
        region=newest.region,
        period=newest.period,
        documents=tuple(part.id for part in parts),
        parent=_parent(newest, outlines) if newest.kind != _OUTLINE else "",
    )


def _parent(document: LedgerDocument, outlines: list[LedgerDocument]) -> str:
    """The outline of the same region whose years hold the document's; for one without years, the newest."""
    same = [outline for outline in outlines if outline.region_code == document.region_code]
    year = last_year(document.period) or last_year(document.date[:4])
    holding = [
        outline for outline in same if not year or first_year(outline.period) <= year <= last_year(outline.period)
    ]
    return plan_id(max(holding, key=lambda outline: outline.period)) if holding else ""


def _stem(title: str) -> str:
    return "".join(title.split())[:40]

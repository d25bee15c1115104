"""Whose ledger it is, and which documents belong to it."""

from collections import Counter
from collections.abc import Sequence

from lantu.model.document import DocumentKind
from lantu.model.finding import Finding, Severity
from lantu.model.ledger import LedgerDocument
from lantu.text.span import Span
from lantu.vocabulary.regions import region_of_code


def choose_region(documents: Sequence[LedgerDocument], region_code: str = "") -> tuple[str, str]:
    """Name and code of the region whose ledger the documents make.

    The code that is given; else, of the regions of the outlines, or where there are none of all documents, the one that
    holds most of them: a province with its cities rather than one of the cities. Documents that name no region decide
    nothing.
    """
    if region_code:
        region = region_of_code(region_code)
        return (region.name if region else ""), region_code
    outlines = [
        document for document in documents if document.kind == DocumentKind.OUTLINE.value and document.region_code
    ]
    named = outlines or [document for document in documents if document.region_code]
    if not named:
        return next((document.region for document in documents if document.region), ""), ""
    counts = Counter(document.region_code for document in named)
    held = {code: sum(count for other, count in counts.items() if is_inside(other, code)) for code in counts}
    code = min(held, key=lambda code: (-held[code], len(_prefix(code)), code))
    return next(document.region for document in named if document.region_code == code), code


def is_within(document: LedgerDocument, region_code: str) -> bool:
    """Whether a document is of the region or of a place in it; one that names no region is taken to be."""
    if not region_code or not document.region_code:
        return True
    return is_inside(document.region_code, region_code) or is_inside(region_code, document.region_code)


def is_inside(code: str, region_code: str) -> bool:
    """Whether a code is that of a region, or of a place in it.

    >>> is_inside("210100", "210000"), is_inside("211100", "211000")
    (True, False)
    """
    return code.startswith(_prefix(region_code))


def _prefix(code: str) -> str:
    """The digits that all places of a region share. Those of 辽阳 are 2110, not 211: 盘锦 is 2111."""
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code


def stranger_finding(document: LedgerDocument, region: str) -> Finding:
    """LT401: a document of another province among those of one ledger."""
    return Finding(
        code="LT401",
        severity=Severity.ERROR,
        message=f"《{document.title or document.name}》属于{document.region}，而台账属于{region}；该文件未计入",
        message_en=f"“{document.name}” is of {document.region}, the ledger of {region}; it was left out",
        span=Span(0, 0),
        remedy=f"为{document.region}另建台账，或用 --set region=… 更正其地区",
        remedy_en="make a ledger of its own for that region, or correct its region with --set region=…",
        document=document.id,
    )

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

    The code that is given; else the region of the outlines; else the one that most documents are of, the highest of
    equals. Documents that name no region decide nothing.
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
    code = min(counts, key=lambda code: (-counts[code], len(code.rstrip("0")), code))
    return next(document.region for document in named if document.region_code == code), code


def is_within(document: LedgerDocument, region_code: str) -> bool:
    """Whether a document is of the region or of a place in it; one that names no region is taken to be."""
    if not region_code or not document.region_code:
        return True
    return document.region_code.startswith(region_code.rstrip("0")) or region_code.startswith(
        document.region_code.rstrip("0")
    )


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

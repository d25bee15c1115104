"""Faults in a document, as values."""

from dataclasses import dataclass
from enum import StrEnum

from lantu.text.span import Span


class Severity(StrEnum):
    """How much a finding matters to the reader of the document."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a document that a person should look at (问题).

    Attributes:
        code: The rule's number, such as ``LT001``; never reused.
        severity: How much it matters.
        message: What is there and what was expected, in Chinese.
        message_en: The same in English.
        span: The smallest stretch of the original text that it is about.
        remedy: What to do, in Chinese.
        remedy_en: The same in English.
        related: Other places of the same document that belong to it.
        document: In a ledger, the id of the document that it is about; "" where there is only one.
        elsewhere: Places in other documents that belong to it, as (document id, span).
    """

    code: str
    severity: Severity
    message: str
    message_en: str
    span: Span
    remedy: str = ""
    remedy_en: str = ""
    related: tuple[Span, ...] = ()
    document: str = ""
    elsewhere: tuple[tuple[str, Span], ...] = ()

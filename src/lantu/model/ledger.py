"""The ledger: one list of what many documents promise, what came of it, and who answers for it (台账)."""

from dataclasses import dataclass, field
from enum import StrEnum

from lantu.model.finding import Finding
from lantu.model.indicator import Indicator
from lantu.model.statement import Measure, Quantity
from lantu.text.span import Span


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Where a value stands: the one thing that every figure of the ledger carries (出处).

    Attributes:
        document: The id of a LedgerDocument; for a figure from a table of observations, that file's id.
        span: The value's characters in the original text; for a row of a CSV file, its row number twice.
        text: ``original[span]``.
        sentence: The sentence it stands in, cleaned of line breaks.
        page: The page, from 1; None where there are no pages.
        headings: The headings that enclose it, outermost first.
        anchor: The anchor of the statement, which decisions hold on to; "" where it is no statement.
    """

    document: str
    span: Span
    text: str
    sentence: str = ""
    page: int | None = None
    headings: tuple[str, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class LedgerDocument:
    """A document that the ledger was made from.

    Attributes:
        id: The first 12 characters of the digest of its content.
        name: The file's name.
        title: Its title as concluded.
        kind: A DocumentKind value, or ``observations`` for a CSV file of figures.
        region: Its region's name.
        region_code: Its GB/T 2260 code, or "".
        date: ISO date, year and month, or year; "" where unknown.
        period: ``2024`` or ``2021-2025``; "" where unknown.
        digest: SHA-256 of its content.
        statements: How many statements were read from it.
        version: 1 for the first, one more for each time that a new text took its place.
        replaces: The id of the document whose place it took, or "".
    """

    id: str
    name: str
    title: str = ""
    kind: str = ""
    region: str = ""
    region_code: str = ""
    date: str = ""
    period: str = ""
    digest: str = ""
    statements: int = 0
    version: int = 1
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan with its documents (parts and versions) and the plan above it (规划).

    Attributes:
        id: Kind, region and period: ``outline:210000:2021-2025``.
        title: The title of its newest document.
        kind: A DocumentKind value.
        region: Its region's name.
        period: ``2021-2025``, ``2024`` or "".
        documents: Ids of its documents, parts in order, a newer version after the one it replaces.
        parent: The id of the plan it carries out, or "".
        version: 1 for the first, one more for each document that replaces a part.
    """

    id: str
    title: str
    kind: str
    region: str
    period: str
    documents: tuple[str, ...]
    parent: str = ""
    version: int = 1


class Horizon(StrEnum):
    """How far a target reaches."""

    PLAN = "plan"  # the end or the whole of a plan period
    ANNUAL = "annual"  # one year, promised by a work report
    LONG = "long"  # beyond the plan: 2030, 2035


@dataclass(frozen=True, slots=True)
class Baseline:
    """Where an indicator stood before the plan (基期值)."""

    id: str
    indicator: str
    scope: str
    period: str
    measure: Measure
    quantity: Quantity
    sources: tuple[SourceRef, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """One promise: a value of an indicator by a date, in one or several documents (目标值).

    Attributes:
        id: Stable: a digest of plan, indicator, scope, period, measure and value.
        indicator: The code of the indicator.
        plan: The id of the plan that promises it.
        scope: The named sub-area or sub-population, or "".
        period: ``2025``, ``2021-2025``, ``annual:2021-2025`` or "".
        horizon: How far it reaches.
        measure: What kind of number it is.
        quantity: The value, or the words that stand for one.
        modality: 力争, 确保 …
        attribute: 约束性 or 预期性, or "".
        cumulative: Whether the value is for the whole period.
        starred: Whether it is taken from the national outline (★).
        section: The table section or chapter that it stands under.
        sources: Every place that makes this promise.
        confirmed: Whether a person confirmed it.
        tabled: Whether it stands in an indicator table.
    """

    id: str
    indicator: str
    plan: str
    scope: str
    period: str
    horizon: Horizon
    measure: Measure
    quantity: Quantity
    modality: str = ""
    attribute: str = ""
    cumulative: bool = False
    starred: bool = False
    section: str = ""
    sources: tuple[SourceRef, ...] = ()
    confirmed: bool = False
    tabled: bool = False


@dataclass(frozen=True, slots=True)
class Observation:
    """One figure reported for an indicator (实际值).

    Attributes:
        id: Stable: a digest of indicator, scope, period, measure, value and first source.
        indicator: The code of the indicator.
        scope: The named sub-area or sub-population, or "".
        period: ``2023`` or ``2016-2020``.
        measure: What kind of number it is.
        quantity: The value.
        evidence: ``report`` for a figure from a document; else what the CSV file says: official document, press …
        estimated: Whether 预计 governs it.
        cumulative: Whether it counts from the start of the period.
        sources: Every place that reports it.
        confirmed: Whether a person confirmed it.
        tabled: Whether it stands in an indicator table.
    """

    id: str
    indicator: str
    scope: str
    period: str
    measure: Measure
    quantity: Quantity
    evidence: str = "report"
    estimated: bool = False
    cumulative: bool = False
    sources: tuple[SourceRef, ...] = ()
    confirmed: bool = False
    tabled: bool = False


class LinkMethod(StrEnum):
    """How a wording came to its indicator."""

    EXACT = "exact"
    ALIAS = "alias"
    SCORED = "scored"
    OWN = "own"  # an entry of its own: the wording is not in the vocabulary
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Link:
    """Which indicator a wording was taken to name, and why; open where that is left to a person (关联).

    Attributes:
        statement: The anchor of the statement.
        indicator: The code, or "" where the link is open.
        method: How it was found.
        confidence: From 0 to 1.
        reasons: Why, in words.
        candidates: Codes that come near, best first.
    """

    statement: str
    indicator: str
    method: LinkMethod
    confidence: float
    reasons: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LedgerTask:
    """A task with its source and who answers for it; ``units`` holds (name, role) pairs."""

    id: str
    plan: str
    heading: str
    headings: tuple[str, ...]
    units: tuple[tuple[str, str], ...]
    is_open: bool
    source: SourceRef
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LedgerProject:
    """A project with its source."""

    id: str
    plan: str
    name: str
    kind: str
    stage: str
    places: tuple[str, ...]
    source: SourceRef


class DecisionAction(StrEnum):
    """What a person decided about a reading."""

    CONFIRM = "confirm"
    CORRECT = "correct"
    REJECT = "reject"
    LINK = "link"
    UNLINK = "unlink"
    MERGE = "merge"
    SPLIT = "split"
    SET_PERIOD = "set_period"


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's decision, kept beside the reading so that reading again never overwrites it (人工决定).

    Attributes:
        anchor: The statement it is about: see ``lantu.ledger.anchors``.
        action: What was decided.
        values: What was set, as (field, value) pairs: ("value", "83.6"), ("indicator", "GR012"), ("into", anchor).
        who: Who decided; "" where no one signed.
        when: ISO date and time; "" where unknown.
        why: The reason given.
    """

    anchor: str
    action: DecisionAction
    values: tuple[tuple[str, str], ...] = ()
    who: str = ""
    when: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The one list (台账), each part in a stable order that does not depend on the order of the documents."""

    region: str = ""
    region_code: str = ""
    documents: tuple[LedgerDocument, ...] = ()
    plans: tuple[Plan, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    baselines: tuple[Baseline, ...] = ()
    targets: tuple[Target, ...] = ()
    observations: tuple[Observation, ...] = ()
    tasks: tuple[LedgerTask, ...] = ()
    projects: tuple[LedgerProject, ...] = ()
    links: tuple[Link, ...] = ()
    decisions: tuple[Decision, ...] = ()
    findings: tuple[Finding, ...] = field(default=(), repr=False)

    def indicator(self, code: str) -> Indicator:
        """The indicator with that code.

        Raises:
            KeyError: The ledger holds none.
        """
        for indicator in self.indicators:
            if indicator.code == code:
                return indicator
        raise KeyError(code)

    def plan(self, plan_id: str) -> Plan:
        """The plan with that id.

        Raises:
            KeyError: The ledger holds none.
        """
        for plan in self.plans:
            if plan.id == plan_id:
                return plan
        raise KeyError(plan_id)

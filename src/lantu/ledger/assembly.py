"""Readings to one ledger: the same promise in two documents is one promise with two sources."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lantu.ledger.anchors import digest_of
from lantu.ledger.decisions import apply_decisions, decisions_by_anchor
from lantu.ledger.figures import canonical, first_year, last_year, period_key
from lantu.ledger.linking import Linked, link_statement, relink
from lantu.ledger.observations import observe
from lantu.ledger.plans import make_plans, outline_id, plan_id
from lantu.ledger.territory import choose_region, is_within, stranger_finding
from lantu.model.document import DocumentKind
from lantu.model.indicator import Indicator
from lantu.model.ledger import (
    Baseline,
    Decision,
    DecisionAction,
    Horizon,
    Ledger,
    LedgerDocument,
    LedgerProject,
    LedgerTask,
    Observation,
    SourceRef,
    Target,
)
from lantu.model.reading import DocumentReading, ObservationTable
from lantu.model.statement import Statement, StatementKind
from lantu.vocabulary.indicators import indicators
from lantu.vocabulary.matching import own_indicator

#: Whose word counts first when several documents make one promise.
_AUTHORITY = (
    DocumentKind.OUTLINE.value,
    DocumentKind.SPECIAL_PLAN.value,
    DocumentKind.REGIONAL_PLAN.value,
    DocumentKind.ACTION_PLAN.value,
    DocumentKind.NOTICE.value,
    DocumentKind.WORK_REPORT.value,
)


@dataclass(slots=True)
class _Assembly:
    """What is being put together."""

    documents: dict[str, LedgerDocument]
    region_code: str
    merges: dict[str, str]
    splits: set[str]
    confirmed: set[str]
    indicators: dict[str, Indicator] = field(default_factory=dict)
    linked: list[Linked] = field(default_factory=list)
    target_of: dict[str, str] = field(default_factory=dict)  # anchor -> target id


def assemble_ledger(
    readings: Iterable[DocumentReading],
    tables: Iterable[ObservationTable] = (),
    decisions: Sequence[Decision] = (),
    *,
    region_code: str = "",
) -> Ledger:
    """The ledger of the documents, as people left it; the order in which documents are given does not matter.

    Args:
        readings: One a document; a document given twice counts once.
        tables: Files of figures beside the documents.
        decisions: What people decided, in the order in which they did.
        region_code: The region whose ledger it is; concluded from the documents where it is not given.

    Documents of another province are left out, each with a finding (LT401).
    """
    unique = {reading.document.id: reading for reading in readings}
    ordered = [unique[key] for key in sorted(unique)]
    region, code = choose_region([reading.document for reading in ordered], region_code)
    inside = [reading for reading in ordered if is_within(reading.document, code)]
    findings = [
        stranger_finding(reading.document, region) for reading in ordered if not is_within(reading.document, code)
    ]
    observed = sorted(tables, key=lambda table: table.document.id)
    documents = [reading.document for reading in inside] + [table.document for table in observed]
    by_anchor = decisions_by_anchor(decisions)
    assembly = _Assembly({document.id: document for document in documents}, code, *_groupings(decisions), set())
    for reading in inside:
        _link_reading(assembly, reading, by_anchor)
    targets = _targets(assembly)
    figures, figure_findings = observe(observed, assembly.indicators, region)
    return Ledger(
        region=region,
        region_code=code,
        documents=tuple(sorted(documents, key=lambda document: (document.period or document.date, document.id))),
        plans=make_plans(documents),
        indicators=tuple(assembly.indicators[key] for key in sorted(assembly.indicators)),
        baselines=_baselines(assembly),
        targets=targets,
        observations=_observations(assembly, figures),
        tasks=_tasks(assembly, inside),
        projects=_projects(assembly, inside),
        links=tuple(sorted((linked.link for linked in assembly.linked), key=lambda link: link.statement)),
        decisions=tuple(decisions),
        findings=tuple(findings + figure_findings),
    )


def _groupings(decisions: Sequence[Decision]) -> tuple[dict[str, str], set[str]]:
    """Which anchors people merged into which, and which they keep apart."""
    merges: dict[str, str] = {}
    splits: set[str] = set()
    for decision in decisions:
        if decision.action is DecisionAction.MERGE:
            merges[decision.anchor] = dict(decision.values).get("into", "")
            splits.discard(decision.anchor)
        elif decision.action is DecisionAction.SPLIT:
            splits.add(decision.anchor)
            merges.pop(decision.anchor, None)
    return merges, splits


def _link_reading(assembly: _Assembly, reading: DocumentReading, decisions: Mapping[str, Sequence[Decision]]) -> None:
    statements, confirmed = apply_decisions(reading.statements, decisions)
    assembly.confirmed |= confirmed
    for read in statements:
        linked = link_statement(read)
        for decision in decisions.get(read.anchor, ()):
            if decision.action in (DecisionAction.LINK, DecisionAction.UNLINK):
                linked = _person_link(linked, decision)
        assembly.linked.append(linked)
        assembly.indicators[linked.indicator.code] = linked.indicator


def _person_link(linked: Linked, decision: Decision) -> Linked:
    statement = linked.read.statement
    code = dict(decision.values).get("indicator", "") if decision.action is DecisionAction.LINK else ""
    indicator = indicators().get(code)
    if indicator is None:
        indicator = own_indicator(statement.subject, statement.quantity.unit, statement.measure)
    return relink(linked, indicator, decision.why)


def _source(linked: Linked) -> SourceRef:
    statement = linked.read.statement
    return SourceRef(
        document=linked.read.anchor.split("-", 1)[0],
        span=statement.span,
        text=statement.text,
        sentence=linked.read.sentence,
        page=statement.page,
        headings=linked.read.headings,
    )


def _document(assembly: _Assembly, linked: Linked) -> LedgerDocument:
    return assembly.documents[linked.read.anchor.split("-", 1)[0]]


def _authority(assembly: _Assembly, linked: Linked) -> tuple[int, int, str, int]:
    """Sorts the most authoritative source first: kind of document, tables before text, then place."""
    document = _document(assembly, linked)
    rank = _AUTHORITY.index(document.kind) if document.kind in _AUTHORITY else len(_AUTHORITY)
    statement = linked.read.statement
    return rank, 0 if statement.cell else 1, document.id, statement.span.start


def _grouped(assembly: _Assembly, kind: StatementKind) -> list[list[Linked]]:
    """Statements of a kind that state the same thing, each group with its most authoritative source first."""
    groups: dict[str, list[Linked]] = defaultdict(list)
    for linked in assembly.linked:
        if linked.read.statement.kind is kind:
            groups[_group_key(assembly, linked)].append(linked)
    for anchor, into in assembly.merges.items():
        _join_groups(groups, anchor, into)
    members = [sorted(group, key=lambda linked: _authority(assembly, linked)) for group in groups.values() if group]
    return sorted(members, key=lambda group: _authority(assembly, group[0]))


def _group_key(assembly: _Assembly, linked: Linked) -> str:
    statement = linked.read.statement
    if linked.read.anchor in assembly.splits:
        return linked.read.anchor
    figure = canonical(statement.quantity)
    parts = (
        linked.indicator.code,
        statement.scope,
        period_key(statement.period, statement.measure),
        statement.measure.value,
    )
    return digest_of(*parts, *map(str, figure))


def _join_groups(groups: dict[str, list[Linked]], anchor: str, into: str) -> None:
    source = next((key for key, group in groups.items() if any(linked.read.anchor == anchor for linked in group)), None)
    goal = next((key for key, group in groups.items() if any(linked.read.anchor == into for linked in group)), None)
    if source is None or goal is None or source == goal:
        return
    moved = [linked for linked in groups[source] if linked.read.anchor == anchor]
    groups[source] = [linked for linked in groups[source] if linked.read.anchor != anchor]
    groups[goal].extend(moved)


def _targets(assembly: _Assembly) -> tuple[Target, ...]:
    targets = []
    for group in _grouped(assembly, StatementKind.TARGET):
        statement = group[0].read.statement
        plan = _plan_of(assembly, group[0])
        cell = next((linked.read.statement.cell for linked in group if linked.read.statement.cell), None)
        identity = digest_of("target", plan, _group_key(assembly, group[0]))
        target = Target(
            id=identity,
            indicator=group[0].indicator.code,
            plan=plan,
            scope=statement.scope,
            period=statement.period,
            horizon=_horizon(plan, statement),
            measure=statement.measure,
            quantity=statement.quantity,
            modality=next((linked.read.statement.modality for linked in group if linked.read.statement.modality), ""),
            attribute=cell.attribute if cell else "",
            cumulative=bool(cell and cell.cumulative),
            starred=bool(cell and cell.starred),
            section=cell.section if cell else (group[0].read.headings[0] if group[0].read.headings else ""),
            sources=tuple(_source(linked) for linked in group),
            confirmed=any(linked.read.anchor in assembly.confirmed for linked in group),
            tabled=cell is not None,
        )
        for linked in group:
            assembly.target_of[linked.read.anchor] = identity
        targets.append(target)
    return tuple(targets)


def _plan_of(assembly: _Assembly, linked: Linked) -> str:
    """The plan that a promise belongs to: its document's, or the outline whose years it speaks of."""
    document, statement = _document(assembly, linked), linked.read.statement
    last = last_year(statement.period)
    region = document.region_code or document.region
    if document.kind == DocumentKind.WORK_REPORT.value:
        if last and last != last_year(document.period):
            return outline_id(region, _plan_period(last))
    elif last and document.period and last < first_year(document.period):
        return outline_id(region, _plan_period(last))
    return plan_id(document)


def _plan_period(year: int) -> str:
    first = year - (year - 1) % 5
    return f"{first}-{first + 4}"


def _horizon(plan: str, statement: Statement) -> Horizon:
    kind, _, rest = plan.partition(":")
    if kind == DocumentKind.WORK_REPORT.value:
        return Horizon.ANNUAL
    plan_end = last_year(rest.split(":")[1]) if rest.count(":") else 0
    return Horizon.LONG if plan_end and last_year(statement.period) > plan_end else Horizon.PLAN


def _baselines(assembly: _Assembly) -> tuple[Baseline, ...]:
    baselines = []
    for group in _grouped(assembly, StatementKind.RESULT):
        cell = group[0].read.statement.cell
        if cell is None or cell.column_role != "base":
            continue
        statement = group[0].read.statement
        baselines.append(
            Baseline(
                id=digest_of("baseline", _group_key(assembly, group[0])),
                indicator=group[0].indicator.code,
                scope=statement.scope,
                period=statement.period,
                measure=statement.measure,
                quantity=statement.quantity,
                sources=tuple(_source(linked) for linked in group),
            )
        )
    return tuple(baselines)


def _observations(assembly: _Assembly, figures: list[Observation]) -> tuple[Observation, ...]:
    """What the documents report, and what the tables bring; a figure in both is one figure with both sources."""
    found: dict[str, Observation] = {}
    for group in _grouped(assembly, StatementKind.RESULT):
        statement = group[0].read.statement
        if statement.quantity.value is None:
            continue
        observation = Observation(
            id=digest_of("observation", _group_key(assembly, group[0])),
            indicator=group[0].indicator.code,
            scope=statement.scope,
            period=statement.period,
            measure=statement.measure,
            quantity=statement.quantity,
            estimated=statement.modality == "预计",
            cumulative=bool(statement.cell and statement.cell.cumulative),
            sources=tuple(_source(linked) for linked in group),
            confirmed=any(linked.read.anchor in assembly.confirmed for linked in group),
            tabled=statement.cell is not None,
        )
        found[_figure_key(observation)] = observation
    for figure in figures:
        key = _figure_key(figure)
        known = found.get(key)
        found[key] = figure if known is None else replace(known, sources=(*known.sources, *figure.sources))
    return tuple(
        sorted(found.values(), key=lambda observation: (observation.indicator, observation.period, observation.id))
    )


def _figure_key(observation: Observation) -> str:
    figure = canonical(observation.quantity)
    key = period_key(observation.period, observation.measure)
    return digest_of(observation.indicator, observation.scope, key, observation.measure.value, *map(str, figure))


def _tasks(assembly: _Assembly, readings: list[DocumentReading]) -> tuple[LedgerTask, ...]:
    tasks = []
    for reading in readings:
        plan = plan_id(reading.document)
        for task in reading.tasks:
            ids = dict.fromkeys(assembly.target_of[a] for a in task.statements if a in assembly.target_of)
            tasks.append(
                LedgerTask(
                    id=digest_of("task", task.source.document, str(task.source.span.start), task.heading),
                    plan=plan,
                    heading=task.heading,
                    headings=task.headings,
                    units=task.units,
                    is_open=task.is_open,
                    source=task.source,
                    targets=tuple(ids),
                )
            )
    return tuple(tasks)


def _projects(assembly: _Assembly, readings: list[DocumentReading]) -> tuple[LedgerProject, ...]:
    return tuple(
        LedgerProject(
            id=digest_of("project", project.source.document, str(project.source.span.start), project.name),
            plan=plan_id(assembly.documents[project.source.document]),
            name=project.name,
            kind=project.kind,
            stage=project.stage,
            places=project.places,
            source=project.source,
        )
        for reading in readings
        for project in reading.projects
    )

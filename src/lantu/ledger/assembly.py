"""Readings to one ledger: the same promise in two documents is one promise with two sources."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lantu.ledger.anchors import digest_of
from lantu.ledger.decisions import DecisionNotUnderstoodError, apply_decisions, decisions_by_anchor, lost_decisions
from lantu.ledger.figures import canonical, period_key
from lantu.ledger.grouping import Group, Groupings, document_id, group_statements, read_groupings
from lantu.ledger.linking import Linked, link_statement, relink
from lantu.ledger.observed_figures import observe
from lantu.ledger.plans import horizon_of, make_plans, plan_findings, plan_id, plan_of_promise
from lantu.ledger.readings import stale_finding
from lantu.ledger.territory import choose_region, is_within, stranger_finding
from lantu.model.indicator import Indicator
from lantu.model.ledger import (
    Baseline,
    Decision,
    DecisionAction,
    Ledger,
    LedgerDocument,
    LedgerProject,
    LedgerTask,
    Observation,
    Target,
)
from lantu.model.reading import DocumentReading, ObservationTable
from lantu.model.statement import StatementKind
from lantu.vocabulary.indicators import indicators
from lantu.vocabulary.matching import own_indicator


@dataclass(slots=True)
class _Assembly:
    """What is being put together."""

    documents: dict[str, LedgerDocument]
    region_code: str
    groupings: Groupings
    confirmed: set[str] = field(default_factory=set)
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

    Raises:
        DecisionNotUnderstoodError: A decision sets a field that there is not, or an impossible value.
    """
    ordered = _without_copies(readings)
    region, code = choose_region([reading.document for reading in ordered], region_code)
    inside = [reading for reading in ordered if is_within(reading.document, code)]
    observed = sorted({table.document.id: table for table in tables}.values(), key=lambda table: table.document.id)
    documents = [reading.document for reading in inside] + [table.document for table in observed]
    assembly = _Assembly({document.id: document for document in documents}, code, read_groupings(decisions))
    assembly.linked = _link(assembly, inside, decisions_by_anchor(decisions))
    known = {linked.indicator.code: linked.indicator for linked in assembly.linked}
    figures, figure_findings = observe(observed, known, region, code)
    groups = group_statements(assembly.linked, assembly.documents, assembly.groupings, code)
    targets = _targets(assembly, groups[StatementKind.TARGET])
    findings = [
        stranger_finding(reading.document, region) for reading in ordered if not is_within(reading.document, code)
    ]
    findings += plan_findings([reading.document for reading in inside])
    findings += lost_decisions(decisions, ordered, known)
    findings += [stale for reading in inside if (stale := stale_finding(reading))]
    return Ledger(
        region=region,
        region_code=code,
        documents=tuple(sorted(documents, key=lambda document: (document.period or document.date, document.id))),
        plans=make_plans(documents, {target.plan for target in targets}),
        indicators=tuple(known[key] for key in sorted(known)),
        baselines=_baselines(groups[StatementKind.RESULT]),
        targets=targets,
        observations=_observations(assembly, groups[StatementKind.RESULT], figures),
        tasks=_tasks(assembly, inside),
        projects=_projects(assembly, inside),
        links=tuple(sorted((linked.link for linked in assembly.linked), key=lambda link: link.statement)),
        decisions=tuple(decisions),
        findings=tuple(findings + figure_findings),
    )


def _without_copies(readings: Iterable[DocumentReading]) -> list[DocumentReading]:
    """One reading for each content, by id; of copies of one file under several names, the first by name."""
    unique: dict[str, DocumentReading] = {}
    for reading in readings:
        other = unique.setdefault(reading.document.id, reading)
        unique[reading.document.id] = min(reading, other, key=lambda each: (each.document.name, repr(each.document)))
    return [unique[key] for key in sorted(unique)]


def _link(
    assembly: _Assembly, readings: Sequence[DocumentReading], decisions: Mapping[str, Sequence[Decision]]
) -> list[Linked]:
    """The statements as people left them, each with its indicator."""
    linked: list[Linked] = []
    for reading in readings:
        statements, confirmed = apply_decisions(reading.statements, decisions)
        assembly.confirmed |= confirmed
        linked.extend(map(link_statement, statements))
    # A person may link to an entry that another document brought along, so all of them have to be there first.
    own = {each.indicator.code: each.indicator for each in linked}
    return [_as_decided(each, decisions.get(each.read.anchor, ()), own) for each in linked]


def _as_decided(linked: Linked, decisions: Sequence[Decision], own: Mapping[str, Indicator]) -> Linked:
    for decision in decisions:
        if decision.action is DecisionAction.LINK:
            indicator = _indicator_of(decision, own)
            linked = relink(linked, indicator, decision.why) if indicator else linked
        elif decision.action is DecisionAction.UNLINK:
            linked = relink(linked, _own_indicator(linked), decision.why)
    return linked


def _indicator_of(decision: Decision, own: Mapping[str, Indicator]) -> Indicator | None:
    """The indicator that a person chose; None for a document's own entry that is gone, which LT404 reports."""
    code = dict(decision.values)["indicator"]
    indicator = indicators().get(code) or own.get(code)
    if indicator is None and not code.startswith("X-"):
        raise DecisionNotUnderstoodError(decision, "indicator", code)
    return indicator


def _own_indicator(linked: Linked) -> Indicator:
    """An entry of its own for a wording that a person unlinked; one that was shared as such is shared no more."""
    statement, anchor = linked.read.statement, linked.read.anchor
    own = own_indicator(statement.subject, statement.quantity.unit, statement.measure, context=anchor)
    return replace(own, code=f"X-{digest_of(own.code, anchor)}") if own.code == linked.indicator.code else own


def _targets(assembly: _Assembly, groups: Sequence[Group]) -> tuple[Target, ...]:
    targets = []
    for group in groups:
        target = _target(assembly, group)
        assembly.target_of.update((linked.read.anchor, target.id) for linked in group.members)
        targets.append(target)
    return tuple(targets)


def _target(assembly: _Assembly, group: Group) -> Target:
    statement, document = group.statement, assembly.documents[document_id(group.first)]
    plan = plan_of_promise(document, statement)
    statements = [linked.read.statement for linked in group.members]
    cell = next((member.cell for member in statements if member.cell), None)
    headings = group.first.read.headings
    return Target(
        id=digest_of("target", plan, group.key),
        indicator=group.indicator.code,
        plan=plan,
        scope=group.scope,
        period=statement.period,
        horizon=horizon_of(plan, document, statement),
        measure=statement.measure,
        quantity=statement.quantity,
        modality=next((member.modality for member in statements if member.modality), ""),
        attribute=cell.attribute if cell else "",
        cumulative=bool(cell and cell.cumulative),
        starred=bool(cell and cell.starred),
        section=cell.section if cell else (headings[0] if headings else ""),
        sources=group.sources,
        confirmed=_is_confirmed(assembly, group),
        tabled=cell is not None,
    )


def _is_confirmed(assembly: _Assembly, group: Group) -> bool:
    return any(linked.read.anchor in assembly.confirmed for linked in group.members)


def _baselines(groups: Sequence[Group]) -> tuple[Baseline, ...]:
    """Where indicators stood before the plan: what stands in a table's column for the base year."""
    return tuple(
        Baseline(
            id=digest_of("baseline", group.key),
            indicator=group.indicator.code,
            scope=group.scope,
            period=group.statement.period,
            measure=group.statement.measure,
            quantity=group.statement.quantity,
            sources=group.sources,
        )
        for group in groups
        if any(cell and cell.column_role == "base" for cell in (each.read.statement.cell for each in group.members))
    )


def _observations(
    assembly: _Assembly, groups: Sequence[Group], figures: Sequence[Observation]
) -> tuple[Observation, ...]:
    """What the documents report, and what the tables bring; a figure in both is one figure with both sources."""
    observations = [_observation(assembly, group) for group in groups if group.statement.quantity.value is not None]
    places: dict[str, int] = {}
    for place, observation in enumerate(observations):
        # Figures that a person split have one key; the first of them takes what the tables add.
        places.setdefault(_figure_key(observation), place)
    for figure in figures:
        place = places.setdefault(_figure_key(figure), len(observations))
        if place == len(observations):
            observations.append(figure)
        else:
            known = observations[place]
            observations[place] = replace(known, sources=(*known.sources, *figure.sources))
    return tuple(
        sorted(observations, key=lambda observation: (observation.indicator, observation.period, observation.id))
    )


def _observation(assembly: _Assembly, group: Group) -> Observation:
    statement = group.statement
    cell = next((each.read.statement.cell for each in group.members if each.read.statement.cell), None)
    return Observation(
        id=digest_of("observation", group.key),
        indicator=group.indicator.code,
        scope=group.scope,
        period=statement.period,
        measure=statement.measure,
        quantity=statement.quantity,
        estimated=statement.modality == "预计",
        cumulative=bool(statement.cell and statement.cell.cumulative),
        sources=group.sources,
        confirmed=_is_confirmed(assembly, group),
        tabled=cell is not None,
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

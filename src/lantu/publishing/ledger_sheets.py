"""The sheets of a ledger's workbook: their columns, and the rows that a ledger gives each of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lantu.model.assessment import Assessment
from lantu.model.ledger import LinkMethod, SourceRef, Target
from lantu.publishing.ledger_view import LedgerView
from lantu.publishing.usual_units import in_unit, usual_unit
from lantu.publishing.wording import sign
from lantu.publishing.workbook import Column, Value

Row = tuple[Value, ...]
#: What Lantu itself says of where a figure comes from; the rest are words of a table.
_OWN_EVIDENCE = ("report", "table")


@dataclass(frozen=True, slots=True)
class LedgerSheet:
    """One sheet: the key of its name, its columns, what makes its rows, how many columns stay in view."""

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[LedgerView], Iterator[Row]]
    frozen: int = 0


def _target_rows(view: LedgerView) -> Iterator[Row]:
    for target in view.ledger.targets:
        yield (
            view.plan_title(target.plan),
            view.indicator_name(target.indicator),
            target.scope,
            *_promise(view, target),
            *_base(view, target),
            *_standing(view, target, view.assessments.get(target.id)),
            view.term(f"horizon.{target.horizon.value}"),
            target.modality,
            view.yes(holds=target.starred),
            target.section,
            *_place(view, target.sources),
            len(target.sources),
            view.yes(holds=target.confirmed),
            target.indicator,
            target.id,
        )


def _promise(view: LedgerView, target: Target) -> Row:
    """Attribute, period, kind of number, sign, value, high end, unit, words, and whether it is cumulative."""
    quantity = target.quantity
    unit = usual_unit(quantity, view.indicator(target.indicator))
    return (
        target.attribute,
        target.period,
        view.term(target.measure.value),
        sign(quantity.comparator.value, view.language),
        in_unit(quantity.value, quantity.unit, unit),
        in_unit(quantity.high, quantity.unit, unit),
        unit,
        quantity.words,
        view.yes(holds=target.cumulative),
    )


def _base(view: LedgerView, target: Target) -> Row:
    """Value, unit and period of the base: the unit is its own, since a target of growth starts from a level."""
    base = view.baseline(target)
    if base is None or base.quantity.value is None:
        return None, "", ""
    unit = usual_unit(base.quantity, view.indicator(target.indicator))
    return in_unit(base.quantity.value, base.quantity.unit, unit), unit, base.period


def _standing(view: LedgerView, target: Target, assessment: Assessment | None) -> Row:
    """Latest value and period, status, reason, what is required and needed, rule and date of the judgement."""
    if assessment is None:
        return (None, "", "", "", None, None, "", "", "")
    own, unit = target.quantity.unit, usual_unit(target.quantity, view.indicator(target.indicator))
    amount = assessment.needed_kind == "amount"
    return (
        in_unit(assessment.latest, own, unit),
        assessment.latest_period,
        view.term(assessment.status.value),
        view.told(assessment.reason, assessment.reason_en),
        in_unit(assessment.required, own, unit),
        in_unit(assessment.needed, own, unit) if amount else assessment.needed,
        unit if amount else view.term(f"needed.{assessment.needed_kind}") if assessment.needed_kind else "",
        assessment.rule,
        assessment.as_of,
    )


def _place(view: LedgerView, sources: tuple[SourceRef, ...]) -> Row:
    """Words, sentence, documents, headings and page; those of the first source, with the documents of all."""
    if not sources:
        return "", "", "", "", None
    first = sources[0]
    return _printed(first), first.sentence, view.documents_of(sources), " › ".join(first.headings), first.page


def _printed(source: SourceRef) -> str:
    """The figure as printed, on one line: a page may break it in the middle."""
    return "".join(source.text.split())


def _observation_rows(view: LedgerView) -> Iterator[Row]:
    for observation in view.ledger.observations:
        quantity = observation.quantity
        unit = usual_unit(quantity, view.indicator(observation.indicator))
        yield (
            view.indicator_name(observation.indicator),
            observation.scope,
            observation.period,
            view.term(observation.measure.value),
            sign(quantity.comparator.value, view.language),
            in_unit(quantity.value, quantity.unit, unit),
            in_unit(quantity.high, quantity.unit, unit),
            unit,
            view.term(f"evidence.{observation.evidence}")
            if observation.evidence in _OWN_EVIDENCE
            else observation.evidence,
            view.yes(holds=observation.estimated),
            view.yes(holds=observation.cumulative),
            view.yes(holds=observation.tabled),
            *_place(view, observation.sources),
            len(observation.sources),
            view.yes(holds=observation.confirmed),
            observation.indicator,
            observation.id,
        )


def _indicator_rows(view: LedgerView) -> Iterator[Row]:
    for indicator in view.ledger.indicators:
        yield (
            indicator.code,
            indicator.name,
            indicator.name_en,
            indicator.unit,
            view.term(f"better.{indicator.direction.value}"),
            view.term(f"number.{indicator.number.value}"),
            view.term(f"regions.{indicator.regions.value}"),
            view.term(f"years.{indicator.years.value}"),
            view.term(f"field.{indicator.field}") if indicator.field else "",
            indicator.department,
            "、".join(indicator.aliases),
            view.yes(holds=indicator.known),
            view.target_counts[indicator.code],
            view.observation_counts[indicator.code],
        )


def _task_rows(view: LedgerView) -> Iterator[Row]:
    for task in view.ledger.tasks:
        units = (name if role == "responsible" else f"{name}（{view.term(role)}）" for name, role in task.units)
        yield (
            view.plan_title(task.plan),
            task.heading,
            "、".join(units),
            view.yes(holds=task.is_open),
            "、".join(dict.fromkeys(map(view.target_name, task.targets))),
            task.source.text,
            view.document_name(task.source.document),
            " › ".join(task.headings),
            task.source.page,
            task.id,
        )


def _project_rows(view: LedgerView) -> Iterator[Row]:
    for project in view.ledger.projects:
        yield (
            view.plan_title(project.plan),
            project.name,
            project.kind,
            project.stage,
            "、".join(project.places),
            view.document_name(project.source.document),
            " › ".join(project.source.headings),
            project.source.page,
            project.id,
        )


def _link_rows(view: LedgerView) -> Iterator[Row]:
    """One row a statement; those that came near several indicators and were left to a person are marked open."""
    # Open targets among the results are no figures, so nothing in the ledger stands on them.
    used = [(link, *found) for link in view.ledger.links if (found := view.source_of(link.statement))]
    for link, use, source in sorted(used, key=lambda entry: (entry[2].document, entry[2].span)):
        is_open = link.method is LinkMethod.OWN and bool(link.candidates)
        yield (
            view.yes(holds=is_open),
            view.term(use),
            _printed(source),
            source.sentence,
            view.indicator_name(link.indicator),
            link.indicator,
            view.term(f"method.{link.method.value}"),
            f"{link.confidence:.2f}",
            "；".join(link.reasons),
            "；".join(f"{code} {view.indicator_name(code)}" for code in link.candidates),
            view.document_name(source.document),
            " › ".join(source.headings),
            source.page,
            link.statement,
        )


def _finding_rows(view: LedgerView) -> Iterator[Row]:
    for finding in view.ledger.findings:
        yield (
            finding.code,
            view.term(finding.severity.value),
            view.told(finding.message, finding.message_en),
            view.told(finding.remedy, finding.remedy_en),
            view.document_name(finding.document),
            finding.span.start,
            finding.span.end,
            "；".join(dict.fromkeys(view.document_name(document) for document, _ in finding.elsewhere)),
        )


def _plan_rows(view: LedgerView) -> Iterator[Row]:
    for plan in view.ledger.plans:
        yield (
            plan.title,
            view.term(plan.kind),
            plan.region,
            plan.period,
            view.plan_title(plan.parent) if plan.parent else "",
            "；".join(map(view.document_name, plan.documents)),
            plan.version,
            plan.id,
        )


def _document_rows(view: LedgerView) -> Iterator[Row]:
    for document in view.ledger.documents:
        yield (
            document.title,
            document.name,
            view.term(document.kind),
            document.region,
            document.region_code,
            document.date,
            document.period,
            document.statements,
            document.version,
            document.replaces,
            document.digest,
        )


def _decision_rows(view: LedgerView) -> Iterator[Row]:
    for decision in view.ledger.decisions:
        found = view.source_of(decision.anchor)
        yield (
            view.term(f"action.{decision.action.value}"),
            "；".join(f"{field}={value}" for field, value in decision.values),
            decision.who,
            decision.when,
            decision.why,
            _printed(found[1]) if found else "",
            found[1].sentence if found else "",
            decision.anchor,
        )


def _columns(*columns: Column | str) -> tuple[Column, ...]:
    return tuple(Column(column) if isinstance(column, str) else column for column in columns)


_TITLE = Column("plan", 26, wraps=True)
_INDICATOR = Column("indicator", 28, wraps=True)
_SCOPE = Column("scope", 12, wraps=True)
_SENTENCE = Column("sentence", 60, wraps=True)
_HEADINGS = Column("headings", 36, wraps=True)
_DOCUMENT = Column("doc", 26, wraps=True)
_PAGE = Column("page", 6)
_VALUES = (
    Column("comparator", 6), Column("number_value", 14, grouped=True), Column("number_high", 10, grouped=True),
    Column("unit", 10),
)  # fmt: skip
_PLACE = (Column("text", 14, wraps=True), _SENTENCE, _DOCUMENT, _HEADINGS, _PAGE)

SHEETS: tuple[LedgerSheet, ...] = (
    LedgerSheet(
        "targets",
        _columns(
            _TITLE, _INDICATOR, _SCOPE, Column("attribute", 8), "period", Column("measure", 8), *_VALUES,
            Column("open_target", 16, wraps=True), Column("cumulative", 6), Column("base", 12, grouped=True), Column("base_unit", 8),
            Column("base_period", 8), Column("latest", 12, grouped=True), Column("latest_period", 9), "status",
            Column("reason", 44, wraps=True), Column("required", 12, grouped=True), Column("needed", 10, grouped=True),
            Column("needed_unit", 9), "rule", "as_of", Column("horizon", 8), Column("modality", 8),
            Column("starred", 5), Column("section", 14, wraps=True), *_PLACE, Column("sources", 7),
            Column("confirmed", 8), "indicator_code", Column("id", 14),
        ),
        _target_rows,
        frozen=2,
    ),
    LedgerSheet(
        "observations",
        _columns(
            _INDICATOR, _SCOPE, "period", Column("measure", 8), *_VALUES, Column("evidence", 16, wraps=True),
            Column("estimated", 6), Column("cumulative", 6), Column("tabled", 8), *_PLACE, Column("sources", 7),
            Column("confirmed", 8), "indicator_code", Column("id", 14),
        ),
        _observation_rows,
        frozen=1,
    ),
    LedgerSheet(
        "indicators",
        _columns(
            Column("code", 14), Column("name", 32, wraps=True), Column("name_en", 32, wraps=True), Column("unit", 10),
            "better", "number", "over_regions", "over_years", "field", Column("department", 18, wraps=True),
            Column("aliases", 40, wraps=True), Column("known", 8), Column("target_count", 8),
            Column("observation_count", 8),
        ),
        _indicator_rows,
        frozen=2,
    ),
    LedgerSheet(
        "tasks",
        _columns(
            _TITLE, Column("task", 32, wraps=True), Column("units", 44, wraps=True), Column("open_list", 8),
            Column("targets", 30, wraps=True), Column("text", 70, wraps=True), _DOCUMENT, _HEADINGS, _PAGE,
            Column("id", 14),
        ),
        _task_rows,
        frozen=2,
    ),
    LedgerSheet(
        "projects",
        _columns(
            _TITLE, Column("project", 40, wraps=True), Column("project_kind", 10), Column("stage", 10),
            Column("places", 20, wraps=True), _DOCUMENT, _HEADINGS, _PAGE, Column("id", 14),
        ),
        _project_rows,
        frozen=2,
    ),
    LedgerSheet(
        "links",
        _columns(
            Column("open", 8), Column("use", 8), Column("text", 14, wraps=True), _SENTENCE, _INDICATOR,
            "indicator_code", "method", Column("confidence", 8), Column("reasons", 36, wraps=True),
            Column("candidates", 40, wraps=True), _DOCUMENT, _HEADINGS, _PAGE, Column("anchor", 28),
        ),
        _link_rows,
        frozen=3,
    ),
    LedgerSheet(
        "findings",
        _columns(
            Column("code", 8), Column("severity", 8), Column("message", 60, wraps=True), Column("remedy", 44, wraps=True),
            _DOCUMENT, Column("start", 8), Column("end", 8), Column("related", 26, wraps=True),
        ),
        _finding_rows,
        frozen=1,
    ),
    LedgerSheet(
        "plans",
        _columns(
            Column("title", 44, wraps=True), "kind", "region", "period", Column("parent", 36, wraps=True),
            Column("parts", 40, wraps=True), Column("version", 6), Column("id", 36),
        ),
        _plan_rows,
        frozen=1,
    ),
    LedgerSheet(
        "documents",
        _columns(
            Column("title", 44, wraps=True), Column("file", 28), "kind", "region", "region_code", "date", "period",
            Column("statements", 8), Column("version", 6), Column("replaces", 14), Column("digest", 24),
        ),
        _document_rows,
        frozen=1,
    ),
    LedgerSheet(
        "decisions",
        _columns(
            "action", Column("changes", 24, wraps=True), "who", Column("when", 20), Column("why", 30, wraps=True),
            Column("text", 14, wraps=True), _SENTENCE, Column("anchor", 28),
        ),
        _decision_rows,
        frozen=1,
    ),
)  # fmt: skip

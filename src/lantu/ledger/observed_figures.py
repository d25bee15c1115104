"""Figures of tables to observations: each under its indicator, in the indicator's dimension, of the ledger's region."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Context, Decimal

from lantu.ledger.anchors import digest_of
from lantu.ledger.row_faults import foreign_region, missing_unit, unfit_unit, unknown_indicator
from lantu.ledger.territory import is_inside
from lantu.model.finding import Finding
from lantu.model.indicator import Indicator, NumberKind
from lantu.model.ledger import Observation
from lantu.model.reading import ObservationTable, ObservedFigure
from lantu.model.statement import Comparator, Measure, Quantity
from lantu.units import split_multiplier
from lantu.vocabulary.fitting import misfit
from lantu.vocabulary.matching import match_indicator, own_indicator
from lantu.vocabulary.regions import region_of_name

_RISES = ("增长", "上涨", "增速", "涨幅", "提高")
_FALLS = ("下降", "下跌", "降低", "降幅")
_ACTS = ("新增", "新建", "改造", "实际使用", "实际利用", "到位")
#: Names for the whole country, whose figures stand beside a province's for comparison.
_NATION = ("全国", "中国", "国家")
#: Wide enough for every value that a table can hold, times any multiplier.
_EXACT = Context(prec=100)


@dataclass(slots=True)
class _Bench:
    """What is being put together from one table; ``mentioned`` are the indicators that documents speak of.

    Rows with one fault in common are gathered, so that fifty rows of an unknown indicator make one finding.
    """

    document: str
    region: str
    region_code: str
    mentioned: frozenset[str]
    observations: list[Observation] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    gathered: dict[tuple[Callable[..., Finding], tuple[str, ...]], list[int]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def note(self, fault: Callable[..., Finding], row: int, *words: str) -> None:
        """Notes that a row has a fault that others may have too."""
        self.gathered[fault, words].append(row)

    def close(self) -> list[Finding]:
        """The findings, in the order of the rows that they begin with."""
        together = [fault(self.document, rows, *words) for (fault, words), rows in self.gathered.items()]
        return sorted(self.findings + together, key=lambda finding: finding.span)


def observe(
    tables: Sequence[ObservationTable], indicators: dict[str, Indicator], region: str, region_code: str = ""
) -> tuple[list[Observation], list[Finding]]:
    """The observations that tables of figures bring, and findings for rows that were not taken as they stand.

    Indicators that are met are entered in ``indicators``. Figures of a place within the ledger's region carry it as
    their scope, those of the nation 全国; figures of other regions are left out (LT423), and so are those whose unit
    cannot be the indicator's (LT420). An indicator that neither a document nor the vocabulary knows gets an entry of
    its own (LT417).
    """
    observations: list[Observation] = []
    findings: list[Finding] = []
    mentioned = frozenset(indicators)
    for table in tables:
        bench = _Bench(table.document.id, region, region_code, mentioned)
        for figure in table.figures:
            _observe(bench, figure, indicators)
        observations.extend(bench.observations)
        findings.extend(bench.close())
    return observations, findings


def _observe(bench: _Bench, figure: ObservedFigure, indicators: dict[str, Indicator]) -> None:
    """Adds the observation of one row, or notes why there is none."""
    row = figure.source.span.start
    scope = _scope(figure.region, bench.region, bench.region_code)
    if scope is None:
        bench.note(foreign_region, row, figure.region, bench.region)
        return
    change = any(word in figure.measure for word in (*_RISES, *_FALLS))
    measure = Measure.GROWTH if change else Measure.LEVEL
    multiplier, unit = split_multiplier(figure.unit) if figure.unit else (1, "")
    match = match_indicator(figure.wording, unit=unit, measure=measure)
    if match.indicator is None and unit:
        why = _misfit(figure.wording, unit, measure)
        if why:
            bench.findings.append(unfit_unit(bench.document, row, figure.wording, figure.unit, why))
            return
    indicator = match.indicator or own_indicator(figure.wording, unit, measure)
    if match.indicator is None and indicator.code not in bench.mentioned:
        bench.note(unknown_indicator, row, figure.wording)
    if not unit and indicator.known and (usual := "%" if change else indicator.unit):
        bench.note(missing_unit, row, figure.wording, usual)
        multiplier, unit = split_multiplier(usual)
    indicators.setdefault(indicator.code, indicator)
    value = _EXACT.multiply(Decimal(figure.value), Decimal(multiplier))
    bench.observations.append(_observation(figure, indicator, scope, measure, value, unit))


def _misfit(wording: str, unit: str, measure: Measure) -> str:
    """Why a wording that names an indicator cannot be counted in that unit; "" where the wording names none."""
    named = match_indicator(wording, unit="", measure=measure).indicator
    return misfit(named.code, unit, measure) if named is not None else ""


def _observation(
    figure: ObservedFigure, indicator: Indicator, scope: str, measure: Measure, value: Decimal, unit: str
) -> Observation:
    if measure is Measure.GROWTH:
        value = -value if any(word in figure.measure for word in _FALLS) else value
        measure, value = (Measure.DECLINE, -value) if value < 0 else (Measure.GROWTH, value)
    elif indicator.number in (NumberKind.FLOW, NumberKind.CUMULATIVE) and any(act in figure.wording for act in _ACTS):
        measure = Measure.FLOW
    return Observation(
        id=digest_of("observation", figure.source.document, str(figure.source.span.start)),
        indicator=indicator.code,
        scope=scope,
        period=figure.period,
        measure=measure,
        quantity=Quantity(value, unit, Comparator.EQ),
        evidence=figure.evidence or "table",
        estimated="预计" in figure.measure,
        sources=(figure.source,),
    )


def _scope(name: str, region: str, region_code: str) -> str | None:
    """What part of the ledger's region a row is about; None where it is about a region outside.

    A name that no region has, such as 沈阳现代化都市圈, is taken for a part as it is written.
    """
    if name in ("", region):
        return ""
    if name in _NATION:
        return "全国"
    named = region_of_name(name)
    if named is None or not region_code:
        return name
    if named.code == region_code:
        return ""
    return named.name if is_inside(named.code, region_code) else None

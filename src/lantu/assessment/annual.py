"""Promises for one year against that year's results, for any pair of work reports."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lantu.assessment.assess import in_rates
from lantu.ledger.figures import last_year
from lantu.model.assessment import Assessment, Status
from lantu.model.indicator import Indicator
from lantu.model.ledger import Horizon, Ledger, SourceRef, Target

#: What a judgement of a year's promise says of it; anything else leaves it open.
_KEPT = {Status.MET: True, Status.MISSED: False}


@dataclass(frozen=True, slots=True)
class AnnualPromise:
    """What was promised for a year, and what came of it (年度目标与结果).

    Attributes:
        year: The year.
        indicator: What was promised.
        target: The promise.
        assessment: How it was judged.
        result: The year's figure in the unit of ``unit``, a fall positive where the promise is a fall; None where the
            next report does not give it.
        difference: The result less the promised value, in points where ``unit`` is a rate; None without a result or,
            for a promise without a number of its own, without the series it is compared with.
        unit: The unit of result and difference: the promise's, or that of the series compared.
        kept: Whether it was kept; None where that cannot be said.
        promised: Where the promise stands.
        reported: Where the result stands; None without one.
    """

    year: int
    indicator: Indicator
    target: Target
    assessment: Assessment
    result: Decimal | None
    difference: Decimal | None
    unit: str
    kept: bool | None
    promised: SourceRef | None
    reported: SourceRef | None


def annual_promises(ledger: Ledger, assessments: Sequence[Assessment]) -> tuple[AnnualPromise, ...]:
    """Every promise for a single year, by year and in the ledger's order, with that year's result where it is known."""
    judged = {assessment.target: assessment for assessment in assessments}
    indicators = {indicator.code: indicator for indicator in ledger.indicators}
    sources = {observation.id: observation.sources for observation in ledger.observations}
    promises = [
        _promise(target, judged[target.id], indicators[target.indicator], sources)
        for target in ledger.targets
        if target.horizon is Horizon.ANNUAL and target.id in judged and last_year(target.period)
    ]
    return tuple(sorted(promises, key=lambda promise: promise.year))


def _promise(
    target: Target, assessment: Assessment, indicator: Indicator, sources: dict[str, tuple[SourceRef, ...]]
) -> AnnualPromise:
    year = last_year(target.period)
    kept = _KEPT.get(assessment.status) if assessment.latest_period.endswith(str(year)) else None
    result = assessment.latest if kept is not None else None
    reported = [ref for each in assessment.observations for ref in sources.get(each, ())] if kept is not None else []
    return AnnualPromise(
        year=year,
        indicator=indicator,
        target=target,
        assessment=assessment,
        result=result,
        difference=result - assessment.required if result is not None and assessment.required is not None else None,
        unit=in_rates(target).quantity.unit or assessment.unit,
        kept=kept,
        promised=target.sources[0] if target.sources else None,
        reported=reported[-1] if reported else None,
    )

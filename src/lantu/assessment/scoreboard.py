"""A plan's promises in one table, an indicator a row: base, targets, latest figure and where it stands."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lantu.model.assessment import Assessment, Status
from lantu.model.indicator import Indicator
from lantu.model.ledger import Baseline, Ledger, Plan, Target

#: Of several targets of one indicator the worst that could be judged speaks for it.
_SEVERITY = (Status.MISSED, Status.BEHIND, Status.ON_TRACK, Status.MET, Status.UNDETERMINED)


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One indicator of a plan with all that it promises.

    Attributes:
        indicator: The indicator.
        section: The table section or chapter it stands under.
        attribute: 约束性, 预期性 or "".
        starred: Whether it is taken from the national outline.
        baseline: Where it started, or None.
        targets: Its targets, the level before the growth.
        assessments: One a target.
        status: The worst that could be judged; undetermined where nothing could.
    """

    indicator: Indicator
    section: str
    attribute: str
    starred: bool
    baseline: Baseline | None
    targets: tuple[Target, ...]
    assessments: tuple[Assessment, ...]
    status: Status

    @property
    def speaking(self) -> Assessment:
        """The assessment that gives the row its status."""
        return next(each for each in self.assessments if each.status is self.status)


@dataclass(frozen=True, slots=True)
class Scoreboard:
    """A plan's indicators, in the order of its table, then its other quantified goals.

    Attributes:
        plan: The plan's id.
        title: Its title; for a plan that is known only from another's table, its years.
        as_of: The date of the judgements.
        indicators: The rows of its indicator table.
        goals: Its other goals.
    """

    plan: str
    title: str
    as_of: str
    indicators: tuple[ScoreRow, ...]
    goals: tuple[ScoreRow, ...]

    def count(self) -> dict[Status, int]:
        """How many indicators of the table stand where; every status is there."""
        counted = Counter(row.status for row in self.indicators)
        return {status: counted[status] for status in Status}


def make_scoreboards(ledger: Ledger, assessments: Sequence[Assessment]) -> tuple[Scoreboard, ...]:
    """One scoreboard for each plan that the ledger's targets belong to, outlines first, then by period."""
    judged = {assessment.target: assessment for assessment in assessments}
    indicators = {indicator.code: indicator for indicator in ledger.indicators}
    plans = {plan.id: plan for plan in ledger.plans}
    boards = []
    for plan_id in sorted({target.plan for target in ledger.targets}, key=_plan_order):
        targets = [target for target in ledger.targets if target.plan == plan_id]
        rows = _rows(targets, judged, indicators, ledger.baselines)
        as_of = next((judged[target.id].as_of for target in targets), "")
        table = tuple(row for row in rows if _is_tabled(row))
        goals = tuple(row for row in rows if not _is_tabled(row))
        boards.append(Scoreboard(plan_id, _title(plan_id, plans.get(plan_id)), as_of, table, goals))
    return tuple(boards)


def _plan_order(plan_id: str) -> tuple[int, str]:
    kinds = ("outline", "special-plan", "regional-plan", "action-plan", "work-report")
    kind = plan_id.split(":", 1)[0]
    return kinds.index(kind) if kind in kinds else len(kinds), plan_id


def _title(plan_id: str, plan: Plan | None) -> str:
    return plan.title if plan else f"{plan_id.split(':')[2]}年规划"


def _is_tabled(row: ScoreRow) -> bool:
    return any(target.tabled for target in row.targets)


def _rows(
    targets: list[Target],
    judged: dict[str, Assessment],
    indicators: dict[str, Indicator],
    baselines: Sequence[Baseline],
) -> list[ScoreRow]:
    grouped: dict[tuple[str, str], list[Target]] = {}
    for target in targets:
        grouped.setdefault((target.indicator, target.scope), []).append(target)
    return [_row(group, judged, indicators[code], baselines) for (code, _), group in grouped.items()]


def _row(
    targets: list[Target], judged: dict[str, Assessment], indicator: Indicator, baselines: Sequence[Baseline]
) -> ScoreRow:
    assessments = tuple(judged[target.id] for target in targets)
    first = next((target for target in targets if target.tabled), targets[0])
    used = {assessment.baseline for assessment in assessments if assessment.baseline}
    return ScoreRow(
        indicator=indicator,
        section=first.section,
        attribute=first.attribute,
        starred=first.starred,
        baseline=next((baseline for baseline in baselines if baseline.id in used), None),
        targets=tuple(targets),
        assessments=assessments,
        status=min((assessment.status for assessment in assessments), key=_SEVERITY.index),
    )

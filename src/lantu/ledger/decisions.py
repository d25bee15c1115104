"""People's decisions, laid over a reading. The reading itself is never changed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from lantu.errors import LantuError
from lantu.model.ledger import Decision, DecisionAction
from lantu.model.reading import ReadStatement
from lantu.model.statement import Comparator, Measure, Statement, StatementKind


class DecisionNotUnderstoodError(LantuError):
    """A decision names a field or a value that statements do not have."""

    def __init__(self, decision: Decision, field: str, value: str) -> None:
        super().__init__(
            f"决定中的“{field}={value}”无法使用；可改的字段：{'、'.join(sorted(_SETTERS))}",
            f"the decision on {decision.anchor} sets {field}={value!r}; fields that can be set: {', '.join(sorted(_SETTERS))}",
        )


def decisions_by_anchor(decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
    """The decisions on each anchor, in the order in which they were made."""
    grouped: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        grouped[decision.anchor].append(decision)
    return grouped


def apply_decisions(
    statements: Sequence[ReadStatement], decisions: Mapping[str, Sequence[Decision]]
) -> tuple[list[ReadStatement], set[str]]:
    """The statements as people left them, rejected ones out, and the anchors of those that they confirmed.

    Raises:
        DecisionNotUnderstoodError: A decision sets a field that statements do not have, or an impossible value.
    """
    kept: list[ReadStatement] = []
    confirmed: set[str] = set()
    for read in statements:
        current: ReadStatement | None = read
        for decision in decisions.get(read.anchor, ()):
            if decision.action is DecisionAction.REJECT:
                current = None
                break
            if decision.action in (DecisionAction.CORRECT, DecisionAction.SET_PERIOD):
                current = replace(read, statement=_corrected((current or read).statement, decision))
            confirmed.add(read.anchor)
        if current is not None:
            kept.append(current)
    return kept, confirmed


def _corrected(statement: Statement, decision: Decision) -> Statement:
    for field, value in decision.values:
        setter = _SETTERS.get(field)
        if setter is None:
            raise DecisionNotUnderstoodError(decision, field, value)
        try:
            statement = setter(statement, value)
        except (ValueError, InvalidOperation) as err:
            raise DecisionNotUnderstoodError(decision, field, value) from err
    return statement


def _set_value(statement: Statement, value: str) -> Statement:
    return replace(statement, quantity=replace(statement.quantity, value=Decimal(value) if value else None))


def _set_high(statement: Statement, value: str) -> Statement:
    return replace(statement, quantity=replace(statement.quantity, high=Decimal(value) if value else None))


#: How each field of a statement is set from a decision's words.
_SETTERS = {
    "value": _set_value,
    "high": _set_high,
    "unit": lambda statement, value: replace(statement, quantity=replace(statement.quantity, unit=value)),
    "comparator": lambda statement, value: replace(
        statement, quantity=replace(statement.quantity, comparator=Comparator(value))
    ),
    "kind": lambda statement, value: replace(statement, kind=StatementKind(value)),
    "measure": lambda statement, value: replace(statement, measure=Measure(value)),
    "subject": lambda statement, value: replace(statement, subject=value),
    "period": lambda statement, value: replace(statement, period=value),
    "scope": lambda statement, value: replace(statement, scope=value),
    "modality": lambda statement, value: replace(statement, modality=value),
}

"""People's decisions, laid over a reading. The reading itself is never changed."""

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Context, Decimal, InvalidOperation

from lantu.errors import LantuError
from lantu.ledger.figures import first_year, last_year
from lantu.model.finding import Finding, Severity
from lantu.model.ledger import Decision, DecisionAction
from lantu.model.reading import DocumentReading, ReadStatement
from lantu.model.statement import Comparator, Measure, Statement, StatementKind
from lantu.text.span import Span
from lantu.units import split_multiplier

_PERIOD = re.compile(r"(?:annual:)?(?:19|20)\d\d(?:-(?:19|20)\d\d)?|")
_NUMBER = re.compile(r"-?\d{1,24}(?:\.\d{1,24})?", re.ASCII)
#: What each action may set; the others set nothing. Only a correction may set any field.
_FIELDS = {
    DecisionAction.SET_PERIOD: frozenset({"period"}),
    DecisionAction.LINK: frozenset({"indicator"}),
    DecisionAction.MERGE: frozenset({"into"}),
}
#: Wide enough for every number that ``_NUMBER`` lets pass, times any multiplier.
_EXACT = Context(prec=100)
#: Actions after which a person stands by the value.
_CONFIRMING = frozenset({DecisionAction.CONFIRM, DecisionAction.CORRECT, DecisionAction.SET_PERIOD})


class DecisionNotUnderstoodError(LantuError):
    """A decision names a field or a value that statements do not have."""

    def __init__(self, decision: Decision, field: str, value: str) -> None:
        known = sorted(_fields_of(decision.action))
        zh = f"可改的字段：{'、'.join(known)}" if known else "这种决定不设字段"
        en = f"fields that can be set: {', '.join(known)}" if known else "such a decision sets no field"
        super().__init__(
            f"对{decision.anchor}的决定（{decision.action.value}）中“{field}={value}”无法使用；{zh}",
            f"the decision on {decision.anchor} ({decision.action.value}) sets {field}={value!r}; {en}",
        )


def decisions_by_anchor(decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
    """The decisions on each anchor, in the order in which they were made.

    Raises:
        DecisionNotUnderstoodError: A decision sets a field that its action does not set, or lacks the one it needs.
    """
    grouped: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        _check(decision)
        grouped[decision.anchor].append(decision)
    return grouped


def apply_decisions(
    statements: Sequence[ReadStatement], decisions: Mapping[str, Sequence[Decision]]
) -> tuple[list[ReadStatement], set[str]]:
    """The statements as people left them, rejected ones out, and the anchors of those that they confirmed.

    A statement that was rejected and later confirmed or corrected stands.

    Raises:
        DecisionNotUnderstoodError: A decision sets a field that statements do not have, or an impossible value.
    """
    kept: list[ReadStatement] = []
    confirmed: set[str] = set()
    for read in statements:
        statement, is_rejected = read.statement, False
        for decision in decisions.get(read.anchor, ()):
            if decision.action is DecisionAction.REJECT:
                is_rejected = True
            elif decision.action in _CONFIRMING:
                is_rejected = False
                confirmed.add(read.anchor)
                statement = corrected(statement, decision)
        if not is_rejected:
            kept.append(replace(read, statement=statement))
    return kept, confirmed


def corrected(statement: Statement, decision: Decision) -> Statement:
    """The statement with what a decision sets; as it was, where that sets nothing.

    Raises:
        DecisionNotUnderstoodError: The decision sets a field that statements do not have, or an impossible value.
    """
    if decision.action not in (DecisionAction.CORRECT, DecisionAction.SET_PERIOD):
        return statement
    values = dict(decision.values)
    if split_multiplier(values.get("unit", ""))[0] != 1 and "value" not in values:
        # 亿斤 alone does not say whether the number that was read is already counted in 斤.
        raise DecisionNotUnderstoodError(decision, "unit", values["unit"])
    for field, value in decision.values:
        try:
            statement = _SETTERS[field](statement, value)
        except (ValueError, InvalidOperation) as err:
            raise DecisionNotUnderstoodError(decision, field, value) from err
    return _in_base_unit(statement, values)


def lost_decisions(
    decisions: Sequence[Decision], readings: Iterable[DocumentReading], indicators: Container[str]
) -> list[Finding]:
    """LT404: decisions on statements or entries that the ledger holds no more; they are kept, and do nothing."""
    known = {read.anchor for reading in readings for read in reading.statements}
    return [
        _lost(decision, missing)
        for decision in decisions
        if (missing := _missing(decision, known) or _missing_entry(decision, indicators))
    ]


def _missing(decision: Decision, anchors: Container[str]) -> str:
    """The anchor that a decision is about and that no document holds; "" where all are there."""
    into = dict(decision.values).get("into", "")
    return next((anchor for anchor in (decision.anchor, into) if anchor and anchor not in anchors), "")


def _missing_entry(decision: Decision, indicators: Container[str]) -> str:
    """The document's own entry that a decision links to and that no document brings any more."""
    code = dict(decision.values).get("indicator", "")
    return code if code.startswith("X-") and code not in indicators else ""


def _lost(decision: Decision, missing: str) -> Finding:
    what = "、".join(f"{field}={value}" for field, value in decision.values)
    return Finding(
        code="LT404",
        severity=Severity.WARNING,
        message=f"人工决定（{decision.action.value} {what}）所针对的{missing}已不在台账的文件中，未生效",
        message_en=f"the decision {decision.action.value} {what} is about {missing}, which no document holds; it does nothing",
        span=Span(0, 0),
        remedy="在新文本中找到对应的表述，重新作出决定，或撤销它",
        remedy_en="find the statement in the new text and decide again, or take the decision back",
        document=decision.anchor.split("-", 1)[0],
    )


def _check(decision: Decision) -> None:
    allowed = _fields_of(decision.action)
    for field, value in decision.values:
        if field not in allowed:
            raise DecisionNotUnderstoodError(decision, field, value)
    for field in _FIELDS.get(decision.action, ()):
        if not dict(decision.values).get(field) and field != "period":
            raise DecisionNotUnderstoodError(decision, field, "")


def _fields_of(action: DecisionAction) -> frozenset[str]:
    return frozenset(_SETTERS) if action is DecisionAction.CORRECT else _FIELDS.get(action, frozenset())


def _set_value(statement: Statement, value: str) -> Statement:
    """The statement with a number: one that had only words becomes a target with a number."""
    quantity = replace(statement.quantity, value=_number(value), open_target=None, words="", reference="")
    return replace(statement, quantity=quantity)


def _set_high(statement: Statement, value: str) -> Statement:
    high = _number(value) if value else None
    comparator = statement.quantity.comparator
    if high is not None:
        comparator = Comparator.RANGE
    elif comparator is Comparator.RANGE:
        comparator = Comparator.EQ
    return replace(statement, quantity=replace(statement.quantity, high=high, comparator=comparator))


def _number(value: str) -> Decimal:
    """The number, if it is one that a document could print: no exponent, no infinity."""
    if _NUMBER.fullmatch(value) is None:
        raise ValueError(value)
    return Decimal(value)


def _set_period(statement: Statement, value: str) -> Statement:
    if _PERIOD.fullmatch(value) is None or first_year(value) > last_year(value):
        raise ValueError(value)
    return replace(statement, period=value)


def _set_subject(statement: Statement, value: str) -> Statement:
    if not value.strip():
        raise ValueError(value)
    return replace(statement, subject=value)


def _in_base_unit(statement: Statement, values: Mapping[str, str]) -> Statement:
    """The statement with what was set in a unit without multiplier: a person writes 465 and 亿斤."""
    multiplier, unit = split_multiplier(values.get("unit", ""))
    if multiplier == 1:
        return statement
    quantity = statement.quantity
    value = _times(quantity.value, multiplier) if "value" in values else quantity.value
    high = _times(quantity.high, multiplier) if "high" in values else quantity.high
    return replace(statement, quantity=replace(quantity, unit=unit, value=value, high=high))


def _times(value: Decimal | None, multiplier: int) -> Decimal | None:
    return None if value is None else _EXACT.multiply(value, Decimal(multiplier))


#: How each field of a statement is set from a decision's words.
_SETTERS: dict[str, Callable[[Statement, str], Statement]] = {
    "value": _set_value,
    "high": _set_high,
    "unit": lambda statement, value: replace(statement, quantity=replace(statement.quantity, unit=value)),
    "comparator": lambda statement, value: replace(
        statement, quantity=replace(statement.quantity, comparator=Comparator(value))
    ),
    "kind": lambda statement, value: replace(statement, kind=StatementKind(value)),
    "measure": lambda statement, value: replace(statement, measure=Measure(value)),
    "subject": _set_subject,
    "period": _set_period,
    "scope": lambda statement, value: replace(statement, scope=value),
    "modality": lambda statement, value: replace(statement, modality=value),
}

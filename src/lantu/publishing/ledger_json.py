"""A ledger as JSON for other programs: stable keys, exact numbers, each target with where it stands."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from lantu.model.assessment import Assessment
from lantu.model.ledger import Ledger
from lantu.publishing.exact_json import to_json
from lantu.publishing.options import Language

#: Raised whenever a key changes its meaning or goes; new keys may come without notice.
FORMAT = "lantu-ledger/1"

#: The lists of a ledger in the order in which they are written, one entry a line.
_LISTS = (
    "documents", "plans", "indicators", "baselines", "targets", "observations",
    "tasks", "projects", "links", "decisions", "findings",
)  # fmt: skip


def write_ledger_json(
    ledger: Ledger, assessments: Iterable[Assessment] = (), *, language: Language = Language.ZH
) -> bytes:
    """The ledger as one JSON object in UTF-8; docs/reference/ledger.md explains every key.

    Args:
        ledger: The ledger.
        assessments: Where its targets stand; a target without one has null there.
        language: Keys and codes are the same in every language; messages are given in both.
    """
    del language
    judged = {assessment.target: assessment for assessment in assessments}
    head = f'{{"format": {to_json(FORMAT)}, "region": {to_json(ledger.region)}, "region_code": {to_json(ledger.region_code)}'
    parts = [head]
    for name in _LISTS:
        records = [_plain(entry) for entry in getattr(ledger, name)]
        if name == "targets":
            records = [record | {"assessment": _plain(judged.get(record["id"]))} for record in records]
        lines = ",\n".join(map(to_json, records))
        parts.append(f'"{name}": [\n{lines}\n]' if records else f'"{name}": []')
    return (",\n".join(parts) + "}\n").encode()


def _plain(value: Any) -> Any:
    """A value of the model as JSON holds it; Decimals stay, to be printed digit for digit."""
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        return {field.name: _field(field.name, getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(entry) for entry in value]
    return value


def _field(name: str, value: Any) -> Any:
    """A field; pairs are given names rather than places."""
    if name == "units":
        return [{"name": unit, "role": role} for unit, role in value]
    if name == "values":
        return [{"field": field, "value": set_to} for field, set_to in value]
    if name == "elsewhere":
        return [{"document": document, "span": _plain(span)} for document, span in value]
    return _plain(value)

"""JSON with exact numbers: a Decimal is printed digit for digit, which the standard encoder cannot do."""

import json
from decimal import Decimal
from typing import Any

from lantu.publishing.numbers import plain


def to_json(value: Any) -> str:
    """A value as JSON on one line, Chinese unescaped, Decimals as plain numbers.

    >>> to_json({"value": Decimal("5.127E+10"), "unit": "斤", "high": None})
    '{"value": 51270000000, "unit": "斤", "high": null}'
    """
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_scalar(str(key))}: {to_json(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(to_json, value)) + "]"
    return _scalar(value)


_scalar = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode

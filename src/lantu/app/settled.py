"""Front matter that a person decides instead of the reader, checked before any file is opened."""

import re
from dataclasses import fields

from lantu.errors import LantuError
from lantu.model.document import DocumentKind, FrontMatter

FACTS: tuple[str, ...] = tuple(field.name for field in fields(FrontMatter))
KINDS: tuple[str, ...] = tuple(kind.value for kind in DocumentKind)

_SHAPES = {
    "date": (re.compile(r"\d{4}(-\d{2}(-\d{2})?)?"), "2024-01-23、2024-01 或 2024", "2024-01-23, 2024-01 or 2024"),
    "period": (re.compile(r"\d{4}(-\d{4})?"), "2024 或 2021-2025", "2024 or 2021-2025"),
    "region_code": (re.compile(r"\d{6}"), "六位数字，如 210000", "six digits, such as 210000"),
}


class UnknownFactError(LantuError):
    """Something to be settled that front matter does not have."""

    def __init__(self, fact: str) -> None:
        known = ", ".join(FACTS)
        super().__init__(f"没有“{fact}”这一项，可设定的有：{known}", f"there is no “{fact}”; what can be set: {known}")


class UnfitFactError(LantuError):
    """A value that the fact to be settled cannot have."""

    def __init__(self, fact: str, value: str, zh: str, en: str) -> None:
        super().__init__(f"{fact} 不能是“{value}”，应为：{zh}", f"{fact} cannot be “{value}”; expected: {en}")


def check_settled(fact: str, value: str) -> None:
    """Nothing, if a person may set ``fact`` to ``value``.

    Raises:
        UnknownFactError: Front matter has no such fact.
        UnfitFactError: The fact cannot have this value.
    """
    if fact not in FACTS:
        raise UnknownFactError(fact)
    if fact == "kind" and value not in KINDS:
        raise UnfitFactError(fact, value, "、".join(KINDS), ", ".join(KINDS))
    if fact in _SHAPES:
        shape, zh, en = _SHAPES[fact]
        if not shape.fullmatch(value):
            raise UnfitFactError(fact, value, zh, en)

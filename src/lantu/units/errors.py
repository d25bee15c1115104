"""What a caller can ask of units that cannot be answered."""

from collections.abc import Iterable
from decimal import Decimal

from lantu.errors import LantuError


class UnknownUnitError(LantuError):
    """A unit that the table of units does not hold.

    Attributes:
        text: The unit as the caller wrote it.
        suggestion: The nearest unit in the table, or "".
    """

    def __init__(self, text: str, known: Iterable[str] = ()) -> None:
        self.text = text
        self.suggestion = _nearest(text, known)
        zh_hint = f"，是否指“{self.suggestion}”？" if self.suggestion else "；请在 units.txt 中补充。"
        hint = f"; did you mean {self.suggestion!r}?" if self.suggestion else "; add it to units.txt."
        super().__init__(f"未知的计量单位“{text}”{zh_hint}", f"unknown unit {text!r}{hint}")


class IncomparableUnitsError(LantuError):
    """Two units of different dimensions, such as 个 and 户, or % and 百分点.

    Attributes:
        unit_from: The unit that a value was given in.
        unit_to: The unit that it was asked for in.
        suggestion: A unit, near in writing to ``unit_to``, in which the value could be given; or "".
    """

    def __init__(
        self, unit_from: str, unit_to: str, dimensions: tuple[str, str], candidates: Iterable[str] = ()
    ) -> None:
        self.unit_from = unit_from
        self.unit_to = unit_to
        self.suggestion = _nearest(unit_to, candidates)
        zh_hint = f"；是否指“{self.suggestion}”？" if self.suggestion else "。"
        hint = f"; did you mean {self.suggestion!r}?" if self.suggestion else "."
        super().__init__(
            f"“{unit_from}”（{dimensions[0]}）与“{unit_to}”（{dimensions[1]}）不能换算{zh_hint}",
            f"{unit_from!r} ({dimensions[0]}) and {unit_to!r} ({dimensions[1]}) do not compare{hint}",
        )


class InexactConversionError(LantuError):
    """A conversion whose result no finite decimal holds, such as one 亩 in 公顷."""

    def __init__(self, value: Decimal, unit_from: str, unit_to: str) -> None:
        super().__init__(
            f"{value} {unit_from} 换算为“{unit_to}”除不尽；请指定有效位数（digits），或用 convert_exactly 取分数。",
            f"{value} {unit_from} in {unit_to!r} is no finite decimal; pass digits=, or take the fraction from convert_exactly.",
        )


class UnitTableError(LantuError):
    """A line of the table of units that cannot be read."""

    def __init__(self, line_number: int, reason: str) -> None:
        super().__init__(f"units.txt 第 {line_number} 行：{reason}", f"units.txt, line {line_number}: {reason}")


def _nearest(text: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 -- only a failing call pays for its import

    found = get_close_matches(text, known, n=1, cutoff=0.5)
    return found[0] if found else ""

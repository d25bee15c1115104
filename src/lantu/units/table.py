"""The table of units: units.txt as values."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path

from lantu.units.errors import UnitTableError
from lantu.units.unit import Unit

_MULTIPLIERS = "倍数"
_COUNTERS = "量词"
#: An alias marked so is read only below the line of a compound: 件/万人口, but not 300万人口.
_BELOW_THE_LINE = "/"


@dataclass(frozen=True, slots=True)
class UnitTable:
    """Every unit by each of its names.

    Attributes:
        units: Units by symbol and alias.
        denominators: Names that stand for a unit only after 每 or /.
        multipliers: 十 百 千 万 亿 and their combinations, with their values.
    """

    units: dict[str, Unit]
    denominators: dict[str, Unit]
    multipliers: dict[str, int]


@cache
def unit_table() -> UnitTable:
    """The table that ships with Lantu, read when it is first asked for."""
    return read_units(Path(__file__).with_name("units.txt").read_text(encoding="utf-8"))


def read_units(text: str) -> UnitTable:
    """The table that a commented text describes; units.txt says how it is written.

    Raises:
        UnitTableError: A line is not of the described form, or a name is given twice.
    """
    table = UnitTable({}, {}, {})
    dimension = ""
    for number, line in _meaningful_lines(text):
        if line.startswith("["):
            dimension = line.strip("[]").split()[0]
            continue
        if not dimension:
            raise UnitTableError(number, "a unit stands before the first [dimension]")
        symbol, ratio, aliases = _read_line(number, line, has_ratio=dimension != _COUNTERS)
        if dimension == _MULTIPLIERS:
            table.multipliers.update(dict.fromkeys([symbol, *aliases], int(ratio)))
        else:
            _enter(table, number, Unit(symbol, symbol if dimension == _COUNTERS else dimension, ratio), aliases)
    return table


def _meaningful_lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), start=1):
        stripped = line.strip()
        if stripped and not stripped.startswith("#"):
            yield number, stripped


def _read_line(number: int, line: str, *, has_ratio: bool) -> tuple[str, Fraction, list[str]]:
    if not has_ratio:
        symbol, *aliases = line.split()
        return symbol, Fraction(1), aliases
    symbol, equals, rest = line.partition(" = ")
    ratio, *aliases = rest.split() or [""]
    try:
        exact = Fraction(ratio)
    except (ValueError, ZeroDivisionError) as err:
        raise UnitTableError(number, f"expected “symbol = ratio”, found {line!r}") from err
    if not equals or exact <= 0:
        raise UnitTableError(number, f"the ratio of {symbol!r} must be greater than 0")
    return symbol.strip(), exact, aliases


def _enter(table: UnitTable, number: int, unit: Unit, aliases: list[str]) -> None:
    for alias in [unit.symbol, *aliases]:
        below = alias.startswith(_BELOW_THE_LINE)
        names = table.denominators if below else table.units
        name = alias.removeprefix(_BELOW_THE_LINE)
        if name in names:
            raise UnitTableError(number, f"{name!r} is already a name of {names[name].symbol!r}")
        names[name] = unit

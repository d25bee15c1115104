"""Units of measurement in a commented text file, and exact conversion between them."""

from lantu.units.conversion import comparable, convert, convert_exactly, finite_decimal
from lantu.units.errors import IncomparableUnitsError, InexactConversionError, UnitTableError, UnknownUnitError
from lantu.units.parsing import parse_unit, require_unit, split_multiplier, unit_names
from lantu.units.unit import Unit

__all__ = [
    "IncomparableUnitsError",
    "InexactConversionError",
    "Unit",
    "UnitTableError",
    "UnknownUnitError",
    "comparable",
    "convert",
    "convert_exactly",
    "finite_decimal",
    "parse_unit",
    "require_unit",
    "split_multiplier",
    "unit_names",
]

"""Every way to write a unit, as the scan for quantities needs it."""

from lantu.units.table import unit_table

#: Written so, whichever way the text writes it; every other unit stays as printed.
_STANDARD = {"百分点", "%", "‰"}
#: 4000亿级 and 6.4级 rate a thing; they count nothing.
_NO_UNIT = {"级", "单", "度电"}

#: Each name of a unit with the form that statements carry: as printed, but for percentages and percentage points.
UNITS = {
    name: unit.symbol if unit.symbol in _STANDARD else name
    for name, unit in unit_table().units.items()
    if name not in _NO_UNIT
}
LONGEST_UNIT = max(map(len, UNITS))

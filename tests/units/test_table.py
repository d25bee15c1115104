"""The table of units can be read by a person, and its mistakes are named by line."""

import pytest

from lantu.units.errors import UnitTableError
from lantu.units.table import read_units, unit_table


def test_a_table_is_read_with_its_aliases_and_comments():
    table = read_units("# note\n[质量 mass]\n吨 = 1  t\n斤 = 1/2000\n[量词 counters]\n个\n套 整套\n")
    assert {name: unit.dimension for name, unit in table.units.items()} == {
        "吨": "质量",
        "t": "质量",
        "斤": "质量",
        "个": "个",
        "套": "套",
        "整套": "套",
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("吨 = 1", "units.txt, line 1: a unit stands before the first [dimension]"),
        ("[质量]\n\n吨 1", "units.txt, line 3: expected “symbol = ratio”, found '吨 1'"),
        ("[质量]\n吨 = 1/0", "units.txt, line 2: expected “symbol = ratio”, found '吨 = 1/0'"),
        ("[质量]\n吨 = 0", "units.txt, line 2: the ratio of '吨' must be greater than 0"),
        ("[质量]\n吨 = 1 t\n克 = 1/1000000 t", "units.txt, line 3: 't' is already a name of '吨'"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(text, message):
    with pytest.raises(UnitTableError) as caught:
        read_units(text)
    assert str(caught.value) == message


def test_each_dimension_has_a_base_unit():
    by_dimension = {}
    for unit in unit_table().units.values():
        by_dimension.setdefault(unit.dimension, set()).add(unit.ratio)
    assert [name for name, ratios in by_dimension.items() if 1 not in ratios] == []

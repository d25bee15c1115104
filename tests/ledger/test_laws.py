"""What holds of every ledger, whatever is in its documents."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantu.ledger.assembly import assemble_ledger
from lantu.ledger.figures import canonical
from lantu.ledger.observations import read_observations
from lantu.model.ledger import Ledger
from lantu.model.statement import Quantity
from lantu.units import convert_exactly, parse_unit
from lantu.units.table import unit_table
from tests.ledger.provinces import decide, everything, outline, read, statement

NAMES = ("粮食产量", "森林覆盖率", "城镇新增就业", "飞毯保有量")
UNITS = {"粮食产量": ("亿斤", "万吨"), "森林覆盖率": ("%",), "城镇新增就业": ("万人",), "飞毯保有量": ("张",)}


@st.composite
def sentences(draw) -> str:
    name = draw(st.sampled_from(NAMES))
    year = draw(st.integers(2024, 2031))
    value = draw(st.decimals(1, 99, places=1))
    return f"到{year}年，{name}达到{value}{draw(st.sampled_from(UNITS[name]))}。"


@st.composite
def documents(draw) -> str:
    title = draw(
        st.sampled_from(
            ("2027年澜岳省政府工作报告", "澜岳省国民经济和社会发展第十五个五年规划纲要", "澜岳省湖区行动方案")
        )
    )
    return f"{title}\n\n一、目标\n" + "\n".join(draw(st.lists(sentences(), min_size=1, max_size=5))) + "\n"


READINGS = st.lists(documents(), min_size=1, max_size=4).map(
    lambda texts: [read(text, f"{place}.txt") for place, text in enumerate(texts)]
)


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    path = tmp_path_factory.mktemp("tables") / "实际值.csv"
    path.write_text(
        "指标,年份,数值,单位\n粮食产量,2026,1862,万吨\n粮食产量,2025,1850,万吨\n飞毯保有量,2026,2,张\n",
        encoding="utf-8",
    )
    return read_observations(path)[0]


@given(st.data())
def test_the_order_of_documents_does_not_matter(table, data):
    readings = [*data.draw(READINGS), *everything()]
    shuffled = data.draw(st.permutations(readings))
    assert assemble_ledger(shuffled, [table]) == assemble_ledger(readings, [table])


@given(READINGS)
def test_reading_a_document_twice_changes_nothing(readings):
    assert assemble_ledger([*readings, *readings]) == assemble_ledger(readings)


@given(READINGS)
def test_every_target_of_every_document_is_in_the_ledger_once(readings):
    found = assemble_ledger(readings)
    promised = {each.anchor for reading in readings for each in reading.statements if each.statement.kind == "target"}
    places = [(source.document, source.span) for target in found.targets for source in target.sources]
    assert len(places) == len(set(places)) == len(promised)


@given(READINGS)
def test_the_members_of_a_target_state_the_same_amount(readings):
    by_place = {
        (reading.document.id, each.statement.span): each.statement
        for reading in readings
        for each in reading.statements
    }
    for target in assemble_ledger(readings).targets:
        amounts = {canonical(by_place[source.document, source.span].quantity) for source in target.sources}
        assert amounts == {canonical(target.quantity)}


@given(READINGS)
def test_everything_that_the_ledger_names_is_in_it(readings):
    assert dangling(assemble_ledger([*readings, *everything()])) == set()


def dangling(found: Ledger) -> set[str]:
    """What the ledger speaks of and does not hold: indicators, plans, documents, targets."""
    held = {each.code for each in found.indicators} | {
        each.id for each in (*found.plans, *found.documents, *found.targets)
    }
    named = {each.indicator for each in (*found.targets, *found.observations, *found.baselines, *found.links)}
    named |= {each.plan for each in (*found.targets, *found.tasks, *found.projects)}
    named |= {plan.parent for plan in found.plans if plan.parent}
    named |= {source.document for each in (*found.targets, *found.observations) for source in each.sources}
    named |= {target for task in found.tasks for target in task.targets}
    return named - held


@given(st.permutations(range(4)))
def test_decisions_on_different_statements_may_come_in_any_order(order):
    reading = outline()
    anchors = [statement(reading, words).anchor for words in ("24个", "42.5%", "1900", "6%")]
    decisions = [
        decide(anchors[0], "correct", value="26"),
        decide(anchors[1], "reject"),
        decide(anchors[2], "set_period", period="2029"),
        decide(anchors[3], "unlink"),
    ]
    shuffled = assemble_ledger([reading], decisions=[decisions[place] for place in order])
    assert replace(shuffled, decisions=()) == replace(assemble_ledger([reading], decisions=decisions), decisions=())


ALIKE = [
    (one, other)
    for one in sorted(unit_table().units)
    for other in sorted(unit_table().units)
    if one != other and unit_table().units[one].dimension == unit_table().units[other].dimension
]
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=6)


@given(NUMBERS, st.sampled_from(ALIKE))
def test_a_conversion_and_back_loses_nothing(value, units):
    one, other = units
    there = convert_exactly(value, one, other)
    assert convert_exactly(there, other, one) == Fraction(value)


@given(NUMBERS, st.sampled_from(ALIKE))
def test_one_amount_in_two_units_is_one_figure(value, units):
    one, other = units
    ratio = parse_unit(one).ratio / parse_unit(other).ratio
    there = Fraction(value) * ratio
    dimension, amount, _, _ = canonical(Quantity(value, one))
    assert (dimension, amount) == (parse_unit(other).dimension, there * parse_unit(other).ratio)


def test_465_hundred_million_jin_are_2325_ten_thousand_tons():
    jin, tons = Quantity(Decimal(465) * 10**8, "斤"), Quantity(Decimal(2325) * 10**4, "吨")
    assert canonical(jin) == canonical(tons)

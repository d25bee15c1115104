"""The ledger of one province's outline, reports and action plan, against what people linked and tabled by hand."""

import json
from decimal import Decimal

import pytest

from lantu.extraction.pipeline import extract
from lantu.ledger.assembly import assemble_ledger
from lantu.ledger.readings import take_reading
from lantu.model.ledger import Horizon, Observation, Target
from lantu.model.statement import Measure
from lantu.reading.documents import read_document
from lantu.reading.formats.registry import read_source
from lantu.units import comparable
from lantu.vocabulary.relations import related

DOCUMENTS = (
    "liaoning-14fyp-outline-1",
    "liaoning-14fyp-outline-2",
    "liaoning-2021-work-report",
    "liaoning-2024-work-report",
    "liaoning-regional-action-plan",
)
OUTLINE = "outline:210000:2021-2025"
CHANGES = (Measure.GROWTH, Measure.DECLINE)


@pytest.fixture(scope="module")
def readings(shared):
    """The readings by the name of the file."""
    return {
        name: take_reading(extract(read_document(read_source(shared / "corpus" / f"{name}.txt")[0])))
        for name in DOCUMENTS
    }


@pytest.fixture(scope="module")
def ledger(readings):
    return assemble_ledger(readings.values())


@pytest.fixture(scope="module")
def entries(shared):
    return json.loads((shared / "gold" / "liaoning-14fyp.links.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def tables(shared):
    return json.loads((shared / "gold" / "liaoning-14fyp.indicators.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def rows(tables):
    """The rows of 专栏2, as people tabled them."""
    return tables["专栏2"]


@pytest.fixture(scope="module")
def past_rows(tables):
    """The rows of the table of the plan before."""
    return next(rows for name, rows in tables.items() if name != "专栏2")


def at_place(values, document: str, start: int):
    """The value of the ledger that has a source there; None where there is none."""
    return next(
        (
            value
            for value in values
            for source in value.sources
            if (source.document, source.span.start) == (document, start)
        ),
        None,
    )


def speaks_about(ledger, target: Target, figure: Observation) -> bool:
    """Whether the ledger holds a figure against a promise: one or related indicators, whole province, kinds alike."""
    one, other = ledger.indicator(target.indicator), ledger.indicator(figure.indicator)
    if related(one, other) is None or figure.scope != target.scope:
        return False
    if target.measure in CHANGES or figure.measure in CHANGES:
        return True
    units = target.quantity.unit, figure.quantity.unit
    return "" in units or comparable(*units)


def pairs(entries, ledger, readings, key):
    """Each promise that people named with each figure that they held against it, or refused."""
    for entry in entries:
        plan = entry["plan"]
        target = at_place(ledger.targets, readings[plan["doc"]].document.id, plan["start"])
        assert target is not None, entry["indicator"]
        for other in entry[key]:
            figure = at_place(ledger.observations, readings[other["doc"]].document.id, other["start"])
            yield f"{entry['indicator']} – {other['subject']} {other['text']}", target, figure


def test_every_link_with_a_role_is_in_the_ledger(entries, ledger, readings):
    found = list(pairs(entries, ledger, readings, "links"))
    assert len(found) > 20
    assert [name for name, target, figure in found if not figure or not speaks_about(ledger, target, figure)] == []


def test_no_refused_link_is_in_the_ledger(entries, ledger, readings):
    found = list(pairs(entries, ledger, readings, "not_links"))
    assert len(found) > 10
    assert [name for name, target, figure in found if figure and speaks_about(ledger, target, figure)] == []


def tabled(ledger) -> dict[str, list[Target]]:
    """The outline's targets that stand in its table, by indicator."""
    found: dict[str, list[Target]] = {}
    for target in ledger.targets:
        if target.plan == OUTLINE and target.tabled:
            found.setdefault(target.indicator, []).append(target)
    return found


def test_all_rows_of_the_indicator_table_are_targets_of_one_plan(ledger, rows):
    assert len(rows) == len(tabled(ledger)) == 38


def test_the_rows_keep_attribute_and_star(ledger, rows):
    """28 anticipatory and 10 binding; the order of rows is the order of their cells."""
    order = sorted(tabled(ledger).values(), key=lambda group: min(target.sources[0].span.start for target in group))
    kept = [({target.attribute for target in group}, {target.starred for target in group}) for group in order]
    assert kept == [({row["attribute"]}, {row["starred"]}) for row in rows]


def test_the_rows_keep_their_values(ledger, rows):
    order = sorted(tabled(ledger).values(), key=lambda group: min(target.sources[0].span.start for target in group))
    for row, group in zip(rows, order, strict=True):
        wanted = {
            Decimal(str(cell["value"]))
            for cell in (row["target_2025"], row["growth_or_cumulative"])
            if cell and cell.get("value") is not None
        }
        scales = [1, 10**4, 10**8]
        values = {target.quantity.value for target in group if target.quantity.value is not None}
        assert len(values) == len(wanted), row["name"]
        assert all(any(number * scale in values for scale in scales) for number in wanted), row["name"]


def test_bases_of_the_table_are_baselines(ledger, rows):
    with_base = sum(1 for row in rows if row["base_2020"] and row["base_2020"].get("value") is not None)
    bases = {base.indicator for base in ledger.baselines if base.indicator in tabled(ledger) and base.period == "2020"}
    assert len(bases) == with_base


def test_the_past_plan_of_the_outline_is_a_plan_of_its_own(ledger, past_rows):
    past = [target for target in ledger.targets if target.plan == "outline:210000:2016-2020"]
    assert {target.horizon for target in past} == {Horizon.PLAN}
    assert all(target.tabled for target in past)
    assert len({target.indicator for target in past}) == len(past_rows)
    assert ledger.plan("outline:210000:2016-2020").documents == ()


def test_the_grain_promise_of_both_documents_is_one(ledger):
    """465亿斤 in one document, 2325 under 万吨 in another."""
    grain = [target for target in tabled(ledger)["SE001"] if target.quantity.value is not None]
    (target,) = grain
    assert {source.text for source in target.sources} >= {"2325"}
    assert len({source.document for source in target.sources}) == 2


def test_the_documents_make_these_plans(ledger):
    assert [plan.id.split(":")[0] + ":" + plan.period for plan in ledger.plans] == [
        "action-plan:",
        "outline:2016-2020",
        "outline:2021-2025",
        "work-report:2021",
        "work-report:2024",
    ]
    assert len(ledger.plan(OUTLINE).documents) == 2


def test_the_action_plan_that_states_no_period_is_named(ledger):
    assert [finding.code for finding in ledger.findings] == ["LT402"]

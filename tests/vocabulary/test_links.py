"""Wordings of one province's plan and reports meet as people linked them, and not where people kept them apart."""

import csv
import json
from dataclasses import dataclass

import pytest

from lantu.extraction.pipeline import extract
from lantu.model.document import Document
from lantu.model.indicator import Indicator
from lantu.model.statement import Measure, Statement, StatementKind
from lantu.reading.documents import read_document
from lantu.reading.formats.registry import read_source
from lantu.units import comparable, split_multiplier
from lantu.vocabulary.matching import match_indicator, own_indicator
from lantu.vocabulary.relations import related

OUTLINES = ("liaoning-14fyp-outline-1", "liaoning-14fyp-outline-2")
REPORTS = ("liaoning-2021-work-report", "liaoning-2024-work-report")
CHANGES = (Measure.GROWTH, Measure.DECLINE)


@dataclass(frozen=True)
class Meant:
    """A statement with the indicator that it is about."""

    statement: Statement
    indicator: Indicator
    measure: Measure


def _context(document: Document, statement: Statement) -> str:
    block = document.blocks[statement.block]
    around = document.original(document.span(block.start, block.end))
    titles = "".join(parent.title for parent in document.path(statement.block))
    return titles + around[: max(0, statement.span.start - document.span(block.start, block.end).start)]


def _meant(document: Document, statement: Statement) -> Meant:
    context = _context(document, statement)
    unit, measure = statement.quantity.unit, statement.measure
    match = match_indicator(statement.subject, unit=unit, measure=measure, scope=statement.scope, context=context)
    own = own_indicator(statement.subject, unit, measure, context=f"{document.source.name} {context}")
    return Meant(statement, match.indicator or own, match.measure)


@pytest.fixture(scope="module")
def statements(shared):
    """Every statement of the five documents by document and first character."""
    found = {}
    for name in (*OUTLINES, *REPORTS, "liaoning-regional-action-plan"):
        source, _ = read_source(shared / "corpus" / f"{name}.txt")
        document = read_document(source)
        for statement in extract(document).statements:
            found[name, statement.span.start] = _meant(document, statement)
    return found


@pytest.fixture(scope="module")
def entries(shared):
    return json.loads((shared / "gold" / "liaoning-14fyp.links.json").read_text(encoding="utf-8"))


def comparable_numbers(one: Meant, other: Meant) -> bool:
    """Whether the two kinds of number can be compared; a level's target and the same thing's growth can."""
    if one.measure in CHANGES or other.measure in CHANGES:
        return True
    units = one.statement.quantity.unit, other.statement.quantity.unit
    return "" in units or comparable(*units)


def linked(plan: Meant, reported: Meant) -> bool:
    """Whether a reported figure speaks about a promise, as this test understands it."""
    return (
        reported.statement.kind is StatementKind.RESULT
        and not reported.statement.scope
        and related(plan.indicator, reported.indicator) is not None
        and comparable_numbers(plan, reported)
    )


def _pairs(entries, statements, key):
    for entry in entries:
        plan = statements[entry["plan"]["doc"], entry["plan"]["start"]]
        for other in entry[key]:
            yield entry["indicator"], plan, statements[other["doc"], other["start"]], other


def test_every_link_that_people_made_is_made(entries, statements):
    missed = [
        (name, other["subject"], other["role"])
        for name, plan, reported, other in _pairs(entries, statements, "links")
        if not linked(plan, reported)
    ]
    assert missed == []


def test_no_link_that_people_refused_is_made(entries, statements):
    made = [
        (name, other["subject"], other["why_not"])
        for name, plan, reported, other in _pairs(entries, statements, "not_links")
        if linked(plan, reported)
    ]
    assert made == []


def test_links_beyond_the_list_are_further_figures_of_the_same_or_its_parts(entries, statements):
    """People listed one figure for each year; others of the same indicator may be linked, and nothing else."""
    listed = {
        (other["doc"], other["start"]) for entry in entries for key in ("links", "not_links") for other in entry[key]
    }
    surplus = {
        (plan.indicator.name, reported.indicator.name)
        for plan in (statements[entry["plan"]["doc"], entry["plan"]["start"]] for entry in entries)
        for (name, start), reported in statements.items()
        if name in REPORTS and (name, start) not in listed and linked(plan, reported)
    }
    assert surplus == {
        ("地区生产总值", "地区生产总值"),
        ("居民人均可支配收入", "城镇居民人均可支配收入"),
        ("居民人均可支配收入", "农村居民人均可支配收入"),
    }


def test_every_row_of_the_indicator_tables_is_a_known_indicator(shared):
    tables = json.loads((shared / "gold" / "liaoning-14fyp.indicators.json").read_text(encoding="utf-8"))
    unknown = {
        row["name"]
        for rows in tables.values()
        for row in rows
        if match_indicator(row["name"], unit="", measure=Measure.LEVEL).indicator is None
    }
    assert unknown == set()


def test_every_indicator_of_the_tables_of_observations_is_known(shared):
    names = ("liaoning-observations.csv", "liaoning-annual-targets.csv")
    texts = ((shared / "data" / name).read_text(encoding="utf-8-sig").splitlines() for name in names)
    rows = [row for lines in texts for row in csv.DictReader(lines)]
    changes = {"同比增长": Measure.GROWTH, "同比增长(预计)": Measure.GROWTH, "同比上涨": Measure.GROWTH}
    unknown = {
        (row["indicator"], row["unit"])
        for row in rows
        if "measure" in row
        and match_indicator(
            row["indicator"],
            unit=split_multiplier(row["unit"])[1],
            measure=changes.get(row["measure"], Measure.LEVEL),
        ).indicator
        is None
    }
    assert unknown == set()
    assert {row["indicator"] for row in rows if not _known(row["indicator"])} == set()


def _known(name: str) -> bool:
    return match_indicator(name, unit="", measure=Measure.LEVEL).indicator is not None

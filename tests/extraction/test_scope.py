"""Which part of the jurisdiction a statement is about."""

import pytest

from lantu.extraction.scope import ScopeReader
from lantu.reading.documents import read_document
from lantu.text.source import Source

# Place names are real, since scopes are read from real names; the sentences are invented.
REGIONAL = {"kind": "regional-plan", "period": "2026-2030", "region": "辽宁省", "region_code": "210000"}


def reader(text="正文。", **settled):
    return ScopeReader(read_document(Source("plan.txt", text), settled=REGIONAL | settled))


@pytest.mark.parametrize(
    ("subject", "names", "rest"),
    [
        ("沈阳地区生产总值", ["沈阳"], "地区生产总值"),
        ("沈阳、大连地区生产总值", ["沈阳", "大连"], "地区生产总值"),
        ("沈阳和大连市固定资产投资", ["沈阳", "大连市"], "固定资产投资"),
        ("滨海经济带地区生产总值", ["滨海经济带"], "地区生产总值"),
        ("大连港集装箱泊位", [], "大连港集装箱泊位"),
        ("地区生产总值", [], "地区生产总值"),
        ("杭州地区生产总值", [], "杭州地区生产总值"),
        ("", [], ""),
    ],
)
def test_places_part_from_the_indicator_behind_them(subject, names, rest):
    places = reader().split(subject)
    assert (places.names, places.subject) == (names, rest)


def test_the_nearest_heading_that_names_a_zone_is_the_scope():
    text = "第一章 建设滨海经济带\n第一节 做强产业\n工业投资增长。\n第二章 总体要求\n坚持创新。"
    scopes = reader(text)
    blocks = scopes._document.blocks
    found = [scopes.of_block(index) for index, block in enumerate(blocks) if block.kind.value == "paragraph"]
    assert found == ["滨海经济带", ""]


def test_headings_set_no_scope_in_a_report():
    scopes = reader("第一章 建设滨海经济带\n工业投资增长。", kind="work-report")
    assert scopes.of_block(1) == ""


def test_a_document_without_a_region_has_zones_but_no_cities():
    scopes = reader(region="", region_code="")
    assert scopes.split("沈阳地区生产总值").names == []
    assert scopes.split("滨海经济带地区生产总值").names == ["滨海经济带"]

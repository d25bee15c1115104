"""Reading of the real documents that are kept beside the checkout."""

import json
import re
from functools import cache
from pathlib import Path

import pytest

from lantu.model.document import Document
from lantu.reading.documents import read_document
from lantu.text.source import Source


@cache
def read(shared: Path, name: str) -> Document:
    return read_document(Source(name, (shared / "corpus" / name).read_bytes().decode("utf-8")))


@pytest.fixture(scope="module")
def index(shared: Path) -> list[dict]:
    return [json.loads(line) for line in (shared / "corpus" / "index.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("part", ["kind", "region", "period"])
def test_front_matter_is_right_on_every_document(shared: Path, index: list[dict], part: str) -> None:
    for entry in index:
        front = read(shared, entry["file"]).front
        assert (entry["doc"], getattr(front, part).value) == (entry["doc"], entry[part])


def test_the_date_is_the_day_of_the_session(shared: Path, index: list[dict]) -> None:
    """The index dates the annotated documents; for the others it gives the day of the web page, which is later."""
    for entry in index:
        date = read(shared, entry["file"]).front.date.value
        if entry["gold"]:
            assert (entry["doc"], date) == (entry["doc"], entry["date"])
        else:
            assert "2026-01-20" <= date <= entry["date"]


def squeeze(text: str) -> str:
    return re.sub(r"\s", "", text).translate(str.maketrans("()", "（）"))


@pytest.mark.parametrize(("name", "table", "rows"), [("专栏2", 1, 38), ("十三五完成情况", 0, 19)])
def test_every_row_of_the_indicator_tables_is_read_cell_by_cell(shared: Path, name: str, table: int, rows: int) -> None:
    gold = json.loads((shared / "gold" / "liaoning-14fyp.indicators.json").read_text("utf-8"))[name]
    document = read(shared, "liaoning-14fyp-outline-1.txt")
    found = [[squeeze(cell.text) for cell in row] for row in document.tables[table].rows]
    wanted = [[squeeze(cell) for cell in row["raw"]] for row in gold]
    assert len(wanted) == rows
    assert [row for row in found if row in wanted] == wanted

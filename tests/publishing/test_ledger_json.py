import json
import re
from dataclasses import fields, replace
from decimal import Decimal

from lantu.model.assessment import Forecast
from lantu.model.ledger import Ledger, LedgerProject
from lantu.publishing.ledger_json import FORMAT, write_ledger_json
from tests.publishing.ledgers import assessments, sample_ledger


def written(ledger: Ledger | None = None, *, assessed: bool = True) -> dict:
    found = ledger or sample_ledger()
    text = write_ledger_json(found, assessments(found) if assessed else ()).decode()
    return json.loads(text, parse_float=Decimal)


def test_every_part_of_the_ledger_is_there():
    data, ledger = written(), sample_ledger()
    assert (data["format"], data["region"]) == (FORMAT, "澜岳省")
    lists = {key: len(value) for key, value in data.items() if isinstance(value, list)}
    assert lists == {key: len(getattr(ledger, key)) for key in lists}
    assert set(lists) == {name for name in Ledger.__slots__ if not name.startswith("region")}


def test_a_target_carries_its_sources_and_where_it_stands():
    data = written()
    target = next(each for each in data["targets"] if each["starred"])
    assert (target["attribute"], target["quantity"]["value"], target["quantity"]["unit"]) == (
        "约束性",
        Decimal("42.5"),
        "%",
    )
    assert target["sources"][1]["text"] == "42.5%"
    assert target["sources"][1]["span"]["end"] - target["sources"][1]["span"]["start"] == 5
    assert target["assessment"]["target"] == target["id"]
    assert target["assessment"]["status"] in {"met", "on_track", "behind", "missed", "undetermined"}


def test_without_assessments_there_is_null():
    assert {each["assessment"] for each in written(assessed=False)["targets"]} == {None}


def test_numbers_are_exact():
    ledger = sample_ledger()
    value = Decimal("12345678901234567890.12345678901234567891")
    target = replace(ledger.targets[0], quantity=replace(ledger.targets[0].quantity, value=value))
    assert str(value) in write_ledger_json(replace(ledger, targets=(target,), tasks=())).decode()


def test_pairs_have_names():
    data = written()
    lead = next(task for task in data["tasks"] if task["heading"] == "建设湖区")
    assert lead["units"] == [{"name": "省交通运输厅", "role": "lead"}]
    assert data["decisions"][0]["values"] == [{"field": "value", "value": "26"}]


def test_chinese_is_written_as_it_is_and_each_entry_on_a_line_of_its_own():
    text = write_ledger_json(sample_ledger()).decode()
    assert "\\u" not in text
    assert len(text.splitlines()) > len(sample_ledger().targets) + len(sample_ledger().observations)


def test_an_empty_ledger_is_an_object_of_empty_lists():
    data = json.loads(write_ledger_json(Ledger()))
    assert all(value == [] for key, value in data.items() if key not in {"format", "region", "region_code"})


def test_the_same_ledger_gives_the_same_bytes():
    assert write_ledger_json(sample_ledger()) == write_ledger_json(sample_ledger())


def test_every_key_is_explained(root):
    page = (root / "docs" / "reference" / "ledger.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"`(\w+)`", page))
    ledger = sample_ledger()
    judged = assessments(ledger)
    forecast = Forecast(2030, 1.0, 0.5, 1.5, 0.8, 0.4, "method", 5)
    data = json.loads(write_ledger_json(ledger, [replace(each, forecast=forecast) for each in judged]))
    used = keys(data) | {field.name for field in fields(LedgerProject)}
    assert "forecast" in used
    assert used - explained == set()


def keys(value: object) -> set[str]:
    """The keys of a value and of everything within it."""
    if isinstance(value, dict):
        return set(value) | {key for each in value.values() for key in keys(each)}
    return {key for each in value for key in keys(each)} if isinstance(value, list) else set()

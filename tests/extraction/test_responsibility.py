"""Who a note of responsibility names."""

import json
import time
import tomllib
from pathlib import Path

import pytest

from lantu.extraction.responsibility import LEAD, RESPONSIBLE, SUPPORTING, find_notes
from lantu.extraction.unit_names import read_units
from lantu.text.cleaning import clean_text
from tests.optional import require_path

CASES = Path(__file__).parents[1] / "cases" / "responsibility"


def _cases(*names):
    cases = [
        case for name in names for case in tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))["case"]
    ]
    return [pytest.param(case, id=case["text"][:40]) for case in cases]


@pytest.mark.parametrize("case", _cases("labels", "clauses", "lines"))
def test_a_note_gives_its_units_by_role(case):
    before = case.get(
        "before", "建设一批项目。\n" if not case["text"].startswith(("（", "〔", "【", "[", "(")) else "建设一批项目。"
    )
    (note,) = find_notes(clean_text(before + case["text"]).text)
    for role in (LEAD, SUPPORTING, RESPONSIBLE):
        assert [noted.unit.name for noted in note.units if noted.role == role] == case.get(role, [])
    assert [noted.unit.name for noted in note.units if noted.unit.is_group] == case.get("groups", [])
    assert note.is_open == case.get("open", False)
    assert list(note.leaders) == case.get("leaders", [])
    assert note.deadline == case.get("deadline", "")


@pytest.mark.parametrize("case", _cases("not-notes"))
def test_what_names_no_one_who_answers_is_no_note(case):
    assert find_notes(case.get("before", "") + case["text"]) == ()


@pytest.mark.parametrize("case", _cases("labels", "clauses"))
def test_a_bracketed_note_spans_its_brackets(case):
    text = clean_text("建设一批项目。" + case["text"]).text
    (note,) = find_notes(text)
    assert text[note.start] + text[note.end - 1] in {"（）", "〔〕", "【】", "[]"}
    assert note.end == len(text)


def test_every_name_points_at_the_characters_that_it_was_read_from():
    text = "省发展改革委、财政厅等，云州、青河市政府"
    assert [text[unit.start : unit.end] for unit in read_units(text).names] == [
        "省发展改革委",
        "财政厅",
        "云州",
        "青河市政府",
    ]


def test_a_line_break_inside_a_name_is_closed():
    (note,) = find_notes(clean_text("建设粮仓。（责任单位：省农业农\n\n村厅，省财\n政厅等）").text)
    assert [noted.unit.name for noted in note.units] == ["省农业农村厅", "省财政厅"]


def test_an_unclosed_bracket_is_read_in_linear_time():
    text = "（责任单位：" * 20_000 + "（" * 50_000 + "牵头、" * 50_000
    started = time.process_time()
    find_notes(text)
    assert time.process_time() - started < 3


@pytest.fixture
def gold(shared):
    path = require_path(shared / "gold" / "liaoning-regional-action-plan.responsible.jsonl", "the annotated documents")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return rows, (shared / "corpus" / "liaoning-regional-action-plan.txt").read_text(encoding="utf-8")


def test_every_annotated_note_is_found_with_its_units(gold):
    rows, text = gold
    clean = clean_text(text)
    notes = {}
    for note in find_notes(clean.text):
        span = clean.original_span(note.start, note.end)
        notes[span.start, span.end] = note
    assert set(notes) == {(row["start"], row["end"]) for row in rows}
    for row in rows:
        note = notes[row["start"], row["end"]]
        assert {noted.unit.name for noted in note.units if not noted.unit.is_group} == set(row["units"]), row["raw"]
        assert [noted.unit.name for noted in note.units if noted.unit.is_group] == row["groups"], row["raw"]
        assert note.is_open == row["etc"], row["raw"]

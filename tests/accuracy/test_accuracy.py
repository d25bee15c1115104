"""Lantu agrees with the hand annotations as well as was promised, over the five annotated documents."""

import json
import subprocess
import sys

import pytest

from benchmarks.gold import annotated_documents, scoring
from benchmarks.score import TARGETS, UNITS_TARGET, measure, predictions
from benchmarks.statements import tally
from lantu.app.extract_documents import extract_document


@pytest.fixture(scope="module")
def accuracy(shared):
    return measure(shared)


@pytest.mark.parametrize(("figure", "target"), TARGETS.items())
def test_statements_agree_with_the_annotations(accuracy, shared, figure, target):
    assert accuracy.total.figures(scoring(shared))[figure] >= target


def test_every_note_of_responsible_units_is_found(accuracy):
    assert accuracy.units.notes_found == accuracy.units.notes, accuracy.units.differences


def test_responsible_units_are_named_as_people_named_them(accuracy):
    assert accuracy.units.f1 >= UNITS_TARGET, accuracy.units.differences


@pytest.mark.parametrize("which", ["专栏2", "十三五完成情况"])
def test_every_cell_of_the_indicator_tables_is_read(accuracy, which):
    cells = accuracy.cells[which]
    assert cells.differences == ()
    assert (cells.rows_right, cells.cells_right) == (cells.rows, cells.cells)


def test_the_figures_are_those_of_the_annotators_script(shared, tmp_path):
    document = annotated_documents(shared)[-1]
    rows = predictions(extract_document(document.text, settled={}))
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text(
        "".join(json.dumps(row, default=str, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8"
    )
    command = [sys.executable, str(shared / "gold" / "score.py"), str(predicted), str(document.statements), "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    score = scoring(shared)
    ours = tally(rows, score.load(document.statements), score).figures(score)
    assert ours == {name: figure for name, figure in theirs.items() if name in ours}

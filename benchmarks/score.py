"""How well Lantu reads: its statements, responsible units and table cells against hand annotations (`make score`).

usage: python -m benchmarks.score [--errors]

Prints the figures and writes them into docs/accuracy.md. Ends with 1 if a figure misses its target.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from benchmarks.cells import PAST, PLAN, CellsTally, tally_cells
from benchmarks.gold import ROOT, SHARED, AnnotatedDocument, annotated_documents, read_lines, scoring
from benchmarks.report import circumstances, say, table, write_between
from benchmarks.responsibility import UnitsTally, tally_units
from benchmarks.statements import Tally, tally
from lantu.app.extract_documents import extract_document
from lantu.model.extraction import Extraction
from lantu.publishing.options import What
from lantu.publishing.records import records

PAGE = ROOT / "docs" / "accuracy.md"
_START = "# 准确度 Accuracy\n"

#: What is asked over all annotated documents, in the order of the table.
TARGETS = {
    "detected": 0.97,
    "value": 0.99,
    "kind": 0.98,
    "measure": 0.95,
    "op": 0.95,
    "period": 0.95,
    "subject": 0.93,
    "frame": 0.88,
}
UNITS_TARGET = 0.99

_TITLES = {
    "detected": "检出 detection F1",
    "value": "数值与单位 value and unit",
    "kind": "目标/结果 kind",
    "measure": "度量 measure",
    "op": "比较词 comparator",
    "period": "时期 period",
    "scope": "范围 scope",
    "subject": "主体 subject",
    "frame": "整条 whole frame F1",
}
_ACTION_PLAN = "liaoning-regional-action-plan"
_OUTLINE = "liaoning-14fyp-outline-1"


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Everything that was measured.

    Attributes:
        tallies: Counts of statements, by document.
        units: Counts of responsible units in the action plan.
        cells: Counts of cells, by table.
    """

    tallies: dict[str, Tally]
    units: UnitsTally
    cells: dict[str, CellsTally]

    @property
    def total(self) -> Tally:
        """All documents together."""
        first, *others = self.tallies.values()
        return sum(others, start=first)


def measure(shared: Path = SHARED) -> Accuracy:
    """Every annotated document read and compared with its annotations."""
    score = scoring(shared)
    documents = annotated_documents(shared)
    extractions = {document.name: extract_document(document.text, settled={}) for document in documents}
    tallies = {document.name: _tally(extractions[document.name], document, score) for document in documents}
    units = read_lines(shared / "gold" / f"{_ACTION_PLAN}.responsible.jsonl")
    tables = json.loads((shared / "gold" / "liaoning-14fyp.indicators.json").read_text(encoding="utf-8"))
    outline = extractions[_OUTLINE]
    cells = {
        which: tally_cells(outline.statements, outline.document.source.text, tables[which], which=which)
        for which in (PLAN, PAST)
    }
    return Accuracy(tallies, tally_units(extractions[_ACTION_PLAN].tasks, units), cells)


def predictions(extraction: Extraction) -> list[dict[str, object]]:
    """What `lantu extract --numbers-only --format jsonl` writes for a document, as records in the order of the text."""
    rows = records(extraction, What.STATEMENTS, numbers_only=True)
    return sorted(rows, key=lambda row: (row["start"], row["end"]))


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code: 1 where a figure misses its target."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="print every difference in units and cells on stderr")
    options = parser.parse_args(arguments)
    if not SHARED.exists():
        say(f"The annotated documents are kept beside the checkout, in {SHARED}, and are not there: nothing to score.")
        return 2
    accuracy = measure()
    text = _page(accuracy)
    print(text)
    write_between(PAGE, "score", text, start=_START)
    if options.errors:
        for difference in _differences(accuracy):
            say(difference)
    return 0 if all(passed for _, _, _, passed in verdicts(accuracy)) else 1


def verdicts(accuracy: Accuracy) -> list[tuple[str, float, float, bool]]:
    """Each figure that has a target: its title, the figure, the target, and whether it is met."""
    figures = accuracy.total.figures(scoring())
    units = accuracy.units
    measured = [(_TITLES[name], figures[name], target) for name, target in TARGETS.items()]
    measured.append(("责任单位组 groups of responsible units found", units.notes_found / units.notes, 1.0))
    measured.append(("责任单位 responsible units F1", units.f1, UNITS_TARGET))
    for which, cells in accuracy.cells.items():
        measured.append((f"{which}：单元格 cells right", cells.cells_right / cells.cells, 1.0))
        measured.append((f"{which}：整行 rows right", cells.rows_right / cells.rows, 1.0))
    return [(title, figure, target, figure >= target) for title, figure, target in measured]


def _tally(extraction: Extraction, document: AnnotatedDocument, score: ModuleType) -> Tally:
    return tally(predictions(extraction), score.load(document.statements), score)


def _page(accuracy: Accuracy) -> str:
    verdict_rows = [
        (title, f"{figure:.3f}", f"{target:.2f}", "✓" if passed else "✗ missed")
        for title, figure, target, passed in verdicts(accuracy)
    ]
    counts = accuracy.units
    parts = [
        circumstances("make score"),
        "五份人工标注文件合计 Over the five annotated documents together:",
        table(["", "所得 measured", "要求 target", ""], verdict_rows),
        "各文件 By document:",
        _by_document(accuracy),
        (
            f"行动方案 Action plan: {counts.notes_found} of {counts.notes} notes (责任单位) found, in them {counts.hits} of "
            f"{counts.gold} units named among {counts.predicted} read, {counts.collectives_found} of {counts.collectives} "
            f"collective names kept as groups among {counts.collectives_read} read, the open end (等) right in {counts.open_right}."
        ),
        *(
            f"{which}: {cells.rows_right} of {cells.rows} rows and {cells.cells_right} of {cells.cells} cells right."
            for which, cells in accuracy.cells.items()
        ),
    ]
    return "\n\n".join(parts)


def _by_document(accuracy: Accuracy) -> str:
    score = scoring()
    rows = []
    for name, counts in [*accuracy.tallies.items(), ("合计 all", accuracy.total)]:
        figures = counts.figures(score)
        rows.append([name, str(counts.gold), str(counts.predicted), *(f"{figures[field]:.3f}" for field in _TITLES)])
    return table(["", "标注 gold", "读出 read", *_TITLES.values()], rows)


def _differences(accuracy: Accuracy) -> list[str]:
    cells = [f"{which} {line}" for which, counts in accuracy.cells.items() for line in counts.differences]
    return [*accuracy.units.differences, *cells]


if __name__ == "__main__":
    sys.exit(main())

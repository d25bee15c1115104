"""Responsible units against the annotations: whether every note is found, and its units named as people named them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.gold import Row
from lantu.model.task import Responsibility, Task


@dataclass(frozen=True, slots=True)
class UnitsTally:
    """What was counted.

    Attributes:
        notes: Notes that name responsible units: （责任单位：…）.
        notes_found: Those that Lantu found.
        hits: Units in both, note by note.
        predicted: Units that Lantu named.
        gold: Units that the annotators named.
        collectives: Collective names (相关市政府) that the annotators kept as groups.
        collectives_found: Those that Lantu kept as groups too, in the same words.
        collectives_read: Groups that Lantu read.
        open_right: Notes found whose 等 was judged as the annotators did.
        differences: Where the two differ, for the reader who wants to know why.
    """

    notes: int
    notes_found: int
    hits: int
    predicted: int
    gold: int
    collectives: int
    collectives_found: int
    collectives_read: int
    open_right: int
    differences: tuple[str, ...] = ()

    @property
    def f1(self) -> float:
        """F1 of the units' names."""
        return 2 * self.hits / (self.predicted + self.gold) if self.predicted + self.gold else 0.0


def tally_units(tasks: Sequence[Task], gold: Sequence[Row]) -> UnitsTally:
    """The counts for one document."""
    predicted = sorted({note.span: note for task in tasks for note in task.responsibilities}.values(), key=_start)
    pairs = [(row, _overlapping(row, predicted)) for row in gold]
    both = [(row, note) for row, note in pairs if note]
    matched = {note.span for _, note in both}
    spurious = [f"spurious {note.span.start} {note.text}" for note in predicted if note.span not in matched]
    return UnitsTally(
        notes=len(gold),
        notes_found=len(both),
        hits=sum(len(_bare(row["units"]) & _units(note)) for row, note in both),
        predicted=sum(len(_units(note)) for note in predicted),
        gold=sum(len(row["units"]) for row in gold),
        collectives=sum(len(row["groups"]) for row in gold),
        collectives_found=sum(len(_bare(row["groups"]) & _groups(note)) for row, note in both),
        collectives_read=sum(len(_groups(note)) for note in predicted),
        open_right=sum(note.is_open == row["etc"] for row, note in both),
        differences=(*_differences(pairs), *spurious),
    )


def _start(note: Responsibility) -> int:
    return note.span.start


def _overlapping(row: Row, predicted: Sequence[Responsibility]) -> Responsibility | None:
    return next((note for note in predicted if note.span.start < row["end"] and row["start"] < note.span.end), None)


def _units(note: Responsibility) -> set[str]:
    return _bare(unit.name for unit in note.units if not unit.is_group)


def _groups(note: Responsibility) -> set[str]:
    return _bare(unit.name for unit in note.units if unit.is_group)


def _bare(names: Iterable[str]) -> set[str]:
    return {re.sub(r"\s", "", name) for name in names}


def _differences(pairs: Sequence[tuple[Row, Responsibility | None]]) -> list[str]:
    lines = []
    for row, note in pairs:
        if note is None:
            lines.append(f"missed {row['start']} {row['raw']}")
            continue
        for what, gold, read in (("units", row["units"], _units(note)), ("groups", row["groups"], _groups(note))):
            if _bare(gold) != read:
                lines.append(
                    f"{what} {row['start']} missing {sorted(_bare(gold) - read)} extra {sorted(read - _bare(gold))}"
                )
    return lines

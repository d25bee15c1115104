"""The outline's indicator tables against the annotations, cell by cell."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from benchmarks.gold import Row
from lantu.model.statement import Statement, StatementKind, TableCellReading
from lantu.units import split_multiplier

#: The names that the annotators gave to the two tables.
PLAN, PAST = "专栏2", "十三五完成情况"
#: The outline writes its brackets in both widths.
_NARROW = str.maketrans("（）", "()")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says, in a form in which two readings can be compared.

    Attributes:
        value: The number with its row's multiplier applied; None where the cell holds words.
        unit: The unit that remains.
        op: How the value binds.
        words: The words of a cell without a number.
        modality: 力争 and the like.
        cumulative: Whether the value is for the whole period.
    """

    value: Decimal | None
    unit: str = ""
    op: str = "eq"
    words: str = ""
    modality: str = ""
    cumulative: bool = False


@dataclass(frozen=True, slots=True)
class CellsTally:
    """What was counted in one table.

    Attributes:
        rows: Rows of the table.
        rows_right: Rows of which every cell, the name, section, attribute and star are right.
        cells: Cells that hold something.
        cells_right: Those that were read as the annotators read them.
        differences: Where the two differ.
    """

    rows: int
    rows_right: int
    cells: int
    cells_right: int
    differences: tuple[str, ...]


def tally_cells(statements: Sequence[Statement], text: str, rows: Sequence[Row], *, which: str) -> CellsTally:
    """The counts for one of the two tables."""
    wanted, slot = (_plan_cells, _plan_slot) if which == PLAN else (_past_cells, _past_slot)
    by_line = _statements_by_line(statements, text)
    differences: list[str] = []
    right = rows_right = cells = 0
    for row in rows:
        found = by_line.get(row["line"], [])
        gold, read = wanted(row), _read_cells(found, slot)
        wrong = [
            f"{name}: gold {gold.get(name)}, read {read.get(name)}"
            for name in sorted({*gold, *read})
            if gold.get(name) != read.get(name)
        ]
        cells += len(gold)
        right += sum(read.get(name) == cell for name, cell in gold.items())
        wrong += [] if not found else _wrong_heads(row, found)
        rows_right += not wrong
        differences += [f"line {row['line']} {row['name']}: {line}" for line in wrong]
    return CellsTally(len(rows), rows_right, cells, right, tuple(differences))


def _statements_by_line(statements: Sequence[Statement], text: str) -> dict[int, list[Statement]]:
    breaks = [0, *(found.end() for found in re.finditer("\n", text))]
    by_line: dict[int, list[Statement]] = {}
    for statement in statements:
        if statement.cell is not None:
            by_line.setdefault(bisect_right(breaks, statement.span.start), []).append(statement)
    return by_line


def _read_cells(statements: Iterable[Statement], slot: Callable[[Statement, TableCellReading], str]) -> dict[str, Cell]:
    return {slot(statement, statement.cell): _read_cell(statement) for statement in statements if statement.cell}


def _read_cell(statement: Statement) -> Cell:
    quantity = statement.quantity
    cumulative = statement.cell is not None and statement.cell.cumulative
    if quantity.value is None:
        return Cell(None, words=_bare(quantity.words or statement.text), cumulative=cumulative)
    return Cell(quantity.value, quantity.unit, quantity.comparator.value, "", statement.modality, cumulative)


def _plan_slot(_statement: Statement, cell: TableCellReading) -> str:
    return {"base": "base_2020", "target": "target_2025"}.get(cell.column_role, "growth_or_cumulative")


def _past_slot(statement: Statement, cell: TableCellReading) -> str:
    if cell.column_role == "base":
        return "base_2015"
    side = "planned" if statement.kind is StatementKind.TARGET else "actual"
    return f"{side}_cumulative" if cell.cumulative else f"{side}_2020"


def _plan_cells(row: Row) -> dict[str, Cell]:
    cells = {name: row[name] for name in ("base_2020", "target_2025", "growth_or_cumulative") if row[name]}
    return {name: _gold_cell(cell) for name, cell in cells.items()}


def _gold_cell(cell: Row) -> Cell:
    cumulative = cell.get("kind", "").startswith("cumulative")
    if cell["value"] is None:
        return Cell(None, words=_bare(cell["text"]), cumulative=cumulative)
    value, unit = _scaled(cell["value"], cell["unit"])
    return Cell(value, unit, cell["op"], "", cell.get("modality", ""), cumulative)


def _past_cells(row: Row) -> dict[str, Cell]:
    names = ("base_2015", "planned_2020", "planned_cumulative", "actual_2020", "actual_cumulative")
    return dict(_past_cell(name, row) for name in names if row[name] is not None)


def _past_cell(name: str, row: Row) -> tuple[str, Cell]:
    if isinstance(row[name], str):
        # Words stand in no bracket, so nothing in the cell says that it is cumulative; the column alone does.
        return name.replace("cumulative", "2020"), Cell(None, words=_bare(row[name]))
    value, unit = _scaled(row[name], row["unit"])
    return name, Cell(value, unit, cumulative=name.endswith("cumulative"))


def _scaled(value: float, unit: str) -> tuple[Decimal, str]:
    multiplier, bare = split_multiplier(unit)
    return Decimal(str(value)) * multiplier, bare


def _wrong_heads(row: Row, found: Sequence[Statement]) -> Iterator[str]:
    """What the row says of itself and was not read so: its name, section, attribute and star."""
    for statement in found:
        cell = statement.cell
        if cell is None:
            continue
        heads = {"name": (_bare(row["name"]), _bare(statement.subject))}
        if "section" in row:
            heads["section"] = (row["section"], cell.section)
            heads["attribute"] = (row["attribute"], cell.attribute)
            heads["starred"] = (str(row["starred"]), str(cell.starred))
        for head, (gold, read) in heads.items():
            if gold != read:
                yield f"{head}: gold {gold}, read {read}"


def _bare(text: str) -> str:
    return re.sub(r"[\s★“”]", "", text).translate(_NARROW)

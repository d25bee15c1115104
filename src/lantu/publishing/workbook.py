"""Sheets of an Excel workbook: heads that stay in view, filters, numbers as numbers, words never as formulas."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from lantu.publishing.numbers import places

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Value = str | Decimal | int | None

#: What a cell can hold; longer words end in an ellipsis.
LONGEST_CELL = 32_767
#: Rows of a sheet, its head included.
_MOST_ROWS = 1_048_576
#: The same documents give the same bytes, so the workbook does not carry the time of writing.
_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet.

    Attributes:
        key: What its head is the word for.
        width: Its width in characters.
        wraps: Whether long words are broken over lines.
        grouped: Whether its numbers are printed with thousands separators; offsets and pages are not.
    """

    key: str
    width: int = 12
    wraps: bool = False
    grouped: bool = False


class Book:
    """A workbook while it is being written."""

    def __init__(self) -> None:
        from xlsxwriter import Workbook  # noqa: PLC0415 - 60 ms that only this format should cost

        self._held = BytesIO()
        self._workbook: Workbook = Workbook(self._held, {"in_memory": True})
        self._workbook.set_properties({"created": _CREATED, "title": "Lantu 蓝图"})
        self._sheets: list[SheetWriter] = []

    def add_sheet(
        self, name: str, columns: Sequence[Column], heads: Iterable[str], *, frozen: int = 0
    ) -> "SheetWriter":
        """A new sheet with its head written, so many of whose columns stay in view."""
        sheet = SheetWriter(self._workbook, name, columns, heads, frozen)
        self._sheets.append(sheet)
        return sheet

    def close(self) -> bytes:
        """The whole workbook: a zip file, whose index stands at its end."""
        for sheet in self._sheets:
            sheet.finish()
        self._workbook.close()
        return self._held.getvalue()


class SheetWriter:
    """One sheet while it is being filled, row by row."""

    def __init__(
        self, workbook: "Workbook", name: str, columns: Sequence[Column], heads: Iterable[str], frozen: int
    ) -> None:
        self._columns = tuple(columns)
        self._styles = _Styles(workbook)
        self._worksheet: Worksheet = workbook.add_worksheet(name)
        self._row = 1
        self._write_head(heads, frozen)

    def _write_head(self, heads: Iterable[str], frozen: int) -> None:
        style = self._styles.head()
        for index, (column, head) in enumerate(zip(self._columns, heads, strict=True)):
            self._worksheet.set_column(index, index, column.width)
            self._worksheet.write_string(0, index, head, style)
        self._worksheet.freeze_panes(1, frozen)

    def add_rows(self, rows: Iterable[Sequence[Value]]) -> None:
        """Writes rows, as far as the sheet has room."""
        for row in rows:
            if self._row == _MOST_ROWS:
                return
            for index, (column, value) in enumerate(zip(self._columns, row, strict=True)):
                self._write(index, column, value)
            self._row += 1

    def _write(self, index: int, column: Column, value: Value) -> None:
        """A number as a number; words always as a string, so that none is taken for a formula."""
        if value is None or value == "":
            return
        if isinstance(value, str):
            text = value if len(value) <= LONGEST_CELL else value[: LONGEST_CELL - 1] + "…"
            self._worksheet.write_string(self._row, index, text, self._styles.text(wrap=column.wraps))
        else:
            self._worksheet.write_number(
                self._row, index, float(value), self._styles.number(value, grouped=column.grouped)
            )

    def finish(self) -> None:
        """Sets the filter over what was written."""
        self._worksheet.autofilter(0, 0, max(1, self._row - 1), len(self._columns) - 1)


class _Styles:
    """The formats of a sheet, each made once: a workbook may hold only some thousands."""

    def __init__(self, workbook: "Workbook") -> None:
        self._workbook = workbook
        self._made: dict[str, Format] = {}

    def head(self) -> "Format":
        return self._get(
            "head", {"bold": True, "bottom": 1, "valign": "vcenter", "text_wrap": True, "bg_color": "#F2F4F7"}
        )

    def text(self, *, wrap: bool) -> "Format":
        return self._get(f"text{wrap}", {"text_wrap": wrap, "valign": "top"})

    def number(self, value: Decimal | int, *, grouped: bool) -> "Format":
        digits = places(value) if isinstance(value, Decimal) else 0
        shown = ("#,##0" if grouped else "0") + ("." + "0" * digits if digits else "")
        return self._get(shown, {"num_format": shown, "valign": "top"})

    def _get(self, name: str, properties: dict[str, object]) -> "Format":
        if name not in self._made:
            self._made[name] = self._workbook.add_format(properties)
        return self._made[name]

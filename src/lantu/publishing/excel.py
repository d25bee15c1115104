"""An Excel workbook: one sheet each for statements, tasks, projects, findings and documents."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from lantu.model.extraction import Extraction
from lantu.publishing.excel_rows import SHEETS, Column, Sheet, Value
from lantu.publishing.numbers import places
from lantu.publishing.options import Options
from lantu.publishing.wording import word

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

#: What a cell can hold; longer words end in an ellipsis.
LONGEST_CELL = 32_767
#: Rows of a sheet, its head included.
_MOST_ROWS = 1_048_576
#: The same documents give the same bytes, so the workbook does not carry the time of writing.
_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def write_excel(extractions: Iterable[Extraction], options: Options) -> Iterator[bytes]:
    """The whole workbook in one piece: a workbook is a zip file, whose index stands at its end."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - 60 ms that only this format should cost

    held = BytesIO()
    workbook = Workbook(held, {"in_memory": True})
    workbook.set_properties({"created": _CREATED, "title": "Lantu 蓝图"})
    writers = [_SheetWriter(workbook, sheet, options) for sheet in SHEETS]
    for extraction in extractions:
        for writer in writers:
            writer.add(extraction)
    for writer in writers:
        writer.finish()
    workbook.close()
    yield held.getvalue()


class _SheetWriter:
    """One sheet while it is being filled, document by document."""

    def __init__(self, workbook: "Workbook", sheet: Sheet, options: Options) -> None:
        self._sheet = sheet
        self._options = options
        self._styles = _Styles(workbook)
        self._worksheet: Worksheet = workbook.add_worksheet(word(sheet.name, options.language).title())
        self._row = 1
        self._write_head()

    def _write_head(self) -> None:
        head = self._styles.head()
        for index, column in enumerate(self._sheet.columns):
            self._worksheet.set_column(index, index, column.width)
            self._worksheet.write_string(0, index, word(column.key, self._options.language), head)
        self._worksheet.freeze_panes(1, self._sheet.frozen)

    def add(self, extraction: Extraction) -> None:
        """Writes the rows of one document, as far as the sheet has room."""
        for row in self._sheet.rows(extraction, self._options):
            if self._row == _MOST_ROWS:
                return
            for index, (column, value) in enumerate(zip(self._sheet.columns, row, strict=True)):
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
        self._worksheet.autofilter(0, 0, max(1, self._row - 1), len(self._sheet.columns) - 1)


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

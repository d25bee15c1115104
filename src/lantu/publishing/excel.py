"""An Excel workbook: one sheet each for statements, tasks, projects, findings and documents."""

from collections.abc import Iterable, Iterator

from lantu.model.extraction import Extraction
from lantu.publishing.excel_rows import SHEETS
from lantu.publishing.options import Options
from lantu.publishing.wording import word
from lantu.publishing.workbook import Book


def write_excel(extractions: Iterable[Extraction], options: Options) -> Iterator[bytes]:
    """The whole workbook in one piece."""
    book = Book()
    writers = [
        (
            sheet,
            book.add_sheet(
                word(sheet.name, options.language).title(),
                sheet.columns,
                (word(column.key, options.language) for column in sheet.columns),
                frozen=sheet.frozen,
            ),
        )
        for sheet in SHEETS
    ]
    for extraction in extractions:
        for sheet, writer in writers:
            writer.add_rows(sheet.rows(extraction, options))
    yield book.close()

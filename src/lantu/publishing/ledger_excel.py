"""A ledger as an Excel workbook: targets and where they stand, observations, indicators, tasks, projects, links, findings."""

from collections.abc import Iterable

from lantu.model.assessment import Assessment
from lantu.model.ledger import Ledger
from lantu.publishing.ledger_sheets import SHEETS
from lantu.publishing.ledger_view import LedgerView
from lantu.publishing.options import Language
from lantu.publishing.workbook import Book


def write_ledger_excel(
    ledger: Ledger, assessments: Iterable[Assessment] = (), *, language: Language = Language.ZH
) -> bytes:
    """The workbook's bytes; the same ledger gives the same bytes.

    Numbers are numbers in the unit that stands beside them, words are never taken for formulas.

    Args:
        ledger: The ledger.
        assessments: Where its targets stand; without them those columns stay empty.
        language: The language of heads, labels and reasons; documents' own words are never translated.
    """
    view = LedgerView(ledger, assessments, language)
    book = Book()
    for sheet in SHEETS:
        heads = (view.term(column.key) for column in sheet.columns)
        writer = book.add_sheet(view.term(f"sheet.{sheet.name}"), sheet.columns, heads, frozen=sheet.frozen)
        writer.add_rows(sheet.rows(view))
    return book.close()

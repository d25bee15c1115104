"""Short readings of the model's values, as a table or a page shows them to people."""

import re
from decimal import Decimal

from lantu.model.document import Document
from lantu.model.statement import Measure, Statement
from lantu.model.task import Responsibility, Task
from lantu.publishing.options import Language
from lantu.publishing.quotation import quote
from lantu.publishing.wording import sign, word


def quantity_phrase(document: Document, statement: Statement, language: Language) -> str:
    """A quantity in one phrase: its direction, its comparator, and the number as printed; or an open target's words."""
    quantity = statement.quantity
    printed = printed_quantity(document, statement)
    if quantity.value is None:
        return printed
    direction = (
        word(statement.measure.value, language) if statement.measure in {Measure.GROWTH, Measure.DECLINE} else ""
    )
    return " ".join(part for part in (direction, sign(quantity.comparator.value, language), printed) if part)


def printed_quantity(document: Document, statement: Statement) -> str:
    """The number with its unit as printed; a table's cell gets the unit of its row, an open target its words."""
    printed = quote(document, statement.span)
    quantity = statement.quantity
    if quantity.value is None:
        return quantity.words or printed
    if statement.cell is None or not quantity.unit or quantity.unit in printed:
        return printed
    return f"{printed} {_multiplier(printed, quantity.value)}{quantity.unit}"


def _multiplier(printed: str, value: Decimal) -> str:
    """万 or 亿, where that is what a cell's digits were multiplied by."""
    digits = _DIGITS.search(printed)
    number = Decimal(digits[0].replace(",", "")) if digits else Decimal(0)
    return _MULTIPLIERS.get(value / number, "") if number else ""


_DIGITS = re.compile(r"-?[\d,]*\d(?:\.\d+)?")
_MULTIPLIERS = {
    Decimal(10) ** power: name for power, name in ((2, "百"), (3, "千"), (4, "万"), (8, "亿"), (12, "万亿"))
}


def units_phrase(task: Task, language: Language) -> str:
    """The units that answer for a task, leads first by name: 省财政厅（牵头）、省商务厅 等."""
    return "；".join(_group_phrase(responsibility, language) for responsibility in task.responsibilities)


def _group_phrase(responsibility: Responsibility, language: Language) -> str:
    names = [
        unit.name if unit.role == "responsible" else f"{unit.name}（{word(unit.role, language)}）"
        for unit in responsibility.units
    ]
    return "、".join(names) + (" 等" if responsibility.is_open else "")

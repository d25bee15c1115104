"""A small ledger of an invented province, with its assessments: what writers of ledgers are tested with."""

from functools import cache

from lantu.assessment.assess import assess_ledger
from lantu.ledger.observations import read_observations
from lantu.model.assessment import Assessment
from lantu.model.ledger import Ledger
from lantu.model.reading import ObservationTable
from tests.ledger.provinces import decide, everything, ledger, outline, statement

TABLE = """指标,年份,数值,单位,来源
粮食产量,2026,1862,万吨,统计公报
飞毯保有量,2026,2,万张,快报
"""


def observation_table(folder) -> ObservationTable:
    path = folder / "实际值.csv"
    path.write_text(TABLE, encoding="utf-8")
    return read_observations(path)[0]


@cache
def sample_ledger() -> Ledger:
    """Four documents, a decision that holds and one that found no place."""
    decisions = (
        decide(statement(outline(), "24个").anchor, "correct", "原文笔误", value="26"),
        decide("0123456789ab-0123456789ab", "confirm"),
    )
    return ledger(*everything(), decisions=decisions)


def with_table(folder) -> Ledger:
    return ledger(*everything(), tables=[observation_table(folder)])


def assessments(found: Ledger) -> tuple[Assessment, ...]:
    return assess_ledger(found)

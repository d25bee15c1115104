"""The real documents: what they say of their own plans, and what figures brought beside them add."""

from collections import Counter
from decimal import Decimal
from time import perf_counter

import pytest

from lantu.app.build_ledger import build_ledger
from lantu.assessment.annual import annual_promises
from lantu.assessment.assess import assess_ledger
from lantu.assessment.scoreboard import make_scoreboards
from lantu.ledger.store import LedgerFile
from lantu.model.assessment import Status

DOCUMENTS = (
    "liaoning-14fyp-outline-1",
    "liaoning-14fyp-outline-2",
    "liaoning-2021-work-report",
    "liaoning-2024-work-report",
    "liaoning-regional-action-plan",
)


@pytest.fixture(scope="module")
def ledger(shared):
    """The five documents alone."""
    return build_ledger([shared / "corpus" / f"{name}.txt" for name in DOCUMENTS], LedgerFile()).contents.ledger


@pytest.fixture(scope="module")
def fuller(shared):
    """The five documents with the figures published beside them."""
    paths = [shared / "corpus" / f"{name}.txt" for name in DOCUMENTS]
    return build_ledger([*paths, shared / "data" / "liaoning-observations.csv"], LedgerFile()).contents.ledger


def _board(ledger, period):
    boards = make_scoreboards(ledger, assess_ledger(ledger))
    return next(board for board in boards if board.plan.startswith("outline") and board.plan.endswith(period))


def _row(board, name):
    return next(row for row in board.indicators if row.indicator.name == name)


def test_of_the_ended_plan_energy_intensity_and_carbon_are_missed_and_land_awaits_the_nation(ledger):
    board = _board(ledger, "2016-2020")
    stands = {row.indicator.name: row.status for row in board.indicators}
    missed = {name for name, status in stands.items() if status is Status.MISSED}
    assert missed == {"单位地区生产总值能源消耗", "单位地区生产总值二氧化碳排放"}
    assert [name for name, status in stands.items() if status is Status.UNDETERMINED] == ["新增建设用地规模"]
    assert _row(board, "新增建设用地规模").speaking.rule == "AS-AWAITED"
    assert board.count()[Status.MET] == len(stands) - 3


def test_all_38_indicators_of_the_plan_stand_somewhere_for_a_reason(ledger):
    board = _board(ledger, "2021-2025")
    assert len(board.indicators) == 38
    assert sum(board.count().values()) == 38
    assert all(each.reason and each.reason_en and each.rule for row in board.indicators for each in row.assessments)


def test_the_documents_alone_show_only_what_they_report(ledger):
    board = _board(ledger, "2021-2025")
    assert _row(board, "每万人口高价值发明专利拥有量").status in (Status.MET, Status.ON_TRACK)
    assert _row(board, "粮食综合生产能力").status is Status.ON_TRACK
    assert _row(board, "地区生产总值").speaking.reason == "已知2023年增长5.3%；缺2021年、2022年，无法计算年均"
    assert _row(board, "居民人均可支配收入").speaking.rule == "AS-PARTS"
    assert not [row for row in board.indicators if row.status is Status.MISSED]


def test_with_the_figures_growth_is_behind_and_says_what_it_still_needs(fuller):
    growth = _row(_board(fuller, "2021-2025"), "地区生产总值").speaking
    assert growth.status is Status.BEHIND
    assert (round(growth.latest, 2), round(growth.needed, 1)) == (Decimal("4.56"), Decimal("11.9"))
    assert growth.needed_kind == "growth_per_year"


def test_with_the_figures_more_is_determined(ledger, fuller):
    alone, more = (
        Counter(assessment.status is not Status.UNDETERMINED for assessment in assess_ledger(each))
        for each in (ledger, fuller)
    )
    assert more[True] >= alone[True] + 10


@pytest.mark.parametrize(
    ("year", "name", "kept"),
    [
        (2021, "地区生产总值", False),
        (2021, "一般公共预算收入", True),
        (2021, "规模以上工业增加值", False),
        (2021, "居民消费价格", True),
        (2024, "地区生产总值", False),
        (2024, "一般公共预算收入", True),
        (2024, "固定资产投资", False),
        (2024, "城镇新增就业", True),
        (2024, "居民人均可支配收入", True),
    ],
)
def test_annual_promises_are_kept_or_broken(fuller, year, name, kept):
    promises = annual_promises(fuller, assess_ledger(fuller))
    found = [each.kept for each in promises if each.year == year and each.indicator.name == name]
    assert found == [kept]


def test_judging_is_quick(fuller):
    start = perf_counter()
    assess_ledger(fuller)
    assert perf_counter() - start < 0.15

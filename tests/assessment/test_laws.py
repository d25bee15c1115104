"""Laws that hold for any figures: time, order, paths and what is still needed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from lantu.assessment.assess import assess_ledger
from lantu.assessment.paths import compound_average, growth_between, needed_growth, straight_path
from lantu.model.assessment import Status
from lantu.model.ledger import Ledger, LedgerDocument
from tests.assessment.cases import ledger_of

TARGETS = (
    ("地区生产总值", "2021-2025 年均增长≈6%"),
    ("地区生产总值", "2023 增长6%"),
    ("地区生产总值", "2021-2025 增长高于全国"),
    ("森林覆盖率", "2025 42.5%"),
    ("高新技术企业", "2025 8000家"),
    ("城镇调查失业率", "2025 ≤5.5%"),
    ("细颗粒物平均浓度", "2025 35微克/立方米"),
    ("城镇新增就业", "2021-2025 累计完成≥225万人"),
    ("城镇新增就业", "2021-2025 每年完成≥45万人"),
    ("新增建设用地规模", "2021-2025 完成≤100万亩"),
    ("万元地区生产总值用水量", "2021-2025 [下降12%]"),
    ("数字经济核心产业增加值占地区生产总值比重", "2021-2025 提高2个百分点"),
    ("农村危房", "2021-2025 减少10000户"),
    ("跨境电商进出口额", "2021-2025 翻1番"),
)
UNITS = {"森林覆盖率": "%", "高新技术企业": "家", "城镇调查失业率": "%", "细颗粒物平均浓度": "微克/立方米",
         "城镇新增就业": "万人", "新增建设用地规模": "万亩", "农村危房": "户", "地区生产总值": "亿元",
         "数字经济核心产业增加值占地区生产总值比重": "%", "跨境电商进出口额": "亿元",
         "万元地区生产总值用水量": "立方米"}  # fmt: skip
years = st.integers(2019, 2026)
values = st.decimals(-200, 9000, places=2)
changes = st.decimals("-60", "60", places=1)


@st.composite
def cases(draw):
    """A target with figures of any sort and year, many of them nonsense."""
    name, target = draw(st.sampled_from(TARGETS))
    unit = UNITS[name]
    verbs = st.sampled_from((f"{{year}} {{value}}{unit}", f"{{year}} 完成{{value}}{unit}", f"2021-{{year}} 累计完成{{value}}{unit}",
                             "{year} 增长{change}%", "{year} 下降{change}%", "2021-{year} [下降{change}%]", "2021-{year} 年均增长{change}%",
                             "{year} 增长{change}% 全国", "{year} 提高{change}个百分点"))  # fmt: skip
    known = []
    for template in draw(st.lists(verbs, max_size=9)):
        year = draw(years.filter(lambda year: year > 2021))
        known.append(template.format(year=year, value=draw(values), change=draw(changes)))
    case = {"indicator": name, "target": target, "known": known}
    if draw(st.booleans()):
        case["base"] = f"2020 {draw(values)}{unit}"
    return ledger_of(case)


@given(cases(), years)
def test_a_judgement_never_depends_on_what_happened_after_its_date(ledger, year):
    moment = date(year, 12, 31)
    known = tuple(each for each in ledger.observations if int(each.period[-4:]) <= year)
    bases = tuple(each for each in ledger.baselines if int(each.period) <= year)
    assert assess_ledger(replace(ledger, observations=known, baselines=bases), moment) == assess_ledger(ledger, moment)


@given(cases(), years, st.randoms(use_true_random=False))
def test_the_order_of_the_figures_never_matters(ledger, year, random):
    figures = list(ledger.observations)
    random.shuffle(figures)
    moment = date(year, 12, 31)
    assert assess_ledger(replace(ledger, observations=tuple(figures)), moment) == assess_ledger(ledger, moment)


@given(cases(), years)
def test_every_judgement_has_a_reason_and_figures_of_the_ledger(ledger, year):
    (found,) = assess_ledger(ledger, date(year, 12, 31))
    assert found.reason
    assert found.reason_en
    assert found.rule.startswith("AS-")
    assert set(found.observations) <= {observation.id for observation in ledger.observations}
    if found.status is not Status.UNDETERMINED:
        assert found.observations


@given(cases())
def test_a_year_that_has_not_ended_decides_nothing(ledger):
    assert assess_ledger(ledger, date(2023, 12, 30)) == tuple(
        replace(found, as_of="2023-12-30") for found in assess_ledger(ledger, date(2023, 1, 1))
    )


@given(st.lists(st.decimals("-30", "60", places=2), min_size=1, max_size=4), st.decimals("-10", "30", places=2))
def test_what_is_needed_brings_the_average_to_the_target(known, wanted):
    needed = needed_growth(wanted, known, 5)
    assert abs(compound_average([*known, *[needed] * (5 - len(known))]) - wanted) < Decimal("1e-6")


@given(st.decimals("-50", "80", places=2), st.integers(1, 10))
def test_the_average_of_equal_years_is_that_of_one(change, number):
    assert compound_average([change] * number) == change


@given(st.decimals("0.01", "100000", places=2), st.decimals("0.01", "100000", places=2), st.integers(1, 10))
def test_growth_between_two_levels_leads_from_one_to_the_other(base, value, number):
    growth = growth_between(base, value, number)
    assume(abs(growth) < 1000)
    assert abs(base * (1 + growth / 100) ** number - value) <= max(base, value) * Decimal("1e-7")


@given(st.decimals("-100", "100000", places=2), st.decimals("-100", "100000", places=2), st.integers(1, 20))
def test_a_straight_path_begins_at_the_base_and_ends_at_the_target(base, value, number):
    path = straight_path(2020, base, 2020 + number, value)
    assert (path[2020], path[2020 + number]) == (base, value)
    assert all(min(base, value) - 1 <= each <= max(base, value) + 1 for each in path.values())


def test_an_empty_ledger_has_nothing_to_judge():
    assert assess_ledger(Ledger()) == ()
    assert assess_ledger(Ledger(documents=(LedgerDocument("a", "a", period="2024"),))) == ()

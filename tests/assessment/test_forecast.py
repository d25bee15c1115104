"""Forecasts agree with the formulas of any textbook, and there is none where too little is known."""

import math
from datetime import date
from statistics import mean, stdev

import pytest

from lantu.assessment.assess import assess_ledger, make_case
from lantu.assessment.evidence import gather_evidence
from lantu.assessment.forecast import describe_forecast, forecast, why_no_forecast
from lantu.assessment.series import read_series
from tests.assessment.cases import ledger_of
from tests.optional import require

#: Student's t, 90th percentile: from any printed table.
T90 = {2: 1.886, 3: 1.638, 4: 1.533}


@pytest.fixture(autouse=True)
def _library():
    require("statsmodels", "pip install 'lantu[forecast]'")


def _forecast(indicator, target, known, year=2024, **more):
    ledger = ledger_of({"indicator": indicator, "target": target, "known": known, **more})
    return assess_ledger(ledger, date(year, 12, 31), forecasts=True)[0].forecast


def _why(indicator, target, known, year=2024):
    ledger = ledger_of({"indicator": indicator, "target": target, "known": known})
    evidence, moment = gather_evidence(ledger), date(year, 12, 31)
    case = make_case(evidence, ledger.targets[0], moment)
    series = read_series(evidence, case.target, case.indicator, moment)
    assert forecast(case, series) is None
    return why_no_forecast(case, series)


def _line(years, values, ahead):
    """Value and standard error of a new observation on the straight line, by the formulas of simple regression."""
    n, centre = len(years), mean(years)
    sxx = sum((year - centre) ** 2 for year in years)
    slope = sum((year - centre) * value for year, value in zip(years, values, strict=True)) / sxx
    fitted = [mean(values) + slope * (year - centre) for year in years]
    s = math.sqrt(sum((v - f) ** 2 for v, f in zip(values, fitted, strict=True)) / (n - 2))
    return mean(values) + slope * (ahead - centre), s * math.sqrt(1 + 1 / n + (ahead - centre) ** 2 / sxx)


def _beyond(t, freedom):
    """The chance that Student's t exceeds a value: its density summed up from there, far enough."""
    scale = math.gamma((freedom + 1) / 2) / (math.sqrt(freedom * math.pi) * math.gamma(freedom / 2))
    step = 0.001
    points = (t + (n + 0.5) * step for n in range(200_000))
    return sum(scale * (1 + x * x / freedom) ** (-(freedom + 1) / 2) for x in points) * step


def test_a_level_is_carried_on_along_the_straight_line():
    values = [9000.0, 9900.0, 10900.0, 11500.0, 12600.0]
    known = [f"{2020 + n} {value:.0f}家" for n, value in enumerate(values)]
    found = _forecast("高新技术企业", "2025 13000家", known)
    value, spread = _line(range(2020, 2025), values, 2025)
    assert (found.year, found.observations, found.level, found.growth) == (2025, 5, 0.8, False)
    assert found.value == pytest.approx(value)
    assert found.low == pytest.approx(value - T90[3] * spread, rel=1e-3)
    assert found.high == pytest.approx(value + T90[3] * spread, rel=1e-3)
    assert found.chance == pytest.approx(_beyond((13000 - value) / spread, 3), abs=1e-4)


def test_a_target_at_the_central_value_has_even_chances():
    known = ["2020 100家", "2021 112家", "2022 118家", "2023 130家"]
    value, _ = _line(range(2020, 2024), [100, 112, 118, 130], 2025)
    assert _forecast("高新技术企业", f"2025 {value:.4f}家", known, 2023).chance == pytest.approx(0.5, abs=0.001)


def test_the_chance_of_a_ceiling_is_that_of_staying_below():
    known = ["2020 40微克/立方米", "2021 38.5微克/立方米", "2022 37.5微克/立方米", "2023 35.8微克/立方米"]
    ceiling = _forecast("细颗粒物平均浓度", "2025 ≤34微克/立方米", known, 2023)
    value, spread = _line(range(2020, 2024), [40, 38.5, 37.5, 35.8], 2025)
    assert value < 34
    assert ceiling.chance > 0.5
    at_t90 = _forecast("细颗粒物平均浓度", f"2025 ≤{value + T90[2] * spread:.6f}微克/立方米", known, 2023)
    assert at_t90.chance == pytest.approx(0.9, abs=0.002)


def test_a_share_is_not_forecast_beyond_all_of_it():
    known = ["2020 90%", "2021 95%", "2022 97%", "2023 99%"]
    assert _forecast("农村自来水普及率", "2025 98%", known, 2023).high == 100.0


def test_the_growth_left_is_the_mean_so_far():
    figures = [5.8, 2.1, 5.3, 5.1]
    known = [f"{2021 + n} 增长{value}%" for n, value in enumerate(figures)]
    found = _forecast("地区生产总值", "2021-2025 年均增长≥5%", known)
    spread = stdev(figures) * math.sqrt(1 + 1 / 4)
    assert (found.year, found.growth, found.observations) == (2025, True, 4)
    assert found.value == pytest.approx(mean(figures))
    assert found.high - found.value == pytest.approx(1.638 * spread, rel=1e-3)
    needed = (1.05**5 / (1.058 * 1.021 * 1.053 * 1.051) - 1) * 100
    assert found.chance == pytest.approx(_beyond((needed - mean(figures)) / spread, 3), abs=1e-4)


def test_of_several_years_left_the_mean_varies_less_than_each():
    figures = [5.8, 2.1, 5.3, 5.1]
    known = [f"{2017 + n} 增长{value}%" for n, value in enumerate(figures)]
    found = _forecast("地区生产总值", "2021-2023 年均增长≥5%", known, 2020, plan="2021-2023")
    assert found.high - found.value == pytest.approx(1.638 * stdev(figures) * math.sqrt(1 / 3 + 1 / 4), rel=1e-3)


def test_the_chance_of_a_promised_fall_is_that_of_falling_enough():
    known = ["2020 下降3.1%", "2021 下降3.4%", "2022 下降2.8%", "2023 下降3.3%"]
    easy, hard = (
        _forecast("单位地区生产总值能源消耗", f"2024 下降{wanted}%", known, 2023, horizon="annual", plan="2024")
        for wanted in (2, 5)
    )
    assert easy.value == pytest.approx(3.15)
    assert easy.chance > 0.95
    assert hard.chance < 0.05


def test_a_perfect_line_is_no_fault():
    known = ["2020 100家", "2021 110家", "2022 120家", "2023 130家"]
    found = _forecast("高新技术企业", "2025 140家", known, 2023)
    assert found.value == pytest.approx(150)
    assert found.chance == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("indicator", "target", "known", "zh"),
    [
        ("高新技术企业", "2025 8000家", ["2021 1家", "2022 2家", "2023 3家"], "只有3年的数据，少于4年，不作预测"),
        ("高新技术企业", "2024 8000家", ["2021 1家", "2022 2家", "2023 3家", "2024 4家"], "2024年的数据已知，无须预测"),
        (
            "高新技术企业",
            "2035 8000家",
            ["2021 1家", "2022 2家", "2023 3家", "2024 4家"],
            "目标年2035年比最近数据晚11年，超过已知的年数，不作外推",
        ),
        ("城镇新增就业", "2021-2025 累计完成200万人", [], "按时段计的目标不作预测"),
        ("万元地区生产总值用水量", "2021-2025 [下降12%]", [], "按时段计的目标不作预测"),
        ("研发经费投入强度", "2021-2025 提高1个百分点", [], "按时段计的目标不作预测"),
        (
            "地区生产总值",
            "2021-2025 年均增长6%",
            ["2019 增长5%", "2020 增长1%", "2022 增长2%", "2023 增长5%"],
            "规划期内的增速不全，不作预测",
        ),
        ("单位地区生产总值能源消耗", "2021-2025 等待国家下达", [], "目标没有数值"),
    ],
)
def test_where_too_little_is_known_it_says_so(indicator, target, known, zh):
    said, english = _why(indicator, target, known)
    assert said == zh
    assert english


def test_without_the_library_it_says_so(monkeypatch):
    monkeypatch.setattr("lantu.assessment.forecast.can_forecast", lambda: False)
    known = ["2021 1家", "2022 2家", "2023 3家", "2024 4家"]
    assert _why("高新技术企业", "2025 8000家", known)[0] == "未安装预测所需的程序库（lantu[forecast]）"


def test_figures_after_the_date_are_not_used():
    known = ["2020 100家", "2021 112家", "2022 118家", "2023 130家", "2024 900家"]
    assert _forecast("高新技术企业", "2025 140家", known, 2023).observations == 4


def test_forecasts_are_made_only_when_asked_for():
    known = ["2020 100家", "2021 112家", "2022 118家", "2023 130家"]
    ledger = ledger_of({"indicator": "高新技术企业", "target": "2025 140家", "known": known})
    assert assess_ledger(ledger, date(2023, 12, 31))[0].forecast is None


def test_a_forecast_is_told_in_one_sentence():
    known = ["2021 增长5.8%", "2022 增长2.1%", "2023 增长5.3%", "2024 增长5.1%"]
    ledger = ledger_of({"indicator": "地区生产总值", "target": "2021-2025 年均增长≥5%", "known": known})
    (found,) = assess_ledger(ledger, date(2024, 12, 31), forecasts=True)
    zh, en = describe_forecast(found.forecast, ledger.targets[0])
    assert zh == "按已知4年的平均增速，到2025年每年约4.57%（80%区间1.51%至7.64%），达到目标的可能性约16%"
    assert en.startswith("by the mean of 4 years, about 4.57% a year up to 2025 (80% interval 1.51% to 7.64%)")


def test_no_chance_is_told_as_certain():
    known = ["2020 100家", "2021 110家", "2022 120家", "2023 130家"]
    ledger = ledger_of({"indicator": "高新技术企业", "target": "2025 140家", "known": known})
    (found,) = assess_ledger(ledger, date(2023, 12, 31), forecasts=True)
    zh, en = describe_forecast(found.forecast, ledger.targets[0])
    assert "99%以上" in zh
    assert "above 99%" in en

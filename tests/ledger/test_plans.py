import pytest

from lantu.ledger.plans import five_years, make_plans, plan_findings
from lantu.model.ledger import LedgerDocument
from tests.ledger.provinces import codes, ledger, outline, read


def document(
    identity: str, title: str = "云岭省国民经济和社会发展第十五个五年规划纲要", **fields: str
) -> LedgerDocument:
    given = {"kind": "outline", "region": "云岭省", "period": "2026-2030"} | fields
    return LedgerDocument(identity, f"{identity}.txt", title, **given)


def test_a_plan_without_a_period_is_named():
    (finding,) = plan_findings([document("a", "云岭省湖泊保护规划", kind="special-plan", period="")])
    assert finding.code == "LT402"
    assert finding.message == "《云岭省湖泊保护规划》没有写明规划期，其中不带年份的目标无法确定何时完成"
    assert "--set period=" in finding.remedy
    assert "--set period=" in finding.remedy_en


def test_parts_of_one_plan_with_contradictory_periods_are_named():
    (finding,) = plan_findings([document("a"), document("b", period="2026-2035")])
    assert (finding.code, finding.document, finding.elsewhere[0][0]) == ("LT403", "b", "a")
    assert "2026-2035" in finding.message
    assert "2026-2030" in finding.message


def test_contradictory_parts_are_named_in_the_ledger():
    other = read(
        outline_text := "澜岳省国民经济和社会发展第十五个五年规划纲要\n\n森林覆盖率达到50%。\n",
        "下.txt",
        period="2021-2025",
    )
    assert outline_text.startswith(outline().document.title)
    assert codes(ledger(outline(), other)) == ["LT403"]


@pytest.mark.parametrize(
    ("title", "kind", "one", "other"),
    [
        ("政府工作报告", "work-report", "2026", "2027"),
        ("云岭省国民经济和社会发展五年规划纲要", "outline", "2021-2025", "2026-2030"),
        ("云岭省国民经济和社会发展第十五个五年规划纲要", "outline", "2026-2030", "2026-2030"),
    ],
    ids=["reports of two years", "outlines whose title names no number", "two parts of one period"],
)
def test_documents_of_one_title_may_be_two_plans(title, kind, one, other):
    documents = [document("a", title, kind=kind, period=one), document("b", title, kind=kind, period=other)]
    assert plan_findings(documents) == []


def test_two_action_plans_of_one_province_are_two_plans():
    plans = make_plans([document(name, f"云岭省{name}行动方案", kind="action-plan") for name in ("甲", "乙")])
    assert len(plans) == 2


def test_a_plan_without_years_stands_under_the_newest_outline():
    old, new = document("a", period="2021-2025"), document("b")
    plans = make_plans([old, new, document("c", "云岭省湖泊规划", kind="special-plan", period="")])
    assert {plan.title: plan.parent for plan in plans if plan.kind == "special-plan"} == {
        "云岭省湖泊规划": "outline:云岭省:2026-2030"
    }


def test_a_plan_of_other_years_has_no_parent():
    plans = make_plans([document("a"), document("b", "报告", kind="work-report", period="2020")])
    assert [plan.parent for plan in plans] == ["", ""]


def test_a_second_version_of_a_part_counts_in_the_plan():
    revised = LedgerDocument(
        "b", "b.txt", "云岭省规划纲要", "outline", "云岭省", period="2026-2030", version=2, replaces="a"
    )
    assert [plan.version for plan in make_plans([revised])] == [2]


@pytest.mark.parametrize(
    ("period", "called"), [("1981-1985", "六"), ("2016-2020", "十三"), ("2046-2050", "十九"), ("2051-2055", "二十")]
)
def test_an_outline_that_was_not_read_is_called_by_its_number(period, called):
    (plan,) = make_plans([], [f"outline:云岭省:{period}"])
    assert plan.title == f"云岭省“{called}五”规划（{period.replace('-', '—')}年）"


@pytest.mark.parametrize("year", range(2021, 2026))
def test_every_year_of_a_period_belongs_to_it(year):
    assert five_years(year) == "2021-2025"

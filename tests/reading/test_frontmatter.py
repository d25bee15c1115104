import pytest

from lantu.model.document import FrontMatter
from lantu.reading.documents import read_document
from lantu.reading.frontmatter import UnknownFrontMatterError
from lantu.text.source import Source


def front_of(text: str, name: str = "某文件.txt", **settled: str) -> FrontMatter:
    return read_document(Source(name, text), settled=settled).front


REPORT = """首页
>
来源：
青岚日报
2030年青岚省政府工作报告
——2030年1月9日在青岚省第九届人民代表大会第一次会议上
省长 某某某
各位代表：
我代表省人民政府报告工作，请予审议。
一、2029年工作回顾
全年地区生产总值增长6%。
"""

#: A text, and what is concluded from it.
CASES = {
    "a work report": (
        REPORT,
        {
            "title": "2030年青岚省政府工作报告",
            "kind": "work-report",
            "region": "青岚省",
            "region_code": "",
            "issuer": "青岚省人民政府",
            "date": "2030-01-09",
            "period": "2030",
        },
    ),
    "a work report whose region only the session names": (
        "政府工作报告\n——2025年1月8日在沈阳市第十七届人民代表大会第四次会议上\n市长 某某\n各位代表：\n我代表市人民政府，向大会报告工作。\n",
        {
            "kind": "work-report",
            "region": "沈阳市",
            "region_code": "210100",
            "date": "2025-01-08",
            "issuer": "沈阳市人民政府",
        },
    ),
    "a work report whose region only the speaker names": (
        "政府工作报告\n海南省省长 某某\n各位代表：\n现在报告工作。\n",
        {"region": "海南省", "region_code": "460000", "kind": "work-report"},
    ),
    "a county's report": (
        "2025年岫岩满族自治县政府工作报告\n各位代表：\n现在报告工作。\n",
        {"region": "岫岩满族自治县", "region_code": "210323", "period": "2025"},
    ),
    "an autonomous region": (
        "政府工作报告\n——2026年1月20日在内蒙古自治区第十四届人民代表大会第四次会议上\n各位代表：\n",
        {"region": "内蒙古自治区", "region_code": "150000"},
    ),
    "a work report that looks back on a year": (
        "政府工作报告\n各位代表：\n现在报告工作。\n一、2031年工作回顾\n完成了目标。\n",
        {"period": "2032"},
    ),
    "an outline, wrapped over lines and in asterisks": (
        "**青岚省国民经济和社会发展\n第十五个五年规划和二〇三五年\n远景目标纲要**\n第一章 总则\n内容。\n",
        {
            "title": "青岚省国民经济和社会发展第十五个五年规划和二〇三五年远景目标纲要",
            "kind": "outline",
            "region": "青岚省",
            "period": "2026-2030",
            "date": "2026",
        },
    ),
    "an outline without its title page": (
        "第三章 产业\n“十四五”时期，本规划纲要确定的任务要落实，辽宁要先行。\n发挥辽宁优势，建设辽宁港口，辽宁振兴。\n",
        {"kind": "outline", "region": "辽宁省", "period": "2021-2025", "title": "某文件"},
    ),
    "a special plan": (
        "青岚省“十六五”能源发展规划\n一、基础\n内容。\n",
        {"kind": "special-plan", "period": "2031-2035"},
    ),
    "a regional plan": (
        "青岚都市圈发展规划（2031—2035年）\n一、基础\n内容。\n",
        {"kind": "regional-plan", "period": "2031-2035"},
    ),
    "an action plan with its years": (
        "青岚省推进水网建设\n三年行动方案（2030—2032年）\n为加快建设，制定本方案。\n",
        {"title": "青岚省推进水网建设三年行动方案（2030—2032年）", "kind": "action-plan", "period": "2030-2032"},
    ),
    "an action plan with a date": (
        "青岚省港口建设三年行动计划\n（青岚省人民政府2030年5月6日印发）\n为加快建设，制定本计划。\n",
        {"kind": "action-plan", "date": "2030-05-06", "period": "2030-2032", "issuer": "青岚省人民政府"},
    ),
    "an action plan without date and years": (
        "青岚省港口建设三年行动方案\n为加快建设，制定本方案。\n",
        {"date": "", "period": ""},
    ),
    "a notice with its number": (
        "关于促进消费的意见\n辽政办发〔2025〕8号\n各市人民政府：\n现提出如下意见，请认真落实。\n2025年3月12日\n",
        {"kind": "notice", "region": "辽宁省", "issuer": "辽宁省人民政府办公厅", "date": "2025-03-12"},
    ),
    "a notice that puts out a plan": (
        "沈阳市人民政府办公厅\n关于印发沈阳市低空经济行动计划（2025—2027年）的通知\n各区：\n现印发给你们，请落实。\n",
        {
            "title": "沈阳市人民政府办公厅关于印发沈阳市低空经济行动计划（2025—2027年）的通知",
            "kind": "action-plan",
            "region": "沈阳市",
            "issuer": "沈阳市人民政府办公厅",
            "period": "2025-2027",
        },
    ),
    "a communiqué": (
        "2029年青岚省国民经济和社会发展统计公报\n青岚省统计局\n二〇三〇年三月一日\n2029年，全省经济平稳运行。\n",
        {"kind": "communique", "period": "2029", "date": "2030-03-01"},
    ),
    "a page with its date of publication": (
        "发布时间：2030-03-01\n青岚省海洋规划\n一、总则\n内容。\n",
        {"date": "2030-03-01", "kind": "special-plan"},
    ),
    "nothing to go by": (
        "今天天气很好。",
        {"kind": "unknown", "region": "", "date": "", "period": "", "title": "某文件"},
    ),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES.keys())
def test_front_matter(text: str, wanted: dict[str, str]) -> None:
    front = front_of(text)
    assert {part: getattr(front, part).value for part in wanted} == wanted


def test_each_conclusion_gives_its_reason_in_both_languages() -> None:
    front = front_of(REPORT)
    assert (front.kind.reason, front.kind.reason_en) == ("标题含“政府工作报告”", "the title says 政府工作报告")
    assert (front.region.reason, front.region.reason_en) == ("标题含“青岚省”", "the title names 青岚省")
    assert (front.date.reason, front.date.reason_en) == (
        "会议日期“2030年1月9日”",
        "the day of the session, 2030年1月9日",
    )
    assert front.region_code.reason == "没有对应的行政区划代码"


def test_a_conclusion_points_to_where_it_was_seen() -> None:
    document = read_document(Source("某文件.txt", REPORT))
    assert document.front.date.span is not None
    assert document.original(document.front.date.span) == "2030年1月9日"
    assert document.front.title.span is not None
    assert document.original(document.front.title.span) == "2030年青岚省政府工作报告"


def test_what_a_person_sets_stays_and_the_rest_follows_from_it() -> None:
    front = front_of(REPORT, region="辽宁省", kind="notice")
    assert front.region.settled
    assert front.region.reason == "由使用者设定"
    assert front.region_code.value == "210000"
    assert front.kind.value == "notice"
    assert not front.date.settled


def test_a_code_that_a_person_sets_names_the_region() -> None:
    assert front_of("内容。", region_code="210200").region.value == "大连市"


def test_an_unknown_part_is_refused_with_the_known_ones_and_a_near_miss() -> None:
    with pytest.raises(UnknownFrontMatterError) as caught:
        front_of("内容。", regoin="辽宁省")
    assert str(caught.value) == (
        "no part of the front matter is called 'regoin', did you mean region?; "
        "there are title, kind, issuer, region, region_code, date, period"
    )
    assert (
        caught.value.zh
        == "没有“regoin”这一项，是否想写 region？可以设定的有：title、kind、issuer、region、region_code、date、period"
    )


@pytest.mark.parametrize(
    ("number", "years"),
    [
        ("一", "1953-1957"),
        ("二", "1958-1962"),
        ("三", "1966-1970"),
        ("十", "2001-2005"),
        ("十三", "2016-2020"),
        ("十五", "2026-2030"),
        ("十六", "2031-2035"),
    ],
)
def test_the_years_of_the_plans(number: str, years: str) -> None:
    assert front_of(f"青岚省国民经济和社会发展第{number}个五年规划纲要\n一、总则\n").period.value == years

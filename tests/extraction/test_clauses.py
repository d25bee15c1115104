"""What the words around a number say."""

import pytest

from lantu.extraction.clauses import is_flow_name, read_left, read_right, relate, split_items, strip_opening
from lantu.model.statement import Comparator, Measure


@pytest.mark.parametrize(
    ("text", "core", "measure", "comparator"),
    [
        ("地区生产总值增长", "地区生产总值", Measure.GROWTH, None),
        ("工业投资同比增长", "工业投资", Measure.GROWTH, None),
        ("能耗强度累计下降", "能耗强度", Measure.DECLINE, None),
        ("森林覆盖率达到", "森林覆盖率", Measure.LEVEL, None),
        ("研发投入强度提高到", "研发投入强度", Measure.LEVEL, None),
        ("登记失业率下降到", "登记失业率", Measure.LEVEL, None),
        ("经营主体增长到", "经营主体", Measure.LEVEL, None),
        ("调查失业率控制在", "调查失业率", Measure.LEVEL, None),
        ("经济总量突破", "经济总量", Measure.LEVEL, Comparator.GT),
        ("财政收入增速不低于", "财政收入", Measure.GROWTH, Comparator.GE),
        ("工程变更率不超过", "工程变更率", None, Comparator.LE),
        ("绿化面积约", "绿化面积", None, Comparator.APPROX),
        ("营商环境评价进入全国前", "营商环境评价", Measure.LEVEL, Comparator.LE),
        ("常住人口城镇化率力争达到", "常住人口城镇化率", Measure.LEVEL, None),
        ("绿色建筑占比较“十四五”末提高", "绿色建筑占比", Measure.GROWTH, None),
        ("粮食产量比上年末提高", "粮食产量", Measure.GROWTH, None),
        ("人口自然增长率达到", "人口自然增长率", Measure.LEVEL, None),
        ("居民消费价格涨幅控制在", "居民消费价格", Measure.GROWTH, None),
        ("发展中欧班列", "发展中欧班列", None, None),
    ],
)
def test_the_verbs_next_to_a_number_leave_the_subject(text, core, measure, comparator):
    left = read_left(text)
    assert (left.core, left.measure, left.comparator) == (core, measure, comparator)


def test_handing_out_is_noted():
    assert read_left("存款、贷款余额分别增长").distributive
    assert not read_left("存款余额增长").distributive


@pytest.mark.parametrize("text", ["城镇化率从", "城镇化率由"])
def test_the_value_that_a_change_starts_from_is_noted(text):
    left = read_left(text)
    assert left.origin
    assert left.core == "城镇化率"


def test_the_act_right_before_a_number_is_found():
    assert read_left("大力推进新建").act == "新建"
    assert read_left("幼儿园").act == ""


def test_a_word_of_one_character_stays_in_the_noun_that_ends_with_it():
    assert read_left("高新技术成果通过").core == "高新技术成果通过"
    assert read_left("附近").core == "附近"
    assert read_left("土地合约").core == "土地合约"


@pytest.mark.parametrize(
    ("core", "subject", "act"),
    [
        ("新建和改造高标准农田", "高标准农田", "改造"),
        ("全面实施黑土保护工程", "黑土保护工程", "实施"),
        ("全省经营主体", "经营主体", ""),
        ("大力引进高层次人才", "高层次人才", "引进"),
        ("到2028年新建粮仓", "粮仓", "新建"),
        ("（2）改造老旧管网", "老旧管网", "改造"),
        ("一是新建学校", "学校", "新建"),
        ("招聘活动", "招聘活动", ""),
        ("生产总值", "生产总值", ""),
        ("每千人口托位数", "每千人口托位数", ""),
        ("改造率", "改造率", ""),
        ("为企业发放稳岗资金", "稳岗资金", "发放"),
        ("在去年新建粮仓", "粮仓", "新建"),
        ("提请省人大常委会审议法规草案", "法规草案", "审议"),
        ("2000年底前建成的老旧小区", "2000年底前建成的老旧小区", ""),
        ("", "", ""),
    ],
)
def test_openers_and_acts_are_no_part_of_a_subject(core, subject, act):
    opening = strip_opening(core)
    assert (opening.subject, opening.act) == (subject, act)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("现代农业产业园，", "现代农业产业园"),
        ("的行政村通公交。", "行政村通公交"),
        ("停车场、8座立体车库", "停车场"),
        ("停车场和8座立体车库", "停车场"),
        ("220千伏变电站。", "220千伏变电站"),
        ("亿元以上项目。", "亿元以上项目"),
        ("重点项目开工建设", "重点项目"),
        ("“海绵城市”示范片区。", "“海绵城市”示范片区"),
        ("企业入选国家绿色工厂。", "国家绿色工厂企业"),
        ("老年人提供居家服务。", "老年人居家服务"),
        ("园区建设，", "园区"),
        ("园区（含县级园区）。", "园区"),
        ("，增长", ""),
    ],
)
def test_the_noun_behind_a_number_ends_where_its_clause_does(text, noun):
    assert read_right(text, 0, len(text))[0] == noun


def test_the_noun_behind_a_number_ends_inside_the_text():
    text = "示范园区"
    assert read_right(text, 0, len(text)) == ("示范园区", len(text))


@pytest.mark.parametrize(
    ("core", "count", "items"),
    [
        ("城乡居民人均可支配收入", 2, ["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
        ("城镇和农村居民人均可支配收入", 2, ["城镇居民人均可支配收入", "农村居民人均可支配收入"]),
        ("存贷款余额", 2, ["存款余额", "贷款余额"]),
        ("第一、二、三产业增加值", 3, ["第一产业增加值", "第二产业增加值", "第三产业增加值"]),
        ("装备制造业、高技术制造业增加值", 2, ["装备制造业增加值", "高技术制造业增加值"]),
        ("城市污水处理率和垃圾处理率", 2, ["城市污水处理率", "垃圾处理率"]),
        ("义务教育巩固率、高中阶段毛入学率", 2, ["义务教育巩固率", "高中阶段毛入学率"]),
        ("一般公共预算收入和支出", 2, ["一般公共预算收入", "一般公共预算支出"]),
        ("公共文化设施", 2, ["公共文化设施"]),
        ("普及率、总和生育率", 2, ["普及率", "总和生育率"]),
    ],
)
def test_the_items_of_a_list_are_written_out(core, count, items):
    assert split_items(core, count) == items


@pytest.mark.parametrize(
    ("subject", "head", "related"),
    [
        ("一般公共预算收入", "支出", "一般公共预算支出"),
        ("重大项目", "总投资", "重大项目总投资"),
        ("高新技术产品出口", "占比", "高新技术产品出口占比"),
        ("农产品加工业产值", "利润", "农产品加工业利润"),
    ],
)
def test_a_head_without_an_owner_takes_that_of_the_subject_before(subject, head, related):
    assert relate(subject, head) == related


@pytest.mark.parametrize("name", ["城镇新增就业", "实际利用外资", "项目总投资", "减税降费"])
def test_a_name_with_an_act_in_it_is_a_flow(name):
    assert is_flow_name(name)


@pytest.mark.parametrize("name", ["粮食产量", "旅游总收入", "新增就业占比", "投资率"])
def test_a_plain_name_is_none(name):
    assert not is_flow_name(name)

"""Texts to try laws on: anything at all, and what looks like a planning document without being one."""

from hypothesis import example, given
from hypothesis import strategies as st

#: Pieces that set the grammar to work, in every order that nobody would write.
_PIECES = (
    "全省", "沈阳", "地区生产总值", "粮食产量", "新建", "增长", "下降", "达到", "提高到", "控制在", "分别", "各", "年均", "累计", "其中",
    "力争", "确保", "不低于", "超过", "≥", "左右", "以上", "以内", "余", "多", "近", "约", "5", "5.5", "1,234", "３", "三百二十", "十几", "两",
    "千", "万", "亿", "%", "‰", "个百分点", "元", "亿元", "吨标准煤", "公里", "户", "个", "家", "人次", "倍", "微克/立方米", "—", "～", "至", "[12%]",
    "2025年", "“十四五”期间", "到2035年", "今年", "每年", "去年", "，", "。", "；", "、", "：", "（", "）", "“", "”", "《", "》", "\n", "\n\n", "\t", " ", "\u3000",
    "第一章", "一、", "（一）", "1.", "①", "——", "专栏2", "指标名称\t属性\t2020年\t2025年\n", "预期性", "约束性", "★", "注：",
    "（责任单位：省发展改革委、省财政厅等）", "（责任单位：", "（责任单位）", "责任单位：", "〔", "〕", "等", "负责", "牵头单位：", "省农业农村厅", "相关市政府", "按职责分工负责", "高于全国平均水平", "等待国家下达", "删除[某人]:",
    "工程", "项目", "续建", "目录", "打印", "- 3 -",
)  # fmt: skip

anything = st.text(max_size=300)
document_like = st.lists(st.sampled_from(_PIECES) | st.text(max_size=3), max_size=60).map("".join)
texts = anything | document_like

#: Texts that once broke a reader; each is tried every time.
_ONCE_BROKE = ("专栏(责任单位)", "(责任单位)0(责任单位)", "5%" * 50, "（" * 50)


def for_any_text(law):
    """The test of a law, run on many texts and on all that once broke it."""
    test = given(text=texts)(law)
    for text in _ONCE_BROKE:
        test = example(text=text)(test)
    return test

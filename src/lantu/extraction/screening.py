"""Which numbers measure something, and which are names, dates, ordinals and ratings.

The test of the guide: could someone later report whether it was reached? A number that fails is a name (5G, 十四五),
a date, an ordinal, a rating in a product's name (500千伏输变电工程), a threshold inside a subject (亿元以上项目) or a
count of the text's own points (6个方面).
"""

import re
from enum import StrEnum

from lantu.extraction.quantities import RATIO, RawQuantity


class Verdict(StrEnum):
    """What a number was found to be."""

    MEASURE = "measure"
    NAME = "name"
    DATE = "date"
    ORDINAL = "ordinal"
    RATING = "rating"
    THRESHOLD = "threshold"
    DISCOURSE = "discourse"
    BARE = "bare"


_PHYSICAL = frozenset(
    "方 立方 吨 GW MW kW 千瓦 瓦 兆瓦 吉瓦 吉瓦时 兆瓦时 千瓦时 度 公里 千米 米 平方公里 平方米 立方米 公顷 升 英寸 千伏 伏 微米 纳米 小时 分钟 天 岁".split()
)
_RATING_UNITS = frozenset({"千伏", "伏", "kV", "级", "英寸"})
_DURATIONS = frozenset({"年", "月", "日", "天", "小时", "分钟", "秒", "周", "周年"})
_DISCOURSE = re.compile(
    r"大?(?:方面|着力|坚持|关键(?!技术|核心)|转变|维护|意识|自信|确立|必须|更加|大局|统筹|问题|环节|维度|突出亮点|层面|字)|是|要|条主线"
)
_LABEL_BEFORE = re.compile(r"(?:第|“|《|〔|\[|［|【|RCEP|No\.|专栏|附件|表|图|[A-Za-z\-+＋/·．.])$")


def screen(text: str, quantity: RawQuantity, left: str, *, carried: str) -> Verdict:
    """What the number is, by what stands next to it: a name by its neighbours, else what its unit allows.

    Args:
        text: The cleaned text.
        quantity: The number.
        left: The clause before it.
        carried: The subject of the number before it in the sentence, or "".
    """
    after = text[quantity.end : quantity.end + 8]
    verdict = _screen_neighbours(text, quantity, left, after)
    if verdict is not None:
        return verdict
    if left.endswith(("与", "距", "离")) and _GOAL_AFTER.match(text, quantity.next):
        return Verdict.NAME  # 与5.5%左右的预期目标尚有差距
    if quantity.unit == RATIO:
        return Verdict.MEASURE if _RATIO_HEAD.search(left) or carried.endswith("比") else Verdict.BARE
    if not quantity.unit:
        return _screen_bare(text, quantity, left, after, carried)
    if quantity.unit in _DURATIONS:
        return _screen_duration(quantity, left, carried)
    if quantity.chinese:
        return _screen_chinese(text, quantity, left, after)
    return _screen_counted(text, quantity, left, after)


def _screen_neighbours(text: str, quantity: RawQuantity, left: str, after: str) -> Verdict | None:
    """Whether a label, a quotation mark or a letter beside the number makes it a name; None where nothing does."""
    before = text[max(0, quantity.start - 4) : quantity.start]
    if quantity.chinese and before.endswith("上") and not before.endswith(("迈上", "站上", "跃上", "跨上", "登上")):
        return Verdict.NAME  # 上百个
    if before.endswith("每") and not before.endswith(("年每", "月每")):
        return Verdict.NAME  # 每10万人刑事案件数
    if _LABEL_BEFORE.search(before) and not (before.endswith("“") and after[:1] == "”"):
        return Verdict.ORDINAL if before.endswith("第") else Verdict.NAME
    if _in_quotes(text, quantity.start):
        return (
            Verdict.MEASURE
            if _QUOTED_PACKAGE.search(left) and after[:1] == "”" and quantity.unit in ("条", "项", "件")
            else Verdict.NAME
        )
    if after[:1].isascii() and (after[:1].isalpha() or after[:1] in "+:/-") and after[:1]:
        return Verdict.NAME
    return None


def _screen_counted(text: str, quantity: RawQuantity, left: str, after: str) -> Verdict:
    """A number in digits with a unit measures unless it rates a thing, bounds a subject or counts the text's points."""
    if (
        quantity.unit in _RATING_UNITS
        or after[:1] == "级"
        or (quantity.after is not None and after.startswith(("以上级", "以下级")))
    ):
        return Verdict.RATING
    if quantity.unit in ("个", "大", "项", "条") and _DISCOURSE.match(after):
        return Verdict.DISCOURSE
    if quantity.after is not None and _is_threshold(text, quantity, left):
        return Verdict.THRESHOLD
    if quantity.unit.split("/")[0] in _PHYSICAL and _is_rating(text, quantity, left):
        return Verdict.RATING
    if quantity.unit == "次" and _VISIT.match(after):
        return Verdict.DISCOURSE
    return Verdict.MEASURE


def _in_quotes(text: str, position: int) -> bool:
    opened = text.rfind("“", max(0, position - 25), position)
    if opened >= 0 and text.find("”", opened, position) < 0:
        return True
    opened = text.rfind("《", max(0, position - 40), position)
    return opened >= 0 and text.find("》", opened, position) < 0


#: 出台“40条”政策: a package called by its count, in quotes.
_QUOTED_PACKAGE = re.compile(r"(?:出台|制定|印发|推出|实施|办好)[^，。]{0,24}“$")
_GOAL_AFTER = re.compile(r"的?(?:预期|既定|年度)?目标")
_RATIO_HEAD = re.compile(
    r"比(?:例|值|率)?(?:由|从|为|达到|提升至|缩小[到至]|降[到至]|下降[到至]|提高到|收窄[到至]|突破|控制在)?$"
)
_VISIT = re.compile(r"亲临|回信|致贺信|致信|考察|视察|作出|批示|来")
_INDEX_HEAD = re.compile(
    r"(?:系数|指数|比|比值|之比|得分|综合评分|生育率|PUE值?)(?:由|从|降至|降到|缩小到|缩小至|下降到|下降至|达到|提高到|提升到|提高至|提升至|达|为|稳定在|保持在|超过)?$"
)
_AMOUNT_END = re.compile(r"[，。；、！（）\n]|以上|左右|和|及|大关|元|剩余|台阶|城市|级|现行|农村|退休|贫困")


def _screen_bare(text: str, quantity: RawQuantity, left: str, after: str, carried: str) -> Verdict:
    """A number without a unit measures where a multiplier makes it large, or its subject is an index."""
    if quantity.chinese:
        return _screen_bare_chinese(quantity, left, after)
    if not quantity.multiplier and quantity.high is None and 1900 <= quantity.value <= 2100:
        return Verdict.NAME  # 成功举办2026全球…大会
    if quantity.after is not None and "\u4e00" <= text[quantity.next : quantity.next + 1] <= "\u9fff":
        return Verdict.THRESHOLD  # 20万以上人口县
    if after.startswith("人口以上"):
        return Verdict.THRESHOLD
    if not quantity.multiplier and _NAMED_BEHIND.match(after):
        return Verdict.NAME
    if quantity.multiplier in ("万", "亿", "千亿", "万亿", "百亿", "千万"):
        if after.startswith("级"):
            return (
                Verdict.MEASURE
                if quantity.multiplier.endswith("亿") and re.match(r"级[^别以]", after)
                else Verdict.RATING
            )
        if "\u4e00" <= after[:1] <= "\u9fff" or not after or after[:1] in "，。；、！（）\n":
            return Verdict.MEASURE
        return Verdict.BARE
    if _INDEX_HEAD.search(left) or (_INDEX_HEAD.search(carried) and left.endswith(("到", "至"))):
        return Verdict.MEASURE
    return Verdict.BARE


#: 12345热线, 90后, 23时.
_NAMED_BEHIND = re.compile(r"[\u4e00-\u9fff]{0,4}(?:热线|平台|服务台)|号|后(?![，。；、])|时(?![，。；、]?\d*%)")

_LARGE = frozenset({"万亿", "千亿", "百亿", "万", "亿", "百万", "千万"})
_REACHES = re.compile(r"(?:超过|突破|跨过|迈上|迈入|跨越|达到|站上|逾|超|过|达|近|破|实现)$")


def _screen_bare_chinese(quantity: RawQuantity, left: str, after: str) -> Verdict:
    if quantity.multiplier in _LARGE and after[:1] != "级":
        return Verdict.MEASURE if _REACHES.search(left) or quantity.after is not None else Verdict.BARE
    if quantity.multiplier in _LARGE and after.startswith("级台阶"):
        return Verdict.MEASURE if _REACHES.search(left) else Verdict.RATING
    return Verdict.BARE


def _screen_chinese(text: str, quantity: RawQuantity, left: str, after: str) -> Verdict:
    """两项创新经验, 至少一人, 每个农业大县建设一个, 半天: a numeral that counts, not one that is only an article."""
    if quantity.multiplier:
        if quantity.after is not None and "\u4e00" <= text[quantity.next : quantity.next + 1] <= "\u9fff":
            return Verdict.THRESHOLD  # 亿元以上项目
        return (
            Verdict.MEASURE
            if _REACHES.search(left) or quantity.after is not None or left.endswith("新增")
            else Verdict.NAME
        )
    if after[:1] == "级":
        return Verdict.RATING
    if quantity.unit == "番":
        return Verdict.MEASURE if left.endswith(("翻", "翻了")) else Verdict.NAME
    if _KNOWN_BY_NUMBER.match(after):
        return Verdict.NAME
    if quantity.value == 1:
        return (
            Verdict.MEASURE
            if re.search(r"(?:至少|各)$|每.{1,12}$", left) and not re.match(r"步|个(?:体|性)", after)
            else Verdict.NAME
        )
    if _DISCOURSE.match(after) or left.endswith(("这", "这些", "上述", "以下", "如下")):
        return Verdict.DISCOURSE
    if quantity.value > 10:
        written_out = quantity.unit in _COUNTED_IN_WORDS and (
            _BEFORE_RATED.search(left[-6:]) or after[:1] in "，。；、"
        )
        return Verdict.MEASURE if written_out else Verdict.NAME
    if quantity.unit in _COUNTED_IN_WORDS:
        if "\u4e00" <= after[:1] <= "\u9fff" and not re.match(
            r"(?:阶段|层面|层次|领域|文明|五年|时期|百年|一百年|大|小|方向|轮子|循环|市场|毫不)", after
        ):
            return Verdict.MEASURE
        return Verdict.MEASURE if after[:1] in "，。；、" and left[-1:] in "设成增" else Verdict.NAME
    return Verdict.NAME


_COUNTED_IN_WORDS = frozenset({"个", "项", "名", "家", "座", "所", "条", "件", "处", "户", "间"})
#: Sets that are called by their number: 中央八项规定, 两条底线.
_KNOWN_BY_NUMBER = re.compile(
    r"(?:硬)?(?:规定|底线|制度|原则|要求|补贴|文明|精神|纪律|责任|红线|主体|关系|机制|清单|大事|大局|工作|硬仗|举措并举|实事，|措施|体系|中心$)"
)


_LIFETIME = re.compile(r"(?:年限|寿命)[^，。]{0,12}$")
_DURATION_HEAD = re.compile(
    r"(?:年限|寿命|时间|时长|学时|工期|周期|时限|天数)(?:[^，。]{0,6})$|(?:由|从|至|到|压缩|压减|缩短|增加|减少)[^，。]{0,4}$|办结时限"
)


def _screen_duration(quantity: RawQuantity, left: str, carried: str) -> Verdict:
    """年, 天 and 小时 measure where the subject is a length of time."""
    if quantity.unit == "年":
        if quantity.value >= 1900 and quantity.high is None:
            return Verdict.DATE
        if _LIFETIME.search(carried) and left.removesuffix("年的").rstrip("0123456789").endswith(("到", "至")):
            return Verdict.MEASURE
        return Verdict.MEASURE if _LIFETIME.search(left) else Verdict.DATE
    if quantity.unit in ("月", "日", "周", "周年", "秒"):
        return Verdict.DATE
    if _DURATION_HEAD.search(left) or (quantity.unit == "天" and re.search(r"最快$|天数", left)):
        return Verdict.MEASURE
    return Verdict.DATE


_VILLAGE = re.compile(r"(?:农村|自然|行政|聚居)?村|农村")
_SMALL_COUNTERS = frozenset("个 家 项 条 件 名 人 座 所 户 处 场 套 种 门 节 台 辆 列 % 人次 亩 万亩".split())


def _is_threshold(text: str, quantity: RawQuantity, left: str) -> bool:
    """亿元以上项目, 3岁以下婴幼儿: a bound that belongs to a name."""
    following = text[quantity.next : quantity.next + 1]
    if quantity.unit == "岁":
        return not left.endswith(("达到", "达", "到", "至", "寿命", "年的"))
    if quantity.unit == "户" and _VILLAGE.match(text, quantity.next):
        return True
    if quantity.unit in _SMALL_COUNTERS:
        return False
    return "\u4e00" <= following <= "\u9fff" and following not in "的和与及"


_BEFORE_RATED = re.compile(
    r"(?:增|建成|建设|完成|改造|达到|达|超|过|近|约|到|至|产能|规模|面积|里程|装机|总量|产量|能力|量|治理|投产|开工|并网|淘汰|退出|化解|核减|压减|铺设|新建|长|了|有|引进|增加|供水|投运|通车|储备|生产)$"
)


def _is_rating(text: str, quantity: RawQuantity, left: str) -> bool:
    """30.8万吨超大智能原油船, 100兆瓦级: a size in the name of a thing."""
    following = text[quantity.next : quantity.next + 1]
    if not ("\u4e00" <= following <= "\u9fff") or following in "的和与及以，":
        return False
    if quantity.after is not None or _ACT_AFTER.match(text, quantity.next):
        return False
    return not _BEFORE_RATED.search(left[-6:]) or _RATED.match(text, quantity.next) is not None


_ACT_AFTER = re.compile(r"提升|提高|增|降|减|缩|扩|升|上|投产|投运|并网|居|占|创|位|已|全部|均|大关")
_RATED = re.compile(r"[^，。；、\d]{0,12}?(?:级|项目|工程|线路|装置|油轮|电站|锅炉|生产线|主变|扩产|输变电)(?!数)")
